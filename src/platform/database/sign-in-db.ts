import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** The login that knows accounts and sessions and nothing of a dossier; only sign-in uses it. */
@Injectable()
export class SignInDb implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5000 });
    this.pool.on('error', () => undefined); // an idle connection that breaks is replaced at its next use
  }

  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
