import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'StandingNo1796001700000';

/**
 * The no of a guardian with custody holds until that guardian lifts it: it stands against whatever is shared anew with
 * the same school for the same purpose (design, section 4). A share that he withdrew is a no as well.
 */
export class StandingNo1796001700000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Since when a no that this guardian said elsewhere stands against this consent; null where none does. What is seen
      -- is what the one who asks may see.
      create function consent_no_before(p_consent uuid, p_guardian uuid) returns timestamptz
        language sql stable set search_path = pg_catalog, public as $$
        select w.at from public.consent c cross join lateral (
            select x.agreed, x.at from (
              select a.agreed, a.at from public.consent o
                join public.consent_answer a on a.consent_id = o.id and a.by_id = p_guardian
               where o.pupil_id = c.pupil_id and o.to_school_id = c.to_school_id and o.purpose = c.purpose and o.id <> c.id
              union all
              select false, o.withdrawn_at from public.consent o
               where o.pupil_id = c.pupil_id and o.to_school_id = c.to_school_id and o.purpose = c.purpose and o.id <> c.id
                 and o.withdrawn_by = p_guardian) x
             order by x.at desc, x.agreed limit 1) w
         where c.id = p_consent and not w.agreed and not exists (select 1 from public.consent_answer a
           where a.consent_id = c.id and a.by_id = p_guardian and a.at >= w.at) $$;
      revoke execute on function consent_no_before(uuid, uuid) from public;
      grant execute on function consent_no_before(uuid, uuid) to dsd_app`);
    await replaceFunctions(
      q,
      NAME,
      ['consent_complete(uuid)'],
      `create or replace function consent_complete(p_consent uuid) returns boolean
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
        return coalesce(said.pupil and said.guardians, false) and not exists (
          select 1 from public.consent c join public.guardian g on g.pupil_id = c.pupil_id and g.custody
           where c.id = p_consent and public.consent_no_before(c.id, g.person_id) is not null);
      end $$`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
    await q.query('drop function consent_no_before(uuid, uuid)');
  }
}
