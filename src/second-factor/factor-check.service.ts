import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { SessionsService } from '../accounts/sessions.service.js';
import type { Holder } from '../accounts/accounts.types.js';
import { AttemptsService } from '../attempts/attempts.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { recoveryDigest } from './recovery-code.rules.js';
import { codeWrong } from './second-factor.errors.js';
import type { ProvenBy } from './second-factor.types.js';
import { stepOf, totpCode, unsealTotp } from './totp.rules.js';

/** Looks at the code of the second step. */
@Injectable()
export class FactorCheckService {
  constructor(
    private readonly db: SignInDb,
    private readonly attempts: AttemptsService,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Uses up the code, of the app or of the list for who lost it, and does in the same transaction what it was given for.
   * Every try counts before it is looked at; who has the password may not guess the code.
   */
  async prove<T>(holder: Holder, typed: string, ip: string, then: (client: PoolClient) => Promise<T>): Promise<T> {
    const { accountId } = holder;
    await this.db.transaction((client) => this.attempts.begin(client, 'code', accountId, ip));
    const proven = await this.db.transaction(async (client) => {
      const by = await this.use(client, accountId, typed);
      if (!by) return null;
      await this.attempts.succeeded(client, 'code', accountId, ip);
      await this.sessions.record(client, holder, holder, {
        action: by === 'totp' ? 'factor.given' : 'factor.code-used',
      });
      return { result: await then(client) };
    });
    if (proven) return proven.result;
    await this.db.transaction(async (client) => {
      await this.attempts.failed(client, ip);
      await this.sessions.record(client, holder, holder, { action: 'factor.failed', outcome: 'refused' });
    });
    throw codeWrong();
  }

  private use(client: PoolClient, accountId: string, typed: string): Promise<ProvenBy | null> {
    const code = totpCode(typed);
    return code === null ? this.useRecoveryCode(client, accountId, typed) : this.useTotp(client, accountId, code);
  }

  /** Of two who come with one code at once, the second waits here and then finds its step used. */
  private async useTotp(client: PoolClient, accountId: string, code: string): Promise<ProvenBy | null> {
    const { rows } = await client.query<{ secret: Buffer; last_step: string | null }>(
      'select secret, last_step from second_factor where account_id = $1 for update',
      [accountId],
    );
    const [factor] = rows;
    const secret = factor && unsealTotp(this.config.appSecret, accountId, factor.secret);
    const step = secret ? stepOf(secret, code, this.clock.now()) : null;
    if (step === null || step <= Number(factor?.last_step ?? 0)) return null;
    await client.query('update second_factor set last_step = $2 where account_id = $1', [accountId, step]);
    return 'totp';
  }

  private async useRecoveryCode(client: PoolClient, accountId: string, typed: string): Promise<ProvenBy | null> {
    const { rowCount } = await client.query(
      'update recovery_code set used_at = app_now() where account_id = $1 and digest = $2 and used_at is null',
      [accountId, recoveryDigest(this.config.appSecret, accountId, typed)],
    );
    return rowCount === 1 ? 'recovery-code' : null;
  }
}
