// `npm run bench`: ratios against a bare server that runs the same SQL, measured in turns in one run. `-- --json` for one line.
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import pg from 'pg';
import { buildWhenStale } from '../../src/demo/build.mjs';

buildWhenStale();
const json = process.argv.includes('--json');
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const connections = 10;
const say = (text) => json || process.stdout.write(`${text}\n`);

const { openDatabase } = await import('../../dist/src/platform/database/database-server.js');
const { migrate } = await import('../../dist/src/platform/database/migrate.js');
const { readConfig } = await import('../../dist/src/platform/config.js');
const { fill } = await import('./data.mjs');
const { rmSync } = await import('node:fs');

const dir = '.data/bench';
rmSync(dir, { recursive: true, force: true });
const env = {
  ...process.env,
  DATABASE_URL: '',
  DATABASE_DIR: dir,
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PORT: '0',
  POOL_SIZE: '10',
  APP_SECRET: randomBytes(48).toString('base64'),
  AUDIT_KEY: randomBytes(32).toString('base64'),
};
const database = await openDatabase(readConfig(env));
await migrate(database.ownerUrl);
const owner = new pg.Client({ connectionString: database.ownerUrl });
await owner.connect();
const data = await fill(owner);
await owner.end();

const children = [];
const start = (file, more) =>
  new Promise((resolve, reject) => {
    const child = fork(new URL(file, import.meta.url), {
      env: { ...env, ...more },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    child.once('message', ({ port }) => resolve(`http://127.0.0.1:${port}`));
    child.once('exit', (code) => reject(new Error(`${file} stopped with ${code}`)));
  });

const { ownerUrl, appUrl, signinUrl, jobsUrl } = database;
const servers = {
  product: await start('./app-server.mjs', { URLS: JSON.stringify({ ownerUrl, appUrl, signinUrl, jobsUrl }) }),
  bare: await start('./bare-server.mjs', { APP_URL: appUrl }),
};

const activityFor = (pupils) =>
  JSON.stringify({
    type: 'open-day',
    title: 'Open dag',
    startsOn: '2026-10-01',
    competences: ['werkexploratie'],
    pupils: pupils.map((pupilId) => ({ pupilId })),
  });
const classes = data.classes.map(({ group, pupils }) => ({ group, body: activityFor(pupils) }));
let turn = 0;
const pick = () => data.pupils[Math.floor(Math.random() * data.pupils.length)];
const cases = {
  dossier: () => ({
    headers: { authorization: `Bearer ${data.intaker.token}` },
    requests: [{ method: 'GET', setupRequest: (request) => ({ ...request, path: `/api/v1/dossiers/${pick()}` }) }],
  }),
  'log-class': () => ({
    headers: { authorization: `Bearer ${data.decaan.token}`, 'content-type': 'application/json' },
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { group, body } = classes[turn++ % classes.length]; // colleagues log for different classes
          const headers = { ...request.headers, 'idempotency-key': randomUUID() };
          return { ...request, path: `/api/v1/groups/${group}/activities`, body, headers };
        },
      },
    ],
  }),
};

async function measure(url, name, duration) {
  const result = await autocannon({
    url,
    connections: name === 'dossier' ? connections : 4,
    duration,
    ...cases[name](),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${name} on ${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return {
    rate: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    bytes: result.throughput.total / result.requests.total,
  };
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const report = {};
try {
  for (const name of Object.keys(cases)) {
    for (const url of Object.values(servers)) await measure(url, name, 2); // warm
    const runs = { product: [], bare: [] };
    for (let round = 0; round < rounds; round++) {
      for (const side of round % 2 ? ['bare', 'product'] : ['product', 'bare'])
        runs[side].push(await measure(servers[side], name, seconds));
      say(
        `${name} round ${round + 1}: product ${runs.product[round].rate.toFixed(0)}/s, bare ${runs.bare[round].rate.toFixed(0)}/s, ratio ${(runs.product[round].rate / runs.bare[round].rate).toFixed(2)}`,
      );
    }
    const rate = (side) => Math.round(median(runs[side].map((run) => run.rate)));
    report[name] = {
      ratio: Number(median(runs.product.map((run, i) => run.rate / runs.bare[i].rate)).toFixed(3)),
      product: rate('product'),
      bare: rate('bare'),
      p50ms: median(runs.product.map((run) => run.p50)),
      p99ms: median(runs.product.map((run) => run.p99)),
      bytes: Math.round(runs.product[0].bytes),
      rounds: runs.product.map((run, i) => [Math.round(run.rate), Math.round(runs.bare[i].rate)]),
    };
  }
} finally {
  for (const child of children) child.disconnect();
  await database.close();
}
if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  say('\n               ratio  product/s  bare/s  p50 ms  p99 ms  bytes');
  for (const [name, one] of Object.entries(report))
    say(
      `  ${name.padEnd(12)} ${one.ratio.toFixed(2).padStart(5)} ${String(one.product).padStart(10)} ${String(one.bare).padStart(7)} ${String(one.p50ms).padStart(7)} ${String(one.p99ms).padStart(7)} ${String(one.bytes).padStart(6)}`,
    );
  say(
    `\n${rounds} rounds of ${seconds} s in turns; dossier with ${connections} connections, log-class (30 pupils) with 4.`,
  );
}
process.exit(0);
