import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OrganisationsReader } from '../../organisations/organisations.reader.js';
import {
  AddOpleidingRequest,
  CorrectOpleidingRequest,
  ListOpleidingenQuery,
} from '../../opleidingen/opleidingen.dto.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import { OpleidingenService } from '../../opleidingen/opleidingen.service.js';
import type { OfferedOpleiding } from '../../opleidingen/opleidingen.types.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor, SignedIn } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { NothingFilledIn } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { AddPage, EditPage } from './edit.page.js';
import { ListPage } from './list.page.js';

@Allow('school-administrator', 'intaker')
@ApiExcludeController()
@Controller('opleidingen')
export class OpleidingenPages {
  constructor(
    private readonly opleidingen: OpleidingenService,
    private readonly reader: OpleidingenReader,
    private readonly organisations: OrganisationsReader,
  ) {}

  /** The offer of the own mbo school to work on; for anyone else that of all mbo schools to look at. */
  @Get()
  @SignedIn()
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(ListOpleidingenQuery) filter: Form<ListOpleidingenQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const editing = await this.reader.mayEdit(actor);
    // A filter that makes no sense is no filter.
    const wanted = filter.valid ? filter.value : {};
    const own = editing ? { schoolId: actor.schoolId ?? undefined } : {};
    const page = await this.reader.list({ ...wanted, ...own });
    const schools = editing ? [] : await this.organisations.schools('mbo');
    const locations = editing ? await this.reader.ownLocations(actor) : [];
    const form = filter.valid ? filter : Form.of<ListOpleidingenQuery>();
    return view.page(<ListPage filter={form} page={page} editing={editing} schools={schools} locations={locations} />);
  }

  @Get('toevoegen')
  async showAdd(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const locations = await this.reader.ownLocations(actor);
    return view.page(<AddPage form={Form.of({ locationId: onlyOne(locations)?.id ?? '' })} locations={locations} />);
  }

  @Post('toevoegen')
  @Idempotent()
  async add(
    @CurrentActor() actor: Actor,
    @FormBody(AddOpleidingRequest) form: Form<AddOpleidingRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const added = form.valid ? await this.opleidingen.add(actor, form.value).catch((e) => form.refused(e)) : form;
    if (!(added instanceof Form)) return view.redirect('/opleidingen', 'opleidingen.added', { name: added.name });
    return view.page(<AddPage form={added} locations={await this.reader.ownLocations(actor)} />, 422);
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @WebView() view: View,
  ): Promise<Response> {
    const opleiding = await this.reader.own(actor, id);
    const { name, niveau, version } = opleiding;
    return view.page(<EditPage opleiding={opleiding} form={Form.of({ name, niveau, version })} />);
  }

  @Post(':id')
  @Idempotent()
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @FormBody(CorrectOpleidingRequest) form: Form<CorrectOpleidingRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    if (!form.valid) return view.page(<EditPage opleiding={await this.reader.own(actor, id)} form={form} />, 422);
    const { name } = await this.opleidingen.correct(actor, id, form.version ?? 0, form.value);
    return view.redirect('/opleidingen', 'opleidingen.corrected', { name });
  }

  @Post(':id/intrekken')
  @Idempotent()
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @FormBody(NothingFilledIn) form: Form<NothingFilledIn>,
    @WebView() view: View,
  ): Promise<Response> {
    const { name } = await this.opleidingen.withdraw(actor, id, form.version ?? 0);
    return view.redirect(addressOf({ id }), 'opleidingen.withdrawn', { name });
  }

  @Post(':id/terugzetten')
  @Idempotent()
  async offerAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @FormBody(NothingFilledIn) form: Form<NothingFilledIn>,
    @WebView() view: View,
  ): Promise<Response> {
    const { name } = await this.opleidingen.offerAgain(actor, id, form.version ?? 0);
    return view.redirect(addressOf({ id }), 'opleidingen.offered-again', { name });
  }
}

const addressOf = ({ id }: Pick<OfferedOpleiding, 'id'>): string => `/opleidingen/${id}`;
export const onlyOne = <T,>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
