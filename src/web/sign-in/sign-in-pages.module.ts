import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { SignInModule } from '../../sign-in/sign-in.module.js';
import { PlacesPages } from './places.pages.js';
import { SignInPages } from './sign-in.pages.js';

@Module({ imports: [AccountsModule, SignInModule], controllers: [SignInPages, PlacesPages] })
export class SignInPagesModule {}
