import { Injectable } from '@nestjs/common';
import { Db } from '../database/db.js';

/** Asks for a job; for work outside a request the same statement serves on its own connection. */
export const enqueueJob = 'select enqueue_job($1, $2::uuid[])';

/** Asks for jobs in the transaction of the request: one that is rolled back leaves none. */
@Injectable()
export class JobQueue {
  constructor(private readonly db: Db) {}

  /** At most a thousand ids; content never goes into a job, its task reads it where it is kept. */
  async enqueue(task: string, ids: string[]): Promise<void> {
    await this.db.query(enqueueJob, [task, ids]);
  }
}
