import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DossierExportsService } from '../../dossier-exports/dossier-exports.service.js';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { TakeAlong } from '../../platform/access/paced.decorator.js';
import { Idempotent } from '../../platform/access/idempotent.decorator.js';
import { ConfirmationRequest, NoticesQuery } from '../../share-notices/share-notices.dto.js';
import { ShareNoticesReader } from '../../share-notices/share-notices.reader.js';
import { ShareNoticesService } from '../../share-notices/share-notices.service.js';
import { Form, FormBody, FormQuery } from '../kit/form.js';
import { PathId } from '../kit/params.js';
import { send } from '../kit/send.js';
import { type View, WebView } from '../kit/view.js';
import { NoticesPage } from './notices.page.js';
import { UnconfirmedPage } from './unconfirmed.page.js';

/** "Wijzigingen in toestemming": for the intaker and the SLB'er of a receiving school. */
@Allow('intaker', 'slb')
@ApiExcludeController()
@Controller('wijzigingen')
export class ShareNoticesPages {
  constructor(
    private readonly reader: ShareNoticesReader,
    private readonly notices: ShareNoticesService,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(NoticesQuery) query: Form<NoticesQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const page = await this.reader.ofSchool(actor, query.valid ? query.value.page : undefined);
    return view.page(<NoticesPage page={page} sent={null} />);
  }

  /** In a tap. */
  @Post(':id')
  @Idempotent()
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId('id') id: string,
    @FormBody(ConfirmationRequest) form: Form<ConfirmationRequest>,
    @WebView() view: View,
  ): Promise<Response> {
    const sent = await send(form, (request) => this.notices.confirm(actor, id, request));
    if (!sent.again) return view.redirect('/wijzigingen', 'notices.confirmed');
    const page = await this.reader.ofSchool(actor);
    return view.page(<NoticesPage page={page} sent={{ id, form: sent.again }} />, sent.status);
  }
}

/** What was not confirmed in time, for the privacy officer. */
@Allow('privacy-officer')
@ApiExcludeController()
@Controller('niet-bevestigd')
export class UnconfirmedPages {
  constructor(private readonly reader: ShareNoticesReader) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @WebView() view: View): Promise<Response> {
    return view.page(<UnconfirmedPage items={await this.reader.unconfirmed(actor)} />);
  }
}

/** Taking over what is shared: a file, and a receipt that the pupil sees. */
@Allow('intaker', 'slb')
@ApiExcludeController()
@Controller('dossiers/:pupilId/overnemen')
export class DossierExportPages {
  constructor(private readonly exports: DossierExportsService) {}

  /** The file itself: nothing of it is kept, so sending the form again makes it again. */
  @Post()
  @TakeAlong()
  async take(@CurrentActor() actor: Actor, @PathId('pupilId') pupilId: string): Promise<Response> {
    const taken = await this.exports.export(actor, pupilId);
    return new Response(JSON.stringify(taken, null, 2), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="dossier-${taken.fingerprint.slice(0, 8)}.json"`,
        'cache-control': 'no-store',
      },
    });
  }
}
