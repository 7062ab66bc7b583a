import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'IdentitiesInOwnCopy1796001100001';
const SIGNATURE = 'account_for_copy(uuid)';
const before = `'messages', coalesce(`;

/** By which identities an account opens, and through which provider a session began, stand in the pupil's own copy. */
export class IdentitiesInOwnCopy1796001100001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ definition }] = (await q.query('select pg_get_functiondef($1::regprocedure) as definition', [
      SIGNATURE,
    ])) as [{ definition: string }];
    const sql = definition
      .replace(`'device', s.device)`, `'device', s.device, 'provider', s.provider, 'provenAt', s.proven_at)`)
      .replace(
        before,
        `'identities', coalesce((select jsonb_agg(jsonb_build_object('issuer', i.issuer, 'subject', i.subject,
              'linkedAt', i.linked_at) order by i.linked_at, i.id) from public.external_identity i where i.account_id = a.id), '[]'),
          ${before}`,
      );
    if (!sql.includes('i.subject') || !sql.includes('s.provider'))
      throw new Error(`${SIGNATURE} is no longer written as this migration expects`);
    await replaceFunctions(q, NAME, [SIGNATURE], sql);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
