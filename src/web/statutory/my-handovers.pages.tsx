import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DossierReader } from '../../dossier/dossier.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { StatutoryAnswerRequest } from '../../statutory/statutory.dto.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { StatutoryService } from '../../statutory/statutory.service.js';
import { type Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { HandoversPage, type HandoversPageProps } from './handovers.page.js';

/** What my school passes on, and what I make of it. */
@Allow('pupil')
@ApiExcludeController()
@Controller('mijn/overdracht')
export class MyHandoverPages {
  constructor(
    private readonly reader: StatutoryReader,
    private readonly statutory: StatutoryService,
    private readonly dossiers: DossierReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return this.page(actor, view, null);
  }

  @Post(':id')
  @Idempotent()
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(StatutoryAnswerRequest) form: Form<StatutoryAnswerRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.statutory.answer(actor, id, request));
    if (sent.again) return this.page(actor, view, { id, form: sent.again }, sent.status);
    return view.redirect('/mijn/overdracht', 'handover.sent', { school: sent.result.toSchool });
  }

  private async page(actor: Actor, view: View, sent: HandoversPageProps['sent'], status = 200): Promise<Response> {
    const items = await this.reader.ofPupil(actor, actor.id);
    const dossier = await this.dossiers.dossier(actor, actor.id);
    return view.page(<HandoversPage items={items} dossier={dossier} child={null} sent={sent} />, status);
  }
}
