import { roles } from '../src/platform/access/actor.js';
import { accessTable } from './support/access-table.js';
import { startApp, type TestApp } from './support/app.js';
import { steadySeed as seed } from './support/seed.js';
import { lettersOf, sameAs } from './support/table/agree.js';
import { type Cell, isYes, keyOf, places } from './support/table/cells.js';
import { play, type Wrong } from './support/table/play.js';
import { withoutAsker } from './support/table/places/own.places.js';
import { relations } from './support/table/relations.js';
import { allRoutes } from './support/routes.js';
import { cellsOf, dossierCells, goneCells, sample } from './support/table/sample.js';

/** `npm run prove` asks every dossier cell and thousands of the others. */
const wanted = Number(process.env.PROVE_CELLS ?? 1300);
/** `PROVE_ROUTES='consents'` asks all cells of the routes that match: to try the place of a new one. */
const routesWanted = process.env.PROVE_ROUTES;

/** Nothing of any pupil is for them; what they may is their own. */
const readsNothing = new Set(['staff', 'privacy-officer', 'coordinator', 'nobody', 'slb', 'mbo-care', 'guest-teacher']);

test('every route of the running product has a place in the table', async () => {
  const app = await startApp();
  const routes = allRoutes(app).map(({ method, path }) => `${method} ${path}`);
  await app.close();
  const placed = new Set([...Object.keys(places), ...withoutAsker]);
  // A new route: say in test/support/table/places who may what with it.
  const missing = routes.filter((route) => !placed.has(route));
  expect(missing).toEqual([]);
  expect([...placed].filter((route) => !routes.includes(route))).toEqual([]);
});

test('every role asks', () => {
  expect(roles.filter((role) => !(role in relations))).toEqual([]);
});

test.each(accessTable)('as in the table that was written by hand: %s', (who, ...cells) => {
  const where = sameAs[who];
  // A new row of that table: say in test/support/table/agree.ts where it stands in this one.
  expect(where).toBeDefined();
  expect(lettersOf(...where!)).toEqual(cells);
});

/** `share` of the cells that were asked for. */
describe.each([
  { walls: 'with both walls', share: 1 },
  { walls: 'with the first wall alone (row-level security off)', share: 0.4 },
])('over HTTP, $walls', ({ walls, share }) => {
  const number = Math.round(wanted * share);
  let cells: Cell[];
  let wrong: Wrong[];
  beforeAll(
    async () => {
      const app = await startApp();
      if (walls.includes('alone')) await switchOff(app);
      // Two of five cells are those of the dossier; in full there are some twenty thousand of them.
      const read = dossierCells(number * 0.4);
      const others = sample(number - Math.min(read.length, number * 0.4), seed);
      const asked = routesWanted ? cellsOf(new RegExp(routesWanted)) : [...read, ...others, ...goneCells()];
      cells = [...new Map(asked.map((cell) => [keyOf(cell), cell])).values()];
      const played = await play(app, cells);
      await app.close();
      wrong = played.wrong;
      const of = (kind: Wrong['kind']): number => wrong.filter((one) => one.kind === kind).length;
      process.stdout.write(
        `${walls}: ${cells.length} cells in ${played.requests} requests: ${of('leak')} leaks, ` +
          `${of('wrong refusal')} wrong refusals, ${of('other')} otherwise (seed ${seed})\n${perRole(cells)}`,
      );
    },
    routesWanted ? 1_200_000 : 60_000 + wanted * 100,
  );

  test('each cell is another role, relation, state, part or route', () => {
    expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
    expect(cells.length).toBeGreaterThanOrEqual(number * 0.8);
  });

  test('no role asks for what is nearly always refused', () => {
    if (routesWanted) return;
    for (const role of Object.keys(relations)) {
      const own = cells.filter((cell) => cell.role === role);
      // The few of a short run may be any.
      if (readsNothing.has(role) && own.length < 40) continue;
      const yes = own.filter(isYes).length / own.length;
      expect([role, yes > (readsNothing.has(role) ? 0.02 : 0.15)]).toEqual([role, true]);
    }
  });

  test('nobody gets more than the model says, and nobody less', () => {
    // Of what is wrong in the same way the first one.
    const told = new Map<string, string[]>();
    for (const { cell, kind, got, answered } of wrong) {
      const way = `${kind}: ${cell.route} ${cell.part}: expected ${cell.expected}, got ${got}`;
      told.set(way, [...(told.get(way) ?? []), `${cell.situation.name} (${answered.slice(0, 120)})`]);
    }
    expect(
      [...told].slice(0, 40).map(([way, [first, ...more]]) => `${way}: ${first}, and ${more.length} more`),
    ).toEqual([]);
  });
});

async function switchOff({ owner }: TestApp): Promise<void> {
  const { rows } = await owner.query<{ relname: string }>('select relname from pg_class where relrowsecurity');
  for (const { relname } of rows) await owner.query(`alter table ${relname} disable row level security`);
}

function perRole(cells: readonly Cell[]): string {
  return Object.keys(relations)
    .map((role) => {
      const own = cells.filter((cell) => cell.role === role);
      const yes = own.filter(isYes).length;
      return `  ${role}: ${yes} yes, ${own.length - yes} no\n`;
    })
    .join('');
}
