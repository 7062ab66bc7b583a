import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/allow.decorator.js';
import { type View, WebView } from '../kit/view.js';
import { AccessibilityPage } from './accessibility.page.js';
import { HelpPage } from './help.page.js';
import { PrivacyPage } from './privacy.page.js';

/** Pages that anyone may read. */
@Public()
@ApiExcludeController()
@Controller()
export class AboutPages {
  /** How accessible the pages are, and what has not been checked yet. */
  @Get('toegankelijkheid')
  accessibility(@WebView() view: View): Response {
    return view.page(<AccessibilityPage />);
  }

  /** What is stored, who sees it and which rights people have. */
  @Get('privacy')
  privacy(@WebView() view: View): Response {
    return view.page(<PrivacyPage />);
  }

  /** What to do when signing in or something else does not work. */
  @Get('hulp')
  help(@WebView() view: View): Response {
    return view.page(<HelpPage />);
  }
}
