import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { notFound, unauthenticated } from '../platform/errors/domain-error.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { Clock } from '../platform/clock.js';
import { FactorCheckService } from '../second-factor/factor-check.service.js';
import { normalLogin } from '../platform/normal-login.rules.js';
import { PasswordHasher } from './password-hasher.service.js';
import { signInFailed } from '../accounts/accounts.errors.js';
import type { Holder, StartedSession, Visit } from '../accounts/accounts.types.js';
import { at, type LiveSession, SessionsService } from '../accounts/sessions.service.js';

/** Longer ones are nobody's, and only cost time. */
const longest = 200;

interface Credentials {
  passwordHash: string | null;
  usable: boolean;
  holder: Holder | null;
}

/** Signing in with a password, signing out, and acting elsewhere. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: SignInDb,
    private readonly attempts: AttemptsService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly factor: FactorCheckService,
    private readonly clock: Clock,
  ) {}

  /** Who this is; one and the same refusal when that cannot be said. */
  async check(typedLogin: string, password: string, ip: string): Promise<Holder> {
    const login = normalLogin(typedLogin);
    if (login.length > longest || password.length > longest) throw signInFailed();
    const { passwordHash, usable, holder } = await this.db.transaction(async (client) => {
      await this.attempts.begin(client, 'account', login, ip);
      return this.find(client, login);
    });
    const right = await this.hasher.verify(passwordHash, password).catch(async (error: unknown) => {
      await this.attempts.untried('account', login, ip);
      throw error;
    });
    if (right && usable && holder) return holder;
    await this.db.transaction(async (client) => {
      await this.attempts.failed(client, ip);
      const reason = right ? 'account-not-usable' : 'wrong-password';
      if (holder)
        await this.sessions.record(client, holder, null, { action: 'session.failed', outcome: 'refused', reason });
    });
    throw signInFailed();
  }

  /**
   * Opens a session for someone who proved who he is, always under a new token; with the code of the second step at once
   * as one in which that was given.
   */
  async start(holder: Holder, { ip, earlier, device }: Visit, code?: string): Promise<StartedSession> {
    const open = async (client: PoolClient, factorAt: Date | null): Promise<StartedSession> => {
      if (earlier) await this.sessions.end(client, earlier);
      return this.sessions.open(client, holder, device, { factorAt });
    };
    const { login } = holder;
    if (code === undefined)
      return this.db.transaction(async (client) => {
        await this.attempts.succeeded(client, 'account', login, ip);
        return open(client, null);
      });
    // The password was right, whatever the code is.
    await this.db.transaction((client) => this.attempts.succeeded(client, 'account', login, ip));
    return this.factor.prove(holder, code, ip, (client) => open(client, this.clock.now()));
  }

  /**
   * Signs out; works from the next request on. Asked by token and not by actor: the request's own transaction may be
   * writing down that the session was seen, and this one would wait for it.
   */
  async end(token: Buffer | null): Promise<LiveSession> {
    const ended = token && (await this.db.transaction((client) => this.sessions.end(client, token)));
    if (!ended) throw unauthenticated();
    return ended;
  }

  /** The same person at another of his schools, or as a guardian; the ten hours go on from the first sign-in. */
  switchTo(token: Buffer | null, schoolId: string | null): Promise<StartedSession> {
    return this.db.transaction(async (client) => {
      const ended = token && (await this.sessions.end(client, token));
      if (!ended) throw unauthenticated();
      // The provider of one school does not open another: there one signs in again.
      if (ended.provider !== null) throw notFound();
      const { rowCount } = await client.query(
        `select from person p where p.id = $1 and case when $2::uuid is null
           then exists (select from guardian g where g.person_id = p.id)
           else exists (select from role_assignment r where r.person_id = p.id and r.school_id = $2
                  and r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today())) end`,
        [ended.holder.id, schoolId],
      );
      if (!rowCount) throw notFound();
      return this.sessions.open(client, at(ended.holder, schoolId), ended.device, ended);
    });
  }

  private async find(client: PoolClient, login: string): Promise<Credentials> {
    const { rows } = await client.query<Omit<Credentials, 'holder'>>(
      `select password_hash as "passwordHash", disabled_at is null and activated_at is not null as usable
         from account where login = $1`,
      [login],
    );
    return { passwordHash: null, usable: false, ...rows[0], holder: await this.sessions.holder(client, { login }) };
  }
}
