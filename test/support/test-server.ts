import path from 'node:path';
import { withClient, withDatabase } from '../../src/platform/database/connection.js';
import { ensureDatabase } from '../../src/platform/database/database-server.js';
import { type EmbeddedServer, startEmbedded } from '../../src/platform/database/embedded-postgres.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { keyIsAlive, processKey } from '../../src/platform/database/processes.js';
import { ensureRoles } from '../../src/platform/database/roles.js';
import { type TestServerFacts, testSecret } from './test-facts.js';

let server: EmbeddedServer | undefined;

/** One server for the run, shared with other runs in this checkout; a migrated template with a clock that tests set. */
export async function startTestServer(): Promise<void> {
  server = await startEmbedded({ dir: path.resolve(process.env.TEST_PG_DIR ?? '.data/test-pg'), fast: true });
  try {
    await dropLeftovers(server.url());
    const run = `test_${processKey()!.replace('.', '_')}`;
    const template = `${run}_template`;
    const superuserUrl = server.url();
    const ownerUrl = await ensureDatabase(superuserUrl, template, testSecret);
    await ensureRoles(superuserUrl, testSecret);
    await migrate(ownerUrl);
    await replaceClock(ownerUrl);
    await makeMistake(withDatabase(superuserUrl, template));
    const facts: TestServerFacts = { superuserUrl, run, template };
    process.env.TEST_SERVER = JSON.stringify(facts); // the workers start with it
  } catch (error) {
    await stopTestServer();
    throw error;
  }
}

export async function stopTestServer(): Promise<void> {
  await server?.stop();
  server = undefined;
}

/** Databases of runs that are over: dropping them at the end of a file would cost each file its time. */
async function dropLeftovers(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^test_'`,
    );
    for (const { datname } of rows) {
      const [, pid, start] = datname.split('_');
      if (keyIsAlive(`${pid}.${start}`)) continue;
      await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}

/** A mistake in the database under test, to see which tests find it: see test/prove. */
async function makeMistake(templateUrl: string): Promise<void> {
  const text = process.env.SQL_MUTANT;
  if (!text) return;
  const { mutate } = await import('../prove/policies/mutant.js');
  await withClient(templateUrl, (client) => mutate(client, JSON.parse(text) as Parameters<typeof mutate>[1]));
}

/** Only in test databases can the time of the database be set; see `setDatabaseTime`. */
async function replaceClock(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(`select from pg_proc where oid = to_regprocedure('app_now()')`);
    if (rows.length === 0) throw new Error('the migrations make no app_now()');
    await client.query(`
      create table test_clock (one boolean primary key default true check (one), at timestamptz not null);
      grant select on test_clock to dsd_app, dsd_signin, dsd_jobs;
      create or replace function app_now() returns timestamptz language sql stable as $$
        select coalesce((select at from public.test_clock), now()) $$`);
  });
}
