import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack, replaceFunctions } from './replace.js';

const NAME = 'StartsForetold1796001700002';

/**
 * What comes into force by itself, fourteen days after it was offered, is written down beforehand for the receiving school,
 * as an end that comes by itself already is: for its moment, and gone again when it is overtaken.
 */
export class StartsForetold1796001700002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The share by law that nobody answered yet and that will count by itself, as things stand; with when it begins.
      create function starts_by_itself(p_pupil uuid, p_to uuid, p_purpose text)
        returns table (share_id uuid, sections text[], begins timestamptz, until timestamptz)
        language sql stable security definer set search_path = pg_catalog, public as $$
        select h.id, h.sections, h.offered_at + interval '336 hours', h.valid_until from public.statutory_share h
         where h.pupil_id = p_pupil and h.to_school_id = p_to and h.purpose = p_purpose and h.ended_at is null
           and h.in_force_since is null and h.offered_at + interval '336 hours' > public.app_now()
           and h.offered_at + interval '336 hours' < h.valid_until and public.statutory_on(h.school_id)
           and not exists (select 1 from public.app_erased e where e.id = p_pupil)
           and (exists (select 1 from public.application a where a.pupil_id = p_pupil and a.to_school_id = p_to and a.withdrawn_at is null)
             or exists (select 1 from public.placement l where l.pupil_id = p_pupil and l.to_school_id = p_to
                  and coalesce(l.ended_on, 'infinity') >= ((h.offered_at + interval '336 hours') at time zone 'Europe/Amsterdam')::date))
         order by 3, 1 limit 1 $$;
      revoke execute on function starts_by_itself(uuid, uuid, text) from public;
      drop trigger tell_new on statutory_share;
      create constraint trigger tell_new after insert on statutory_share deferrable initially deferred for each row
        execute function tell_of_statutory()`);
    await replaceFunctions(q, NAME, ['tell_school(uuid, uuid, uuid, text, uuid, text)'], tellSchool);
    // What waits to begin goes with its application or placement, and with a pupil who is erased, as what counts does.
    await patchFunction(q, NAME, 'tell_of_tie()', [
      'from public.shares_in_force(new.pupil_id, new.to_school_id) x loop',
      `from public.shares_in_force(new.pupil_id, new.to_school_id) x
                  union all select h.id, h.purpose from public.statutory_share h where h.pupil_id = new.pupil_id
                    and h.to_school_id = new.to_school_id and h.ended_at is null and h.in_force_since is null loop`,
    ]);
    await patchFunction(q, NAME, 'tell_of_erasure()', [
      'where x.pupil_id = new.id and x.at <= public.app_now() order by',
      'where x.pupil_id = new.id order by',
    ]);
    await q.query(`
      do $$
      declare h record;
      begin
        for h in select x.* from public.statutory_share x where x.ended_at is null and x.valid_until > public.app_now() loop
          perform public.tell_school(h.pupil_id, h.school_id, h.to_school_id, h.purpose, h.id, 'ended');
        end loop;
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query(`
      drop trigger tell_new on statutory_share;
      create constraint trigger tell_new after insert on statutory_share deferrable initially deferred for each row
        when (new.in_force_since is not null) execute function tell_of_statutory();
      drop function starts_by_itself(uuid, uuid, text);
      -- Of what was told beforehand only the end stays, of what is read now.
      with gone as (delete from share_notice n using (select pupil_id, to_school_id, purpose from share_notice
             where at > app_now() and kind <> 'ended') f
            where (n.pupil_id, n.to_school_id, n.purpose) = (f.pupil_id, f.to_school_id, f.purpose) and n.at > app_now()
           returning n.pupil_id, n.to_school_id, n.purpose),
        last as (select distinct on (n.pupil_id, n.to_school_id, n.purpose) n.* from share_notice n
            join gone g using (pupil_id, to_school_id, purpose) where n.at <= app_now()
           order by n.pupil_id, n.to_school_id, n.purpose, n.seq desc)
      insert into share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, told_at, at)
      select gen_random_uuid(), l.seq + 1, l.pupil_id, l.school_id, l.to_school_id, l.purpose, l.share_id, 'ended', '{}', l.sections,
             app_now(), l.until
        from last l where cardinality(l.sections) > 0`);
  }
}

// Holds what is read now against what the school was told last. What will begin or end by itself is written down
// beforehand, for its moment; when it is overtaken, it goes.
const tellSchool = `
  create or replace function tell_school(p_pupil uuid, p_home uuid, p_to uuid, p_purpose text, p_share uuid, p_ended text) returns void
    language plpgsql security definer set search_path = pg_catalog, public as $$
  declare last record; starts record; now_read text[]; now_until timestamptz; was text[] := '{}'; changed boolean;
    held text[]; then_read text[]; then_until timestamptz; foretold timestamptz; next int;
  begin
    perform pg_advisory_xact_lock(hashtextextended(p_pupil::text, 7519));
    select n.sections, n.until, n.share_id into last from public.share_notice n
     where n.pupil_id = p_pupil and n.to_school_id = p_to and n.purpose = p_purpose and n.at <= public.app_now()
     order by n.seq desc limit 1;
    if found then was := last.sections; end if;
    select r.sections, r.until into now_read, now_until from public.read_now(p_pupil, p_to, p_purpose) r;
    changed := not (now_read @> was and now_read <@ was and (cardinality(was) = 0 or now_until is not distinct from last.until));

    -- What is read once a share began by itself, beside what is still read by then. A start that changes nothing is none.
    select * into starts from public.starts_by_itself(p_pupil, p_to, p_purpose);
    held := case when now_until > starts.begins then now_read else '{}' end;
    then_read := array(select unnest(held) union select unnest(starts.sections) order by 1);
    then_until := greatest(starts.until, case when cardinality(held) > 0 then now_until end);
    if then_read <@ held and then_until = now_until then starts.begins := null; end if;
    select n.at into foretold from public.share_notice n where n.pupil_id = p_pupil and n.to_school_id = p_to
       and n.purpose = p_purpose and n.at > public.app_now() and n.kind <> 'ended';
    if not changed and foretold is not distinct from starts.begins then return; end if;

    delete from public.share_notice n where n.pupil_id = p_pupil and n.to_school_id = p_to and n.purpose = p_purpose
      and n.at > public.app_now();
    select coalesce(max(n.seq), 0) + 1 into next from public.share_notice n where n.pupil_id = p_pupil;
    insert into public.share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, until, told_at, at)
    select gen_random_uuid(), next - 1 + row_number() over (order by t.step), p_pupil, p_home, p_to, p_purpose, t.share_id, t.kind,
           t.sections, t.lost, t.until, public.app_now(), t.at
      from (values
        (1, changed, public.app_now(), p_share, case
            when cardinality(was) = 0 then 'given'
            when cardinality(now_read) = 0 then p_ended
            when now_read <@ was and now_read @> was then 'prolonged'
            when now_read @> was then 'widened'
            when now_read <@ was then 'narrowed'
            else 'changed' end,
          now_read, array(select unnest(was) except select unnest(now_read) order by 1), now_until),
        (2, cardinality(now_read) > 0 and (starts.begins is null or cardinality(held) = 0), now_until,
          case when changed then p_share else last.share_id end, 'ended', '{}', now_read, null),
        (3, starts.begins is not null, starts.begins, starts.share_id, case
            when cardinality(held) = 0 then 'given' when then_read <@ held then 'prolonged' else 'widened' end,
          then_read, '{}', then_until),
        (4, starts.begins is not null, then_until, starts.share_id, 'ended', '{}', then_read, null))
        as t(step, holds, at, share_id, kind, sections, lost, until)
     where t.holds;
  end $$`;
