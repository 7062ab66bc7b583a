import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole, type Role } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { stillThere } from '../pupils/pupils.types.js';

export interface GroupSummary {
  id: string;
  name: string;
  year: number | null;
  schoolYear: number;
  pupils: number;
  mentors: string[];
  /** Whose group it is, for a guest; null at home. */
  school: string | null;
}
export interface GroupPupil {
  id: string;
  name: string;
  sortName: string;
  /** null for a guest, who sees name and group. */
  pupilNumber: string | null;
}

const current = `e.valid_from <= app_today() and (e.valid_until is null or e.valid_until >= app_today()) and ${stillThere}`;
/** A pupil in a group whom this actor may see at home: school-wide by role ($2), as mentor, or as teacher of the group. */
const atHome = `e.school_id = $1 and ${current}
  and ($2::boolean
    or exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $3
               and app_today() between m.valid_from and m.valid_until)
    or exists (select from teaching_assignment t where t.group_id = e.group_id and t.person_id = $3
               and app_today() between t.valid_from and t.valid_until))`;
/** And away from home: as a guest from school $1 in this group. */
const asGuest = `e.school_id <> $1 and exists (select from guest_assignment t where t.group_id = e.group_id
    and t.person_id = $3 and t.guest_school_id = $1
    and app_today() between t.valid_from and t.valid_until) and ${current}`;
const mentorName = `concat_ws(' ', mp.given_name, nullif(mp.infix, ''), mp.family_name)`;

const groupsSql = `select g.id, g.name, g.year, g.school_year as "schoolYear", count(distinct p.id)::int as pupils,
         coalesce(array_agg(distinct ${mentorName}) filter (where mp.id is not null), '{}') as mentors, null as school
    from enrolment e join pupil p on p.id = e.pupil_id join pupil_group g on g.id = e.group_id
    left join mentor_assignment ma on ma.pupil_id = p.id and app_today() between ma.valid_from and ma.valid_until
    left join person mp on mp.id = ma.person_id
   where g.school_year = app_school_year() and ${atHome}
   group by g.id order by g.year nulls last, g.name`;
/** A guest learns name and group, and whose group it is. */
const guestGroupsSql = `select g.id, g.name, g.year, g.school_year as "schoolYear", count(distinct p.id)::int as pupils,
         '{}'::text[] as mentors, s.name as school
    from guest_assignment v join pupil_group g on g.id = v.group_id join school s on s.id = g.school_id
    join enrolment e on e.group_id = g.id join pupil p on p.id = e.pupil_id
   where v.person_id = $3 and v.guest_school_id = $1 and $2::boolean and ${asGuest}
   group by g.id, s.name order by s.name, g.year nulls last, g.name`;

/** Lists of pupils by group, by the same relations as the rules; each list is on record with its pupil ids. */
@Injectable()
export class PupilAccessReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  /** The groups in which the actor sees at least one pupil, this school year; those where he is a guest after his own. */
  async groups(actor: Actor): Promise<GroupSummary[]> {
    const values = [actor.schoolId, schoolWide(actor), actor.id];
    const own = await this.db.query<GroupSummary & Record<string, unknown>>(groupsSql, values);
    return hasRole(actor, 'guest-teacher') ? [...own, ...(await this.guestGroups(actor))] : own;
  }

  /** The groups of other schools in which the actor is a guest now. */
  guestGroups(actor: Actor): Promise<GroupSummary[]> {
    const guest = hasRole(actor, 'guest-teacher');
    return this.db.query<GroupSummary & Record<string, unknown>>(guestGroupsSql, [actor.schoolId, guest, actor.id]);
  }

  /** The pupils of one group that the actor may see; 404 when there is no such group for him. */
  async group(actor: Actor, groupId: string): Promise<{ group: GroupSummary; pupils: GroupPupil[] }> {
    const rows = await this.db.query<
      GroupPupil & {
        groupName: string;
        year: number | null;
        schoolYear: number;
        mentors: string[];
        school: string | null;
      }
    >(
      `select p.id, concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name,
              case when e.school_id = $1 then p.pupil_number end as "pupilNumber",
              concat_ws(' ', p.family_name, p.given_name) as "sortName",
              g.name as "groupName", g.year, g.school_year as "schoolYear",
              case when e.school_id = $1 then array(select distinct ${mentorName}
                      from mentor_assignment ma join person mp on mp.id = ma.person_id
                     where ma.pupil_id = p.id and app_today() between ma.valid_from and ma.valid_until) else '{}' end as mentors,
              case when e.school_id <> $1 then (select s.name from school s where s.id = e.school_id) end as school
         from enrolment e join pupil p on p.id = e.pupil_id join pupil_group g on g.id = e.group_id
        where e.group_id = $4 and ((${atHome}) or ($5::boolean and ${asGuest}))
        order by p.given_name collate "und-x-icu", p.family_name collate "und-x-icu"`,
      [actor.schoolId, schoolWide(actor), actor.id, groupId, hasRole(actor, 'guest-teacher')],
    );
    const first = rows[0];
    if (!first) throw notFound();
    await this.recordList(
      actor,
      rows.map((row) => row.id),
      ['profile'],
    );
    const pupils = rows.map(({ id, name, sortName, pupilNumber }) => ({ id, name, sortName, pupilNumber }));
    const { groupName, year, schoolYear, school } = first;
    const mentors = [...new Set(rows.flatMap((row) => row.mentors))].sort();
    return {
      group: { id: groupId, name: groupName, year, schoolYear, pupils: pupils.length, mentors, school },
      pupils,
    };
  }

  /** A list that was shown is one row on the school's chain, with the pupils in it. */
  async recordList(actor: Actor, pupilIds: string[], sections: string[]): Promise<void> {
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId ?? actor.id,
      action: 'list.read',
      role: listsAs.find((role) => hasRole(actor, role)) ?? actor.roles[0],
      sections,
      pupilIds,
    });
  }
}

const wide = ['decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator'] as const;
/** Of several roles the one that shows most is the one in which a list is seen. */
const listsAs: readonly Role[] = [...wide, 'intaker', 'slb', 'mbo-care', 'mentor', 'teacher', 'guest-teacher'];
const schoolWide = (actor: Actor): boolean => hasRole(actor, ...wide);
