import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import {
  RectificationAnswerRequest,
  RectificationRequest,
  RectificationResponse,
  RectificationTaskResponse,
} from './rectification.dto.js';
import { RectificationReader } from './rectification.reader.js';
import { RectificationService } from './rectification.service.js';
import { answering } from './rectification.types.js';

@ApiTags('privacy-rights')
@Controller('api/v1')
export class RectificationController {
  constructor(
    private readonly reader: RectificationReader,
    private readonly rectifications: RectificationService,
  ) {}

  /** What pupil or guardian said of the dossier, and what the school answered. */
  @Get('pupils/:pupilId/rectifications')
  @Allow('pupil', 'guardian')
  ofPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<RectificationResponse[]> {
    return this.reader.ofPupil(actor, pupilId);
  }

  /** Says that something in the dossier is not right, and what it should be. */
  @Post('pupils/:pupilId/rectifications')
  @Allow('pupil', 'guardian')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: RectificationRequest,
  ): Promise<RectificationResponse> {
    return this.rectifications.ask(actor, pupilId, request);
  }

  /** Takes it back; a zienswijze goes with it. */
  @Post('rectifications/:id/withdrawal')
  @Allow('pupil', 'guardian')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RectificationResponse> {
    return this.rectifications.withdraw(actor, id);
  }

  /** What waits for an answer of the one who asks, and what was answered in the last year. */
  @Get('rectifications')
  @Allow(...answering)
  tasks(@CurrentActor() actor: Actor): Promise<RectificationTaskResponse[]> {
    return this.reader.tasks(actor);
  }

  /** One of them. */
  @Get('rectifications/:id')
  @Allow(...answering)
  task(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RectificationTaskResponse> {
    return this.reader.task(actor, id);
  }

  /** The answer of the school: it was put right, or it stays and the zienswijze stands beside it. */
  @Post('rectifications/:id/answer')
  @Allow(...answering)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RectificationAnswerRequest,
    @IfMatch() version: number,
  ): Promise<RectificationTaskResponse> {
    return this.rectifications.answer(actor, id, request, version);
  }
}
