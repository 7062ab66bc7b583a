import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '../src/platform/config.js';
import { openDatabase, type OpenDatabase } from '../src/platform/database/database-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import { fill } from './bench/data.mjs';

/** `npm run prove` kills more often; the seed says where, so that a run can be repeated. */
const kills = Number(process.env.PROVE_KILLS ?? 2);
const seed = Number(process.env.PROVE_SEED ?? randomInt(1, 1_000_000));
const writers = 6;

let state = seed;
const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;

/** Durable, as in real use: the data of a test server may be lost, these may not. */
const dir = path.join(os.tmpdir(), `doorstroomdossier-crash-${process.pid}`);
const env = {
  NODE_ENV: 'test',
  DATABASE_DIR: path.join(dir, 'postgres'),
  LOG_LEVEL: 'info',
  APP_SECRET: randomBytes(48).toString('base64'),
  AUDIT_KEY: randomBytes(32).toString('base64'),
};

let database: OpenDatabase;
let data: Awaited<ReturnType<typeof fill>>;
let app: ChildProcess;
let url: string;
const acknowledged = new Map<string, string>(); // key → logId

/** Starts the built product and waits until it says where it listens. */
async function start(): Promise<void> {
  app = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH: process.env.PATH, ...env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    app.once('exit', (code) => reject(new Error(`the product stopped with ${code} at its start`)));
    app.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const found = /"port":(\d+)/.exec(text)?.[1];
      if (found) resolve(Number(found));
    });
  });
  url = `http://127.0.0.1:${port}`;
}

/** Logs for the class until told to stop; a request without an answer is sent again with the same key. */
async function write(done: () => boolean): Promise<void> {
  let key = randomUUID();
  while (!done()) {
    try {
      const answer = await fetch(`${url}/api/v1/groups/${data.classes[0]!.group}/activities`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${data.decaan.token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({
          type: 'open-day',
          title: key,
          startsOn: '2026-10-01',
          pupils: data.classes[0]!.pupils.map((pupilId) => ({ pupilId })),
        }),
        signal: AbortSignal.timeout(5000),
      });
      if (answer.status === 201) {
        acknowledged.set(key, ((await answer.json()) as { logId: string }).logId);
        key = randomUUID();
      } else await sleep(50);
    } catch {
      await sleep(50); // down: try again, nothing was promised
    }
  }
}

beforeAll(async () => {
  fs.mkdirSync(dir, { recursive: true, mode: 0o755 });
  database = await openDatabase(readConfig({ ...env, PORT: '0' }));
  await migrate(database.ownerUrl);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  data = await fill(owner, { pupils: 30, activities: 1 });
  await owner.end();
  await start();
});
afterAll(async () => {
  app.removeAllListeners('exit');
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await ended;
  await database.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const postmaster = (): number => {
  const base = fs.existsSync(path.join(env.DATABASE_DIR, 'data')) ? env.DATABASE_DIR : undefined;
  if (!base) throw new Error('the data are elsewhere');
  return Number(fs.readFileSync(path.join(base, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
};

test(
  `killing the product and the database while a class is logged loses nothing and leaves nothing half (seed ${seed})`,
  async () => {
    let stop = false;
    const work = Array.from({ length: writers }, () => write(() => stop));
    for (let n = 0; n < kills * 2; n++) {
      await sleep(300 + random() * 1200);
      if (n % 2 === 0) {
        app.removeAllListeners('exit');
        const gone = new Promise((resolve) => app.once('exit', resolve));
        app.kill('SIGKILL');
        await gone;
        await start();
      } else {
        process.kill(postmaster(), 'SIGKILL'); // the product starts it again by itself
      }
      // It works again, without anyone's help; what was under way at the kill may still come in first.
      const before = acknowledged.size + writers;
      const deadline = Date.now() + 30_000;
      while (acknowledged.size <= before && Date.now() < deadline) await sleep(50);
      expect(acknowledged.size).toBeGreaterThan(before);
    }
    stop = true;
    await Promise.all(work);

    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const logs = (
      await owner.query<{ log: string; key: string; rows: number; audited: number }>(
        `select a.log_id as log, min(a.title) as key, count(*)::int as rows,
              (select count(*)::int from audit_event e where e.action = 'activity.logged' and e.subject_ids && array_agg(a.id)) as audited
         from activity a where a.group_id = $1 group by a.log_id`,
        [data.classes[0]!.group],
      )
    ).rows;
    const byKey = new Map(logs.map((row) => [row.key, row.log]));
    expect(logs.filter(({ rows, audited }) => rows !== 30 || audited !== 30)).toEqual([]); // nothing half
    expect([...acknowledged].filter(([key, log]) => byKey.get(key) !== log)).toEqual([]); // nothing lost
    expect(byKey.size).toBe(logs.length); // nothing twice
    const broken = await owner.query(
      `select distinct chain_id from audit_event where audit_verify($1, chain_id) is not null`,
      [Buffer.from(env.AUDIT_KEY, 'base64')],
    );
    expect(broken.rows).toEqual([]); // every chain is whole
    await owner.end();
    process.stdout.write(
      `${kills} kills of each, ${acknowledged.size} class logs acknowledged, 0 lost, 0 half (seed ${seed})\n`,
    );
  },
  60_000 + kills * 60_000,
);
