import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import type { Relation } from './pupils.types.js';

const bases = { guardian: 'custody', mentor: 'mentor', school: 'school-role' } as const;

/** What is seen around a dossier, no section of it: shares and applications. On record, unless it is one's own. */
@Injectable()
export class SightsService {
  constructor(private readonly audit: AuditService) {}

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
}
