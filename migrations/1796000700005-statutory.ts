import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'Statutory1796000700005';

/**
 * Handing over on the ground of the law (since 1 August 2020 a vo school needs no consent for what is necessary): only where
 * region and school switched it on, only profile and school career, and only after pupil and guardians could inspect it.
 */
export class Statutory1796000700005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table statutory_switch (
        id uuid not null,
        samenwerkingsverband_id uuid,
        school_id uuid,
        on_at timestamptz not null,
        on_by uuid not null,
        off_at timestamptz,
        off_by uuid,
        constraint statutory_switch_pkey primary key (id)
      );
      create unique index statutory_switch_samenwerkingsverband_id_idx on statutory_switch (samenwerkingsverband_id)
        where off_at is null and samenwerkingsverband_id is not null;
      create unique index statutory_switch_school_id_idx on statutory_switch (school_id) where off_at is null and school_id is not null;
      create table statutory_share (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        to_school_id uuid not null,
        sections text[] not null,
        purpose text not null,
        offered_at timestamptz not null,
        offered_by uuid not null,
        valid_until timestamptz not null,
        in_force_since timestamptz,
        ended_at timestamptz,
        ended_by uuid,
        constraint statutory_share_id_pupil_id_key unique (id, pupil_id),
        constraint statutory_share_pkey primary key (id)
      );
      create index statutory_share_pupil_id_to_school_id_idx on statutory_share (pupil_id, to_school_id);
      create index statutory_share_to_school_id_idx on statutory_share (to_school_id);
      create index statutory_share_school_id_idx on statutory_share (school_id);
      create table statutory_answer (
        id uuid not null,
        share_id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        by_role text not null,
        by_id uuid not null,
        agreed boolean not null,
        view text not null default '',
        at timestamptz not null,
        constraint statutory_answer_share_id_by_id_key unique (share_id, by_id),
        constraint statutory_answer_pkey primary key (id)
      );
      create index statutory_answer_pupil_id_idx on statutory_answer (pupil_id);
      alter table statutory_switch add constraint statutory_switch_samenwerkingsverband_id_fkey foreign key (samenwerkingsverband_id) references samenwerkingsverband(id);
      alter table statutory_switch add constraint statutory_switch_school_id_fkey foreign key (school_id) references school(id);
      alter table statutory_share add constraint statutory_share_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id, school_id);
      alter table statutory_share add constraint statutory_share_to_school_id_fkey foreign key (to_school_id) references school(id);
      alter table statutory_answer add constraint statutory_answer_share_id_pupil_id_fkey foreign key (share_id, pupil_id) references statutory_share(id, pupil_id);
      alter table statutory_answer add constraint statutory_answer_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id, school_id);

      -- Did this school and its region both switch it on?
      create function statutory_on(p_school uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.statutory_switch w where w.school_id = p_school and w.off_at is null)
          and exists (select 1 from public.statutory_switch w join public.school s on s.samenwerkingsverband_id = w.samenwerkingsverband_id
                where s.id = p_school and w.off_at is null) $$;

      -- The shares on the ground of the law that count at this moment: answered, or fourteen days after they were offered.
      -- A view of the owner, beside shared_now; the application does not reach it.
      create view statutory_now with (security_barrier) as
        select h.id, h.pupil_id, h.to_school_id, h.purpose, h.sections, h.valid_until from statutory_share h
         where h.ended_at is null and app_now() < h.valid_until
           and coalesce(h.in_force_since, h.offered_at + interval '336 hours') <= app_now()
           and exists (select from statutory_switch a where a.school_id = h.school_id and a.off_at is null)
           and exists (select from statutory_switch b, school s where s.id = h.school_id
                         and b.samenwerkingsverband_id = s.samenwerkingsverband_id and b.off_at is null)
           and not exists (select from app_erased e where e.id = h.pupil_id offset 0);
      create or replace view shared_now with (security_barrier) as
        select c.pupil_id, c.to_school_id, c.purpose, c.sections from consent c
         where c.withdrawn_at is null and c.in_force_since <= app_now() and app_now() < c.valid_until
           and not exists (select from app_erased e where e.id = c.pupil_id offset 0)
        union all
        select n.pupil_id, n.to_school_id, n.purpose, n.sections from statutory_now n;

      -- Has everyone whose answer is waited for given one: the pupil, and under 16 a guardian with custody? What it says makes
      -- no difference.
      create function statutory_answered(p_share uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare h record;
      begin
        select x.pupil_id, p.birth_date into h from public.statutory_share x join public.pupil p on p.id = x.pupil_id where x.id = p_share;
        return exists (select 1 from public.statutory_answer a where a.share_id = p_share and a.by_id = h.pupil_id)
          and (public.app_age(h.birth_date, public.app_today()) >= 16 or exists (select 1 from public.statutory_answer a
            join public.guardian g on g.pupil_id = a.pupil_id and g.person_id = a.by_id and g.custody where a.share_id = p_share));
      end $$;
      -- A live application or placement at that school.
      create function app_tied_to(p_pupil uuid, p_school uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return exists (select 1 from public.application a where a.pupil_id = p_pupil and a.to_school_id = p_school and a.withdrawn_at is null)
          or exists (select 1 from public.placement l where l.pupil_id = p_pupil and l.to_school_id = p_school
               and coalesce(l.ended_on, 'infinity') >= public.app_today());
      end $$;
      -- Mentor, decaan or LOB-coördinator of a pupil who is still there.
      create function app_guides(p_pupil uuid, p_school uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return public.app_kind() = 'staff' and p_school = public.app_school() and not public.app_is_gone(p_pupil)
          and (public.app_has('decaan', 'lob-coordinator') or public.app_mentors(p_pupil));
      end $$;
      -- Does this share let the one who asks read something now? Then the views of the family go with it.
      create function app_reads_by(p_share uuid) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      declare n record;
      begin
        select x.* into n from public.statutory_now x where x.id = p_share and x.to_school_id = public.app_school();
        if not found then return false; end if;
        return (n.purpose = 'intake' and public.app_has('intaker') and exists (select 1 from public.app_tied t where t.pupil_id = n.pupil_id))
          or (n.purpose = 'handover' and ((public.app_has('slb') and exists (select 1 from public.app_own_students t where t.pupil_id = n.pupil_id))
            or (public.app_has('mbo-care') and 'profile' = any(n.sections) and exists (select 1 from public.app_placed t where t.pupil_id = n.pupil_id))));
      end $$;

      alter table statutory_switch enable row level security;
      alter table statutory_switch force row level security;
      create policy statutory_switch_owner on statutory_switch to ${owner} using (true) with check (true);
      -- Whether a region or a school uses it is for everyone to know.
      create policy statutory_switch_select on statutory_switch for select to dsd_app using (true);
      create policy statutory_switch_insert on statutory_switch for insert to dsd_app with check (
        on_by = (select app_actor()) and on_at = (select app_now()) and off_at is null and off_by is null
        and ((school_id is null and (select app_has('coordinator'))
            and samenwerkingsverband_id = (select s.samenwerkingsverband_id from school s where s.id = (select app_school())))
          or (samenwerkingsverband_id is null and school_id = (select app_school()) and (select app_has('school-administrator')))));
      create policy statutory_switch_update on statutory_switch for update to dsd_app
        using (off_at is null and ((school_id is null and (select app_has('coordinator'))
            and samenwerkingsverband_id = (select s.samenwerkingsverband_id from school s where s.id = (select app_school())))
          or (samenwerkingsverband_id is null and school_id = (select app_school()) and (select app_has('school-administrator')))))
        with check (off_by = (select app_actor()) and off_at = (select app_now()));
      grant select, insert, update (off_at, off_by) on statutory_switch to dsd_app;

      alter table statutory_share enable row level security;
      alter table statutory_share force row level security;
      create policy statutory_share_owner on statutory_share to ${owner} using (true) with check (true);
      create policy statutory_share_select on statutory_share for select to dsd_app using (
        pupil_id = (select app_self()) or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))
        or app_guides(pupil_id, school_id) or (to_school_id = (select app_school()) and app_reads_by(id)));
      create policy statutory_share_insert on statutory_share for insert to dsd_app with check (
        app_guides(pupil_id, school_id) and to_school_id <> school_id and offered_by = (select app_actor()) and offered_at = (select app_now())
        and in_force_since is null and ended_at is null and ended_by is null
        and cardinality(sections) > 0 and sections <@ array['profile', 'school-career'] and purpose in ('intake', 'handover')
        and statutory_on(school_id) and app_tied_to(pupil_id, to_school_id)
        and valid_until <= app_share_until(pupil_id, to_school_id, purpose));
      create policy statutory_share_update on statutory_share for update to dsd_app
        using (ended_at is null and (pupil_id = (select app_self())
          or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null)) or app_guides(pupil_id, school_id)))
        with check (pupil_id = (select app_self())
          or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null)) or app_guides(pupil_id, school_id));
      grant select, insert, update (in_force_since, ended_at, ended_by) on statutory_share to dsd_app;

      alter table statutory_answer enable row level security;
      alter table statutory_answer force row level security;
      create policy statutory_answer_owner on statutory_answer to ${owner} using (true) with check (true);
      create policy statutory_answer_select on statutory_answer for select to dsd_app using (
        pupil_id = (select app_self()) or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))
        or app_guides(pupil_id, school_id) or app_reads_by(share_id));
      create policy statutory_answer_insert on statutory_answer for insert to dsd_app with check (
        by_id = (select app_actor()) and by_role = (select app_kind()) and at = (select app_now()) and char_length(view) <= 1000
        and (pupil_id = (select app_self()) or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))));
      create policy statutory_answer_update on statutory_answer for update to dsd_app
        using (by_id = (select app_actor()) and (pupil_id = (select app_self())
          or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))))
        with check (by_id = (select app_actor()) and at = (select app_now()) and char_length(view) <= 1000);
      grant select, insert, update (agreed, view, at) on statutory_answer to dsd_app;

      -- The family answers and does not end; the school ends and does not answer. It comes into force by the answers, once,
      -- and not any more when the fourteen days have done so.
      create function guard_statutory_share() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare wrong boolean;
      begin
        if public.app_kind() = 'staff' then
          wrong := new.in_force_since is distinct from old.in_force_since
            or new.ended_at is distinct from public.app_now() or new.ended_by is distinct from public.app_actor();
        else
          wrong := new.ended_at is not null or new.ended_by is not null or old.in_force_since is not null
            or new.in_force_since is distinct from public.app_now() or old.offered_at + interval '336 hours' <= public.app_now()
            or not public.statutory_answered(new.id);
        end if;
        if wrong then raise insufficient_privilege; end if;
        return new;
      end $$;
      create trigger guard before update on statutory_share for each row when (current_user = 'dsd_app')
        execute function guard_statutory_share();
      -- One at a time for a school and a purpose.
      create function guard_statutory_offer() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from public.statutory_share h where h.pupil_id = new.pupil_id and h.to_school_id = new.to_school_id
             and h.purpose = new.purpose and h.ended_at is null and public.app_now() < h.valid_until) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard_offer before insert on statutory_share for each row when (current_user = 'dsd_app')
        execute function guard_statutory_offer();
      -- No answer to what is over.
      create function guard_statutory_answer() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from public.statutory_share h where h.id = new.share_id and h.ended_at is null and public.app_now() < h.valid_until) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard before insert or update on statutory_answer for each row when (current_user = 'dsd_app')
        execute function guard_statutory_answer();

      -- The receiving school is told, as of any share. What comes into force by itself after fourteen days is told at the
      -- latest when it is taken over, so that what was taken over is asked back when it ends.
      create function tell_of_statutory() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform public.tell_school(new.pupil_id, new.school_id, new.to_school_id, new.purpose, new.id, 'ended');
        return null;
      end $$;
      create constraint trigger tell_new after insert on statutory_share deferrable initially deferred for each row
        when (new.in_force_since is not null) execute function tell_of_statutory();
      create constraint trigger tell_changed after update on statutory_share deferrable initially deferred for each row
        execute function tell_of_statutory();
      create function tell_of_export() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform public.tell_school(new.pupil_id, new.school_id, new.to_school_id, new.purpose, new.share_ids[1], 'ended');
        return null;
      end $$;
      create constraint trigger tell_new after insert on export_receipt deferrable initially deferred for each row
        execute function tell_of_export();
      create function tell_of_switch() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare h record;
      begin
        for h in select x.* from public.statutory_share x
                  where x.ended_at is null and public.app_now() < x.valid_until and x.school_id in (select new.school_id
                    union all select s.id from public.school s where s.samenwerkingsverband_id = new.samenwerkingsverband_id) loop
          perform public.tell_school(h.pupil_id, h.school_id, h.to_school_id, h.purpose, h.id, 'ended');
        end loop;
        return null;
      end $$;
      create constraint trigger tell_new after insert on statutory_switch deferrable initially deferred for each row
        execute function tell_of_switch();
      create constraint trigger tell_changed after update on statutory_switch deferrable initially deferred for each row
        execute function tell_of_switch();

      revoke execute on function statutory_on(uuid), statutory_answered(uuid), app_tied_to(uuid, uuid), app_guides(uuid, uuid),
        app_reads_by(uuid), guard_statutory_share(), guard_statutory_offer(), guard_statutory_answer(), tell_of_statutory(), tell_of_export(), tell_of_switch() from public;
      grant execute on function statutory_on(uuid), statutory_answered(uuid), app_tied_to(uuid, uuid), app_guides(uuid, uuid),
        app_reads_by(uuid) to dsd_app;
    `);
    // The facts of the first wall, written apart from the view above.
    await patchFunction(q, NAME, 'shares_in_force(uuid, uuid)', [
      'c.valid_until > public.app_now()',
      `c.valid_until > public.app_now()
        union all
        select h.id, 'statutory', h.sections, h.purpose, h.valid_until from public.statutory_share h
         where h.pupil_id = p_pupil and h.to_school_id = p_school and h.ended_at is null and h.valid_until > public.app_now()
           and (h.in_force_since <= public.app_now()
             or (h.in_force_since is null and public.app_now() - h.offered_at >= interval '336 hours'))
           and public.statutory_on(h.school_id)`,
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop trigger tell_new on export_receipt;
      drop trigger tell_changed on statutory_switch; drop trigger tell_new on statutory_switch;
      drop trigger tell_changed on statutory_share; drop trigger tell_new on statutory_share;
      create or replace view shared_now with (security_barrier) as
        select c.pupil_id, c.to_school_id, c.purpose, c.sections from consent c
         where c.withdrawn_at is null and c.in_force_since <= app_now() and app_now() < c.valid_until
           and not exists (select from app_erased e where e.id = c.pupil_id offset 0);
      drop view statutory_now;
      drop table statutory_answer; drop table statutory_share; drop table statutory_switch;
      drop function tell_of_switch(); drop function tell_of_export(); drop function guard_statutory_offer(); drop function tell_of_statutory(); drop function guard_statutory_answer();
      drop function guard_statutory_share(); drop function app_reads_by(uuid); drop function app_guides(uuid, uuid);
      drop function app_tied_to(uuid, uuid); drop function statutory_answered(uuid); drop function statutory_on(uuid);
    `);
  }
}
