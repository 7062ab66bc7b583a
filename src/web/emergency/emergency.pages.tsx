import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsDateString, IsString, MaxLength } from 'class-validator';
import { DossierReader } from '../../dossier/dossier.reader.js';
import { EmergencyRequest, EmergencySearchRequest } from '../../emergency-access/emergency.dto.js';
import { EmergencyReader } from '../../emergency-access/emergency.reader.js';
import { EmergencyService } from '../../emergency-access/emergency.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { AllowStaff, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { SearchRarely } from '../../platform/access/paced.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { EmergencyPage } from './open.page.js';
import { EmergencyFoundPage, EmergencySearchPage } from './search.page.js';

/** With what was searched for, so that a form with a fault comes back. */
class OpenFound extends EmergencyRequest {
  @IsString()
  @MaxLength(100)
  familyName: string;

  @IsDateString({ strict: true })
  @MaxLength(10)
  birthDate: string;
}

@AllowStaff()
@ApiExcludeController()
@Controller('noodtoegang')
export class EmergencyPages {
  constructor(
    private readonly reader: EmergencyReader,
    private readonly emergencies: EmergencyService,
    private readonly dossiers: DossierReader,
  ) {}

  @Get()
  async show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<EmergencySearchPage own={await this.reader.own(actor)} search={Form.of()} />);
  }

  /** Sent and not asked for by address: a name and a birth date belong in no log. */
  @Post('zoeken')
  @HttpCode(200)
  @SearchRarely('familyName')
  async search(
    @CurrentActor() actor: Actor,
    @FormBody(EmergencySearchRequest) form: Form<EmergencySearchRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    if (!form.valid) return view.page(<EmergencySearchPage own={await this.reader.own(actor)} search={form} />, 422);
    return view.page(
      <EmergencyFoundPage
        found={await this.emergencies.search(actor, form.value)}
        asked={form.value}
        form={Form.of()}
      />,
    );
  }

  @Post()
  @Idempotent()
  async open(
    @CurrentActor() actor: Actor,
    @FormBody(OpenFound) form: Form<OpenFound>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, ({ pupilId, reason }) => this.emergencies.open(actor, { pupilId, reason }));
    if (!sent.again) return view.redirect(`/noodtoegang/${sent.result.id}`);
    const asked = { familyName: form.text('familyName'), birthDate: form.text('birthDate') };
    const found = await this.emergencies.search(actor, asked);
    const page = <EmergencyFoundPage found={found} asked={asked} form={sent.again} chosen={form.text('pupilId')} />;
    return view.page(page, sent.status);
  }

  /** The profile, as long as it lasts; each look is on record. */
  @Get(':id')
  async one(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const emergency = await this.reader.ownOne(actor, id);
    const profile = await this.dossiers.profile(actor, emergency.pupilId);
    return view.page(<EmergencyPage emergency={emergency} profile={profile} form={Form.of()} />);
  }

  @Post(':id/sluiten')
  @Idempotent()
  async end(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    await this.emergencies.end(actor, id);
    return view.redirect('/noodtoegang', 'emergency.ended');
  }
}
