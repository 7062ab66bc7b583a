// What every measurement needs: a server of our own, databases that are copies of one another, programs in processes of
// their own, and rounds in turns, so that whatever else the machine does falls on both sides.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import autocannon from 'autocannon';
import pg from 'pg';
import { ensureDatabase, urlsFor } from '../../dist/src/platform/database/database-server.js';
import { startEmbedded } from '../../dist/src/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/src/platform/database/migrate.js';
import { ensureRoles, ownerRole } from '../../dist/src/platform/database/roles.js';

const dir = '.data/bench';
const secret = randomBytes(48).toString('base64');
export const settings = {
  rounds: Number(process.env.BENCH_ROUNDS ?? 5),
  seconds: Number(process.env.BENCH_SECONDS ?? 4),
  auditKey: randomBytes(32).toString('base64'),
};
const env = {
  ...process.env,
  DATABASE_URL: '',
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  PORT: '0',
  POOL_SIZE: '10',
  APP_SECRET: secret,
  AUDIT_KEY: settings.auditKey,
};

/** An empty stage; `close()` when the curtain falls. */
export async function openStage() {
  rmSync(dir, { recursive: true, force: true });
  const server = await startEmbedded({ dir });
  const children = [];
  const asSuperuser = async (database, work) => {
    const client = new pg.Client({ connectionString: server.url(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    /** A migrated database that `fill(client)` fills as its owner. */
    async database(name, fill) {
      const ownerUrl = await ensureDatabase(server.url(), name, secret);
      await ensureRoles(server.url(name), secret);
      await migrate(ownerUrl);
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      const data = await fill(owner).finally(() => owner.end());
      await asSuperuser(name, (client) => client.query('vacuum analyze'));
      return { name, urls: urlsFor(ownerUrl, secret), data };
    },
    /** The same database once more, changed by `sql`. */
    async copy(from, name, sql) {
      await asSuperuser('postgres', (client) =>
        client.query(`create database ${name} template ${from.name} owner ${ownerRole}`),
      );
      await asSuperuser(name, (client) => client.query(sql));
      const ownerUrl = from.urls.ownerUrl.replace(`/${from.name}`, `/${name}`);
      return { name, urls: urlsFor(ownerUrl, secret), data: from.data };
    },
    asSuperuser,
    logFile: `${server.base}/postgres.log`,
    /** Starts a program on a database; answers its address. */
    start(file, { urls }, more = {}) {
      return new Promise((resolve, reject) => {
        const child = fork(new URL(file, import.meta.url), {
          env: { ...env, URLS: JSON.stringify(urls), APP_URL: urls.appUrl, ...more },
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        children.push(child);
        child.once('message', ({ port }) => resolve(`http://127.0.0.1:${port}`));
        child.once('exit', (code) => reject(new Error(`${file} stopped with ${code}`)));
      });
    },
    async close() {
      for (const child of children) child.disconnect();
      await server.stop();
    },
  };
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Both sides in turns; answers the ratio of their requests per second, round by round and as a median. */
export async function inTurns(name, sides, load, say) {
  const measure = async (side, duration) => {
    const result = await autocannon({ url: sides[side], duration, ...load(side) });
    if (result.non2xx > 0 || result.errors > 0)
      throw new Error(`${name}, ${side}: ${result.non2xx} refusals, ${result.errors} errors`);
    const { total } = result.requests;
    const { p50, p99 } = result.latency;
    return { rate: total / result.duration, p50, p99, bytes: result.throughput.total / total };
  };
  const [mine, other] = Object.keys(sides);
  for (const side of [mine, other]) await measure(side, 2); // warm
  const runs = { [mine]: [], [other]: [] };
  for (let round = 0; round < settings.rounds; round++) {
    for (const side of round % 2 ? [other, mine] : [mine, other])
      runs[side].push(await measure(side, settings.seconds));
    const rates = [runs[mine][round].rate, runs[other][round].rate];
    say(
      `${name} round ${round + 1}: ${mine} ${rates[0].toFixed(0)}/s, ${other} ${rates[1].toFixed(0)}/s, ratio ${(rates[0] / rates[1]).toFixed(2)}`,
    );
  }
  const of = (side, key) => median(runs[side].map((run) => run[key]));
  return {
    ratio: Number(median(runs[mine].map((run, i) => run.rate / runs[other][i].rate)).toFixed(3)),
    [mine]: Math.round(of(mine, 'rate')),
    [other]: Math.round(of(other, 'rate')),
    p50ms: of(mine, 'p50'),
    p99ms: of(mine, 'p99'),
    bytes: Math.round(of(mine, 'bytes')),
    rounds: runs[mine].map((run, i) => [Math.round(run.rate), Math.round(runs[other][i].rate)]),
  };
}
