import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/accounts.module.js';
import { InvitationsModule } from '../../invitations/invitations.module.js';
import { SignInModule } from '../../sign-in/sign-in.module.js';
import { InvitationPages } from './invitation.pages.js';

@Module({ imports: [AccountsModule, InvitationsModule, SignInModule], controllers: [InvitationPages] })
export class InvitationPagesModule {}
