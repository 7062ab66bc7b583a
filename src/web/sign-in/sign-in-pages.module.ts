import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { SignInModule } from '../../sign-in/sign-in.module.js';
import { SingleSignOnModule } from '../../single-sign-on/single-sign-on.module.js';
import { SingleSignOnPages } from '../single-sign-on/single-sign-on.pages.js';
import { PlacesPages } from './places.pages.js';
import { SignInPages } from './sign-in.pages.js';

@Module({
  imports: [AccountsModule, SignInModule, SingleSignOnModule],
  controllers: [SignInPages, PlacesPages, SingleSignOnPages],
})
export class SignInPagesModule {}
