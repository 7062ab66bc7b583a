import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'LeavingAndFacts1796000600004';

/**
 * Nobody at school sees who left, so leaving and coming back have ways of their own, for whoever keeps the roster. And the
 * facts of the first wall, now for any person at any school.
 */
export class LeavingAndFacts1796000600004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      revoke update (left_on) on pupil from dsd_app;

      -- These pupils left today; answers how many.
      create function pupils_leave(p_pupils uuid[]) returns int
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare n int;
      begin
        if not public.app_keeps_roster() then raise insufficient_privilege; end if;
        update public.pupil p set left_on = public.app_today(), version = p.version + 1
         where p.id = any(p_pupils) and p.school_id = public.app_school() and p.erased_at is null
           and coalesce(p.left_on, 'infinity') > public.app_today();
        get diagnostics n = row_count;
        return n;
      end $$;
      -- These are back; what else changed of them is written as of anyone.
      create function pupils_return(p_pupils uuid[]) returns int
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare n int;
      begin
        if not public.app_keeps_roster() then raise insufficient_privilege; end if;
        update public.pupil p set left_on = null
         where p.id = any(p_pupils) and p.school_id = public.app_school() and p.erased_at is null and p.left_on is not null;
        get diagnostics n = row_count;
        return n;
      end $$;
      -- Who left, to compare a roster with: someone may be back.
      create function pupils_who_left() returns table (id uuid, pupil_number text, given_name text, register_name text, infix text,
          family_name text, birth_date date, email text, left_on date, version int, school_year int, group_name text, year int,
          leerweg text, profiel text, guardians jsonb)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id, p.pupil_number, p.given_name, p.register_name, p.infix, p.family_name, p.birth_date, p.email, p.left_on, p.version,
               e.school_year, g.name, e.year, e.leerweg, e.profiel,
               coalesce((select jsonb_agg(jsonb_build_object('personId', u.person_id, 'custody', u.custody, 'email', d.email,
                   'name', concat_ws(' ', nullif(d.given_name, ''), nullif(d.infix, ''), d.family_name)) order by u.person_id)
                 from public.guardian u join public.person d on d.id = u.person_id where u.pupil_id = p.id), '[]')
          from public.pupil p
          left join lateral (select * from public.enrolment n where n.pupil_id = p.id order by n.school_year desc limit 1) e on true
          left join public.pupil_group g on g.id = e.group_id
         where p.school_id = public.app_school() and public.app_keeps_roster() and p.erased_at is null
           and p.left_on <= public.app_today() $$;

      -- What is true between one pupil and one person at one school now; src/pupil-access decides on nothing else. Looks past
      -- row-level security, and is not for the application to call with anyone's name.
      create function facts_between(p_pupil uuid, p_person uuid, p_school uuid) returns jsonb
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return (select jsonb_build_object(
          'pupilId', p.id, 'schoolId', p.school_id, 'birthDate', p.birth_date, 'leftOn', p.left_on, 'erased', p.erased_at is not null,
          'guardianSections', p.guardian_sections,
          'guardianSectionsOn', (p.guardian_sections_at at time zone 'Europe/Amsterdam')::date,
          'mentor', exists (select from public.mentor_assignment m where m.pupil_id = p.id and m.person_id = p_person
             and m.valid_from <= public.app_today() and m.valid_until >= public.app_today()),
          'teacher', exists (select from public.enrolment e join public.teaching_assignment t on t.group_id = e.group_id
             where e.pupil_id = p.id and t.person_id = p_person and t.school_id = p.school_id
               and t.valid_from <= public.app_today() and t.valid_until >= public.app_today()
               and e.valid_from <= public.app_today() and (e.valid_until is null or e.valid_until >= public.app_today())),
          'guest', exists (select from public.enrolment e join public.guest_assignment t on t.group_id = e.group_id
             where e.pupil_id = p.id and t.person_id = p_person and t.guest_school_id = p_school
               and t.valid_from <= public.app_today() and t.valid_until >= public.app_today()
               and e.valid_from <= public.app_today() and (e.valid_until is null or e.valid_until >= public.app_today())),
          'custody', (select g.custody from public.guardian g where g.pupil_id = p.id and g.person_id = p_person),
          'reflectionsOpened', exists (select from public.reflection r where r.pupil_id = p.id and r.opened_to_guardian_at is not null
             and (public.app_age(p.birth_date, public.app_today()) < 18
               or public.app_age(p.birth_date, (r.opened_to_guardian_at at time zone 'Europe/Amsterdam')::date) >= 18)),
          'applied', exists (select from public.application a where a.pupil_id = p.id
             and a.to_school_id = p_school and a.withdrawn_at is null),
          'placed', exists (select from public.placement l where l.pupil_id = p.id and l.to_school_id = p_school
             and (l.ended_on is null or l.ended_on >= public.app_today())),
          'slb', exists (select from public.placement l join public.slb_assignment s on s.placement_id = l.id
             where l.pupil_id = p.id and l.to_school_id = p_school and (l.ended_on is null or l.ended_on >= public.app_today())
               and s.person_id = p_person and s.valid_from <= public.app_today()
               and (s.valid_until is null or s.valid_until >= public.app_today())),
          'shares', coalesce((select jsonb_agg(jsonb_build_object('shareId', s.share_id, 'basis', s.basis, 'sections', s.sections,
               'purpose', s.purpose, 'until', s.until)) from public.shares_in_force(p.id, p_school) s), '[]'))
        from public.pupil p where p.id = p_pupil);
      end $$;

      revoke execute on function pupils_leave(uuid[]), pupils_return(uuid[]), pupils_who_left(), facts_between(uuid, uuid, uuid)
        from public;
      grant execute on function pupils_leave(uuid[]), pupils_return(uuid[]), pupils_who_left() to dsd_app;
    `);
    await replaceFunctions(
      q,
      NAME,
      ['pupil_facts(uuid)'],
      `create or replace function pupil_facts(p_pupil uuid) returns jsonb
         language sql stable security definer set search_path = pg_catalog, public as $$
         select public.facts_between(p_pupil, public.app_actor(), public.app_school()) $$`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function facts_between(uuid, uuid, uuid); drop function pupils_who_left();
      drop function pupils_return(uuid[]); drop function pupils_leave(uuid[]);
      grant update (left_on) on pupil to dsd_app`);
  }
}
