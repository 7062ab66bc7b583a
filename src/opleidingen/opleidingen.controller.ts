import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor, SignedIn } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import {
  AddOpleidingRequest,
  CorrectOpleidingRequest,
  ListOpleidingenQuery,
  OpleidingenPageResponse,
  OpleidingResponse,
  toOpleidingenPageResponse,
  toOpleidingResponse,
} from './opleidingen.dto.js';
import { OpleidingenReader } from './opleidingen.reader.js';
import { OpleidingenService } from './opleidingen.service.js';

@ApiTags('opleidingen')
@Controller('api/v1/opleidingen')
export class OpleidingenController {
  constructor(
    private readonly opleidingen: OpleidingenService,
    private readonly reader: OpleidingenReader,
  ) {}

  /** The programmes of the mbo schools, by name. */
  @Get()
  @SignedIn()
  async list(@Query() query: ListOpleidingenQuery): Promise<OpleidingenPageResponse> {
    return toOpleidingenPageResponse(await this.reader.list(query));
  }

  /** One programme; its version is in the ETag. */
  @Get(':id')
  @SignedIn()
  async one(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OpleidingResponse> {
    const opleiding = toOpleidingResponse(await this.reader.one(id));
    response.setHeader('etag', `"${opleiding.version}"`);
    return opleiding;
  }

  /** Adds one programme to the offer of the own school. */
  @Post()
  @Allow('school-administrator', 'intaker')
  @Idempotent()
  async add(@CurrentActor() actor: Actor, @Body() request: AddOpleidingRequest): Promise<OpleidingResponse> {
    return toOpleidingResponse(await this.opleidingen.add(actor, request));
  }

  /** Corrects name and niveau. If-Match with the version that was read. */
  @Patch(':id')
  @Allow('school-administrator', 'intaker')
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() request: CorrectOpleidingRequest,
  ): Promise<OpleidingResponse> {
    return toOpleidingResponse(await this.opleidingen.correct(actor, id, version, request));
  }

  /** Takes a programme out of the offer; it stays readable for those who applied for it. */
  @Post(':id/withdrawal')
  @Allow('school-administrator', 'intaker')
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<OpleidingResponse> {
    return toOpleidingResponse(await this.opleidingen.withdraw(actor, id, version));
  }

  /** Puts a withdrawn programme back in the offer. */
  @Delete(':id/withdrawal')
  @Allow('school-administrator', 'intaker')
  async offerAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
  ): Promise<OpleidingResponse> {
    return toOpleidingResponse(await this.opleidingen.offerAgain(actor, id, version));
  }
}
