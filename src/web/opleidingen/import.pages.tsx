import { Controller, Get, Param, ParseUUIDPipe, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReadListRequest, TickLinesRequest, toChoice } from '../../opleidingen/opleiding-imports.dto.js';
import { type ImportPreview, OpleidingImportsService } from '../../opleidingen/opleiding-imports.service.js';
import { OpleidingenReader } from '../../opleidingen/opleidingen.reader.js';
import { listUpload, type UploadedList } from '../../opleidingen/list-upload.types.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { Form, FormBody } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { LINES_ON_A_PAGE, PreviewPage, type PreviewPageProps, UploadPage } from './import.page.js';
import { onlyOne } from './opleidingen.pages.js';
import { withQuery } from '../kit/address.js';

@Allow('school-administrator', 'intaker')
@ApiExcludeController()
@Controller('opleidingen/import')
export class OpleidingImportPages {
  constructor(
    private readonly imports: OpleidingImportsService,
    private readonly reader: OpleidingenReader,
  ) {}

  @Get()
  async showUpload(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    const locations = await this.reader.ownLocations(actor);
    return view.page(<UploadPage form={Form.of({ locationId: onlyOne(locations)?.id ?? '' })} locations={locations} />);
  }

  /** Sending the same file twice gives two previews and changes nothing, so this needs no key. */
  @Post()
  @UseInterceptors(FileInterceptor('file', listUpload))
  async read(
    @CurrentActor() actor: Actor,
    @FormBody(ReadListRequest) form: Form<ReadListRequest>,
    @WebView() view: View,
    @UploadedFile() file?: UploadedList,
  ): Promise<Response> {
    const read = form.valid
      ? await this.imports.read(actor, form.value.locationId, file).catch((e) => form.refused(e))
      : form;
    if (!(read instanceof Form)) return view.redirect(`/opleidingen/import/${read.id}`);
    return view.page(<UploadPage form={read} locations={await this.reader.ownLocations(actor)} />, 422);
  }

  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('domein') domein: unknown,
    @Query('vanaf') from: unknown,
    @WebView() view: View,
  ): Promise<Response> {
    const preview = await this.imports.preview(actor, id);
    const part = partOf(preview, number(domein), number(from) ?? 0);
    // What the school has already is ticked: the list only brings its new name.
    const rows = part.lines.filter(({ state }) => state !== 'unchanged');
    const form = Form.of({ opleidingen: rows.map(({ state }) => ({ chosen: state === 'changed' })) });
    return view.page(<PreviewPage preview={preview} {...part} form={form} />);
  }

  @Post(':id')
  @Idempotent()
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query('domein') domein: unknown,
    @Query('vanaf') from: unknown,
    @FormBody(TickLinesRequest) form: Form<TickLinesRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const { seen } = form.value;
    const applied = form.valid
      ? await this.imports.apply(actor, id, seen, toChoice(form.value)).catch((e) => form.refused(e))
      : form;
    if (applied instanceof Form) {
      const preview = await this.imports.preview(actor, id);
      const part = partOf(preview, number(domein), number(from) ?? 0);
      return view.page(<PreviewPage preview={preview} {...part} form={applied} />, 422);
    }
    const { added, changed } = applied;
    const next = withQuery(`/opleidingen/import/${id}`, { domein: number(domein), vanaf: number(from) });
    return view.redirect(next, 'opleidingen.imported', { added, changed });
  }
}

const number = (text: unknown): number | undefined =>
  typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : undefined;

/** The lines of one domein, as many as fit on a page; of a list with one domein that one. */
function partOf(
  preview: ImportPreview,
  domein: number | undefined,
  from: number,
): Pick<PreviewPageProps, 'open' | 'lines' | 'from' | 'total'> {
  const open = preview.domeinen.length === 1 ? 0 : domein;
  const count = open === undefined ? undefined : preview.domeinen[open];
  if (!count) return { lines: [], from: 0, total: 0 };
  const all = preview.lines.filter((line) => line.domein === count.domein);
  const start = from < all.length ? from : 0;
  return { open, lines: all.slice(start, start + LINES_ON_A_PAGE), from: start, total: all.length };
}
