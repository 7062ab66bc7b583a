import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Actor } from '../platform/access/actor.js';
import { Anonymous, CurrentActor, SignedIn, WithoutFactor } from '../platform/access/allow.decorator.js';
import { requestToken } from '../platform/access/session-token.js';
import { Config } from '../platform/config.js';
import { ActivateService } from './activate.service.js';
import { LocalSignInService } from './local-sign-in.service.js';
import { MeReader } from '../accounts/me.reader.js';
import { MeResponse, SessionResponse } from '../accounts/me.dto.js';
import { ActivationRequest, SignInRequest, SwitchRequest } from './session.dto.js';
import { SignInService } from './sign-in.service.js';

@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly localSignIn: LocalSignInService,
    private readonly signIn: SignInService,
    private readonly activation: ActivateService,
    private readonly reader: MeReader,
    private readonly config: Config,
  ) {}

  /**
   * Signs in. One answer (401 `sign-in-failed`) for every reason why not; 429 says in `retryAfter` how long to wait. With
   * `code` the second step is given at once; without it `me.factor` says whether it is needed.
   */
  @Post('session')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async start(@Body() { code }: SignInRequest, @Req() request: Request): Promise<SessionResponse> {
    return this.reader.session(await this.localSignIn.start(request, code));
  }

  /** Sets a password with the one-time code from the letter, and signs in. */
  @Post('activation')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async activate(@Body() sent: ActivationRequest, @Req() request: Request): Promise<SessionResponse> {
    return this.reader.session(await this.activation.activate(sent, this.localSignIn.visit(request)));
  }

  /** Goes on at another school, or as a guardian: a new session takes the place of this one. */
  @Put('session')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async switch(@Body() { schoolId }: SwitchRequest, @Req() request: Request): Promise<SessionResponse> {
    const token = requestToken(request, this.config.secureCookies);
    return this.reader.session(await this.signIn.switchTo(token, schoolId));
  }

  /** Signs out: the session ends at once. */
  @Delete('session')
  @Anonymous()
  @HttpCode(204)
  async end(@Req() request: Request): Promise<void> {
    await this.signIn.end(requestToken(request, this.config.secureCookies));
  }

  /** Who is signed in, acting where, with which roles. */
  @Get('me')
  @SignedIn()
  @WithoutFactor()
  @Header('cache-control', 'no-store')
  me(@CurrentActor() actor: Actor): Promise<MeResponse> {
    return this.reader.me(actor);
  }
}
