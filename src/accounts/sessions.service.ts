import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { AuditRecord } from '../audit/audit.types.js';
import { newToken, tokenDigest } from '../platform/access/session-token.js';
import { Config } from '../platform/config.js';
import { unauthenticated } from '../platform/errors/domain-error.js';
import { requestContext } from '../platform/logging.js';
import type { Holder, StartedSession } from './accounts.types.js';

/** A session that is alive now. */
export interface LiveSession {
  id: string;
  holder: Holder;
  since: Date;
  factorAt: Date | null;
  provenAt: Date | null;
  device: string;
  provider: string | null;
}
/** What a session carries from what came before it. */
interface Begun {
  since?: Date | null;
  factorAt?: Date | null;
  provenAt?: Date | null;
  provider?: string | null;
}
interface SessionRow {
  id: string;
  account_id: string;
  school_id: string | null;
  created_at: Date;
  factor_at: Date | null;
  proven_at: Date | null;
  device: string;
  provider: string | null;
}
const columns = 's.id, s.account_id, s.school_id, s.created_at, s.factor_at, s.proven_at, s.device, s.provider';

/** As in begin_request: what that would not let in is over already. */
export const isAlive = `s.ended_at is null and a.id = s.account_id and a.disabled_at is null
  and s.last_seen_at > app_now() - interval '30 minutes' and s.created_at > app_now() - interval '10 hours'`;

/** begin_request (see the migrations) lets a session live no longer, whatever is done with it. */
const longestHours = 10;

type Event = Pick<AuditRecord, 'action' | 'outcome' | 'reason'>;

/** Sessions and what is on record of them, in a transaction of the sign-in login. */
@Injectable()
export class SessionsService {
  constructor(private readonly config: Config) {}

  /**
   * A new session under a new token, on a device. `since`: when the person signed in, if that was earlier; `factorAt`: when
   * he gave the second step; `provenAt`: when a provider last saw a proof, if that was earlier.
   */
  async open(
    client: PoolClient,
    holder: Holder,
    device: string,
    { since = null, factorAt = null, provenAt = null, provider = null }: Begun = {},
  ): Promise<StartedSession> {
    const token = newToken();
    const { rows } = await client.query<{ created_at: Date }>(
      `insert into session (id, token_hash, account_id, school_id, created_at, last_seen_at, factor_at, device,
         proven_at, provider)
       values ($1, $2, $3, $4, coalesce($5, app_now()), app_now(), $6, $7, $8, $9) returning created_at`,
      [
        randomUUID(),
        tokenDigest(token),
        holder.accountId,
        holder.schoolId,
        since,
        factorAt,
        device,
        provenAt,
        provider,
      ],
    );
    await this.record(client, holder, holder, { action: 'session.started' });
    return started(token, holder, rows[0]!.created_at);
  }

  /** The session under this token, held until the transaction is done; 401 when it is none. */
  async live(client: PoolClient, token: Buffer | null): Promise<LiveSession> {
    const { rows } = await client.query<SessionRow>(
      `select ${columns} from session s join account a on a.id = s.account_id
        where s.token_hash = $1 and ${isAlive} for update of s`,
      [token],
    );
    return this.known(client, rows[0]);
  }

  /** The same session goes on under a new token, now with the second step: the old token is worth nothing any more. */
  async prove(client: PoolClient, session: LiveSession): Promise<StartedSession> {
    const token = newToken();
    await client.query(
      'update session set token_hash = $2, factor_at = app_now(), last_seen_at = app_now() where id = $1',
      [session.id, tokenDigest(token)],
    );
    return started(token, session.holder, session.since);
  }

  /** Ends the session under this token, if it is still alive; answers what it was. */
  async end(client: PoolClient, token: Buffer): Promise<LiveSession | null> {
    const { rows } = await client.query<SessionRow>(
      `update session s set ended_at = app_now() from account a where s.token_hash = $1 and ${isAlive} returning ${columns}`,
      [token],
    );
    const ended = await this.toLive(client, rows[0]);
    if (ended) await this.record(client, ended.holder, ended.holder, { action: 'session.ended' });
    return ended;
  }

  /** Who holds a session, and where he acts in it; 401 for who has nothing left to act as. */
  async holderOf(client: PoolClient, sessionId: string): Promise<Holder> {
    const { rows } = await client.query<SessionRow>(`select ${columns} from session s where s.id = $1`, [sessionId]);
    return (await this.known(client, rows[0])).holder;
  }

  private async known(client: PoolClient, row: SessionRow | undefined): Promise<LiveSession> {
    const session = await this.toLive(client, row);
    if (!session) throw unauthenticated();
    return session;
  }

  private async toLive(client: PoolClient, row: SessionRow | undefined): Promise<LiveSession | null> {
    const holder = row && (await this.holder(client, { accountId: row.account_id }));
    if (!holder) return null;
    const { id, school_id, created_at: since, factor_at: factorAt, proven_at: provenAt, device, provider } = row;
    return { id, holder: at(holder, school_id), since, factorAt, provenAt, device, provider };
  }

  /** All sessions of an account, or all but one. */
  async endAll(client: PoolClient, accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await client.query(
      `update session set ended_at = app_now()
        where account_id = $1 and ended_at is null and id is distinct from $2::uuid`,
      [accountId, exceptSessionId],
    );
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

  /**
   * `who` null: someone whom we do not know did it. The chain is the pupil's own, or that of the school of the person; of a
   * guardian those of the schools of the children, whose privacy officers look after them.
   */
  async record(client: PoolClient, about: Holder, who: Holder | null, event: Event): Promise<void> {
    const chains = await this.chainsOf(client, about, who);
    const records = chains.map((chain): AuditRecord => ({ ...chain, ...event, subjectIds: [about.id] }));
    await client.query(
      `select set_config('app.actor', $1, true), set_config('app.kind', $2, true), set_config('app.school', $3, true)`,
      [who?.id ?? '', who?.kind ?? '', who?.schoolId ?? ''],
    );
    await client.query('select audit_append($1, $2, $3)', [
      this.config.auditKeyBytes,
      requestContext.getStore()?.requestId ?? randomUUID(),
      JSON.stringify(records),
    ]);
  }

  private async chainsOf(
    client: PoolClient,
    about: Holder,
    who: Holder | null,
  ): Promise<Pick<AuditRecord, 'chain' | 'chainId'>[]> {
    if (about.kind === 'pupil') return [{ chain: 'pupil', chainId: about.id }];
    const school = who?.schoolId ?? about.schoolId;
    if (school) return [{ chain: 'school', chainId: school }];
    const { rows } = await client.query<{ schools: string[] }>('select schools_of_guardian($1) as schools', [about.id]);
    const schools = rows[0]?.schools ?? [];
    return (schools.length > 0 ? schools : [about.id]).map((chainId) => ({ chain: 'school', chainId }));
  }
}

const started = (token: string, holder: Holder, since: Date): StartedSession => ({
  token,
  holder,
  expiresAt: new Date(since.getTime() + longestHours * 3600_000),
});

/** The same person, acting at the school of a session; without a school as a guardian. */
export function at(holder: Holder, schoolId: string | null): Holder {
  if (holder.kind === 'pupil') return holder;
  return { ...holder, schoolId, kind: schoolId ? 'staff' : 'guardian' };
}
