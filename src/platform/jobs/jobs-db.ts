import { Injectable } from '@nestjs/common';
import { LoginDb } from '../database/login-db.js';

/** The login of the background jobs: the queue, and what a feature's migration grants it besides. */
@Injectable()
export class JobsDb extends LoginDb {
  constructor(url: string) {
    super(url, 5);
  }

  /**
   * Does the work unless another process is at it; answers whether it was done. The lock goes with the connection, so that
   * a process that dies holds up nobody.
   */
  async alone(name: string, work: () => Promise<void>): Promise<boolean> {
    const client = await this.pool.connect();
    const key = [7516, `job:${name}`];
    let broken: Error | undefined;
    try {
      const locked = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as mine',
        key,
      );
      if (!locked.rows[0]?.mine) return false;
      try {
        await work();
      } finally {
        // A connection that cannot let go is closed, which lets go as well.
        await client
          .query('select pg_advisory_unlock($1, hashtext($2))', key)
          .catch((error: Error) => (broken = error));
      }
      return true;
    } finally {
      client.release(broken);
    }
  }
}
