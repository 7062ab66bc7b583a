import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ConsentService } from '../../consent/consent.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { WhoMayReader } from '../../pupil-access/who-may.reader.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { WhoMayPage } from './who-may.page.js';

/** Who may read what of my dossier, and stopping it. */
@Allow('pupil')
@ApiExcludeController()
@Controller('mijn/wie-mag-wat')
export class MyWhoMayPages {
  constructor(
    private readonly reader: WhoMayReader,
    private readonly consents: ConsentService,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<WhoMayPage who={await this.reader.of(actor, actor.id)} child={null} />);
  }

  /** One tap; the same page shows that it worked. */
  @Post(':id/intrekken')
  @Idempotent()
  async withdraw(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const { toSchool, toSchoolId } = await this.consents.withdraw(actor, id);
    return view.redirect(`/mijn/wie-mag-wat#school-${toSchoolId}`, 'may.withdrawn', { school: toSchool });
  }
}
