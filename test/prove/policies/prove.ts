import fc from 'fast-check';
import { steadySeed as seed } from '../../support/seed.js';
import { startTestServer, stopTestServer } from '../../support/test-server.js';
import { differences } from '../../support/worlds/compare.js';
import { within } from '../../support/worlds/features.js';
import type { Loaded } from '../../support/worlds/loader.js';
import { WorldDatabase } from '../../support/worlds/look.js';
import { clocks } from '../../support/worlds/near.arbitrary.js';
import { worldsAt } from '../../support/worlds/world.arbitrary.js';
import { runTests } from '../jest.js';
import { type Mutant, mutate, nameOf } from './mutant.js';
import { mutants } from './mutants.js';

/** `npm run prove:policies -- activity` tries those whose name has this in it. */
const only = process.argv[2] ?? '';
/** A few at a time: most mistakes are seen in the first of them. */
const perBatch = 30;
const batches = 30;
const moments = [0, 4, 7, 1, 9].map((n) => clocks[n % clocks.length]!);

/** What the second wall shows and takes, by itself, in some hundreds of worlds: the first answer that is not the model's. */
async function seenByWorlds(db: WorldDatabase, worlds: readonly Loaded[][]): Promise<string | null> {
  for (const at of worlds)
    for (const heard of await db.ask(at, 1)) {
      const found = differences(heard).find(({ voice }) => voice === 'rows') ?? differences(heard)[0];
      if (found) return `worlds: ${found.voice === 'rows' ? 'rows, ' : 'rules, '}${found.question}`;
    }
  const [off] = await db.unwalled();
  return off ? 'worlds: row-level security is on and forced wherever there is a policy' : null;
}

async function inWorlds(tried: readonly Mutant[]): Promise<Map<Mutant, string>> {
  const killed = new Map<Mutant, string>();
  const base = await WorldDatabase.open({ checked: false });
  const worlds: Loaded[][] = [];
  for (let n = 0; n < batches; n++) {
    const arbitrary = worldsAt(moments[n % moments.length]!).map(within);
    worlds.push(await base.load(fc.sample(arbitrary, { seed: seed + n, numRuns: perBatch })));
  }
  const untouched = await seenByWorlds(base, worlds);
  if (untouched) throw new Error(`without any mistake: ${untouched}`);
  await base.disconnect();
  const queue = [...tried];
  const lane = async (): Promise<void> => {
    const db = await base.twin();
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const by = await db.supposing(
        (client) => mutate(client, mutant),
        () => seenByWorlds(db, worlds).catch((error: unknown) => `worlds: no answer at all, ${String(error)}`),
      );
      if (by) killed.set(mutant, by);
      if (process.env.PROVE_LOUD) process.stdout.write(`${by ? 'red  ' : 'green'} ${nameOf(mutant)}: ${by ?? ''}\n`);
    }
    await db.close();
  };
  await Promise.all([lane(), lane()]);
  await base.close();
  return killed;
}

/** The tests that try statements against the database, with the mistake in it. */
async function inTests(left: readonly Mutant[]): Promise<Map<Mutant, string>> {
  const killed = new Map<Mutant, string>();
  const queue = [...left];
  const lane = async (): Promise<void> => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const { red, ran, log } = await runTests(mutant.tests ?? 'test/second-wall\\.', {
        SQL_MUTANT: JSON.stringify(mutant),
      });
      if (ran === 0) throw new Error(`${nameOf(mutant)}: no test ran\n${log.slice(-2000)}`);
      if (red[0]) killed.set(mutant, red[0]);
      if (process.env.PROVE_LOUD)
        process.stdout.write(`${red[0] ? 'red  ' : 'green'} ${nameOf(mutant)}: ${red[0] ?? ''}\n`);
    }
  };
  await Promise.all([lane(), lane()]);
  return killed;
}

export async function provePolicies(): Promise<boolean> {
  const started = Date.now();
  const tried = mutants.filter((mutant) => nameOf(mutant).includes(only));
  await startTestServer();
  const killed = await inWorlds(tried).finally(stopTestServer);
  for (const [mutant, by] of await inTests(tried.filter((mutant) => !killed.has(mutant)))) killed.set(mutant, by);
  let group = '';
  for (const mutant of [...tried].sort((a, b) => compare(a.table, b.table) || compare(a.mistake, b.mistake))) {
    const { table, mistake, sql, at, from, to } = mutant;
    if (`${table}, ${mistake}` !== group) process.stdout.write(`${(group = `${table}, ${mistake}`)}\n`);
    const what = sql === undefined ? `${at}: ${short(from)} -> ${short(to) || 'nothing'}` : short(sql);
    process.stdout.write(
      `  ${killed.has(mutant) ? 'red  ' : 'GREEN'} ${what}  [${killed.get(mutant) ?? 'by no test'}]\n`,
    );
  }
  const tables = new Set(tried.map(({ table }) => table));
  process.stdout.write(
    `${tried.length} mutants of ${tables.size} tables, ${killed.size} killed, ${tried.length - killed.size} alive, ` +
      `${Math.round((Date.now() - started) / 1000)} s (seed ${seed})\n`,
  );
  return killed.size === tried.length;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 88)}…` : line;
};
