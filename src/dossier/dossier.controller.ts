import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { ApplicantPage, DossierResponse } from './dossier.dto.js';
import { DossierReader } from './dossier.reader.js';

export class ApplicantQuery {
  /** Part of a name or opleiding. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  text?: string;

  /** Only dossiers that are shared, asked for, or neither. */
  @IsOptional()
  @IsIn(['shared', 'asked', 'none'])
  share?: 'shared' | 'asked' | 'none';

  /** `nextPage` of the part before. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  page?: string;
}

@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class DossierController {
  constructor(private readonly dossiers: DossierReader) {}

  /** Everyone who applied at the school of the intaker, with the dossier where it was shared. */
  @Get()
  @Allow('intaker')
  list(@CurrentActor() actor: Actor, @Query() query: ApplicantQuery): Promise<ApplicantPage> {
    return this.dossiers.applicants(actor, query);
  }

  /** One dossier, as far as the one who asks may read it now. 404 when that is nothing, or when there is no such pupil. */
  @Get(':pupilId')
  @Allow(
    'pupil',
    'guardian',
    'mentor',
    'teacher',
    'decaan',
    'lob-coordinator',
    'care-coordinator',
    'school-administrator',
    'intaker',
  )
  one(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<DossierResponse> {
    return this.dossiers.dossier(actor, pupilId);
  }
}
