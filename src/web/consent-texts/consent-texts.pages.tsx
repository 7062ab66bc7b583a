import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { NewTextRequest, toTextResponse, toVersionResponse } from '../../consent-texts/consent-texts.dto.js';
import { ConsentTextsReader } from '../../consent-texts/consent-texts.reader.js';
import { ConsentTextsService } from '../../consent-texts/consent-texts.service.js';
import { textPurposes, type TextPurpose } from '../../consent-texts/consent-texts.types.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { NewTextPage } from './new-text.page.js';
import { TextPage } from './text.page.js';
import { TextsPage } from './texts.page.js';

/** `?doel=intake&versie=2026-11&uit=<id>`: for which purpose, a language for which version, and what to begin with. */
export class NewTextQuery {
  @IsOptional()
  @IsIn(textPurposes)
  doel?: TextPurpose;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  versie?: string;

  @IsOptional()
  @IsUUID()
  uit?: string;
}

@Allow('coordinator')
@ApiExcludeController()
@Controller('toestemmingsteksten')
export class ConsentTextsPages {
  constructor(
    private readonly reader: ConsentTextsReader,
    private readonly texts: ConsentTextsService,
  ) {}

  /** Every version, per purpose, in its languages. */
  @Get()
  async list(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<TextsPage versions={(await this.reader.ofRegion(actor)).map(toVersionResponse)} />);
  }

  /** A language for a version, or a version of the region's own; what is there to begin with is filled in. */
  @Get('nieuw')
  async empty(
    @CurrentActor() actor: Actor,
    @FormQuery(NewTextQuery) query: Form<NewTextQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const { doel = 'intake', versie, uit }: NewTextQuery = query.valid ? query.value : {};
    const begin = uit && (await this.reader.one(uit));
    const form = Form.of<NewTextRequest>({
      purpose: doel,
      ...(versie ? { version: versie } : {}),
      ...(begin ? { title: begin.title, body: begin.paragraphs.join('\n\n') } : {}),
      ...(begin && versie ? { language: begin.language, languageName: begin.languageName } : {}),
    });
    return this.form(actor, form, view);
  }

  @Post('nieuw')
  @Idempotent()
  async add(
    @CurrentActor() actor: Actor,
    @FormBody(NewTextRequest) form: Form<NewTextRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.texts.add(actor, request));
    if (sent.again) return this.form(actor, sent.again, view, sent.status);
    return view.redirect('/toestemmingsteksten', 'consent-texts.added');
  }

  /** One text, as people see it. */
  @Get(':id')
  async one(@PathId('id') id: string, @WebView() view: View): Promise<Response> {
    return view.page(<TextPage text={toTextResponse(await this.reader.one(id))} />);
  }

  private async form(actor: Actor, form: Form<NewTextRequest>, view: View, status = 200): Promise<Response> {
    const versions = (await this.reader.ofRegion(actor)).map(toVersionResponse);
    return view.page(<NewTextPage form={form} versions={versions} />, status);
  }
}
