import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor } from '../platform/access/allow.decorator.js';
import { GroupPupilsResponse, GroupResponse, toGroupPupilsResponse, toGroupResponse } from './pupil-access.dto.js';
import { PupilAccessReader } from './pupil-access.reader.js';

/** Groups and their pupils: what is in them differs by who asks. */
@ApiTags('groups')
@Controller('api/v1/groups')
@Allow('decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator', 'mentor', 'teacher', 'guest-teacher')
export class PupilAccessController {
  constructor(private readonly reader: PupilAccessReader) {}

  /** The groups of this school year in which the actor sees at least one pupil. */
  @Get()
  async groups(@CurrentActor() actor: Actor): Promise<GroupResponse[]> {
    return (await this.reader.groups(actor)).map(toGroupResponse);
  }

  /** The pupils of one group whom the actor may see. */
  @Get(':groupId/pupils')
  async group(
    @CurrentActor() actor: Actor,
    @Param('groupId', ParseUUIDPipe) groupId: string,
  ): Promise<GroupPupilsResponse> {
    return toGroupPupilsResponse(await this.reader.group(actor, groupId));
  }
}
