import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { staleVersion } from '../platform/errors/domain-error.js';
import type { ReviewRequest } from './unusual.dto.js';
import { UnusualReader } from './unusual.reader.js';
import type { UnusualKey } from './unusual.types.js';

/** What a privacy officer makes of unusual access. */
@Injectable()
export class UnusualService {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
    private readonly reader: UnusualReader,
  ) {}

  /** @param version of the review that was on the screen; 0 when there was none */
  async review(actor: Actor, key: UnusualKey, { outcome, note }: ReviewRequest, version: number): Promise<void> {
    await this.reader.find(actor, key);
    const { kind, actorId, day } = key;
    const row = await this.db.one<{ id: string }>(
      version === 0
        ? `insert into access_review (id, school_id, kind, actor_id, day, outcome, note, reviewed_by, reviewed_at)
           values ($8, $1, $2, $3, $4, $5, $6, $7, app_now())
           on conflict (school_id, kind, actor_id, day) do nothing returning id`
        : `update access_review set outcome = $5, note = $6, reviewed_by = $7, reviewed_at = app_now(), version = version + 1
            where school_id = $1 and kind = $2 and actor_id = $3 and day = $4 and version = $8 returning id`,
      [actor.schoolId, kind, actorId, day, outcome, note, actor.id, version === 0 ? randomUUID() : version],
    );
    if (!row) throw staleVersion();
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'unusual.reviewed',
      role: 'privacy-officer',
      reason: `${kind} ${outcome}`,
      subjectIds: [row.id, actorId],
    });
  }
}
