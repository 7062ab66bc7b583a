import { Injectable } from '@nestjs/common';
import { Db } from '../platform/database/db.js';
import { stillThere } from '../pupils/pupils.types.js';
import type { CurrentPupil, CurrentStaff, CurrentTeaching, SchoolState } from './diff.types.js';

interface Contact {
  name: string;
  email: string | null;
}
type Row<T> = T & Record<string, unknown>;
const personName = `concat_ws(' ', nullif(d.given_name, ''), nullif(d.infix, ''), d.family_name)`;

/** A school as it is now: what a roster is compared with. A handful of statements, whatever the size of the school. */
@Injectable()
export class SchoolStateReader {
  constructor(private readonly db: Db) {}

  async read(schoolId: string, schoolYear: number): Promise<SchoolState> {
    const pupils = await this.pupils(schoolId);
    return {
      schoolYear,
      pupils,
      staff: await this.staff(schoolId),
      groups: await this.db.query<Row<SchoolState['groups'][number]>>(
        'select name, year from pupil_group where school_id = $1 and school_year = $2 order by name',
        [schoolId, schoolYear],
      ),
      teaching: await this.teaching(schoolId, schoolYear),
    };
  }

  /** With those who left: someone may be back. Of them the school sees nothing else, so they are asked for in a way of their own. */
  private async pupils(schoolId: string): Promise<CurrentPupil[]> {
    const rows = await this.db.query<Row<Omit<CurrentPupil, 'mentors' | 'guardians'>>>(
      `select p.id, p.pupil_number as "pupilNumber", p.given_name as "givenName", p.register_name as "registerName",
              p.infix, p.family_name as "familyName", p.birth_date::text as "birthDate", p.email,
              e.school_year as "schoolYear", g.name as "group", e.year, e.leerweg, e.profiel,
              p.left_on::text as "leftOn", p.version
         from pupil p
         left join lateral (select * from enrolment n where n.pupil_id = p.id order by n.school_year desc limit 1) e on true
         left join pupil_group g on g.id = e.group_id
        where p.school_id = $1 and ${stillThere} order by p.pupil_number`,
      [schoolId],
    );
    const mentors = await this.byPupil<{ personId: string }>(
      `select m.pupil_id as "pupilId", m.person_id as "personId"
         from mentor_assignment m join pupil p on p.id = m.pupil_id and ${stillThere}
        where m.school_id = $1 and not m.substitute and app_today() between m.valid_from and m.valid_until
        order by m.valid_from, m.id`,
      schoolId,
    );
    const guardians = await this.byPupil<{ personId: string; custody: boolean | null }>(
      `select u.pupil_id as "pupilId", u.person_id as "personId", u.custody
         from guardian u join pupil p on p.id = u.pupil_id
        where u.school_id = $1 and ${stillThere} order by u.person_id`,
      schoolId,
    );
    const people = await this.people([...mentors.values(), ...guardians.values()].flat().map((one) => one.personId));
    const known = <T extends { personId: string }>(list: T[] | undefined): (T & Contact)[] =>
      (list ?? []).map((one) => ({ ...one, ...(people.get(one.personId) ?? { name: '', email: null }) }));
    const there = rows.map((row) => ({
      ...row,
      mentors: known(mentors.get(row.id)).map(({ personId, name }) => ({ personId, name })),
      guardians: known(guardians.get(row.id)),
    }));
    return [...there, ...(await this.whoLeft())];
  }

  private async whoLeft(): Promise<CurrentPupil[]> {
    const rows = await this.db.query<Row<Omit<CurrentPupil, 'mentors'>>>(
      `select id, pupil_number as "pupilNumber", given_name as "givenName", register_name as "registerName", infix,
              family_name as "familyName", birth_date::text as "birthDate", email, school_year as "schoolYear",
              group_name as "group", year, leerweg, profiel, left_on::text as "leftOn", version, guardians
         from pupils_who_left() order by pupil_number`,
    );
    return rows.map((row) => ({ ...row, mentors: [] }));
  }

  /** Each person once: row-level security asks something of every row of `person`, and a mentor has a whole class. */
  private async people(ids: readonly string[]): Promise<Map<string, Contact>> {
    const rows = await this.db.query<Row<Contact & { id: string }>>(
      `select d.id, ${personName} as name, d.email from person d where d.id = any($1)`,
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ id, name, email }) => [id, { name, email }]));
  }

  private async byPupil<T>(sql: string, schoolId: string): Promise<Map<string, T[]>> {
    const rows = await this.db.query<Row<T & { pupilId: string }>>(sql, [schoolId]);
    const lists = new Map<string, T[]>();
    for (const { pupilId, ...rest } of rows) {
      const list = lists.get(pupilId);
      if (list) list.push(rest as T);
      else lists.set(pupilId, [rest as T]);
    }
    return lists;
  }

  /**
   * Who works here, or did and is nothing elsewhere. Whoever works elsewhere under the same address is not known here: he
   * may join by his own yes.
   */
  private staff(schoolId: string): Promise<CurrentStaff[]> {
    return this.db.query<Row<CurrentStaff>>(
      `with known as (select distinct r.person_id as id from role_assignment r where r.school_id = $1)
       select d.id as "personId", ${personName} as name, d.email,
              exists (select from role_assignment r where r.person_id = d.id and r.school_id = $1
                and r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today())) as active
         from known k join person d on d.id = k.id where app_may_employ(d.id) order by d.id`,
      [schoolId],
    );
  }

  private teaching(schoolId: string, schoolYear: number): Promise<CurrentTeaching[]> {
    return this.db.query<Row<CurrentTeaching>>(
      `select t.id, g.name as "group", t.person_id as "personId", ${personName} as name, t.subject
         from teaching_assignment t join pupil_group g on g.id = t.group_id join person d on d.id = t.person_id
        where t.school_id = $1 and g.school_year = $2 and app_today() between t.valid_from and t.valid_until
        order by t.id`,
      [schoolId, schoolYear],
    );
  }
}
