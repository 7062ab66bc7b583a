import { Controller, Get, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { type Actor, hasRole } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { WaitingReader } from '../../privacy-rights/waiting.reader.js';
import { ImportRunner } from '../../roster-import/import-runner.service.js';
import { activityWords } from '../../roster-import/lob-words.types.js';
import { ApplyRosterRequest, toImportResponse } from '../../roster-import/roster-import.dto.js';
import { RosterImportService } from '../../roster-import/roster-import.service.js';
import type { ImportKind, ImportView } from '../../roster-import/roster-import.types.js';
import { rosterUpload, type UploadedRoster } from '../../roster-import/roster-upload.types.js';
import { Form, FormBody } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { type View, WebView } from '../kit/view.js';
import { HistoryPage, ImportPage } from './import.page.js';
import { PreviewPage } from './preview.page.js';
import { ApplyingPage, ExpiredPage, RefusedPage, ResultPage } from './state.page.js';

/** Seconds between two looks of the browser at an import that is being applied. */
const REFRESH = '2';
const noFile = Form.of().withFaults([{ field: 'file', code: 'import.no-file' }]);

@Allow('school-administrator', 'decaan')
@ApiExcludeController()
@Controller('import')
export class ImportPages {
  constructor(
    private readonly imports: RosterImportService,
    private readonly runner: ImportRunner,
    private readonly waiting: WaitingReader,
  ) {}

  @Get()
  show(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return this.uploadPage(actor, view, Form.of());
  }

  /** Sending the same file twice gives two previews and changes nothing, so this needs no key. */
  @Post()
  @UseInterceptors(AnyFilesInterceptor(rosterUpload))
  read(
    @CurrentActor() actor: Actor,
    @WebView() view: View,
    @UploadedFiles() sent: UploadedRoster[] = [],
  ): Promise<Response> {
    return this.readFiles(actor, view, 'roster', sent, () => this.uploadPage(actor, view, noFile, 422));
  }

  @Get('lob')
  @Allow('decaan')
  showHistory(@WebView() view: View): Response {
    return view.page(historyPage(Form.of()));
  }

  @Post('lob')
  @Allow('decaan')
  @UseInterceptors(AnyFilesInterceptor(rosterUpload))
  readHistory(
    @CurrentActor() actor: Actor,
    @WebView() view: View,
    @UploadedFiles() sent: UploadedRoster[] = [],
  ): Promise<Response> {
    const again = (): Promise<Response> => Promise.resolve(view.page(historyPage(noFile), 422));
    return this.readFiles(actor, view, 'lob-history', sent, again);
  }

  @Get('voorbeeld.csv')
  example(): Response {
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="leerlingen-voorbeeld.csv"',
    };
    return new Response(this.imports.example(), { headers });
  }

  @Get(':id')
  async state(@CurrentActor() actor: Actor, @PathId('id') id: string, @WebView() view: View): Promise<Response> {
    const found = await this.imports.view(actor, id);
    const answer = view.page(pageOf(found, Form.of()));
    if (found.status === 'applying') answer.headers.set('refresh', REFRESH);
    return answer;
  }

  /** Begins; the page that follows shows how far it is. Beginning twice is beginning once. */
  @Post(':id')
  async apply(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(ApplyRosterRequest) form: Form<ApplyRosterRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    if (!form.valid) return view.page(pageOf(await this.imports.view(actor, id), form), 422);
    await this.runner.start(actor, id, form.value);
    return view.redirect(`/import/${id}`);
  }

  private async uploadPage(actor: Actor, view: View, form: Form<object>, status = 200): Promise<Response> {
    const latest = await this.imports.latest(actor);
    const waiting = await this.waiting.of(actor);
    const history = hasRole(actor, 'decaan');
    return view.page(<ImportPage form={form} latest={latest} history={history} waiting={waiting} />, status);
  }

  private async readFiles(
    actor: Actor,
    view: View,
    kind: ImportKind,
    sent: UploadedRoster[],
    again: () => Promise<Response>,
  ): Promise<Response> {
    if (sent.length === 0) return again();
    const { id } = await this.imports.read(actor, kind, sent);
    return view.redirect(`/import/${id}`);
  }
}

const historyPage = (form: Form<object>): VNode => <HistoryPage form={form} types={Object.values(activityWords)} />;

/** Which page an import asks for, by where it stands. */
function pageOf(view: ImportView, form: Form<object>): VNode {
  const preview = toImportResponse(view);
  switch (view.status) {
    case 'refused':
      return <RefusedPage preview={preview} />;
    case 'applying':
      return <ApplyingPage id={view.id} done={view.progress?.done ?? 0} of={view.progress?.of ?? 1} />;
    case 'applied':
      return preview.result ? <ResultPage preview={preview} result={preview.result} /> : <ExpiredPage />;
    case 'expired':
      return <ExpiredPage />;
    case 'previewed':
      return <PreviewPage preview={preview} form={form} failure={view.failure} />;
  }
}
