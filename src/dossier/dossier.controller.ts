import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, AllowStaff, CurrentActor } from '../platform/access/allow.decorator.js';
import { Search } from '../platform/access/paced.decorator.js';
import { ApplicantsReader } from './applicants.reader.js';
import { ApplicantPage, ApplicantQuery, DossierResponse } from './dossier.dto.js';
import { DossierReader } from './dossier.reader.js';

@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class DossierController {
  constructor(
    private readonly applicants: ApplicantsReader,
    private readonly dossiers: DossierReader,
  ) {}

  /** Everyone who applied or is placed at the school of the intaker, with the dossier where it was shared. */
  @Get()
  @Search('text')
  @Allow('intaker')
  list(@CurrentActor() actor: Actor, @Query() query: ApplicantQuery): Promise<ApplicantPage> {
    return this.applicants.applicants(actor, query);
  }

  /** One dossier, as far as the one who asks may read it now. 404 when that is nothing, or when there is no such pupil. */
  @Get(':pupilId')
  @AllowStaff('pupil', 'guardian')
  one(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<DossierResponse> {
    return this.dossiers.dossier(actor, pupilId);
  }
}
