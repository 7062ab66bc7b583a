import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID, ValidateIf } from 'class-validator';
import type { Request } from 'express';
import { MeReader } from '../../accounts/me.reader.js';
import { SignInService } from '../../sign-in/sign-in.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Anonymous, CurrentActor, SignedIn, WithoutFactor } from '../../platform/access/allow.decorator.js';
import { requestToken } from '../../platform/access/session-token.js';
import { Config } from '../../platform/config.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { type Form, FormBody } from '../kit/form.js';
import { localPath, type View, WebView } from '../kit/view.js';
import { afterChoosing } from './after-sign-in.js';
import { PlacesPage } from './places.page.js';
import { withSession } from './session-answer.js';
import { WelcomePage } from './welcome.page.js';

/** A school, or `guardian`. */
class PlaceForm {
  @ValidateIf(({ schoolId }: PlaceForm) => schoolId !== 'guardian')
  @IsUUID()
  schoolId: string;
}

/** Acting somewhere else, and the page for who has no pages. */
@ApiExcludeController()
@Controller()
export class PlacesPages {
  constructor(
    private readonly reader: MeReader,
    private readonly signIn: SignInService,
    private readonly config: Config,
  ) {}

  @Get('welkom')
  @SignedIn()
  async welcome(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<WelcomePage me={await this.reader.me(actor)} />);
  }

  @Get('sessie/wissel')
  @SignedIn()
  @WithoutFactor()
  async places(
    @CurrentActor() actor: Actor,
    @Query('kies') first: unknown,
    @Query('terug') to: unknown,
    @WebView() view: View,
  ): Promise<Response> {
    const goOn = first === undefined ? undefined : afterChoosing(actor, localPath(to));
    return view.page(<PlacesPage me={await this.reader.me(actor)} goOn={goOn} />);
  }

  /** A new session takes the place of the old one. */
  @Post('sessie/wissel')
  @Anonymous()
  async switch(
    @FormBody(PlaceForm) form: Form<PlaceForm>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    if (!form.valid) throw notFound();
    const { schoolId } = form.value;
    const token = requestToken(request, this.config.secureCookies);
    const started = await this.signIn.switchTo(token, schoolId === 'guardian' ? null : schoolId);
    return withSession(view.redirect('/'), started.token, this.config.secureCookies);
  }
}
