import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LogForPupilRequest, RemovalRequest } from '../../lob/lob.dto.js';
import { LobReader } from '../../lob/lob.reader.js';
import { LobService } from '../../lob/lob.service.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { factsOf } from '../groups/facts.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { ActivityPage } from './activity.page.js';

/** One activity in one dossier. */
@Allow('decaan', 'lob-coordinator', 'mentor', 'teacher')
@ApiExcludeController()
@Controller('activiteiten/:id')
export class ActivityPages {
  constructor(
    private readonly reader: LobReader,
    private readonly lob: LobService,
    private readonly opleidingen: OpleidingenReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, id, view, {});
  }

  @Post()
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(LogForPupilRequest) form: Form<LogForPupilRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { pupilId } = await this.reader.activity(actor, id);
    const sent = await send(form, (request) => this.lob.correct(actor, id, request, form.version ?? 0));
    if (sent.again) return this.page(actor, id, view, { form: sent.again }, sent.status);
    return view.redirect(`/leerlingen/${pupilId}`, 'pupils.activity-corrected');
  }

  @Post('weghalen')
  async remove(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(RemovalRequest) form: Form<RemovalRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { pupilId } = await this.reader.activity(actor, id);
    const sent = await send(form, ({ reason }) => this.lob.remove(actor, id, reason, form.version ?? 0));
    if (sent.again) return this.page(actor, id, view, { removal: sent.again }, sent.status);
    return view.redirect(`/leerlingen/${pupilId}`, 'pupils.activity-removed');
  }

  private async page(
    actor: Actor,
    id: string,
    view: View,
    typed: { form?: Form<LogForPupilRequest>; removal?: Form<RemovalRequest> },
    status = 200,
  ): Promise<Response> {
    const found = await this.reader.activity(actor, id);
    const { activity } = found;
    const form = typed.form ?? Form.of<LogForPupilRequest>({ ...factsOf(activity), remark: activity.remark });
    const removal = typed.removal ?? Form.of<RemovalRequest>();
    return view.page(
      <ActivityPage
        {...found}
        opleidingen={await this.opleidingen.forChoice()}
        form={keptOn(form, activity.version, status)}
        removal={keptOn(removal, activity.version, status)}
        overtaken={status === 412}
      />,
      status,
    );
  }
}
