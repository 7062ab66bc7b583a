import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, AllowStaff, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { SearchRarely } from '../platform/access/paced.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import {
  EmergencyListResponse,
  EmergencyRequest,
  EmergencyReviewRequest,
  EmergencySearchRequest,
  FoundPupilsResponse,
  OwnEmergencyResponse,
  toEmergency,
  toFoundPupil,
  toOwnEmergency,
} from './emergency.dto.js';
import { EmergencyReader } from './emergency.reader.js';
import { EmergencyService } from './emergency.service.js';

@ApiTags('emergency-access')
@Controller('api/v1/emergency-access')
export class EmergencyController {
  constructor(
    private readonly emergencies: EmergencyService,
    private readonly reader: EmergencyReader,
  ) {}

  /** Finds a pupil by the whole family name and the birth date, to open in a life-threatening situation. On record. */
  @Post('searches')
  @HttpCode(200)
  @SearchRarely('familyName')
  @AllowStaff()
  async search(@CurrentActor() actor: Actor, @Body() body: EmergencySearchRequest): Promise<FoundPupilsResponse> {
    return { items: (await this.emergencies.search(actor, body)).map(toFoundPupil) };
  }

  /** Opens the profile of a pupil for 60 minutes. The family and the privacy officer are told. */
  @Post()
  @Idempotent()
  @AllowStaff()
  async open(@CurrentActor() actor: Actor, @Body() body: EmergencyRequest): Promise<OwnEmergencyResponse> {
    const { id } = await this.emergencies.open(actor, body);
    return toOwnEmergency(await this.reader.ownOne(actor, id));
  }

  /** Ends it before its time. */
  @Post(':id/end')
  @HttpCode(204)
  @AllowStaff()
  end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.emergencies.end(actor, id);
  }

  /** What was opened at the privacy officer's school, and what has yet to be reviewed. */
  @Get()
  @Allow('privacy-officer')
  async list(@CurrentActor() actor: Actor): Promise<EmergencyListResponse> {
    return { items: (await this.reader.ofSchool(actor)).map(toEmergency) };
  }

  /** Says what it was. */
  @Put(':id/review')
  @HttpCode(204)
  @Allow('privacy-officer')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EmergencyReviewRequest,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.emergencies.review(actor, id, body, version);
  }
}
