import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { RefusalLog } from '../platform/access/refusal-log.js';
import { Config } from '../platform/config.js';
import { Db } from '../platform/database/db.js';
import type { AuditRecord } from './audit.types.js';

/** Writes who did or saw what, in the transaction of the work itself: no audit row, no answer. */
@Injectable()
export class AuditService extends RefusalLog {
  private readonly noted = new WeakMap<object, AuditRecord[]>();

  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {
    super();
  }

  /**
   * Notes what happened. It is written when the work is done, just before the commit: everything in one statement, which
   * takes the chains in a fixed order, so that two requests that touch the same chains never wait for each other in turn.
   */
  record(...events: AuditRecord[]): Promise<void> {
    const { transaction } = this.db;
    const noted = this.noted.get(transaction);
    if (noted) noted.push(...events);
    else if (events.length > 0) {
      const all = [...events];
      this.noted.set(transaction, all);
      this.db.beforeCommit(() => this.append(all));
    }
    return Promise.resolve();
  }

  /** One statement, however many chains. The actor is the one of the transaction's context. */
  private async append(events: AuditRecord[]): Promise<void> {
    await this.db.query('select audit_append($1, $2, $3)', [
      this.config.auditKeyBytes,
      this.db.requestId,
      JSON.stringify(events),
    ]);
  }

  routeRefused(actor: Actor, route?: string): Promise<void> {
    return this.refused(actor, 'route.refused', route);
  }

  /** The context of such a request has no actor: who it was stands in the row as its subject. */
  factorMissing(actor: Actor, route?: string): Promise<void> {
    return this.record({
      chain: actor.kind === 'pupil' ? 'pupil' : 'school',
      chainId: actor.kind === 'pupil' ? actor.id : (actor.schoolId ?? actor.id),
      action: 'factor.missing',
      outcome: 'refused',
      reason: route,
      subjectIds: [actor.id],
    });
  }

  outOfSight(actor: Actor, route?: string): Promise<void> {
    return this.refused(actor, 'access.refused', route);
  }

  private refused(actor: Actor, action: 'route.refused' | 'access.refused', reason?: string): Promise<void> {
    return this.record({
      chain: actor.kind === 'pupil' ? 'pupil' : 'school',
      chainId: actor.kind === 'pupil' ? actor.id : (actor.schoolId ?? actor.id),
      action,
      outcome: 'refused',
      role: actor.roles[0],
      reason,
    });
  }
}
