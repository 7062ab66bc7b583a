import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { listUpload, type UploadedList } from './list-upload.types.js';
import {
  ApplyImportRequest,
  OpleidingImportPreviewResponse,
  OpleidingImportResultResponse,
  ReadListRequest,
  toOpleidingImportPreviewResponse,
} from './opleiding-imports.dto.js';
import { OpleidingImportsService } from './opleiding-imports.service.js';

@ApiTags('opleidingen')
@Controller('api/v1/opleidingen/imports')
export class OpleidingImportsController {
  constructor(private readonly imports: OpleidingImportsService) {}

  /** Reads a crebo list (CSV, at most 5 MB) for one location and says what it would change. Nothing changes yet. */
  @Post()
  @Allow('school-administrator', 'intaker')
  @Idempotent()
  @UseInterceptors(FileInterceptor('file', listUpload))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'locationId'],
      properties: { file: { type: 'string', format: 'binary' }, locationId: { type: 'string', format: 'uuid' } },
    },
  })
  async read(
    @CurrentActor() actor: Actor,
    @Body() { locationId }: ReadListRequest,
    @UploadedFile() file?: UploadedList,
  ): Promise<OpleidingImportPreviewResponse> {
    return toOpleidingImportPreviewResponse(await this.imports.read(actor, locationId, file));
  }

  /** What a list that was read would change now. */
  @Get(':id')
  @Allow('school-administrator', 'intaker')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OpleidingImportPreviewResponse> {
    return toOpleidingImportPreviewResponse(await this.imports.preview(actor, id));
  }

  /** Applies what was chosen, all of it or nothing. 412 when the offer changed since the preview. */
  @Post(':id/apply')
  @Allow('school-administrator', 'intaker')
  @Idempotent()
  @HttpCode(200)
  apply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { seen, ...choice }: ApplyImportRequest,
  ): Promise<OpleidingImportResultResponse> {
    return this.imports.apply(actor, id, seen, choice);
  }
}
