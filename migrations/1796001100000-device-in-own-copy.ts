import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replaceFunctions } from './replace.js';

const NAME = 'DeviceInOwnCopy1796001100000';
const SIGNATURE = 'account_for_copy(uuid)';

/** A session says on what kind of device it is: so does the pupil's own copy. */
export class DeviceInOwnCopy1796001100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const [{ definition }] = (await q.query('select pg_get_functiondef($1::regprocedure) as definition', [
      SIGNATURE,
    ])) as [{ definition: string }];
    const sql = definition.replace(`'endedAt', s.ended_at)`, `'endedAt', s.ended_at, 'device', s.device)`);
    if (sql === definition) throw new Error(`${SIGNATURE} no longer names the sessions as this migration expects`);
    await replaceFunctions(q, NAME, [SIGNATURE], sql);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
