import { Injectable } from '@nestjs/common';
import type { ErasureWishRequest } from '../../erasure/erasure.dto.js';
import { ErasureRequestsService } from '../../erasure/erasure-requests.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { FamilyReader } from '../../pupils/family.reader.js';
import { Form } from '../kit/form.js';
import { send } from '../kit/send.js';
import type { View } from '../kit/view.js';
import { ErasePage } from './erase.page.js';
import type { Whose } from './whose.js';

/** What the pages of pupil and guardian share: asking to be forgotten, and taking it back. */
@Injectable()
export class EraseForms {
  constructor(
    private readonly family: FamilyReader,
    private readonly erasure: ErasureRequestsService,
  ) {}

  async empty(actor: Actor, pupilId: string, whose: Whose, view: View): Promise<Response> {
    await this.family.require(actor, pupilId);
    return view.page(<ErasePage whose={whose} form={Form.of()} />);
  }

  async ask(
    actor: Actor,
    pupilId: string,
    whose: Whose,
    form: Form<ErasureWishRequest>,
    view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.erasure.ask(actor, pupilId, request));
    if (sent.again) return view.page(<ErasePage whose={whose} form={sent.again} />, sent.status);
    return view.redirect(`${whose.home}/rechten#wissen`, 'erase.sent', { at: view.words.date(sent.result.dueOn) });
  }

  async withdraw(actor: Actor, whose: Whose, id: string, view: View): Promise<Response> {
    await this.erasure.withdraw(actor, id);
    return view.redirect(`${whose.home}/rechten#wissen`, 'rectify.withdrawn');
  }
}
