import { Injectable } from '@nestjs/common';
import { JobsDb } from './jobs-db.js';

export interface QueuedJob {
  id: string;
  task: string;
  ids: string[];
  attempts: number;
}

/** The rows of the queue and of the schedule. Each step is a transaction of its own: a job is not held by a connection. */
@Injectable()
export class JobStore {
  constructor(private readonly db: JobsDb) {}

  /** The next job that is due, for five minutes ours: nobody else gets it until then, also if this process dies. */
  claim(tasks: string[]): Promise<QueuedJob | undefined> {
    return this.db.transaction(async (client) => {
      const { rows } = await client.query<QueuedJob>(
        `update job set claimed_until = app_now() + interval '5 minutes', attempts = attempts + 1
          where id = (select j.id from job j where j.task = any($1) and j.run_at <= app_now()
                        and (j.claimed_until is null or j.claimed_until <= app_now())
                      order by j.run_at, j.id limit 1 for update skip locked)
         returning id, task, ids, attempts`,
        [tasks],
      );
      return rows[0];
    });
  }

  async done({ id }: QueuedJob): Promise<void> {
    await this.db.transaction((client) => client.query('delete from job where id = $1', [id]));
  }

  /** Again after so many seconds; without, it stays for someone to look at. */
  async failed({ id }: QueuedJob, error: string, wait: number | undefined): Promise<void> {
    await this.db.transaction((client) =>
      client.query(
        `update job set claimed_until = null, last_error = $2,
                run_at = coalesce(app_now() + make_interval(secs => $3), 'infinity') where id = $1`,
        [id, error, wait ?? null],
      ),
    );
  }

  /** Repeating jobs count from when they are known: a new one waits for its first moment. */
  async know(names: string[]): Promise<void> {
    await this.db.transaction((client) =>
      client.query(
        `insert into job_schedule (name, last_at) select name, app_now() from unnest($1::text[]) as n (name)
         on conflict do nothing`,
        [names],
      ),
    );
  }

  /** Whether this moment of a repeating job is ours to do: of several processes one gets it, and none twice. */
  reach(name: string, moment: Date): Promise<boolean> {
    return this.db.transaction(async (client) => {
      const { rowCount } = await client.query('update job_schedule set last_at = $2 where name = $1 and last_at < $2', [
        name,
        moment,
      ]);
      return rowCount === 1;
    });
  }
}
