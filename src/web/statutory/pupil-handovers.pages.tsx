import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DossierReader } from '../../dossier/dossier.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { StatutoryOfferRequest } from '../../statutory/statutory.dto.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { StatutoryService } from '../../statutory/statutory.service.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { PupilHandoversPage } from './pupil-handovers.page.js';

/** Passing on of one pupil on the ground of the law, for mentor, decaan and LOB-coördinator. */
@Allow('mentor', 'decaan', 'lob-coordinator')
@ApiExcludeController()
@Controller('leerlingen/:pupilId/overdracht')
export class PupilHandoverPages {
  constructor(
    private readonly reader: StatutoryReader,
    private readonly statutory: StatutoryService,
    private readonly dossiers: DossierReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, pupilId, view, Form.of<StatutoryOfferRequest>({ sections: ['profile', 'school-career'] }));
  }

  @Post()
  @Idempotent()
  async offer(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(StatutoryOfferRequest) form: Form<StatutoryOfferRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.statutory.offer(actor, pupilId, request));
    if (sent.again) return this.page(actor, pupilId, view, sent.again, sent.status);
    return view.redirect(`/leerlingen/${pupilId}/overdracht`, 'statutory.offered');
  }

  @Post(':id/einde')
  @Idempotent()
  async end(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    await this.statutory.end(actor, id);
    return view.redirect(`/leerlingen/${pupilId}/overdracht`, 'statutory.stopped');
  }

  private async page(
    actor: Actor,
    pupilId: string,
    view: View,
    form: Form<StatutoryOfferRequest>,
    status = 200,
  ): Promise<Response> {
    const destinations = await this.reader.destinations(actor, pupilId);
    const items = await this.reader.ofPupil(actor, pupilId);
    const { profile } = await this.dossiers.dossier(actor, pupilId);
    const name = profile?.name ?? 'deze leerling';
    const page = { pupilId, name, items, destinations, form };
    return view.page(<PupilHandoversPage {...page} />, status);
  }
}
