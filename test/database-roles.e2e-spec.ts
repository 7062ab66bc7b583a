import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/platform/config.js';
import { withClient, withDatabase, withLogin } from '../src/platform/database/connection.js';
import { openDatabase } from '../src/platform/database/database-server.js';
import { type EmbeddedServer, startEmbedded } from '../src/platform/database/embedded-postgres.js';
import { migrate } from '../src/platform/database/migrate.js';
import { cloneDatabase, emptyDatabase, setDatabaseTime, type TestDatabase } from './support/database.js';
import { testSecret } from './support/test-facts.js';

const auditKey = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=';

const ask = <T extends object>(url: string, sql: string): Promise<T[]> =>
  withClient(url, async (client) => (await client.query<T>(sql)).rows);

describe('the logins of a migrated database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  test.each([
    ['ownerUrl', 'dsd_owner'],
    ['appUrl', 'dsd_app'],
    ['signinUrl', 'dsd_signin'],
    ['jobsUrl', 'dsd_jobs'],
  ] as const)('%s signs in as %s, which may do nothing beyond the database', async (url, role) => {
    const rows = await ask(
      database[url],
      `select session_user as me, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as mighty
         from pg_roles where rolname = session_user`,
    );
    expect(rows).toEqual([{ me: role, mighty: false }]);
  });

  test('those of the running program own nothing and give up in time', async () => {
    const owned = await ask(
      database.superuserUrl,
      `select relname from pg_class where pg_get_userbyid(relowner) in ('dsd_app', 'dsd_signin', 'dsd_jobs')
        union all select proname from pg_proc where pg_get_userbyid(proowner) in ('dsd_app', 'dsd_signin', 'dsd_jobs')`,
    );
    expect(owned).toEqual([]);
    for (const url of [database.appUrl, database.signinUrl, database.jobsUrl]) {
      expect(await ask(url, 'show statement_timeout')).toEqual([{ statement_timeout: '10s' }]);
      expect(await ask(url, 'show lock_timeout')).toEqual([{ lock_timeout: '3s' }]);
      expect(await ask(url, 'show idle_in_transaction_session_timeout')).toEqual([
        { idle_in_transaction_session_timeout: '30s' },
      ]);
      await expect(ask(url, 'create table mine (n int)')).rejects.toMatchObject({ code: '42501' });
      await expect(ask(url, 'set role dsd_owner')).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('read the time that a test sets, and cannot set it', async () => {
    await setDatabaseTime(database, new Date('2030-01-02T03:04:05Z'));
    expect(await ask(database.appUrl, 'select app_now() as now')).toEqual([{ now: new Date('2030-01-02T03:04:05Z') }]);
    await expect(ask(database.appUrl, `update test_clock set at = now()`)).rejects.toMatchObject({ code: '42501' });
    await setDatabaseTime(database, null);
    expect(await ask(database.appUrl, 'select app_now() = now() as real')).toEqual([{ real: true }]);
  });
});

test('two programs that migrate at once do it once', async () => {
  const database = await emptyDatabase();
  const [one, other] = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  expect([one.length, other.length].sort()[0]).toBe(0);
  expect(one.length + other.length).toBeGreaterThan(0);
  await database.drop();
});

describe('opening the database of the configuration', () => {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'opening-'));
  let server: EmbeddedServer;
  const config = (settings: Record<string, string>) =>
    readConfig({
      APP_SECRET: testSecret,
      AUDIT_KEY: auditKey,
      DATABASE_DIR: path.join(parent, 'postgres'),
      ...settings,
    });
  const administrator = (sql: string) => ask(server.url('given'), sql);
  let given: string;

  // A server of its own: roles are shared by all databases of a server.
  beforeAll(async () => {
    fs.chmodSync(parent, 0o755);
    server = await startEmbedded({ dir: path.join(parent, 'other'), fast: true });
    await ask(server.url(), `create role given login password 'x'`);
    await ask(server.url(), 'create database given owner given');
    given = withLogin(withDatabase(server.url(), 'given'), 'given', 'x');
  });
  afterAll(async () => {
    await server.stop('immediate');
    fs.rmSync(parent, { recursive: true, force: true });
  });

  test('unset: makes a server, an owner and the roles; a second time they are there', async () => {
    const first = await openDatabase(config({}));
    expect(await migrate(first.ownerUrl)).not.toEqual([]);
    await first.close();
    const second = await openDatabase(config({}));
    expect(await migrate(second.ownerUrl)).toEqual([]);
    expect(await ask(second.appUrl, 'select current_user as me')).toEqual([{ me: 'dsd_app' }]);
    expect(second.notes).toEqual([]);
    await second.close();
    await expect(ask(second.appUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('given: an owner that may make no roles is told what to do; once they are there it needs no right', async () => {
    await expect(openDatabase(config({ DATABASE_URL: given }))).rejects.toThrow(/ALTER ROLE given CREATEROLE;/);
    await administrator('alter role given createrole');
    const opened = await openDatabase(config({ DATABASE_URL: given }));
    expect(opened.notes).toEqual([]);
    await migrate(opened.ownerUrl);
    await administrator('alter role given nocreaterole');
    const again = await openDatabase(config({ DATABASE_URL: given }));
    expect(await ask(again.jobsUrl, 'select current_user as me')).toEqual([{ me: 'dsd_jobs' }]);
  });

  test('given: another secret gives the roles other passwords, when the owner may', async () => {
    const rotated = config({ DATABASE_URL: given, APP_SECRET: [...testSecret].reverse().join('') });
    await expect(openDatabase(rotated)).rejects.toThrow(/ALTER ROLE given CREATEROLE;/);
    await administrator('alter role given createrole');
    const { appUrl } = await openDatabase(rotated);
    expect(await ask(appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('given: refuses a role that row-level security does not bind', async () => {
    await administrator('alter role dsd_app bypassrls');
    await expect(openDatabase(config({ DATABASE_URL: given }))).rejects.toThrow(/ALTER ROLE dsd_app NOBYPASSRLS;/);
    await administrator('alter role dsd_app nobypassrls');
  });

  test('given: warns of an owner that row-level security does not bind', async () => {
    const { notes } = await openDatabase(config({ DATABASE_URL: server.url('given') }));
    expect(notes).toEqual([expect.stringMatching(/postgres .* not bound by row-level security/)]);
  });

  test.each([
    ['a wrong password', () => given.replace(':x@', ':hunter2@'), /the login or its password is wrong/],
    ['no such database', () => withDatabase(given, 'nowhere'), /no such database/],
    ['nothing there', () => 'postgres://given:hunter2@127.0.0.1:1/given', /127\.0\.0\.1:1\/given\): nothing answers/],
  ])('given: says what is wrong with %s, without the password', async (_, url, message) => {
    const error = await openDatabase(config({ DATABASE_URL: url() })).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('hunter2');
  });
});
