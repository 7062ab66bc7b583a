import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/database/db.js';
import { codeDigest, newActivationCode, shownCode } from './activation-code.rules.js';
import { loginFromName } from './login.rules.js';
import type { IssuedCode, WantedAccount } from './accounts.types.js';

/** Accounts and codes for the letters. Knows no pupils: whoever calls has checked whom it is for, and records it. */
@Injectable()
export class ActivationService {
  constructor(private readonly db: Db) {}

  /**
   * Makes accounts that wait for their code, each under a login that nobody has. The caller links them to their holders
   * before issuing codes: the database gives codes only to the accounts of people whom the actor keeps.
   */
  async openAccounts(wanted: WantedAccount[]): Promise<{ holderId: string; accountId: string; login: string }[]> {
    if (wanted.length === 0) return [];
    const accounts = wanted.map(({ holderId, ...name }) => ({
      id: randomUUID(),
      base: loginFromName(name),
      holderId,
    }));
    const opened = await this.db.query<{ accountId: string; login: string }>(
      `select account_id as "accountId", account_login as login from open_accounts($1)`,
      [JSON.stringify(accounts)],
    );
    const logins = new Map(opened.map(({ accountId, login }) => [accountId, login]));
    return accounts.map(({ id, holderId }) => ({ holderId, accountId: id, login: logins.get(id)! }));
  }

  /**
   * One-time codes, valid for thirty days; earlier unused ones end. An account that the actor may not hand out, such as
   * that of a guardian who also works at a school, gets none and is not in the answer.
   */
  async issue(accountIds: string[]): Promise<IssuedCode[]> {
    const accounts = await this.db.query<{ id: string; login: string }>(
      `select id, login from account where id = any($1::uuid[]) and disabled_at is null and app_hands_out(id)`,
      [accountIds],
    );
    if (accounts.length === 0) return [];
    const codes = accounts.map(({ id, login }) => ({
      id: randomUUID(),
      accountId: id,
      login,
      code: newActivationCode(),
    }));
    const [issued] = await this.db.query<{ expiresAt: Date }>(
      `with ended as (update activation_code set expires_at = app_now()
                       where account_id = any($2::uuid[]) and used_at is null and expires_at > app_now())
       insert into activation_code (id, account_id, code_hash, issued_at, expires_at)
       select id, account_id, code_hash, app_now(), app_now() + interval '30 days'
         from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as c (id, account_id, code_hash)
       returning expires_at as "expiresAt"`,
      [codes.map(({ id }) => id), codes.map(({ accountId }) => accountId), codes.map(({ code }) => codeDigest(code))],
    );
    const { expiresAt } = issued!;
    return codes.map(({ accountId, login, code }) => ({ accountId, login, code: shownCode(code), expiresAt }));
  }
}
