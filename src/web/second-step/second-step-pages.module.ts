import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { SecondFactorModule } from '../../second-factor/second-factor.module.js';
import { SingleSignOnModule } from '../../single-sign-on/single-sign-on.module.js';
import { AccountPages } from '../account/account.pages.js';
import { SecondStepPages } from './second-step.pages.js';

@Module({
  imports: [AccountsModule, SecondFactorModule, SingleSignOnModule],
  controllers: [SecondStepPages, AccountPages],
})
export class SecondStepPagesModule {}
