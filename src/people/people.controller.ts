import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { Allow, CurrentActor, StepUp } from '../platform/access/allow.decorator.js';
import { Search, TakeAlong } from '../platform/access/paced.decorator.js';
import { Idempotent } from '../platform/access/idempotent.decorator.js';
import {
  AccountRequest,
  AddedResponse,
  ContactRequest,
  IssuedCodeResponse,
  NewRoleRequest,
  NewStaffRequest,
  RoleEndRequest,
  StaffListResponse,
  StaffQuery,
  StaffResponse,
} from './people.dto.js';
import { PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Allow('school-administrator')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly reader: PeopleReader,
  ) {}

  /** The staff of the school, a hundred at a time. */
  @Get()
  @Search('search')
  list(@CurrentActor() actor: Actor, @Query() query: StaffQuery): Promise<StaffListResponse> {
    return this.reader.staff(actor, query);
  }

  /** One member of staff. */
  @Get(':personId')
  one(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) personId: string): Promise<StaffResponse> {
    return this.reader.member(actor, personId);
  }

  /** Adds a member of staff; ask for an activation code next. */
  @Post()
  @StepUp()
  @Idempotent()
  add(@CurrentActor() actor: Actor, @Body() request: NewStaffRequest): Promise<AddedResponse> {
    return this.people.add(actor, request);
  }

  /** Corrects the address and the telephone number. Of a colleague who works elsewhere too it stays as it is (409). */
  @Put(':personId/contact')
  @StepUp()
  @HttpCode(204)
  changeContact(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() request: ContactRequest,
  ): Promise<void> {
    return this.people.changeContact(actor, personId, request);
  }

  /** A new code for the letter; earlier unused codes end. Needs no key: the answer must not be stored anywhere. */
  @Post(':personId/activation-codes')
  @StepUp()
  @TakeAlong()
  issueCode(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<IssuedCodeResponse> {
    return this.people.issueCode(actor, personId);
  }

  /** Gives a role at this school, to somebody else. */
  @Post(':personId/roles')
  @StepUp()
  @Idempotent()
  giveRole(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() request: NewRoleRequest,
  ): Promise<AddedResponse> {
    return this.people.giveRole(actor, personId, request);
  }

  /** Ends a role after a day, or at once. */
  @Delete(':personId/roles/:roleId')
  @HttpCode(204)
  endRole(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Param('roleId', ParseUUIDPipe) roleId: string,
    @Query() { until }: RoleEndRequest,
  ): Promise<void> {
    return this.people.endRole(actor, personId, roleId, until);
  }

  /** Takes away the second step of a colleague who lost it; the next sign-in sets up a new one. */
  @Delete(':personId/second-factor')
  @StepUp()
  @HttpCode(204)
  resetSecondFactor(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) personId: string): Promise<void> {
    return this.people.resetSecondFactor(actor, personId);
  }

  /** Lets a member of staff sign in no longer, or again. */
  @Put(':personId/account')
  @HttpCode(204)
  setAccount(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
    @Body() { disabled }: AccountRequest,
  ): Promise<void> {
    return this.people.setAccount(actor, personId, disabled);
  }
}
