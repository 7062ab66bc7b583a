import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { yearEnd, yearStart } from './periods.rules.js';
import { nameIn } from './pupil-names.types.js';
import { keeperRole, stillThere } from './pupils.types.js';
import type { MentorResponse, MentorsResponse, StaffChoiceResponse, TeacherResponse } from './mentors.dto.js';

export interface GroupFacts {
  id: string;
  name: string;
  schoolYear: number;
}

/** Who mentors and teaches now and later; nothing of a pupil but how many there are. */
@Injectable()
export class MentorsReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  /** A group of the actor's school, or 404. */
  async group(actor: Actor, groupId: string): Promise<GroupFacts> {
    const group = await this.db.one<GroupFacts & Record<string, unknown>>(
      'select id, name, school_year as "schoolYear" from pupil_group where id = $1 and school_id = $2',
      [groupId, actor.schoolId],
    );
    if (!group) throw notFound();
    return group;
  }

  async ofGroup(actor: Actor, groupId: string): Promise<MentorsResponse> {
    const { schoolYear } = await this.group(actor, groupId);
    const pupils = await this.db.query<{ id: string }>(
      `select p.id from enrolment e join pupil p on p.id = e.pupil_id
        where e.group_id = $1 and ${stillThere} and coalesce(e.valid_until, 'infinity') >= app_today()`,
      [groupId],
    );
    return {
      pupils: pupils.length,
      mentors: await this.of(
        pupils.map(({ id }) => id),
        schoolYear,
      ),
    };
  }

  /** The mentors of one pupil who is there, for who keeps the roster. On record. */
  async ofPupil(actor: Actor, pupilId: string): Promise<MentorsResponse> {
    const pupil = await this.db.one(`select p.id from pupil p where p.id = $1 and p.school_id = $2 and ${stillThere}`, [
      pupilId,
      actor.schoolId,
    ]);
    if (!pupil) throw notFound();
    const role = keeperRole(actor);
    await this.audit.record({ chain: 'pupil', chainId: pupilId, action: 'mentor.seen', role, basis: 'school-role' });
    return { pupils: 1, mentors: await this.of([pupilId]) };
  }

  /** Who teaches the group now and later. */
  async teachers(actor: Actor, groupId: string): Promise<TeacherResponse[]> {
    await this.group(actor, groupId);
    return this.db.query<TeacherResponse & Record<string, unknown>>(
      `select t.id, t.person_id as "personId", ${nameIn('d')} as name, t.subject, t.valid_from::text as from,
              t.valid_until::text as until
         from teaching_assignment t join person d on d.id = t.person_id
        where t.group_id = $1 and t.valid_until >= greatest(app_today(), t.valid_from)
        order by t.subject, d.family_name, t.valid_from, t.id`,
      [groupId],
    );
  }

  /** Everyone with a role at the school now: for a list to choose from. */
  staff(actor: Actor): Promise<StaffChoiceResponse[]> {
    return this.db.query<StaffChoiceResponse & Record<string, unknown>>(
      `select d.id as "personId", ${nameIn('d')} as name from person d
        where exists (select from role_assignment r where r.person_id = d.id and r.school_id = $1
                      and r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today()))
        order by d.family_name, d.given_name, d.id`,
      [actor.schoolId],
    );
  }

  /** Does this person have a role at the actor's school on this day? */
  async worksHere(actor: Actor, personId: string, day: string): Promise<boolean> {
    const role = await this.db.one(
      `select from role_assignment where person_id = $1 and school_id = $2
          and valid_from <= $3::date and (valid_until is null or valid_until >= $3::date)`,
      [personId, actor.schoolId, day],
    );
    return role !== undefined;
  }

  /** Of a group only the assignments of its own school year: its pupils may have been together with another mentor before. */
  private of(pupilIds: string[], schoolYear: number | null = null): Promise<MentorResponse[]> {
    return this.db.query<MentorResponse & Record<string, unknown>>(
      `select m.person_id as "personId", ${nameIn('d')} as name, m.substitute, m.valid_from::text as from,
              m.valid_until::text as until, count(*)::int as pupils
         from mentor_assignment m join person d on d.id = m.person_id
        where m.pupil_id = any($1::uuid[]) and m.valid_until >= greatest(app_today(), m.valid_from)
          and ($2::date is null or m.valid_from between $2 and $3)
        group by m.person_id, d.given_name, d.infix, d.family_name, m.substitute, m.valid_from, m.valid_until
        order by m.substitute, m.valid_from, count(*) desc, d.family_name, m.person_id, m.valid_until`,
      [pupilIds, schoolYear && yearStart(schoolYear), schoolYear && yearEnd(schoolYear)],
    );
  }
}
