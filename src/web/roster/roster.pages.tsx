import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Search } from '../../platform/access/paced.decorator.js';
import { PupilAccessReader } from '../../pupil-access/pupil-access.reader.js';
import { MentorsReader } from '../../pupils/mentors.reader.js';
import {
  CompleteEnrolmentsRequest,
  CustodyRowsRequest,
  type GuardianResponse,
  ListGuardiansQuery,
  ListPupilsQuery,
} from '../../pupils/roster.dto.js';
import { RosterReader } from '../../pupils/roster.reader.js';
import { RosterService } from '../../pupils/roster.service.js';
import { SearchWords } from '../../platform/access/search-words.js';
import { searchAddress, withQuery } from '../kit/address.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { CompletePage } from './complete.page.js';
import { CustodyPage } from './custody.page.js';
import { filters, PupilsPage } from './pupils.page.js';

/** What the school says of its pupils and their guardians. */
@Allow('school-administrator', 'decaan')
@ApiExcludeController()
@Controller()
export class RosterPages {
  constructor(
    private readonly reader: RosterReader,
    private readonly roster: RosterService,
    private readonly groups: PupilAccessReader,
    private readonly mentors: MentorsReader,
    private readonly words: SearchWords,
  ) {}

  @Get('leerlingen')
  @Search('search')
  async pupils(
    @CurrentActor() actor: Actor,
    @FormQuery(ListPupilsQuery) filter: Form<ListPupilsQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    // A search that makes no sense is no search.
    const query = filter.valid ? filter : Form.of<ListPupilsQuery>();
    const pupils = await this.reader.pupils(actor, query.value);
    return view.page(<PupilsPage filter={query} groups={await this.groups.groups(actor)} pupils={pupils} />);
  }

  /** What was filled in to search; back to the list, with the names sealed in the address. */
  @Post('leerlingen')
  find(
    @CurrentActor() actor: Actor,
    @FormBody(ListPupilsQuery) form: Form<ListPupilsQuery>,
    @WebView() view: View,
  ): Response {
    return view.redirect(
      searchAddress(this.words, actor, { path: '/leerlingen', form, names: 'search', others: filters }),
    );
  }

  @Get('klassen/:groupId/aanvullen')
  complete(@CurrentActor() actor: Actor, @PathId('groupId') groupId: string, @WebView() view: View): Promise<Response> {
    return this.completePage(actor, groupId, view);
  }

  @Post('klassen/:groupId/aanvullen')
  async saveComplete(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @FormBody(CompleteEnrolmentsRequest) form: Form<CompleteEnrolmentsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { schoolYear } = await this.mentors.group(actor, groupId);
    const sent = await send(form, ({ rows }) => this.roster.completeEnrolments(actor, { rows, schoolYear }));
    if (sent.again) return this.completePage(actor, groupId, view, sent.again, sent.status);
    return view.redirect(`/leerlingen?groupId=${groupId}`, 'roster.completed', { count: sent.result.changed });
  }

  @Get('gezag')
  unknownCustody(
    @CurrentActor() actor: Actor,
    @FormQuery(ListGuardiansQuery) filter: Form<ListGuardiansQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.custodyList(actor, '/gezag', filter, view);
  }

  @Get('gezag/alle')
  allCustody(
    @CurrentActor() actor: Actor,
    @FormQuery(ListGuardiansQuery) filter: Form<ListGuardiansQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.custodyList(actor, '/gezag/alle', filter, view);
  }

  @Post('gezag')
  saveUnknown(
    @CurrentActor() actor: Actor,
    @FormQuery(ListGuardiansQuery) filter: Form<ListGuardiansQuery>,
    @FormBody(CustodyRowsRequest) form: Form<CustodyRowsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.saveCustodies(actor, '/gezag', filter, form, view);
  }

  @Post('gezag/alle')
  saveAll(
    @CurrentActor() actor: Actor,
    @FormQuery(ListGuardiansQuery) filter: Form<ListGuardiansQuery>,
    @FormBody(CustodyRowsRequest) form: Form<CustodyRowsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.saveCustodies(actor, '/gezag/alle', filter, form, view);
  }

  @Get('leerlingen/:pupilId/gezag')
  async custodyOf(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.custodyPageOf(actor, pupilId, view);
  }

  @Post('leerlingen/:pupilId/gezag')
  async saveCustodyOf(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(CustodyRowsRequest) form: Form<CustodyRowsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (rows) => this.roster.setCustodies(actor, rows));
    if (sent.again) return this.custodyPageOf(actor, pupilId, view, sent.again, sent.status);
    return view.redirect(`/leerlingen/${pupilId}/gezag`, 'roster.custody-saved', { count: sent.result.changed });
  }

  private async completePage(
    actor: Actor,
    groupId: string,
    view: View,
    sent?: AnyForm,
    status: 200 | 412 | 422 = 200,
  ): Promise<Response> {
    const group = await this.mentors.group(actor, groupId);
    const { items } = await this.reader.pupils(actor, { groupId, pageSize: 100 });
    const rows = items.map(({ year, leerweg, profiel }) => ({ year, leerweg, profiel }));
    const form = sent ?? Form.of({ rows });
    return view.page(<CompletePage group={group} pupils={items} form={form} overtaken={status === 412} />, status);
  }

  private async saveCustodies(
    actor: Actor,
    path: string,
    filter: Form<ListGuardiansQuery>,
    form: Form<CustodyRowsRequest>,
    view: View,
  ): Promise<Response> {
    const sent = await send(form, (rows) => this.roster.setCustodies(actor, rows));
    if (sent.again) return this.custodyList(actor, path, filter, view, sent.again, sent.status);
    // What was said is out of the list of the unknown, so its pages have shifted: begin in front.
    const back = path === '/gezag' ? custodyAddress(path, filter, '') : custodyAddress(path, filter);
    return view.redirect(back, 'roster.custody-saved', { count: sent.result.changed });
  }

  private async custodyList(
    actor: Actor,
    path: string,
    filter: Form<ListGuardiansQuery>,
    view: View,
    sent?: AnyForm,
    status: 200 | 412 | 422 = 200,
  ): Promise<Response> {
    const query = filter.valid ? filter : Form.of<ListGuardiansQuery>();
    const custodyUnknown = path === '/gezag';
    const { items, nextPageToken } = await this.reader.guardians(actor, { ...query.value, custodyUnknown });
    return view.page(
      <CustodyPage
        guardians={items}
        form={formOf(items, sent, status)}
        action={custodyAddress(path, query)}
        overtaken={status === 412}
        list={{
          filter: query,
          groups: await this.groups.groups(actor),
          previous: query.text('pageToken') ? custodyAddress(path, query, '') : undefined,
          next: nextPageToken ? custodyAddress(path, query, nextPageToken) : undefined,
        }}
      />,
      status,
    );
  }

  private async custodyPageOf(
    actor: Actor,
    pupilId: string,
    view: View,
    sent?: AnyForm,
    status: 200 | 412 | 422 = 200,
  ): Promise<Response> {
    const guardians = await this.reader.guardiansOf(actor, pupilId);
    return view.page(
      <CustodyPage
        guardians={guardians}
        form={formOf(guardians, sent, status)}
        action={`/leerlingen/${pupilId}/gezag`}
        overtaken={status === 412}
        pupil={{ id: pupilId }}
      />,
      status,
    );
  }
}

/** What stands there now; the form that came back with faults, but not when somebody else was faster. */
const formOf = (guardians: readonly GuardianResponse[], sent: AnyForm | undefined, status: number): AnyForm =>
  sent && status !== 412
    ? sent
    : Form.of({ rows: guardians.map(({ custody }) => ({ custody: custody === null ? '' : String(custody) })) });

const custodyAddress = (path: string, filter: AnyForm, pageToken = filter.text('pageToken')): string =>
  withQuery(path, { groupId: filter.text('groupId'), pageToken });
