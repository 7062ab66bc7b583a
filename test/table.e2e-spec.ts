import { roles } from '../src/platform/access/actor.js';
import { accessTable } from './support/access-table.js';
import { startApp, type TestApp } from './support/app.js';
import { lettersOf, sameAs } from './support/table/agree.js';
import { type Cell, isYes, keyOf, places } from './support/table/cells.js';
import { play, type Wrong } from './support/table/play.js';
import { withoutAsker } from './support/table/places/own.places.js';
import { relations } from './support/table/relations.js';
import { allRoutes } from './support/routes.js';
import { dossierCells, sample } from './support/table/sample.js';

/** `npm run prove` asks every dossier cell and thousands of the others. */
const wanted = Number(process.env.PROVE_CELLS ?? 1300);
const seed = Number(process.env.PROVE_SEED ?? 20_261_116);

/** Nothing of any pupil is for them; what they may is their own. */
const readsNothing = new Set(['staff', 'privacy-officer', 'coordinator', 'nobody', 'slb', 'mbo-care', 'guest-teacher']);

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test('every route of the running product has a place in the table', () => {
  const routes = allRoutes(app).map(({ method, path }) => `${method} ${path}`);
  const placed = new Set([...Object.keys(places), ...withoutAsker]);
  // A new route: say in test/support/table/places who may what with it.
  const missing = routes.filter((route) => !placed.has(route));
  if (process.env.PROVE_CELLS) expect(missing).toEqual([]);
  else process.stdout.write(missing.map((route) => `no place yet: ${route}\n`).join(''));
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

describe('over HTTP', () => {
  let cells: Cell[];
  let wrong: Wrong[];
  beforeAll(
    async () => {
      const dossiers = dossierCells();
      const every = Math.max(1, Math.round(dossiers.length / (wanted * 0.4)));
      const read = dossiers.filter((_, n) => n % every === 0);
      cells = [...read, ...sample(wanted - Math.min(read.length, wanted * 0.4), seed)];
      cells = [...new Map(cells.map((cell) => [keyOf(cell), cell])).values()];
      const played = await play(app, cells);
      wrong = played.wrong;
      const number = (wantedKind: Wrong['kind']): number => wrong.filter(({ kind }) => kind === wantedKind).length;
      process.stdout.write(
        `${cells.length} cells in ${played.requests} requests: ${number('leak')} leaks, ` +
          `${number('wrong refusal')} wrong refusals, ${number('other')} otherwise (seed ${seed})\n${perRole(cells)}`,
      );
    },
    60_000 + wanted * 60,
  );

  test('each cell is another role, relation, state, part or route', () => {
    expect(new Set(cells.map(keyOf)).size).toBe(cells.length);
    expect(cells.length).toBeGreaterThanOrEqual(wanted * 0.8);
  });

  test('no role asks for what is nearly always refused', () => {
    for (const role of Object.keys(relations)) {
      const own = cells.filter((cell) => cell.role === role);
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

function perRole(cells: readonly Cell[]): string {
  return Object.keys(relations)
    .map((role) => {
      const own = cells.filter((cell) => cell.role === role);
      const yes = own.filter(isYes).length;
      return `  ${role}: ${yes} yes, ${own.length - yes} no\n`;
    })
    .join('');
}
