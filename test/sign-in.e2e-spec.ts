import { startApp, type TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('builds everything', async () => {
  const { given } = app;
  const school = await given.aSchool();
  const mbo = await given.aSchool({ kind: 'mbo' });
  const mentor = await given.aPerson({ school, roles: ['staff'] });
  const group = await given.aGroup({ school });
  const pupil = await given.aPupil({ school, group, mentor: mentor.id, guardians: [{}, { custody: false }] });
  await given.aTeacher({ group, school, person: mentor.id });
  await given.anApplication({ pupil, to: mbo });
  await given.aConsent({ pupil, to: mbo });
  await given.aReflection({ pupil, openedTo: ['mbo'] });
  await given.pupils(30, { school, group });
  const agent = await app.asActor(mentor);
  const res = await agent.get('/api/v1/nothing');
  expect(res.status).toBe(404);
  expect((await app.http().get('/readyz')).status).toBe(200);
});
