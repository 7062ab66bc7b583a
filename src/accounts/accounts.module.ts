import { Module } from '@nestjs/common';
import { ActivationCodeService } from './activation-code.service.js';
import { ActivationService } from './activation.service.js';
import { MeReader } from './me.reader.js';
import { SessionsService } from './sessions.service.js';

/** Accounts, their codes, sessions, and who is asking. */
@Module({
  providers: [ActivationCodeService, ActivationService, MeReader, SessionsService],
  exports: [ActivationCodeService, ActivationService, MeReader, SessionsService],
})
export class AccountsModule {}
