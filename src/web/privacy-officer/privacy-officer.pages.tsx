import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { Allow, CurrentActor } from '../../platform/access/allow.decorator.js';
import { SchoolAuditReader } from '../../who-looked/school-audit.reader.js';
import { SchoolEventsQuery } from '../../who-looked/who-looked.dto.js';
import { Form, FormQuery } from '../kit/form.js';
import { type View, WebView } from '../kit/view.js';
import { AuditPage } from './audit.page.js';

@Allow('privacy-officer')
@ApiExcludeController()
@Controller('inzage')
export class PrivacyOfficerPages {
  constructor(private readonly audit: SchoolAuditReader) {}

  /** The audit of the school, as far as the filter makes sense. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @FormQuery(SchoolEventsQuery) filter: Form<SchoolEventsQuery>,
    @WebView() view: View,
  ): Promise<Response> {
    const form = filter.valid ? filter : Form.of<SchoolEventsQuery>();
    const page = await this.audit.events(actor, filter.valid ? filter.value : {});
    return view.page(<AuditPage filter={form} page={page} />);
  }
}
