import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleController } from './people.controller.js';
import { PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';

/** Grown-ups and their roles per school. */
@Module({
  imports: [AccountsModule, OrganisationsModule],
  controllers: [PeopleController],
  providers: [PeopleReader, PeopleService],
  exports: [PeopleReader, PeopleService],
})
export class PeopleModule {}
