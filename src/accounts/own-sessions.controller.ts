import { Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { CurrentActor, SignedIn, StepUp } from '../platform/access/allow.decorator.js';
import { EndedSessionsResponse, OwnSessionsResponse } from './own-sessions.dto.js';
import { OwnSessionsService } from './own-sessions.service.js';

@ApiTags('session')
@SignedIn()
@Controller('api/v1/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessionsService) {}

  /** Where I am signed in. */
  @Get()
  @Header('cache-control', 'no-store')
  async list(@CurrentActor() actor: Actor): Promise<OwnSessionsResponse> {
    return { items: await this.sessions.list(actor) };
  }

  /** Signs me out everywhere else. */
  @Delete()
  @StepUp()
  async endOthers(@CurrentActor() actor: Actor): Promise<EndedSessionsResponse> {
    return { ended: await this.sessions.endOthers(actor) };
  }

  /** Signs me out in one other place. */
  @Delete(':sessionId')
  @StepUp()
  @HttpCode(204)
  end(@CurrentActor() actor: Actor, @Param('sessionId', ParseUUIDPipe) sessionId: string): Promise<void> {
    return this.sessions.end(actor, sessionId);
  }
}
