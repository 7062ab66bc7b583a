import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'ReviewedOnce1796001600003';

/** What one privacy officer said of an emergency, no other one writes over. */
export class ReviewedOnce1796001600003 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(q, NAME, 'guard_emergency_access()', [
      'or old.person_id = public.app_actor())) then',
      'or old.person_id = public.app_actor() or coalesce(old.reviewed_by <> public.app_actor(), false))) then',
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
