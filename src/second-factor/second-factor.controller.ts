import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { SessionResponse } from '../accounts/me.dto.js';
import { MeReader } from '../accounts/me.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Anonymous, CurrentActor, SignedIn, StepUp, WithoutFactor } from '../platform/access/allow.decorator.js';
import { requestToken } from '../platform/access/session-token.js';
import { Config } from '../platform/config.js';
import {
  FactorCodeRequest,
  FactorSetResponse,
  FactorStateResponse,
  NewSecretResponse,
  RecoveryCodesResponse,
  SetFactorRequest,
} from './second-factor.dto.js';
import { SecondFactorReader } from './second-factor.reader.js';
import { SecondFactorService } from './second-factor.service.js';

/** Those that change the session ask for the token themselves, outside the transaction of the request. */
@ApiTags('session')
@Controller('api/v1/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactorService,
    private readonly reader: SecondFactorReader,
    private readonly me: MeReader,
    private readonly config: Config,
  ) {}

  /** Whether I set up a second step, and how many recovery codes I have left. */
  @Get()
  @SignedIn()
  @WithoutFactor()
  @Header('cache-control', 'no-store')
  async state(@CurrentActor() actor: Actor): Promise<FactorStateResponse> {
    const { setAt, recoveryCodesLeft } = await this.reader.account(actor);
    return { set: setAt !== null, setAt: setAt?.toISOString() ?? null, recoveryCodesLeft };
  }

  /** A new secret for an app. It counts once its first code was right; to replace one, give the second step first. */
  @Post('secret')
  @SignedIn()
  @WithoutFactor()
  @Header('cache-control', 'no-store')
  newSecret(@CurrentActor() actor: Actor): Promise<NewSecretResponse> {
    return this.factor.newSecret(actor);
  }

  /** The first code: from now on this is the second step. The session goes on under a new token, others end. */
  @Put()
  @Anonymous()
  @Header('cache-control', 'no-store')
  async set(@Body() sent: SetFactorRequest, @Req() request: Request): Promise<FactorSetResponse> {
    const { started, recoveryCodes } = await this.factor.set(this.token(request), sent);
    return { ...(await this.me.session(started)), recoveryCodes };
  }

  /** Gives the second step, or gives it again. The session goes on under a new token. */
  @Post('proof')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async give(@Body() { code }: FactorCodeRequest, @Req() request: Request): Promise<SessionResponse> {
    return this.me.session(await this.factor.give(this.token(request), code, request.ip ?? ''));
  }

  /** Ten new recovery codes; the earlier ones work no longer. */
  @Post('recovery-codes')
  @SignedIn()
  @StepUp()
  @Header('cache-control', 'no-store')
  async recoveryCodes(@CurrentActor() actor: Actor): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.factor.newRecoveryCodes(actor) };
  }

  /** Takes the second step away; given no longer than 15 minutes ago. Other sessions end. */
  @Delete()
  @Anonymous()
  @HttpCode(204)
  remove(@Req() request: Request): Promise<void> {
    return this.factor.remove(this.token(request));
  }

  private token(request: Request): Buffer | null {
    return requestToken(request, this.config.secureCookies);
  }
}
