import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { AppModule } from './app.module.js';
import { ApiDocument, apiVersion } from './platform/api-document.js';
import { Drain } from './platform/drain.js';
import { JsonLogger } from './platform/logging.js';
import type { PlatformOptions } from './platform/platform.module.js';
import { requestShape } from './platform/request-shape.js';
import { requestLogging } from './platform/request-logging.js';
import { WebResponseAdapter } from './platform/web-response.adapter.js';
import { type DemoAccount, demoAccounts } from './accounts/demo-accounts.types.js';
import { webSecurity } from './web/kit/security.js';

export interface AppOptions extends Pick<PlatformOptions, 'config' | 'urls' | 'clock' | 'closeDatabase'> {
  /** Shown on the sign-in page of a demo. */
  demo?: DemoAccount[];
}

/** The whole application, not listening yet: the same for a real start, the demo and the tests. */
export async function createApp({
  config,
  urls,
  clock,
  closeDatabase,
  demo,
}: AppOptions): Promise<NestExpressApplication> {
  const logger = new JsonLogger(config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with({ config, urls, clock, closeDatabase }, demoAccounts(config.demo ? demo : [])),
    new WebResponseAdapter(),
    { logger, bodyParser: false, abortOnError: false },
  );
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple'); // texts and lists of texts, no objects
  app.disable('x-powered-by');
  app.set('etag', false); // nothing behind a session is kept, and the ETag of the API is a version
  app.use(requestLogging(logger));
  app.use(webSecurity({ https: config.secureCookies }));
  app.use(app.get(Drain).middleware);
  app.use(apiVersion);
  app.use(requestShape);
  app.use(compression());
  app.useBodyParser('json', { limit: '1mb' });
  app.useBodyParser('urlencoded', { limit: '1mb', extended: false, parameterLimit: 5000 });
  app.get(ApiDocument).of(app);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  return app;
}
