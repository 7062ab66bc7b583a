import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { OwnSessionsService } from '../../accounts/own-sessions.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Anonymous, CurrentActor, SignedIn, StepUp } from '../../platform/access/allow.decorator.js';
import { requestToken } from '../../platform/access/session-token.js';
import { Config } from '../../platform/config.js';
import { SecondFactorReader } from '../../second-factor/second-factor.reader.js';
import { SecondFactorService } from '../../second-factor/second-factor.service.js';
import { IdentitiesService } from '../../single-sign-on/identities.service.js';
import { ProviderDirectory } from '../../single-sign-on/provider-directory.service.js';
import { SingleSignOnService } from '../../single-sign-on/single-sign-on.service.js';
import { Form } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { RecoveryCodesPage } from '../second-step/recovery-codes.page.js';
import { GoPage } from '../single-sign-on/go.page.js';
import { withStep } from '../single-sign-on/step-cookie.js';
import { SetUpPage } from '../second-step/set-up.page.js';
import { AccountPage } from './account.page.js';

/** What is one's own: how one signs in. */
@ApiExcludeController()
@Controller('account')
export class AccountPages {
  constructor(
    private readonly factor: SecondFactorService,
    private readonly reader: SecondFactorReader,
    private readonly sessions: OwnSessionsService,
    private readonly identities: IdentitiesService,
    private readonly directory: ProviderDirectory,
    private readonly signOn: SingleSignOnService,
    private readonly config: Config,
  ) {}

  @Get()
  @SignedIn()
  async show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const factor = await this.reader.account(actor);
    const sessions = await this.sessions.list(actor);
    const own = await this.identities.own(actor);
    // Providers name a school, and a guardian has none.
    const providers = actor.kind === 'guardian' ? [] : this.directory.shown();
    const others = providers.filter(({ name }) => !own.some((one) => one.name === name));
    return view.page(
      <AccountPage
        actor={actor}
        factor={factor}
        sessions={sessions}
        identities={{ identities: own, providers: others }}
      />,
    );
  }

  /** One that one does not know, or forgot. */
  @Post('sessies/:sessionId/einde')
  @SignedIn()
  @StepUp()
  async end(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') sessionId: string,
    @WebView() view: View,
  ): Promise<Response> {
    await this.sessions.end(actor, sessionId);
    return view.redirect('/account', 'sessions.ended');
  }

  @Post('sessies/einde')
  @SignedIn()
  @StepUp()
  async endOthers(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.redirect('/account', 'sessions.all-ended', { count: await this.sessions.endOthers(actor) });
  }

  /** The page in between is there because no form may send a browser to another site; a link may. */
  @Post('koppelen/:provider')
  @SignedIn()
  @StepUp()
  link(@CurrentActor() actor: Actor, @Param('provider') id: string, @WebView() view: View): Response {
    const provider = this.directory.provider(id);
    return withStep(view.page(<GoPage provider={provider} />), this.signOn.intend(actor), this.config.secureCookies);
  }

  @Post('koppelingen/:identityId/einde')
  @SignedIn()
  @StepUp()
  async unlink(
    @CurrentActor() actor: Actor,
    @PathId('identityId') identityId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const name = (await this.identities.own(actor)).find(({ id }) => id === identityId)?.name ?? '';
    await this.identities.unlink(actor, identityId);
    return view.redirect('/account', 'sign-on.unlinked', { name });
  }

  /** A new app, the first or in place of the present one. */
  @Get('tweede-stap')
  @SignedIn()
  @StepUp()
  async showSetUp(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const made = await this.factor.newSecret(actor);
    return view.page(<SetUpPage form={Form.of()} made={made} replaces returnTo="/account" />);
  }

  @Post('tweede-stap/herstelcodes')
  @SignedIn()
  @StepUp()
  async recoveryCodes(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<RecoveryCodesPage codes={await this.factor.newRecoveryCodes(actor)} next="/account" />);
  }

  @Post('tweede-stap/verwijderen')
  @Anonymous()
  async remove(@Req() request: Request, @WebView() view: View): Promise<Response> {
    await this.factor.remove(requestToken(request, this.config.secureCookies));
    return view.redirect('/account', 'second-step.removed');
  }
}
