import { Injectable } from '@nestjs/common';
import type { MailReason, MailStatus } from '../mail/mail.types.js';
import { MailService } from '../mail/mail.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { stateOf } from './invitation.rules.js';
import type { InvitationResponse } from './invitations.dto.js';

interface Row {
  id: string;
  personId: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
  mail: MailStatus | null;
  reason: MailReason | null;
  nextTryAt: Date | null;
  endedAt: Date | null;
}

/** What became of the invitations of the own school. */
@Injectable()
export class InvitationsReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mail: MailService,
  ) {}

  /** Whether invitations can be sent at all. */
  get possible(): boolean {
    return this.mail.available;
  }

  /** The last invitation of each of these people who has one; of several all but one were ended. */
  async of(actor: Actor, personIds: string[]): Promise<InvitationResponse[]> {
    const rows = await this.db.query<Row>(
      `select distinct on (i.person_id) i.id, i.person_id as "personId", i.created_at as "createdAt",
              i.expires_at as "expiresAt", i.used_at as "usedAt", i.withdrawn_at as "withdrawnAt",
              m.status as mail, m.reason, m.next_try_at as "nextTryAt", m.ended_at as "endedAt"
         from invitation i left join mail_message m on m.id = i.mail_id
        where i.school_id = $1 and i.person_id = any($2::uuid[])
        order by i.person_id, i.withdrawn_at is not null, i.created_at desc, i.id`,
      [actor.schoolId, personIds],
    );
    return rows.map((row) => toInvitation(row, this.clock.now()));
  }
}

function toInvitation(row: Row, now: Date): InvitationResponse {
  const state = stateOf(row, now);
  const changed = { accepted: row.usedAt, withdrawn: row.withdrawnAt, sent: row.endedAt, failed: row.endedAt };
  const changedAt = state in changed ? changed[state as keyof typeof changed] : null;
  return {
    id: row.id,
    personId: row.personId,
    state,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
    nextTryAt: state === 'waiting' ? (row.nextTryAt?.toISOString() ?? null) : null,
    reason: state === 'waiting' || state === 'failed' ? row.reason : null,
  };
}
