import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { AuditEventPage, PupilEventsQuery, ReceiptQuery, AuditReceiptResponse } from './who-looked.dto.js';
import { WhoLookedReader } from './who-looked.reader.js';

@ApiTags('audit-events')
@Controller('api/v1')
export class WhoLookedController {
  constructor(private readonly reader: WhoLookedReader) {}

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

  /** How the log stands now, in a code to keep; with `code`: whether one that was kept still belongs to it. */
  @Get('pupils/:pupilId/audit-receipt')
  @Allow('pupil', 'guardian')
  receipt(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Query() query: ReceiptQuery,
  ): Promise<AuditReceiptResponse> {
    return this.reader.receipt(actor, pupilId, query.code);
  }
}
