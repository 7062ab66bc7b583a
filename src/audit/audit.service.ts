import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { RefusalLog } from '../platform/access/refusal-log.js';
import { Config } from '../platform/config.js';
import { Db } from '../platform/database/db.js';
import type { AuditRecord } from './audit.types.js';

/** Writes who did or saw what, in the transaction of the work itself: no audit row, no answer. */
@Injectable()
export class AuditService extends RefusalLog {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {
    super();
  }

  /** One statement, however many chains. The actor is the one of the transaction's context. */
  async record(...events: AuditRecord[]): Promise<void> {
    if (events.length === 0) return;
    await this.db.query('select audit_append($1, $2, $3)', [
      this.config.auditKeyBytes,
      this.db.requestId,
      JSON.stringify(events),
    ]);
  }

  async routeRefused(actor: Actor): Promise<void> {
    await this.record({
      chain: actor.kind === 'pupil' ? 'pupil' : 'school',
      chainId: actor.kind === 'pupil' ? actor.id : (actor.schoolId ?? actor.id),
      action: 'route.refused',
      outcome: 'refused',
    });
  }
}
