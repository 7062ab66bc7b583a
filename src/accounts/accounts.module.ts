import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { ActivationCodeService } from './activation-code.service.js';
import { ActivationService } from './activation.service.js';
import { MeReader } from './me.reader.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { SessionsService } from './sessions.service.js';

/** Accounts, their codes, sessions, and who is asking. */
@Module({
  imports: [MailModule],
  controllers: [OwnSessionsController],
  providers: [ActivationCodeService, OwnSessionsService, ActivationService, MeReader, SessionsService],
  exports: [ActivationCodeService, OwnSessionsService, ActivationService, MeReader, SessionsService],
})
export class AccountsModule {}
