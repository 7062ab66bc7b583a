import { Injectable } from '@nestjs/common';
import { Db } from '../platform/database/db.js';
import type { Grant, Grants } from '../pupil-access/pupil-access.service.js';
import type { ApplicationSummary, ProfileResponse, SchoolYearResponse } from './dossier.dto.js';

export interface Card {
  profile: ProfileResponse | null;
  career: SchoolYearResponse[] | null;
  applications: ApplicationSummary[];
  [column: string]: unknown;
}

/** What the pupil says of something that the school stays with. */
const zienswijzen = (pupil: string, subject: string, section: string): string =>
  `coalesce((select json_agg(json_build_object('wrong', z.wrong, 'shouldBe', z.should_be,
      'on', (z.answered_at at time zone 'Europe/Amsterdam')::date) order by z.answered_at) from rectification z
    where z.pupil_id = ${pupil} and z.subject_id = ${subject} and z.section = '${section}' and z.outcome = 'kept'
      and z.withdrawn_at is null), '[]'::json)`;

type CardPart = 'pupil' | 'profile' | 'nameOnly' | 'career' | 'school' | 'contacts';
/** What the grants open of one pupil. `school`: only the applications there; null: all. */
const card = (of: Record<CardPart, string>): string => `
  case when ${of.profile} then (select json_build_object(
      'name', concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name), 'givenName', p.given_name,
      'birthDate', case when not ${of.nameOnly} then p.birth_date end, 'school', s.name,
      'group', (select g.name from enrolment e join pupil_group g on g.id = e.group_id
                 where e.pupil_id = p.id order by e.school_year desc limit 1),
      'contacts', case when not ${of.contacts} then '[]'::json else coalesce((select json_agg(c order by c.role desc, c.name) from (
          select concat_ws(' ', m.given_name, nullif(m.infix, ''), m.family_name) as name, 'mentor' as role,
                 coalesce(m.phone, s.phone) as phone, m.email
            from mentor_assignment ma join person m on m.id = ma.person_id
           where ma.pupil_id = p.id and app_today() between ma.valid_from and ma.valid_until
          union
          select concat_ws(' ', d.given_name, nullif(d.infix, ''), d.family_name), 'decaan', coalesce(d.phone, s.phone), d.email
            from role_assignment r join person d on d.id = r.person_id
           where r.school_id = p.school_id and r.role = 'decaan' and r.valid_from <= app_today()
             and (r.valid_until is null or r.valid_until >= app_today())) c), '[]') end,
      'zienswijzen', case when ${of.nameOnly} then '[]'::json else ${zienswijzen('p.id', 'p.id', 'profile')} end)
    from pupil p join school s on s.id = p.school_id where p.id = ${of.pupil}) end as profile,
  case when ${of.career} then coalesce((select json_agg(json_build_object('schoolYear', e.school_year, 'school', s.name,
      'group', g.name, 'year', e.year, 'leerweg', e.leerweg, 'profiel', e.profiel,
      'zienswijzen', ${zienswijzen('e.pupil_id', 'e.id', 'school-career')}) order by e.school_year desc)
    from enrolment e left join pupil_group g on g.id = e.group_id join school s on s.id = coalesce(g.school_id, e.school_id)
   where e.pupil_id = ${of.pupil}), '[]') end as career,
  coalesce((select json_agg(json_build_object('opleiding', o.name, 'niveau', o.niveau, 'leerweg', o.leerweg,
      'location', l.place, 'appliedOn', a.applied_on, 'plannedStart', a.planned_start) order by a.applied_on)
    from application a join opleiding o on o.id = a.opleiding_id join location l on l.id = o.location_id
   where a.pupil_id = ${of.pupil} and a.withdrawn_at is null and (${of.school} is null or a.to_school_id = ${of.school})), '[]') as applications`;

/** $2 profile, $3 only name and group, $4 school career, $5 the applications of one receiving school (null: all), $6 contacts. */
export const cardSql = `select ${card({
  pupil: '$1',
  profile: '$2::boolean',
  nameOnly: '$3::boolean',
  career: '$4::boolean',
  school: '$5::uuid',
  contacts: '$6::boolean',
})}`;
const cardsSql = `select t.pupil as "pupilId", ${card({
  pupil: 't.pupil',
  profile: 't.profile',
  nameOnly: 't.name_only',
  career: 't.career',
  school: 't.school',
  contacts: 't.contacts',
})} from unnest($1::uuid[], $2::boolean[], $3::boolean[], $4::boolean[], $5::uuid[], $6::boolean[])
  as t(pupil, profile, name_only, career, school, contacts)`;

/** The sections profile and school-career, and the applications that the reader may know of: one statement. */
@Injectable()
export class ProfileReader {
  constructor(private readonly db: Db) {}

  async card(
    pupilId: string,
    profile: Grant<'profile'> | undefined,
    career: Grant<'school-career'> | undefined,
    receivingSchoolId: string | null,
  ): Promise<Card> {
    const card = await this.db.one<Card>(cardSql, cardValues(pupilId, profile, career, receivingSchoolId));
    return card ?? { profile: null, career: null, applications: [] };
  }

  /** The same for several pupils of the actor's own school, in one statement. */
  async cards(of: readonly Grants[]): Promise<Map<string, Card>> {
    const values = of.flatMap((grants) => {
      const { profile, 'school-career': career } = grants;
      const any = profile ?? career;
      return any ? [cardValues(any.pupilId, profile, career, null)] : [];
    });
    const columns = [0, 1, 2, 3, 4, 5].map((i) => values.map((row) => row[i]));
    const rows = await this.db.query<Card & { pupilId: string }>(cardsSql, columns);
    return new Map(rows.map((row) => [row.pupilId, row]));
  }
}

const cardValues = (
  pupilId: string,
  profile: Grant<'profile'> | undefined,
  career: Grant<'school-career'> | undefined,
  receivingSchoolId: string | null,
): unknown[] => [
  pupilId,
  profile !== undefined,
  profile?.permission.extent === 'name-and-group',
  career !== undefined,
  receivingSchoolId,
  profile?.permission.extent === 'whole',
];
