import pg from 'pg';
import { tokenDigest } from '../../src/platform/access/session-token.js';
import type { SessionWishes } from './app.js';

type TokenFor = (login: string | { login: string }, options?: SessionWishes) => Promise<string>;

/** SQL as the application's login in the context of a session, as a mistake in a service could send it. Nothing is kept. */
export class SessionSql {
  private connection?: Promise<pg.Client>;
  constructor(
    private readonly appUrl: string,
    private readonly tokenFor: TokenFor,
  ) {}

  /** One at a time. */
  async in<T>(
    login: string | { login: string },
    work: (client: pg.Client) => Promise<T>,
    options?: SessionWishes,
  ): Promise<T> {
    const token = await this.tokenFor(login, options);
    const client = await (this.connection ??= this.connect());
    await client.query('begin');
    try {
      await client.query('select from begin_request($1)', [tokenDigest(token)]);
      return await work(client);
    } finally {
      await client.query('rollback');
    }
  }

  /** How many rows a statement touched, or `refused`. */
  async tried(
    login: string | { login: string },
    sql: string,
    values: unknown[] = [],
    options?: SessionWishes,
  ): Promise<number | 'refused'> {
    return this.in(
      login,
      async (client) => {
        try {
          return (await client.query(sql, values)).rowCount ?? 0;
        } catch (error) {
          expect((error as { code?: string }).code).toBe('42501');
          return 'refused';
        }
      },
      options,
    );
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.appUrl });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
  async end(): Promise<void> {
    await (await this.connection)?.end();
  }
}
