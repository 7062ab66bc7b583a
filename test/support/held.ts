import pg from 'pg';
import type { TestApp } from './app.js';

/**
 * Lets things happen at the same moment for sure: holds what `lock` takes until as many requests wait as were sent, and
 * lets go.
 */
export async function whileHeld<T>(app: TestApp, lock: string, send: () => PromiseLike<T>[]): Promise<T[]> {
  const holder = new pg.Client({ connectionString: app.database.superuserUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(lock);
    const sent = send().map((request) => Promise.resolve(request));
    const waiting = async (): Promise<number> =>
      (
        await app.owner.query<{ n: number }>(
          `select count(distinct pid)::int as n from pg_locks where not granted
              and pid in (select pid from pg_stat_activity where datname = current_database())`,
        )
      ).rows[0]!.n;
    for (let tries = 0; (await waiting()) < sent.length && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await waiting()).toBe(sent.length);
    await holder.query('commit');
    return await Promise.all(sent);
  } finally {
    await holder.end();
  }
}
