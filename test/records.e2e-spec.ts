import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startApp, type TestApp } from './support/app.js';
import { type Cell, cellsAt, isYes, places, situated } from './support/table/cells.js';
import { ask, prepare } from './support/table/play.js';
import { now } from './support/table/scene.js';

let app: TestApp;
let holder: pg.Client;
beforeAll(async () => {
  app = await startApp();
  holder = new pg.Client({ connectionString: app.database.superuserUrl });
  holder.on('error', () => undefined);
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await app.close();
});

/** What may be answered without a record: it shows no section of a pupil and changes nothing. */
const unrecorded = new Set([
  // Groups and who works with them; people; the offer of opleidingen.
  'get /api/v1/groups',
  'get /api/v1/groups/:groupId/mentors',
  'get /api/v1/groups/:groupId/teachers',
  'get /klassen/:groupId/docenten',
  'get /klassen/:groupId/mentoren',
  'get /klassen/:groupId/mentoren/:personId/einde',
  'get /api/v1/people/:personId',
  'get /personen/:personId',
  'get /opleidingen/:id',
  // Texts, and what the pupil opened to the guardians; one's own receipt.
  'get /api/v1/pupils/:pupilId/consent-texts',
  'get /api/v1/pupils/:pupilId/guardian-sections',
  'get /kind/:pupilId/rechten',
  'get /api/v1/consents/:id/receipt',
  'get /mijn/toestemming/:id/bewijs',
  // Who may look, and the seal of who looked: of the family itself.
  'get /api/v1/pupils/:pupilId/who-may',
  'get /kind/:pupilId/wie-mag-wat',
  'get /api/v1/pupils/:pupilId/audit-receipt',
  // What the family itself asked of the school.
  'get /api/v1/pupils/:pupilId/erasure-requests',
  'get /kind/:pupilId/rechten/wissen',
  'get /api/v1/pupils/:pupilId/rectifications',
  'get /mijn/rechten/klopt-niet/:what/:id',
  'get /kind/:pupilId/rechten/klopt-niet',
  'get /kind/:pupilId/rechten/klopt-niet/:what/:id',
  // One's own look at who looked.
  'get /api/v1/pupils/:pupilId/audit-events',
  'get /kind/:pupilId/wie-keek',
]);

/** For each route that is about a pupil somebody who may, in the most ordinary state: another than the pupil where there is one. */
function oneOfEach(): Cell[] {
  const found = new Map<string, Cell>();
  const [others, pupils] = [(role: string) => role !== 'pupil', (role: string) => role === 'pupil'];
  const askers = [others, pupils].flatMap((are) =>
    situated.filter(({ role, state }) => are(role) && ['ordinary', 'waits for the pupil', '16 today'].includes(state)),
  );
  for (const at of askers)
    for (const [route, place] of Object.entries(places)) {
      if (found.has(route) || place.plain) continue;
      const cell = cellsAt(at, route).find(isYes);
      if (cell) found.set(route, cell);
    }
  return [...found.values()];
}

/** Sends them while nobody can put anything on record; answers which of them came back all the same. */
async function answeredUnrecorded(cells: Cell[], worlds: Awaited<ReturnType<typeof prepare>>): Promise<string[]> {
  const early: string[] = [];
  await holder.query('begin');
  await holder.query('lock table audit_event in share row exclusive mode');
  const sent = cells.map(async (cell) => {
    const { status } = await ask(app, cell, worlds.get(cell)!);
    return { route: cell.route, status };
  });
  let held = true;
  let answered = 0;
  for (const one of sent)
    void one.then(({ route, status }) => {
      if (!held) return;
      answered++;
      if (status < 400) early.push(route);
    });
  const waiting = async (): Promise<number> =>
    (await app.owner.query(`select pid from pg_locks where not granted and relation = 'audit_event'::regclass`))
      .rowCount!;
  for (let tries = 0; tries < 75 && answered + (await waiting()) < cells.length; tries++) await sleep(20);
  held = false;
  await holder.query('commit');
  await Promise.all(sent);
  return early;
}

test('no answer about a pupil leaves before it is on record', async () => {
  await app.clock.set(now);
  const cells = oneOfEach();
  const worlds = await prepare(app, cells);
  const early: string[] = [];
  for (let at = 0; at < cells.length; at += 8)
    early.push(...(await answeredUnrecorded(cells.slice(at, at + 8), worlds)));
  process.stdout.write(`${cells.length} routes, ${cells.length - early.length} wait for their record\n`);
  expect(early.filter((route) => !unrecorded.has(route))).toEqual([]);
}, 120_000);
