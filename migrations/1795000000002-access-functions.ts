import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the second wall asks. Written apart from src/pupil-access on purpose: two answers that were made the same way
 * are wrong the same way. "Sights" are sections, plus what hangs between them: `roster` (name, birth date), `enrolment`,
 * `mentor` (who mentors), `guardians`, `consents`.
 */
export class AccessFunctions1795000000002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Does one of my roles see this of every pupil of my school?
      create function app_wide(sight text) returns boolean language sql stable parallel safe as $$
        select app_kind() = 'staff' and case sight
          when 'roster' then app_has('decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator')
          when 'enrolment' then app_has('decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator')
          when 'guardians' then app_has('decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator')
          when 'mentor' then app_has('decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator')
          when 'consents' then app_has('decaan', 'lob-coordinator')
          when 'lob' then app_has('decaan', 'lob-coordinator', 'care-coordinator')
          when 'reflections' then app_has('decaan', 'lob-coordinator')
          else false end $$;

      create function app_mentors(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_kind() = 'staff' and exists (select 1 from public.mentor_assignment m where m.pupil_id = p_pupil
          and m.person_id = public.app_actor() and m.school_id = public.app_school()
          and public.app_today() between m.valid_from and m.valid_until);
      end $$;

      create function app_teaches(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_kind() = 'staff' and exists (select 1 from public.teaching_assignment t
          join public.enrolment e on e.group_id = t.group_id
         where e.pupil_id = p_pupil and t.person_id = public.app_actor() and t.school_id = public.app_school()
           and public.app_today() between t.valid_from and t.valid_until
           and e.valid_from <= public.app_today() and coalesce(e.valid_until, 'infinity') >= public.app_today());
      end $$;

      -- A guardian with custody: everything that is not private under 16, what was opened from then on, anew from 18.
      create function app_guards(p_pupil uuid, p_opened boolean, p_opened_at timestamptz) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare years int; opened_at_age int;
      begin
        if public.app_kind() is distinct from 'guardian' then return false; end if;
        select public.app_age(p.birth_date, public.app_today()),
               public.app_age(p.birth_date, (p_opened_at at time zone 'Europe/Amsterdam')::date)
          into years, opened_at_age
          from public.guardian g join public.pupil p on p.id = g.pupil_id
         where g.pupil_id = p_pupil and g.person_id = public.app_actor() and g.custody;
        if not found then return false; end if;
        return years < 16 or (p_opened and (years < 18 or coalesce(opened_at_age, 0) >= 18));
      end $$;

      create function app_applied_here(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_has('intaker') and exists (select 1 from public.application a
          where a.pupil_id = p_pupil and a.to_school_id = public.app_school() and a.withdrawn_at is null);
      end $$;

      -- May I see one of these sights of this pupil, by relation or by share (school-wide roles are app_wide)?
      create function app_sees(p_pupil uuid, variadic sights text[]) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare me uuid := public.app_actor(); k text := public.app_kind(); opened text[]; opened_at timestamptz; birth date; home uuid;
      begin
        if me is null then return false; end if;
        if k = 'pupil' then return p_pupil = me; end if;
        if k = 'guardian' then
          select p.guardian_sections, p.guardian_sections_at, p.birth_date into opened, opened_at, birth
            from public.pupil p where p.id = p_pupil;
          if 'consents' = any(sights) or 'guardians' = any(sights) then
            return public.app_guards(p_pupil, false, null);
          end if;
          if sights && array['roster', 'mentor'] then return public.app_guards(p_pupil, true, public.app_now()); end if;
          return public.app_guards(p_pupil, opened && sights and public.app_age(birth,
            (opened_at at time zone 'Europe/Amsterdam')::date) >= 16, opened_at);
        end if;
        select p.school_id into home from public.pupil p where p.id = p_pupil;
        if home = public.app_school() then
          if public.app_mentors(p_pupil) then return true; end if;
          return sights && array['roster', 'enrolment'] and public.app_teaches(p_pupil);
        end if;
        if not public.app_applied_here(p_pupil) then return false; end if;
        return 'roster' = any(sights) or exists (select 1 from public.consent c
          where c.pupil_id = p_pupil and c.to_school_id = public.app_school() and c.purpose = 'intake'
            and c.in_force_since <= public.app_now() and c.withdrawn_at is null and public.app_now() < c.valid_until
            and c.sections && sights);
      end $$;

      -- May I write this pupil's lob? A teacher only where he teaches now.
      create function app_writes_lob(p_pupil uuid, p_school uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if public.app_kind() = 'pupil' then return p_pupil = public.app_actor(); end if;
        return public.app_kind() = 'staff' and p_school = public.app_school()
          and (public.app_has('decaan', 'lob-coordinator') or public.app_mentors(p_pupil) or public.app_teaches(p_pupil));
      end $$;

      create function app_keeps_roster() returns boolean language sql stable parallel safe as $$
        select app_kind() = 'staff' and app_has('school-administrator', 'decaan') $$;

      -- People: staff are known to everyone who is signed in; a guardian to the pupil's own circle.
      create function app_sees_person(p_person uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.role_assignment r where r.person_id = p_person)
          or exists (select 1 from public.guardian g where g.person_id = p_person
               and ((g.school_id = public.app_school() and public.app_wide('guardians')) or public.app_sees(g.pupil_id, 'guardians')));
      end $$;
      create function app_keeps_person(p_person uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.guardian g where g.person_id = p_person and g.school_id = public.app_school()
                 and (public.app_keeps_roster() or public.app_mentors(g.pupil_id)))
          or (public.app_has('school-administrator') and exists (select 1 from public.role_assignment r
                 where r.person_id = p_person and r.school_id = public.app_school()));
      end $$;
      -- Accounts: my own, and those for which I print letters.
      create function app_keeps_account(p_account uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.pupil p where p.account_id = p_account and (p.id = public.app_actor()
                 or (p.school_id = public.app_school() and (public.app_keeps_roster() or public.app_mentors(p.id)))))
          or exists (select 1 from public.person p where p.account_id = p_account
                 and (p.id = public.app_actor() or public.app_keeps_person(p.id)));
      end $$;

      -- Whoever gets a new code for an account becomes its holder. So a mentor does it for pupils and for guardians who
      -- are nothing else, and the administrator for staff who work nowhere else.
      create function app_hands_out(p_account uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare holder uuid;
      begin
        if public.app_kind() is distinct from 'staff' then return false; end if;
        if exists (select 1 from public.pupil p where p.account_id = p_account and p.school_id = public.app_school()
             and (public.app_keeps_roster() or public.app_mentors(p.id))) then return true; end if;
        select p.id into holder from public.person p where p.account_id = p_account;
        if exists (select 1 from public.role_assignment r where r.person_id = holder
             and coalesce(r.valid_until, 'infinity') >= public.app_today()) then
          return public.app_has('school-administrator') and not exists (select 1 from public.role_assignment r
            where r.person_id = holder and r.school_id <> public.app_school()
              and coalesce(r.valid_until, 'infinity') >= public.app_today());
        end if;
        return exists (select 1 from public.guardian g where g.person_id = holder and g.school_id = public.app_school()
          and (public.app_keeps_roster() or public.app_mentors(g.pupil_id)));
      end $$;

      -- Accounts under a login that nobody has: the first choice, else the name, else the name with a number. A function,
      -- because nobody may see which logins there are.
      create function open_accounts(p_wanted jsonb) returns table (account_id uuid, account_login text)
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare w record; n int;
      begin
        if public.app_kind() is distinct from 'staff' then raise insufficient_privilege; end if;
        for w in select * from jsonb_to_recordset(p_wanted) as x(id uuid, email text, base text) loop
          n := case when w.email is null then 1 else 0 end;
          loop
            account_login := case n when 0 then w.email when 1 then w.base else w.base || n end;
            insert into public.account (id, login, created_at) values (w.id, account_login, public.app_now())
              on conflict (login) do nothing;
            exit when found;
            n := n + 1;
          end loop;
          account_id := w.id;
          return next;
        end loop;
      end $$;

      -- Until when a share with this school may last: 1 October after the planned start of the last live application.
      create function app_intake_until(p_pupil uuid, p_school uuid) returns timestamptz
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return (select max(make_date(extract(year from a.planned_start - interval '9 months')::int + 1, 10, 1))::timestamp
                  at time zone 'Europe/Amsterdam'
                  from public.application a
                 where a.pupil_id = p_pupil and a.to_school_id = p_school and a.withdrawn_at is null);
      end $$;

      -- Is every needed yes there? From 16 that of the pupil, given since then; before that the pupil's and one of a guardian
      -- with custody, and no no of another.
      create function consent_complete(p_consent uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare said record; born date;
      begin
        select p.birth_date into born from public.consent c join public.pupil p on p.id = c.pupil_id where c.id = p_consent;
        select bool_or(a.agreed) filter (where a.by_id = a.pupil_id) as pupil,
               bool_or(public.app_age(born, (a.at at time zone 'Europe/Amsterdam')::date) >= 16)
                 filter (where a.by_id = a.pupil_id) as alone,
               bool_and(a.agreed) filter (where g.custody) as guardians
          into said
          from public.consent_answer a left join public.guardian g on g.pupil_id = a.pupil_id and g.person_id = a.by_id
         where a.consent_id = p_consent;
        if public.app_age(born, public.app_today()) >= 16 then return coalesce(said.pupil and said.alone, false); end if;
        return coalesce(said.pupil and said.guardians, false);
      end $$;

      -- A share that gets narrower, and does not last longer, keeps the guardians' answers to the same text. Only for the
      -- pupil, and only from his own earlier share.
      create function consent_keep_answers(p_from uuid, p_to uuid) returns void
        language sql security definer set search_path = pg_catalog, public as $$
        insert into public.consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at)
        select gen_random_uuid(), n.id, a.pupil_id, a.school_id, a.by_role, a.by_id, a.agreed, a.at
          from public.consent o join public.consent n on n.id = p_to and n.pupil_id = o.pupil_id and n.to_school_id = o.to_school_id
               and n.sections <@ o.sections and n.in_force_since is null
               and n.valid_until <= o.valid_until and n.text_version = o.text_version
               and o.in_force_since is not null and coalesce(o.withdrawn_at, public.app_now()) = public.app_now()
          join public.consent_answer a on a.consent_id = o.id and a.by_role = 'guardian'
         where o.id = p_from and o.pupil_id = public.app_actor() and public.app_kind() = 'pupil' $$;

      -- The privacy officer sees a number, not a name; and only of his own school.
      create function pupil_number_for_audit(p_pupil uuid) returns text
        language sql stable security definer set search_path = pg_catalog, public as $$
        select p.pupil_number from public.pupil p
         where p.id = p_pupil and p.school_id = public.app_school() and public.app_has('privacy-officer') $$;

      -- How many reflections there are, never what they say: for whoever guides these pupils.
      create function reflections_written(p_pupils uuid[]) returns table (pupil_id uuid, written int)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select r.pupil_id, count(*)::int from public.reflection r
         where r.pupil_id = any(p_pupils) and ((r.school_id = public.app_school() and public.app_wide('reflections'))
           or public.app_mentors(r.pupil_id) or r.pupil_id = public.app_actor())
         group by r.pupil_id $$;

      -- On how many rows of a class log a reflection was written, never what it says: for whoever guides those pupils.
      create function reflections_on(p_log uuid) returns int
        language sql stable security definer set search_path = pg_catalog, public as $$
        select count(*)::int from public.activity a join public.reflection r on r.activity_id = a.id
         where a.log_id = p_log and a.removed_at is null and a.school_id = public.app_school()
           and (public.app_wide('reflections') or public.app_mentors(a.pupil_id)) $$;

      -- The facts that src/pupil-access decides on: relation of the actor of this request to one pupil. Null: no such pupil.
      create function pupil_facts(p_pupil uuid) returns jsonb
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
          'shares', coalesce((select jsonb_agg(jsonb_build_object('consentId', c.id, 'sections', c.sections, 'purpose', c.purpose,
               'until', c.valid_until)) from public.consent c where c.pupil_id = p.id and c.to_school_id = public.app_school()
             and c.withdrawn_at is null and c.in_force_since <= public.app_now() and c.valid_until > public.app_now()), '[]'))
        from public.pupil p where p.id = p_pupil $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function open_accounts(jsonb); drop function app_hands_out(uuid);
      drop function pupil_facts(uuid); drop function consent_complete(uuid); drop function app_intake_until(uuid, uuid);
      drop function reflections_on(uuid); drop function reflections_written(uuid[]); drop function pupil_number_for_audit(uuid); drop function consent_keep_answers(uuid, uuid); drop function app_keeps_account(uuid); drop function app_keeps_person(uuid);
      drop function app_sees_person(uuid); drop function app_keeps_roster(); drop function app_writes_lob(uuid, uuid);
      drop function app_sees(uuid, text[]); drop function app_applied_here(uuid);
      drop function app_guards(uuid, boolean, timestamptz); drop function app_teaches(uuid); drop function app_mentors(uuid);
      drop function app_wide(text);
    `);
  }
}
