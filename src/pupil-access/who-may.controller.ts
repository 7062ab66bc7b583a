import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import type { WhoMayResponse } from './who-may.dto.js';
import { WhoMayReader } from './who-may.reader.js';

@ApiTags('consents')
@Controller('api/v1/pupils')
export class WhoMayController {
  constructor(private readonly reader: WhoMayReader) {}

  /** Who may read what of the dossier at this moment, on which ground and until when. */
  @Get(':pupilId/who-may')
  @Allow('pupil', 'guardian')
  whoMay(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<WhoMayResponse> {
    return this.reader.of(actor, pupilId);
  }
}
