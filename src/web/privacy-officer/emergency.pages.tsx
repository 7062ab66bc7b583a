import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EmergencyReviewRequest } from '../../emergency-access/emergency.dto.js';
import { EmergencyReader } from '../../emergency-access/emergency.reader.js';
import { EmergencyService } from '../../emergency-access/emergency.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { EmergenciesPage, EmergencyReviewPage } from './emergency.page.js';

@Allow('privacy-officer')
@ApiExcludeController()
@Controller('inzage/noodtoegang')
export class EmergencyReviewPages {
  constructor(
    private readonly reader: EmergencyReader,
    private readonly emergencies: EmergencyService,
  ) {}

  /** What was opened in an emergency at the school. */
  @Get()
  async list(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<EmergenciesPage items={await this.reader.ofSchool(actor)} />);
  }

  @Get(':id')
  show(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return this.one(actor, id, view);
  }

  @Post(':id')
  @Idempotent()
  async review(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(EmergencyReviewRequest) form: Form<EmergencyReviewRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const save = (value: EmergencyReviewRequest): Promise<void> =>
      this.emergencies.review(actor, id, value, form.version ?? 0);
    const sent = await send(form, save, 'oordeel');
    if (!sent.again) return view.redirect('/inzage/noodtoegang', 'unusual.reviewed');
    return this.one(actor, id, view, sent);
  }

  private async one(
    actor: Actor,
    id: string,
    view: View,
    sent?: { again: Form<EmergencyReviewRequest>; status: 412 | 422 },
  ): Promise<Response> {
    const one = await this.reader.ofSchoolOne(actor, id);
    const { version, review } = one;
    const form = sent
      ? keptOn(sent.again, version, sent.status)
      : Form.of<EmergencyReviewRequest>({ outcome: review?.outcome ?? '', note: review?.note ?? '', version });
    const page = <EmergencyReviewPage one={one} form={form} overtaken={sent?.status === 412} />;
    return view.page(page, sent?.status ?? 200);
  }
}
