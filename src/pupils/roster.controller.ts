import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Search } from '../platform/access/paced.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import {
  CompletedResponse,
  CompleteEnrolmentsRequest,
  CustodyRequest,
  CustodyResponse,
  CustodyRowsRequest,
  GuardianPageResponse,
  GuardianResponse,
  GuardianSectionsRequest,
  GuardianSectionsResponse,
  ListGuardiansQuery,
  ListPupilsQuery,
  RosterPageResponse,
} from './roster.dto.js';
import { RosterReader } from './roster.reader.js';
import { RosterService } from './roster.service.js';

@ApiTags('pupils')
@Controller('api/v1')
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly reader: RosterReader,
  ) {}

  /** The pupils of the school, by name. */
  @Get('pupils')
  @Search('search')
  @Allow('school-administrator', 'decaan')
  pupils(@CurrentActor() actor: Actor, @Query() query: ListPupilsQuery): Promise<RosterPageResponse> {
    return this.reader.pupils(actor, query);
  }

  /** Says leerjaar, leerweg and profiel of one pupil or of many: all or nothing. Each row carries its version. */
  @Patch('enrolments')
  @Allow('school-administrator', 'decaan')
  complete(@CurrentActor() actor: Actor, @Body() request: CompleteEnrolmentsRequest): Promise<CompletedResponse> {
    return this.roster.completeEnrolments(actor, request);
  }

  /** The guardians of the school's pupils; with `custodyUnknown` those of whom the school has still to say. */
  @Get('guardians')
  @Allow('school-administrator', 'decaan')
  guardians(@CurrentActor() actor: Actor, @Query() query: ListGuardiansQuery): Promise<GuardianPageResponse> {
    return this.reader.guardians(actor, query);
  }

  /** The guardians of one pupil. */
  @Get('pupils/:pupilId/guardians')
  @Allow('school-administrator', 'decaan')
  guardiansOf(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<GuardianResponse[]> {
    return this.reader.guardiansOf(actor, pupilId);
  }

  /** Says of many guardians whether they have custody: all or nothing. Each row carries its version. */
  @Patch('guardians')
  @Allow('school-administrator', 'decaan')
  setCustodies(@CurrentActor() actor: Actor, @Body() request: CustodyRowsRequest): Promise<CompletedResponse> {
    return this.roster.setCustodies(actor, request);
  }

  /** Says whether a guardian has custody. If-Match with the version that was read. */
  @Patch('guardians/:id')
  @Allow('school-administrator', 'decaan')
  setCustody(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CustodyRequest,
    @IfMatch() version: number,
  ): Promise<CustodyResponse> {
    return this.roster.setCustody(actor, id, request, version);
  }

  /** What the pupil opened to the guardians. */
  @Get('pupils/:pupilId/guardian-sections')
  @Allow('pupil')
  guardianSections(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
  ): Promise<GuardianSectionsResponse> {
    return this.reader.guardianSections(actor, pupilId);
  }

  /** From 16 the pupil says what the guardians may read. If-Match with the version that was read. */
  @Put('pupils/:pupilId/guardian-sections')
  @Allow('pupil')
  openToGuardians(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: GuardianSectionsRequest,
    @IfMatch() version: number,
  ): Promise<GuardianSectionsResponse> {
    return this.roster.openToGuardians(actor, pupilId, request, version);
  }
}
