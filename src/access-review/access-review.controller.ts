import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import { SchoolAuditPage, SchoolEventsQuery } from './school-audit.dto.js';
import { SchoolAuditReader } from './school-audit.reader.js';
import {
  DayPipe,
  KindPipe,
  ReviewRequest,
  toUnusualResponse,
  UnusualListResponse,
  UnusualQuery,
  UnusualResponse,
} from './unusual.dto.js';
import { UnusualReader } from './unusual.reader.js';
import { UnusualService } from './unusual.service.js';
import type { UnusualKind } from './unusual.types.js';

/** The audit of the privacy officer's school, and what is out of the ordinary in it. */
@ApiTags('audit-events')
@Controller('api/v1')
@Allow('privacy-officer')
export class AccessReviewController {
  constructor(
    private readonly school: SchoolAuditReader,
    private readonly unusual: UnusualReader,
    private readonly reviews: UnusualService,
  ) {}

  /** The audit of the privacy officer's school and its pupils; no content. */
  @Get('audit-events')
  events(@CurrentActor() actor: Actor, @Query() query: SchoolEventsQuery): Promise<SchoolAuditPage> {
    return this.school.events(actor, query);
  }

  /** What is out of the ordinary: many dossiers, at night, of a namesake, refusals again and again. */
  @Get('unusual-access')
  async list(@CurrentActor() actor: Actor, @Query() query: UnusualQuery): Promise<UnusualListResponse> {
    const { items, from, until } = await this.unusual.list(actor, query);
    return { items: items.map(toUnusualResponse), from, until };
  }

  /** One of them. */
  @Get('unusual-access/:kind/:actorId/:day')
  async one(
    @CurrentActor() actor: Actor,
    @Param('kind', KindPipe) kind: UnusualKind,
    @Param('actorId', ParseUUIDPipe) actorId: string,
    @Param('day', DayPipe) day: string,
  ): Promise<UnusualResponse> {
    return toUnusualResponse(await this.unusual.one(actor, { kind, actorId, day }));
  }

  /** Says what came of looking into it: in order, or to be followed up. `If-Match: "0"` the first time. */
  @Put('unusual-access/:kind/:actorId/:day/review')
  @HttpCode(204)
  async review(
    @CurrentActor() actor: Actor,
    @Param('kind', KindPipe) kind: UnusualKind,
    @Param('actorId', ParseUUIDPipe) actorId: string,
    @Param('day', DayPipe) day: string,
    @Body() body: ReviewRequest,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.reviews.review(actor, { kind, actorId, day }, body, version);
  }
}
