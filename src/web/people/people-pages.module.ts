import { Module } from '@nestjs/common';
import { InvitationsModule } from '../../invitations/invitations.module.js';
import { PeopleModule } from '../../people/people.module.js';
import { PeoplePages } from './people.pages.js';

@Module({ imports: [InvitationsModule, PeopleModule], controllers: [PeoplePages] })
export class PeoplePagesModule {}
