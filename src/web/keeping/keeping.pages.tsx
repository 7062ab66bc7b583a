import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ErasureRequestsReader } from '../../erasure/erasure-requests.reader.js';
import { ErasureRequestsService } from '../../erasure/erasure-requests.service.js';
import { ErasureDecisionRequest, HoldRequest, LiftRequest } from '../../erasure/erasure.dto.js';
import { keepers } from '../../erasure/erasure.types.js';
import { RetentionReader } from '../../erasure/retention.reader.js';
import { RetentionService } from '../../erasure/retention.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor, StepUp } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { NothingFilledIn, PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { DecidePage } from './decide.page.js';
import { HoldsPage } from './holds.page.js';
import { RetentionPage } from './retention.page.js';
import { WishesPage } from './wishes.page.js';

/** The work list of administrator and privacy officer: pupils by number, never by name. */
@Allow(...keepers)
@ApiExcludeController()
@Controller('bewaren')
export class KeepingPages {
  constructor(
    private readonly requests: ErasureRequestsReader,
    private readonly erasure: ErasureRequestsService,
    private readonly reader: RetentionReader,
    private readonly retention: RetentionService,
  ) {}

  /** Requests to be forgotten. */
  @Get()
  async wishes(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<WishesPage tasks={await this.requests.tasks(actor)} />);
  }

  @Get('verzoek/:id')
  @StepUp()
  async wish(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const task = await this.requests.task(actor, id);
    return view.page(<DecidePage task={task} form={Form.of<ErasureDecisionRequest>().on(task.version)} />);
  }

  /** What is granted is gone when the page comes. */
  @Post('verzoek/:id')
  @StepUp()
  @Idempotent()
  async decide(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(ErasureDecisionRequest) form: Form<ErasureDecisionRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.erasure.decide(actor, id, request, form.version ?? 0));
    if (!sent.again) return view.redirect('/bewaren', `keeping.decided.${sent.result.outcome ?? 'refused'}`);
    const task = await this.requests.task(actor, id);
    return view.page(<DecidePage task={task} form={sent.again.on(task.version)} />, sent.status);
  }

  /** What is kept too long. */
  @Get('termijnen')
  @StepUp()
  async terms(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<RetentionPage retention={await this.reader.ofSchool(actor)} form={Form.of()} />);
  }

  @Post('termijnen')
  @StepUp()
  async lookAgain(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    await this.retention.lookAgain(actor);
    return view.redirect('/bewaren/termijnen');
  }

  /** What is in the report is erased, in the background. */
  @Post('termijnen/:id')
  @StepUp()
  @Idempotent()
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(NothingFilledIn) form: Form<NothingFilledIn>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, () => this.retention.confirm(actor, id, form.version ?? 0));
    if (!sent.again) return view.redirect('/bewaren/termijnen', 'keeping.confirmed');
    return view.page(<RetentionPage retention={await this.reader.ofSchool(actor)} form={sent.again} />, sent.status);
  }

  /** Of whom nothing goes. */
  @Get('vasthouden')
  async holds(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<HoldsPage holds={await this.reader.holds(actor)} form={Form.of()} />);
  }

  @Post('vasthouden')
  @Allow('privacy-officer')
  @Idempotent()
  async hold(
    @CurrentActor() actor: Actor,
    @FormBody(HoldRequest) form: Form<HoldRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.retention.hold(actor, request));
    if (!sent.again) return view.redirect('/bewaren/vasthouden', 'keeping.held');
    return view.page(<HoldsPage holds={await this.reader.holds(actor)} form={sent.again} />, sent.status);
  }

  @Post('vasthouden/:id/opheffen')
  @Allow('privacy-officer')
  @Idempotent()
  async lift(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(LiftRequest) form: Form<LiftRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.retention.lift(actor, id, request));
    if (!sent.again) return view.redirect('/bewaren/vasthouden', 'keeping.lifted');
    const holds = await this.reader.holds(actor);
    return view.page(<HoldsPage holds={holds} form={Form.of()} lifting={{ id, form: sent.again }} />, sent.status);
  }
}
