import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { MeReader } from '../../accounts/me.reader.js';
import { ChoosePasswordRequest, ForgottenRequest } from '../../forgotten-password/forgotten-password.dto.js';
import { ForgottenPasswordService } from '../../forgotten-password/forgotten-password.service.js';
import { Anonymous, Public } from '../../platform/access/allow.decorator.js';
import { Config } from '../../platform/config.js';
import { LocalSignInService } from '../../sign-in/local-sign-in.service.js';
import { Form, FormBody } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { refusedForm } from '../sign-in/refused-form.js';
import { withSession } from '../sign-in/session-answer.js';
import { homeFor } from '../ui/nav.js';
import { AskedPage, ChoosePage, ForgottenPage } from './forgotten.page.js';

/** A new password by mail. */
@ApiExcludeController()
@Controller()
export class ForgottenPages {
  constructor(
    private readonly forgotten: ForgottenPasswordService,
    private readonly visits: LocalSignInService,
    private readonly me: MeReader,
    private readonly config: Config,
  ) {}

  @Get('wachtwoord-vergeten')
  @Public()
  show(@WebView() view: View): Response {
    return view.page(<ForgottenPage form={Form.of()} possible={this.forgotten.possible} />);
  }

  @Post('wachtwoord-vergeten')
  @Anonymous()
  async ask(@FormBody(ForgottenRequest) form: Form<ForgottenRequest>, @WebView() view: View): Promise<Response> {
    if (!form.valid) return view.page(<ForgottenPage form={form} possible={this.forgotten.possible} />, 422);
    await this.forgotten.ask(form.value.username);
    return view.redirect('/wachtwoord-vergeten/gevraagd');
  }

  @Get('wachtwoord-vergeten/gevraagd')
  @Public()
  asked(@WebView() view: View): Response {
    return view.page(<AskedPage />);
  }

  @Get('wachtwoord-kiezen')
  @Public()
  showChoose(@WebView() view: View): Response {
    return view.page(<ChoosePage form={Form.of()} />);
  }

  @Post('wachtwoord-kiezen')
  @Anonymous()
  async choose(
    @FormBody(ChoosePasswordRequest) form: Form<ChoosePasswordRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const chosen = form.valid
      ? await this.forgotten
          .choose(form.value, this.visits.visit(request))
          .catch((error: unknown) => refusedForm(form, error))
      : { form, status: 422 };
    if ('form' in chosen) return view.page(<ChoosePage form={chosen.form} />, chosen.status);
    const to = homeFor(await this.me.actor(chosen));
    return withSession(view.redirect(to, 'reset.done'), chosen.token, this.config.secureCookies);
  }
}
