import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'AccessRelations1796000600001';

/**
 * How whoever asks stands to a pupil. Views of the owner, so that they look past row-level security as a definer function
 * does; each holds only what belongs to the one who asks, in the roles of his context. Where rows are many (a school's own,
 * an intaker's), a policy asks the view itself, along an index, without the price of a call; everything else goes through
 * `app_relates`, which keeps the plans small: a policy's subplans are set up for every statement, asked or not. Such a
 * question ends with `offset 0`: a plan that is kept would else read a whole set for one row, when it was made for someone
 * whose set was small. Written apart from src/pupil-access on purpose.
 */
const views: readonly (readonly [name: string, sql: string])[] = [
  // Of my school: who left, and who was erased. Nobody there sees them.
  [
    'app_gone',
    `select p.id from pupil p where (p.left_on is not null or p.erased_at is not null) and p.school_id = app_school()
        and (p.erased_at is not null or p.left_on <= app_today())`,
  ],
  [
    'app_erased',
    `select p.id from pupil p where (p.left_on is not null or p.erased_at is not null) and p.erased_at is not null`,
  ],
  // At home, also of who left: asked together with app_gone.
  [
    'app_mentored',
    `select m.pupil_id from mentor_assignment m
      where app_has('mentor') and m.person_id = app_actor() and m.school_id = app_school()
        and app_today() between m.valid_from and m.valid_until`,
  ],
  [
    'app_taught',
    `select e.pupil_id from enrolment e join teaching_assignment t on t.group_id = e.group_id and t.school_id = e.school_id
      where app_has('teacher') and t.person_id = app_actor() and t.school_id = app_school()
        and app_today() between t.valid_from and t.valid_until
        and e.valid_from <= app_today() and coalesce(e.valid_until, 'infinity') >= app_today()`,
  ],
  // In groups elsewhere in which I am a guest now.
  [
    'app_guests',
    `select e.pupil_id, e.id as enrolment_id from enrolment e
       join guest_assignment t on t.group_id = e.group_id join pupil p on p.id = e.pupil_id
      where app_has('guest-teacher') and t.person_id = app_actor() and t.guest_school_id = app_school()
        and e.school_id <> app_school() and app_today() between t.valid_from and t.valid_until
        and e.valid_from <= app_today() and coalesce(e.valid_until, 'infinity') >= app_today()
        and p.erased_at is null and coalesce(p.left_on, 'infinity') > app_today()`,
  ],
  [
    'app_placed',
    `select l.id, l.pupil_id from placement l
      where l.to_school_id = app_school() and l.school_id <> app_school() and coalesce(l.ended_on, 'infinity') >= app_today()`,
  ],
  // Whoever applied here or is placed here.
  [
    'app_tied',
    `select a.pupil_id from application a
      where a.to_school_id = app_school() and a.school_id <> app_school() and a.withdrawn_at is null
      union all select l.pupil_id from app_placed l`,
  ],
  // Placed here, and I am the SLB'er by name.
  [
    'app_own_students',
    `select s.pupil_id from slb_assignment s
      where app_has('slb') and s.person_id = app_actor()
        and app_today() between s.valid_from and coalesce(s.valid_until, 'infinity')
        and exists (select from app_placed l where l.id = s.placement_id offset 0)`,
  ],
  // Every share that counts at this moment, of anyone with anyone. The application does not reach it.
  [
    'shared_now',
    `select c.pupil_id, c.to_school_id, c.purpose, c.sections from consent c
      where c.withdrawn_at is null and c.in_force_since <= app_now() and app_now() < c.valid_until
        and not exists (select from app_erased e where e.id = c.pupil_id offset 0)`,
  ],
  // What is read away from home: a role for it, a tie, and a share for the purpose of that role.
  [
    'app_shared_for_intake',
    `select s.pupil_id, s.sections from shared_now s
      where app_has('intaker') and s.to_school_id = app_school() and s.purpose = 'intake'
        and exists (select from app_tied t where t.pupil_id = s.pupil_id offset 0)`,
  ],
  [
    'app_shared_with_slb',
    `select s.pupil_id, s.sections from shared_now s
      where app_has('slb') and s.to_school_id = app_school() and s.purpose = 'handover'
        and exists (select from app_own_students t where t.pupil_id = s.pupil_id offset 0)`,
  ],
  // Of whom the support adviser reads the profile, and nothing else.
  [
    'app_shared_with_care',
    `select s.pupil_id from shared_now s
      where app_has('mbo-care') and s.to_school_id = app_school() and s.purpose = 'handover' and 'profile' = any(s.sections)
        and exists (select from app_placed t where t.pupil_id = s.pupil_id offset 0)`,
  ],
];

export class AccessRelations1796000600001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [name, sql] of views) {
      await q.query(`create view ${name} with (security_barrier) as ${sql}`);
      if (name !== 'shared_now') await q.query(`grant select on ${name} to dsd_app`);
    }
    await q.query(`
      -- The pupil who asks, or nobody.
      create function app_self() returns uuid
        language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id from public.pupil p where public.app_kind() = 'pupil' and p.id = public.app_actor() and p.erased_at is null $$;
      create function app_is_gone(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.app_gone g where g.id = p_pupil);
      end $$;
      -- An intaker, and a pupil who applied or is placed at his school.
      create function app_receives(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_has('intaker') and exists (select 1 from public.app_tied t where t.pupil_id = p_pupil)
          and not exists (select 1 from public.app_erased e where e.id = p_pupil);
      end $$;
      -- Do I see one of these of this pupil, of this home school, by a relation or a share? Who sees them of a whole school
      -- (app_wide), the pupil himself and the intaker of a row of which there are many are asked in the policies.
      create function app_relates(p_pupil uuid, p_school uuid, variadic sights text[]) returns boolean
        language plpgsql stable cost 20 security definer set search_path = pg_catalog, public as $$
      declare k text := public.app_kind();
      begin
        if k = 'guardian' then return public.app_sees(p_pupil, variadic sights); end if;
        if k is distinct from 'staff' then return false; end if;
        if p_school = public.app_school() then
          return (public.app_has('mentor') and exists (select 1 from public.app_mentored m where m.pupil_id = p_pupil
              and not exists (select from public.app_gone g where g.id = p_pupil offset 0)))
            or (public.app_has('teacher') and sights && array['roster', 'enrolment'] and public.app_teaches(p_pupil));
        end if;
        if public.app_has('intaker') then
          if exists (select 1 from public.app_shared_for_intake s where s.pupil_id = p_pupil and s.sections && sights) then
            return true;
          end if;
        end if;
        if public.app_has('slb') then
          if exists (select 1 from public.app_shared_with_slb s where s.pupil_id = p_pupil and s.sections && sights) then
            return true;
          end if;
        end if;
        if public.app_has('mbo-care') and sights && array['roster', 'profile', 'handover'] then
          if exists (select 1 from public.app_shared_with_care s where s.pupil_id = p_pupil) then return true; end if;
        end if;
        if public.app_has('slb') and sights && array['roster', 'handover'] then
          if exists (select 1 from public.app_own_students s where s.pupil_id = p_pupil)
            and not exists (select 1 from public.app_erased e where e.id = p_pupil) then return true; end if;
        end if;
        return public.app_has('guest-teacher') and 'roster' = any(sights)
          and exists (select 1 from public.app_guests g where g.pupil_id = p_pupil);
      end $$;
      -- Is this a live application here, of this pupil, for this opleiding?
      create function app_may_place(p_application uuid, p_pupil uuid, p_opleiding uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_has('intaker', 'school-administrator') and exists (select 1 from public.application a
          join public.pupil p on p.id = a.pupil_id and p.erased_at is null
         where a.id = p_application and a.pupil_id = p_pupil and a.opleiding_id = p_opleiding
           and a.to_school_id = public.app_school() and a.school_id <> public.app_school() and a.withdrawn_at is null);
      end $$;
      -- Until when a share for this purpose may last at most: counted from the last start that is planned there.
      create function app_share_until(p_pupil uuid, p_school uuid, p_purpose text) returns timestamptz
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare start date;
      begin
        select max(x.start) into start from (
          select a.planned_start as start from public.application a
           where a.pupil_id = p_pupil and a.to_school_id = p_school and a.withdrawn_at is null
          union all select l.starts_on from public.placement l
           where l.pupil_id = p_pupil and l.to_school_id = p_school and coalesce(l.ended_on, 'infinity') >= public.app_today()) x;
        return case p_purpose
          when 'intake' then make_date(extract(year from start - interval '9 months')::int + 1, 10, 1)
          when 'handover' then make_date(extract(year from start - interval '7 months')::int + 1, 8, 1)
          when 'follow-up' then (start + interval '2 years')::date end::timestamp at time zone 'Europe/Amsterdam';
      end $$;
      revoke execute on function ${made.join(', ')} from public;
      grant execute on function ${made.join(', ')} to dsd_app;
    `);
    await replaceFunctions(q, NAME, [...replaced], replacedSql);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function ${made.join(', ')};
      drop view ${[...views]
        .reverse()
        .map(([name]) => name)
        .join(', ')}`);
  }
}

const made = [
  'app_self()',
  'app_is_gone(uuid)',
  'app_receives(uuid)',
  'app_may_place(uuid, uuid, uuid)',
  'app_share_until(uuid, uuid, text)',
  'app_relates(uuid, uuid, text[])',
] as const;
const replaced = [
  'app_mentors(uuid)',
  'app_teaches(uuid)',
  'app_guards(uuid,boolean,timestamptz)',
  'app_sees(uuid,text[])',
  'app_writes_lob(uuid,uuid)',
  'app_sees_person(uuid)',
  'app_keeps_person(uuid)',
  'app_keeps_account(uuid)',
  'app_hands_out(uuid)',
  'reflections_written(uuid[])',
  'reflections_on(uuid)',
  'consent_keep_answers(uuid,uuid)',
  'roles_now(uuid,uuid)',
] as const;

const plpgsql = 'language plpgsql stable security definer set search_path = pg_catalog, public';
const sql = 'language sql stable security definer set search_path = pg_catalog, public';
/** The same questions, now of pupils who are still there. */
const replacedSql = `
  create or replace function app_mentors(p_pupil uuid) returns boolean ${plpgsql} as $$
  begin
    return exists (select 1 from public.app_mentored m where m.pupil_id = p_pupil) and not public.app_is_gone(p_pupil);
  end $$;
  create or replace function app_teaches(p_pupil uuid) returns boolean ${plpgsql} as $$
  begin
    return exists (select 1 from public.app_taught t where t.pupil_id = p_pupil) and not public.app_is_gone(p_pupil);
  end $$;

  create or replace function app_guards(p_pupil uuid, p_opened boolean, p_opened_at timestamptz) returns boolean ${plpgsql} as $$
  declare years int; opened_at_age int;
  begin
    if public.app_kind() is distinct from 'guardian' then return false; end if;
    select public.app_age(p.birth_date, public.app_today()),
           public.app_age(p.birth_date, (p_opened_at at time zone 'Europe/Amsterdam')::date)
      into years, opened_at_age
      from public.guardian g join public.pupil p on p.id = g.pupil_id
     where g.pupil_id = p_pupil and g.person_id = public.app_actor() and g.custody and p.erased_at is null;
    if not found then return false; end if;
    return years < 16 or (p_opened and (years < 18 or coalesce(opened_at_age, 0) >= 18));
  end $$;

  -- By relation: family, and at home whoever mentors or teaches. What is shared away from home is asked apart.
  create or replace function app_sees(p_pupil uuid, variadic sights text[]) returns boolean ${plpgsql} as $$
  declare k text := public.app_kind(); opened text[]; opened_at timestamptz; birth date; home uuid;
  begin
    if k is null then return false; end if;
    if k = 'pupil' then return coalesce(p_pupil = public.app_self(), false); end if;
    select p.guardian_sections, p.guardian_sections_at, p.birth_date, p.school_id into opened, opened_at, birth, home
      from public.pupil p where p.id = p_pupil;
    if k = 'guardian' then
      if 'consents' = any(sights) or 'guardians' = any(sights) then
        return public.app_guards(p_pupil, false, null);
      end if;
      if sights && array['roster', 'mentor'] then return public.app_guards(p_pupil, true, public.app_now()); end if;
      return public.app_guards(p_pupil, opened && sights and public.app_age(birth,
        (opened_at at time zone 'Europe/Amsterdam')::date) >= 16, opened_at);
    end if;
    if home = public.app_school() then
      if public.app_mentors(p_pupil) then return true; end if;
      return sights && array['roster', 'enrolment'] and public.app_teaches(p_pupil);
    end if;
    return false;
  end $$;

  create or replace function app_writes_lob(p_pupil uuid, p_school uuid) returns boolean ${plpgsql} as $$
  begin
    if public.app_kind() = 'pupil' then return coalesce(p_pupil = public.app_self(), false); end if;
    return public.app_kind() = 'staff' and p_school = public.app_school() and not public.app_is_gone(p_pupil)
      and (public.app_has('decaan', 'lob-coordinator') or public.app_mentors(p_pupil) or public.app_teaches(p_pupil));
  end $$;

  create or replace function app_sees_person(p_person uuid) returns boolean ${plpgsql} as $$
  begin
    return exists (select 1 from public.role_assignment r where r.person_id = p_person)
      or exists (select 1 from public.guardian g where g.person_id = p_person
           and ((g.school_id = public.app_school() and public.app_wide('guardians') and not public.app_is_gone(g.pupil_id))
             or public.app_sees(g.pupil_id, 'guardians')));
  end $$;
  create or replace function app_keeps_person(p_person uuid) returns boolean ${plpgsql} as $$
  begin
    return exists (select 1 from public.guardian g where g.person_id = p_person and g.school_id = public.app_school()
             and not public.app_is_gone(g.pupil_id) and (public.app_keeps_roster() or public.app_mentors(g.pupil_id)))
      or (public.app_has('school-administrator') and exists (select 1 from public.role_assignment r
             where r.person_id = p_person and r.school_id = public.app_school()));
  end $$;
  create or replace function app_keeps_account(p_account uuid) returns boolean ${plpgsql} as $$
  begin
    return exists (select 1 from public.pupil p where p.account_id = p_account and (p.id = public.app_self()
             or (p.school_id = public.app_school() and not public.app_is_gone(p.id)
                  and (public.app_keeps_roster() or public.app_mentors(p.id)))))
      or exists (select 1 from public.person p where p.account_id = p_account
             and (p.id = public.app_actor() or public.app_keeps_person(p.id)));
  end $$;
  create or replace function app_hands_out(p_account uuid) returns boolean ${plpgsql} as $$
  declare holder uuid;
  begin
    if public.app_kind() is distinct from 'staff' then return false; end if;
    if exists (select 1 from public.pupil p where p.account_id = p_account and p.school_id = public.app_school()
         and not public.app_is_gone(p.id) and (public.app_keeps_roster() or public.app_mentors(p.id))) then return true; end if;
    select p.id into holder from public.person p where p.account_id = p_account;
    if exists (select 1 from public.role_assignment r where r.person_id = holder
         and coalesce(r.valid_until, 'infinity') >= public.app_today()) then
      return public.app_has('school-administrator') and not exists (select 1 from public.role_assignment r
        where r.person_id = holder and r.school_id <> public.app_school()
          and coalesce(r.valid_until, 'infinity') >= public.app_today());
    end if;
    return exists (select 1 from public.guardian g where g.person_id = holder and g.school_id = public.app_school()
      and not public.app_is_gone(g.pupil_id) and (public.app_keeps_roster() or public.app_mentors(g.pupil_id)));
  end $$;

  create or replace function reflections_written(p_pupils uuid[]) returns table (pupil_id uuid, written int) ${sql} as $$
    select r.pupil_id, count(*)::int from public.reflection r
     where r.pupil_id = any(p_pupils) and ((r.school_id = public.app_school() and public.app_wide('reflections')
         and not exists (select from public.app_gone g where g.id = r.pupil_id offset 0))
       or public.app_mentors(r.pupil_id) or r.pupil_id = public.app_self())
     group by r.pupil_id $$;
  create or replace function reflections_on(p_log uuid) returns int ${sql} as $$
    select count(*)::int from public.activity a join public.reflection r on r.activity_id = a.id
     where a.log_id = p_log and a.removed_at is null and a.school_id = public.app_school()
       and not exists (select from public.app_gone g where g.id = a.pupil_id offset 0)
       and (public.app_wide('reflections') or public.app_mentors(a.pupil_id)) $$;

  create or replace function consent_keep_answers(p_from uuid, p_to uuid) returns void
    language sql security definer set search_path = pg_catalog, public as $$
    insert into public.consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at)
    select gen_random_uuid(), n.id, a.pupil_id, a.school_id, a.by_role, a.by_id, a.agreed, a.at
      from public.consent o join public.consent n on n.id = p_to and n.pupil_id = o.pupil_id and n.to_school_id = o.to_school_id
           and n.purpose = o.purpose and n.sections <@ o.sections and n.in_force_since is null
           and n.valid_until <= o.valid_until and n.text_version = o.text_version
           and o.in_force_since is not null and coalesce(o.withdrawn_at, public.app_now()) = public.app_now()
      join public.consent_answer a on a.consent_id = o.id and a.by_role = 'guardian'
     where o.id = p_from and o.pupil_id = public.app_self() $$;

  create or replace function roles_now(p_person uuid, p_school uuid) returns text[] ${sql} as $$
    select coalesce(array_agg(distinct x.role), '{}') from (
      select r.role from public.role_assignment r
       where r.person_id = p_person and r.school_id = p_school
         and r.valid_from <= public.app_today() and (r.valid_until is null or r.valid_until >= public.app_today())
      union select 'mentor' where exists (select 1 from public.mentor_assignment m
       where m.person_id = p_person and m.school_id = p_school and public.app_today() between m.valid_from and m.valid_until)
      union select 'teacher' where exists (select 1 from public.teaching_assignment t
       where t.person_id = p_person and t.school_id = p_school and public.app_today() between t.valid_from and t.valid_until)
      union select 'guest-teacher' where exists (select 1 from public.guest_assignment t
       where t.person_id = p_person and t.guest_school_id = p_school and public.app_today() between t.valid_from and t.valid_until)
    ) x where exists (select 1 from public.role_assignment r where r.person_id = p_person and r.school_id = p_school
       and r.valid_from <= public.app_today() and (r.valid_until is null or r.valid_until >= public.app_today())) $$;`;
