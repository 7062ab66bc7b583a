import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { MailModule } from '../mail/mail.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { InvitationsController } from './invitations.controller.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsService } from './invitations.service.js';
import { TakeUpService } from './take-up.service.js';

/** Colleagues are invited by mail, and take it up. */
@Module({
  imports: [AccountsModule, MailModule, PeopleModule, SignInModule],
  controllers: [InvitationsController],
  providers: [InvitationsReader, InvitationsService, TakeUpService],
  exports: [InvitationsReader, InvitationsService, TakeUpService],
})
export class InvitationsModule {}
