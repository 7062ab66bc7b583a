import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.js';
import { PaceInterceptor } from './access/pace.interceptor.js';
import { SearchWords } from './access/search-words.js';
import { SearchWordsInterceptor } from './access/search-words.interceptor.js';
import { SameOriginGuard } from './access/same-origin.guard.js';
import { ApiDocument, ApiDocumentController } from './api-document.js';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { DatabaseClose, DatabaseLifecycle } from './database/database-lifecycle.js';
import type { DatabaseUrls } from './database/database-server.js';
import { Db } from './database/db.js';
import { IdempotencyStore } from './database/idempotency.js';
import { IdempotencyTidyService } from './database/idempotency-tidy.service.js';
import { SignInDb } from './database/sign-in-db.js';
import { TransactionInterceptor } from './database/transaction.interceptor.js';
import { InputInterceptor } from './errors/input.interceptor.js';
import { InputPipe } from './errors/validation.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRegistry } from './jobs/job-registry.js';
import { JobStore } from './jobs/job-store.js';
import { JobRunner } from './jobs/job-runner.js';
import { JobsDb } from './jobs/jobs-db.js';
import { LocalMailbox } from './mail/local-mailbox.js';
import { readSender } from './mail/mail-address.rules.js';
import { MailTransport, NoMail } from './mail/mail-transport.js';
import { readSmtpUrl } from './mail/smtp-settings.rules.js';
import { SmtpTransport } from './mail/smtp-transport.js';
import { HealthController } from './health.controller.js';
import { SnakeNaming } from './database/naming.js';

export interface PlatformOptions {
  config: Config;
  urls: DatabaseUrls;
  // TypeORM takes entities as classes.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type
  entities: Function[];
  clock?: Clock;
  /** Stops what was started for this application alone. */
  closeDatabase?: () => Promise<void>;
}

/** Configuration, database, access, errors and time. Knows no word of the domain. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, urls, entities, clock, closeDatabase }: PlatformOptions): DynamicModule {
    const dataSource = {
      provide: DataSource,
      useFactory: () =>
        new DataSource({
          type: 'postgres',
          url: urls.appUrl,
          entities,
          namingStrategy: new SnakeNaming(),
          poolSize: config.poolSize,
          uuidExtension: 'pgcrypto',
          installExtensions: false,
          logging: false, // a logged query carries names in its parameters
          connectTimeoutMS: 5000,
        }).initialize(),
    };
    return {
      module: PlatformModule,
      controllers: [HealthController, ApiDocumentController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock ?? new Clock() },
        dataSource,
        { provide: DatabaseClose, useValue: { close: closeDatabase ?? (() => Promise.resolve()) } },
        DatabaseLifecycle,
        { provide: SignInDb, useFactory: () => new SignInDb(urls.signinUrl) },
        { provide: JobsDb, useFactory: () => new JobsDb(urls.jobsUrl) },
        JobQueue,
        JobRegistry,
        JobStore,
        JobRunner,
        { provide: LocalMailbox, useFactory: (time: Clock) => new LocalMailbox(time), inject: [Clock] },
        { provide: MailTransport, useFactory: (box: LocalMailbox) => transportOf(config, box), inject: [LocalMailbox] },
        Db,
        ApiDocument,
        IdempotencyStore,
        IdempotencyTidyService,
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        SearchWords,
        { provide: APP_INTERCEPTOR, useClass: SearchWordsInterceptor },
        { provide: APP_INTERCEPTOR, useClass: InputInterceptor },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
        { provide: APP_INTERCEPTOR, useClass: PaceInterceptor },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [
        Config,
        Clock,
        DataSource,
        SignInDb,
        Db,
        IdempotencyStore,
        ApiDocument,
        JobsDb,
        JobQueue,
        JobRegistry,
        MailTransport,
        LocalMailbox,
        SearchWords,
      ],
    };
  }
}

function transportOf(config: Config, mailbox: LocalMailbox): MailTransport {
  const settings = config.smtpUrl ? readSmtpUrl(config.smtpUrl) : undefined;
  const sender = readSender(config.mailFrom);
  if (settings && sender) return new SmtpTransport(settings, sender, config.publicUrl);
  return config.mail === 'local' ? mailbox : new NoMail();
}
