import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import type { HoldRequest, HoldResponse, LiftRequest, RetentionResponse } from './erasure.dto.js';
import { alreadyHeld, numberUnknown } from './erasure.errors.js';
import { keeperRole, RetentionReader } from './retention.reader.js';

/** The task that does what was confirmed. */
export const ERASE_TASK = 'retention.erase';

/** Confirming what goes, and holding what must not. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Db,
    private readonly reader: RetentionReader,
    private readonly queue: JobQueue,
    private readonly audit: AuditService,
  ) {}

  /** Looks again what is kept too long; nothing is erased by it. */
  async lookAgain(actor: Actor): Promise<RetentionResponse> {
    await this.db.query('select make_retention_report($1)', [actor.schoolId]);
    return this.reader.ofSchool(actor);
  }

  /** From now on it is erased, in the background. Only what was seen can be confirmed: another report has another version. */
  async confirm(actor: Actor, id: string, version: number): Promise<RetentionResponse> {
    const changed = await this.db.change(
      `update retention_report set confirmed_at = app_now(), confirmed_by = $3
        where id = $1 and version = $2 and school_id = $4 and confirmed_at is null`,
      [id, version, actor.id, actor.schoolId],
    );
    if (changed === 0) {
      const there = await this.db.one('select from retention_report where id = $1 and school_id = $2', [
        id,
        actor.schoolId,
      ]);
      throw there ? staleVersion() : notFound();
    }
    await this.queue.enqueue(ERASE_TASK, [id]);
    const pupils = await this.db.query<{ id: string }>(
      'select distinct pupil_id as id from retention_item where report_id = $1',
      [id],
    );
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'retention.confirmed',
      role: keeperRole(actor),
      basis: 'school-role',
      subjectIds: [id],
      pupilIds: pupils.map((pupil) => pupil.id),
    });
    return this.reader.ofSchool(actor);
  }

  /** Nothing of this pupil goes until it is lifted. For the privacy officer, who knows pupils by number. */
  async hold(actor: Actor, { pupilNumber, reason }: HoldRequest): Promise<HoldResponse[]> {
    const found = await this.db.one<{ id: string | null }>('select pupil_with_number($1) as id', [pupilNumber]);
    if (!found?.id) throw numberUnknown();
    const id = randomUUID();
    const made = await this.db.change(
      `insert into legal_hold (id, pupil_id, school_id, reason, set_by, set_at) values ($1, $2, $3, $4, $5, app_now())
       on conflict (pupil_id) where lifted_at is null do nothing`,
      [id, found.id, actor.schoolId, reason, actor.id],
    );
    if (made === 0) throw alreadyHeld();
    await this.recorded(found.id, 'hold.set', id);
    return this.reader.holds(actor);
  }

  /** From the next report on the terms count again. */
  async lift(actor: Actor, id: string, { reason }: LiftRequest): Promise<HoldResponse[]> {
    const hold = await this.db.one<{ pupilId: string }>(
      `update legal_hold set lifted_by = $2, lifted_at = app_now(), lifted_reason = $3
        where id = $1 and school_id = $4 and lifted_at is null returning pupil_id as "pupilId"`,
      [id, actor.id, reason, actor.schoolId],
    );
    if (!hold) {
      const there = await this.db.one('select from legal_hold where id = $1 and school_id = $2', [id, actor.schoolId]);
      if (!there) throw notFound();
      return this.reader.holds(actor); // twice is once
    }
    await this.recorded(hold.pupilId, 'hold.lifted', id);
    return this.reader.holds(actor);
  }

  private async recorded(pupilId: string, action: 'hold.set' | 'hold.lifted', id: string): Promise<void> {
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      role: 'privacy-officer',
      basis: 'school-role',
      subjectIds: [id],
    });
  }
}
