import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import {
  ApplyRosterRequest,
  ImportListResponse,
  RosterImportResultResponse,
  RosterImportResponse,
  toHeadResponse,
  toImportResponse,
  toResultResponse,
} from './roster-import.dto.js';
import { RosterImportService } from './roster-import.service.js';
import { rosterUpload, type UploadedRoster } from './roster-upload.types.js';

const files = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
  },
};

@ApiTags('roster-imports')
@Controller('api/v1/roster-imports')
export class RosterImportController {
  constructor(private readonly imports: RosterImportService) {}

  /**
   * Reads a roster: our own CSV, or OneRoster 1.1 or 1.2 as a zip or as separate files; 20 MB together. Says what it
   * would change; with faults the status is `refused`. Nothing changes yet.
   */
  @Post()
  @Allow('school-administrator', 'decaan')
  @UseInterceptors(AnyFilesInterceptor(rosterUpload))
  @ApiConsumes('multipart/form-data')
  @ApiBody(files)
  async read(
    @CurrentActor() actor: Actor,
    @UploadedFiles() sent: UploadedRoster[] = [],
  ): Promise<RosterImportResponse> {
    return toImportResponse(await this.imports.read(actor, 'roster', sent));
  }

  /** Reads a school's LOB history (CSV: leerlingnummer, datum, soort, titel, plaats, competentie). */
  @Post('lob-history')
  @Allow('decaan')
  @UseInterceptors(AnyFilesInterceptor(rosterUpload))
  @ApiConsumes('multipart/form-data')
  @ApiBody(files)
  async readHistory(
    @CurrentActor() actor: Actor,
    @UploadedFiles() sent: UploadedRoster[] = [],
  ): Promise<RosterImportResponse> {
    return toImportResponse(await this.imports.read(actor, 'lob-history', sent));
  }

  /** The ten latest imports of the school. */
  @Get()
  @Allow('school-administrator', 'decaan')
  async latest(@CurrentActor() actor: Actor): Promise<ImportListResponse> {
    return { items: (await this.imports.latest(actor)).map(toHeadResponse) };
  }

  /** One import: what it would change now, what is wrong with it, or what it did. */
  @Get(':id')
  @Allow('school-administrator', 'decaan')
  async view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RosterImportResponse> {
    return toImportResponse(await this.imports.view(actor, id));
  }

  /** Applies all of it or nothing. 412 when the school changed since the preview; doing it twice is doing it once. */
  @Post(':id/apply')
  @Allow('school-administrator', 'decaan')
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ApplyRosterRequest,
  ): Promise<RosterImportResultResponse> {
    return toResultResponse(await this.imports.apply(actor, id, request));
  }
}
