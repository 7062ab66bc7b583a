import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PaperAnswerRequest } from '../../consent-papers/paper.dto.js';
import { PaperReader } from '../../consent-papers/paper.reader.js';
import { PaperService } from '../../consent-papers/paper.service.js';
import { ConsentTextsReader } from '../../consent-texts/consent-texts.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { TextLanguageQuery } from '../family/text-language.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { PaperFormPage } from './paper-form.page.js';
import { PaperPage } from './paper.page.js';

/** The answer of a guardian who does not sign in: the paper to sign, and recording what was signed. */
@Allow('mentor', 'decaan', 'school-administrator')
@ApiExcludeController()
@Controller('leerlingen/:pupilId/papier')
export class PaperPages {
  constructor(
    private readonly reader: PaperReader,
    private readonly papers: PaperService,
    private readonly texts: ConsentTextsReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, pupilId, view, null);
  }

  @Post(':id')
  @Idempotent()
  async record(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @FormBody(PaperAnswerRequest) form: Form<PaperAnswerRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.papers.record(actor, pupilId, id, request));
    if (sent.again) return this.page(actor, pupilId, view, { id, form: sent.again }, sent.status);
    return view.redirect(`/leerlingen/${pupilId}/papier`, 'paper.recorded');
  }

  /** The text with room for a signature, in one of its languages. */
  @Get(':id/formulier')
  async print(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const { pupil, shares } = await this.reader.desk(actor, pupilId);
    const share = shares.find((one) => one.id === id);
    if (!share) throw notFound();
    const shown = await this.texts.shownFor(pupil.schoolId, share, query.valid ? query.value.tekst : undefined);
    return view.page(<PaperFormPage pupil={pupil} share={share} text={shown} school={actor.schoolName ?? ''} />);
  }

  private async page(
    actor: Actor,
    pupilId: string,
    view: View,
    sent: { id: string; form: Form<PaperAnswerRequest> } | null,
    status = 200,
  ): Promise<Response> {
    const desk = await this.reader.desk(actor, pupilId);
    const also = desk.shares.map(({ purpose, textVersion }) => ({ purpose, version: textVersion }));
    const versions = await this.texts.versions(desk.pupil.schoolId, also);
    return view.page(<PaperPage desk={desk} versions={versions} sent={sent} />, status);
  }
}
