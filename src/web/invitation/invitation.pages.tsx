import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { MeReader } from '../../accounts/me.reader.js';
import type { StartedSession } from '../../accounts/accounts.types.js';
import { AcceptRequest, LinkCodeRequest } from '../../invitations/invitations.dto.js';
import { TakeUpService } from '../../invitations/take-up.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Anonymous, CurrentActor, Public, SignedIn } from '../../platform/access/allow.decorator.js';
import { Clock } from '../../platform/clock.js';
import { Config } from '../../platform/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { LocalSignInService } from '../../sign-in/local-sign-in.service.js';
import { Form, FormBody } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { type RefusedForm, refusedForm } from '../sign-in/refused-form.js';
import { withSession } from '../sign-in/session-answer.js';
import { homeFor } from '../ui/nav.js';
import { InvitedPage, OpenPage } from './invitation.page.js';

/** For who got an invitation by mail. The code comes in the body of each step, never in an address. */
@ApiExcludeController()
@Controller('uitnodiging')
export class InvitationPages {
  constructor(
    private readonly takeUp: TakeUpService,
    private readonly visits: LocalSignInService,
    private readonly me: MeReader,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  open(@WebView() view: View): Response {
    return view.page(<OpenPage form={Form.of()} />);
  }

  @Post()
  @Public()
  async look(@FormBody(LinkCodeRequest) form: Form<LinkCodeRequest>, @WebView() view: View): Promise<Response> {
    if (!form.valid) return view.page(<OpenPage form={form} />, 422);
    return this.invitedPage(form.value.code, view);
  }

  @Post('wachtwoord')
  @Anonymous()
  async accept(
    @FormBody(AcceptRequest) form: Form<AcceptRequest>,
    @Req() request: Request,
    @WebView() view: View,
  ): Promise<Response> {
    const code = form.text('code');
    if (!form.valid) return this.invitedPage(code, view, { form, status: 422 });
    const accepted: StartedSession | RefusedForm<AcceptRequest> | 'later' = await this.takeUp
      .accept(form.value, this.visits.visit(request))
      .catch((error: unknown) => (isLater(error) ? 'later' : refusedForm(form, error)));
    if (accepted === 'later') return view.redirect('/aanmelden', 'invitation.later');
    if ('form' in accepted) return this.invitedPage(code, view, accepted);
    const to = homeFor(await this.me.actor(accepted));
    return withSession(view.redirect(to, 'invitation.accepted'), accepted.token, this.config.secureCookies);
  }

  @Post('toevoegen')
  @SignedIn()
  async join(
    @CurrentActor() actor: Actor,
    @FormBody(LinkCodeRequest) form: Form<LinkCodeRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    if (!form.valid) return view.page(<OpenPage form={form} />, 422);
    const refused = await this.takeUp.join(actor, form.value.code).then(
      () => undefined,
      (error: unknown) => refusedForm(form, error),
    );
    if (refused) return view.page(<OpenPage form={refused.form} />, refused.status);
    return view.redirect('/sessie/wissel', 'invitation.joined');
  }

  /** Of an invitation that is over only that is said. */
  private async invitedPage(code: string, view: View, sent?: RefusedForm<AcceptRequest>): Promise<Response> {
    const form = sent?.form ?? Form.of<AcceptRequest>();
    try {
      const invited = await this.takeUp.look(code);
      return view.page(
        <InvitedPage invited={invited} code={code} form={form} today={this.clock.today()} />,
        sent?.status,
      );
    } catch (error) {
      const over = refusedForm(Form.of({ code }), error);
      return view.page(<OpenPage form={sent?.form.faults.length ? sent.form : over.form} />, over.status);
    }
  }
}

const isLater = (error: unknown): boolean => error instanceof DomainError && error.code === 'role-begins-later';
