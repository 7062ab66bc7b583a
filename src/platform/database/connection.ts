import pg from 'pg';

/** The same database under another login. */
export function withLogin(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(user);
  other.password = encodeURIComponent(password);
  return other.href;
}

/** Another database of the same server, under the same login. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** Where a url points, without login and password: fit for messages. */
export function describeUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** One connection for the length of `work`. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a connection that breaks fails the query that waits for it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Numbers of the advisory locks of this program, so that no two purposes share one. */
export const locks = { roles: 7_513_001, migrations: 7_513_002, database: 7_513_003 } as const;

/** Runs `work` while no other connection to this database holds the lock. */
export async function withLock<T>(client: pg.Client, lock: number, work: () => Promise<T>): Promise<T> {
  // Whoever holds it is busy with the same work and will be done; without a limit a stuck one would stop every start.
  await client.query(`set lock_timeout = '120s'`);
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await client.query('reset lock_timeout').catch(() => undefined);
  }
}
