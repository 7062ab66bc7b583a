import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { AnswerRequest, AskedResponse, AskRequest, ConsentRequest, ConsentResponse } from './consent.dto.js';
import { ConsentReader } from './consent.reader.js';
import { ConsentService } from './consent.service.js';

@ApiTags('consents')
@Controller('api/v1')
export class ConsentController {
  constructor(
    private readonly consents: ConsentService,
    private readonly reader: ConsentReader,
  ) {}

  /** What is shared of a pupil with which school, and where each answer stands. */
  @Get('pupils/:pupilId/consents')
  @Allow('pupil', 'guardian', 'mentor', 'decaan', 'lob-coordinator')
  list(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<ConsentResponse[]> {
    return this.reader.ofPupil(actor, pupilId);
  }

  /** The pupil shares sections, for one purpose, with a school where he applied or is placed. */
  @Post('pupils/:pupilId/consents')
  @Allow('pupil')
  @Idempotent()
  give(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: ConsentRequest,
  ): Promise<ConsentResponse> {
    return this.consents.give(actor, pupilId, request);
  }

  /** A receiving school asks an applicant to share. */
  @Post('consent-requests')
  @Allow('intaker')
  @Idempotent()
  ask(@CurrentActor() actor: Actor, @Body() request: AskRequest): Promise<AskedResponse> {
    return this.consents.ask(actor, request);
  }

  /** Yes or no: the pupil, or a guardian with custody while the pupil is under 16. */
  @Post('consents/:id/answers')
  @Allow('pupil', 'guardian')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AnswerRequest,
  ): Promise<ConsentResponse> {
    return this.consents.answer(actor, id, request);
  }

  /** The pupil decides another day. */
  @Post('consents/:id/later')
  @Allow('pupil')
  later(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsentResponse> {
    return this.consents.later(actor, id);
  }

  /** Takes the share back; works on the next request. */
  @Post('consents/:id/withdrawal')
  @Allow('pupil', 'guardian')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ConsentResponse> {
    return this.consents.withdraw(actor, id);
  }
}
