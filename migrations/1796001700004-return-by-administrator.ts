import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'ReturnByAdministrator1796001700004';

/** Nobody at school sees who left; the administrator alone brings somebody back, not everyone who reads a roster in. */
export class ReturnByAdministrator1796001700004 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(q, NAME, 'pupils_return(uuid[])', [
      'if not public.app_keeps_roster() then',
      `if not public.app_has('school-administrator') then`,
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
