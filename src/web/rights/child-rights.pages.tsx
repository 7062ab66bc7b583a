import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ErasureWishRequest } from '../../erasure/erasure.dto.js';
import { ErasureRequestsReader } from '../../erasure/erasure-requests.reader.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { OwnCopyReader } from '../../privacy-rights/own-copy.reader.js';
import { RightsReader } from '../../privacy-rights/rights.reader.js';
import { RelationsReader } from '../../pupils/relations.reader.js';
import { WrongRequest } from '../../rectification/rectification.dto.js';
import { RectificationReader } from '../../rectification/rectification.reader.js';
import { type Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { copyFile } from './copy-file.js';
import { CopyPage } from './copy.page.js';
import { EraseForms } from './erase.forms.js';
import { RectifyForms } from './rectify.forms.js';
import { RightsPage } from './rights.page.js';
import { ofChild, type Whose } from './whose.js';

/** The privacy rights of a child under 16, for a guardian with custody. */
@Allow('guardian')
@ApiExcludeController()
@Controller('kind/:pupilId')
export class ChildRightsPages {
  constructor(
    private readonly relations: RelationsReader,
    private readonly rights: RightsReader,
    private readonly copies: OwnCopyReader,
    private readonly rectifications: RectificationReader,
    private readonly rectify: RectifyForms,
    private readonly erasures: ErasureRequestsReader,
    private readonly erase: EraseForms,
  ) {}

  @Get('rechten')
  async show(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const overview = await this.rights.overview(actor, pupilId);
    const requests = await this.rectifications.ofPupil(actor, pupilId);
    const whose = await this.whose(actor, pupilId);
    const erasures = await this.erasures.ofPupil(actor, pupilId);
    return view.page(<RightsPage whose={whose} overview={overview} requests={requests} erasures={erasures} />);
  }

  @Get('kopie')
  @TakeAlong()
  async copy(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    const copy = await this.copies.copy(actor, pupilId);
    return view.page(<CopyPage whose={await this.whose(actor, pupilId)} copy={copy} />);
  }

  @Get('kopie.json')
  @TakeAlong()
  async file(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string): Promise<Response> {
    return copyFile(await this.copies.copy(actor, pupilId));
  }

  @Get('rechten/klopt-niet')
  async choose(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    return this.rectify.choose(actor, pupilId, await this.whose(actor, pupilId), view);
  }

  @Get('rechten/klopt-niet/:what/:id')
  async wrong(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @Param('what') slug: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.rectify.empty(actor, pupilId, await this.whose(actor, pupilId), { slug, id }, view);
  }

  @Post('rechten/klopt-niet/:what/:id')
  @Idempotent()
  async ask(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @Param('what') slug: string,
    @PathId('id') id: string,
    @FormBody(WrongRequest) form: Form<WrongRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.rectify.ask(actor, pupilId, await this.whose(actor, pupilId), { slug, id }, form, view);
  }

  @Post('rechten/verzoek/:id/intrekken')
  @Idempotent()
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.rectify.withdraw(actor, await this.whose(actor, pupilId), id, view);
  }

  @Get('rechten/wissen')
  async emptyErase(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string, @WebView() view: View) {
    return this.erase.empty(actor, pupilId, await this.whose(actor, pupilId), view);
  }

  @Post('rechten/wissen')
  @Idempotent()
  async askErase(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @FormBody(ErasureWishRequest) form: Form<ErasureWishRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.erase.ask(actor, pupilId, await this.whose(actor, pupilId), form, view);
  }

  @Post('rechten/wissen/:id/intrekken')
  @Idempotent()
  async withdrawErase(
    @CurrentActor() actor: Actor,
    @PathId('pupilId') pupilId: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.erase.withdraw(actor, await this.whose(actor, pupilId), id, view);
  }

  private async whose(actor: Actor, pupilId: string): Promise<Whose> {
    return ofChild(await this.relations.child(actor, pupilId));
  }
}
