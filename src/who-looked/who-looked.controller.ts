import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { SchoolAuditReader } from './school-audit.reader.js';
import { AuditEventPage, PupilEventsQuery, SchoolAuditPage, SchoolEventsQuery } from './who-looked.dto.js';
import { WhoLookedReader } from './who-looked.reader.js';

@ApiTags('audit-events')
@Controller('api/v1')
export class WhoLookedController {
  constructor(
    private readonly reader: WhoLookedReader,
    private readonly school: SchoolAuditReader,
  ) {}

  /** Who saw or changed what in this dossier, newest first: for the pupil, and a guardian with custody under 16. */
  @Get('pupils/:pupilId/audit-events')
  @Allow('pupil', 'guardian')
  ofPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Query() query: PupilEventsQuery,
  ): Promise<AuditEventPage> {
    return this.reader.ofPupil(actor, pupilId, query.before);
  }

  /** The audit of the privacy officer's school and its pupils; no content. */
  @Get('audit-events')
  @Allow('privacy-officer')
  ofSchool(@CurrentActor() actor: Actor, @Query() query: SchoolEventsQuery): Promise<SchoolAuditPage> {
    return this.school.events(actor, query);
  }
}
