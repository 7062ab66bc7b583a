import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a privacy officer looks at and what is done with it: unusual access, worked out from the audit alone, and what was
 * found when somebody looked into it. And the receipt that a pupil keeps of the own chain.
 */
export class AccessReview1796000300001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ owner }] = (await q.query('select quote_ident(current_user) as owner')) as [{ owner: string }];
    await q.query(`
      create table access_review (
        id uuid not null,
        school_id uuid not null,
        kind text not null,
        actor_id uuid not null,
        day date not null,
        outcome text not null,
        note text not null,
        reviewed_by uuid not null,
        reviewed_at timestamptz not null,
        version integer not null default '1',
        constraint access_review_school_id_kind_actor_id_day_key unique (school_id, kind, actor_id, day),
        constraint access_review_pkey primary key (id)
      );
      alter table access_review add constraint access_review_school_id_fkey foreign key (school_id) references school(id);
      alter table access_review enable row level security;
      alter table access_review force row level security;
      create policy access_review_owner on access_review to ${owner} using (true) with check (true);
      create policy access_review_select on access_review for select to dsd_app
        using (school_id = (select app_school()) and (select app_has('privacy-officer')));
      create policy access_review_insert on access_review for insert to dsd_app
        with check (school_id = (select app_school()) and (select app_has('privacy-officer'))
          and reviewed_by = (select app_actor()) and reviewed_at = (select app_now()));
      create policy access_review_update on access_review for update to dsd_app
        using (school_id = (select app_school()) and (select app_has('privacy-officer')))
        with check (school_id = (select app_school()) and (select app_has('privacy-officer'))
          and reviewed_by = (select app_actor()) and reviewed_at = (select app_now()));
      grant select, insert, update (outcome, note, reviewed_by, reviewed_at, version) on access_review to dsd_app;

      -- The pupil of this number at the privacy officer's school: to search by, never to show.
      create function pupil_by_number_for_audit(p_number text) returns uuid
        language sql stable security definer set search_path = pg_catalog, public as $$
        select p.id from public.pupil p
         where p.school_id = public.app_school() and p.pupil_number = p_number and public.app_has('privacy-officer') $$;

      -- A receipt: the beginning of what the last row of the chain was sealed with. Of a code that someone kept: the row that it
      -- belongs to. For the pupil, and a guardian who may see who looked.
      create function audit_receipt(p_chain uuid, p_code text) returns table (code text, at timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select left(encode(e.hash, 'hex'), 12), e.at from public.audit_event e
         where e.chain_id = p_chain and e.chain = 'pupil'
           and ((public.app_kind() = 'pupil' and p_chain = public.app_actor())
             or (public.app_kind() = 'guardian' and public.app_guards(p_chain, false, null)))
           and (p_code is null or left(encode(e.hash, 'hex'), 12) = p_code)
         order by e.seq desc limit 1 $$;

      -- Who did something out of the ordinary with the pupils of the privacy officer's school, per person and day. Only facts of
      -- the audit, and the relations of that day; no name and no content leaves here. What counts as much is said by the caller.
      create function unusual_access(p_from date, p_until date, p_outside int, p_many int, p_refused int, p_failed int)
        returns table (kind text, actor_id uuid, day date, role text, school_id uuid, times int, pupils int, here int,
          pupil_numbers text[], first_at timestamptz, last_at timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        with mine as materialized (
          select e.actor_id, e.actor_role, e.actor_school_id, e.action, e.outcome, e.basis, e.chain, e.chain_id, e.subject_ids, e.at,
                 e.at at time zone 'Europe/Amsterdam' as local
            from public.audit_event e
           where e.school_id = public.app_school() and public.app_has('privacy-officer')
             and e.at >= p_from::timestamp at time zone 'Europe/Amsterdam'
             and e.at < (p_until + 1)::timestamp at time zone 'Europe/Amsterdam'),
        by_staff as (
          select m.*, m.local::date as day from mine m
           where m.actor_id is not null and m.actor_role not in ('pupil', 'guardian', 'none')),
        opened as (
          select * from by_staff where action = 'section.read' and outcome = 'allowed' and chain = 'pupil'),
        looked as (
          select * from by_staff where action in ('section.read', 'list.read') and outcome = 'allowed'),
        found as (
          -- Many dossiers on the ground of a role alone: of no pupil whom the person mentors or teaches that day.
          select 'outside' as kind, o.actor_id, o.day, o.actor_role, o.actor_school_id, o.chain_id, o.at from opened o
           where o.basis = 'school-role'
             and not exists (select 1 from public.mentor_assignment m where m.person_id = o.actor_id and m.pupil_id = o.chain_id
                   and o.day between m.valid_from and m.valid_until)
             and not exists (select 1 from public.teaching_assignment t join public.enrolment n on n.group_id = t.group_id
                  where t.person_id = o.actor_id and n.pupil_id = o.chain_id and o.day between t.valid_from and t.valid_until
                    and o.day between n.valid_from and coalesce(n.valid_until, 'infinity'))
          union all
          -- A night is that of the evening it began in.
          select 'night', l.actor_id, (l.local - interval '6 hours')::date, l.actor_role, l.actor_school_id,
                 case when l.chain = 'pupil' then l.chain_id end, l.at
            from looked l where l.local::time >= '22:00' or l.local::time < '06:00'
          union all
          select 'weekend', l.actor_id, l.day, l.actor_role, l.actor_school_id, case when l.chain = 'pupil' then l.chain_id end, l.at
            from looked l where extract(isodow from l.local) >= 6 and l.local::time >= '06:00' and l.local::time < '22:00'
          union all
          select 'namesake', o.actor_id, o.day, o.actor_role, o.actor_school_id, o.chain_id, o.at
            from opened o join public.person w on w.id = o.actor_id join public.pupil p on p.id = o.chain_id
           where lower(btrim(w.family_name)) = lower(btrim(p.family_name))
          union all
          select 'refused', m.actor_id, m.local::date, m.actor_role, m.actor_school_id, null, m.at from mine m
           where m.outcome = 'refused' and m.actor_id is not null and m.action in ('access.refused', 'route.refused')
          union all
          -- Whose password was guessed at is the subject; who did it is not known.
          select 'failed', m.subject_ids[1], m.local::date, 'none', null, null, m.at from mine m
           where m.action = 'session.failed' and m.subject_ids[1] is not null),
        counted as (
          select f.kind, f.actor_id, f.day, min(f.actor_role) as role, (array_agg(f.actor_school_id))[1] as school_id,
                 count(*)::int as times, count(distinct f.chain_id)::int as pupils, count(distinct f.chain_id)::int as here,
                 case when f.kind = 'namesake' then array_agg(distinct f.chain_id) end as who, min(f.at) as first_at, max(f.at) as last_at
            from found f group by f.kind, f.actor_id, f.day),
        many as (
          -- Whatever the school of the pupil: one account.
          select 'many' as kind, d.actor_id, d.day, d.role, d.school_id, a.times, a.pupils, a.here, null::uuid[], a.first_at, a.last_at
            from (select b.actor_id, b.day, min(b.actor_role) as role, (array_agg(b.actor_school_id))[1] as school_id
                    from by_staff b group by b.actor_id, b.day) d
           cross join lateral (
             select count(*)::int as times, count(distinct e.chain_id)::int as pupils,
                    count(distinct e.chain_id) filter (where e.school_id = public.app_school())::int as here,
                    min(e.at) as first_at, max(e.at) as last_at
               from public.audit_event e
              where e.actor_id = d.actor_id and e.action = 'section.read' and e.outcome = 'allowed' and e.chain = 'pupil'
                and e.at >= d.day::timestamp at time zone 'Europe/Amsterdam'
                and e.at < (d.day + 1)::timestamp at time zone 'Europe/Amsterdam') a
           where a.pupils > p_many)
        select x.kind, x.actor_id, x.day, x.role, x.school_id, x.times, x.pupils, x.here,
               array(select p.pupil_number from public.pupil p
                      where p.id = any(x.who) and p.school_id = public.app_school() order by 1 limit 20),
               x.first_at, x.last_at
          from (select * from counted c
                 where case c.kind when 'outside' then c.pupils >= p_outside when 'refused' then c.times >= p_refused
                         when 'failed' then c.times >= p_failed else true end
                union all select * from many) x $$;
      revoke execute on function pupil_by_number_for_audit(text), audit_receipt(uuid, text),
        unusual_access(date, date, int, int, int, int) from public;
      grant execute on function pupil_by_number_for_audit(text), audit_receipt(uuid, text),
        unusual_access(date, date, int, int, int, int) to dsd_app;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function unusual_access(date, date, int, int, int, int); drop function audit_receipt(uuid, text);
      drop function pupil_by_number_for_audit(text);
      drop table access_review`);
  }
}
