import { Injectable } from '@nestjs/common';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { ActivationCodeService } from '../accounts/activation-code.service.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { normalLogin } from '../platform/normal-login.rules.js';
import { NewPasswordService } from './new-password.service.js';
import { activationFailed } from './sign-in.errors.js';
import type { StartedSession, Visit } from '../accounts/accounts.types.js';
import { SessionsService } from '../accounts/sessions.service.js';

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
    private readonly codes: ActivationCodeService,
    private readonly passwords: NewPasswordService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Sets the password and signs in; whatever session the account had ends. Whose account was open already hears of it by mail:
   * the letter may be in other hands. Identities that were linked open it no more: they may be why there is a new letter.
   */
  async activate(sent: Activation, visit: Visit): Promise<StartedSession> {
    const { ip } = visit;
    const login = normalLogin(sent.login);
    this.passwords.check(sent.password, login);
    const code = await this.db.transaction(async (client) => {
      await this.attempts.begin(client, 'account', login, ip);
      return this.codes.find(client, login, sent.code);
    });
    if (!code) {
      await this.db.transaction((client) => this.attempts.failed(client, ip));
      throw activationFailed();
    }
    const hash = await this.passwords.hash(sent.password).catch(async (error: unknown) => {
      await this.attempts.untried('account', login, ip);
      throw error;
    });
    return this.use(code, login, hash, visit);
  }

  private use(
    code: { id: string; accountId: string },
    login: string,
    hash: string,
    visit: Visit,
  ): Promise<StartedSession> {
    return this.db.transaction(async (client) => {
      // Asked again, because the hashing took time: of two that came with one code the second is too late.
      const used = await this.codes.use(client, code.id);
      const holder = used ? await this.sessions.holder(client, { accountId: code.accountId }) : null;
      if (!holder) throw activationFailed();
      const again = await this.codes.open(client, holder, hash);
      await this.attempts.succeeded(client, 'account', login, visit.ip);
      await this.sessions.record(client, holder, holder, { action: 'account.activated' });
      if (again) {
        const { rowCount } = await client.query('delete from external_identity where account_id = $1', [
          code.accountId,
        ]);
        if (rowCount) await this.sessions.record(client, holder, holder, { action: 'identity.unlinked' });
      }
      return this.passwords.signIn(client, holder, visit);
    });
  }
}
