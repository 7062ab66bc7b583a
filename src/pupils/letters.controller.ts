import { Body, Controller, Get, Header, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { TakeAlong } from '../platform/access/paced.decorator.js';
import { LettersRequest, LettersResponse, RecipientResponse } from './letters.dto.js';
import { LettersService } from './letters.service.js';

/**
 * Letters with one-time codes. No Idempotency-Key: the answer would have to be kept, and codes are stored nowhere. Asking
 * twice is harmless: the codes of the first answer end.
 */
@ApiTags('activation-letters')
@Controller('api/v1')
@Allow('mentor', 'decaan', 'school-administrator')
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  /** Who of a group would get a letter: its pupils that the actor sees, and their guardians with custody. */
  @Get('groups/:groupId/activation-letters')
  forGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<RecipientResponse[]> {
    return this.letters.recipients(actor, { groupId });
  }

  /** Codes for a group. Earlier codes that were not used end; who chose a password already is skipped. */
  @Post('groups/:groupId/activation-letters')
  @TakeAlong()
  @Header('cache-control', 'no-store')
  issueForGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() request: LettersRequest,
  ): Promise<LettersResponse> {
    return this.letters.issue(actor, { groupId }, request);
  }

  /** Who would get a letter for one pupil. */
  @Get('pupils/:pupilId/activation-letters')
  forPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<RecipientResponse[]> {
    return this.letters.recipients(actor, { pupilId });
  }

  /** Codes for one pupil and the guardians with custody; with `reset` also for who lost a password. */
  @Post('pupils/:pupilId/activation-letters')
  @TakeAlong()
  @Header('cache-control', 'no-store')
  issueForPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: LettersRequest,
  ): Promise<LettersResponse> {
    return this.letters.issue(actor, { pupilId }, request);
  }
}
