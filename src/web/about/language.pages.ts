import { Body, Controller, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/allow.decorator.js';
import { localPath, type View, WebView } from '../kit/view.js';

/** The language switch of the pages that have one. */
@Public()
@ApiExcludeController()
@Controller('taal')
export class LanguagePages {
  /** Remembers the choice and goes back to the page. */
  @Post()
  choose(@Body() sent: { taal?: unknown; terug?: unknown } | undefined, @WebView() view: View): Response {
    return view.redirectIn(sent?.taal === 'en' ? 'en' : 'nl', localPath(sent?.terug) ?? '/');
  }
}
