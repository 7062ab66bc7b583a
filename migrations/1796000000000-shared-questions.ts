import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'SharedQuestions1796000000000';

/**
 * Two questions that several functions ask get an answer of their own: what someone is at a school now, and which shares
 * of a pupil with a school are in force. And a place to remember what later migrations replace.
 */
export class SharedQuestions1796000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table replaced (
        id int generated always as identity,
        migration text not null, kind text not null, place text not null, name text not null, definition text not null,
        constraint replaced_pkey primary key (id)
      );

      -- What a person is at a school today, by a role or by whom he mentors and teaches. Without any role there: nothing.
      create function roles_now(p_person uuid, p_school uuid) returns text[]
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(array_agg(distinct x.role), '{}') from (
          select r.role from public.role_assignment r
           where r.person_id = p_person and r.school_id = p_school
             and r.valid_from <= public.app_today() and (r.valid_until is null or r.valid_until >= public.app_today())
          union select 'mentor' where exists (select 1 from public.mentor_assignment m
           where m.person_id = p_person and m.school_id = p_school and public.app_today() between m.valid_from and m.valid_until)
          union select 'teacher' where exists (select 1 from public.teaching_assignment t
           where t.person_id = p_person and t.school_id = p_school and public.app_today() between t.valid_from and t.valid_until)
        ) x where exists (select 1 from public.role_assignment r where r.person_id = p_person and r.school_id = p_school
           and r.valid_from <= public.app_today() and (r.valid_until is null or r.valid_until >= public.app_today())) $$;

      -- What of this pupil is shared with this school at this moment, for what, on which ground, until when.
      create function shares_in_force(p_pupil uuid, p_school uuid)
        returns table (share_id uuid, basis text, sections text[], purpose text, until timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select c.id, 'consent', c.sections, c.purpose, c.valid_until from public.consent c
         where c.pupil_id = p_pupil and c.to_school_id = p_school
           and c.withdrawn_at is null and c.in_force_since <= public.app_now() and c.valid_until > public.app_now() $$;
      revoke execute on function roles_now(uuid, uuid), shares_in_force(uuid, uuid) from public;
    `);
    await replaceFunctions(
      q,
      NAME,
      ['begin_request(bytea)', 'pupil_facts(uuid)'],
      `
      create or replace function begin_request(p_token bytea)
        returns table (session_id uuid, kind text, actor_id uuid, name text, school_id uuid, school_name text, roles text[])
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare s public.session%rowtype;
      begin
        select se.* into s from public.session se join public.account a on a.id = se.account_id
         where se.token_hash = p_token and se.ended_at is null and a.disabled_at is null
           and se.last_seen_at > public.app_now() - interval '30 minutes'
           and se.created_at > public.app_now() - interval '10 hours';
        if not found then return; end if;
        if s.last_seen_at < public.app_now() - interval '5 minutes' then
          update public.session se set last_seen_at = public.app_now() where se.id = s.id;
        end if;
        session_id := s.id;

        select p.id, concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name), p.school_id, sc.name
          into actor_id, name, school_id, school_name
          from public.pupil p join public.school sc on sc.id = p.school_id where p.account_id = s.account_id;
        if found then
          kind := 'pupil'; roles := array['pupil'];
        else
          select p.id, concat_ws(' ', nullif(p.given_name, ''), nullif(p.infix, ''), p.family_name)
            into actor_id, name from public.person p where p.account_id = s.account_id;
          if not found then return; end if;
          if s.school_id is null then
            kind := 'guardian'; roles := array['guardian'];
          else
            kind := 'staff';
            select sc.id, sc.name into school_id, school_name from public.school sc where sc.id = s.school_id;
            roles := public.roles_now(actor_id, s.school_id);
            if roles = '{}' then return; end if;
          end if;
        end if;
        perform set_config('app.actor', actor_id::text, true), set_config('app.kind', kind, true),
                set_config('app.school', coalesce(school_id::text, ''), true),
                set_config('app.roles', array_to_string(roles, ','), true);
        return next;
      end $$;

      create or replace function pupil_facts(p_pupil uuid) returns jsonb
        language sql stable security definer set search_path = pg_catalog, public as $$
        select jsonb_build_object(
          'pupilId', p.id, 'schoolId', p.school_id, 'birthDate', p.birth_date,
          'guardianSections', p.guardian_sections,
          'guardianSectionsOn', (p.guardian_sections_at at time zone 'Europe/Amsterdam')::date,
          'mentor', exists (select from public.mentor_assignment m where m.pupil_id = p.id and m.person_id = public.app_actor()
             and m.valid_from <= public.app_today() and m.valid_until >= public.app_today()),
          'teacher', exists (select from public.enrolment e join public.teaching_assignment t on t.group_id = e.group_id
             where e.pupil_id = p.id and t.person_id = public.app_actor()
               and t.valid_from <= public.app_today() and t.valid_until >= public.app_today()
               and e.valid_from <= public.app_today() and (e.valid_until is null or e.valid_until >= public.app_today())),
          'custody', (select g.custody from public.guardian g where g.pupil_id = p.id and g.person_id = public.app_actor()),
          'reflectionsOpened', exists (select from public.reflection r where r.pupil_id = p.id and r.opened_to_guardian_at is not null
             and (public.app_age(p.birth_date, public.app_today()) < 18
               or public.app_age(p.birth_date, (r.opened_to_guardian_at at time zone 'Europe/Amsterdam')::date) >= 18)),
          'applied', exists (select from public.application a where a.pupil_id = p.id
             and a.to_school_id = public.app_school() and a.withdrawn_at is null),
          'shares', coalesce((select jsonb_agg(jsonb_build_object('shareId', s.share_id, 'basis', s.basis, 'sections', s.sections,
               'purpose', s.purpose, 'until', s.until)) from public.shares_in_force(p.id, public.app_school()) s), '[]'))
        from public.pupil p where p.id = p_pupil $$;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function shares_in_force(uuid, uuid); drop function roles_now(uuid, uuid);
      drop table replaced`);
  }
}
