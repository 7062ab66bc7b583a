import { Controller, Get, Logger, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { StartedSession } from '../../accounts/accounts.types.js';
import { MeReader } from '../../accounts/me.reader.js';
import { Anonymous, Public } from '../../platform/access/allow.decorator.js';
import { requestToken } from '../../platform/access/session-token.js';
import { Config } from '../../platform/config.js';
import { LocalSignInService } from '../../sign-in/local-sign-in.service.js';
import { LinkRequest } from '../../single-sign-on/identities.dto.js';
import { IdentitiesService } from '../../single-sign-on/identities.service.js';
import { ProviderDirectory } from '../../single-sign-on/provider-directory.service.js';
import { SignOnRefused } from '../../single-sign-on/single-sign-on.errors.js';
import { SingleSignOnService } from '../../single-sign-on/single-sign-on.service.js';
import { type Identity, refusals } from '../../single-sign-on/single-sign-on.types.js';
import { Form, FormBody } from '../kit/form.js';
import { localPath, type View, WebView } from '../kit/view.js';
import { afterChoosing } from '../sign-in/after-sign-in.js';
import { refusedForm } from '../sign-in/refused-form.js';
import { withSession } from '../sign-in/session-answer.js';
import { LinkPage } from './link.page.js';
import { RefusedPage } from './refused.page.js';
import { stepOf, withoutStep, withStep } from './step-cookie.js';

/**
 * To an identity provider and back. A link begins it and not a form: no form of ours may send a browser to another site,
 * and beginning changes nothing but a cookie.
 */
@ApiExcludeController()
@Controller('aanmelden')
export class SingleSignOnPages {
  private readonly logger = new Logger('sign-on');

  constructor(
    private readonly signOn: SingleSignOnService,
    private readonly identities: IdentitiesService,
    private readonly directory: ProviderDirectory,
    private readonly local: LocalSignInService,
    private readonly me: MeReader,
    private readonly config: Config,
  ) {}

  @Get('met/:provider')
  @Anonymous()
  async begin(
    @Param('provider') provider: string,
    @Query('terug') returnTo: unknown,
    @Query('opnieuw') afresh: unknown,
    @Query('koppelen') links: unknown,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    try {
      const kept = stepOf(request, this.secure);
      const purpose = this.signOn.purpose(kept, links !== undefined, localPath(returnTo));
      // To link it has to be him, not whoever the provider remembers in this browser.
      const anew = afresh !== undefined || purpose.to === 'link';
      const begun = await this.signOn.begin(request, provider, purpose, anew);
      return withStep(elsewhere(begun.to), begun.kept, this.secure);
    } catch (error) {
      return this.refused(view, provider, error);
    }
  }

  /** Back again, with an answer in the address: no page is shown at that address. */
  @Get('met/:provider/terug')
  @Anonymous()
  async finish(@Param('provider') provider: string, @Req() request: Request, @WebView() view: View): Promise<Response> {
    try {
      const { identity, purpose } = await this.signOn.finish(request, provider, stepOf(request, this.secure));
      if (purpose.to === 'link') return await this.link(request, view, purpose.sessionId, identity);
      const started = await this.identities.signIn(identity, this.local.visit(request));
      if (started) return await this.welcome(view, started, purpose.returnTo);
      return withStep(view.redirect('/aanmelden/koppelen'), this.signOn.keepUnknown(identity), this.secure);
    } catch (error) {
      return withoutStep(this.refused(view, provider, error), this.secure);
    }
  }

  /** Which account is this? */
  @Get('koppelen')
  @Anonymous()
  showLink(@Req() request: Request, @WebView() view: View): Response {
    const identity = this.signOn.unknown(stepOf(request, this.secure));
    if (!identity) return view.redirect('/aanmelden');
    return view.page(<LinkPage form={Form.of()} provider={this.directory.provider(identity.provider)} />);
  }

  @Post('koppelen')
  @Anonymous()
  async linkWithCode(
    @FormBody(LinkRequest) form: Form<LinkRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const identity = this.signOn.unknown(stepOf(request, this.secure));
    if (!identity) return view.redirect('/aanmelden');
    try {
      const linked = form.valid
        ? await this.identities
            .linkWithCode(identity, form.value, this.local.visit(request))
            .catch((error: unknown) => {
              if (error instanceof SignOnRefused) throw error;
              return refusedForm(form, error);
            })
        : { form, status: 422 };
      if ('token' in linked) return await this.welcome(view, linked);
      return view.page(
        <LinkPage form={linked.form} provider={this.directory.provider(identity.provider)} />,
        linked.status,
      );
    } catch (error) {
      return withoutStep(this.refused(view, identity.provider, error), this.secure);
    }
  }

  /** Why not, at an address without an answer in it. */
  @Get('mislukt')
  @Public()
  showRefused(@Query('bij') id: unknown, @Query('reden') reason: unknown, @WebView() view: View): Response {
    const provider = this.directory.shown().find((one) => one.id === id);
    const why = refusals.find((one) => one === reason);
    if (!provider || !why) return view.redirect('/aanmelden');
    return view.page(<RefusedPage provider={provider} reason={why} />, new SignOnRefused(why).status);
  }

  /** To where one signs out at the provider too. */
  @Get('met/:provider/uit')
  @Anonymous()
  async signOut(@Param('provider') provider: string, @WebView() view: View): Promise<Response> {
    const to = await this.signOn.signOutUrl(provider, `${this.config.publicUrl}/aanmelden`);
    return to ? elsewhere(to) : view.redirect('/aanmelden');
  }

  private get secure(): boolean {
    return this.config.secureCookies;
  }

  private async welcome(view: View, started: StartedSession, returnTo?: string): Promise<Response> {
    const answer = view.redirect(afterChoosing(await this.me.actor(started), returnTo));
    return withSession(withoutStep(answer, this.secure), started.token, this.secure);
  }

  private async link(request: Request, view: View, sessionId: string, identity: Identity): Promise<Response> {
    await this.identities.link(requestToken(request, this.secure), sessionId, identity);
    const { name } = this.directory.provider(identity.provider);
    return withoutStep(view.redirect('/account', 'sign-on.linked', { name }), this.secure);
  }

  private refused(view: View, provider: string, error: unknown): Response {
    if (!(error instanceof SignOnRefused)) throw error;
    const { reason, detail } = error;
    this.logger.warn('single sign-on refused', { code: `${reason} ${detail}`.trim() });
    return view.redirect(`/aanmelden/mislukt?bij=${encodeURIComponent(provider)}&reden=${reason}`);
  }
}

const elsewhere = (to: URL): Response =>
  new Response(null, { status: 303, headers: { location: to.href, 'cache-control': 'no-store' } });
