import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { searched } from './support/search.js';

let app: TestApp;
let school: string;
let agent: Agent;
beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'http://localhost:3000' });
  school = await app.given.aSchool({ name: 'De Sluis' });
  agent = await app.asBrowser(
    await app.given.aPerson({ school, roles: ['school-administrator'], familyName: 'Aalders' }),
  );
});
afterAll(() => app.close());

const form = (path: string, fields: object) =>
  agent
    .post(path)
    .type('form')
    .send({ idempotencyKey: newKey(), ...fields });
const newcomer = {
  givenName: 'Ans',
  familyName: 'Nieuw',
  email: 'ans@school.example',
  'roles.0': 'decaan',
  'roles.3': 'staff',
};

it('the administrator adds someone, prints the letter, changes the roles and closes the account', async () => {
  const added = await form('/personen/nieuw', newcomer).expect(303);
  const path = added.headers.location as string;
  expect(path).toMatch(/^\/personen\/[\w-]{36}$/);
  const page = (await agent.get(path).expect(200)).text;
  expect(page).toContain('Ans Nieuw');
  expect(page).toContain('nog geen account');
  expect((await agent.get('/personen').expect(200)).text).toContain('Decaan, Medewerker');

  const letter = (await agent.post(`${path}/brief`).expect(200)).text;
  expect(letter).toMatch(/app-code">([2-9A-Z]{4} ){2}[2-9A-Z]{4}</);
  expect(letter).toContain('http://localhost:3000/activeren');
  expect(letter).toContain('ans.nieuw');
  expect((await agent.get(path)).text).toContain('wacht op de code');

  await form(`${path}/rollen`, { role: 'lob-coordinator' }).expect(303);
  const roles = (await agent.get(path)).text;
  const end = [...roles.matchAll(/action="([^"]+\/einde)"/g)].map(([, action]) => action!);
  expect(end).toHaveLength(3);
  await agent.post(end[0]!).expect(303);
  expect([...(await agent.get(path)).text.matchAll(/\/einde"/g)]).toHaveLength(2);

  await form(`${path}/account`, { disabled: 'true' }).expect(303);
  expect((await agent.get(path)).text).toContain('Het account is uitgezet.');
  await form(`${path}/account`, { disabled: 'false' }).expect(303);
  expect((await agent.get(path)).text).not.toContain('Het account is uitgezet.');
});

it('a form that is not right yet comes back with what was typed', async () => {
  const again = await form('/personen/nieuw', { ...newcomer, email: 'ANS@school.example' }).expect(422);
  expect(again.text).toContain('Er is al iemand met dit e-mailadres op je school');
  expect(again.text).toContain('value="ANS@school.example"');
  const empty = await form('/personen/nieuw', {}).expect(422);
  for (const fault of ['Vul dit in', 'Kies minstens één rol']) expect(empty.text).toContain(fault);
  const person = await app.given.aPerson({ school, roles: ['decaan'] });
  expect((await form(`/personen/${person.id}/rollen`, { role: 'decaan' }).expect(422)).text).toContain(
    'Deze persoon heeft die rol al',
  );
  expect((await form(`/personen/${person.id}/rollen`, {}).expect(422)).text).toContain('Kies minstens één rol');
});

it('the last administrator cannot end that role, and reads why', async () => {
  const { text } = await agent.get(await searched(agent, '/personen', { search: 'Aalders' })).expect(200);
  const path = /href="(\/personen\/[\w-]{36})"/.exec(text)![1]!;
  const page = (await agent.get(path)).text;
  const end = /action="([^"]+\/einde)"/.exec(page)![1]!;
  expect((await agent.post(end).expect(422)).text).toContain('Er moet minstens één beheerder blijven');
});

it('sent twice is done once', async () => {
  const fields = { ...newcomer, email: 'twee@school.example', idempotencyKey: newKey() };
  const [first, second] = [await form('/personen/nieuw', fields), await form('/personen/nieuw', fields)];
  expect(second.status).toBe(303);
  expect(second.headers.location).toBe(first.headers.location);
});

it('who is not there, or not here, has no page', async () => {
  const away = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] });
  for (const id of [away.id, '00000000-0000-4000-8000-000000000000', 'geen-id']) {
    await agent.get(`/personen/${id}`).expect(404);
    await agent.post(`/personen/${id}/brief`).expect(404);
  }
});
