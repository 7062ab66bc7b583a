import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../jobs/job-registry.js';
import { JobsDb } from '../jobs/jobs-db.js';

/** Answers that were kept to give them twice are taken away after a day. */
@Injectable()
export class IdempotencyTidyService implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly db: JobsDb,
  ) {}

  onModuleInit(): void {
    this.jobs.addRepeating({ name: 'idempotency.tidy', schedule: '41 * * * *', run: () => this.tidy() });
  }

  private async tidy(): Promise<void> {
    await this.db.transaction((client) =>
      client.query(`delete from idempotency where at <= app_now() - interval '24 hours'`),
    );
  }
}
