import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { ActivateService } from '../../sign-in/activate.service.js';
import { DEMO_ACCOUNTS, type DemoAccount } from '../../accounts/demo-accounts.types.js';
import { LocalSignInService } from '../../sign-in/local-sign-in.service.js';
import { MeReader } from '../../accounts/me.reader.js';
import type { StartedSession } from '../../accounts/accounts.types.js';
import { ActivationRequest, SignInRequest } from '../../sign-in/session.dto.js';
import { SignInService } from '../../sign-in/sign-in.service.js';
import { ProviderDirectory } from '../../single-sign-on/provider-directory.service.js';
import { Anonymous, Public } from '../../platform/access/allow.decorator.js';
import { requestToken } from '../../platform/access/session-token.js';
import { Config } from '../../platform/config.js';
import { withQuery } from '../kit/address.js';
import { Form, FormBody } from '../kit/form.js';
import { localPath, type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { homeFor } from '../ui/nav.js';
import { ActivatePage } from './activate.page.js';
import { afterSignIn, toSecondStep } from './after-sign-in.js';
import { type RefusedForm, refusedForm } from './refused-form.js';
import { withoutSession, withSession } from './session-answer.js';
import { SignInPage, type SignInPageProps } from './sign-in.page.js';

/** In and out, and the first time. */
@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(
    private readonly local: LocalSignInService,
    private readonly activation: ActivateService,
    private readonly signIn: SignInService,
    private readonly me: MeReader,
    private readonly providers: ProviderDirectory,
    private readonly config: Config,
    @Inject(DEMO_ACCOUNTS) private readonly demo: readonly DemoAccount[],
  ) {}

  /** The front door: to where someone begins. */
  @Get()
  @Public()
  start(@WebView() view: View): Response {
    if (view.user?.factor === 'needed') return view.redirect(toSecondStep());
    return view.redirect(view.user ? homeFor(view.user) : '/aanmelden');
  }

  @Get('aanmelden')
  @Public()
  show(
    @Query('terug') to: unknown,
    @Query('opnieuw') afresh: unknown,
    @Query('uit') out: unknown,
    @WebView() view: View,
  ): Response {
    const returnTo = localPath(to);
    if (view.user) return view.redirect(returnTo ?? homeFor(view.user));
    const signedOut = this.providers.shown().find(({ id }) => id === out);
    return view.page(this.page(Form.of(), { returnTo, afresh: afresh !== undefined, signedOut }));
  }

  @Post('aanmelden')
  @Anonymous()
  async enter(
    @FormBody(SignInRequest) form: Form<SignInRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const returnTo = localPath(form.text('terug'));
    const entered = form.valid
      ? await this.local.start(request).catch((error: unknown) => refusedForm(form, error))
      : { form, status: 422 };
    if ('token' in entered) return this.welcome(entered, view, returnTo);
    return view.page(this.page(entered.form, { returnTo }), entered.status);
  }

  @Get('activeren')
  @Public()
  showActivation(@WebView() view: View): Response {
    return view.page(<ActivatePage form={Form.of()} />);
  }

  @Post('activeren')
  @Anonymous()
  async activate(
    @FormBody(ActivationRequest) form: Form<ActivationRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const entered: StartedSession | RefusedForm<ActivationRequest> = form.valid
      ? await this.activation
          .activate(form.value, this.local.visit(request))
          .catch((error: unknown) => refusedForm(form, error))
      : { form, status: 422 };
    if ('token' in entered) return this.welcome(entered, view);
    return view.page(<ActivatePage form={entered.form} />, entered.status);
  }

  /** Also without a session, or with one that is over: afterwards one is out. */
  @Post('afmelden')
  @Anonymous()
  async leave(@Body('terug') to: unknown, @Req() request: Request, @WebView() view: View): Promise<Response> {
    const token = requestToken(request, this.config.secureCookies);
    const ended = await this.signIn.end(token).catch(() => undefined);
    const returnTo = localPath(to);
    const answer = returnTo
      ? view.redirect(withQuery('/aanmelden', { opnieuw: 1, terug: returnTo }))
      : view.redirect(withQuery('/aanmelden', { uit: ended?.provider ?? undefined }), 'sign-in.signed-out');
    // What a browser kept of pages goes too; cookies are not named, for the language stays.
    answer.headers.set('clear-site-data', '"cache", "storage"');
    return withoutSession(answer, this.config.secureCookies);
  }

  private page(form: AnyForm, about: Pick<SignInPageProps, 'returnTo' | 'afresh' | 'signedOut'>) {
    return <SignInPage form={form} {...about} providers={this.providers.shown()} demo={this.demo} />;
  }

  private async welcome(started: StartedSession, view: View, returnTo?: string): Promise<Response> {
    const actor = await this.me.actor(started);
    return withSession(view.redirect(afterSignIn(actor, returnTo)), started.token, this.config.secureCookies);
  }
}
