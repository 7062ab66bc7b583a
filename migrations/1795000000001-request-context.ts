import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Time, the context of a request, and the audit chain. The functions belong to the owner and run as the owner
 * (security definer); the application may call them and reaches nothing behind them.
 */
export class RequestContext1795000000001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The one source of time in SQL; a test database replaces it.
      create function app_now() returns timestamptz language sql stable as $$ select now() $$;
      create function app_today() returns date language sql stable as $$
        select (app_now() at time zone 'Europe/Amsterdam')::date $$;
      -- The school year starts on 1 August.
      create function app_school_year() returns int language sql stable as $$
        select extract(year from app_today() - interval '7 months')::int $$;
      -- Someone born on 29 February is a year older on 1 March of a common year.
      create function app_age(birth date, day date) returns int language sql immutable as $$
        select extract(year from day)::int - extract(year from birth)::int
             - (to_char(day, 'MMDD') < to_char(birth, 'MMDD'))::int $$;

      create function app_actor() returns uuid language sql stable parallel safe as $$
        select nullif(current_setting('app.actor', true), '')::uuid $$;
      create function app_kind() returns text language sql stable parallel safe as $$
        select nullif(current_setting('app.kind', true), '') $$;
      create function app_school() returns uuid language sql stable parallel safe as $$
        select nullif(current_setting('app.school', true), '')::uuid $$;
      create function app_has(variadic wanted text[]) returns boolean language sql stable parallel safe as $$
        select coalesce(string_to_array(nullif(current_setting('app.roles', true), ''), ',') && wanted, false) $$;

      -- Who holds this session, as what, and with which roles now. Sets the context for this transaction only.
      create function begin_request(p_token bytea)
        returns table (session_id uuid, kind text, actor_id uuid, name text, school_id uuid, school_name text, roles text[])
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare s public.session%rowtype; today date := public.app_today();
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
            select array(
              select distinct r.role from public.role_assignment r
               where r.person_id = actor_id and r.school_id = s.school_id
                 and r.valid_from <= today and (r.valid_until is null or r.valid_until >= today)
              union select 'mentor' where exists (select 1 from public.mentor_assignment m
               where m.person_id = actor_id and m.school_id = s.school_id and today between m.valid_from and m.valid_until)
              union select 'teacher' where exists (select 1 from public.teaching_assignment t
               where t.person_id = actor_id and t.school_id = s.school_id and today between t.valid_from and t.valid_until)
            ) into roles;
            if not exists (select 1 from public.role_assignment r where r.person_id = actor_id and r.school_id = s.school_id
               and r.valid_from <= today and (r.valid_until is null or r.valid_until >= today)) then return; end if;
          end if;
        end if;
        perform set_config('app.actor', actor_id::text, true), set_config('app.kind', kind, true),
                set_config('app.school', coalesce(school_id::text, ''), true),
                set_config('app.roles', array_to_string(roles, ','), true);
        return next;
      end $$;

      -- Everything a row says, in a form in which no value can stand for another: what is null is said, lists have ends.
      create function audit_canonical(e audit_event) returns bytea language sql stable as $$
        select convert_to(json_build_array(e.chain_id, e.seq, e.chain, extract(epoch from e.at), e.request_id, e.actor_id,
          e.actor_role, e.actor_school_id, e.action, e.outcome, e.sections, e.basis, e.purpose, e.pupil_ids, e.subject_ids,
          e.school_id)::text, 'UTF8') $$;

      -- Says where a chain ends, so that rows taken off its end are missed. Whoever puts an old head back with the rows it
      -- belongs to, or takes a whole chain away with its head, is found only with a copy kept elsewhere.
      create function audit_head_mac(chain uuid, seq bigint, hash bytea, key bytea) returns bytea language sql immutable as $$
        select public.hmac(convert_to('head ' || chain || ' ' || seq || ' ', 'UTF8') || hash, key, 'sha256') $$;

      -- Appends to one or more chains. Locks are held until commit, so that the sequence has no holes and no two rows
      -- share a predecessor: one per chain, in a fixed order, beside a shared one on the school. Who appends to hundreds
      -- of chains at once (a roster) takes the school instead: a lock per pupil would fill the server's lock table.
      create function audit_append(p_key bytea, p_request uuid, p_events jsonb) returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      declare e record; r public.audit_event%rowtype; bulk boolean := jsonb_array_length(p_events) > 500; held uuid;
        ids uuid[] := '{}'; seqs bigint[] := '{}'; macs bytea[] := '{}'; n int := 0;
      begin
        if bulk then
          perform pg_advisory_xact_lock(hashtextextended(h.home::text, 7515)) from (
            select distinct case when x.chain = 'pupil' then p.school_id else x."chainId" end as home
              from jsonb_to_recordset(p_events) as x(chain text, "chainId" uuid)
              left join public.pupil p on x.chain = 'pupil' and p.id = x."chainId" order by 1) h;
        end if;
        for e in select x.*, case when x.chain = 'pupil' then p.school_id else x."chainId" end as home
            from rows from (jsonb_to_recordset(p_events) as (
              chain text, "chainId" uuid, action text, outcome text, role text, sections text[], basis text, purpose text,
              "pupilIds" uuid[], "subjectIds" uuid[])) with ordinality x
            left join public.pupil p on x.chain = 'pupil' and p.id = x."chainId" order by x."chainId", x.ordinality loop
          if not bulk then
            if e.home is distinct from held then
              perform pg_advisory_xact_lock_shared(hashtextextended(e.home::text, 7515));
              held := e.home;
            end if;
            perform pg_advisory_xact_lock(hashtextextended(e."chainId"::text, 7513));
          end if;
          select a.seq, a.hash into r.seq, r.prev_hash from public.audit_event a
           where a.chain_id = e."chainId" order by a.seq desc limit 1;
          r.seq := coalesce(r.seq, 0) + 1;
          r.prev_hash := coalesce(r.prev_hash, ''::bytea);
          r.chain_id := e."chainId"; r.chain := e.chain; r.at := clock_timestamp(); r.request_id := p_request;
          r.actor_id := public.app_actor(); r.actor_role := coalesce(e.role, public.app_kind(), 'none');
          r.actor_school_id := public.app_school(); r.action := e.action; r.outcome := coalesce(e.outcome, 'allowed');
          r.sections := coalesce(e.sections, '{}'); r.basis := e.basis; r.purpose := e.purpose;
          r.pupil_ids := coalesce(e."pupilIds", '{}'); r.subject_ids := coalesce(e."subjectIds", '{}');
          r.school_id := e.home;
          r.hash := public.hmac(r.prev_hash || public.audit_canonical(r), p_key, 'sha256');
          insert into public.audit_event select r.*;
          if r.chain_id is distinct from ids[n] then n := n + 1; end if;
          ids[n] := r.chain_id; seqs[n] := r.seq; macs[n] := public.audit_head_mac(r.chain_id, r.seq, r.hash, p_key);
        end loop;
        insert into public.audit_head select * from unnest(ids, seqs, macs)
          on conflict (chain_id) do update set seq = excluded.seq, mac = excluded.mac;
      end $$;

      -- The first sequence number at which a chain is not what was written; null when it is whole.
      create function audit_verify(p_key bytea, p_chain uuid) returns bigint
        language sql security definer set search_path = pg_catalog, public as $$
        with last as (select e.seq, e.hash from public.audit_event e where e.chain_id = p_chain order by e.seq desc limit 1)
        select coalesce(min(seq), (
            select coalesce(l.seq, 0) + 1 from (select p_chain as id) c left join last l on true
              left join public.audit_head h on h.chain_id = c.id
             where (l.seq, h.mac) is distinct from (h.seq, public.audit_head_mac(c.id, l.seq, l.hash, p_key))))
          from (
          select e.seq, e.hash <> public.hmac(e.prev_hash || public.audit_canonical(e), p_key, 'sha256')
            or e.prev_hash <> coalesce(lag(e.hash) over w, ''::bytea)
            or e.seq <> coalesce(lag(e.seq) over w, 0) + 1 as broken
          from public.audit_event e where e.chain_id = p_chain window w as (order by e.seq)) x
        where broken $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function audit_verify(bytea, uuid); drop function audit_append(bytea, uuid, jsonb);
      drop function audit_head_mac(uuid, bigint, bytea, bytea);
      drop function audit_canonical(audit_event); drop function begin_request(bytea);
      drop function app_has(text[]); drop function app_school(); drop function app_kind(); drop function app_actor();
      drop function app_age(date, date); drop function app_school_year(); drop function app_today(); drop function app_now();
    `);
  }
}
