import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AttemptsModule } from '../attempts/attempts.module.js';
import { FactorCheckService } from './factor-check.service.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorReader } from './second-factor.reader.js';
import { SecondFactorService } from './second-factor.service.js';

/** The second step of signing in: an app that makes codes, and recovery codes for who lost it. */
@Module({
  imports: [AccountsModule, AttemptsModule],
  controllers: [SecondFactorController],
  providers: [FactorCheckService, SecondFactorReader, SecondFactorService],
  exports: [FactorCheckService, SecondFactorReader, SecondFactorService],
})
export class SecondFactorModule {}
