import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SchoolEventsFilter, SchoolEventsQuery } from '../../access-review/school-audit.dto.js';
import { SchoolAuditReader } from '../../access-review/school-audit.reader.js';
import { DayPipe, KindPipe, ReviewRequest, UnusualQuery } from '../../access-review/unusual.dto.js';
import { UnusualReader } from '../../access-review/unusual.reader.js';
import { UnusualService } from '../../access-review/unusual.service.js';
import type { UnusualKey, UnusualKind } from '../../access-review/unusual.types.js';
import { OrganisationsReader } from '../../organisations/organisations.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor, StepUp } from '../../platform/access/allow.decorator.js';
import { Search, TakeAlong } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { SearchWords } from '../../platform/access/search-words.js';
import { searchAddress } from '../kit/address.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { AuditPage, filters } from './audit.page.js';
import { periodOf, UnusualOnePage, UnusualPage } from './unusual.page.js';

@Allow('privacy-officer')
@ApiExcludeController()
@Controller('inzage')
export class PrivacyOfficerPages {
  constructor(
    private readonly audit: SchoolAuditReader,
    private readonly unusual: UnusualReader,
    private readonly reviews: UnusualService,
    private readonly organisations: OrganisationsReader,
    private readonly words: SearchWords,
  ) {}

  /** The audit of the school, as far as the filter makes sense. */
  @Get()
  @Search('pupilNumber')
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(SchoolEventsQuery) filter: Form<SchoolEventsQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const form = filter.valid ? filter : Form.of<SchoolEventsQuery>();
    const page = await this.audit.events(actor, filter.valid ? filter.value : {});
    const staff = await this.audit.staff(actor);
    const schools = await this.organisations.schools();
    return view.page(<AuditPage filter={form} page={page} staff={staff} schools={schools} />);
  }

  /** What was filled in to search; back to the list, with the number of the pupil sealed in the address. */
  @Post()
  find(
    @CurrentActor() actor: Actor,
    @FormBody(SchoolEventsQuery) form: Form<SchoolEventsQuery>,
    @WebView() view: View,
  ): Response {
    return view.redirect(
      searchAddress(this.words, actor, { path: '/inzage', form, names: 'pupilNumber', others: filters }),
    );
  }

  /** The same to take along. */
  @Get('bestand')
  @TakeAlong('pupilNumber')
  @StepUp()
  async copy(
    @CurrentActor() actor: Actor,
    @FormQuery(SchoolEventsFilter) filter: Form<SchoolEventsFilter>,
  ): Promise<Response> {
    return new Response(await this.audit.copy(actor, filter.orThrow()), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="inzage.csv"',
        'cache-control': 'no-store',
      },
    });
  }

  /** What is out of the ordinary. */
  @Get('opvallend')
  async showUnusual(
    @CurrentActor() actor: Actor,
    @FormQuery(UnusualQuery) filter: Form<UnusualQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const form = filter.valid ? filter : Form.of<UnusualQuery>();
    return view.page(
      <UnusualPage filter={form} found={await this.unusual.list(actor, filter.valid ? filter.value : {})} />,
    );
  }

  @Get('opvallend/:kind/:actorId/:day')
  async showOne(
    @CurrentActor() actor: Actor,
    @Param('kind', KindPipe) kind: UnusualKind,
    @PathId('actorId') actorId: string,
    @Param('day', DayPipe) day: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.one(actor, { kind, actorId, day }, view);
  }

  /** In order, or to be followed up, with a note. */
  @Post('opvallend/:kind/:actorId/:day')
  @Idempotent()
  async review(
    @CurrentActor() actor: Actor,
    @Param('kind', KindPipe) kind: UnusualKind,
    @PathId('actorId') actorId: string,
    @Param('day', DayPipe) day: string,
    @FormBody(ReviewRequest) form: Form<ReviewRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const key = { kind, actorId, day };
    const save = (value: ReviewRequest): Promise<void> => this.reviews.review(actor, key, value, form.version ?? 0);
    const sent = await send(form, save, 'oordeel');
    if (!sent.again) return view.redirect('/inzage/opvallend', 'unusual.reviewed');
    return this.one(actor, key, view, sent);
  }

  private async one(
    actor: Actor,
    key: UnusualKey,
    view: View,
    sent?: { again: Form<ReviewRequest>; status: 412 | 422 },
  ): Promise<Response> {
    const one = await this.unusual.one(actor, key);
    const events = await this.audit.events(actor, periodOf(one));
    const version = one.review?.version ?? 0;
    const form = sent
      ? keptOn(sent.again, version, sent.status)
      : Form.of<ReviewRequest>({ outcome: one.review?.outcome ?? '', note: one.review?.note ?? '', version });
    const page = <UnusualOnePage one={one} events={events} form={form} overtaken={sent?.status === 412} />;
    return view.page(page, sent?.status ?? 200);
  }
}
