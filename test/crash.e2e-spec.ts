import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { headsOf, rowsOf } from '../src/audit/audit-rows.reader.js';
import type { Fault } from '../src/audit/chain-check.rules.js';
import { verifyAll } from '../src/audit/verification.rules.js';
import { readConfig } from '../src/platform/config.js';
import { openDatabase, type OpenDatabase } from '../src/platform/database/database-server.js';
import { migrate } from '../src/platform/database/migrate.js';
import { fill } from './bench/data.mjs';
import { TestMailServer } from './support/mail-server.js';
import { randomFrom, seed } from './support/seed.js';

/** `npm run prove` kills more often; the seed says where, so that a run can be repeated. */
const kills = Number(process.env.PROVE_KILLS ?? 2);
/** How many audited reads, and how often something is killed meanwhile. */
const reads = Number(process.env.PROVE_READS ?? 600);
const killsWhileReading = Number(process.env.PROVE_READ_KILLS ?? 4);
const writers = 6;

const random = randomFrom();

/** Durable, as in real use: the data of a test server may be lost, these may not. */
const dir = path.join(os.tmpdir(), `doorstroomdossier-crash-${process.pid}`);
const env = {
  NODE_ENV: 'test',
  DATABASE_DIR: path.join(dir, 'postgres'),
  LOG_LEVEL: 'info',
  APP_SECRET: randomBytes(48).toString('base64'),
  AUDIT_KEY: randomBytes(32).toString('base64'),
  MAIL_FROM: 'noreply@dossier.example',
};
const mailServer = new TestMailServer();
const queued: string[] = []; // ids of messages that were committed

let database: OpenDatabase;
let data: Awaited<ReturnType<typeof fill>>;
let app: ChildProcess;
let url: string;
const acknowledged = new Map<string, string>(); // key → logId

/** Starts the built product and waits until it says where it listens. */
async function start(): Promise<void> {
  app = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH: process.env.PATH, ...env, PORT: '0', SMTP_URL: `smtp://127.0.0.1:${mailServer.port}?tls=no` },
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

/** Puts messages down until told to stop, as a request would: the message and the job in one transaction. */
async function queueMail(done: () => boolean): Promise<void> {
  while (!done()) {
    const id = randomUUID();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    owner.on('error', () => undefined);
    try {
      await owner.connect();
      await owner.query('begin');
      await owner.query(
        `insert into mail_message (id, kind, person_id, created_at, next_try_at) values ($1, 'access-review', $2, now(), now())`,
        [id, data.decaan.person],
      );
      await owner.query(`select enqueue_job('mail.send', array[$1::uuid])`, [id]);
      await owner.query('commit');
      queued.push(id);
    } catch {
      // down: nothing was promised
    } finally {
      await owner.end().catch(() => undefined);
    }
    await sleep(30);
  }
}

/** Everything that was put down has come. What a process died on is taken over after five minutes; here those are over. */
async function allMailArrives(owner: pg.Client): Promise<number> {
  const arrived = (): string[] =>
    mailServer.received.map(({ source }) => /Message-ID: <([\w-]{36})@/.exec(source)?.[1] ?? 'none');
  for (let tries = 0; tries < 300 && !queued.every((id) => arrived().includes(id)); tries++) {
    // Claimed more than five seconds ago: by a process that died.
    const dead = `claimed_until < now() + interval '4 minutes 55 seconds'`;
    await owner.query(
      `update mail_message set claimed_until = null, next_try_at = now() where status = 'waiting' and (claimed_until is null or ${dead})`,
    );
    await owner.query(`update job set claimed_until = null, run_at = now() where ${dead}`);
    await sleep(1000);
  }
  expect(queued.filter((id) => !arrived().includes(id))).toEqual([]); // nothing lost
  return arrived().length - new Set(arrived()).size;
}

beforeAll(async () => {
  await mailServer.start();
  fs.mkdirSync(dir, { recursive: true, mode: 0o755 });
  database = await openDatabase(readConfig({ ...env, PORT: '0' }));
  await migrate(database.ownerUrl);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  data = await fill(owner, { pupils: 30, activities: 1 });
  await owner.query(`update person set email = 'decaan@school.example' where id = $1`, [data.decaan.person]);
  await owner.end();
  await start();
});
afterAll(async () => {
  app.removeAllListeners('exit');
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await ended;
  await database.close();
  await mailServer.stop();
  fs.rmSync(dir, { recursive: true, force: true });
});

async function killProduct(): Promise<void> {
  app.removeAllListeners('exit');
  const gone = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGKILL');
  await gone;
  await start();
}
/** The product starts it again by itself. */
const killDatabase = (): boolean => process.kill(postmaster(), 'SIGKILL');

const postmaster = (): number => {
  const base = fs.existsSync(path.join(env.DATABASE_DIR, 'data')) ? env.DATABASE_DIR : undefined;
  if (!base) throw new Error('the data are elsewhere');
  return Number(fs.readFileSync(path.join(base, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
};

test(
  `killing the product and the database while a class is logged loses nothing and leaves nothing half (seed ${seed})`,
  async () => {
    let stop = false;
    const work = [...Array.from({ length: writers }, () => write(() => stop)), queueMail(() => stop)];
    for (let n = 0; n < kills * 2; n++) {
      await sleep(300 + random() * 1200);
      if (n % 2 === 0) await killProduct();
      else killDatabase();
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
    const twice = await allMailArrives(owner);
    await owner.end();
    process.stdout.write(
      `${kills} kills of each, ${acknowledged.size} class logs acknowledged, 0 lost, 0 half; ${queued.length} messages, 0 lost, ${twice} came twice (seed ${seed})\n`,
    );
  },
  60_000 + kills * 60_000,
);

/** Opens dossiers until told to stop, and keeps the id of every request whose answer began to arrive. */
async function read(arrived: Map<string, string>, done: () => boolean): Promise<void> {
  while (!done()) {
    const { token } = random() < 0.5 ? data.decaan : data.intaker;
    const pupil = data.pupils[Math.floor(random() * data.pupils.length)]!;
    try {
      const answer = await fetch(`${url}/api/v1/dossiers/${pupil}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(5000),
      });
      if (answer.status === 200) arrived.set(answer.headers.get('x-request-id')!, pupil);
      else await sleep(50);
      await answer.text();
    } catch {
      await sleep(50);
    }
  }
}

test(
  `of what anyone got to read, a row is there, however often the product or the database is killed (seed ${seed})`,
  async () => {
    const arrived = new Map<string, string>();
    let stop = false;
    const work = Array.from({ length: writers }, () => read(arrived, () => stop));
    const until = async (count: number): Promise<void> => {
      const deadline = Date.now() + 60_000;
      while (arrived.size < count && Date.now() < deadline) await sleep(10);
      expect(arrived.size).toBeGreaterThanOrEqual(count);
    };
    const killed = { product: 0, database: 0 };
    for (let n = 1; n <= killsWhileReading; n++) {
      await until(Math.floor((reads * n) / (killsWhileReading + 1)));
      await sleep(random() * 300);
      const which = n % 2 ? 'product' : 'database';
      killed[which]++;
      if (which === 'product') await killProduct();
      else killDatabase();
    }
    await until(reads);
    stop = true;
    await Promise.all(work);

    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const { rows: without } = await owner.query(
      `select a.id from unnest($1::uuid[], $2::uuid[]) as a(id, pupil)
        where not exists (select from audit_event e where e.request_id = a.id and e.chain_id = a.pupil
          and e.action = 'section.read' and e.outcome = 'allowed' and e.actor_id is not null)`,
      [[...arrived.keys()], [...arrived.values()]],
    );
    expect(without).toEqual([]);
    await owner.query('begin isolation level repeatable read read only');
    const found: Fault[] = [];
    const nothing = (async function* () {})();
    const given = { rows: rowsOf(owner), heads: headsOf(owner), sealed: nothing, sealedAt: null };
    const counts = await verifyAll({ ...given, key: Buffer.from(env.AUDIT_KEY, 'base64') }, (fault) =>
      found.push(fault),
    );
    expect(found).toEqual([]);
    await owner.end();
    process.stdout.write(
      `${arrived.size} reads arrived, each with its row, over ${killed.product} kills of the product and ` +
        `${killed.database} of the database; ${counts.rows} rows in ${counts.chains} chains, all whole (seed ${seed})\n`,
    );
  },
  60_000 + reads * 20 + killsWhileReading * 15_000,
);
