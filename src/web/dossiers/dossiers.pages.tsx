import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AskForm } from '../../consent/consent.dto.js';
import { ConsentService } from '../../consent/consent.service.js';
import { sections } from '../../consent/consent.types.js';
import { ApplicantsReader } from '../../dossier/applicants.reader.js';
import { ApplicantQuery } from '../../dossier/dossier.dto.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Search } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { SearchWords } from '../../platform/access/search-words.js';
import { searchAddress } from '../kit/address.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { AskPage } from './ask.page.js';
import { DossierPage } from './dossier.page.js';
import { ListPage } from './list.page.js';

/** An address that names nothing is not there. */
const PupilId = (): ParameterDecorator => Param('pupilId', new ParseUUIDPipe({ errorHttpStatusCode: 404 }));

@Allow('intaker')
@ApiExcludeController()
@Controller('dossiers')
export class DossiersPages {
  constructor(
    private readonly applicants: ApplicantsReader,
    private readonly consents: ConsentService,
    private readonly words: SearchWords,
  ) {}

  @Get()
  @Search('text')
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(ApplicantQuery) filter: Form<ApplicantQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    // A filter that makes no sense is no filter.
    const form = filter.valid ? filter : Form.of<ApplicantQuery>();
    const page = await this.applicants.applicants(actor, filter.valid ? filter.value : {});
    return view.page(<ListPage filter={form} page={page} />);
  }

  /** What was filled in to search; back to the list, with the names sealed in the address. */
  @Post()
  find(
    @CurrentActor() actor: Actor,
    @FormBody(ApplicantQuery) form: Form<ApplicantQuery>,
    @WebView() view: View,
  ): Response {
    return view.redirect(
      searchAddress(this.words, actor, { path: '/dossiers', form, names: 'text', others: ['share'] }),
    );
  }

  /** The dossier where it is shared; otherwise the application, and asking to share. */
  @Get(':pupilId')
  show(@CurrentActor() actor: Actor, @PupilId() pupilId: string, @WebView() view: View): Promise<Response> {
    return this.page(actor, pupilId, view, Form.of({ sections: [...sections] }));
  }

  @Post(':pupilId/vraag')
  @Idempotent()
  async ask(
    @CurrentActor() actor: Actor,
    @PupilId() pupilId: string,
    @FormBody(AskForm) form: Form<AskForm>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ sections, reason }) =>
      this.consents.ask(actor, { pupilId, sections, reason, purpose: 'intake' }),
    );
    if (sent.again) return this.page(actor, pupilId, view, sent.again, sent.status);
    return view.redirect(`/dossiers/${pupilId}`, 'dossiers.asked');
  }

  private async page(actor: Actor, pupilId: string, view: View, form: Form<object>, status = 200): Promise<Response> {
    const { applicant, dossier, summary, mayAsk } = await this.applicants.received(actor, pupilId);
    return dossier && summary
      ? view.page(<DossierPage applicant={applicant} dossier={dossier} summary={summary} />)
      : view.page(<AskPage applicant={applicant} mayAsk={mayAsk} form={form} />, status);
  }
}
