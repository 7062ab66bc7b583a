import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { OwnSessionResponse } from './own-sessions.dto.js';
import { isAlive, SessionsService } from './sessions.service.js';

interface OwnRow {
  id: string;
  device: string;
  place: string | null;
  started_at: Date;
  last_seen_at: Date;
}

/** Where someone is signed in. Asked of the sign-in role: the application does not reach this table. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly db: SignInDb,
    private readonly sessions: SessionsService,
  ) {}

  /** This one first, then the last seen. */
  list(actor: Actor): Promise<OwnSessionResponse[]> {
    return this.db.transaction(async (client) => {
      const { rows } = await client.query<OwnRow>(
        `select s.id, s.device, c.name as place, s.created_at as started_at, s.last_seen_at
           from session own join account a on a.id = own.account_id join session s on s.account_id = a.id and ${isAlive}
                left join school c on c.id = s.school_id
          where own.id = $1 order by s.id = $1 desc, s.last_seen_at desc, s.id`,
        [actor.sessionId],
      );
      return rows.map(({ id, device, place, started_at, last_seen_at }) => ({
        id,
        device,
        place,
        startedAt: started_at.toISOString(),
        lastSeenAt: last_seen_at.toISOString(),
        current: id === actor.sessionId,
      }));
    });
  }

  /** Ends one that is elsewhere; works from its next request on. For this one there is signing out. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    if ((await this.endElsewhere(actor, sessionId)) === 0) throw notFound();
  }

  /** Ends all but this one; answers how many there were. */
  endOthers(actor: Actor): Promise<number> {
    return this.endElsewhere(actor, null);
  }

  private endElsewhere(actor: Actor, sessionId: string | null): Promise<number> {
    return this.db.transaction(async (client) => {
      const holder = await this.sessions.holderOf(client, actor.sessionId);
      const { rows } = await client.query(
        `update session s set ended_at = app_now() from account a
          where s.account_id = $1 and s.id <> $2 and ($3::uuid is null or s.id = $3) and ${isAlive} returning s.id`,
        [holder.accountId, actor.sessionId, sessionId],
      );
      if (rows.length > 0) await this.sessions.record(client, holder, holder, { action: 'session.ended' });
      return rows.length;
    });
  }
}
