import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { ActivationCodeService } from '../accounts/activation-code.service.js';
import type { Holder, StartedSession, Visit } from '../accounts/accounts.types.js';
import { at, SessionsService } from '../accounts/sessions.service.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import type { Actor } from '../platform/access/actor.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { normalLogin } from '../platform/normal-login.rules.js';
import { activationFailed } from '../sign-in/sign-in.errors.js';
import { lastWayIn, SignOnRefused } from './single-sign-on.errors.js';
import type { Identity, OwnIdentity } from './single-sign-on.types.js';
import { ProviderDirectory } from './provider-directory.service.js';

/** Who is who: accounts and the identities that open them, each known by issuer and subject alone. */
@Injectable()
export class IdentitiesService {
  constructor(
    private readonly db: SignInDb,
    private readonly sessions: SessionsService,
    private readonly attempts: AttemptsService,
    private readonly codes: ActivationCodeService,
    private readonly directory: ProviderDirectory,
  ) {}

  /** A session at the school that the provider named; null when nobody here is known as this. */
  async signIn(identity: Identity, visit: Visit): Promise<StartedSession | null> {
    const found = await this.db.transaction(async (client) => {
      const accountId = await this.accountOf(client, identity);
      if (accountId === null) return null;
      const holder = await this.holderAt(client, accountId, identity);
      return holder ? this.open(client, holder, identity, visit) : { refused: accountId };
    });
    if (!found || !('refused' in found)) return found;
    await this.recordRefused(found.refused);
    throw new SignOnRefused('not-here');
  }

  /**
   * Someone new to us types the code of a letter, once: from then on this identity opens that account. Whose account was open
   * already hears of it by mail: the letter may be in other hands.
   */
  async linkWithCode(identity: Identity, sent: { login: string; code: string }, visit: Visit): Promise<StartedSession> {
    const login = normalLogin(sent.login);
    const found = await this.db.transaction(async (client) => {
      await this.attempts.begin(client, 'account', login, visit.ip);
      return this.codes.find(client, login, sent.code);
    });
    if (!found) {
      await this.db.transaction((client) => this.attempts.failed(client, visit.ip));
      throw activationFailed();
    }
    // All or nothing: a code that links nothing is still there.
    return this.db.transaction(async (client) => {
      if (!(await this.codes.use(client, found.id))) throw activationFailed();
      const holder = await this.holderAt(client, found.accountId, identity);
      if (!holder) throw new SignOnRefused('not-here');
      await this.insert(client, holder, identity);
      await this.codes.open(client, holder, null);
      await this.attempts.succeeded(client, 'account', login, visit.ip);
      await this.sessions.endAll(client, holder.accountId);
      return this.open(client, holder, identity, visit);
    });
  }

  /** To the account of the session that began it, and of no other that this browser may have meanwhile. */
  link(token: Buffer | null, sessionId: string, identity: Identity): Promise<void> {
    return this.db.transaction(async (client) => {
      const { id, holder } = await this.sessions.live(client, token);
      if (id !== sessionId) throw new SignOnRefused('begun-elsewhere');
      if (!(await this.holderAt(client, holder.accountId, identity))) throw new SignOnRefused('not-here');
      if ((await this.accountOf(client, identity)) === holder.accountId) return;
      await this.insert(client, holder, identity);
      await this.sessions.endAll(client, holder.accountId, id);
    });
  }

  async own(actor: Actor): Promise<OwnIdentity[]> {
    return this.db.transaction(async (client) => {
      const holder = await this.sessions.holderOf(client, actor.sessionId);
      const { rows } = await client.query<{ id: string; issuer: string; linked_at: Date }>(
        'select id, issuer, linked_at from external_identity where account_id = $1 order by linked_at, id',
        [holder.accountId],
      );
      return rows.map(({ id, issuer, linked_at: linkedAt }) => ({ id, name: this.directory.nameOf(issuer), linkedAt }));
    });
  }

  /** The route asks for a fresh proof. Other sessions end. */
  unlink(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (client) => {
      const holder = await this.sessions.holderOf(client, actor.sessionId);
      // Locked, so that of two that go at once one stays.
      const { rows } = await client.query<{ id: string }>(
        'select id from external_identity where account_id = $1 order by id for update',
        [holder.accountId],
      );
      if (!rows.some((one) => one.id === id)) throw notFound();
      const { rowCount: hasPassword } = await client.query(
        'select from account where id = $1 and password_hash is not null',
        [holder.accountId],
      );
      if (!hasPassword && rows.length === 1) throw lastWayIn();
      await client.query('delete from external_identity where id = $1', [id]);
      await this.sessions.endAll(client, holder.accountId, actor.sessionId);
      await this.sessions.record(client, holder, holder, { action: 'identity.unlinked' });
    });
  }

  private async accountOf(client: PoolClient, { issuer, subject }: Identity): Promise<string | null> {
    const { rows } = await client.query<{ account_id: string }>(
      'select account_id from external_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return rows[0]?.account_id ?? null;
  }

  /** Acting at the school that the provider named: a pupil of it, or someone with a role there now. */
  private async holderAt(client: PoolClient, accountId: string, { brin }: Identity): Promise<Holder | null> {
    const holder = await this.sessions.holder(client, { accountId });
    if (!holder) return null;
    const { rows } = await client.query<{ id: string }>(
      `select s.id from school s join account a on a.id = $3 and a.disabled_at is null
        where s.brin = $1 and case when $4 = 'pupil' then s.id = $5::uuid
          else exists (select from role_assignment r where r.person_id = $2 and r.school_id = s.id
             and r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today())) end`,
      [brin, holder.id, accountId, holder.kind, holder.schoolId],
    );
    return rows[0] ? at(holder, rows[0].id) : null;
  }

  private async insert(client: PoolClient, holder: Holder, { issuer, subject }: Identity): Promise<void> {
    const { rowCount } = await client.query(
      `insert into external_identity (id, account_id, issuer, subject, linked_at)
       values ($1, $2, $3, $4, app_now()) on conflict (issuer, subject) do nothing`,
      [randomUUID(), holder.accountId, issuer, subject],
    );
    if (!rowCount) throw new SignOnRefused('taken');
    await this.sessions.record(client, holder, holder, { action: 'identity.linked' });
  }

  private async open(
    client: PoolClient,
    holder: Holder,
    { provider, factorAt, authenticatedAt }: Identity,
    { earlier, device }: Visit,
  ): Promise<StartedSession> {
    if (earlier) await this.sessions.end(client, earlier);
    return this.sessions.open(client, holder, device, { factorAt, provenAt: authenticatedAt, provider });
  }

  /** Someone whom we know may not act there: it stands where his own sign-ins stand. */
  private recordRefused(accountId: string): Promise<void> {
    return this.db.transaction(async (client) => {
      const holder = await this.sessions.holder(client, { accountId });
      if (holder) await this.sessions.record(client, holder, null, { action: 'session.refused', outcome: 'refused' });
    });
  }
}
