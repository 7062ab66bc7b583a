import { Module } from '@nestjs/common';
import { ErrorPages } from '../platform/errors/error-pages.js';
import { AboutPages } from './about/about.pages.js';
import { ApiDocsPages } from './api-docs/api-docs.pages.js';
import { LanguagePages } from './about/language.pages.js';
import { AssetsController } from './kit/assets.js';
import { WebErrorPages } from './kit/page-errors.js';

/** What all pages share: style and script, error pages, the language switch, and the pages about the site itself. */
@Module({
  controllers: [AssetsController, AboutPages, ApiDocsPages, LanguagePages],
  providers: [{ provide: ErrorPages, useClass: WebErrorPages }],
  exports: [ErrorPages],
})
export class WebKitModule {}
