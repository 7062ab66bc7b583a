import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { dayOf } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { workingDaysAfter } from './emergency.rules.js';
import {
  type EmergencyNotice,
  type EmergencyOutcome,
  MINUTES,
  type OwnEmergency,
  REVIEW_DAYS,
  type ReviewedEmergency,
} from './emergency.types.js';

interface Row {
  id: string;
  pupilNumber: string;
  who: string;
  role: string;
  school: string;
  reason: string;
  openedAt: Date;
  endedAt: Date | null;
  outcome: EmergencyOutcome | null;
  note: string;
  by: string;
  reviewedAt: Date;
  version: number;
  own: boolean;
  byAnother: boolean;
  [column: string]: unknown;
}
const ownSql = `select e.id, e.pupil_id as "pupilId", e.opened_at as "openedAt",
    e.opened_at + interval '${MINUTES} minutes' as until from emergency_access e
  where e.person_id = $1 and e.at_school_id = $2 and e.ended_at is null and e.opened_at + interval '${MINUTES} minutes' > app_now()`;
const officerSql = `select e.id, coalesce(pupil_number_for_audit(e.pupil_id), '') as "pupilNumber", ${nameIn('w')} as who, e.role, s.name as school,
    e.reason, e.opened_at as "openedAt", e.ended_at as "endedAt", e.review_outcome as outcome, e.review_note as note,
    (select ${nameIn('b')} from person b where b.id = e.reviewed_by) as by, e.reviewed_at as "reviewedAt", e.version, e.person_id = app_actor() as own,
    coalesce(e.reviewed_by <> app_actor(), false) as "byAnother"
  from emergency_access e join person w on w.id = e.person_id join school s on s.id = e.at_school_id
 where e.school_id = $1`;

/** What was opened in an emergency: by oneself, at the privacy officer's school, and of one's own or one's child. */
@Injectable()
export class EmergencyReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What the actor has open now. */
  own(actor: Actor): Promise<OwnEmergency[]> {
    return this.db.query<OwnEmergency & Record<string, unknown>>(`${ownSql} order by e.opened_at desc`, [
      actor.id,
      actor.schoolId,
    ]);
  }

  /** One of them; 404 when it is over. */
  async ownOne(actor: Actor, id: string): Promise<OwnEmergency> {
    const one = await this.db.one<OwnEmergency & Record<string, unknown>>(`${ownSql} and e.id = $3`, [
      actor.id,
      actor.schoolId,
      id,
    ]);
    if (!one) throw notFound();
    return one;
  }

  /** Everything of the privacy officer's school: what waits for a review first, then the newest. Looking is on record. */
  async ofSchool(actor: Actor): Promise<ReviewedEmergency[]> {
    const rows = await this.db.query<Row>(
      `${officerSql} order by e.reviewed_at is not null, case when e.reviewed_at is null then e.opened_at end,
         e.opened_at desc limit 200`,
      [actor.schoolId],
    );
    await this.recordLook(actor, []);
    return rows.map((row) => this.reviewed(row));
  }

  async ofSchoolOne(actor: Actor, id: string): Promise<ReviewedEmergency> {
    const row = await this.db.one<Row>(`${officerSql} and e.id = $2`, [actor.schoolId, id]);
    if (!row) throw notFound();
    await this.recordLook(actor, [id]);
    return this.reviewed(row);
  }

  /** For the pupil, and a guardian with custody under 16: what was opened in the last two weeks. */
  notices(pupilId: string): Promise<EmergencyNotice[]> {
    return this.db.query<EmergencyNotice & Record<string, unknown>>(
      'select opened_at as "openedAt", who, role, school from emergency_notices($1)',
      [pupilId],
    );
  }

  private reviewed(row: Row): ReviewedEmergency {
    const end = new Date(row.openedAt.getTime() + MINUTES * 60_000);
    const until = row.endedAt ?? end;
    const reviewBy = workingDaysAfter(dayOf(row.openedAt), REVIEW_DAYS);
    const { outcome, note, by, reviewedAt: at } = row;
    return {
      id: row.id,
      pupilNumber: row.pupilNumber,
      who: row.who,
      role: row.role,
      school: row.school,
      reason: row.reason,
      openedAt: row.openedAt,
      until,
      open: row.endedAt === null && this.clock.now() < end,
      reviewBy,
      overdue: outcome === null && this.clock.today() > reviewBy,
      review: outcome && { outcome, note, by, at },
      own: row.own,
      byAnother: row.byAnother,
      version: row.version,
    };
  }

  private recordLook(actor: Actor, subjectIds: string[]): Promise<void> {
    return this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'audit.read',
      role: 'privacy-officer',
      reason: 'emergency',
      subjectIds,
    });
  }
}
