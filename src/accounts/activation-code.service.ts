import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { MailService } from '../mail/mail.service.js';
import type { Holder } from './accounts.types.js';
import { codeDigest } from './activation-code.rules.js';

/** Looking up and using the one-time codes, in a transaction of the sign-in login. */
@Injectable()
export class ActivationCodeService {
  constructor(private readonly mail: MailService) {}

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

  /**
   * What a used code does: the account is open, under a new password if there is one. Answers whether it was open already;
   * then its holder hears of it by mail, for the letter may be in other hands.
   */
  async open(client: PoolClient, holder: Holder, passwordHash: string | null): Promise<boolean> {
    const { rows } = await client.query<{ again: boolean }>(
      `with before as (select activated_at from account where id = $1)
       update account set password_hash = coalesce($2, password_hash), activated_at = coalesce(activated_at, app_now())
        where id = $1 returning (select activated_at is not null from before) as again`,
      [holder.accountId, passwordHash],
    );
    const again = rows[0]?.again ?? false;
    if (again)
      await this.mail.sendFrom(
        client,
        'password-changed',
        holder.kind === 'pupil' ? { pupilId: holder.id } : { personId: holder.id },
      );
    return again;
  }
}
