import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { schoolYearOf } from '../platform/calendar.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { LastDayRequest, MentoredResponse, MentorRequest } from './mentors.dto.js';
import { MentorsReader } from './mentors.reader.js';
import {
  firstDay,
  lastDayFault,
  type MentorPeriod,
  type MentorWish,
  periodFault,
  planEnd,
  planMentor,
  yearEnd,
} from './periods.rules.js';
import { endForSubstituteOnly, groupEmpty, notStaff, wrongPeriod } from './pupils.errors.js';
import { keeperRole, stillThere } from './pupils.types.js';

interface Change {
  pupilId: string;
  ends: { id: string; until: string }[];
  start?: { id: string; pupilId: string };
}

/**
 * Who mentors whom, and so who sees whom. A mentor reads until and including the last day; on the next day row and
 * list are closed, because every question asks for the day and nothing has to be done. Every assignment ends on 31 July
 * at the latest: with the new school year an old mentor loses sight by himself, and the roster import or this service
 * gives the pupils their new one.
 */
@Injectable()
export class MentorsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reader: MentorsReader,
    private readonly audit: AuditService,
  ) {}

  /** A mentor for everyone who is in the group from that day on. */
  async assignToGroup(actor: Actor, groupId: string, request: MentorRequest): Promise<MentoredResponse> {
    const { schoolYear } = await this.reader.group(actor, groupId);
    const wish = await this.wish(actor, schoolYear, request);
    const pupils = await this.lock(
      `select p.id from pupil p join enrolment e on e.pupil_id = p.id
        where e.group_id = $1 and ${stillThere} and coalesce(e.valid_until, 'infinity') >= $2::date
        order by p.id for update of p`,
      [groupId, wish.from],
    );
    if (pupils.length === 0) throw groupEmpty();
    return this.assign(actor, pupils, wish);
  }

  /** A mentor for one pupil. */
  async assignToPupil(actor: Actor, pupilId: string, request: MentorRequest): Promise<MentoredResponse> {
    const pupils = await this.lockPupil(actor, pupilId);
    const schoolYear = request.from ? schoolYearOf(request.from) : this.clock.schoolYear();
    return this.assign(actor, pupils, await this.wish(actor, schoolYear, request));
  }

  /** This person is the mentor of nobody in the group after that day, in the school year of the group. */
  async endForGroup(
    actor: Actor,
    groupId: string,
    personId: string,
    request: LastDayRequest,
  ): Promise<MentoredResponse> {
    const { schoolYear } = await this.reader.group(actor, groupId);
    const pupils = await this.lock(
      `select p.id from pupil p join enrolment e on e.pupil_id = p.id where e.group_id = $1 and ${stillThere}
          and coalesce(e.valid_until, 'infinity') >= app_today() order by p.id for update of p`,
      [groupId],
    );
    return this.end(actor, pupils, personId, request, schoolYear);
  }

  /** This person is not the mentor of this pupil after that day. */
  async endForPupil(
    actor: Actor,
    pupilId: string,
    personId: string,
    request: LastDayRequest,
  ): Promise<MentoredResponse> {
    return this.end(actor, await this.lockPupil(actor, pupilId), personId, request);
  }

  private async wish(actor: Actor, schoolYear: number, request: MentorRequest): Promise<MentorWish> {
    const { personId, substitute } = request;
    const today = this.clock.today();
    const from = request.from ?? firstDay(schoolYear, today);
    const until = request.until ?? null;
    const fault = periodFault({ from, until, substitute, schoolYear, today });
    if (fault) throw wrongPeriod(fault);
    // A main mentor stays until the end of the year: the pupils would be without one.
    if (!substitute && until !== null && until !== yearEnd(schoolYear)) throw endForSubstituteOnly();
    if (!(await this.reader.worksHere(actor, personId, from))) throw notStaff();
    return { personId, substitute, from, until: until ?? yearEnd(schoolYear) };
  }

  private async assign(actor: Actor, pupilIds: string[], wish: MentorWish): Promise<MentoredResponse> {
    const assignments = await this.assignments(pupilIds, wish.from);
    const changes = pupilIds.map((pupilId): Change => {
      const plan = planMentor(assignments.get(pupilId) ?? [], wish);
      return { pupilId, ends: plan.ends, start: plan.starts ? { id: randomUUID(), pupilId } : undefined };
    });
    return this.write(actor, changes, wish);
  }

  private async end(
    actor: Actor,
    pupilIds: string[],
    personId: string,
    { lastDay }: LastDayRequest,
    schoolYear?: number,
  ): Promise<MentoredResponse> {
    const fault = lastDayFault(lastDay, this.clock.today());
    if (fault) throw wrongPeriod(fault);
    const assignments = await this.assignments(pupilIds, this.clock.today());
    const meant = (a: MentorPeriod): boolean =>
      a.personId === personId && (schoolYear === undefined || schoolYearOf(a.from) === schoolYear);
    const his = new Map(pupilIds.map((id) => [id, (assignments.get(id) ?? []).filter(meant)]));
    if ([...his.values()].every((list) => list.length === 0)) throw notFound();
    return this.write(
      actor,
      [...his].map(([pupilId, list]) => ({ pupilId, ends: planEnd(list, lastDay) })),
    );
  }

  /** Two people who assign mentors at once do it one after the other: the rows of the pupils are the lock. */
  private async lock(sql: string, values: unknown[]): Promise<string[]> {
    return (await this.db.query<{ id: string }>(sql, values)).map(({ id }) => id);
  }

  private async lockPupil(actor: Actor, pupilId: string): Promise<string[]> {
    const ids = await this.lock(
      `select p.id from pupil p where p.id = $1 and p.school_id = $2 and ${stillThere} for update`,
      [pupilId, actor.schoolId],
    );
    if (ids.length === 0) throw notFound();
    return ids;
  }

  /** What each of these pupils has on or after a day. */
  private async assignments(pupilIds: string[], from: string): Promise<Map<string, MentorPeriod[]>> {
    const rows = await this.db.query<MentorPeriod & { pupilId: string }>(
      `select id, pupil_id as "pupilId", person_id as "personId", substitute, valid_from::text as from,
              valid_until::text as until
         from mentor_assignment
        where pupil_id = any($1::uuid[]) and valid_until >= greatest($2::date, valid_from)
        order by valid_from, id`,
      [pupilIds, from],
    );
    const of = new Map<string, MentorPeriod[]>();
    for (const row of rows) of.set(row.pupilId, [...(of.get(row.pupilId) ?? []), row]);
    return of;
  }

  /** Ends and begins for all pupils in two statements, and puts each pupil's change on his record. */
  private async write(actor: Actor, changes: Change[], wish?: MentorWish): Promise<MentoredResponse> {
    const changed = changes.filter(({ ends, start }) => ends.length > 0 || start);
    const ends = changed.flatMap((change) => change.ends);
    const starts = changed.flatMap(({ start }) => start ?? []);
    if (ends.length > 0)
      await this.db.change(
        `update mentor_assignment m set valid_until = r.until from jsonb_to_recordset($1::jsonb) as r(id uuid, until date)
          where m.id = r.id and m.school_id = $2`,
        [JSON.stringify(ends), actor.schoolId],
      );
    if (starts.length > 0 && wish)
      await this.db.change(
        `insert into mentor_assignment (id, pupil_id, school_id, person_id, substitute, valid_from, valid_until)
         select r.id, r."pupilId", $2, $3, $4, $5, $6 from jsonb_to_recordset($1::jsonb) as r(id uuid, "pupilId" uuid)`,
        [JSON.stringify(starts), actor.schoolId, wish.personId, wish.substitute, wish.from, wish.until],
      );
    await this.audit.record(
      ...changed.map(({ pupilId, ends, start }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'mentor.changed' as const,
        role: keeperRole(actor),
        basis: 'school-role',
        subjectIds: [...ends.map(({ id }) => id), ...(start ? [start.id] : [])],
      })),
    );
    return { pupils: changed.length };
  }
}
