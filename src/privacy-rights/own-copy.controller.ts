import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { TakeAlong } from '../platform/access/paced.decorator.js';
import { OwnCopyResponse } from './own-copy.dto.js';
import { OwnCopyReader } from './own-copy.reader.js';

@ApiTags('privacy-rights')
@Controller('api/v1/pupils/:pupilId')
export class OwnCopyController {
  constructor(private readonly reader: OwnCopyReader) {}

  /**
   * Everything that is known of the pupil, from day one to now: for the pupil, and a guardian with custody under 16, who
   * does not get what the pupil keeps private.
   */
  @Get('copy')
  @TakeAlong()
  @Allow('pupil', 'guardian')
  copy(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<OwnCopyResponse> {
    return this.reader.copy(actor, pupilId);
  }
}
