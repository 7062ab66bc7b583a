import { Injectable } from '@nestjs/common';
import { OrganisationsReader } from '../organisations/organisations.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { pageAfter } from '../platform/page-token.js';
import type { StaffListResponse, StaffQuery, StaffResponse } from './people.dto.js';
import { rolesAt, type StaffRole } from './roles.rules.js';

const pageSize = 100;

/** Staff of one school, with what they are there. $1 is the school; what follows narrows it down. */
const staffOfSchool = `
  select p.id, p.given_name as "givenName", p.infix, p.family_name as "familyName", p.email, p.phone,
         concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name) as name,
         case when a.id is not null then jsonb_build_object('login', a.login, 'activated', a.activated_at is not null,
           'disabled', a.disabled_at is not null, 'secondFactor', account_has_factor(a.id)) end as account,
         (select jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'from', r.valid_from, 'until', r.valid_until,
            'current', r.valid_from <= app_today() and (r.valid_until is null or r.valid_until >= app_today()),
            'ended', coalesce(r.valid_until < app_today(), false))
            order by r.valid_until is not null, r.role, r.valid_from, r.id)
            from role_assignment r where r.person_id = p.id and r.school_id = $1) as roles,
         exists (select from mentor_assignment m where m.person_id = p.id and m.school_id = $1
                    and app_today() between m.valid_from and m.valid_until) as mentor,
         exists (select from teaching_assignment t where t.person_id = p.id and t.school_id = $1
                    and app_today() between t.valid_from and t.valid_until) as teacher
    from person p left join account a on a.id = p.account_id
   where exists (select from role_assignment r where r.person_id = p.id and r.school_id = $1)`;

/** Who works at the school of the administrator who asks. */
@Injectable()
export class PeopleReader {
  constructor(
    private readonly db: Db,
    private readonly organisations: OrganisationsReader,
  ) {}

  /** By family name, a hundred at a time; also those whose roles have ended. */
  async staff(actor: Actor, { search = '', pageToken }: StaffQuery = {}): Promise<StaffListResponse> {
    const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.db.query<StaffResponse>(
      `${staffOfSchool}
         and ($2 = '%%' or p.email ilike $2
              or concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name) ilike $2)
         and ($3::uuid is null or (lower(p.family_name), lower(p.given_name), p.id) >
              (select lower(p.family_name), lower(p.given_name), p.id from person p where p.id = $3))
       order by lower(p.family_name), lower(p.given_name), p.id limit ${pageSize + 1}`,
      [actor.schoolId, pattern, pageToken ?? null],
    );
    return pageAfter(rows, pageSize, pageToken);
  }

  /** What someone can be at this school. */
  async possibleRoles(actor: Actor): Promise<readonly StaffRole[]> {
    const school = actor.schoolId ? await this.organisations.school(actor.schoolId) : undefined;
    return school ? rolesAt(school.kind) : [];
  }

  /** One of them; out of sight is not there. */
  async member(actor: Actor, personId: string): Promise<StaffResponse> {
    const member = await this.db.one<StaffResponse>(`${staffOfSchool} and p.id = $2`, [actor.schoolId, personId]);
    if (!member) throw notFound();
    return member;
  }
}
