import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor, Factor, Role } from '../access/actor.js';
import { DomainError } from '../errors/domain-error.js';

/** An open transaction with the context of one session set for row-level security. */
export interface RequestTransaction {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  readonly requestId: string;
  readonly token: Buffer | null;
  readonly actor: Actor | null;
  /** Done in this order when the work is done, just before the commit. */
  readonly last: (() => Promise<void>)[];
  finished: boolean;
}
interface ContextRow {
  session_id: string;
  kind: Actor['kind'];
  actor_id: string;
  name: string;
  school_id: string | null;
  school_name: string | null;
  roles: Role[];
  factor: Factor;
  /** Milliseconds. */
  proven_at: string;
  elsewhere: string;
  proves_by: Actor['provesBy'];
}

/** What the function says of the second step it sets in the context, where it is read here. */
const beginRequest = `select r.*, current_setting('app.factor', true) as factor,
  current_setting('app.proven_at', true) as proven_at, current_setting('app.elsewhere', true) as elsewhere,
  current_setting('app.proves_by', true) as proves_by from begin_request`;

const current = new AsyncLocalStorage<RequestTransaction>();
const names = new Map<string, string>();
/** Statements are prepared once per connection: with row-level security the planning costs more than the reading. */
function statementName(sql: string): string {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash('sha1').update(sql).digest('base64url')));
  return name;
}

/**
 * The only way to the database for request code: one transaction around the work, never passed by hand. The context is
 * local to the transaction, so no other request and no pooled connection can inherit it.
 */
@Injectable()
export class Db {
  constructor(private readonly dataSource: DataSource) {}

  /** Opens the transaction and looks up the session in one round trip. Without a live session `actor` is null. */
  async open(token: Buffer | null, requestId: string): Promise<RequestTransaction> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      let actor: Actor | null = null;
      if (token) {
        // Two statements in one message; the token's digest is hex that we made, never text from outside.
        const results = (await client.query(
          `begin; ${beginRequest}('\\x${token.toString('hex')}') r`,
        )) as unknown as QueryResult<ContextRow>[];
        actor = toActor(results[1]?.rows[0]);
      } else {
        await client.query('begin');
      }
      return { runner, client, requestId, token, actor, last: [], finished: false };
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  async close(transaction: RequestTransaction, outcome: 'commit' | 'rollback'): Promise<void> {
    if (transaction.finished) return;
    transaction.finished = true;
    try {
      await transaction.client.query(outcome);
    } finally {
      await transaction.runner.release();
    }
  }

  /** Runs work inside the opened transaction, commits, and only then gives the result. */
  async run<T>(transaction: RequestTransaction, work: () => Promise<T>): Promise<T> {
    try {
      const result = await current.run(transaction, async () => {
        const done = await work();
        for (const job of transaction.last) await job();
        return done;
      });
      await this.close(transaction, 'commit');
      return result;
    } catch (error) {
      await this.close(transaction, 'rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Work in a transaction of its own with the session of this request, which it may outlive. */
  async apart<T>(work: () => Promise<T>): Promise<T> {
    const { token, requestId } = this.active;
    return this.run(await this.open(token, requestId), work);
  }

  /** What has to wait until everything else is done: locks that many need are then held for a moment only. */
  beforeCommit(job: () => Promise<void>): void {
    this.active.last.push(job);
  }

  /** The transaction around this work, to keep things by. */
  get transaction(): object {
    return this.active;
  }

  /** One static statement with parameters. Never build the text from input. */
  async query<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>({ name: statementName(sql), text: sql, values })).rows;
  }

  async one<T extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, values))[0];
  }

  /** For a change: how many rows it touched. */
  async change(sql: string, values: unknown[] = []): Promise<number> {
    return (await this.client.query({ name: statementName(sql), text: sql, values })).rowCount ?? 0;
  }

  get requestId(): string {
    return this.active.requestId;
  }

  /** Whoever hung up has no connection any more: what is still under way for him must not reach the next one's. */
  private get client(): PoolClient {
    const { client, finished } = this.active;
    if (finished) throw new DomainError('bad-request', 400);
    return client;
  }

  private get active(): RequestTransaction {
    const transaction = current.getStore();
    if (!transaction) throw new Error('no transaction: this code runs outside a request');
    return transaction;
  }
}

function toActor(row: ContextRow | undefined): Actor | null {
  if (!row) return null;
  return {
    kind: row.kind,
    id: row.actor_id,
    name: row.name,
    schoolId: row.school_id,
    schoolName: row.school_name,
    roles: row.roles,
    sessionId: row.session_id,
    factor: row.factor,
    provenAt: new Date(Number(row.proven_at)),
    provesBy: row.proves_by,
    elsewhere: row.elsewhere === 'true',
  };
}
