import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { MailService } from '../mail/mail.service.js';
import type { Actor } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { EmergencyRequest, EmergencyReviewRequest, EmergencySearchRequest } from './emergency.dto.js';
import { EmergencyReader } from './emergency.reader.js';
import { ownEmergency, reviewedEmergency } from './emergency.errors.js';
import type { FoundPupil } from './emergency.types.js';

/** Access in a life-threatening situation: for an hour, the profile and nothing else, and everyone is told. */
@Injectable()
export class EmergencyService {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
    private readonly mail: MailService,
    private readonly clock: Clock,
    private readonly reader: EmergencyReader,
  ) {}

  /** By whole family name and birth date, among those whom the actor may open. That somebody searched is on record. */
  async search(actor: Actor, { familyName, birthDate }: EmergencySearchRequest): Promise<FoundPupil[]> {
    const found = await this.db.query<FoundPupil & Record<string, unknown>>(
      'select pupil_id as "pupilId", name, school, group_name as "group" from emergency_search($1, $2)',
      [familyName, birthDate],
    );
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId ?? actor.id,
      action: 'emergency.searched',
      role: actor.roles[0],
      reason: found.length > 0 ? 'found' : 'none',
      pupilIds: found.map(({ pupilId }) => pupilId),
    });
    return found;
  }

  /** Opens it for an hour, and tells the family and the privacy officer. Opened again while it is open: the same. */
  async open(actor: Actor, { pupilId, reason }: EmergencyRequest): Promise<{ id: string }> {
    const pupil = await this.db.one<{ may: boolean }>('select app_may_open_emergency($1) as may', [pupilId]);
    if (!pupil?.may) throw this.refusal(actor, pupilId);
    const open = (await this.reader.own(actor)).find((one) => one.pupilId === pupilId);
    if (open) return { id: open.id };
    const id = randomUUID();
    const row = await this.db.one<{ schoolId: string; birthDate: string }>(
      `insert into emergency_access (id, pupil_id, school_id, person_id, at_school_id, role, reason, opened_at)
       select $1, $2, (f.facts->>'schoolId')::uuid, $3, $4, $5, $6, app_now() from (select pupil_facts($2) as facts) f
       returning school_id as "schoolId", (select pupil_facts($2)->>'birthDate') as "birthDate"`,
      [id, pupilId, actor.id, actor.schoolId, actor.roles[0], reason],
    );
    const young = ageOn(row!.birthDate, this.clock.today()) < DECIDES_ALONE_AT;
    await this.record(actor, pupilId, 'emergency.opened', id);
    await this.mail.send('emergency-opened', { pupilId }, ...(young ? [{ guardiansOf: pupilId }] : []));
    await this.mail.send('access-review', { role: 'privacy-officer', schoolId: row!.schoolId });
    return { id };
  }

  /** Ends before its time. What is over already stays as it is. */
  async end(actor: Actor, id: string): Promise<void> {
    const { pupilId } = await this.reader.ownOne(actor, id);
    await this.db.change('update emergency_access set ended_at = app_now() where id = $1 and ended_at is null', [id]);
    await this.record(actor, pupilId, 'emergency.ended', id);
  }

  /** What it was, by the privacy officer of the pupil's home school; who said it may say it better, and nobody else. */
  async review(actor: Actor, id: string, { outcome, note }: EmergencyReviewRequest, version: number): Promise<void> {
    const { own, byAnother } = await this.reader.ofSchoolOne(actor, id);
    if (own) throw ownEmergency();
    if (byAnother) throw reviewedEmergency();
    const row = await this.db.one<{ pupilId: string }>(
      `update emergency_access set review_outcome = $3, review_note = $4, reviewed_by = $5, reviewed_at = app_now(),
         version = version + 1
        where id = $1 and version = $2 and coalesce(reviewed_by, $5) = $5 returning pupil_id as "pupilId"`,
      [id, version, outcome, note, actor.id],
    );
    if (!row) throw staleVersion();
    await this.audit.record({
      chain: 'pupil',
      chainId: row.pupilId,
      action: 'emergency.reviewed',
      role: 'privacy-officer',
      reason: outcome,
      subjectIds: [id],
    });
  }

  private record(
    actor: Actor,
    pupilId: string,
    action: 'emergency.opened' | 'emergency.ended',
    id: string,
  ): Promise<void> {
    return this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      role: actor.roles[0],
      sections: ['profile'],
      basis: 'emergency',
      subjectIds: [id],
    });
  }

  private refusal(actor: Actor, pupilId: string): ReturnType<typeof notFound> {
    const error = notFound();
    error.afterRollback = async () => {
      const known = await this.db.one<{ known: boolean }>('select pupil_facts($1) is not null as known', [pupilId]);
      await this.audit.record({
        chain: known?.known ? 'pupil' : 'school',
        chainId: known?.known ? pupilId : (actor.schoolId ?? actor.id),
        action: 'access.refused',
        outcome: 'refused',
        role: actor.roles[0],
        sections: ['profile'],
        basis: 'emergency',
        reason: known?.known ? 'not-allowed' : 'not-there',
      });
    };
    return error;
  }
}
