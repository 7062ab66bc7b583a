import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import { IfMatch } from '../platform/errors/etag.js';
import {
  ActivityFacts,
  ChangedResponse,
  ClassLogResponse,
  LogForGroupRequest,
  LogForPupilRequest,
  LoggedResponse,
  NewReflectionRequest,
  OwnWordsRequest,
  ReflectionRequest,
  ReflectionResponse,
  RemovalRequest,
  toClassLogResponse,
} from './lob.dto.js';
import { LobReader } from './lob.reader.js';
import { LobService } from './lob.service.js';
import { ReflectionsService } from './reflections.service.js';

const staff = ['decaan', 'lob-coordinator', 'mentor', 'teacher'] as const;

@ApiTags('activities')
@Controller('api/v1')
export class LobController {
  constructor(
    private readonly lob: LobService,
    private readonly reflections: ReflectionsService,
    private readonly reader: LobReader,
  ) {}

  /** Logs one activity for everyone of a group who was there: one transaction, once per Idempotency-Key. */
  @Post('groups/:groupId/activities')
  @Allow(...staff)
  @Idempotent()
  logForGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() request: LogForGroupRequest,
  ): Promise<LoggedResponse> {
    return this.lob.logForGroup(actor, groupId, request);
  }

  /** Logs one activity for one pupil; a pupil logs his own. */
  @Post('pupils/:pupilId/activities')
  @Allow(...staff, 'pupil')
  @Idempotent()
  logForPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: LogForPupilRequest,
  ): Promise<LoggedResponse> {
    return this.lob.logForPupil(actor, pupilId, request);
  }

  /** Corrects the facts of one activity in one dossier. If-Match with the version that was read. */
  @Patch('activities/:id')
  @Allow(...staff, 'pupil')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: LogForPupilRequest,
    @IfMatch() version: number,
  ): Promise<ChangedResponse> {
    return this.lob.correct(actor, id, request, version);
  }

  /** Takes one activity out of one dossier, with a reason. */
  @Delete('activities/:id')
  @Allow(...staff, 'pupil')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RemovalRequest,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.lob.remove(actor, id, request.reason, version);
  }

  /** A class log with its facts, its pupils and its version, for whoever may correct it. */
  @Get('activity-logs/:logId')
  @Allow(...staff)
  async log(@CurrentActor() actor: Actor, @Param('logId', ParseUUIDPipe) logId: string): Promise<ClassLogResponse> {
    return toClassLogResponse(await this.reader.classLog(actor, logId));
  }

  /** Corrects a class log in every dossier at once. If-Match with the version that was read. */
  @Patch('activity-logs/:logId')
  @Allow(...staff)
  correctLog(
    @CurrentActor() actor: Actor,
    @Param('logId', ParseUUIDPipe) logId: string,
    @Body() request: ActivityFacts,
    @IfMatch() version: number,
  ): Promise<LoggedResponse> {
    return this.lob.correctLog(actor, logId, request, version);
  }

  /** Takes a class log out of every dossier at once, with a reason. */
  @Delete('activity-logs/:logId')
  @Allow(...staff)
  removeLog(
    @CurrentActor() actor: Actor,
    @Param('logId', ParseUUIDPipe) logId: string,
    @Body() request: RemovalRequest,
    @IfMatch() version: number,
  ): Promise<LoggedResponse> {
    return this.lob.removeLog(actor, logId, request.reason, version);
  }

  /** The pupil's result, evaluation and follow-up on an activity. */
  @Put('activities/:id/own-words')
  @Allow('pupil')
  writeOwnWords(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: OwnWordsRequest,
    @IfMatch() version: number,
  ): Promise<ChangedResponse> {
    return this.lob.writeOwnWords(actor, id, request, version);
  }

  /** Writes a reflection; private until opened. */
  @Post('pupils/:pupilId/reflections')
  @Allow('pupil')
  @Idempotent()
  writeReflection(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: NewReflectionRequest,
  ): Promise<ReflectionResponse> {
    return this.reflections.write(actor, pupilId, request);
  }

  /** Changes a reflection, or who may read it. */
  @Patch('reflections/:id')
  @Allow('pupil')
  changeReflection(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReflectionRequest,
    @IfMatch() version: number,
  ): Promise<ReflectionResponse> {
    return this.reflections.change(actor, id, request, version);
  }
}
