import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { ApplicationRequest, ApplicationResponse } from './placements.dto.js';
import { PlacementsReader } from './placements.reader.js';
import { PlacementsService } from './placements.service.js';

@ApiTags('applications')
@Controller('api/v1')
export class PlacementsController {
  constructor(
    private readonly placements: PlacementsService,
    private readonly reader: PlacementsReader,
  ) {}

  /** Where a pupil applied. */
  @Get('pupils/:pupilId/applications')
  @Allow('pupil', 'guardian', 'mentor', 'decaan', 'lob-coordinator')
  list(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<ApplicationResponse[]> {
    return this.reader.ofPupil(actor, pupilId);
  }

  /** Records an application to an opleiding. */
  @Post('pupils/:pupilId/applications')
  @Allow('pupil', 'mentor', 'decaan', 'lob-coordinator')
  @Idempotent()
  apply(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: ApplicationRequest,
  ): Promise<ApplicationResponse> {
    return this.placements.apply(actor, pupilId, request);
  }

  /** Takes an application back. */
  @Post('applications/:id/withdrawal')
  @Allow('pupil', 'mentor', 'decaan', 'lob-coordinator')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.placements.withdraw(actor, id);
  }
}
