import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { RectificationAnswerRequest } from '../../rectification/rectification.dto.js';
import { RectificationReader } from '../../rectification/rectification.reader.js';
import { RectificationService } from '../../rectification/rectification.service.js';
import { answering } from '../../rectification/rectification.types.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { AnswerPage } from './answer.page.js';
import { RequestsPage } from './list.page.js';

/** "Dit klopt niet": what the school has to answer, each within a month. */
@Allow(...answering)
@ApiExcludeController()
@Controller('verzoeken')
export class RequestsPages {
  constructor(
    private readonly reader: RectificationReader,
    private readonly rectifications: RectificationService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<RequestsPage tasks={await this.reader.tasks(actor)} />);
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const task = await this.reader.task(actor, id);
    return view.page(<AnswerPage task={task} form={Form.of<RectificationAnswerRequest>().on(task.version)} />);
  }

  @Post(':id')
  @Idempotent()
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(RectificationAnswerRequest) form: Form<RectificationAnswerRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.rectifications.answer(actor, id, request, form.version ?? 0));
    if (!sent.again) return view.redirect('/verzoeken', `requests.done.${sent.result.outcome ?? 'kept'}`);
    const task = await this.reader.task(actor, id);
    return view.page(<AnswerPage task={task} form={sent.again.on(task.version)} />, sent.status);
  }
}
