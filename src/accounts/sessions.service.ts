import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { AuditRecord } from '../audit/audit.types.js';
import { newToken, tokenDigest } from '../platform/access/session-token.js';
import { Config } from '../platform/config.js';
import { requestContext } from '../platform/logging.js';
import type { Holder, StartedSession } from './accounts.types.js';

/** begin_request (see the migrations) lets a session live no longer, whatever is done with it. */
const longestHours = 10;

type Event = Pick<AuditRecord, 'action' | 'outcome' | 'reason'>;

/** Sessions and what is on record of them, in a transaction of the sign-in login. */
@Injectable()
export class SessionsService {
  constructor(private readonly config: Config) {}

  /** A new session under a new token. `since`: when the person signed in, if that was earlier. */
  async open(client: PoolClient, holder: Holder, since: Date | null = null): Promise<StartedSession> {
    const token = newToken();
    const { rows } = await client.query<{ created_at: Date }>(
      `insert into session (id, token_hash, account_id, school_id, created_at, last_seen_at)
       values ($1, $2, $3, $4, coalesce($5, app_now()), app_now()) returning created_at`,
      [randomUUID(), tokenDigest(token), holder.accountId, holder.schoolId, since],
    );
    await this.record(client, holder, holder, { action: 'session.started' });
    return { token, holder, expiresAt: new Date(rows[0]!.created_at.getTime() + longestHours * 3600_000) };
  }

  /** Ends the session under this token, if it is still alive; answers whose it was and since when. */
  async end(client: PoolClient, token: Buffer): Promise<{ holder: Holder; since: Date } | null> {
    const { rows } = await client.query<{ created_at: Date; account_id: string; school_id: string | null }>(
      // As in begin_request: what that would not let in is over already.
      `update session s set ended_at = app_now() from account a
        where s.token_hash = $1 and s.ended_at is null and a.id = s.account_id and a.disabled_at is null
          and s.last_seen_at > app_now() - interval '30 minutes' and s.created_at > app_now() - interval '10 hours'
       returning s.created_at, s.account_id, s.school_id`,
      [token],
    );
    const [ended] = rows;
    const found = ended && (await this.holder(client, { accountId: ended.account_id }));
    if (!found) return null;
    const holder = at(found, ended.school_id);
    await this.record(client, holder, holder, { action: 'session.ended' });
    return { holder, since: ended.created_at };
  }

  async endAll(client: PoolClient, accountId: string): Promise<void> {
    await client.query('update session set ended_at = app_now() where account_id = $1 and ended_at is null', [
      accountId,
    ]);
  }

  /** Who holds an account: a pupil; else staff at the school of the first current role; else a guardian. */
  async holder(client: PoolClient, by: { accountId: string } | { login: string }): Promise<Holder | null> {
    const { rows } = await client.query<Holder>(
      `select a.id as "accountId", a.login, coalesce(u.id, p.id) as id, coalesce(u.school_id, r.school_id) as "schoolId",
              case when u.id is not null then 'pupil' when r.school_id is not null then 'staff' else 'guardian' end as kind
         from account a left join pupil u on u.account_id = a.id left join person p on p.account_id = a.id
         left join lateral (select x.school_id from role_assignment x where x.person_id = p.id
              and x.valid_from <= app_today() and (x.valid_until is null or x.valid_until >= app_today())
              order by x.valid_from, x.id limit 1) r on true
        where (a.id = $1 or a.login = $2)
          and (u.id is not null or r.school_id is not null or exists (select from guardian g where g.person_id = p.id))`,
      'login' in by ? [null, by.login] : [by.accountId, null],
    );
    return rows[0] ?? null;
  }

  /** `who` null: someone whom we do not know did it. The chain is the pupil's own, or that of the school of the person. */
  async record(client: PoolClient, about: Holder, who: Holder | null, event: Event): Promise<void> {
    const chain =
      about.kind === 'pupil'
        ? { chain: 'pupil' as const, chainId: about.id }
        : { chain: 'school' as const, chainId: who?.schoolId ?? about.schoolId ?? about.id };
    const record: AuditRecord = { ...chain, ...event, subjectIds: [about.id] };
    await client.query(
      `select set_config('app.actor', $1, true), set_config('app.kind', $2, true), set_config('app.school', $3, true)`,
      [who?.id ?? '', who?.kind ?? '', who?.schoolId ?? ''],
    );
    await client.query('select audit_append($1, $2, $3)', [
      this.config.auditKeyBytes,
      requestContext.getStore()?.requestId ?? randomUUID(),
      JSON.stringify([record]),
    ]);
  }
}

/** The same person, acting at the school of a session; without a school as a guardian. */
export function at(holder: Holder, schoolId: string | null): Holder {
  if (holder.kind === 'pupil') return holder;
  return { ...holder, schoolId, kind: schoolId ? 'staff' : 'guardian' };
}
