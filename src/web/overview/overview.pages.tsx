import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OverviewReader } from '../../dossier/overview.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Config } from '../../platform/config.js';
import { WaitingReader } from '../../privacy-rights/waiting.reader.js';
import { QueryId } from '../groups/query-id.js';
import { type Form, FormQuery } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { filterOf, OverviewQuery } from './filter.js';
import { OverviewPage } from './overview.page.js';
import { ChooseGroupPage, ReminderPage } from './reminder.page.js';

/** How the pupils stand: the school for decaan and LOB-coördinator, the own pupils for a mentor. */
@Allow('decaan', 'lob-coordinator', 'mentor')
@ApiExcludeController()
@Controller('overzicht')
export class OverviewPages {
  constructor(
    private readonly reader: OverviewReader,
    private readonly config: Config,
    private readonly waiting: WaitingReader,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @FormQuery(OverviewQuery) query: Form<OverviewQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const filter = query.valid ? filterOf(query.value) : {};
    const overview = await this.reader.overview(actor, filter);
    return view.page(<OverviewPage overview={overview} filter={filter} waiting={await this.waiting.of(actor)} />);
  }

  @Get('herinnering')
  async reminder(
    @CurrentActor() actor: Actor,
    @QueryId('klas') groupId: string | null,
    @WebView() view: View,
  ): Promise<Response> {
    if (!groupId) return view.page(<ChooseGroupPage groups={(await this.reader.overview(actor)).groups} />);
    const { group, rows } = await this.reader.toRemind(actor, groupId);
    const site = this.config.publicUrl.replace(/^https?:\/\//, '');
    return view.page(<ReminderPage group={group.name} groupId={groupId} rows={rows} site={site} />);
  }
}
