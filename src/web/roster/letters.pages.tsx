import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { Config } from '../../platform/config.js';
import {
  LetterListRequest,
  type LettersResponse,
  type RecipientResponse,
  ResetRequest,
} from '../../pupils/letters.dto.js';
import { type LetterScope, LettersService } from '../../pupils/letters.service.js';
import { MentorsReader } from '../../pupils/mentors.reader.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ChooseLettersPage } from './choose-letters.page.js';
import { LettersPage } from './letters.page.js';
import { AskCodePage, NewCodePage } from './new-code.page.js';

/** The title of the pages, and where one comes from. */
interface Place {
  title: string;
  back: { href: string; text: string };
}

/**
 * Letters with codes. The answer to making them is the page with the letters and no redirect: the codes are stored
 * nowhere, so that no other page could show them. Sending the form again makes new codes, and says so.
 */
@Allow('mentor', 'decaan', 'school-administrator')
@ApiExcludeController()
@Controller()
export class LettersPages {
  constructor(
    private readonly letters: LettersService,
    private readonly mentors: MentorsReader,
    private readonly config: Config,
  ) {}

  @Get('klassen/:groupId/brieven')
  async ofGroup(@CurrentActor() actor: Actor, @PathId('groupId') groupId: string, @WebView() view: View) {
    return this.choosePage(actor, { groupId }, view);
  }

  @Post('klassen/:groupId/brieven')
  @TakeAlong()
  async makeForGroup(
    @CurrentActor() actor: Actor,
    @PathId('groupId') groupId: string,
    @FormBody(LetterListRequest) form: Form<LetterListRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.make(actor, { groupId }, form, view);
  }

  @Get('leerlingen/:pupilId/brief')
  async ofPupil(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    return this.choosePage(actor, { pupilId }, view);
  }

  @Post('leerlingen/:pupilId/brief')
  @TakeAlong()
  async makeForPupil(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(LetterListRequest) form: Form<LetterListRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.make(actor, { pupilId }, form, view);
  }

  @Post('leerlingen/:pupilId/brief/nieuw-wachtwoord')
  @TakeAlong()
  async reset(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(ResetRequest) form: Form<ResetRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { recipientId } = form.orThrow();
    const made = await this.letters.issue(actor, { pupilId }, { recipients: [recipientId], reset: true });
    return this.madePage(actor, { pupilId }, made, view);
  }

  /** From the class list and from the page of the pupil: one tap here, one on the button. */
  @Get('leerlingen/:pupilId/code')
  async askCode(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @WebView() view: View,
  ): Promise<Response> {
    return view.page(<AskCodePage pupilId={pupilId} name={await this.nameOf(actor, pupilId)} />);
  }

  @Post('leerlingen/:pupilId/code')
  @TakeAlong()
  async newCode(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const name = await this.nameOf(actor, pupilId);
    const made = await this.letters.issue(actor, { pupilId }, { recipients: [pupilId], reset: true });
    const { publicUrl: site } = this.config;
    return view.page(
      <NewCodePage pupilId={pupilId} name={name} made={made} school={actor.schoolName ?? ''} site={site} />,
    );
  }

  private async nameOf(actor: Actor, pupilId: string): Promise<string> {
    const recipients = await this.letters.recipients(actor, { pupilId });
    return recipients.find(({ id }) => id === pupilId)?.name ?? 'deze leerling';
  }

  private async make(actor: Actor, scope: LetterScope, form: Form<LetterListRequest>, view: View): Promise<Response> {
    const sent = await send(form, (list) => this.letters.issueTicked(actor, scope, list));
    if (sent.again) return this.choosePage(actor, scope, view, sent.again, sent.status);
    return this.madePage(actor, scope, sent.result, view);
  }

  private async choosePage(
    actor: Actor,
    scope: LetterScope,
    view: View,
    sent?: AnyForm,
    status = 200,
  ): Promise<Response> {
    const recipients = await this.letters.recipients(actor, scope);
    const { title, back } = await this.place(actor, scope, recipients[0]?.name);
    return view.page(
      <ChooseLettersPage
        title={title}
        back={back}
        action={pathOf(scope)}
        recipients={recipients}
        form={sent ?? Form.of({ rows: ticked(recipients) })}
        forOne={'pupilId' in scope}
      />,
      status,
    );
  }

  private madePage(actor: Actor, scope: LetterScope, made: LettersResponse, view: View): Response {
    const back = { href: pathOf(scope), text: 'Brieven' };
    return view.page(
      <LettersPage made={made} school={actor.schoolName ?? ''} site={this.config.publicUrl} back={back} />,
    );
  }

  private async place(actor: Actor, scope: LetterScope, name = 'leerling'): Promise<Place> {
    if ('pupilId' in scope)
      return { title: `Brief voor ${name}`, back: { href: `/leerlingen/${scope.pupilId}`, text: name } };
    const group = await this.mentors.group(actor, scope.groupId);
    return {
      title: `Brieven voor ${group.name}`,
      back: { href: `/klassen/${scope.groupId}`, text: `Klas ${group.name}` },
    };
  }
}

const pathOf = (scope: LetterScope): string =>
  'pupilId' in scope ? `/leerlingen/${scope.pupilId}/brief` : `/klassen/${scope.groupId}/brieven`;

/** Who has no letter yet is ticked; in the order of the list of those who may get one. */
const ticked = (recipients: readonly RecipientResponse[]): { print: boolean }[] =>
  recipients
    .filter(({ state }) => state === 'new' || state === 'invited')
    .map(({ state }) => ({ print: state === 'new' }));
