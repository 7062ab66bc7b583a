import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/allow.decorator.js';
import { ApiDocument } from '../../platform/api-document.js';
import { View, WebView } from '../kit/view.js';
import { ApiDocsPage } from './api-docs.page.js';

/** The API as a page that people can read; programs take /api/openapi.json. */
@ApiExcludeController()
@Controller('api/docs')
export class ApiDocsPages {
  constructor(private readonly api: ApiDocument) {}

  @Get()
  @Public()
  show(@WebView() view: View): Response {
    return view.page(<ApiDocsPage document={this.api.document} />);
  }
}
