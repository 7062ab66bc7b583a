import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock.js';
import { DomainError } from '../errors/domain-error.js';
import { Db } from './db.js';

interface Stored {
  status?: number;
  headers?: [string, string][];
  body?: unknown;
}

/**
 * Doing it twice is doing it once: the key is taken in the same transaction as the work, so a second request waits for
 * the first and then gets its answer. The same key with another body is refused (draft-ietf-httpapi-idempotency-key).
 */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async once(actor: Actor, request: Request, work: () => Promise<unknown>): Promise<unknown> {
    const { idempotencyKey, ...body } = (request.body ?? {}) as Record<string, unknown>;
    const key = request.get('idempotency-key') ?? idempotencyKey;
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) throw new DomainError('idempotency-key-missing', 400);
    const route = `${request.method} ${request.path}`;
    const hash = createHash('sha256').update(JSON.stringify(body)).digest();
    const taken = await this.db.change(
      `insert into idempotency (actor_id, key, route, body_hash, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [actor.id, key, route, hash, this.clock.now()],
    );
    if (taken === 0) return this.earlier(actor, key, route, hash);

    const result = await work();
    if (result instanceof Response && result.status >= 400)
      await this.db.change('delete from idempotency where actor_id = $1 and key = $2', [actor.id, key]);
    else
      await this.db.change('update idempotency set response = $3 where actor_id = $1 and key = $2', [
        actor.id,
        key,
        JSON.stringify(toStored(result)),
      ]);
    return result;
  }

  private async earlier(actor: Actor, key: string, route: string, hash: Buffer): Promise<unknown> {
    const row = await this.db.one<{ route: string; body_hash: Buffer; response: Stored | null }>(
      'select route, body_hash, response from idempotency where actor_id = $1 and key = $2',
      [actor.id, key],
    );
    if (!row || row.route !== route || !row.body_hash.equals(hash))
      throw new DomainError('idempotency-key-reused', 422);
    const { status, headers, body } = row.response ?? {};
    return status === undefined ? body : new Response(null, { status, headers });
  }
}

const toStored = (result: unknown): Stored =>
  result instanceof Response ? { status: result.status, headers: [...result.headers] } : { body: result ?? null };
