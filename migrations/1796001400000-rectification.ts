import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "Dit klopt niet": what pupil or guardian says of something in the dossier, and what the school answers. A fact is put
 * right; what the school stays with carries the pupil's zienswijze for everyone who reads it.
 */
export class Rectification1796001400000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table rectification (
        id uuid not null,
        pupil_id uuid not null,
        school_id uuid not null,
        section text not null,
        about text not null,
        subject_id uuid not null,
        was jsonb not null,
        wrong text not null,
        should_be text not null,
        asked_by uuid not null,
        asked_as text not null,
        asked_at timestamptz not null,
        due_on date not null,
        outcome text,
        answer text not null default '',
        became jsonb,
        answered_by uuid,
        answered_at timestamptz,
        withdrawn_at timestamptz,
        version integer not null default '1',
        constraint rectification_pkey primary key (id)
      );
      create index rectification_pupil_id_idx on rectification (pupil_id);
      create index rectification_school_id_idx on rectification (school_id) where answered_at is null and withdrawn_at is null;
      create unique index rectification_about_subject_id_idx on rectification (about, subject_id)
        where answered_at is null and withdrawn_at is null;
      alter table rectification add constraint rectification_pupil_id_school_id_fkey
        foreign key (pupil_id, school_id) references pupil(id,school_id);

      -- What stands there now of what a request is about; as far as whoever asks may see it.
      create function item_facts(p_about text, p_pupil uuid, p_subject uuid) returns jsonb language sql stable as $$
        select case p_about
          when 'activity' then (select jsonb_build_object('type', a.type, 'title', a.title, 'place', a.place,
              'startsOn', a.starts_on, 'endsOn', a.ends_on, 'beroep', a.beroep, 'opleiding', o.name, 'goal', a.goal,
              'competences', a.competences, 'removed', a.removed_at is not null)
            from activity a left join opleiding o on o.id = a.opleiding_id where a.id = p_subject and a.pupil_id = p_pupil)
          when 'remark' then (select jsonb_build_object('remark', a.remark, 'removed', a.removed_at is not null)
            from activity a where a.id = p_subject and a.pupil_id = p_pupil)
          when 'enrolment' then (select jsonb_build_object('schoolYear', e.school_year, 'group', g.name, 'year', e.year,
              'leerweg', e.leerweg, 'profiel', e.profiel)
            from enrolment e left join pupil_group g on g.id = e.group_id where e.id = p_subject and e.pupil_id = p_pupil)
          when 'profile' then (select jsonb_build_object('givenName', p.given_name, 'registerName', p.register_name,
              'infix', p.infix, 'familyName', p.family_name, 'birthDate', p.birth_date, 'email', p.email,
              'pupilNumber', p.pupil_number)
            from pupil p where p.id = p_pupil and p.id = p_subject)
        end $$;

      -- Who answers for the school: mentor, decaan and LOB-coördinator for LOB, whoever keeps the roster for what stands in
      -- it. Of who left nobody there sees the dossier, so the administrator answers everything.
      create function app_answers(p_pupil uuid, p_school uuid, p_section text) returns boolean
        language plpgsql stable security definer set search_path = pg_catalog, public as $$
      begin
        if public.app_kind() is distinct from 'staff' or p_school is distinct from public.app_school() then return false; end if;
        if exists (select 1 from public.pupil p where p.id = p_pupil and p.left_on <= public.app_today()) then
          return public.app_has('school-administrator');
        end if;
        if p_section = 'lob' then return public.app_has('decaan', 'lob-coordinator') or public.app_mentors(p_pupil); end if;
        return public.app_has('school-administrator', 'decaan');
      end $$;

      -- Who asks, for whoever answers: also of who left, whom nobody at school sees otherwise.
      create function pupil_who_asks(p_pupil uuid) returns text
        language sql stable security definer set search_path = pg_catalog, public as $$
        select concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) from public.pupil p
         where p.id = p_pupil and exists (select from public.rectification r where r.pupil_id = p.id
           and public.app_answers(r.pupil_id, r.school_id, r.section)) $$;

      create function guard_rectification() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.withdrawn_at is not null or (public.app_kind() = 'staff' and (old.answered_at is not null or new.withdrawn_at is not null
              or new.answered_by is distinct from public.app_actor() or new.outcome not in ('corrected', 'kept')))
          or (public.app_kind() <> 'staff' and (new.withdrawn_at is null or (new.outcome, new.answer, new.became, new.answered_by, new.answered_at)
            is distinct from (old.outcome, old.answer, old.became, old.answered_by, old.answered_at)))
          then raise insufficient_privilege; end if;
        return new;
      end $$;
      create trigger guard before update on rectification for each row when (current_user = 'dsd_app')
        execute function guard_rectification();

      alter table rectification enable row level security;
      alter table rectification force row level security;
      create policy rectification_owner on rectification to ${owner} using (true) with check (true);
      -- A zienswijze is read by whoever reads what it stands beside.
      create policy rectification_select on rectification for select to dsd_app using (
        pupil_id = (select app_self()) or app_guards(pupil_id, false, null) or app_answers(pupil_id, school_id, section)
        or (outcome = 'kept' and withdrawn_at is null and case when section = 'lob'
          then exists (select from activity a where a.id = subject_id and a.pupil_id = rectification.pupil_id)
          else (school_id = (select app_school()) and (select app_wide('lob'))
              and not exists (select from app_gone x where x.id = rectification.pupil_id offset 0))
            or app_relates(pupil_id, school_id, section) end));
      create policy rectification_insert on rectification for insert to dsd_app with check (
        (pupil_id = (select app_self()) or app_guards(pupil_id, false, null)) and asked_by = (select app_actor())
        and asked_as = (select app_kind()) and asked_at = (select app_now())
        and due_on = ((select app_today()) + interval '1 month')::date and outcome is null and answer = '' and became is null
        and answered_by is null and answered_at is null and withdrawn_at is null and version = 1);
      create policy rectification_update on rectification for update to dsd_app using (
        pupil_id = (select app_self()) or app_guards(pupil_id, false, null) or app_answers(pupil_id, school_id, section));
      grant select, insert, update (outcome, answer, became, answered_by, answered_at, withdrawn_at, version)
        on rectification to dsd_app;
      revoke execute on function item_facts(text, uuid, uuid), app_answers(uuid, uuid, text), pupil_who_asks(uuid), guard_rectification()
        from public;
      grant execute on function item_facts(text, uuid, uuid), app_answers(uuid, uuid, text), pupil_who_asks(uuid) to dsd_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table rectification;
      drop function guard_rectification(); drop function pupil_who_asks(uuid); drop function app_answers(uuid, uuid, text);
      drop function item_facts(text, uuid, uuid)`);
  }
}
