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
import { mine } from './whose.js';

/** The privacy rights of the pupil who asks. */
@Allow('pupil')
@ApiExcludeController()
@Controller('mijn')
export class MyRightsPages {
  constructor(
    private readonly rights: RightsReader,
    private readonly copies: OwnCopyReader,
    private readonly rectifications: RectificationReader,
    private readonly rectify: RectifyForms,
    private readonly erasures: ErasureRequestsReader,
    private readonly erase: EraseForms,
  ) {}

  /** What I can ask for, and who answers when. */
  @Get('rechten')
  async show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const overview = await this.rights.overview(actor, actor.id);
    const requests = await this.rectifications.ofPupil(actor, actor.id);
    const erasures = await this.erasures.ofPupil(actor, actor.id);
    return view.page(<RightsPage whose={mine} overview={overview} requests={requests} erasures={erasures} />);
  }

  /** Everything that is kept about me. */
  @Get('kopie')
  @TakeAlong()
  async copy(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<CopyPage whose={mine} copy={await this.copies.copy(actor, actor.id)} />);
  }

  /** The same as a file. */
  @Get('kopie.json')
  @TakeAlong()
  async file(@CurrentActor() actor: Actor): Promise<Response> {
    return copyFile(await this.copies.copy(actor, actor.id));
  }

  /** Something is not right: what? */
  @Get('rechten/klopt-niet')
  choose(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return this.rectify.choose(actor, actor.id, mine, view);
  }

  @Get('rechten/klopt-niet/:what/:id')
  wrong(
    @CurrentActor() actor: Actor,
    @Param('what') slug: string,
    @PathId('id') id: string,
    @WebView() view: View,
  ): Promise<Response> {
    return this.rectify.empty(actor, actor.id, mine, { slug, id }, view);
  }

  @Post('rechten/klopt-niet/:what/:id')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Param('what') slug: string,
    @PathId('id') id: string,
    @FormBody(WrongRequest) form: Form<WrongRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.rectify.ask(actor, actor.id, mine, { slug, id }, form, view);
  }

  @Post('rechten/verzoek/:id/intrekken')
  @Idempotent()
  withdraw(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return this.rectify.withdraw(actor, mine, id, view);
  }

  /** Forget me. */
  @Get('rechten/wissen')
  emptyErase(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return this.erase.empty(actor, actor.id, mine, view);
  }

  @Post('rechten/wissen')
  @Idempotent()
  askErase(
    @CurrentActor() actor: Actor,
    @FormBody(ErasureWishRequest) form: Form<ErasureWishRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    return this.erase.ask(actor, actor.id, mine, form, view);
  }

  @Post('rechten/wissen/:id/intrekken')
  @Idempotent()
  withdrawErase(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return this.erase.withdraw(actor, mine, id, view);
  }
}
