import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'ShareNotices1796000700004';

/**
 * The receiving school is told when what it may read changes, and says what it did with what it took over. Telling is the
 * database's: whatever changes a share, on whichever way, at the end of the transaction what may be read now is held
 * against what the school was told last.
 */
export class ShareNotices1796000700004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table export_receipt (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        to_school_id uuid not null,
        purpose text not null,
        sections text[] not null,
        basis text[] not null,
        share_ids uuid[] not null,
        fingerprint text not null,
        exported_at timestamptz not null,
        exported_by uuid not null,
        exported_as text not null,
        constraint export_receipt_pkey primary key (id)
      );
      create index export_receipt_pupil_id_to_school_id_idx on export_receipt (pupil_id, to_school_id);
      create index export_receipt_to_school_id_idx on export_receipt (to_school_id);
      create table share_notice (
        id uuid not null,
        seq int not null,
        pupil_id uuid not null,
        school_id uuid not null,
        to_school_id uuid not null,
        purpose text not null,
        share_id uuid not null,
        kind text not null,
        sections text[] not null,
        lost text[] not null,
        until timestamptz,
        told_at timestamptz not null,
        at timestamptz not null,
        confirmed_at timestamptz,
        confirmed_by uuid,
        outcome text,
        kept_reason text,
        constraint share_notice_pkey primary key (id)
      );
      create index share_notice_pupil_id_to_school_id_idx on share_notice (pupil_id, to_school_id);
      create index share_notice_to_school_id_at_idx on share_notice (to_school_id, at);
      create index share_notice_school_id_at_idx on share_notice (school_id, at);
      alter table export_receipt add constraint export_receipt_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id, school_id);
      alter table export_receipt add constraint export_receipt_to_school_id_fkey foreign key (to_school_id) references school(id);
      alter table export_receipt add constraint export_receipt_exported_by_fkey foreign key (exported_by) references person(id);
      alter table share_notice add constraint share_notice_pupil_id_school_id_fkey foreign key (pupil_id, school_id) references pupil(id, school_id);
      alter table share_notice add constraint share_notice_to_school_id_fkey foreign key (to_school_id) references school(id);
      alter table share_notice add constraint share_notice_confirmed_by_fkey foreign key (confirmed_by) references person(id);

      -- What a school reads of a pupil for one purpose now: shares in force, and only while there is an application or placement.
      create function read_now(p_pupil uuid, p_to uuid, p_purpose text) returns table (sections text[], until timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(array_agg(distinct x.section order by x.section), '{}'), max(s.until)
          from public.shares_in_force(p_pupil, p_to) s cross join unnest(s.sections) as x(section)
         where s.purpose = p_purpose and not exists (select 1 from public.app_erased e where e.id = p_pupil)
           and (exists (select 1 from public.application a where a.pupil_id = p_pupil and a.to_school_id = p_to and a.withdrawn_at is null)
             or exists (select 1 from public.placement l where l.pupil_id = p_pupil and l.to_school_id = p_to
                  and coalesce(l.ended_on, 'infinity') >= public.app_today())) $$;

      -- Holds what is read now against what the school was told last. What will end by itself is written down beforehand, for
      -- the day on which it does; when it is overtaken, it goes.
      create function tell_school(p_pupil uuid, p_home uuid, p_to uuid, p_purpose text, p_share uuid, p_ended text) returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare last record; now_read text[]; now_until timestamptz; was text[] := '{}'; kind text; next int;
      begin
        perform pg_advisory_xact_lock(hashtextextended(p_pupil::text, 7519));
        select n.sections, n.until into last from public.share_notice n
         where n.pupil_id = p_pupil and n.to_school_id = p_to and n.purpose = p_purpose and n.at <= public.app_now()
         order by n.seq desc limit 1;
        if found then was := last.sections; end if;
        select r.sections, r.until into now_read, now_until from public.read_now(p_pupil, p_to, p_purpose) r;
        if now_read @> was and now_read <@ was and (cardinality(was) = 0 or now_until is not distinct from last.until) then return; end if;
        kind := case
          when cardinality(was) = 0 then 'given'
          when cardinality(now_read) = 0 then p_ended
          when now_read <@ was and now_read @> was then 'prolonged'
          when now_read @> was then 'widened'
          when now_read <@ was then 'narrowed'
          else 'changed' end;
        delete from public.share_notice n where n.pupil_id = p_pupil and n.to_school_id = p_to and n.purpose = p_purpose
          and n.at > public.app_now();
        select coalesce(max(n.seq), 0) + 1 into next from public.share_notice n where n.pupil_id = p_pupil;
        insert into public.share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, until, told_at, at)
        values (gen_random_uuid(), next, p_pupil, p_home, p_to, p_purpose, p_share, kind, now_read,
                array(select unnest(was) except select unnest(now_read) order by 1), now_until, public.app_now(), public.app_now());
        if cardinality(now_read) > 0 then
          insert into public.share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, told_at, at)
          values (gen_random_uuid(), next + 1, p_pupil, p_home, p_to, p_purpose, p_share, 'ended', '{}', now_read, public.app_now(), now_until);
        end if;
      end $$;

      create function tell_of_consent() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        perform public.tell_school(new.pupil_id, new.school_id, new.to_school_id, new.purpose, new.id, 'withdrawn');
        return null;
      end $$;
      create constraint trigger tell_new after insert on consent deferrable initially deferred for each row
        when (new.in_force_since is not null) execute function tell_of_consent();
      create constraint trigger tell_changed after update on consent deferrable initially deferred for each row
        when ((new.in_force_since, new.withdrawn_at, new.sections) is distinct from (old.in_force_since, old.withdrawn_at, old.sections))
        execute function tell_of_consent();

      -- An application or a placement that comes or goes opens and closes every share with that school.
      create function tell_of_tie() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare s record;
      begin
        for s in select x.share_id, x.purpose from public.shares_in_force(new.pupil_id, new.to_school_id) x loop
          perform public.tell_school(new.pupil_id, new.school_id, new.to_school_id, s.purpose, s.share_id, 'ended');
        end loop;
        return null;
      end $$;
      create constraint trigger tell_new after insert on application deferrable initially deferred for each row execute function tell_of_tie();
      create constraint trigger tell_changed after update on application deferrable initially deferred for each row
        when (new.withdrawn_at is distinct from old.withdrawn_at) execute function tell_of_tie();
      create constraint trigger tell_new after insert on placement deferrable initially deferred for each row execute function tell_of_tie();
      create constraint trigger tell_changed after update on placement deferrable initially deferred for each row
        when (new.ended_on is distinct from old.ended_on) execute function tell_of_tie();

      -- Of a pupil who is erased every school that reads something is told.
      create function tell_of_erasure() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      declare n record;
      begin
        for n in select distinct on (x.to_school_id, x.purpose) x.to_school_id, x.purpose, x.share_id from public.share_notice x
                  where x.pupil_id = new.id and x.at <= public.app_now() order by x.to_school_id, x.purpose, x.seq desc loop
          perform public.tell_school(new.id, new.school_id, n.to_school_id, n.purpose, n.share_id, 'erased');
        end loop;
        return null;
      end $$;
      create constraint trigger tell_erased after update on pupil deferrable initially deferred for each row
        when (new.erased_at is not null and old.erased_at is null) execute function tell_of_erasure();

      -- Which sections the one who asks may take over for this purpose now.
      create function app_takes_over(p_pupil uuid, p_purpose text) returns text[]
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        return coalesce(case p_purpose
          when 'intake' then (select array_agg(distinct x.section) from public.app_shared_for_intake s cross join unnest(s.sections) as x(section)
             where s.pupil_id = p_pupil and public.app_has('intaker'))
          when 'handover' then (select array_agg(distinct x.section) from public.app_shared_with_slb s cross join unnest(s.sections) as x(section)
             where s.pupil_id = p_pupil and public.app_has('slb')) end, '{}');
      end $$;
      -- The role in which somebody at a receiving school has to do with a purpose.
      create function app_handles(p_purpose text) returns boolean language sql stable parallel safe as $$
        select case p_purpose when 'intake' then app_has('intaker') when 'handover' then app_has('slb') else false end $$;

      alter table export_receipt enable row level security;
      alter table export_receipt force row level security;
      create policy export_receipt_owner on export_receipt to ${owner} using (true) with check (true);
      create policy export_receipt_select on export_receipt for select to dsd_app using (
        pupil_id = (select app_self()) or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))
        or (to_school_id = (select app_school()) and (app_handles(purpose) or (select app_has('privacy-officer'))))
        or (school_id = (select app_school()) and (select app_has('privacy-officer'))));
      create policy export_receipt_insert on export_receipt for insert to dsd_app with check (
        to_school_id = (select app_school()) and exported_by = (select app_actor()) and exported_at = (select app_now())
        and exported_as = case purpose when 'intake' then 'intaker' when 'handover' then 'slb' end
        and cardinality(sections) > 0 and sections <@ app_takes_over(pupil_id, purpose));
      grant select, insert on export_receipt to dsd_app;

      alter table share_notice enable row level security;
      alter table share_notice force row level security;
      create policy share_notice_owner on share_notice to ${owner} using (true) with check (true);
      create policy share_notice_select on share_notice for select to dsd_app using (
        at <= (select app_now()) and (
        pupil_id = (select app_self()) or ((select app_kind()) = 'guardian' and app_guards(pupil_id, false, null))
        or (to_school_id = (select app_school()) and (app_handles(purpose) or (select app_has('privacy-officer'))))
        or (school_id = (select app_school()) and (select app_has('privacy-officer')))));
      create policy share_notice_update on share_notice for update to dsd_app
        using (at <= (select app_now()) and to_school_id = (select app_school()) and app_handles(purpose))
        with check (to_school_id = (select app_school()) and app_handles(purpose));
      grant select, update (confirmed_at, confirmed_by, outcome, kept_reason) on share_notice to dsd_app;

      -- Was something taken over that may no longer be read since this notice?
      create function notice_asks(p_notice uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog, public as $$
        select exists (select 1 from public.share_notice n join public.export_receipt e on e.pupil_id = n.pupil_id
            and e.to_school_id = n.to_school_id and e.purpose = n.purpose and e.exported_at <= n.at and e.sections && n.lost
           where n.id = p_notice) $$;
      -- Once, by somebody of the school, now, in one of our words.
      create function guard_share_notice() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.confirmed_at is not null or new.confirmed_at is distinct from public.app_now()
           or new.confirmed_by is distinct from public.app_actor() or not public.notice_asks(new.id)
           or not coalesce(case new.outcome when 'removed' then new.kept_reason is null
                when 'kept' then new.kept_reason in ('legal-duty', 'own-student-file', 'objection') end, false) then
          raise insufficient_privilege;
        end if;
        return new;
      end $$;
      create trigger guard before update on share_notice for each row when (current_user = 'dsd_app')
        execute function guard_share_notice();

      revoke execute on function read_now(uuid, uuid, text), tell_school(uuid, uuid, uuid, text, uuid, text), tell_of_consent(),
        tell_of_tie(), tell_of_erasure(), app_takes_over(uuid, text), app_handles(text), notice_asks(uuid), guard_share_notice() from public;
      grant execute on function app_takes_over(uuid, text), app_handles(text), notice_asks(uuid) to dsd_app;
    `);
    // Of who left nothing is answered at school any more, and of who was erased nothing at all.
    await patchFunction(q, NAME, 'app_records_paper(uuid)', [
      '(p.left_on is null or p.left_on > public.app_today())',
      'p.erased_at is null and (p.left_on is null or p.left_on > public.app_today())',
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop trigger tell_erased on pupil; drop trigger tell_changed on placement; drop trigger tell_new on placement;
      drop trigger tell_changed on application; drop trigger tell_new on application;
      drop trigger tell_changed on consent; drop trigger tell_new on consent;
      drop table share_notice; drop table export_receipt;
      drop function guard_share_notice(); drop function notice_asks(uuid); drop function app_handles(text);
      drop function app_takes_over(uuid, text); drop function tell_of_erasure(); drop function tell_of_tie(); drop function tell_of_consent();
      drop function tell_school(uuid, uuid, uuid, text, uuid, text); drop function read_now(uuid, uuid, text);
    `);
  }
}
