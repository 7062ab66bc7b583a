import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cloneDatabase, setDatabaseTime, type TestDatabase } from './support/database.js';
import { newKey } from './support/app.js';
import { plus, wholeDays } from './support/model/time.js';
import { randomFrom, steadySeed as seed } from './support/seed.js';
import { newScene, works } from './support/table/scene.js';
import type { World } from './support/model/world.js';
import { testSecret } from './support/test-facts.js';
import { type Loaded, WorldLoader } from './support/worlds/loader.js';
import { within } from './support/worlds/features.js';

/** `npm run prove` withdraws more often. */
const withdrawals = Number(process.env.PROVE_WITHDRAWALS ?? 60);
const atOnce = 5;

const random = randomFrom(seed);

let database: TestDatabase;
let worlds: Loaded[];
const servers: { process: ChildProcess; url: string }[] = [];

/** The built product, in a process of its own. */
async function start(): Promise<void> {
  const child = fork('test/bench/app-server.mjs', {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: '0',
      APP_SECRET: testSecret,
      AUDIT_KEY: auditKey,
      URLS: JSON.stringify(database), // what is no text in it is left out
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`the product stopped with ${code} at its start`)));
  });
  servers.push({ process: child, url: `http://127.0.0.1:${port}` });
}
const auditKey = randomBytes(32).toString('base64');

/** One pupil who shares everything, the pupil's session and that of the intaker who reads. */
function oneShare(now: string): World {
  const scene = newScene();
  const { world, session, pupil } = scene;
  works(scene, 'intaker', 'mbo');
  session.at = 'mbo';
  world.now = now;
  pupil.bornOn = '2008-03-09'; // decides alone
  pupil.shares = pupil.shares.filter(({ purpose }) => purpose === 'intake');
  pupil.shares.forEach((share) => {
    share.since = plus(now, -wholeDays);
    share.until = plus(now, wholeDays);
  });
  Object.assign(session, { startedAt: now, lastSeenAt: now });
  world.sessions.push({ ...session, id: 'of the pupil', who: 'pupil', at: null });
  return within(world);
}

beforeAll(async () => {
  database = await cloneDatabase();
  await setDatabaseTime(database, null); // two processes have the real time, and so has their database
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  const loader = await WorldLoader.on(superuser);
  const now = new Date().toISOString();
  worlds = await loader.load(Array.from({ length: withdrawals }, () => oneShare(now)));
  await superuser.end();
  await start();
  await start();
}, 120_000);
afterAll(() => servers.forEach(({ process: child }) => child.disconnect()));

const anyServer = (): string => servers[Math.floor(random() * servers.length)]!.url;

interface Read {
  begun: number;
  shown: boolean;
}

/** Reads in a row until some time after the withdrawal was answered. */
async function read(loaded: Loaded, done: () => boolean): Promise<Read[]> {
  const reads: Read[] = [];
  for (let after = 0; after < 2;) {
    if (done()) after++;
    const begun = performance.now();
    const answer = await fetch(`${anyServer()}/api/v1/dossiers/${loaded.uuid('pupil')}`, {
      headers: { authorization: `Bearer ${loaded.token('session')}` },
    });
    await answer.text();
    expect([200, 404]).toContain(answer.status);
    // Nothing else is shared, so that any answer but a 404 shows something.
    reads.push({ begun, shown: answer.status === 200 });
  }
  return reads;
}

async function race(loaded: Loaded): Promise<{ reads: Read[]; answered: number }> {
  let answered = Infinity;
  const readers = [1, 2, 3].map(() => read(loaded, () => answered < Infinity));
  await sleep(random() * 25);
  const answer = await fetch(`${anyServer()}/api/v1/consents/${loaded.uuid('share for intake')}/withdrawal`, {
    method: 'POST',
    headers: { authorization: `Bearer ${loaded.token('of the pupil')}`, 'idempotency-key': newKey() },
  });
  await answer.text();
  answered = performance.now();
  expect(answer.status).toBe(201);
  return { reads: (await Promise.all(readers)).flat(), answered };
}

test(
  `no read that begins after a withdrawal was answered shows what was withdrawn (${withdrawals} withdrawals, two processes, seed ${seed})`,
  async () => {
    const counted = { before: 0, during: 0, after: 0, late: 0 };
    const queue = [...worlds];
    const lane = async (): Promise<void> => {
      for (let loaded = queue.pop(); loaded; loaded = queue.pop()) {
        const { reads, answered } = await race(loaded);
        for (const { begun, shown } of reads) {
          if (begun <= answered) counted[shown ? 'before' : 'during']++;
          else counted[shown ? 'late' : 'after']++;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    process.stdout.write(
      `${withdrawals} withdrawals: ${counted.before} reads showed it before, ${counted.during} no longer while it was answered, ` +
        `${counted.after} not after, ${counted.late} still after (seed ${seed})\n`,
    );
    expect(counted.late).toBe(0);
    expect(counted.before).toBeGreaterThan(withdrawals / 2);
    expect(counted.after).toBeGreaterThan(withdrawals);
  },
  60_000 + withdrawals * 500,
);
