import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { ForgottenPasswordModule } from '../../forgotten-password/forgotten-password.module.js';
import { SignInModule } from '../../sign-in/sign-in.module.js';
import { ForgottenPages } from './forgotten.pages.js';

@Module({ imports: [AccountsModule, ForgottenPasswordModule, SignInModule], controllers: [ForgottenPages] })
export class ForgottenPagesModule {}
