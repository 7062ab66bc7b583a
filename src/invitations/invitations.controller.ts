import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { SessionResponse } from '../accounts/me.dto.js';
import { MeReader } from '../accounts/me.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Allow, Anonymous, CurrentActor, SignedIn } from '../platform/access/allow.decorator.js';
import { notFound } from '../platform/errors/domain-error.js';
import { AddedResponse } from '../people/people.dto.js';
import { LocalSignInService } from '../sign-in/local-sign-in.service.js';
import {
  AcceptRequest,
  InvitationResponse,
  InvitedResponse,
  JoinedResponse,
  LinkCodeRequest,
} from './invitations.dto.js';
import { InvitationsReader } from './invitations.reader.js';
import { InvitationsService } from './invitations.service.js';
import { TakeUpService } from './take-up.service.js';

@ApiTags('invitations')
@Controller('api/v1')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly reader: InvitationsReader,
    private readonly takeUp: TakeUpService,
    private readonly visits: LocalSignInService,
    private readonly me: MeReader,
  ) {}

  /** The last invitation of a member of staff. */
  @Get('people/:personId/invitation')
  @Allow('school-administrator')
  async one(
    @CurrentActor() actor: Actor,
    @Param('personId', ParseUUIDPipe) personId: string,
  ): Promise<InvitationResponse> {
    const [invitation] = await this.reader.of(actor, [personId]);
    if (!invitation) throw notFound();
    return invitation;
  }

  /** Sends a link by mail, valid once and for seven days; earlier links end. Asking twice is harmless. */
  @Post('people/:personId/invitation')
  @Allow('school-administrator')
  invite(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) personId: string): Promise<AddedResponse> {
    return this.invitations.invite(actor, personId);
  }

  /** Takes it back: the link ends, and a message that waits is not sent. */
  @Delete('people/:personId/invitation')
  @Allow('school-administrator')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('personId', ParseUUIDPipe) personId: string): Promise<void> {
    return this.invitations.withdraw(actor, personId);
  }

  /** What a link is for. Uses nothing up. */
  @Post('invitation/look')
  @Anonymous()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  look(@Body() { code }: LinkCodeRequest): Promise<InvitedResponse> {
    return this.takeUp.look(code);
  }

  /** Takes up an invitation with an account of its own, and signs in. */
  @Post('invitation/accept')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async accept(@Body() sent: AcceptRequest, @Req() request: Request): Promise<SessionResponse> {
    return this.me.session(await this.takeUp.accept(sent, this.visits.visit(request)));
  }

  /** Adds an invitation to the account that is signed in. Acting at the new school is the next step (PUT session). */
  @Post('invitation/join')
  @SignedIn()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  join(@CurrentActor() actor: Actor, @Body() { code }: LinkCodeRequest): Promise<JoinedResponse> {
    return this.takeUp.join(actor, code);
  }
}
