import { Injectable } from '@nestjs/common';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { School, SchoolContacts, SchoolKind, SchoolLocation } from './organisations.types.js';

/** Schools are known to everyone who is signed in: nothing here is about a pupil. */
@Injectable()
export class OrganisationsReader {
  constructor(private readonly db: Db) {}

  /** All schools by name, or those of some kinds. */
  async schools(...kinds: SchoolKind[]): Promise<School[]> {
    return this.db.query<School>(
      `select id, name, kind, brin, phone from school
        where cardinality($1::text[]) = 0 or kind = any($1::text[]) order by name, id`,
      [kinds],
    );
  }

  async school(schoolId: string): Promise<School | undefined> {
    return this.db.one<School>('select id, name, kind, brin, phone from school where id = $1', [schoolId]);
  }

  /** A receiving school, or 404. */
  async mbo(schoolId: string): Promise<School> {
    const school = await this.school(schoolId);
    if (school?.kind !== 'mbo') throw notFound();
    return school;
  }

  async locations(schoolId: string): Promise<SchoolLocation[]> {
    return this.db.query<SchoolLocation>(
      `select id, school_id as "schoolId", name, place from location where school_id = $1 order by name, id`,
      [schoolId],
    );
  }

  /** Whom another school calls about a pupil: the school itself and its decanen of today. */
  async schoolContacts(schoolId: string): Promise<SchoolContacts | undefined> {
    return this.db.one<SchoolContacts>(
      `select s.id as "schoolId", s.name, s.phone, coalesce((
          select jsonb_agg(jsonb_build_object('personId', d.id, 'name', d.name, 'email', d.email, 'phone', d.phone)
                           order by d.family_name, d.given_name, d.id)
            from (select p.id, p.family_name, p.given_name, p.email, p.phone,
                         concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name) as name
                    from person p
                   where exists (select from role_assignment r where r.person_id = p.id and r.school_id = s.id
                           and r.role = 'decaan' and r.valid_from <= app_today()
                           and (r.valid_until is null or r.valid_until >= app_today()))) d), '[]') as decanen
         from school s where s.id = $1`,
      [schoolId],
    );
  }
}
