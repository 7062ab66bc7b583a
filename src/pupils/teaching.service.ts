import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { LastDayRequest, TeacherRequest, TeacherResponse } from './mentors.dto.js';
import { MentorsReader } from './mentors.reader.js';
import { firstDay, lastDayFault, periodFault, yearEnd } from './periods.rules.js';
import { notStaff, teachesAlready, wrongPeriod } from './pupils.errors.js';
import { keeperRole } from './pupils.types.js';

/**
 * Which teacher teaches which group: he sees name and group of its pupils, and what he logged himself, until and
 * including the last day. Last year's group is last year's: its assignments ended on 31 July.
 */
@Injectable()
export class TeachingService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reader: MentorsReader,
    private readonly audit: AuditService,
  ) {}

  /** A teacher for a subject, from a day until 31 July or earlier. */
  async add(actor: Actor, groupId: string, request: TeacherRequest): Promise<TeacherResponse> {
    const { personId, subject } = request;
    const { schoolYear } = await this.reader.group(actor, groupId);
    const today = this.clock.today();
    const from = request.from ?? firstDay(schoolYear, today);
    const fault = periodFault({ from, until: request.until ?? null, substitute: false, schoolYear, today });
    if (fault) throw wrongPeriod(fault);
    if (!(await this.reader.worksHere(actor, personId, from))) throw notStaff();
    const id = randomUUID();
    // The group's row is the lock: of two who add the same teacher at once the second finds the first.
    await this.db.query('select id from pupil_group where id = $1 for update', [groupId]);
    const added = await this.db.change(
      `insert into teaching_assignment (id, group_id, school_id, person_id, subject, valid_from, valid_until)
       select $1, $2, $3, $4, $5, $6::date, $7::date where not exists (
         select from teaching_assignment t where t.group_id = $2 and t.person_id = $4 and lower(t.subject) = lower($5)
            and t.valid_from <= $7::date and t.valid_until >= greatest($6::date, t.valid_from))`,
      [id, groupId, actor.schoolId, personId, subject, from, request.until ?? yearEnd(schoolYear)],
    );
    if (added === 0) throw teachesAlready();
    await this.record(actor, id);
    return (await this.reader.teachers(actor, groupId)).find((teacher) => teacher.id === id)!;
  }

  /** Ends it after a day; one that had yet to begin never does. Its end only ever comes nearer, so it needs no version. */
  async end(actor: Actor, id: string, { lastDay }: LastDayRequest): Promise<void> {
    const fault = lastDayFault(lastDay, this.clock.today());
    if (fault) throw wrongPeriod(fault);
    const ended = await this.db.change(
      `update teaching_assignment set valid_until = $3
        where id = $1 and school_id = $2 and valid_until > $3::date and valid_until >= app_today()`,
      [id, actor.schoolId, lastDay],
    );
    if (ended === 0) throw notFound();
    await this.record(actor, id);
  }

  private async record(actor: Actor, id: string): Promise<void> {
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'teaching.changed',
      role: keeperRole(actor),
      basis: 'school-role',
      subjectIds: [id],
    });
  }
}
