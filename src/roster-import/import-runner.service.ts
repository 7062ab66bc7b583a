import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { toDomainError } from '../platform/errors/problem.filter.js';
import { ImportProgress } from './import-progress.service.js';
import { ImportStore } from './import-store.service.js';
import { RosterImportService } from './roster-import.service.js';
import type { ApplyChoice } from './roster-import.types.js';

/** Applies an import after the answer has gone, so that a page can show how far it is. */
@Injectable()
export class ImportRunner implements BeforeApplicationShutdown {
  private readonly logger = new Logger('roster-import');
  private readonly tasks = new Set<Promise<void>>();

  constructor(
    private readonly db: Db,
    private readonly imports: RosterImportService,
    private readonly store: ImportStore,
    private readonly progress: ImportProgress,
  ) {}

  /** Begins; twice is once. What comes of it is seen in the view of the import. */
  async start(actor: Actor, id: string, choice: ApplyChoice): Promise<void> {
    await this.store.get(actor, id);
    if (this.progress.isRunning(id)) return;
    await this.store.applying(actor, id);
    this.progress.start(id);
    const task = this.run(actor, id, choice).finally(() => this.tasks.delete(task));
    this.tasks.add(task);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.tasks);
  }

  /** In a transaction of its own, which waits for that of the request at the lock on the import. */
  private async run(actor: Actor, id: string, choice: ApplyChoice): Promise<void> {
    let failure: string | undefined;
    try {
      await this.db.apart(() => this.imports.apply(actor, id, choice));
    } catch (error) {
      failure = toDomainError(error)?.code ?? 'internal';
      if (failure === 'internal') this.logger.error(error instanceof Error ? error.name : 'unknown error');
      await this.db.apart(() => this.store.notApplied(actor, id)).catch(() => undefined);
    }
    this.progress.finish(id, failure);
  }
}
