import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import {
  LastDayRequest,
  MentoredResponse,
  MentorRequest,
  MentorsResponse,
  StaffChoiceResponse,
  TeacherRequest,
  TeacherResponse,
} from './mentors.dto.js';
import { MentorsReader } from './mentors.reader.js';
import { MentorsService } from './mentors.service.js';
import { TeachingService } from './teaching.service.js';

/** Periods end earlier or are given anew; they are never edited by two, so they carry no version. */
@ApiTags('mentors')
@Controller('api/v1')
@Allow('school-administrator', 'decaan')
export class MentorsController {
  constructor(
    private readonly mentors: MentorsService,
    private readonly teaching: TeachingService,
    private readonly reader: MentorsReader,
  ) {}

  /** Who works at the school: to choose a mentor or teacher from. */
  @Get('staff-choices')
  staff(@CurrentActor() actor: Actor): Promise<StaffChoiceResponse[]> {
    return this.reader.staff(actor);
  }

  /** The mentors of a group, now and later. */
  @Get('groups/:groupId/mentors')
  ofGroup(@CurrentActor() actor: Actor, @Param('groupId', ParseUUIDPipe) groupId: string): Promise<MentorsResponse> {
    return this.reader.ofGroup(actor, groupId);
  }

  /** A mentor, or a substitute with a last day, for everyone in the group. */
  @Post('groups/:groupId/mentors')
  @Idempotent()
  assignToGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() request: MentorRequest,
  ): Promise<MentoredResponse> {
    return this.mentors.assignToGroup(actor, groupId, request);
  }

  /** Ends a mentor of the group early. */
  @Patch('groups/:groupId/mentors/:personId')
  endForGroup(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() request: LastDayRequest,
  ): Promise<MentoredResponse> {
    return this.mentors.endForGroup(actor, groupId, personId, request);
  }

  /** The mentors of one pupil, now and later. */
  @Get('pupils/:pupilId/mentors')
  ofPupil(@CurrentActor() actor: Actor, @Param('pupilId', ParseUUIDPipe) pupilId: string): Promise<MentorsResponse> {
    return this.reader.ofPupil(actor, pupilId);
  }

  /** A mentor, or a substitute with a last day, for one pupil. */
  @Post('pupils/:pupilId/mentors')
  @Idempotent()
  assignToPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Body() request: MentorRequest,
  ): Promise<MentoredResponse> {
    return this.mentors.assignToPupil(actor, pupilId, request);
  }

  /** Ends a mentor of one pupil early. */
  @Patch('pupils/:pupilId/mentors/:personId')
  endForPupil(
    @CurrentActor() actor: Actor,
    @Param('pupilId', ParseUUIDPipe) pupilId: string,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() request: LastDayRequest,
  ): Promise<MentoredResponse> {
    return this.mentors.endForPupil(actor, pupilId, personId, request);
  }

  /** The teachers of a group, now and later. */
  @Get('groups/:groupId/teachers')
  teachers(@CurrentActor() actor: Actor, @Param('groupId', ParseUUIDPipe) groupId: string): Promise<TeacherResponse[]> {
    return this.reader.teachers(actor, groupId);
  }

  /** A teacher for the group, with subject and period. */
  @Post('groups/:groupId/teachers')
  @Idempotent()
  addTeacher(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
    @Body() request: TeacherRequest,
  ): Promise<TeacherResponse> {
    return this.teaching.add(actor, groupId, request);
  }

  /** Ends a teacher's assignment early. */
  @Patch('teaching-assignments/:id')
  @HttpCode(204)
  async endTeacher(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: LastDayRequest,
  ): Promise<void> {
    await this.teaching.end(actor, id, request);
  }
}
