import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { type DomainError, notFound } from '../platform/errors/domain-error.js';
import { actsAs, type Relation } from './pupils.types.js';

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
    relation: Relation,
    action: 'consent.seen' | 'application.seen',
    subjectIds: readonly string[] = [],
  ): Promise<void> {
    if (relation.kind === 'self') return;
    const { role, basis } = actsAs(actor, relation);
    await this.audit.record({ chain: 'pupil', chainId: relation.pupilId, action, role, basis, subjectIds });
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
