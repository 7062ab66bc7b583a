import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'AnsweredNow1796001600002';

/** An answer to a request has an outcome and the moment of now: what is not filled in is not an answer. */
export class AnsweredNow1796001600002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(
      q,
      NAME,
      'guard_rectification()',
      [
        `or new.outcome not in ('corrected', 'kept'))`,
        `or coalesce(new.outcome not in ('corrected', 'kept'), true) or new.answered_at is distinct from public.app_now())`,
      ],
      [
        `public.app_kind() <> 'staff' and (new.withdrawn_at is null or`,
        `public.app_kind() is distinct from 'staff' and (new.withdrawn_at is distinct from public.app_now() or`,
      ],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
