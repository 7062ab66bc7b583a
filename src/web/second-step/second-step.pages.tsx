import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { DEMO_ACCOUNTS, type DemoAccount } from '../../accounts/demo-accounts.types.js';
import type { StartedSession } from '../../accounts/accounts.types.js';
import { MeReader } from '../../accounts/me.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Anonymous, CurrentActor, SignedIn, WithoutFactor } from '../../platform/access/allow.decorator.js';
import { requestToken } from '../../platform/access/session-token.js';
import { Config } from '../../platform/config.js';
import { FactorCodeRequest, SetFactorRequest } from '../../second-factor/second-factor.dto.js';
import { enrolmentGone } from '../../second-factor/second-factor.errors.js';
import { SecondFactorReader } from '../../second-factor/second-factor.reader.js';
import { SecondFactorService } from '../../second-factor/second-factor.service.js';
import type { FactorState } from '../../second-factor/second-factor.types.js';
import { Form, FormBody } from '../kit/form.js';
import { localPath, type View, WebView } from '../kit/view.js';
import { refusedForm } from '../sign-in/refused-form.js';
import { withSession } from '../sign-in/session-answer.js';
import { homeFor } from '../ui/nav.js';
import { CodePage } from './code.page.js';
import { keptIn } from './kept.js';
import { RecoveryCodesPage } from './recovery-codes.page.js';
import { SetUpPage } from './set-up.page.js';
import { SendAgainPage, SignInAgainPage } from './small.page.js';

/** The second step of signing in, and what stands before whatever asks for a fresh proof. */
@ApiExcludeController()
@Controller('tweede-stap')
export class SecondStepPages {
  constructor(
    private readonly factor: SecondFactorService,
    private readonly reader: SecondFactorReader,
    private readonly me: MeReader,
    private readonly config: Config,
    @Inject(DEMO_ACCOUNTS) private readonly demo: readonly DemoAccount[],
  ) {}

  /** The code; the first time setting it up; for who has none, signing in again. */
  @Get()
  @SignedIn()
  @WithoutFactor()
  async show(@CurrentActor() actor: Actor, @Query('terug') to: unknown, @WebView() view: View): Promise<Response> {
    const returnTo = localPath(to);
    const state = await this.reader.account(actor);
    // There is no code to give: the proof was signing in, here or at a provider.
    if (actor.factor !== 'needed' && !state.setAt) return view.page(<SignInAgainPage returnTo={returnTo ?? '/'} />);
    if (actor.factor === 'needed' && !state.setAt) {
      const made = await this.factor.newSecret(actor);
      return view.page(<SetUpPage form={Form.of()} made={made} replaces={false} returnTo={returnTo} />);
    }
    return view.page(<CodePage form={Form.of()} returnTo={returnTo} demoCode={this.demoCode(state)} />);
  }

  /** The session goes on under a new token; then to where one was going, or to send what had been filled in. */
  @Post()
  @Anonymous()
  async give(
    @FormBody(FactorCodeRequest) form: Form<FactorCodeRequest>,
    @Body() body: unknown,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const kept = keptIn(body);
    const returnTo = localPath(form.text('terug'));
    const given = form.valid
      ? await this.factor
          .give(this.token(request), form.value.code, request.ip ?? '')
          .catch((error: unknown) => refusedForm(form, error))
      : { form, status: 422 };
    if ('form' in given) return view.page(<CodePage form={given.form} returnTo={returnTo} kept={kept} />, given.status);
    const answer = kept ? view.page(<SendAgainPage kept={kept} />) : view.redirect(await this.next(given, returnTo));
    return withSession(answer, given.token, this.config.secureCookies);
  }

  /** The first code of a new app; answers with the recovery codes, which are on this page alone. */
  @Post('instellen')
  @Anonymous()
  async set(
    @FormBody(SetFactorRequest) form: Form<SetFactorRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const returnTo = localPath(form.text('terug'));
    const token = this.token(request);
    const enrolment = form.text('enrolment');
    const set = form.valid
      ? await this.factor.set(token, form.value).catch((error: unknown) => refusedForm(form, error))
      : { form, status: 422 };
    if ('form' in set) {
      const made = await this.factor.sameSecret(token, enrolment);
      if (!made) throw enrolmentGone();
      const replaces = form.text('vervangt') !== '';
      return view.page(<SetUpPage form={set.form} made={made} replaces={replaces} returnTo={returnTo} />, set.status);
    }
    const next = await this.next(set.started, returnTo);
    const answer = view.page(<RecoveryCodesPage codes={set.recoveryCodes} next={next} />);
    return withSession(answer, set.started.token, this.config.secureCookies);
  }

  private async next(started: StartedSession, returnTo?: string): Promise<string> {
    return returnTo ?? homeFor(await this.me.actor(started));
  }

  private token(request: Request): Buffer | null {
    return requestToken(request, this.config.secureCookies);
  }

  /** Undefined outside the demo, and for who is no one of it. */
  private demoCode(state: FactorState): string | null | undefined {
    const secret = this.demo.find(({ username }) => username === state.holder.login)?.totpSecret;
    return secret && this.reader.codeNow(secret, state);
  }
}
