import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from '../platform/database/database-server.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobsDb } from '../platform/jobs/jobs-db.js';
import { loadConfig } from '../platform/local-secrets.js';
import { ErasureWork } from './erasure-work.service.js';

interface Preview {
  school: string;
  pupil_number: string;
  part: string;
  anchor: string;
  since: string;
  due_on: string;
  basis: string;
  held: boolean;
}

/**
 * `npm run retention`: what the daily job does, now: erases what somebody confirmed, and puts what is kept too long in the
 * reports that wait for confirmation. `-- --dry-run`: tells what would be in them and changes nothing.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean' } } });
  const config = loadConfig();
  const database = await openDatabase(config);
  const jobs = new JobsDb(database.jobsUrl);
  try {
    if (values['dry-run']) return await preview(jobs);
    const work = new ErasureWork(jobs, config, new JobRegistry());
    const { erased, held, reports } = await work.daily();
    console.log(`Erased of ${erased} pupils, held of ${held}. Reports that wait for confirmation: ${reports}.`);
  } finally {
    await jobs.onApplicationShutdown();
    await database.close();
  }
}

async function preview(jobs: JobsDb): Promise<void> {
  const { rows } = await jobs.transaction((client) =>
    client.query<Preview>(
      `select school, pupil_number, part, anchor, since::text, due_on::text, basis, held from retention_preview()`,
    ),
  );
  for (const row of rows)
    console.log(
      [
        row.school,
        row.pupil_number,
        row.part,
        `${row.anchor} ${row.since}`,
        `due ${row.due_on}`,
        row.held ? 'HELD' : '',
        row.basis,
      ]
        .filter(Boolean)
        .join(' | '),
    );
  const pupils = new Set(rows.map(({ school, pupil_number }) => `${school} ${pupil_number}`)).size;
  console.log(`${rows.length} parts of ${pupils} pupils are kept longer than their term. Nothing was changed.`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : `Retention failed: ${String(error)}`);
  process.exitCode = 1;
});
