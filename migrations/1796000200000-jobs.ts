import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Background jobs. Requests ask for one through a function, in their own transaction; only the login of the jobs reaches
 * the queue itself.
 */
export class Jobs1796000200000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table job_task (
        name text not null,
        constraint job_task_pkey primary key (name)
      );
      create table job (
        id uuid not null,
        task text not null,
        ids uuid[] not null,
        created_at timestamptz not null,
        run_at timestamptz not null,
        attempts integer not null default '0',
        claimed_until timestamptz,
        last_error text,
        constraint job_pkey primary key (id)
      );
      create index job_run_at_idx on job (run_at);
      create table job_schedule (
        name text not null,
        last_at timestamptz not null,
        constraint job_schedule_pkey primary key (name)
      );
      grant select, update (run_at, attempts, claimed_until, last_error), delete on job to dsd_jobs;
      grant select, insert, update (last_at) on job_schedule to dsd_jobs;
      grant execute on function app_now(), app_today() to dsd_jobs;

      -- The task is one that a migration allowed, and says what it is about by ids: what a job works on stays in its own
      -- table, under that table's policies.
      create function enqueue_job(p_task text, p_ids uuid[]) returns void
        language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from public.job_task t where t.name = p_task) then
          raise insufficient_privilege using message = 'no such task';
        end if;
        if cardinality(p_ids) not between 1 and 1000 then
          raise insufficient_privilege using message = 'from 1 to 1000 ids';
        end if;
        insert into public.job (id, task, ids, created_at, run_at)
        values (gen_random_uuid(), p_task, p_ids, public.app_now(), public.app_now());
      end $$;
      revoke execute on function enqueue_job(text, uuid[]) from public;
      grant execute on function enqueue_job(text, uuid[]) to dsd_app, dsd_signin, dsd_jobs`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop function enqueue_job(text, uuid[]);
      revoke execute on function app_now(), app_today() from dsd_jobs;
      drop table job_schedule; drop table job; drop table job_task`);
  }
}
