import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { codeDigest } from './activation-code.rules.js';
import { AttemptsService } from './attempts.service.js';
import { normalLogin } from './login.rules.js';
import { PasswordHasher } from './password-hasher.service.js';
import { passwordFault } from './password.rules.js';
import { activationFailed, passwordRefused } from './people.errors.js';
import type { StartedSession, Visit } from './people.types.js';
import { SessionsService } from './sessions.service.js';

interface CodeRow {
  id: string;
  account_id: string;
}
interface Activation {
  login: string;
  code: string;
  password: string;
}

/** The first sign-in, with the code from the letter; also the way back for who forgot the password. */
@Injectable()
export class ActivateService {
  constructor(
    private readonly db: SignInDb,
    private readonly attempts: AttemptsService,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
  ) {}

  /** Sets the password and signs in; whatever session the account had ends. */
  async activate(sent: Activation, { ip, earlier }: Visit): Promise<StartedSession> {
    const login = normalLogin(sent.login);
    const fault = passwordFault(sent.password, login);
    if (fault) throw passwordRefused(fault);
    const code = await this.db.transaction(async (client) => {
      await this.attempts.begin(client, login, ip);
      return this.find(client, login, sent.code);
    });
    if (!code) {
      await this.db.transaction((client) => this.attempts.failed(client, ip));
      throw activationFailed();
    }
    const hash = await this.hasher.hash(sent.password).catch(async (error: unknown) => {
      await this.attempts.untried(login);
      throw error;
    });
    return this.use(code, login, hash, earlier);
  }

  private async find(client: PoolClient, login: string, code: string): Promise<CodeRow | undefined> {
    const { rows } = await client.query<CodeRow>(
      `select c.id, c.account_id from activation_code c join account a on a.id = c.account_id
        where a.login = $1 and c.code_hash = $2 and c.used_at is null and c.expires_at > app_now()
          and a.disabled_at is null`,
      [login, codeDigest(code)],
    );
    return rows[0];
  }

  private use(code: CodeRow, login: string, hash: string, earlier: Buffer | null): Promise<StartedSession> {
    return this.db.transaction(async (client) => {
      // Asked again, because the hashing took time: of two that came with one code the second is too late.
      const { rowCount } = await client.query(
        'update activation_code set used_at = app_now() where id = $1 and used_at is null and expires_at > app_now()',
        [code.id],
      );
      const holder = rowCount ? await this.sessions.holder(client, { accountId: code.account_id }) : null;
      if (!holder) throw activationFailed();
      await client.query(
        'update account set password_hash = $2, activated_at = coalesce(activated_at, app_now()) where id = $1',
        [code.account_id, hash],
      );
      await this.attempts.succeeded(client, login);
      await this.sessions.endAll(client, code.account_id);
      if (earlier) await this.sessions.end(client, earlier);
      await this.sessions.record(client, holder, holder, { action: 'account.activated' });
      return this.sessions.open(client, holder);
    });
  }
}
