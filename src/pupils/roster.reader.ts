import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { ageOn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { pageAfter } from '../platform/page-token.js';
import { nameIn } from './pupil-names.types.js';
import { DECIDES_ALONE_AT, keeperRole, type SectionForGuardians, stillThere } from './pupils.types.js';
import type {
  GuardianPageResponse,
  GuardianResponse,
  GuardianSectionsResponse,
  ListGuardiansQuery,
  ListPupilsQuery,
  RosterPageResponse,
  RosterPupilResponse,
} from './roster.dto.js';
import { isComplete, openingCounts, PROFIEL_FROM_YEAR } from './roster.rules.js';

/** Nobody types the accents of "Ayşe", and a capital says nothing about the order. In SQL the same as in `fold`. */
const folded = (sql: string): string =>
  `translate(lower(regexp_replace(normalize(${sql}, NFD), '[\\u0300-\\u036f]', '', 'g')), 'ıłøđ', 'ilod')`;
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ıłøđ]/g, (letter) => ({ ı: 'i', ł: 'l', ø: 'o', đ: 'd' })[letter] ?? letter);
const sortName = folded(`concat_ws(' ', p.family_name, p.given_name)`);
const containing = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
/** Leerjaar, leerweg or profiel has still to be said; `isComplete` says the same. */
const incomplete = `(e.year is null or e.leerweg is null
  or (e.profiel is null and e.year >= ${PROFIEL_FROM_YEAR} and e.leerweg not in ('pro', 'vso')))`;

/** The school's own lists of pupils and guardians, for school administrator and decaan. */
@Injectable()
export class RosterReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** A page of the pupils of the school by name, with the enrolment of this year, or of the year of the group. */
  async pupils(actor: Actor, query: Partial<ListPupilsQuery> = {}): Promise<RosterPageResponse> {
    const { pageSize = 50 } = query;
    const words = fold(query.search ?? '').split(/\s+/);
    const rows = await this.db.query<RosterPupilResponse & Record<string, unknown>>(
      `select p.id, p.pupil_number as "pupilNumber", ${nameIn('p')} as name, p.birth_date::text as "birthDate",
              e.group_id as "groupId", g.name as "groupName", e.year, e.leerweg, e.profiel, p.version,
              (select count(*)::int from guardian d where d.pupil_id = p.id and d.custody is null) as "custodyUnknown"
         from pupil p
         left join enrolment e on e.pupil_id = p.id and e.school_year =
           coalesce((select y.school_year from pupil_group y where y.id = $2::uuid), app_school_year())
         left join pupil_group g on g.id = e.group_id
        where p.school_id = $1 and ${stillThere}
          and ($2::uuid is null or e.group_id = $2) and (not $3::boolean or ${incomplete})
          and ${folded(`${nameIn('p')} || ' ' || p.pupil_number`)} like all ($4::text[])
          and ($5::uuid is null or (${sortName}, p.id) > (select ${sortName}, p.id from pupil p where p.id = $5))
        order by ${sortName}, p.id limit $6`,
      [
        actor.schoolId,
        query.groupId ?? null,
        query.incomplete ?? false,
        words.filter(Boolean).map(containing),
        query.pageToken ?? null,
        pageSize + 1,
      ],
    );
    const { items, nextPageToken } = pageAfter(rows, pageSize, query.pageToken);
    await this.recordList(
      actor,
      items.map(({ id }) => id),
    );
    return { items: items.map(toRosterPupil), nextPageToken };
  }

  /** A page of guardians by the name of the pupil. */
  async guardians(actor: Actor, query: Partial<ListGuardiansQuery> = {}): Promise<GuardianPageResponse> {
    const { pageSize = 50 } = query;
    // The page first, the persons after it: row-level security asks something of each person that is joined.
    const rows = await this.db.query<GuardianResponse & Record<string, unknown>>(
      `select w.*, ${nameIn('d')} as name, d.email, d.phone
         from (select u.id, u.pupil_id as "pupilId", u.person_id, u.custody, u.version, ${nameIn('p')} as "pupilName",
                      g.name as "groupName", ${sortName} as "sortName"
                 from guardian u join pupil p on p.id = u.pupil_id
                 left join enrolment e on e.pupil_id = p.id and e.school_year = app_school_year()
                 left join pupil_group g on g.id = e.group_id
                where u.school_id = $1 and ${stillThere} and (not $2::boolean or u.custody is null)
                  and ($5::uuid is null or e.group_id = $5)
                  and ($3::uuid is null or (${sortName}, u.id) > (select ${sortName}, u.id
                    from guardian u join pupil p on p.id = u.pupil_id where u.id = $3))
                order by ${sortName}, u.id limit $4) w
         join person d on d.id = w.person_id
        order by w."sortName", w.id`,
      [actor.schoolId, query.custodyUnknown ?? false, query.pageToken ?? null, pageSize + 1, query.groupId ?? null],
    );
    const { items, nextPageToken } = pageAfter(rows, pageSize, query.pageToken);
    await this.recordList(actor, [...new Set(items.map(({ pupilId }) => pupilId))]);
    return { items: items.map(toGuardian), nextPageToken };
  }

  /** The guardians of one pupil of the school, or 404. */
  async guardiansOf(actor: Actor, pupilId: string): Promise<GuardianResponse[]> {
    const rows = await this.db.query<Omit<GuardianResponse, 'id'> & { id: string | null } & Record<string, unknown>>(
      `select u.id, p.id as "pupilId", u.custody, u.version, ${nameIn('p')} as "pupilName", g.name as "groupName",
              ${nameIn('d')} as name, d.email, d.phone
         from pupil p
         left join enrolment e on e.pupil_id = p.id and e.school_year = app_school_year()
         left join pupil_group g on g.id = e.group_id
         left join guardian u on u.pupil_id = p.id left join person d on d.id = u.person_id
        where p.id = $2 and p.school_id = $1 and ${stillThere} order by d.family_name, d.given_name, u.id`,
      [actor.schoolId, pupilId],
    );
    if (rows.length === 0) throw notFound();
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action: 'section.read',
      role: keeperRole(actor),
      sections: ['profile'],
      basis: 'school-role',
    });
    return rows.flatMap(({ id, ...row }) => (id === null ? [] : [toGuardian({ id, ...row })]));
  }

  /** What the pupil opened to the guardians, and whether he decides that. */
  async guardianSections(actor: Actor, pupilId: string): Promise<GuardianSectionsResponse> {
    const row = await this.db.one<{
      birthDate: string;
      sections: SectionForGuardians[];
      openedAt: Date | null;
      openedOn: string | null;
      version: number;
    }>(
      `select birth_date::text as "birthDate", guardian_sections as sections, guardian_sections_at as "openedAt",
              (guardian_sections_at at time zone 'Europe/Amsterdam')::date::text as "openedOn", version
         from pupil where id = $1 and id = $2`,
      [pupilId, actor.id],
    );
    if (!row) throw notFound();
    const today = this.clock.today();
    return {
      decidesAlone: ageOn(row.birthDate, today) >= DECIDES_ALONE_AT,
      sections: openingCounts(row.birthDate, row.openedOn, today) ? row.sections : [],
      openedAt: row.openedAt,
      version: row.version,
    };
  }

  private async recordList(actor: Actor, pupilIds: string[]): Promise<void> {
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'list.read',
      role: keeperRole(actor),
      sections: ['profile'],
      pupilIds,
    });
  }
}

const toRosterPupil = (row: RosterPupilResponse): RosterPupilResponse => ({
  id: row.id,
  pupilNumber: row.pupilNumber,
  name: row.name,
  birthDate: row.birthDate,
  groupId: row.groupId,
  groupName: row.groupName,
  year: row.year,
  leerweg: row.leerweg,
  profiel: row.profiel,
  complete: isComplete(row),
  custodyUnknown: row.custodyUnknown,
  version: row.version,
});

const toGuardian = (row: GuardianResponse): GuardianResponse => ({
  id: row.id,
  pupilId: row.pupilId,
  pupilName: row.pupilName,
  groupName: row.groupName,
  name: row.name,
  email: row.email,
  phone: row.phone,
  custody: row.custody,
  version: row.version,
});
