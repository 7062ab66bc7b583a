import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { StartedSession, Visit } from '../accounts/accounts.types.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { MailService } from '../mail/mail.service.js';
import { Clock } from '../platform/clock.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { linkCodeDigest, newLinkCode } from '../platform/link-code.rules.js';
import { normalLogin } from '../platform/normal-login.rules.js';
import { NewPasswordService } from '../sign-in/new-password.service.js';
import type { ChoosePasswordRequest } from './forgotten-password.dto.js';
import { linkOver } from './forgotten-password.errors.js';

/** The answer takes so long, whether somebody was found or not; the work itself is done well within it. */
const answersAfterMs = 400;
const minutes = 60;
/** More links than this in an hour fill a mailbox and help nobody. */
const anHour = 3;

/**
 * A new password by mail, for staff and guardians who have an address. What is asked and what is answered is the same
 * whether somebody has that address or not. Pupils ask their mentor, who sees who asks.
 */
@Injectable()
export class ForgottenPasswordService {
  constructor(
    private readonly db: SignInDb,
    private readonly clock: Clock,
    private readonly mail: MailService,
    private readonly passwords: NewPasswordService,
    private readonly sessions: SessionsService,
  ) {}

  /** Without mail there are letters alone. */
  get possible(): boolean {
    return this.mail.available;
  }

  /** Sends a link to whoever this is, if he is anybody. */
  async ask(username: string): Promise<void> {
    const pause = sleep(answersAfterMs);
    if (this.possible) await this.db.transaction((client) => this.sendLinks(client, username));
    await pause;
  }

  private async sendLinks(client: PoolClient, username: string): Promise<void> {
    const { rows } = await client.query<{ accountId: string; personId: string }>(
      `select a.account_id as "accountId", a.person_id as "personId" from accounts_to_reset($1) a
        where (select count(*) from password_reset r where r.account_id = a.account_id
                 and r.issued_at > app_now() - interval '1 hour') < ${anHour}`,
      [normalLogin(username)],
    );
    const expiresAt = new Date(this.clock.now().getTime() + minutes * 60_000);
    for (const { accountId, personId } of rows) {
      const code = newLinkCode();
      // The last link counts: whoever asked twice need not find out which of the two works.
      await client.query(
        'update password_reset set expires_at = app_now() where account_id = $1 and used_at is null and expires_at > app_now()',
        [accountId],
      );
      await client.query(
        `insert into password_reset (id, account_id, code_hash, issued_at, expires_at)
         values ($1, $2, $3, app_now(), app_now() + make_interval(mins => ${minutes}))`,
        [randomUUID(), accountId, linkCodeDigest(code)],
      );
      await this.mail.sendLinkFrom(client, 'password-reset', { personId, schoolId: null, code, expiresAt });
    }
  }

  /** The new password, and a session; whatever was open under the account ends. The holder hears of it by mail. */
  async choose({ code, password }: ChoosePasswordRequest, visit: Visit): Promise<StartedSession> {
    const digest = linkCodeDigest(code);
    const found = await this.db.transaction((client) => this.find(client, digest));
    if (!found) throw linkOver();
    this.passwords.check(password, found.login);
    const hash = await this.passwords.hash(password);
    return this.db.transaction(async (client) => {
      // Asked again, because the hashing took time: of two that came with one code the second is too late.
      const { rowCount } = await client.query(
        'update password_reset set used_at = app_now() where id = $1 and used_at is null and expires_at > app_now()',
        [found.id],
      );
      const holder = rowCount ? await this.sessions.holder(client, { accountId: found.accountId }) : null;
      if (!holder) throw linkOver();
      await client.query('update account set password_hash = $2 where id = $1', [found.accountId, hash]);
      await this.sessions.record(client, holder, holder, { action: 'password.reset' });
      await this.mail.sendFrom(client, 'password-changed', { personId: holder.id });
      return this.passwords.signIn(client, holder, visit);
    });
  }

  private async find(
    client: PoolClient,
    digest: Buffer,
  ): Promise<{ id: string; accountId: string; login: string } | undefined> {
    const { rows } = await client.query<{ id: string; accountId: string; login: string }>(
      `select r.id, r.account_id as "accountId", a.login from password_reset r join account a on a.id = r.account_id
        where r.code_hash = $1 and r.used_at is null and r.expires_at > app_now() and a.disabled_at is null`,
      [digest],
    );
    return rows[0];
  }
}
