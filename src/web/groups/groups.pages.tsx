import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OverviewReader } from '../../dossier/overview.reader.js';
import { ClassListRequest } from '../../lob/lob.dto.js';
import { LobReader } from '../../lob/lob.reader.js';
import { LobService } from '../../lob/lob.service.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import { type Actor, hasRole } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Clock } from '../../platform/clock.js';
import { WaitingReader } from '../../privacy-rights/waiting.reader.js';
import { PupilAccessReader } from '../../pupil-access/pupil-access.reader.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { factsOf } from './facts.js';
import { GroupPage } from './group.page.js';
import { GroupsPage } from './groups.page.js';
import { LogClassPage } from './log-class.page.js';
import { QueryId } from './query-id.js';

const logging = ['decaan', 'lob-coordinator', 'mentor', 'teacher'] as const;

/** The groups, one group, and logging an activity for it. */
@Allow(...logging, 'care-coordinator', 'school-administrator')
@ApiExcludeController()
@Controller('klassen')
export class GroupPages {
  constructor(
    private readonly lists: PupilAccessReader,
    private readonly overview: OverviewReader,
    private readonly reader: LobReader,
    private readonly lob: LobService,
    private readonly opleidingen: OpleidingenReader,
    private readonly clock: Clock,
    private readonly waiting: WaitingReader,
  ) {}

  @Get()
  async groups(@CurrentActor() actor: Actor, @QueryId('van') from: string | null, @WebView() view: View) {
    const groups = await this.lists.groups(actor);
    const { groups: progress } = await this.overview.overview(actor);
    const again = from ? await this.reader.classLog(actor, from) : null;
    const mayLog = hasRole(actor, ...logging);
    const waiting = await this.waiting.of(actor);
    return view.page(
      <GroupsPage groups={groups} progress={progress} mayLog={mayLog} again={again} waiting={waiting} />,
    );
  }

  @Get(':groupId')
  async group(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @QueryId('vastgelegd') logged: string | null,
    @WebView() view: View,
  ): Promise<Response> {
    const { group, pupils } = await this.overview.group(actor, groupId);
    const groups = await this.lists.groups(actor);
    return view.page(
      <GroupPage
        group={group}
        mentors={groups.find(({ id }) => id === groupId)?.mentors ?? []}
        pupils={pupils}
        logs={await this.reader.logs(actor, groupId)}
        moreGroups={groups.length > 1}
        logged={logged ?? undefined}
      />,
    );
  }

  /** Everyone is ticked; `?van=` fills in what was logged before for another group. */
  @Get(':groupId/vastleggen')
  @Allow(...logging)
  async empty(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @QueryId('van') from: string | null,
    @WebView() view: View,
  ): Promise<Response> {
    const { group, pupils } = await this.lists.group(actor, groupId);
    const facts = from ? factsOf(await this.reader.classLog(actor, from)) : { startsOn: this.clock.today() };
    const form = Form.of({ ...facts, pupils: pupils.map(() => ({ present: true })) });
    const opleidingen = await this.opleidingen.forChoice();
    return view.page(<LogClassPage group={group} pupils={pupils} opleidingen={opleidingen} form={form} />);
  }

  @Post(':groupId/vastleggen')
  @Allow(...logging)
  @Idempotent()
  async save(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @FormBody(ClassListRequest) form: Form<ClassListRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (list) => this.lob.logFromList(actor, groupId, list));
    if (!sent.again) {
      const { logId, pupils: count } = sent.result;
      return view.redirect(`/klassen/${groupId}?vastgelegd=${logId}`, 'groups.logged', { count });
    }
    const { group, pupils } = await this.lists.group(actor, groupId);
    const opleidingen = await this.opleidingen.forChoice();
    const page = <LogClassPage group={group} pupils={pupils} opleidingen={opleidingen} form={sent.again} />;
    return view.page(page, sent.status);
  }
}
