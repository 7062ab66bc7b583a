import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AnswerRequest, type ConsentResponse } from '../../consent/consent.dto.js';
import { ConsentService } from '../../consent/consent.service.js';
import { ReceiptReader } from '../../consent-papers/receipt.reader.js';
import { DossierReader } from '../../dossier/dossier.reader.js';
import { SharingReader } from '../../dossier/sharing.reader.js';
import { EmergencyReader } from '../../emergency-access/emergency.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { RelationsReader } from '../../pupils/relations.reader.js';
import { StatutoryReader } from '../../statutory/statutory.reader.js';
import { WhoLookedReader } from '../../who-looked/who-looked.reader.js';
import { LookedQuery, partOf } from '../family/looked-query.js';
import { ShareNoticesReader } from '../../share-notices/share-notices.reader.js';
import { ReceiptPage } from '../family/receipt.page.js';
import { TextLanguageQuery, textLanguages } from '../family/text-language.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import type { AnyForm } from '../ui/form-fields.js';
import { ChildConsentPage } from './child-consent.page.js';
import { ChildLookedPage } from './child-looked.page.js';
import { unanswered } from '../statutory/words.js';
import { ChildPage } from './child.page.js';
import { ChildrenPage, onlyChild } from './children.page.js';

@Allow('guardian')
@ApiExcludeController()
@Controller('kind')
export class GuardianPages {
  constructor(
    private readonly relations: RelationsReader,
    private readonly dossiers: DossierReader,
    private readonly sharing: SharingReader,
    private readonly consents: ConsentService,
    private readonly receipts: ReceiptReader,
    private readonly notices: ShareNoticesReader,
    private readonly looked: WhoLookedReader,
    private readonly emergencies: EmergencyReader,
    private readonly statutory: StatutoryReader,
  ) {}

  /** My children; who has one goes there at once. */
  @Get()
  async children(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const children = await this.relations.childrenOf(actor);
    const only = onlyChild(children);
    return only ? view.redirect(`/kind/${only.id}`) : view.page(<ChildrenPage items={children} />);
  }

  /** Reading along. */
  @Get(':pupilId')
  async show(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @WebView() view: View,
  ): Promise<Response> {
    const dossier = await this.dossiers.readAlong(actor, pupilId);
    const child = await this.relations.child(actor, pupilId);
    const sharing = await this.sharing.ofPupil(actor, pupilId);
    const emergencies = await this.emergencies.notices(pupilId);
    const handovers = (await this.statutory.ofPupil(actor, pupilId)).filter(unanswered);
    const page = { child, dossier, sharing, emergencies, handovers };
    return view.page(<ChildPage {...page} />);
  }

  /** The yes or no of a guardian with custody, under 16. */
  @Get(':pupilId/toestemming')
  async consent(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.consentPage(actor, pupilId, Form.of(), query, view);
  }

  @Post(':pupilId/toestemming/:id')
  @Idempotent()
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @FormBody(AnswerRequest) form: Form<AnswerRequest>,
    @FormQuery(TextLanguageQuery) query: Form<TextLanguageQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ agreed, textId }) => this.consents.answer(actor, id, { agreed, textId }));
    if (!sent.again) return answered(view, pupilId, sent.result);
    return this.consentPage(actor, pupilId, sent.again, query, view, sent.status);
  }

  /** One tap. */
  @Post(':pupilId/toestemming/:id/intrekken')
  @Idempotent()
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return answered(view, pupilId, await this.consents.withdraw(actor, id));
  }

  /** What a share came to, for who answered. */
  @Get(':pupilId/toestemming/:id/bewijs')
  @TakeAlong()
  async receipt(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    const found = await this.receipts.of(actor, id);
    const back = { href: `/kind/${pupilId}/toestemming`, text: view.t('consent.title') };
    return view.page(<ReceiptPage found={found} back={back} />);
  }

  /** Who looked in the dossier, under 16. */
  @Get(':pupilId/wie-keek')
  async whoLooked(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormQuery(LookedQuery) query: Form<LookedQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const { own, before, code } = partOf(query);
    const receipt = await this.looked.receipt(actor, pupilId, code);
    const page = await this.looked.lines(actor, pupilId, own, before);
    const child = await this.relations.child(actor, pupilId);
    return view.page(<ChildLookedPage child={child} page={page} own={own} receipt={receipt} query={query} />);
  }

  private async consentPage(
    actor: Actor,
    pupilId: string,
    form: AnyForm,
    query: Form<TextLanguageQuery>,
    view: View,
    status = 200,
  ): Promise<Response> {
    const sharing = await this.sharing.ofPupil(actor, pupilId, textLanguages(query, view));
    const child = await this.relations.child(actor, pupilId);
    const taken = sharing.decidesAlone ? [] : await this.notices.ofPupil(actor, pupilId);
    return view.page(<ChildConsentPage child={child} sharing={sharing} form={form} taken={taken} />, status);
  }
}

function answered(view: View, pupilId: string, { state, toSchool, toSchoolId }: ConsentResponse): Response {
  return view.redirect(`/kind/${pupilId}/toestemming#school-${toSchoolId}`, `guardian.done.${state}`, {
    school: toSchool,
  });
}
