import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SharingReader } from '../../dossier/sharing.reader.js';
import { EmergencyReader } from '../../emergency-access/emergency.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { WhoLookedReader } from '../../who-looked/who-looked.reader.js';
import { LookedQuery, partOf } from '../family/looked-query.js';
import { type Form, FormQuery } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { unanswered } from '../statutory/words.js';
import { HomePage } from './home.page.js';
import { LookedPage } from './looked.page.js';

@Allow('pupil')
@ApiExcludeController()
@Controller('mijn')
export class PupilPages {
  constructor(
    private readonly sharing: SharingReader,
    private readonly looked: WhoLookedReader,
    private readonly emergencies: EmergencyReader,
    private readonly statutory: StatutoryReader,
  ) {}

  /** My dossier. */
  @Get()
  async home(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const own = await this.sharing.own(actor);
    const emergencies = await this.emergencies.notices(actor.id);
    const handovers = (await this.statutory.ofPupil(actor, actor.id)).filter(unanswered);
    return view.page(<HomePage own={own} emergencies={emergencies} handovers={handovers} />);
  }

  /** Who looked in my dossier, and why they could. */
  @Get('wie-keek')
  async whoLooked(
    @CurrentActor() actor: Actor,
    @FormQuery(LookedQuery) query: Form<LookedQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const { own, before, code } = partOf(query);
    const receipt = await this.looked.receipt(actor, actor.id, code);
    const page = await this.looked.lines(actor, actor.id, own, before);
    return view.page(<LookedPage page={page} own={own} receipt={receipt} query={query} />);
  }
}
