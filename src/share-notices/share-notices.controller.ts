import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import {
  ConfirmationRequest,
  NoticePage,
  NoticesQuery,
  PupilExportResponse,
  UnconfirmedResponse,
} from './share-notices.dto.js';
import { ShareNoticesReader } from './share-notices.reader.js';
import { ShareNoticesService } from './share-notices.service.js';

@ApiTags('share-notices')
@Controller('api/v1')
export class ShareNoticesController {
  constructor(
    private readonly notices: ShareNoticesService,
    private readonly reader: ShareNoticesReader,
  ) {}

  /** What changed in what the school may read; what it still has to confirm comes first. */
  @Get('share-notices')
  @Allow('intaker', 'slb')
  ofSchool(@CurrentActor() actor: Actor, @Query() { page }: NoticesQuery): Promise<NoticePage> {
    return this.reader.ofSchool(actor, page);
  }

  /** What was not confirmed within fourteen days, for the privacy officers of both schools. */
  @Get('share-notices/unconfirmed')
  @Allow('privacy-officer')
  unconfirmed(@CurrentActor() actor: Actor): Promise<UnconfirmedResponse[]> {
    return this.reader.unconfirmed(actor);
  }

  /** Says what was done with what had been taken over and may no longer be read. */
  @Post('share-notices/:id/confirmation')
  @Allow('intaker', 'slb')
  @HttpCode(204)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ConfirmationRequest,
  ): Promise<void> {
    return this.notices.confirm(actor, id, request);
  }

  /** What schools took over of a pupil, and what they said when it was no longer shared. */
  @Get('pupils/:pupilId/exports')
  @Allow('pupil', 'guardian')
  ofPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<PupilExportResponse[]> {
    return this.reader.ofPupil(actor, pupilId);
  }
}
