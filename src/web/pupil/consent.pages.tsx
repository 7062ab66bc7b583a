import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnswerRequest, ChosenForm, ChosenSections, type ConsentResponse } from '../../consent/consent.dto.js';
import { ConsentService } from '../../consent/consent.service.js';
import { ReceiptReader } from '../../consent-papers/receipt.reader.js';
import { SharingReader } from '../../dossier/sharing.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { GuardianSectionsRequest } from '../../pupils/roster.dto.js';
import { RosterReader } from '../../pupils/roster.reader.js';
import { RosterService } from '../../pupils/roster.service.js';
import { ShareNoticesReader } from '../../share-notices/share-notices.reader.js';
import { ReceiptPage } from '../family/receipt.page.js';
import { TextLanguageQuery, textLanguages } from '../family/text-language.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { keptOn, send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { ChooseSectionsPage } from './choose-sections.page.js';
import { ConsentPage } from './consent.page.js';

@Allow('pupil')
@ApiExcludeController()
@Controller('mijn/toestemming')
export class PupilConsentPages {
  constructor(
    private readonly sharing: SharingReader,
    private readonly consents: ConsentService,
    private readonly receipts: ReceiptReader,
    private readonly notices: ShareNoticesReader,
    private readonly roster: RosterReader,
    private readonly guardians: RosterService,
  ) {}

  /** Who may read my dossier. */
  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const sharing = await this.sharing.ofPupil(actor, actor.id, textLanguages(query, view));
    const guardians = await this.roster.guardianSections(actor, actor.id);
    const taken = await this.notices.ofPupil(actor, actor.id);
    return view.page(<ConsentPage sharing={sharing} guardians={guardians} open={Form.of(guardians)} taken={taken} />);
  }

  /** From 16: what the guardians may read. */
  @Post('meelezen')
  @Idempotent()
  async openToGuardians(
    @CurrentActor() actor: Actor,
    @FormBody(GuardianSectionsRequest) form: Form<GuardianSectionsRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const save = (value: GuardianSectionsRequest) =>
      this.guardians.openToGuardians(actor, actor.id, value, form.version ?? 0);
    const sent = await send(form, save, 'meelezen');
    if (!sent.again) return view.redirect('/mijn/toestemming#meelezen', 'read-along.saved');
    const sharing = await this.sharing.ofPupil(actor, actor.id, [view.locale]);
    const guardians = await this.roster.guardianSections(actor, actor.id);
    const open = keptOn(sent.again, guardians.version, sent.status);
    return view.page(
      <ConsentPage
        sharing={sharing}
        guardians={guardians}
        open={open}
        overtaken={sent.status === 412}
        taken={await this.notices.ofPupil(actor, actor.id)}
      />,
      sent.status,
    );
  }

  /** What a share came to, to keep. */
  @Get(':id/bewijs')
  @TakeAlong()
  async receipt(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const back = { href: '/mijn/toestemming', text: view.t('consent.title') };
    return view.page(<ReceiptPage found={await this.receipts.of(actor, id)} back={back} />);
  }

  /** Section by section, for one school. */
  @Get(':schoolId')
  async choose(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const languages = textLanguages(query, view);
    const { sharing, share } = await this.sharing.withSchool(actor, actor.id, schoolId, languages);
    return view.page(<ChooseSectionsPage share={share} sharing={sharing} form={Form.of(inForce(share.consent))} />);
  }

  @Post(':schoolId')
  @Idempotent()
  async give(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @FormBody(ChosenForm) form: Form<ChosenForm>,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ sections, textId, instead }) =>
      this.consents.give(actor, actor.id, { toSchoolId: schoolId, sections, textId, instead, purpose: 'intake' }),
    );
    if (!sent.again) return answered(view, sent.result);
    return this.chooseAgain(actor, schoolId, sent.again, query, view);
  }

  /** Yes to everything that was asked, no, or the one confirmation at 16. */
  @Post(':schoolId/vraag/:id')
  @Idempotent()
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @PathId('id') id: string,
    @FormBody(AnswerRequest) form: Form<AnswerRequest>,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ agreed, textId }) => this.consents.answer(actor, id, { agreed, textId }));
    if (!sent.again) return answered(view, sent.result);
    return this.chooseAgain(actor, schoolId, Form.of<ChosenSections>().withFaults(sent.again.faults), query, view);
  }

  /** Yes to a part of what was asked. */
  @Post(':schoolId/vraag/:id/keuze')
  @Idempotent()
  async answerInPart(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @PathId('id') id: string,
    @FormBody(ChosenSections) form: Form<ChosenSections>,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ sections, textId }) =>
      this.consents.answer(actor, id, { agreed: true, sections, textId }),
    );
    if (!sent.again) return answered(view, sent.result);
    return this.chooseAgain(actor, schoolId, sent.again, query, view);
  }

  /** Another day. */
  @Post(':schoolId/vraag/:id/later')
  @Idempotent()
  async later(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    const { toSchool } = await this.consents.later(actor, id);
    return view.redirect(`/mijn/toestemming#school-${schoolId}`, 'consent.later-done', { school: toSchool });
  }

  /** One tap; the page that follows offers to give it again. */
  @Post(':schoolId/intrekken/:id')
  @Idempotent()
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('schoolId') schoolId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    const { toSchool } = await this.consents.withdraw(actor, id);
    return view.redirect(`/mijn/toestemming#school-${schoolId}`, 'consent.withdrawn', { school: toSchool });
  }

  private async chooseAgain(
    actor: Actor,
    schoolId: string,
    form: Form<ChosenSections>,
    query: Form<TextLanguageQuery>,
    view: View,
  ): Promise<Response> {
    const languages = textLanguages(query, view);
    const { sharing, share } = await this.sharing.withSchool(actor, actor.id, schoolId, languages);
    return view.page(<ChooseSectionsPage share={share} sharing={sharing} form={form} />, 422);
  }
}

/** What is shared already is ticked, to change it. */
const inForce = (consent: ConsentResponse | null): object =>
  consent?.state === 'in-force' ? { sections: consent.sections } : {};

/** Says what follows from the answer, and that it works at once. */
function answered(view: View, { state, toSchool, toSchoolId }: ConsentResponse): Response {
  return view.redirect(`/mijn/toestemming#school-${toSchoolId}`, `consent.done.${state}`, { school: toSchool });
}
