import type { MigrationInterface, QueryRunner } from 'typeorm';
import { patchFunction, putBack } from './replace.js';

const NAME = 'ErasedIsNobody1796001600000';

/**
 * Who was erased is nobody any more, also for the functions that look past row-level security: nobody answers
 * for him, and no name, number or address of his leaves the database.
 */
export class ErasedIsNobody1796001600000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    const patch = (signature: string, ...edits: [string, string][]): Promise<void> =>
      patchFunction(q, NAME, signature, ...edits);
    await patch('app_answers(uuid, uuid, text)', [
      'if exists (select 1 from public.pupil p where p.id = p_pupil and p.left_on <= public.app_today()) then',
      `if not exists (select 1 from public.pupil p where p.id = p_pupil and p.erased_at is null) then return false; end if;
        if exists (select 1 from public.pupil p where p.id = p_pupil and p.left_on <= public.app_today()) then`,
    ]);
    await patch('pupil_who_asks(uuid)', [
      'where p.id = p_pupil and',
      'where p.id = p_pupil and p.erased_at is null and',
    ]);
    await patch('pupil_number_for_audit(uuid)', [
      'where p.id = p_pupil and',
      'where p.id = p_pupil and p.erased_at is null and',
    ]);
    await patch('pupil_by_number_for_audit(text)', [
      'and p.pupil_number = p_number',
      'and p.erased_at is null and p.pupil_number = p_number',
    ]);
    await patch('unusual_access(date, date, int, int, int, int)', [
      'where p.id = any(x.who) and',
      'where p.id = any(x.who) and p.erased_at is null and',
    ]);
    await patch('account_for_copy(uuid)', ['p.id = public.app_actor()', 'p.id = public.app_self()']);
    await patch('audit_receipt(uuid, text)', [
      `(public.app_kind() = 'pupil' and p_chain = public.app_actor())`,
      'p_chain = public.app_self()',
    ]);
    await patch(
      'queue_notices(text, jsonb)',
      [
        `on g.pupil_id = w."guardiansOf" and g.custody`,
        `on g.pupil_id = w."guardiansOf" and g.custody
            and not exists (select from public.app_erased e where e.id = g.pupil_id offset 0)`,
      ],
      ['on u.id = w."pupilId"', 'on u.id = w."pupilId" and u.erased_at is null'],
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
