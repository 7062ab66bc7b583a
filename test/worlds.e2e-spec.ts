import fc from 'fast-check';
import { standing } from './support/model/standing.js';
import { rights } from './support/model/sight.js';
import { type Moment, sections, type World } from './support/model/world.js';
import { steadySeed as seed } from './support/seed.js';
import { type Difference, differences } from './support/worlds/compare.js';
import { within } from './support/worlds/features.js';
import { type Heard, WorldDatabase } from './support/worlds/look.js';
import { clocks } from './support/worlds/near.arbitrary.js';
import { print } from './support/worlds/print.js';
import { worldsAt } from './support/worlds/world.arbitrary.js';

/** `npm run prove` asks for a million; `WORLDS_REPLAY=seed:batch:index` shows one world again. */
const wanted = Number(process.env.PROVE_WORLDS ?? 1500);
const replay = process.env.WORLDS_REPLAY?.split(':').map(Number);
const batchSize = wanted > 10_000 ? 1000 : 250;
const lanes = wanted > 10_000 ? 2 : 1;

const arbitraries = new Map<Moment, fc.Arbitrary<World>>();
/** One batch is at one moment; its worlds follow from the seed and the number of the batch. */
function batchOf(number: number): { arbitrary: fc.Arbitrary<World>; seed: number } {
  const now = clocks[number % clocks.length]!;
  let arbitrary = arbitraries.get(now);
  if (!arbitrary) arbitraries.set(now, (arbitrary = worldsAt(now).map(within)));
  return { arbitrary, seed: seed + number };
}

interface Tally {
  worlds: number;
  questions: number;
  perRole: Map<string, { yes: number; no: number }>;
}
const tally: Tally = { worlds: 0, questions: 0, perRole: new Map() };

function count({ loaded: { world }, session, pupil }: Heard): void {
  tally.questions++;
  const actor = standing(world, session);
  const all = rights(world, session, pupil);
  const reads = sections.some((section) => all[section].read !== 'no');
  for (const role of actor?.roles ?? ['nobody']) {
    const of = tally.perRole.get(role) ?? { yes: 0, no: 0 };
    of[reads ? 'yes' : 'no']++;
    tally.perRole.set(role, of);
  }
}

/** The smallest world that still shows a difference, as a text to read. */
async function explain(db: WorldDatabase, batch: number, index: number, first: Difference): Promise<string> {
  const { arbitrary, seed: batchSeed } = batchOf(batch);
  let smallest = '';
  await db.clear();
  await fc.check(
    fc.asyncProperty(arbitrary, async (world) => {
      for (const heard of await db.hear([world])) {
        const same = differences(heard).find(
          ({ voice, question }) => voice === first.voice && question === first.question,
        );
        if (!same) continue;
        smallest = `${print(world)}\n  ${heard.session.id} asks for ${heard.pupil}: ${same.voice} say of "${same.question}" ${same.said || 'nothing'}, expected ${same.expected || 'nothing'}`;
        throw new Error('differs');
      }
    }),
    { seed: batchSeed, path: String(index), numRuns: 1, interruptAfterTimeLimit: 20_000 },
  );
  return `${smallest}\n  again: WORLDS_REPLAY=${seed}:${batch}:${index}`;
}

async function batch(db: WorldDatabase, number: number, found: string[]): Promise<void> {
  const { arbitrary, seed: batchSeed } = batchOf(number);
  const worlds = fc.sample(arbitrary, { seed: batchSeed, numRuns: batchSize });
  await db.clear();
  const all = await db.hear(worlds, wanted > 10_000 ? 12 : 4);
  tally.worlds += worlds.length;
  if (wanted > 10_000 && tally.worlds % 50_000 === 0)
    process.stdout.write(`${tally.worlds} worlds, ${tally.questions} questions, ${found.length} differences\n`);
  all.forEach(count);
  const faults = all.flatMap((heard) => differences(heard).map((difference) => ({ heard, difference })));
  for (const { heard, difference } of faults) {
    if (found.length >= 5) break;
    found.push(await explain(db, number, worlds.indexOf(heard.loaded.world), difference));
  }
}

test('row-level security is on and forced wherever there is a policy', async () => {
  const db = await WorldDatabase.open({ checked: true });
  expect(await db.unwalled()).toEqual([]);
  await db.close();
});

test(
  `the rules in TypeScript, row-level security and the model agree on ${wanted} worlds (seed ${seed})`,
  async () => {
    const found: string[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      const db = await WorldDatabase.open({ checked: wanted <= 10_000 });
      while (next * batchSize < wanted && found.length < 5) await batch(db, next++, found);
      await db.close();
    };
    const started = Date.now();
    if (replay) {
      const db = await WorldDatabase.open({ checked: true });
      const { arbitrary } = batchOf(replay[1]!);
      const [world] = fc.sample(arbitrary, { seed: replay[0]! + replay[1]!, path: String(replay[2]), numRuns: 1 });
      const all = (await db.hear([world!])).flatMap((heard) =>
        differences(heard).map((d) => ({ ...d, session: heard.session.id, pupil: heard.pupil })),
      );
      await db.close();
      throw new Error(`${print(world!)}\n${JSON.stringify(all, null, 1)}`);
    }
    await Promise.all(Array.from({ length: lanes }, lane));
    process.stdout.write(
      `${tally.worlds} worlds, ${tally.questions} questions, ${found.length} differences (seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s)\n` +
        [...tally.perRole].map(([role, { yes, no }]) => `  ${role}: ${yes} yes, ${no} no\n`).join(''),
    );
    if (found.length > 0) throw new Error(found.join('\n\n'));
    for (const [role, { yes, no }] of tally.perRole)
      if (readers.has(role)) expect([role, yes / (yes + no) > 0.15 && yes / (yes + no) < 0.95]).toEqual([role, true]);
  },
  60_000 + wanted * 5,
);

/** Roles that read something of somebody; each has to be seen with yes and with no. */
const readers = new Set([
  'pupil',
  'guardian',
  'mentor',
  'teacher',
  'decaan',
  'lob-coordinator',
  'care-coordinator',
  'school-administrator',
  'intaker',
]);
