import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DossierReader } from '../../dossier/dossier.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { DECIDES_ALONE_AT } from '../../pupils/pupils.types.js';
import { RelationsReader } from '../../pupils/relations.reader.js';
import { StatutoryAnswerRequest } from '../../statutory/statutory.dto.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { StatutoryService } from '../../statutory/statutory.service.js';
import { type Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { HandoversPage, type HandoversPageProps } from './handovers.page.js';

/** What the school of a child under 16 passes on, for a guardian with custody. */
@Allow('guardian')
@ApiExcludeController()
@Controller('kind/:pupilId/overdracht')
export class ChildHandoverPages {
  constructor(
    private readonly reader: StatutoryReader,
    private readonly statutory: StatutoryService,
    private readonly dossiers: DossierReader,
    private readonly relations: RelationsReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, pupilId, view, null);
  }

  @Post(':id')
  @Idempotent()
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @FormBody(StatutoryAnswerRequest) form: Form<StatutoryAnswerRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.statutory.answer(actor, id, request));
    if (sent.again) return this.page(actor, pupilId, view, { id, form: sent.again }, sent.status);
    return view.redirect(`/kind/${pupilId}/overdracht`, 'handover.sent', { school: sent.result.toSchool });
  }

  /** From 16 it is between the pupil and the school. */
  private async page(
    actor: Actor,
    pupilId: string,
    view: View,
    sent: HandoversPageProps['sent'],
    status = 200,
  ): Promise<Response> {
    const child = await this.relations.child(actor, pupilId);
    if (child.age >= DECIDES_ALONE_AT) throw notFound();
    const items = await this.reader.ofPupil(actor, pupilId);
    const dossier = await this.dossiers.dossier(actor, pupilId);
    return view.page(<HandoversPage items={items} dossier={dossier} child={child} sent={sent} />, status);
  }
}
