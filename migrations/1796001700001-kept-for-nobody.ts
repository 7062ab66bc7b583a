import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A process of before, still busy beside the new database, keeps answers without saying as what they were asked. Its work
 * goes on; such an answer belongs to a role that nobody has, so that it is never given again.
 */
export class KeptForNobody1796001700001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table idempotency alter column roles set default '{unknown}'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table idempotency alter column roles drop default');
  }
}
