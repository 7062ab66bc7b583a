import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, Role } from '../access/actor.js';
import { Clock } from '../clock.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import { Db } from './db.js';

interface Row {
  route: string;
  body_hash: Buffer;
  response: Stored | null;
  at: Date;
  school_id: string | null;
  roles: Role[];
  [column: string]: unknown;
}
interface Stored {
  status?: number;
  headers?: [string, string][];
  body?: unknown;
}

/** How long an answer can be had again, in milliseconds. */
const keptFor = 24 * 60 * 60_000;

/**
 * Doing it twice is doing it once: the key is taken in the same transaction as the work, so a second request waits for
 * the first and then gets its answer. The same key with another body or acting elsewhere is refused (draft-ietf-httpapi-idempotency-key). The answer of then is
 * given to whoever may still see it: who lost a role, or does not see a pupil of it any more, does not get it.
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
      `insert into idempotency (actor_id, key, route, body_hash, at, school_id, roles) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing`,
      [actor.id, key, route, hash, this.clock.now(), actor.schoolId, actor.roles],
    );
    if (taken === 0) return this.earlier(actor, key, route, hash, pupilsIn(request.params, body));

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

  private async earlier(actor: Actor, key: string, route: string, hash: Buffer, named: string[]): Promise<unknown> {
    const row = await this.db.one<Row>(
      'select route, body_hash, response, at, school_id, roles from idempotency where actor_id = $1 and key = $2',
      [actor.id, key],
    );
    if (
      !row ||
      row.route !== route ||
      !row.body_hash.equals(hash) ||
      row.school_id !== actor.schoolId ||
      this.isOld(row)
    )
      throw new DomainError('idempotency-key-reused', 422);
    const pupils = [...new Set([...named, ...pupilsIn(row.response?.body)])];
    if (row.roles.some((role) => !actor.roles.includes(role)) || !(await this.sees(pupils))) throw notFound();
    const { status, headers, body } = row.response ?? {};
    return status === undefined ? body : new Response(null, { status, headers });
  }

  private isOld({ at }: Row): boolean {
    return this.clock.now().getTime() - at.getTime() >= keptFor;
  }

  /** All of them, by row-level security. */
  private async sees(pupilIds: readonly string[]): Promise<boolean> {
    if (pupilIds.length === 0) return true;
    const row = await this.db.one<{ seen: number }>('select count(*)::int as seen from pupil where id = any($1)', [
      pupilIds,
    ]);
    return row?.seen === pupilIds.length;
  }
}

/** The pupils that a request or an answer names. */
const pupilsIn = (...parts: unknown[]): string[] =>
  parts.flatMap((part) => {
    const { pupilId, pupilIds } = (part ?? {}) as { pupilId?: unknown; pupilIds?: unknown };
    return [pupilId, pupilIds].flat().filter((id): id is string => typeof id === 'string' && id !== '');
  });

const toStored = (result: unknown): Stored =>
  result instanceof Response ? { status: result.status, headers: [...result.headers] } : { body: result ?? null };
