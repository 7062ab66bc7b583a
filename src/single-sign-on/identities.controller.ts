import { Controller, Delete, Get, Header, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../platform/access/actor.js';
import { CurrentActor, SignedIn, StepUp } from '../platform/access/allow.decorator.js';
import { OwnIdentitiesResponse } from './identities.dto.js';
import { IdentitiesService } from './identities.service.js';

/** Signing in at a provider itself takes a browser: see the pages. */
@ApiTags('session')
@SignedIn()
@Controller('api/v1/identities')
export class IdentitiesController {
  constructor(private readonly identities: IdentitiesService) {}

  /** At which identity providers I can sign in. */
  @Get()
  @Header('cache-control', 'no-store')
  async list(@CurrentActor() actor: Actor): Promise<OwnIdentitiesResponse> {
    const own = await this.identities.own(actor);
    return { items: own.map(({ id, name, linkedAt }) => ({ id, name, linkedAt: linkedAt.toISOString() })) };
  }

  /** I no longer sign in there. Other sessions end; the last way in stays. */
  @Delete(':identityId')
  @StepUp()
  @HttpCode(204)
  unlink(@CurrentActor() actor: Actor, @Param('identityId', ParseUUIDPipe) identityId: string): Promise<void> {
    return this.identities.unlink(actor, identityId);
  }
}
