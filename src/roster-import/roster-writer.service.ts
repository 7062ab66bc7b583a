import { Injectable } from '@nestjs/common';
import { Db } from '../platform/database/db.js';
import { staleVersion } from '../platform/errors/domain-error.js';
import type { Progress } from './roster-import.types.js';
import type { RosterPlan } from './roster-plan.rules.js';

export interface WritingPlace {
  schoolId: string;
  schoolYear: number;
  today: string;
  /** First day of the enrolments that are made. */
  from: string;
  /** Last day of the mentors and teachers that are made. */
  until: string;
}

const person = 'r(id uuid, "givenName" text, infix text, "familyName" text, email text)';
const pupil =
  'r(id uuid, "pupilNumber" text, "givenName" text, "registerName" text, infix text, "familyName" text, "birthDate" date, email text, version int)';

/** Writes a plan: one statement per table and kind of change, whatever the number of pupils. */
@Injectable()
export class RosterWriter {
  constructor(private readonly db: Db) {}

  /** Answers how many rows were written. A row that is not there any more as it was read stops everything. */
  async write(plan: RosterPlan, place: WritingPlace, progress: Progress = () => undefined): Promise<number> {
    const parts = [
      () => this.returned(plan),
      () => this.groups(plan, place),
      () => this.people(plan, place),
      () => this.pupils(plan, place),
      () => this.enrolments(plan, place),
      () => this.mentors(plan, place),
      () => this.guardians(plan, place),
      () => this.teaching(plan, place),
      () => this.left(plan, place),
    ];
    let rows = 0;
    for (const [at, part] of parts.entries()) {
      rows += await part();
      progress(at + 1, parts.length);
    }
    return rows;
  }

  /** First of all: of who left the school sees and writes nothing. */
  private async returned({ returned }: RosterPlan): Promise<number> {
    if (returned.length === 0) return 0;
    const row = await this.db.one<{ back: number }>('select pupils_return($1) as back', [returned]);
    if (row?.back !== returned.length) throw staleVersion();
    return row.back;
  }

  private async groups({ newGroups, groupYears }: RosterPlan, { schoolId, schoolYear }: WritingPlace): Promise<number> {
    const added = await this.each(
      newGroups,
      `insert into pupil_group (id, school_id, school_year, name, year)
       select r.id, $2, $3, r.name, r.year from jsonb_to_recordset($1::jsonb) as r(id uuid, name text, year int)`,
      [schoolId, schoolYear],
    );
    const changed = await this.each(
      groupYears,
      `update pupil_group g set year = r.year from jsonb_to_recordset($1::jsonb) as r(name text, year int)
        where g.school_id = $2 and g.school_year = $3 and g.name = r.name`,
      [schoolId, schoolYear],
    );
    return added + changed;
  }

  private async people(plan: RosterPlan, { schoolId, today }: WritingPlace): Promise<number> {
    const added = await this.each(
      plan.newPersons,
      `insert into person (id, given_name, infix, family_name, email)
       select r.id, r."givenName", r.infix, r."familyName", r.email from jsonb_to_recordset($1::jsonb) as ${person}`,
    );
    const roles = await this.each(
      plan.newRoles,
      `insert into role_assignment (id, person_id, school_id, role, valid_from)
       select r.id, r."personId", $2, 'staff', $3 from jsonb_to_recordset($1::jsonb) as r(id uuid, "personId" uuid)`,
      [schoolId, today],
    );
    const changed = await this.each(
      plan.changedPersons,
      `update person d set given_name = r."givenName", infix = r.infix, family_name = r."familyName",
              email = case when d.account_id is null or app_hands_out(d.account_id) then r.email else d.email end
         from jsonb_to_recordset($1::jsonb) as ${person} where d.id = r.id`,
    );
    return added + roles + changed;
  }

  private async pupils(plan: RosterPlan, { schoolId }: WritingPlace): Promise<number> {
    const added = await this.each(
      plan.newPupils,
      `insert into pupil (id, school_id, pupil_number, given_name, register_name, infix, family_name, birth_date, email)
       select r.id, $2, r."pupilNumber", r."givenName", r."registerName", r.infix, r."familyName", r."birthDate", r.email
         from jsonb_to_recordset($1::jsonb) as ${pupil}`,
      [schoolId],
    );
    const changed = await this.each(
      plan.changedPupils,
      `update pupil p set given_name = r."givenName", register_name = r."registerName", infix = r.infix,
              family_name = r."familyName", birth_date = r."birthDate", email = r.email, version = p.version + 1
         from jsonb_to_recordset($1::jsonb) as ${pupil}
        where p.id = r.id and p.version = r.version and p.school_id = $2`,
      [schoolId],
    );
    return added + changed;
  }

  private async enrolments(plan: RosterPlan, { schoolId, schoolYear, from }: WritingPlace): Promise<number> {
    const ended = await this.db.change(
      `update enrolment set valid_until = $4::date - 1
        where pupil_id = any($1) and school_id = $2 and school_year < $3
          and (valid_until is null or valid_until >= $4)`,
      [plan.enrolments.map((one) => one.pupilId), schoolId, schoolYear, from],
    );
    const written = await this.each(
      plan.enrolments,
      `insert into enrolment (id, pupil_id, school_id, school_year, group_id, year, leerweg, profiel, valid_from)
       select r.id, r."pupilId", $2, $3, g.id, r.year, r.leerweg, r.profiel, $4
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, "pupilId" uuid, "group" text, year int, leerweg text, profiel text)
         join pupil_group g on g.school_id = $2 and g.school_year = $3 and g.name = r."group"
       on conflict (pupil_id, school_year) do update set group_id = excluded.group_id, year = excluded.year,
          leerweg = excluded.leerweg, profiel = excluded.profiel, valid_until = null`,
      [schoolId, schoolYear, from],
    );
    return ended + written;
  }

  /** Whoever was mentor saw the pupil for the last time yesterday; what was planned for later is called off. */
  private async mentors(plan: RosterPlan, { schoolId, today, until }: WritingPlace): Promise<number> {
    const ended = await this.db.change(
      `update mentor_assignment set valid_until = $3::date - 1
        where pupil_id = any($1) and school_id = $2 and not substitute and valid_until >= $3`,
      [plan.endMentorsOf, schoolId, today],
    );
    const added = await this.each(
      plan.newMentors,
      `insert into mentor_assignment (id, pupil_id, school_id, person_id, valid_from, valid_until)
       select r.id, r."pupilId", $2, r."personId", $3, $4
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "pupilId" uuid, "personId" uuid)`,
      [schoolId, today, until],
    );
    return ended + added;
  }

  private guardians(plan: RosterPlan, { schoolId }: WritingPlace): Promise<number> {
    return this.each(
      plan.newGuardians,
      `insert into guardian (id, pupil_id, school_id, person_id, custody)
       select r.id, r."pupilId", $2, r."personId", r.custody
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "pupilId" uuid, "personId" uuid, custody boolean)`,
      [schoolId],
    );
  }

  private async teaching(plan: RosterPlan, { schoolId, schoolYear, today, until }: WritingPlace): Promise<number> {
    const ended = await this.db.change(
      'update teaching_assignment set valid_until = $3::date - 1 where id = any($1) and school_id = $2',
      [plan.endTeaching, schoolId, today],
    );
    const added = await this.each(
      plan.newTeaching,
      `insert into teaching_assignment (id, group_id, school_id, person_id, subject, valid_from, valid_until)
       select r.id, g.id, $2, r."personId", r.subject, $4, $5
         from jsonb_to_recordset($1::jsonb) as r(id uuid, "group" text, "personId" uuid, subject text)
         join pupil_group g on g.school_id = $2 and g.school_year = $3 and g.name = r."group"`,
      [schoolId, schoolYear, today, until],
    );
    return ended + added;
  }

  /**
   * Not deleted: the dossier stays what it is, and what the pupil shared stays shared. From now on nobody here sees it, so
   * what belongs to it is ended first.
   */
  private async left({ left }: RosterPlan, { schoolId, today }: WritingPlace): Promise<number> {
    if (left.length === 0) return 0;
    const enrolments = await this.db.change(
      `update enrolment set valid_until = $3
        where pupil_id = any($1) and school_id = $2 and (valid_until is null or valid_until > $3)`,
      [left, schoolId, today],
    );
    const mentors = await this.db.change(
      `update mentor_assignment set valid_until = $3
        where pupil_id = any($1) and school_id = $2 and valid_until > $3`,
      [left, schoolId, today],
    );
    const row = await this.db.one<{ gone: number }>('select pupils_leave($1) as gone', [left]);
    if (row?.gone !== left.length) throw staleVersion();
    return row.gone + enrolments + mentors;
  }

  /** One statement over rows that must each be written: else somebody else was at work meanwhile, and nothing is kept. */
  private async each(rows: readonly object[], sql: string, values: unknown[] = []): Promise<number> {
    if (rows.length === 0) return 0;
    const written = await this.db.change(sql, [JSON.stringify(rows), ...values]);
    if (written !== rows.length) throw staleVersion();
    return written;
  }
}
