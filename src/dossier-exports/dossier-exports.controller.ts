import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { TakeAlong } from '../platform/access/paced.decorator.js';
import { ExportResponse } from './dossier-exports.dto.js';
import { DossierExportsService } from './dossier-exports.service.js';

@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class DossierExportsController {
  constructor(private readonly exports: DossierExportsService) {}

  /**
   * Takes over what the school may read of this pupil now. It leaves a receipt and asks for a confirmation later, so it is
   * no GET: looking changes nothing.
   */
  @Post(':pupilId/export')
  @Allow('intaker', 'slb')
  @HttpCode(200)
  @TakeAlong()
  export(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<ExportResponse> {
    return this.exports.export(actor, pupilId);
  }
}
