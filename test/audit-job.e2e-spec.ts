import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from './support/app.js';

/** The running service signs where the chains of the audit end, every five minutes. */
const file = path.join(os.tmpdir(), `${randomUUID()}.heads`);
let app: TestApp;
const told: unknown[][] = [];
beforeAll(async () => {
  app = await startApp({ AUDIT_HEADS_FILE: file });
  const note = (...what: unknown[]): void => void told.push(what);
  app.nest.useLogger({ log: () => undefined, warn: note, error: note });
});
afterAll(async () => {
  await app.close();
  fs.rmSync(file, { force: true });
});
const seals = (): number => (fs.existsSync(file) ? (fs.readFileSync(file, 'utf8').match(/^seal /gm) ?? []).length : 0);

test('what was added to the audit since, and nothing when nothing was', async () => {
  const decaan = await app.asActor(await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }));
  await app.runJobs();
  await decaan.get(`/api/v1/dossiers/${randomUUID()}`).expect(404);
  await app.clock.advance({ minutes: 4, seconds: 59 });
  await app.runJobs();
  expect(seals()).toBe(0);
  await app.clock.advance({ seconds: 1 });
  await app.runJobs();
  expect(seals()).toBe(1);
  await app.clock.advance({ minutes: 5 });
  await app.runJobs();
  expect(seals()).toBe(1);
  expect(told).toEqual([]);
});

test('a chain that got shorter is told at once, without its name', async () => {
  const { rows } = await app.owner.query<{ id: string }>('select chain_id as id from audit_event limit 1');
  await app.owner.query('delete from audit_event where chain_id = $1', [rows[0]!.id]);
  await app.owner.query('update audit_head set seq = 0 where chain_id = $1', [rows[0]!.id]);
  await app.clock.advance({ minutes: 5 });
  await app.runJobs();
  expect(told).toEqual([['chains of the audit got shorter', { chains: 1 }, 'Audit']]);
});
