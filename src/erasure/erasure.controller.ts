import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor, StepUp } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import { ErasureRequestsReader } from './erasure-requests.reader.js';
import { ErasureRequestsService } from './erasure-requests.service.js';
import {
  ErasureDecisionRequest,
  ErasureRequestResponse,
  ErasureTaskResponse,
  ErasureWishRequest,
  HoldRequest,
  HoldResponse,
  LiftRequest,
  RetentionResponse,
} from './erasure.dto.js';
import { keepers } from './erasure.types.js';
import { RetentionReader } from './retention.reader.js';
import { RetentionService } from './retention.service.js';

@ApiTags('privacy-rights')
@Controller('api/v1')
export class ErasureController {
  constructor(
    private readonly requests: ErasureRequestsReader,
    private readonly erasure: ErasureRequestsService,
    private readonly reader: RetentionReader,
    private readonly retention: RetentionService,
  ) {}

  /** What pupil or guardian asked to be erased, and what the school decided. */
  @Get('pupils/:pupilId/erasure-requests')
  @Allow('pupil', 'guardian')
  ofPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<ErasureRequestResponse[]> {
    return this.requests.ofPupil(actor, pupilId);
  }

  /** Asks to be forgotten. */
  @Post('pupils/:pupilId/erasure-requests')
  @Allow('pupil', 'guardian')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: ErasureWishRequest,
  ): Promise<ErasureRequestResponse> {
    return this.erasure.ask(actor, pupilId, request);
  }

  /** Takes it back. */
  @Post('erasure-requests/:id/withdrawal')
  @Allow('pupil', 'guardian')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ErasureRequestResponse> {
    return this.erasure.withdraw(actor, id);
  }

  /** What the school has to decide, and what it decided in the last year; pupils by number, no content. */
  @Get('erasure-requests')
  @Allow(...keepers)
  tasks(@CurrentActor() actor: Actor): Promise<ErasureTaskResponse[]> {
    return this.requests.tasks(actor);
  }

  /** The decision of the school. What is granted is erased at once. */
  @Post('erasure-requests/:id/decision')
  @Allow(...keepers)
  @StepUp()
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ErasureDecisionRequest,
    @IfMatch() version: number,
  ): Promise<ErasureTaskResponse> {
    return this.erasure.decide(actor, id, request, version);
  }

  /** The terms, what is kept longer, and what was confirmed. */
  @Get('retention')
  @Allow(...keepers)
  retentionOf(@CurrentActor() actor: Actor): Promise<RetentionResponse> {
    return this.reader.ofSchool(actor);
  }

  /** Looks again what is kept too long; nothing is erased by it. */
  @Post('retention/reports')
  @Allow(...keepers)
  lookAgain(@CurrentActor() actor: Actor): Promise<RetentionResponse> {
    return this.retention.lookAgain(actor);
  }

  /** What is in the report is erased. If-Match with the version that was read. */
  @Post('retention/reports/:id/confirmation')
  @Allow(...keepers)
  @StepUp()
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<RetentionResponse> {
    return this.retention.confirm(actor, id, version);
  }

  /** Of whom nothing may be erased. */
  @Get('legal-holds')
  @Allow(...keepers)
  holds(@CurrentActor() actor: Actor): Promise<HoldResponse[]> {
    return this.reader.holds(actor);
  }

  /** Holds everything of one pupil, with a reason. */
  @Post('legal-holds')
  @Allow('privacy-officer')
  @Idempotent()
  hold(@CurrentActor() actor: Actor, @Body() request: HoldRequest): Promise<HoldResponse[]> {
    return this.retention.hold(actor, request);
  }

  /** Lifts a hold, with a reason. */
  @Post('legal-holds/:id/end')
  @Allow('privacy-officer')
  lift(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: LiftRequest,
  ): Promise<HoldResponse[]> {
    return this.retention.lift(actor, id, request);
  }
}
