import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  AccountRequest,
  ContactRequest,
  NewRoleRequest,
  NewStaffRequest,
  RoleEndRequest,
  StaffQuery,
} from '../../people/people.dto.js';
import { InvitationsReader } from '../../invitations/invitations.reader.js';
import { InvitationsService } from '../../invitations/invitations.service.js';
import { PeopleReader } from '../../people/people.reader.js';
import { PeopleService } from '../../people/people.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor, StepUp } from '../../platform/access/allow.decorator.js';
import { Search, TakeAlong } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Config } from '../../platform/config.js';
import { SearchWords } from '../../platform/access/search-words.js';
import { searchAddress } from '../kit/address.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { LetterPage } from './letter.page.js';
import { ListPage } from './list.page.js';
import { NewPage } from './new.page.js';
import { PersonPage } from './person.page.js';

/** The staff of the school, for its administrator. */
@Allow('school-administrator')
@ApiExcludeController()
@Controller('personen')
export class PeoplePages {
  constructor(
    private readonly people: PeopleService,
    private readonly reader: PeopleReader,
    private readonly invitations: InvitationsService,
    private readonly invited: InvitationsReader,
    private readonly config: Config,
    private readonly words: SearchWords,
  ) {}

  @Get()
  @Search('search')
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(StaffQuery) filter: Form<StaffQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    // A search that makes no sense is no search.
    const form = filter.valid ? filter : Form.of<StaffQuery>();
    const staff = await this.reader.staff(actor, filter.valid ? filter.value : {});
    const invitations = await this.invited.of(
      actor,
      staff.items.map(({ id }) => id),
    );
    return view.page(<ListPage filter={form} staff={staff} invitations={invitations} />);
  }

  /** What was filled in to search; back to the list, with the names sealed in the address. */
  @Post()
  find(@CurrentActor() actor: Actor, @FormBody(StaffQuery) form: Form<StaffQuery>, @WebView() view: View): Response {
    return view.redirect(searchAddress(this.words, actor, { path: '/personen', form, names: 'search' }));
  }

  @Get('nieuw')
  @StepUp()
  async showNew(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<NewPage form={Form.of()} roles={await this.reader.possibleRoles(actor)} />);
  }

  @Post('nieuw')
  @StepUp()
  @Idempotent()
  async add(
    @CurrentActor() actor: Actor,
    @FormBody(NewStaffRequest) form: Form<NewStaffRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.people.add(actor, value));
    if (sent.again)
      return view.page(<NewPage form={sent.again} roles={await this.reader.possibleRoles(actor)} />, sent.status);
    const { id } = sent.result;
    return view.redirect(`/personen/${id}`, 'people.added', { name: form.text('givenName') });
  }

  @Get(':personId')
  show(@CurrentActor() actor: Actor, @PathId('personId') personId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, personId, view, Form.of());
  }

  /** The code is on this page alone: asking again makes a new one. */
  @Post(':personId/brief')
  @StepUp()
  @TakeAlong()
  async letter(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(Form.of(), () => this.people.issueCode(actor, personId));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.page(<LetterPage issued={sent.result} school={actor.schoolName ?? ''} site={this.config.publicUrl} />);
  }

  @Post(':personId/uitnodiging')
  async invite(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(Form.of(), () => this.invitations.invite(actor, personId));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, 'people.invited');
  }

  @Post(':personId/uitnodiging/intrekken')
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @WebView() view: View,
  ): Promise<Response> {
    await this.invitations.withdraw(actor, personId);
    return view.redirect(`/personen/${personId}`, 'people.invitation-withdrawn');
  }

  @Post(':personId/gegevens')
  @StepUp()
  async changeContact(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @FormBody(ContactRequest) form: Form<ContactRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.people.changeContact(actor, personId, value));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, 'people.contact-changed');
  }

  @Post(':personId/rollen')
  @StepUp()
  @Idempotent()
  async giveRole(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @FormBody(NewRoleRequest) form: Form<NewRoleRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (value) => this.people.giveRole(actor, personId, value));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, 'people.role-given');
  }

  @Post(':personId/rollen/:roleId/einde')
  async endRole(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @PathId('roleId') roleId: string,
    @FormBody(RoleEndRequest) form: Form<RoleEndRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ until }) => this.people.endRole(actor, personId, roleId, until));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, 'people.role-ended');
  }

  @Post(':personId/tweede-stap')
  @StepUp()
  async resetSecondFactor(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const { name } = await this.reader.member(actor, personId);
    const sent = await send(Form.of(), () => this.people.resetSecondFactor(actor, personId));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, 'second-step.reset', { name });
  }

  @Post(':personId/account')
  async setAccount(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @FormBody(AccountRequest) form: Form<AccountRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { name } = await this.reader.member(actor, personId);
    const sent = await send(form, ({ disabled }) => this.people.setAccount(actor, personId, disabled));
    if (sent.again) return this.page(actor, personId, view, sent.again, sent.status);
    return view.redirect(`/personen/${personId}`, form.value.disabled ? 'people.disabled' : 'people.enabled', { name });
  }

  private async page(actor: Actor, personId: string, view: View, form: AnyForm, status = 200): Promise<Response> {
    const person = await this.reader.member(actor, personId);
    const roles = await this.reader.possibleRoles(actor);
    const [invitation] = await this.invited.of(actor, [personId]);
    const mail = this.invited.possible;
    return view.page(
      <PersonPage person={person} roles={roles} form={form} invitation={invitation} mail={mail} />,
      status,
    );
  }
}
