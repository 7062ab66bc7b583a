import { randomBytes } from 'node:crypto';
import { withClient, withDatabase, withLogin } from '../../src/platform/database/connection.js';
import { type DatabaseUrls, ensureDatabase, urlsFor } from '../../src/platform/database/database-server.js';
import { rolePassword } from '../../src/platform/database/passwords.js';
import { ownerRole } from '../../src/platform/database/roles.js';
import { testSecret, testServer } from './test-facts.js';

export interface TestDatabase extends DatabaseUrls {
  /** For a look past row-level security, never for what is under test. */
  superuserUrl: string;
  /** Removes it now. Not needed: the next run removes what this one leaves. */
  drop(): Promise<void>;
}

const newName = (): string => `${testServer().run}_${randomBytes(4).toString('hex')}`;

/** A migrated, empty database of your own; or with all that is in another one, to which nobody is connected. */
export async function cloneDatabase(template = testServer().template): Promise<TestDatabase> {
  const { superuserUrl } = testServer();
  const name = newName();
  await withClient(superuserUrl, async (client) => {
    await client.query(`create database ${name} template ${template} strategy wal_log owner ${ownerRole}`);
  });
  const ownerUrl = withLogin(withDatabase(superuserUrl, name), ownerRole, rolePassword(testSecret, ownerRole));
  return testDatabase(name, ownerUrl);
}

/** A database without any migration, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const name = newName();
  return testDatabase(name, await ensureDatabase(testServer().superuserUrl, name, testSecret));
}

function testDatabase(name: string, ownerUrl: string): TestDatabase {
  const { superuserUrl } = testServer();
  return {
    ...urlsFor(ownerUrl, testSecret),
    superuserUrl: withDatabase(superuserUrl, name),
    drop: () =>
      withClient(superuserUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Sets what `app_now()` says in this database; null lets it say the time again. */
export async function setDatabaseTime({ ownerUrl }: DatabaseUrls, at: Date | null): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('delete from test_clock');
    if (at) await client.query('insert into test_clock (at) values ($1)', [at]);
  });
}
