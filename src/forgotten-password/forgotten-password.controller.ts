import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { SessionResponse } from '../accounts/me.dto.js';
import { MeReader } from '../accounts/me.reader.js';
import { Anonymous } from '../platform/access/allow.decorator.js';
import { LocalSignInService } from '../sign-in/local-sign-in.service.js';
import { ChoosePasswordRequest, ForgottenRequest } from './forgotten-password.dto.js';
import { ForgottenPasswordService } from './forgotten-password.service.js';

@ApiTags('session')
@Controller('api/v1/forgotten-password')
export class ForgottenPasswordController {
  constructor(
    private readonly forgotten: ForgottenPasswordService,
    private readonly visits: LocalSignInService,
    private readonly me: MeReader,
  ) {}

  /** Sends a link by mail to who has this address or login. The answer is the same when nobody has. */
  @Post()
  @Anonymous()
  @HttpCode(202)
  ask(@Body() { username }: ForgottenRequest): Promise<void> {
    return this.forgotten.ask(username);
  }

  /** Sets a password with the code from the message, and signs in. */
  @Post('choose')
  @Anonymous()
  @Header('cache-control', 'no-store')
  async choose(@Body() sent: ChoosePasswordRequest, @Req() request: Request): Promise<SessionResponse> {
    return this.me.session(await this.forgotten.choose(sent, this.visits.visit(request)));
  }
}
