import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PaperReader } from '../../consent-papers/paper.reader.js';
import { GuidanceReader } from '../../dossier/guidance.reader.js';
import { LogForPupilRequest } from '../../lob/lob.dto.js';
import { LobService } from '../../lob/lob.service.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Clock } from '../../platform/clock.js';
import { ApplicationRequest } from '../../placements/placements.dto.js';
import { PlacementsReader } from '../../placements/placements.reader.js';
import { PlacementsService } from '../../placements/placements.service.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { ApplyPage } from './apply.page.js';
import { LogPupilPage } from './log-pupil.page.js';
import { PupilPage } from './pupil.page.js';

/** One pupil for staff of the home school. */
@Allow('decaan', 'lob-coordinator', 'mentor', 'teacher', 'care-coordinator', 'school-administrator')
@ApiExcludeController()
@Controller('leerlingen/:pupilId')
export class PupilPages {
  constructor(
    private readonly guidance: GuidanceReader,
    private readonly lob: LobService,
    private readonly placements: PlacementsService,
    private readonly applications: PlacementsReader,
    private readonly opleidingen: OpleidingenReader,
    private readonly paper: PaperReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const pupil = await this.guidance.pupil(actor, pupilId);
    return view.page(<PupilPage pupil={pupil} mayRecordPaper={await this.paper.may(actor, pupilId)} />);
  }

  @Get('vastleggen')
  @Allow('decaan', 'lob-coordinator', 'mentor', 'teacher')
  emptyLog(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    return this.logPage(actor, pupilId, Form.of({ startsOn: this.clock.today() }), view);
  }

  @Post('vastleggen')
  @Allow('decaan', 'lob-coordinator', 'mentor', 'teacher')
  @Idempotent()
  async log(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(LogForPupilRequest) form: Form<LogForPupilRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.lob.logForPupil(actor, pupilId, request));
    if (sent.again) return this.logPage(actor, pupilId, sent.again, view, sent.status);
    return view.redirect(`/leerlingen/${pupilId}`, 'pupils.logged');
  }

  @Get('aanmelden')
  @Allow('decaan', 'lob-coordinator', 'mentor')
  applyPage(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    return this.applicationsPage(actor, pupilId, Form.of(), view);
  }

  @Post('aanmelden')
  @Allow('decaan', 'lob-coordinator', 'mentor')
  @Idempotent()
  async apply(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(ApplicationRequest) form: Form<ApplicationRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.placements.apply(actor, pupilId, request));
    if (sent.again) return this.applicationsPage(actor, pupilId, sent.again, view, sent.status);
    return view.redirect(`/leerlingen/${pupilId}`, 'pupils.applied', { opleiding: sent.result.opleiding });
  }

  /** Taking back what was taken back already changes nothing, so this needs no key. */
  @Post('aanmelden/:id/intrekken')
  @Allow('decaan', 'lob-coordinator', 'mentor')
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    await this.placements.withdraw(actor, id);
    return view.redirect(`/leerlingen/${pupilId}`, 'pupils.application-withdrawn');
  }

  private async logPage(actor: Actor, pupilId: string, form: Form<LogForPupilRequest>, view: View, status = 200) {
    const pupil = await this.guidance.toLog(actor, pupilId);
    const opleidingen = await this.opleidingen.forChoice();
    return view.page(<LogPupilPage pupil={pupil} opleidingen={opleidingen} form={form} />, status);
  }

  private async applicationsPage(
    actor: Actor,
    pupilId: string,
    form: Form<ApplicationRequest>,
    view: View,
    status = 200,
  ): Promise<Response> {
    const applications = await this.applications.ofPupil(actor, pupilId);
    const pupil = await this.guidance.named(actor, pupilId);
    const opleidingen = await this.opleidingen.forChoice();
    const page = <ApplyPage pupil={pupil} applications={applications} opleidingen={opleidingen} form={form} />;
    return view.page(page, status);
  }
}
