import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'SearchedInVain1796001600004';

/** Who searches again and again for an emergency and opens nobody that day looks people up: unusual. */
export class SearchedInVain1796001600004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(
      q,
      NAME,
      'unusual_access(date, date, int, int, int, int)',
      [
        '-- Whose password was guessed at is the subject',
        `select 'searched', m.actor_id, m.local::date, m.actor_role, m.actor_school_id, null, m.at from mine m
           where m.action = 'emergency.searched' and m.actor_id is not null
             and not exists (select 1 from public.audit_event o where o.actor_id = m.actor_id and o.action = 'emergency.opened'
                   and (o.at at time zone 'Europe/Amsterdam')::date = m.local::date)
          union all
          -- Whose password was guessed at is the subject`,
      ],
      [
        `when 'failed' then c.times >= p_failed`,
        `when 'failed' then c.times >= p_failed when 'searched' then c.times >= 3`,
      ],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
