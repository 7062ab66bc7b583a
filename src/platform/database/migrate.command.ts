import 'reflect-metadata';
import { loadConfig } from '../local-secrets.js';
import { openDatabase } from './database-server.js';
import { migrate } from './migrate.js';

/** `npm run migrate`: brings the database of the configuration up to date and says what ran. */
async function run(): Promise<void> {
  const database = await openDatabase(loadConfig());
  try {
    for (const note of database.notes) console.warn(note);
    const names = await migrate(database.ownerUrl);
    console.log(names.length > 0 ? `Migrated:\n  ${names.join('\n  ')}` : 'The database is up to date.');
  } finally {
    await database.close();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : `The migration failed: ${String(error)}`);
  process.exitCode = 1;
});
