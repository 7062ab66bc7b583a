// What the chain of the audit costs: audited reads against the same reads with a plain insert.
import { readDossiers } from './bare.bench.mjs';
import { inTurns } from './stage.mjs';

/** The same columns from the same events, without lock, predecessor, hash and head. */
const plainInsert = `
  create sequence plain_seq cache 100; grant usage on sequence plain_seq to public;
  create or replace function audit_append(p_key bytea, p_request uuid, p_events jsonb) returns void
    language sql security definer set search_path = pg_catalog, public as $$
    insert into public.audit_event (chain_id, seq, chain, at, request_id, actor_id, actor_role, actor_school_id, action, outcome,
           sections, basis, purpose, pupil_ids, subject_ids, school_id, prev_hash, hash)
    select e."chainId", nextval('public.plain_seq'), e.chain, clock_timestamp(), p_request, public.app_actor(),
           coalesce(e.role, public.app_kind(), 'none'), public.app_school(), e.action, coalesce(e.outcome, 'allowed'),
           coalesce(e.sections, '{}'), e.basis, e.purpose, coalesce(e."pupilIds", '{}'), coalesce(e."subjectIds", '{}'),
           case when e.chain = 'pupil' then p.school_id else e."chainId" end, '', ''
      from jsonb_to_recordset(p_events) as e(chain text, "chainId" uuid, action text, outcome text, role text, sections text[],
             basis text, purpose text, "pupilIds" uuid[], "subjectIds" uuid[])
      left join public.pupil p on e.chain = 'pupil' and p.id = e."chainId" $$`;

export async function audit(stage, rich, say) {
  const plain = await stage.copy(rich, 'bench_plain', plainInsert);
  const sides = {
    chain: await stage.start('./app-server.mjs', rich),
    plain: await stage.start('./app-server.mjs', plain),
  };
  return { 'audited read': await inTurns('audited read', sides, () => readDossiers(rich.data), say) };
}
