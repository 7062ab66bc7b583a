import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'NoSessionOfErased1796001600005';

/** A session of who was erased is a session of nobody, also when it was not ended. */
export class NoSessionOfErased1796001600005 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await patchFunction(q, NAME, 'begin_request(bytea)', [
      'where p.account_id = s.account_id;\n        if found then',
      'where p.account_id = s.account_id and p.erased_at is null;\n        if found then',
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
