import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'EmergencyAccess1796000800000';

/**
 * Access in an emergency: a life-threatening situation. Sixty minutes, the profile and nothing else, read only; for one
 * person where he acts. Written apart from src/pupil-access on purpose.
 */
export class EmergencyAccess1796000800000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table emergency_access (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        person_id uuid not null,
        at_school_id uuid not null,
        role text not null,
        reason text not null,
        opened_at timestamptz not null,
        ended_at timestamptz,
        review_outcome text,
        review_note text,
        reviewed_by uuid,
        reviewed_at timestamptz,
        version integer not null default '1',
        constraint emergency_access_pkey primary key (id)
      );
      create index emergency_access_person_id_opened_at_idx on emergency_access (person_id, opened_at);
      create index emergency_access_school_id_opened_at_idx on emergency_access (school_id, opened_at);
      create index emergency_access_pupil_id_opened_at_idx on emergency_access (pupil_id, opened_at);
      alter table emergency_access add constraint emergency_access_pupil_id_school_id_fkey
        foreign key (pupil_id, school_id) references pupil(id,school_id);
      alter table emergency_access add constraint emergency_access_person_id_fkey foreign key (person_id) references person(id);
      alter table emergency_access add constraint emergency_access_at_school_id_fkey foreign key (at_school_id) references school(id);

      -- May whoever asks open this pupil in an emergency: anyone who works at the home school, or where the pupil is placed?
      create function app_may_open_emergency(p_pupil uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_kind() = 'staff' and public.app_actor() is not null and exists (
          select 1 from public.pupil p where p.id = p_pupil and p.erased_at is null
             and case when p.school_id = public.app_school() then coalesce(p.left_on, 'infinity') > public.app_today()
                   else exists (select from public.app_placed l where l.pupil_id = p.id offset 0) end);
      end $$;
      -- Whom I opened less than an hour ago, acting where I act now. The hour itself does not count any more.
      create view app_emergencies with (security_barrier) as
        select e.id, e.pupil_id from emergency_access e
         where e.person_id = app_actor() and e.at_school_id = app_school() and e.ended_at is null
           and e.opened_at <= app_now() and app_now() < e.opened_at + interval '60 minutes'
           and app_may_open_emergency(e.pupil_id);

      alter table emergency_access enable row level security;
      alter table emergency_access force row level security;
      create policy emergency_access_owner on emergency_access to ${owner} using (true) with check (true);
      create policy emergency_access_select on emergency_access for select to dsd_app using (
        (person_id = (select app_actor()) and at_school_id = (select app_school()))
        or (school_id = (select app_school()) and (select app_has('privacy-officer'))));
      create policy emergency_access_insert on emergency_access for insert to dsd_app with check (
        person_id = (select app_actor()) and at_school_id = (select app_school()) and (select app_has(role))
        and opened_at = (select app_now()) and ended_at is null and reviewed_at is null and reviewed_by is null
        and review_outcome is null and review_note is null and char_length(reason) between 20 and 500
        and app_may_open_emergency(pupil_id));
      create policy emergency_access_update on emergency_access for update to dsd_app using (
        (person_id = (select app_actor()) and at_school_id = (select app_school()))
        or (school_id = (select app_school()) and (select app_has('privacy-officer'))));
      grant select, insert, update (ended_at, review_outcome, review_note, reviewed_by, reviewed_at, version)
        on emergency_access to dsd_app;

      -- Whoever opened it ends it, once and now; the privacy officer of the home school says what it was, under the own name,
      -- and nobody says so of what he opened himself.
      create function guard_emergency_access() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare ends boolean; reviews boolean;
      begin
        ends := new.ended_at is distinct from old.ended_at;
        reviews := (new.review_outcome, new.review_note, new.reviewed_by, new.reviewed_at)
          is distinct from (old.review_outcome, old.review_note, old.reviewed_by, old.reviewed_at);
        if (ends and (old.ended_at is not null or new.ended_at is distinct from public.app_now()
                or old.person_id is distinct from public.app_actor()))
           or (reviews and (new.review_outcome is null or new.review_note is null or new.reviewed_by is distinct from public.app_actor()
                or new.reviewed_at is distinct from public.app_now() or old.school_id is distinct from public.app_school()
                or not public.app_has('privacy-officer') or old.person_id = public.app_actor())) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard before update on emergency_access for each row when (current_user = 'dsd_app')
        execute function guard_emergency_access();

      -- Who it is, by the whole family name and the birth date, among those whom one may open. Nothing else can be asked, so
      -- that nobody leafs through a school.
      create function emergency_search(p_family_name text, p_birth_date date) returns table (pupil_id uuid, name text, school text, group_name text)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id, concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name), s.name,
               (select g.name from public.enrolment e join public.pupil_group g on g.id = e.group_id
                 where e.pupil_id = p.id order by e.school_year desc limit 1)
          from public.pupil p join public.school s on s.id = p.school_id
         where p.birth_date = p_birth_date
           and lower(btrim(p_family_name)) in (lower(p.family_name), lower(concat_ws(' ', nullif(p.infix, ''), p.family_name)))
           and (p.school_id = public.app_school() or exists (select from public.app_placed l where l.pupil_id = p.id offset 0))
           and public.app_may_open_emergency(p.id)
         order by 2, p.id limit 5 $$;

      -- Told to the family for two weeks: that it happened, when, and who. Not the reason: it may be about home.
      create function emergency_notices(p_pupil uuid) returns table (opened_at timestamptz, who text, role text, school text)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select e.opened_at, concat_ws(' ', nullif(w.given_name, ''), nullif(w.infix, ''), w.family_name), e.role, s.name
          from public.emergency_access e join public.person w on w.id = e.person_id join public.school s on s.id = e.at_school_id
         where e.pupil_id = p_pupil and e.opened_at > public.app_now() - interval '14 days'
           and (p_pupil = public.app_self() or (public.app_kind() = 'guardian' and public.app_guards(p_pupil, false, null)))
         order by e.opened_at desc $$;

      revoke execute on function app_may_open_emergency(uuid), guard_emergency_access(), emergency_search(text, date),
        emergency_notices(uuid) from public;
      grant execute on function app_may_open_emergency(uuid), emergency_search(text, date), emergency_notices(uuid) to dsd_app;
    `);
    const opened = `(sights && array['roster', 'profile']
            and exists (select 1 from public.app_emergencies m where m.pupil_id = p_pupil))`;
    await patchFunction(
      q,
      NAME,
      'app_relates(uuid, uuid, text[])',
      ['public.app_teaches(p_pupil));', `public.app_teaches(p_pupil)) or ${opened};`],
      [
        'exists (select 1 from public.app_guests g where g.pupil_id = p_pupil);',
        `exists (select 1 from public.app_guests g where g.pupil_id = p_pupil) or ${opened};`,
      ],
    );
    await patchFunction(q, NAME, 'facts_between(uuid, uuid, uuid)', [
      `'shares', coalesce(`,
      `'emergency', (select jsonb_build_object('id', x.id, 'until', x.opened_at + interval '60 minutes')
             from public.emergency_access x where x.pupil_id = p.id and x.person_id = p_person and x.at_school_id = p_school
               and x.ended_at is null and x.opened_at <= public.app_now()
               and public.app_now() < x.opened_at + interval '60 minutes' order by x.opened_at desc limit 1),
          'shares', coalesce(`,
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function emergency_notices(uuid); drop function emergency_search(text, date);
      drop view app_emergencies;
      drop table emergency_access;
      drop function guard_emergency_access(); drop function app_may_open_emergency(uuid)`);
  }
}
