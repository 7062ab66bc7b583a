import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { TakeAlong } from '../platform/access/paced.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { PaperAnswerRequest, PaperDeskResponse, toDeskResponse } from './paper.dto.js';
import { PaperReader } from './paper.reader.js';
import { PaperService } from './paper.service.js';
import { ReceiptResponse } from './receipt.dto.js';
import { ReceiptReader } from './receipt.reader.js';

@ApiTags('consents')
@Controller('api/v1')
export class ConsentPapersController {
  constructor(
    private readonly receipts: ReceiptReader,
    private readonly paper: PaperReader,
    private readonly papers: PaperService,
  ) {}

  /** What a share came to, to keep: for the pupil, and each guardian with custody who answered. */
  @Get('consents/:id/receipt')
  @TakeAlong()
  @Allow('pupil', 'guardian')
  receipt(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReceiptResponse> {
    return this.receipts.of(actor, id);
  }

  /** What a guardian of this pupil can answer on paper, and who can be the second name; under 16. */
  @Get('pupils/:pupilId/paper-answers')
  @Allow('mentor', 'decaan', 'school-administrator')
  async desk(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<PaperDeskResponse> {
    return toDeskResponse(await this.paper.desk(actor, pupilId));
  }

  /** Records what a guardian with custody signed on paper, with a second name of the school. */
  @Post('pupils/:pupilId/consents/:id/paper-answers')
  @Allow('mentor', 'decaan', 'school-administrator')
  @Idempotent()
  async record(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: PaperAnswerRequest,
  ): Promise<PaperDeskResponse> {
    return toDeskResponse(await this.papers.record(actor, pupilId, id, request));
  }
}
