import { startApp, type TestApp } from './support/app.js';
import { makePupils, oneRosterFiles, simpleCsv, zipOf } from './support/roster-files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('times', async () => {
  const school = await app.given.aSchool();
  const admin = await app.given.aPerson({ school, roles: ['school-administrator'] });
  const agent = await app.asActor(admin);
  const pupils = makePupils({ pupils: 5000 });
  for (const [name, bytes] of [
    ['a.csv', simpleCsv(pupils)],
    ['a.csv', simpleCsv(pupils)],
    ['b.zip', await zipOf(oneRosterFiles(pupils))],
    ['b.zip', await zipOf(oneRosterFiles(pupils))],
  ] as const) {
    let t = performance.now();
    const read = await agent.post('/api/v1/roster-imports').attach('file', bytes, name);
    console.log(
      read.status,
      read.body.status ?? read.body,
      performance.now() - t,
      read.body.counts,
      read.body.faults?.slice(0, 3),
      read.body.notices?.slice(0, 3),
    );
    t = performance.now();
    const applied = await agent.post(`/api/v1/roster-imports/${read.body.id}/apply`).send({ seen: read.body.seen });
    console.log(applied.status, applied.body, performance.now() - t);
    t = performance.now();
    const view = await agent.get(`/api/v1/roster-imports/${read.body.id}`);
    console.log(view.status, view.body.status, performance.now() - t);
  }
  console.log((await app.owner.query(`select count(*) from audit_event`)).rows);
});
