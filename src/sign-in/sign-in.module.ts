import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ActivateService } from './activate.service.js';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { LocalSignInService, LocalStrategy } from './local-sign-in.service.js';
import { NewPasswordService } from './new-password.service.js';
import { PasswordHasher } from './password-hasher.service.js';
import { SessionController } from './session.controller.js';
import { SecondFactorModule } from '../second-factor/second-factor.module.js';
import { SignInService } from './sign-in.service.js';

/** The ways in: a password, the code from a letter. */
@Module({
  imports: [AccountsModule, AttemptsModule, SecondFactorModule],
  controllers: [SessionController],
  providers: [ActivateService, LocalSignInService, LocalStrategy, PasswordHasher, NewPasswordService, SignInService],
  exports: [ActivateService, LocalSignInService, NewPasswordService, SignInService],
})
export class SignInModule {}
