import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that is kept to give it twice knows where and as what it was asked, and goes after a day. */
export class AnswersForADay1796001600001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- Of what is there nobody knows any more where it was asked.
      delete from idempotency;
      alter table idempotency add column school_id uuid;
      alter table idempotency add column roles text[] not null;
      create index idempotency_at_idx on idempotency (at);
      create policy idempotency_jobs on idempotency to dsd_jobs using (true);
      grant select (at), delete on idempotency to dsd_jobs`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      revoke select (at), delete on idempotency from dsd_jobs;
      drop policy idempotency_jobs on idempotency;
      drop index idempotency_at_idx;
      alter table idempotency drop column roles; alter table idempotency drop column school_id`);
  }
}
