import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { FamilyReader } from './family.reader.js';
import { LettersController } from './letters.controller.js';
import { LettersService } from './letters.service.js';
import { MentorsController } from './mentors.controller.js';
import { MentorsReader } from './mentors.reader.js';
import { MentorsService } from './mentors.service.js';
import { RelationsReader } from './relations.reader.js';
import { RosterController } from './roster.controller.js';
import { RosterReader } from './roster.reader.js';
import { RosterService } from './roster.service.js';
import { SightsService } from './sights.service.js';
import { TeachingService } from './teaching.service.js';

/** Pupils, their guardians, enrolments and groups, and who mentors and teaches them. */
@Module({
  imports: [AccountsModule],
  controllers: [RosterController, MentorsController, LettersController],
  providers: [
    FamilyReader,
    LettersService,
    MentorsReader,
    MentorsService,
    RelationsReader,
    RosterReader,
    RosterService,
    SightsService,
    TeachingService,
  ],
  exports: [
    FamilyReader,
    LettersService,
    MentorsReader,
    MentorsService,
    RelationsReader,
    RosterReader,
    RosterService,
    SightsService,
    TeachingService,
  ],
})
export class PupilsModule {}
