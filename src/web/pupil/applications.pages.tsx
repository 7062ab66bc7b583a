import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import { OrganisationsReader } from '../../organisations/organisations.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { ApplicationRequest } from '../../placements/placements.dto.js';
import { PlacementsReader } from '../../placements/placements.reader.js';
import { PlacementsService } from '../../placements/placements.service.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { ApplicationsPage } from './applications.page.js';
import { ChooseOpleidingPage, ChooseSchoolPage } from './choose-opleiding.page.js';

/** Step 2 of recording an application: words of the opleiding, and the part of the list. */
class SearchQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  zoek?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  vanaf?: string;
}
/** Of a list that came back with a fault the search is sent along. */
class ChosenOpleiding extends ApplicationRequest {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  zoek?: string;
}

@Allow('pupil')
@ApiExcludeController()
@Controller('mijn/aanmeldingen')
export class PupilApplicationPages {
  constructor(
    private readonly reader: PlacementsReader,
    private readonly placements: PlacementsService,
    private readonly organisations: OrganisationsReader,
    private readonly opleidingen: OpleidingenReader,
  ) {}

  /** Where I applied. */
  @Get()
  async list(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<ApplicationsPage applications={await this.reader.ofPupil(actor, actor.id)} />);
  }

  /** Step 1: the school. */
  @Get('nieuw')
  async chooseSchool(@WebView() view: View): Promise<Response> {
    return view.page(<ChooseSchoolPage schools={await this.organisations.schools('mbo')} />);
  }

  /** Step 2: the opleiding, with a search that needs no script. */
  @Get('nieuw/:schoolId')
  async chooseOpleiding(
    @PathId('schoolId') schoolId: string,
    @FormQuery(SearchQuery) query: Form<SearchQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.choose(schoolId, query, Form.of(), view);
  }

  @Post('nieuw/:schoolId')
  @Idempotent()
  async apply(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @FormBody(ChosenOpleiding) form: Form<ChosenOpleiding>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ opleidingId }) => this.placements.apply(actor, actor.id, { opleidingId }));
    if (sent.again) return this.choose(schoolId, form, sent.again, view, sent.status);
    const { toSchoolId, toSchool } = sent.result;
    return view.redirect(`/mijn/toestemming#school-${toSchoolId}`, 'applications.added', { school: toSchool });
  }

  @Post(':id/intrekken')
  @Idempotent()
  async withdraw(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    await this.placements.withdraw(actor, id);
    return view.redirect('/mijn/aanmeldingen', 'applications.withdrawn');
  }

  private async choose(
    schoolId: string,
    query: Form<{ zoek?: string; vanaf?: string }>,
    form: Form<ApplicationRequest>,
    view: View,
    status = 200,
  ): Promise<Response> {
    const school = await this.organisations.mbo(schoolId);
    const { zoek, vanaf } = query.value;
    const page = await this.opleidingen.list({ schoolId, text: zoek, pageToken: vanaf, pageSize: 25 });
    return view.page(<ChooseOpleidingPage school={school} page={page} query={query} form={form} />, status);
  }
}
