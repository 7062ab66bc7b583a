import type { MigrationInterface, QueryRunner } from 'typeorm';
import { putBack, replacePolicy } from './replace.js';

const NAME = 'EarlierAnswers1796001060000';

/** Earlier answers are seen by whoever sees the answers that stand: nobody at school sees those of who left. */
export class EarlierAnswers1796001060000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await replacePolicy(q, NAME, 'consent_answer_past', 'consent_answer_past_select', {
      using: `(school_id = (select app_school()) and (select app_wide('consents'))
          and not exists (select from app_gone x where x.id = pupil_id offset 0))
        or pupil_id = (select app_self()) or app_relates(pupil_id, school_id, 'consents')`,
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
