import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import {
  StatutoryAnswerRequest,
  StatutoryOfferRequest,
  StatutorySettingsResponse,
  StatutoryShareResponse,
  StatutorySwitchRequest,
} from './statutory.dto.js';
import { StatutoryReader } from './statutory.reader.js';
import { StatutoryService } from './statutory.service.js';

/** Passing on on the ground of the law, with inspection and zienswijze; off unless region and school switched it on. */
@ApiTags('statutory')
@Controller('api/v1')
export class StatutoryController {
  constructor(
    private readonly statutory: StatutoryService,
    private readonly reader: StatutoryReader,
  ) {}

  /** Whether the region and the school of the actor use it. */
  @Get('statutory')
  @Allow('school-administrator', 'coordinator')
  settings(@CurrentActor() actor: Actor): Promise<StatutorySettingsResponse> {
    return this.reader.settings(actor);
  }

  /** Switches it on or off for the region. */
  @Put('statutory/region')
  @Allow('coordinator')
  async region(
    @CurrentActor() actor: Actor,
    @Body() { on }: StatutorySwitchRequest,
  ): Promise<StatutorySettingsResponse> {
    await this.statutory.turn(actor, 'region', on);
    return this.reader.settings(actor);
  }

  /** Switches it on or off for the school. */
  @Put('statutory/school')
  @Allow('school-administrator')
  async school(
    @CurrentActor() actor: Actor,
    @Body() { on }: StatutorySwitchRequest,
  ): Promise<StatutorySettingsResponse> {
    await this.statutory.turn(actor, 'school', on);
    return this.reader.settings(actor);
  }

  /** What the school passes on of a pupil on the ground of the law. */
  @Get('pupils/:pupilId/statutory-shares')
  @Allow('pupil', 'guardian', 'mentor', 'decaan', 'lob-coordinator')
  list(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<StatutoryShareResponse[]> {
    return this.reader.ofPupil(actor, pupilId);
  }

  /** Lets pupil and guardians look at what will be passed on. */
  @Post('pupils/:pupilId/statutory-shares')
  @Allow('mentor', 'decaan', 'lob-coordinator')
  @Idempotent()
  offer(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: StatutoryOfferRequest,
  ): Promise<StatutoryShareResponse> {
    return this.statutory.offer(actor, pupilId, request);
  }

  /** Agree or not, with an own view that goes along: the pupil, or a guardian with custody under 16. */
  @Post('statutory-shares/:id/answers')
  @Allow('pupil', 'guardian')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: StatutoryAnswerRequest,
  ): Promise<StatutoryShareResponse> {
    return this.statutory.answer(actor, id, request);
  }

  /** The school stops passing it on. */
  @Post('statutory-shares/:id/end')
  @Allow('mentor', 'decaan', 'lob-coordinator')
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StatutoryShareResponse> {
    return this.statutory.end(actor, id);
  }
}
