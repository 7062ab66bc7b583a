import type { OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** A few connections of one login beside the application's own, for work that is no request's. */
export abstract class LoginDb implements OnApplicationShutdown {
  protected readonly pool: pg.Pool;

  constructor(url: string, max: number) {
    this.pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5000 });
    this.pool.on('error', () => undefined); // an idle connection that breaks is replaced at its next use
    this.pool.on('connect', (client) => client.on('error', () => undefined)); // a busy one fails its query
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
