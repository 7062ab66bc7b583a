import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Clock } from '../src/platform/clock.js';
import { readConfig } from '../src/platform/config.js';
import { withClient } from '../src/platform/database/connection.js';
import { Db } from '../src/platform/database/db.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { JobStore } from '../src/platform/jobs/job-store.js';
import { JobsDb } from '../src/platform/jobs/jobs-db.js';
import { startApp, type TestApp } from './support/app.js';
import { cloneDatabase, type TestDatabase } from './support/database.js';
import { testSecret } from './support/test-facts.js';

const ask = <T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> =>
  withClient(url, async (client) => (await client.query<T>(sql, values)).rows);
const denied = { code: '42501' };
const allowTask = (database: TestDatabase, name: string) =>
  ask(database.ownerUrl, 'insert into job_task (name) values ($1)', [name]);

describe('a job that a request asks for', () => {
  let app: TestApp;
  const done: string[][] = [];
  let fails = false;
  beforeAll(async () => {
    app = await startApp();
    await allowTask(app.database, 'test.note');
    app.nest.get(JobRegistry).addTask({
      name: 'test.note',
      run: (ids) => {
        if (fails) return Promise.reject(new TypeError('pupil Noor could not be reached at noor@example.nl'));
        done.push(ids);
        return Promise.resolve();
      },
    });
  });
  afterAll(() => app.close());
  beforeEach(() => void (done.length = 0));

  const inRequest = async (ids: string[], fail = false, task = 'test.note'): Promise<void> => {
    const db = app.nest.get(Db);
    await db.run(await db.open(null, randomUUID()), async () => {
      await app.nest.get(JobQueue).enqueue(task, ids);
      if (fail) throw new Error('refused after all');
    });
  };

  it('runs after the commit, with the ids it was given', async () => {
    const ids = [randomUUID(), randomUUID()];
    await inRequest(ids);
    expect(done).toEqual([]);
    await app.runJobs();
    expect(done).toEqual([ids]);
    await app.runJobs();
    expect(done).toHaveLength(1);
  });

  it('is not there when the request is rolled back', async () => {
    await expect(inRequest([randomUUID()], true)).rejects.toThrow('refused after all');
    await app.runJobs();
    expect(done).toEqual([]);
  });

  it('has a name from the list, and from 1 to 1000 ids', async () => {
    await expect(inRequest([randomUUID()], false, 'test.other')).rejects.toMatchObject(denied);
    await expect(inRequest([])).rejects.toMatchObject(denied);
    await expect(inRequest(Array.from({ length: 1001 }, () => randomUUID()))).rejects.toMatchObject(denied);
  });

  it('that fails is kept for later, without a word of what it failed on', async () => {
    fails = true;
    const id = randomUUID();
    await inRequest([id]);
    await app.runJobs();
    const kept = () =>
      ask<{ attempts: number }>(app.database.ownerUrl, 'select attempts, last_error as error from job');
    expect(await kept()).toEqual([{ attempts: 1, error: 'TypeError' }]);
    await app.clock.advance({ seconds: 9 });
    await app.runJobs();
    expect(await kept()).toEqual([{ attempts: 1, error: 'TypeError' }]);
    await app.clock.advance({ seconds: 1 });
    await app.runJobs();
    expect(await kept()).toEqual([{ attempts: 2, error: 'TypeError' }]);
    fails = false;
    await app.clock.advance({ minutes: 1 });
    await app.runJobs();
    expect(done).toEqual([[id]]);
    expect(await kept()).toEqual([]);
  });

  it('that keeps failing is given up, and stays to be looked at', async () => {
    fails = true;
    await inRequest([randomUUID()]);
    for (let day = 0; day < 15; day++) {
      await app.runJobs();
      await app.clock.advance({ days: 1 });
    }
    fails = false;
    await app.runJobs();
    expect(done).toEqual([]);
    expect(await ask(app.database.ownerUrl, 'select attempts, run_at::text as at from job')).toEqual([
      { attempts: 9, at: 'infinity' },
    ]);
    await ask(app.database.ownerUrl, 'delete from job');
  });

  it('that a process died on is taken over after five minutes', async () => {
    const id = randomUUID();
    await inRequest([id]);
    await ask(app.database.ownerUrl, `update job set attempts = 1, claimed_until = app_now() + interval '5 minutes'`);
    await app.runJobs();
    expect(done).toEqual([]);
    await app.clock.advance({ minutes: 5 });
    await app.runJobs();
    expect(done).toEqual([[id]]);
  });

  it('is done once, when several processes look at the same moment', async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    for (const id of ids) await inRequest([id]);
    await Promise.all([app.runJobs(), app.runJobs(), app.runJobs(), app.runJobs()]);
    expect(done.flat().sort()).toEqual(ids.sort());
  });

  it('of a task that this version does not know is left alone', async () => {
    await allowTask(app.database, 'test.unknown');
    await inRequest([randomUUID()], false, 'test.unknown');
    await app.runJobs();
    expect(await ask(app.database.ownerUrl, 'select task, attempts from job')).toEqual([
      { task: 'test.unknown', attempts: 0 },
    ]);
  });
});

describe('the queue', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  it('is out of reach of the application and of sign-in, but for asking', async () => {
    for (const url of [database.appUrl, database.signinUrl])
      for (const sql of [
        'select * from job',
        'delete from job',
        `insert into job (id, task, ids, created_at, run_at) values (gen_random_uuid(), 'mail.send', '{}', now(), now())`,
        `insert into job_task (name) values ('mine')`,
        'select * from job_task',
        'select * from job_schedule',
      ])
        await expect(ask(url, sql)).rejects.toMatchObject(denied);
  });

  it('is all that the login of the jobs reaches of its own', async () => {
    await ask(database.jobsUrl, 'select * from job');
    for (const table of ['pupil', 'person', 'account', 'session', 'activity', 'reflection', 'audit_event', 'consent'])
      await expect(ask(database.jobsUrl, `select * from ${table}`)).rejects.toMatchObject(denied);
    for (const sql of [
      `insert into job_task (name) values ('mine')`,
      `update job set ids = '{}'`,
      `update job set task = 'mail.send'`,
      'delete from job_schedule',
    ])
      await expect(ask(database.jobsUrl, sql)).rejects.toMatchObject(denied);
  });
});

describe('a repeating job', () => {
  it('runs when its time has come, and once', async () => {
    const app = await startApp();
    let runs = 0;
    // Nights in UTC: 03:00 in the Netherlands in winter.
    app.nest.get(JobRegistry).addRepeating({
      name: 'test.nightly',
      schedule: '0 2 * * *',
      run: () => Promise.resolve(void runs++),
    });
    await app.nest.get(JobRunner).know();
    await app.runJobs();
    expect(runs).toBe(0);
    await app.clock.set('2026-11-17T02:59:00+01:00');
    await app.runJobs();
    expect(runs).toBe(0);
    await app.clock.set('2026-11-17T03:00:00+01:00');
    await app.runJobs();
    await app.runJobs();
    expect(runs).toBe(1);
    // Nobody was there for some days: it is made up for, once.
    await app.clock.set('2026-11-20T09:00:00+01:00');
    await app.runJobs();
    await app.runJobs();
    expect(runs).toBe(2);
    await app.close();
  });

  it('is done by one process at a time, and does not wait for one that died', async () => {
    const database = await cloneDatabase();
    const one = new JobsDb(database.jobsUrl);
    const other = new JobsDb(database.jobsUrl);
    expect(
      await one.alone('test', async () => expect(await other.alone('test', () => Promise.resolve())).toBe(false)),
    ).toBe(true);
    expect(await other.alone('test', () => Promise.resolve())).toBe(true);
    const hung = one.alone('test', async () => {
      await ask(
        database.superuserUrl,
        `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where l.locktype = 'advisory' and d.datname = current_database()`,
      );
      const mine = () => other.alone('test', () => Promise.resolve());
      for (let tries = 0; tries < 100 && !(await mine()); tries++) await sleep(50); // it dies in a moment
      expect(await mine()).toBe(true);
    });
    await hung;
    await Promise.all([one.onApplicationShutdown(), other.onApplicationShutdown()]);
    await database.drop();
  });
});

describe('the runner in the process', () => {
  let database: TestDatabase;
  let db: JobsDb;
  let runner: JobRunner;
  const started: string[] = [];
  const done: string[] = [];
  beforeAll(async () => {
    database = await cloneDatabase();
    await allowTask(database, 'test.slow');
    db = new JobsDb(database.jobsUrl);
    const registry = new JobRegistry();
    registry.addTask({
      name: 'test.slow',
      run: async ([id]) => {
        started.push(id!);
        await sleep(300);
        done.push(id!);
      },
    });
    const config = readConfig({
      NODE_ENV: 'test',
      APP_SECRET: testSecret,
      AUDIT_KEY: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
    });
    runner = new JobRunner(config, new Clock(), registry, new JobStore(db), db);
    Logger.overrideLogger(false);
    runner.onApplicationBootstrap();
  });
  afterAll(() => database.drop());

  const enqueue = async (): Promise<string> => {
    const id = randomUUID();
    await ask(database.appUrl, 'select enqueue_job($1, $2)', ['test.slow', [id]]);
    return id;
  };
  const until = async (list: string[], id: string): Promise<boolean> => {
    for (let waited = 0; waited < 600 && !list.includes(id); waited++) await sleep(50);
    return list.includes(id);
  };
  /** Superusers are let in all the same. */
  const limit = (connections: number) =>
    ask(
      database.superuserUrl,
      `do $$ begin execute format('alter database %I connection limit ${connections}', current_database()); end $$`,
    );
  const cutOff = () =>
    ask(
      database.superuserUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'dsd_jobs'`,
    );

  it('does a job by itself, soon', async () => {
    expect(await until(done, await enqueue())).toBe(true);
  });

  it('goes on when its connections die in the middle of a job and the database is away for a while', async () => {
    const half = await enqueue();
    expect(await until(started, half)).toBe(true);
    await limit(0);
    await cutOff();
    expect(await until(done, half)).toBe(true);
    await sleep(2500);
    await limit(-1);
    expect(await until(done, await enqueue())).toBe(true);
  });

  it('stops when it is told to, after the job that is under way', async () => {
    const last = await enqueue();
    expect(await until(started, last)).toBe(true);
    await runner.beforeApplicationShutdown();
    expect(done).toContain(last);
    const late = await enqueue();
    await sleep(1500);
    expect(started).not.toContain(late);
    await db.onApplicationShutdown();
  });
});
