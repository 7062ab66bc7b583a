import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Everyone who could be asked about a pupil's dossier at all: whoever works at the home school, at a school with an
 * application, a placement or a share, or is a guest in the group, and the guardians. What each of them may read is not
 * said here: src/pupil-access decides that, from the same facts as when they ask themselves.
 */
export class WhoMay1796000700006 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- For the pupil, and under 16 a guardian with custody; a row without a person is about the school itself.
      create function people_around(p_pupil uuid) returns table (kind text, person_id uuid, name text, school_id uuid, school_name text,
          roles text[], facts jsonb, last_days jsonb)
        language sql stable security definer set search_path = pg_catalog, public as $$
        with pupil as materialized (select p.id, p.school_id from public.pupil p
            where p.id = p_pupil and p.erased_at is null and (p.id = public.app_self() or public.app_guards(p.id, false, null))),
          enrolled as materialized (select e.group_id, e.valid_until from pupil join public.enrolment e on e.pupil_id = pupil.id
            where e.valid_from <= public.app_today() and coalesce(e.valid_until, 'infinity') >= public.app_today()),
          schools as materialized (
            select pupil.school_id as id from pupil
            union select a.to_school_id from pupil join public.application a on a.pupil_id = pupil.id where a.withdrawn_at is null
            union select l.to_school_id from pupil join public.placement l on l.pupil_id = pupil.id
             where coalesce(l.ended_on, 'infinity') >= public.app_today()
            union select s.to_school_id from pupil join public.shared_now s on s.pupil_id = pupil.id),
          staff as materialized (
            select r.person_id, r.school_id from public.role_assignment r join schools on schools.id = r.school_id
             where r.valid_from <= public.app_today() and coalesce(r.valid_until, 'infinity') >= public.app_today()
            union select g.person_id, g.guest_school_id from public.guest_assignment g join enrolled on enrolled.group_id = g.group_id
             where public.app_today() between g.valid_from and g.valid_until)
        select 'school', null::uuid, null, sc.id, sc.name, '{}'::text[], public.facts_between(pupil.id, null, sc.id), null::jsonb
          from pupil, schools join public.school sc on sc.id = schools.id
        union all
        select 'staff', d.id, concat_ws(' ', nullif(d.given_name, ''), nullif(d.infix, ''), d.family_name), sc.id, sc.name,
               public.roles_now(d.id, sc.id), public.facts_between(pupil.id, d.id, sc.id),
               jsonb_build_object(
                 'mentor', (select max(m.valid_until) from public.mentor_assignment m where m.pupil_id = pupil.id and m.person_id = d.id
                    and public.app_today() between m.valid_from and m.valid_until),
                 'teacher', (select max(least(t.valid_until, e.valid_until)) from public.teaching_assignment t
                    join enrolled e on e.group_id = t.group_id where t.person_id = d.id and t.school_id = sc.id
                     and public.app_today() between t.valid_from and t.valid_until),
                 'guest-teacher', (select max(least(t.valid_until, e.valid_until)) from public.guest_assignment t
                    join enrolled e on e.group_id = t.group_id where t.person_id = d.id and t.guest_school_id = sc.id
                     and public.app_today() between t.valid_from and t.valid_until),
                 'slb', (select nullif(max(least(coalesce(b.valid_until, 'infinity'), coalesce(l.ended_on, 'infinity'))), 'infinity')
                    from public.slb_assignment b join public.placement l on l.id = b.placement_id
                   where b.pupil_id = pupil.id and b.person_id = d.id and b.to_school_id = sc.id
                     and public.app_today() between b.valid_from and coalesce(b.valid_until, 'infinity')))
          from pupil, staff join public.person d on d.id = staff.person_id join public.school sc on sc.id = staff.school_id
          left join public.account a on a.id = d.account_id where a.disabled_at is null
        union all
        select 'guardian', d.id, concat_ws(' ', nullif(d.given_name, ''), nullif(d.infix, ''), d.family_name), null, null,
               array['guardian'], public.facts_between(pupil.id, d.id, null), null
          from pupil join public.guardian g on g.pupil_id = pupil.id join public.person d on d.id = g.person_id
          left join public.account a on a.id = d.account_id where a.disabled_at is null $$;
      revoke execute on function people_around(uuid) from public;
      grant execute on function people_around(uuid) to dsd_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop function people_around(uuid)');
  }
}
