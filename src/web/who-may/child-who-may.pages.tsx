import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ConsentService } from '../../consent/consent.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { WhoMayReader } from '../../pupil-access/who-may.reader.js';
import { RelationsReader } from '../../pupils/relations.reader.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { WhoMayPage } from './who-may.page.js';

/** Who may read what of a child under 16, for a guardian with custody, and stopping it. */
@Allow('guardian')
@ApiExcludeController()
@Controller('kind/:pupilId/wie-mag-wat')
export class ChildWhoMayPages {
  constructor(
    private readonly reader: WhoMayReader,
    private readonly relations: RelationsReader,
    private readonly consents: ConsentService,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const who = await this.reader.of(actor, pupilId);
    return view.page(<WhoMayPage who={who} child={await this.relations.child(actor, pupilId)} />);
  }

  /** One tap; the same page shows that it worked. */
  @Post(':id/intrekken')
  @Idempotent()
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    const { toSchool, toSchoolId } = await this.consents.withdraw(actor, id);
    return view.redirect(`/kind/${pupilId}/wie-mag-wat#school-${toSchoolId}`, 'may.withdrawn', { school: toSchool });
  }
}
