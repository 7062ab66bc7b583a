import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { tokenDigest } from '../platform/access/session-token.js';
import { Db } from '../platform/database/db.js';
import { requestContext } from '../platform/logging.js';
import { signInFailed } from './accounts.errors.js';
import type { StartedSession } from './accounts.types.js';
import type { MeResponse, SessionResponse } from './me.dto.js';

/** Who is asking, and as what else this person can act. */
@Injectable()
export class MeReader {
  constructor(private readonly db: Db) {}

  async me(actor: Actor): Promise<MeResponse> {
    const row = await this.db.one<Pick<MeResponse, 'places' | 'guardian'>>(
      'select places, guardian from places_of_session($1)',
      [actor.sessionId],
    );
    const { id, kind, name, schoolId, schoolName, roles, factor } = actor;
    return { id, kind, name, schoolId, schoolName, roles: [...roles], factor, ...row! };
  }

  /** Answers a new session: what it can do is asked in the same way as its first request will. */
  async session({ token, expiresAt }: StartedSession): Promise<SessionResponse> {
    return { token, expiresAt: expiresAt.toISOString(), me: await this.as(token, (actor) => this.me(actor)) };
  }

  /** Where a new session acts: for the page that comes after signing in. */
  actor({ token }: StartedSession): Promise<Actor> {
    return this.as(token, (actor) => Promise.resolve(actor));
  }

  private async as<T>(token: string, ask: (actor: Actor) => Promise<T>): Promise<T> {
    const requestId = requestContext.getStore()?.requestId ?? randomUUID();
    const transaction = await this.db.open(tokenDigest(token), requestId);
    return this.db.run(transaction, () => {
      // Disabled in this very moment, or the last role ended.
      if (!transaction.actor) throw signInFailed();
      return ask(transaction.actor);
    });
  }
}
