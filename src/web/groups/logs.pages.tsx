import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ActivityFacts, RemovalRequest } from '../../lob/lob.dto.js';
import { LobReader } from '../../lob/lob.reader.js';
import { LobService } from '../../lob/lob.service.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { factsOf } from './facts.js';
import { LogPage } from './log.page.js';

/** A class log: correct or remove it in every dossier at once. */
@Allow('decaan', 'lob-coordinator', 'mentor', 'teacher')
@ApiExcludeController()
@Controller('logboek')
export class LogPages {
  constructor(
    private readonly reader: LobReader,
    private readonly lob: LobService,
    private readonly opleidingen: OpleidingenReader,
  ) {}

  @Get(':logId')
  show(@CurrentActor() actor: Actor, @PathId('logId') logId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, logId, view, {});
  }

  @Post(':logId')
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('logId') logId: string,
    @FormBody(ActivityFacts) form: Form<ActivityFacts>,
    @WebView() view: View,
  ): Promise<Response> {
    const { groupId } = await this.reader.classLog(actor, logId);
    const sent = await send(form, (facts) => this.lob.correctLog(actor, logId, facts, form.version ?? 0));
    if (sent.again) return this.page(actor, logId, view, { form: sent.again }, sent.status);
    return view.redirect(`/klassen/${groupId}`, 'groups.log-corrected', { count: sent.result.pupils });
  }

  @Post(':logId/weghalen')
  async remove(
    @CurrentActor() actor: Actor,
    @PathId('logId') logId: string,
    @FormBody(RemovalRequest) form: Form<RemovalRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { groupId } = await this.reader.classLog(actor, logId);
    const sent = await send(form, ({ reason }) => this.lob.removeLog(actor, logId, reason, form.version ?? 0));
    if (sent.again) return this.page(actor, logId, view, { removal: sent.again }, sent.status);
    return view.redirect(`/klassen/${groupId}`, 'groups.log-removed', { count: sent.result.pupils });
  }

  /** What was typed stays, on the version that stands there now. */
  private async page(
    actor: Actor,
    logId: string,
    view: View,
    typed: { form?: Form<ActivityFacts>; removal?: Form<RemovalRequest> },
    status = 200,
  ): Promise<Response> {
    const log = await this.reader.classLog(actor, logId);
    const form = typed.form ?? Form.of<ActivityFacts>(factsOf(log));
    const removal = typed.removal ?? Form.of<RemovalRequest>();
    return view.page(
      <LogPage
        log={log}
        opleidingen={await this.opleidingen.forChoice()}
        form={keptOn(form, log.version, status)}
        removal={keptOn(removal, log.version, status)}
        overtaken={status === 412}
      />,
      status,
    );
  }
}
