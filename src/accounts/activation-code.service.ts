import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { codeDigest } from './activation-code.rules.js';

/** Looking up and using the one-time codes, in a transaction of the sign-in login. */
@Injectable()
export class ActivationCodeService {
  /** The code as someone typed it, if it opens this account now. */
  async find(client: PoolClient, login: string, code: string): Promise<{ id: string; accountId: string } | undefined> {
    const { rows } = await client.query<{ id: string; accountId: string }>(
      `select c.id, c.account_id as "accountId" from activation_code c join account a on a.id = c.account_id
        where a.login = $1 and c.code_hash = $2 and c.used_at is null and c.expires_at > app_now()
          and a.disabled_at is null`,
      [login, codeDigest(code)],
    );
    return rows[0];
  }

  /** Once: false for who comes second with the same code, or too late. */
  async use(client: PoolClient, id: string): Promise<boolean> {
    const { rowCount } = await client.query(
      'update activation_code set used_at = app_now() where id = $1 and used_at is null and expires_at > app_now()',
      [id],
    );
    return rowCount === 1;
  }
}
