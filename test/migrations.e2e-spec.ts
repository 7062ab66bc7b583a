import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { entities } from '../src/entities.js';
import { migrate } from '../src/platform/database/migrate.js';
import { SnakeNaming } from '../src/platform/database/naming.js';
import { emptyDatabase, type TestDatabase } from './support/database.js';

/** Tables without data of a pupil, each for a reason; every other table must have forced row-level security. */
const withoutPupilData = [
  'samenwerkingsverband', // names of regions
  'school',
  'location',
  'pupil_group', // a klas: a name and a year
  'opleiding',
  'opleiding_import', // public lists of opleidingen
  'retention_term', // how long each part is kept
  'erasure_step', // what goes with each part
  'session', // only the sign-in role can reach it
  'sign_in_throttle',
  'second_factor', // reached by the sign-in role alone, as session is
  'recovery_code',
  'password_reset', // only the sign-in role can reach it
  'external_identity',
  'used_sign_on',
  'audit_head', // where each chain ends; only the function audit_append writes it
  'audit_sealed', // up to where each chain is in the file of signed heads
  'migrations',
  'job', // ids of what waits; only the login of the jobs can reach it
  'job_schedule',
  'job_task', // names of background tasks
  'pace', // until when an account is ahead; reached by take_turn alone
  'replaced', // the words of functions and policies before a migration changed them
];

let database: TestDatabase;
let source: DataSource;
let owner: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  await migrate(database.ownerUrl);
  source = await new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    entities,
    migrations,
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    migrationsTransactionMode: 'each',
  }).initialize();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await source.destroy();
  await database.drop();
});

const column = async (sql: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);

test('migrations and entities agree', async () => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('each table has a primary key', async () => {
  const without = await column(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and not exists (select from pg_constraint p where p.conrelid = c.oid and p.contype = 'p')`);
  expect(without).toEqual([]);
});

test('each table with pupil data has row-level security forced, and a policy for the application', async () => {
  const open = await column(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity and exists (
      select from pg_policies p where p.tablename = c.relname and 'dsd_app' = any(p.roles)))`);
  expect(open.filter((name) => !withoutPupilData.includes(name))).toEqual([]);
});

test('every table that holds a pupil_id is a table with row-level security', async () => {
  const open = await column(`select c.table_name as name from information_schema.columns c
    join pg_class t on t.relname = c.table_name and t.relkind = 'r'
    where c.table_schema = 'public' and c.column_name in ('pupil_id', 'pupil_ids')
     and not (t.relrowsecurity and t.relforcerowsecurity)`);
  expect(open).toEqual([]);
});

test('every view is a barrier, and those of the application are the relations of whoever asks', async () => {
  const views = (condition: string): Promise<string[]> =>
    column(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('v', 'm') and ${condition} order by 1`);
  expect(await views(`not coalesce('security_barrier=true' = any(c.reloptions), false)`)).toEqual([]);
  expect(await views(`has_table_privilege('dsd_app', c.oid, 'select') and c.relname not like 'app\\_%'`)).toEqual([]);
  const others = `(has_table_privilege('dsd_signin', c.oid, 'select') or has_table_privilege('dsd_jobs', c.oid, 'select'))`;
  expect(await views(others)).toEqual([]);
});

test('each policy names its role, and none is for everybody', async () => {
  const public_ = await column(
    `select policyname as name from pg_policies where schemaname = 'public' and 'public' = any(roles)`,
  );
  expect(public_).toEqual([]);
});

test('the roles of application, sign-in and jobs own nothing and bypass nothing', async () => {
  const owns = await column(
    `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname like 'dsd\\_%' and r.rolname <> 'dsd_owner'`,
  );
  expect(owns).toEqual([]);
  const strong = await column(
    `select rolname as name from pg_roles where rolname like 'dsd\\_%' and (rolsuper or rolbypassrls or rolcreaterole)`,
  );
  expect(strong).toEqual([]);
});

test('every function that runs as the owner has a fixed search path and is not for everybody', async () => {
  const loose = await column(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef and (p.proconfig is null or not exists (
      select from unnest(p.proconfig) c where c like 'search_path=%'))`);
  expect(loose).toEqual([]);
  const forAll = await column(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`);
  expect(forAll).toEqual([]);
});

test('the application cannot change or empty the audit, nor read a password hash', async () => {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    for (const sql of [
      'update audit_event set action = action',
      'delete from audit_event',
      'truncate audit_event',
      `insert into audit_event (chain_id) values (gen_random_uuid())`,
      'select password_hash from account',
      'select * from session',
      'select * from second_factor',
      'select * from recovery_code',
      'select * from external_identity',
      `select audit_verify('x', gen_random_uuid())`,
    ])
      await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await app.end();
  }
});

test('every migration goes down and up again', async () => {
  for (let i = 0; i < migrations.length; i++) await source.undoLastMigration();
  const left = await column(`select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'`);
  expect(left).toEqual(['migrations']);
  const functions = await column(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    join pg_roles r on r.oid = p.proowner where n.nspname = 'public' and r.rolname = 'dsd_owner'`);
  expect(functions).toEqual([]);
  await source.runMigrations();
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries).toEqual([]);
});
