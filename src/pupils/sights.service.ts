import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { type DomainError, notFound } from '../platform/errors/domain-error.js';
import type { Relation } from './pupils.types.js';

const bases = { guardian: 'custody', mentor: 'mentor', school: 'school-role' } as const;

/** What is seen around a dossier, no section of it, and who asked for it in vain: on record with the pupil. */
@Injectable()
export class SightsService {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  /** Shares or applications, unless they are one's own. */
  async seen(
    actor: Actor,
    { kind, pupilId }: Relation,
    action: 'consent.seen' | 'application.seen',
    subjectIds: readonly string[] = [],
  ): Promise<void> {
    if (kind === 'self') return;
    const role = kind === 'school' ? (hasRole(actor, 'decaan') ? 'decaan' : 'lob-coordinator') : kind;
    await this.audit.record({ chain: 'pupil', chainId: pupilId, action, role, basis: bases[kind], subjectIds });
  }

  /** 404, whether there is such a pupil or not; and a row with the pupil, if there is one. */
  refusal(actor: Actor, pupilId: string): DomainError {
    const error = notFound();
    error.afterRollback = async () => {
      const row = await this.db.one<{ known: boolean }>('select pupil_facts($1) is not null as known', [pupilId]);
      await this.audit.record({
        chain: row?.known ? 'pupil' : 'school',
        chainId: row?.known ? pupilId : (actor.schoolId ?? actor.id),
        action: 'access.refused',
        outcome: 'refused',
        role: actor.roles[0],
        reason: row?.known ? 'not-allowed' : 'not-there',
      });
    };
    return error;
  }
}
