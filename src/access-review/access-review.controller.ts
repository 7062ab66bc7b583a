import { Body, Controller, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Search } from '../platform/access/paced.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import { SchoolAuditPage, SchoolEventsQuery } from './school-audit.dto.js';
import { SchoolAuditReader } from './school-audit.reader.js';
import { KeyedReviewRequest, toUnusualResponse, UnusualListResponse, UnusualQuery } from './unusual.dto.js';
import { UnusualReader } from './unusual.reader.js';
import { UnusualService } from './unusual.service.js';

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
  @Search('pupilNumber')
  events(@CurrentActor() actor: Actor, @Query() query: SchoolEventsQuery): Promise<SchoolAuditPage> {
    return this.school.events(actor, query);
  }

  /** What is out of the ordinary: many dossiers, at night, of a namesake, refusals again and again. */
  @Get('unusual-access')
  async list(@CurrentActor() actor: Actor, @Query() query: UnusualQuery): Promise<UnusualListResponse> {
    const { items, from, until } = await this.unusual.list(actor, query);
    return { items: items.map(toUnusualResponse), from, until };
  }

  /** Says what came of looking into one of them: in order, or to be followed up. `If-Match: "0"` the first time. */
  @Put('unusual-access/review')
  @HttpCode(204)
  async review(
    @CurrentActor() actor: Actor,
    @Body() { kind, actorId, day, ...review }: KeyedReviewRequest,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.reviews.review(actor, { kind, actorId, day }, review, version);
  }
}
