import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MailModule } from '../mail/mail.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { ForgottenPasswordController } from './forgotten-password.controller.js';
import { ForgottenPasswordService } from './forgotten-password.service.js';

/** A new password by mail. */
@Module({
  imports: [AccountsModule, MailModule, SignInModule],
  controllers: [ForgottenPasswordController],
  providers: [ForgottenPasswordService],
  exports: [ForgottenPasswordService],
})
export class ForgottenPasswordModule {}
