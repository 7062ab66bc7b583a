import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions, replacePolicy } from './replace.js';

const NAME = 'AuditInFull1796000300000';

/**
 * The audit row in full: on whose behalf, on which share, with which code for the reason. A row says in which form it was
 * hashed, so that rows from before stay verifiable. And a note of which heads were sealed elsewhere.
 */
export class AuditInFull1796000300000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Rows that stand there were hashed in form 1; every new one says its form itself.
      alter table audit_event add column form smallint not null default 1, add column on_behalf_of uuid,
        add column share_id uuid, add column reason text;
      alter table audit_event alter column form drop default;
      drop index audit_event_school_id_at_idx;
      create index audit_event_school_id_at_chain_id_seq_idx on audit_event (school_id, at, chain_id, seq);
      create index audit_event_actor_id_at_idx on audit_event (actor_id, at);

      -- Up to where a chain was written down in the file of signed heads. A note to work by: the file itself is the proof.
      create table audit_sealed (
        chain_id uuid not null,
        seq bigint not null,
        constraint audit_sealed_pkey primary key (chain_id)
      );

      -- Heads that moved since they were sealed, or all of them. Without a hash: the row that the head speaks of is gone.
      create function audit_heads(p_all boolean) returns table (chain_id uuid, seq bigint, hash bytea, sealed bigint)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select coalesce(h.chain_id, s.chain_id), coalesce(h.seq, 0), e.hash, coalesce(s.seq, 0)
          from public.audit_head h full join public.audit_sealed s on s.chain_id = h.chain_id
          left join public.audit_event e on e.chain_id = h.chain_id and e.seq = h.seq
         where p_all or h.seq is distinct from s.seq order by 1 $$;
      create function audit_sealed_until(p_chains uuid[], p_seqs bigint[]) returns void
        language sql security definer set search_path = pg_catalog, public as $$
        insert into public.audit_sealed select * from unnest(p_chains, p_seqs) order by 1
          on conflict (chain_id) do update set seq = excluded.seq $$;
      revoke execute on function audit_heads(boolean), audit_sealed_until(uuid[], bigint[]) from public;
      grant execute on function audit_heads(boolean), audit_sealed_until(uuid[], bigint[]) to dsd_jobs;
    `);
    // What is cheap to ask comes first: the privacy officer's rows are many, and a guardian's need a function each.
    await replacePolicy(q, NAME, 'audit_event', 'audit_event_select', {
      using: `(school_id = (select app_school()) and (select app_has('privacy-officer')))
        or (chain_id = (select app_actor()) and outcome = 'allowed')
        or (chain = 'pupil' and outcome = 'allowed' and (select app_kind()) = 'guardian' and app_guards(chain_id, false, null))`,
    });
    await replaceFunctions(
      q,
      NAME,
      ['audit_canonical(audit_event)', 'audit_append(bytea, uuid, jsonb)', 'audit_verify(bytea, uuid)'],
      `
      -- Everything a row says, in a form in which no value can stand for another: what is null is said, lists have ends.
      -- Null, and so never whole, for a form that is not known or says less than the row does.
      create or replace function audit_canonical(e audit_event) returns bytea language sql stable as $$
        select convert_to(case
          when e.form = 1 and e.on_behalf_of is null and e.share_id is null and e.reason is null then
            json_build_array(e.chain_id, e.seq, e.chain, extract(epoch from e.at), e.request_id, e.actor_id,
              e.actor_role, e.actor_school_id, e.action, e.outcome, e.sections, e.basis, e.purpose, e.pupil_ids, e.subject_ids,
              e.school_id)::text
          when e.form = 2 then
            json_build_array(e.form, e.chain_id, e.seq, e.chain, extract(epoch from e.at), e.request_id, e.actor_id,
              e.actor_role, e.actor_school_id, e.on_behalf_of, e.action, e.outcome, e.sections, e.basis, e.purpose, e.share_id,
              e.reason, e.pupil_ids, e.subject_ids, e.school_id)::text
          end, 'UTF8') $$;

      -- Appends to one or more chains. Locks are held until commit, so that the sequence has no holes and no two rows
      -- share a predecessor: one per chain, in a fixed order, beside a shared one on the school. Who appends to hundreds
      -- of chains at once (a roster) takes the school instead: a lock per pupil would fill the server's lock table.
      create or replace function audit_append(p_key bytea, p_request uuid, p_events jsonb) returns void
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
              chain text, "chainId" uuid, action text, outcome text, role text, "onBehalfOf" uuid, sections text[],
              basis text, purpose text, "shareId" uuid, reason text, "pupilIds" uuid[], "subjectIds" uuid[])) with ordinality x
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
          r.form := 2;
          r.seq := coalesce(r.seq, 0) + 1;
          r.prev_hash := coalesce(r.prev_hash, ''::bytea);
          r.chain_id := e."chainId"; r.chain := e.chain; r.at := clock_timestamp(); r.request_id := p_request;
          r.actor_id := public.app_actor(); r.actor_role := coalesce(e.role, public.app_kind(), 'none');
          r.actor_school_id := public.app_school(); r.on_behalf_of := e."onBehalfOf";
          r.action := e.action; r.outcome := coalesce(e.outcome, 'allowed');
          r.sections := coalesce(e.sections, '{}'); r.basis := e.basis; r.purpose := e.purpose; r.share_id := e."shareId";
          r.reason := left(e.reason, 100);
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
      create or replace function audit_verify(p_key bytea, p_chain uuid) returns bigint
        language sql security definer set search_path = pg_catalog, public as $$
        with last as (select e.seq, e.hash from public.audit_event e where e.chain_id = p_chain order by e.seq desc limit 1)
        select coalesce(min(seq), (
            select coalesce(l.seq, 0) + 1 from (select p_chain as id) c left join last l on true
              left join public.audit_head h on h.chain_id = c.id
             where (l.seq, h.mac) is distinct from (h.seq, public.audit_head_mac(c.id, l.seq, l.hash, p_key))))
          from (
          select e.seq, e.hash is distinct from public.hmac(e.prev_hash || public.audit_canonical(e), p_key, 'sha256')
            or e.prev_hash <> coalesce(lag(e.hash) over w, ''::bytea)
            or e.seq <> coalesce(lag(e.seq) over w, 0) + 1 as broken
          from public.audit_event e where e.chain_id = p_chain window w as (order by e.seq)) x
        where broken $$;`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop function audit_sealed_until(uuid[], bigint[]); drop function audit_heads(boolean);
      drop table audit_sealed;
      drop index audit_event_actor_id_at_idx; drop index audit_event_school_id_at_chain_id_seq_idx;
      create index audit_event_school_id_at_idx on audit_event (school_id, at);
      alter table audit_event drop column form, drop column on_behalf_of, drop column share_id, drop column reason`);
  }
}
