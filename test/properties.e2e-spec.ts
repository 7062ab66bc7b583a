import fc from 'fast-check';
import { plus, wholeDays } from './support/model/time.js';
import { extents } from './support/model/sight.js';
import { sections, type World } from './support/model/world.js';
import { steadySeed as seed } from './support/seed.js';
import { rowsByModel, rulesByModel } from './support/worlds/compare.js';
import { within } from './support/worlds/features.js';
import { type Answers, type Heard, WorldDatabase } from './support/worlds/look.js';
import { narrowed, narrowings, withoutRelation } from './support/worlds/narrowing.js';
import { clocks } from './support/worlds/near.arbitrary.js';
import { print } from './support/worlds/print.js';
import { worldsAt } from './support/worlds/world.arbitrary.js';

/** Per property. `npm run prove` asks for more. */
const wanted = Number(process.env.PROVE_PROPERTY_WORLDS ?? 30);

let db: WorldDatabase;
beforeAll(async () => {
  db = await WorldDatabase.open({ checked: false });
});
afterAll(() => db.close());

/** What the three voices say, each under its own name. */
type Voices = Record<'rules' | 'rows' | 'model of the rules' | 'model of the rows', Answers>;
const voicesOf = (heard: Heard): Voices => ({
  rules: heard.rules,
  rows: heard.rows,
  'model of the rules': rulesByModel(heard),
  'model of the rows': rowsByModel(heard),
});

interface Told {
  world: World;
  heard: Map<string, Voices>;
}
/** Worlds, and the same after a change, with what all three voices say of each question in them. */
async function hear(name: string, change: (world: World) => World): Promise<[before: Told, after: Told][]> {
  const found: [Told, Told][] = [];
  const moments = wanted > 500 ? clocks : [clocks[number(name) % clocks.length]!];
  for (const now of moments) {
    // What hangs on more than one condition is rare.
    const rare = /closes what was open at home|switches off what the law allows/.test(name);
    const numRuns = Math.ceil(Math.max(wanted, rare ? 400 : 0) / moments.length);
    // Those in which the change has something to change come first; not every change finds enough of them.
    const [changed, others]: [World[], World[]] = [[], []];
    for (let draw = 0; draw < 10 && changed.length < numRuns; draw++)
      for (const world of fc.sample(worldsAt(now), { seed: seed + number(name) + 7919 * draw, numRuns }).map(within))
        (JSON.stringify(within(change(world))) === JSON.stringify(world) ? others : changed).push(world);
    const worlds = [...changed, ...others].slice(0, numRuns);
    const all = [...worlds, ...worlds.map((world) => within(change(world)))];
    if (db.worlds > 4000) await db.clear();
    const told = new Map(all.map((world): [World, Told] => [world, { world, heard: new Map() }]));
    for (const each of await db.hear(all, 1))
      told.get(each.loaded.world)!.heard.set(`${each.session.id} asks for ${each.pupil}`, voicesOf(each));
    worlds.forEach((world, n) => found.push([told.get(world)!, told.get(all[numRuns + n]!)!]));
  }
  return found;
}
const number = (name: string): number => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

/** Whether an answer says no more than another one. */
function isWithin(less: string, more: string): boolean {
  const [a, b] = [extents.indexOf(less as never), extents.indexOf(more as never)];
  if (a >= 0 && b >= 0) return a <= b;
  if (less === 'no' || less === '') return true;
  if (/^\d+$/.test(less)) return Number(less) <= Number(more);
  const words = more.split(', ');
  return less.split(', ').every((word) => words.includes(word));
}

test.each(Object.keys(narrowings))('nobody gets more when %s', async (how) => {
  const heard = await hear(how, (world) => narrowed(world, how));
  let fewer = 0;
  for (const [before, after] of heard) {
    for (const [question, voices] of after.heard)
      for (const [voice, answers] of Object.entries(voices) as [keyof Voices, Answers][])
        for (const [of, answer] of Object.entries(answers)) {
          const was = before.heard.get(question)![voice][of]!;
          if (answer !== was) fewer++;
          if (!isWithin(answer, was))
            throw new Error(
              `${print(before.world)}\n${question}: ${voice}, ${of}: "${was}", and after that "${answer}"`,
            );
        }
  }
  // A narrowing that never changes anything would prove nothing.
  expect(fewer).toBeGreaterThan(0);
});

test('without a relation to a pupil nobody gets anything', async () => {
  const heard = await hear('without a relation', withoutRelation);
  for (const [, after] of heard)
    for (const [question, voices] of after.heard)
      if (question.endsWith(' asks for pupil'))
        for (const [voice, answers] of Object.entries(voices))
          for (const [of, answer] of Object.entries(answers))
            if (!['no', '', '0'].includes(answer))
              throw new Error(`${print(after.world)}\n${question}: ${voice}, ${of}: "${answer}"`);
});

test('what is shared with one school changes nothing for another: nobody reads what was passed on', async () => {
  const heard = await hear('passed on', (world) => {
    const copy = structuredClone(world);
    for (const pupil of copy.pupils)
      for (const purpose of ['intake', 'handover'] as const)
        pupil.shares.push({
          id: `more for ${purpose} of ${pupil.id}`,
          to: 'mbo',
          basis: 'consent',
          purpose,
          sections: [...sections],
          since: plus(world.now, -1),
          until: plus(world.now, wholeDays),
          endedAt: null,
          askedAt: null,
          askedBy: null,
          answers: [],
        });
    return copy;
  });
  let others = 0;
  for (const [before, after] of heard) {
    for (const session of after.world.sessions) {
      if (session.at === 'mbo') continue;
      for (const { id } of after.world.pupils) {
        const question = `${session.id} asks for ${id}`;
        others++;
        // Who sees what is shared may know that there is more of it.
        const plain = (voices: Voices): unknown =>
          Object.values(voices).map((answers) =>
            Object.entries(answers).filter(([of]) => of !== 'shares' && !/ consent(_answer\w*)?$/.test(of)),
          );
        expect(plain(after.heard.get(question)!)).toEqual(plain(before.heard.get(question)!));
      }
    }
  }
  expect(others).toBeGreaterThan(0);
});

test('nothing of a request stays behind on its connection', async () => {
  const now = clocks[0]!;
  await db.clear();
  const worlds = fc.sample(worldsAt(now), { seed, numRuns: 60 }).map(within);
  const heard = await db.hear(worlds);
  let most = 0;
  for (const { loaded, session } of heard) {
    const [during, after] = await db.seenDuringAndAfter(loaded, session);
    most = Math.max(most, during);
    expect(after).toBe(0);
  }
  expect(most).toBeGreaterThan(0);
});
