import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'LettersAndConsent1796001500003';

/** Whoever holds the code of a pupil and the code of the guardian can say yes for both: the privacy officer looks at it. */
export class LettersAndConsent1796001500003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(
      q,
      NAME,
      'unusual_access(date,date,int,int,int,int)',
      [
        'where a.pupils > p_many)',
        `where a.pupils > p_many),
        -- Codes for a pupil and for a guardian by one person, one of them in place of a password, and an answer about consent
        -- within fourteen days. Of the day of the answer; the codes may be of before the period.
        handed as (
          select a.actor_id, c.local::date as day, min(a.actor_role) as role, (array_agg(a.actor_school_id))[1] as school_id,
                 c.chain_id, min(a.at) as first_at, max(c.at) as last_at
            from mine c join public.audit_event a on a.chain_id = c.chain_id and a.action = 'activation.issued'
              and a.outcome = 'allowed' and a.at > c.at - interval '14 days' and a.at <= c.at
           where c.action = 'consent.answered' and c.outcome = 'allowed' and c.chain = 'pupil'
           group by a.actor_id, c.local::date, c.chain_id
          having bool_or(a.chain_id = any(a.subject_ids)) and bool_or(array_remove(a.subject_ids, a.chain_id) <> '{}')
             and bool_or(a.reason = 'reset')),
        lettered as (
          select 'letters' as kind, h.actor_id, h.day, min(h.role) as role, (array_agg(h.school_id))[1] as school_id,
                 count(*)::int as times, count(*)::int as pupils, count(*)::int as here, array_agg(h.chain_id) as who,
                 min(h.first_at) as first_at, max(h.last_at) as last_at
            from handed h group by h.actor_id, h.day)`,
      ],
      ['union all select * from many) x', 'union all select * from many union all select * from lettered) x'],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
