import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack, replacePolicy } from './replace.js';

const NAME = 'OwnRole1796001500002';

/** Nobody makes himself more than he is: who administers roles has them from somebody else. */
export class OwnRole1796001500002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await replacePolicy(q, NAME, 'role_assignment', 'role_assignment_insert', {
      check: `school_id = (select app_school())
        and ((select app_has('school-administrator')) or ((select app_has('decaan')) and role = 'staff'))
        and app_may_employ(person_id) and person_id <> (select app_actor())`,
    });
    // Nor does he make one of his own last longer.
    await patchFunction(q, NAME, 'guard_role_assignment()', [
      'if old.valid_until < public.app_today() and',
      'if (old.valid_until < public.app_today() or old.person_id = public.app_actor()) and',
    ]);
    // Nor invites himself: whoever takes the invitation up is somebody else than who sent it.
    await patchFunction(q, NAME, 'join_invitation(bytea)', [
      'i.person_id = me',
      'i.person_id = me or i.invited_by = me',
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
