import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { StatutorySwitchRequest } from '../../statutory/statutory.dto.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { StatutoryService } from '../../statutory/statutory.service.js';
import { type Form, FormBody } from '../kit/form.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { StatutorySettingsPage } from './settings.page.js';

/** Whether region and school pass on on the ground of the law. */
@Allow('school-administrator', 'coordinator')
@ApiExcludeController()
@Controller('wettelijke-overdracht')
export class StatutorySettingsPages {
  constructor(
    private readonly reader: StatutoryReader,
    private readonly statutory: StatutoryService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @WebView() view: View, status = 200): Promise<Response> {
    return view.page(<StatutorySettingsPage settings={await this.reader.settings(actor)} />, status);
  }

  @Post('regio')
  @Allow('coordinator')
  @Idempotent()
  region(
    @CurrentActor() actor: Actor,
    @FormBody(StatutorySwitchRequest) form: Form<StatutorySwitchRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.turn(actor, 'region', form, view);
  }

  @Post('school')
  @Allow('school-administrator')
  @Idempotent()
  school(
    @CurrentActor() actor: Actor,
    @FormBody(StatutorySwitchRequest) form: Form<StatutorySwitchRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.turn(actor, 'school', form, view);
  }

  private async turn(
    actor: Actor,
    of: 'region' | 'school',
    form: Form<StatutorySwitchRequest>,
    view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ on }) => this.statutory.turn(actor, of, on));
    if (sent.again) return this.show(actor, view, sent.status);
    return view.redirect('/wettelijke-overdracht', form.valid && form.value.on ? 'statutory.on' : 'statutory.off');
  }
}
