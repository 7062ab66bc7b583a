import { Injectable } from '@nestjs/common';
import { SessionsService } from '../accounts/sessions.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import type { FactorState } from './second-factor.types.js';
import { codeNow } from './totp.rules.js';

/** How someone stands with his own second step. */
@Injectable()
export class SecondFactorReader {
  constructor(
    private readonly db: SignInDb,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  /** Asked of the sign-in role: the application does not reach this table. */
  async account(actor: Actor): Promise<FactorState> {
    return this.db.transaction(async (client) => {
      const holder = await this.sessions.holderOf(client, actor.sessionId);
      const { rows } = await client.query<{ set_at: Date; last_step: string | null; left: number }>(
        `select f.set_at, f.last_step, (select count(*)::int from recovery_code r
            where r.account_id = f.account_id and r.used_at is null) as left
           from second_factor f where f.account_id = $1`,
        [holder.accountId],
      );
      const [found] = rows;
      return {
        holder,
        setAt: found?.set_at ?? null,
        lastStep: found?.last_step == null ? null : Number(found.last_step),
        recoveryCodesLeft: found?.left ?? 0,
      };
    });
  }

  /** The code that would be taken now; for the demo alone, where the secret is no secret. */
  codeNow(secret: string, { lastStep }: FactorState): string | null {
    return codeNow(secret, this.clock.now(), lastStep);
  }
}
