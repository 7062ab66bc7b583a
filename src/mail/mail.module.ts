import { Module } from '@nestjs/common';
import { MailSender } from './mail-sender.service.js';
import { MailService } from './mail.service.js';

/** Messages that say that something is there, and one-time links. */
@Module({ providers: [MailService, MailSender], exports: [MailService] })
export class MailModule {}
