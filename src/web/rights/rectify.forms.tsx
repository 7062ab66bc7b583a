import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import type { WrongRequest } from '../../rectification/rectification.dto.js';
import { RectificationReader } from '../../rectification/rectification.reader.js';
import { RectificationService } from '../../rectification/rectification.service.js';
import type { Correctable } from '../../rectification/rectification.types.js';
import { Form } from '../kit/form.js';
import { send } from '../kit/send.js';
import type { View } from '../kit/view.js';
import { aboutOf } from './about-words.js';
import { ChooseWrongPage, WrongPage } from './rectify.page.js';
import type { Whose } from './whose.js';

/** What the pages of pupil and guardian share: choosing what is not right, saying it, and taking it back. */
@Injectable()
export class RectifyForms {
  constructor(
    private readonly reader: RectificationReader,
    private readonly rectifications: RectificationService,
  ) {}

  async choose(actor: Actor, pupilId: string, whose: Whose, view: View): Promise<Response> {
    return view.page(<ChooseWrongPage whose={whose} items={await this.reader.correctable(actor, pupilId)} />);
  }

  async empty(actor: Actor, pupilId: string, whose: Whose, which: Which, view: View): Promise<Response> {
    const item = await this.item(actor, pupilId, which);
    return view.page(<WrongPage whose={whose} item={item} form={Form.of()} />);
  }

  async ask(
    actor: Actor,
    pupilId: string,
    whose: Whose,
    which: Which,
    form: Form<WrongRequest>,
    view: View,
  ): Promise<Response> {
    const item = await this.item(actor, pupilId, which);
    const { about, subjectId } = item;
    const sent = await send(form, (words) => this.rectifications.ask(actor, pupilId, { ...words, about, subjectId }));
    if (sent.again) return view.page(<WrongPage whose={whose} item={item} form={sent.again} />, sent.status);
    return view.redirect(`${whose.home}/rechten#klopt-niet`, 'rectify.sent', {
      at: view.words.date(sent.result.dueOn),
    });
  }

  async withdraw(actor: Actor, whose: Whose, id: string, view: View): Promise<Response> {
    await this.rectifications.withdraw(actor, id);
    return view.redirect(`${whose.home}/rechten#klopt-niet`, 'rectify.withdrawn');
  }

  private async item(actor: Actor, pupilId: string, { slug, id }: Which): Promise<Correctable> {
    const about = aboutOf(slug);
    const items = await this.reader.correctable(actor, pupilId);
    const item = items.find((one) => one.about === about && one.subjectId === id);
    if (!item) throw notFound();
    return item;
  }
}

/** As it stands in the address. */
export interface Which {
  slug: string;
  id: string;
}
