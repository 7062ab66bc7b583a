import { OrganisationsReader } from '../src/organisations/organisations.reader.js';
import { tokenDigest } from '../src/platform/access/session-token.js';
import { Db } from '../src/platform/database/db.js';
import { newKey, startApp, type TestApp } from './support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** As the session of this login, in a transaction as a request has it. */
const as = async <T>(login: string, ask: (reader: OrganisationsReader) => Promise<T>): Promise<T> => {
  const db = app.nest.get(Db);
  const transaction = await db.open(tokenDigest(await app.tokenFor(login)), newKey());
  return db.run(transaction, () => ask(app.nest.get(OrganisationsReader, { strict: false })));
};

it('an intaker finds whom to call at the school of a pupil: the school and its decanen of today', async () => {
  const { given } = app;
  const vmbo = await given.aSchool({ name: 'De Sluis', phone: '099 555 1000' });
  const mbo = await given.aSchool({ kind: 'mbo', name: 'Het ROC' });
  const wanted = { school: vmbo, phone: '099 555 4001', email: 'm.hoekema@sluis.example' };
  const decaan = await given.aPerson({ ...wanted, roles: ['decaan'], givenName: 'Marjolein', familyName: 'Hoekema' });
  await given.aPerson({ school: vmbo, roles: [{ role: 'decaan', until: '2026-11-15' }] });
  await given.aPerson({ school: vmbo, roles: [{ role: 'decaan', from: '2026-11-17' }] });
  await given.aPerson({ school: vmbo, roles: ['staff'] });
  await given.aPerson({ school: await given.aSchool(), roles: ['decaan'] });
  const intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
  expect(await as(intaker.login, (reader) => reader.schoolContacts(vmbo))).toEqual({
    schoolId: vmbo,
    name: 'De Sluis',
    phone: '099 555 1000',
    decanen: [{ personId: decaan.id, name: 'Marjolein Hoekema', email: wanted.email, phone: wanted.phone }],
  });
  expect(await as(intaker.login, (reader) => reader.schoolContacts(mbo))).toMatchObject({ decanen: [] });
  expect(await as(intaker.login, (reader) => reader.schoolContacts(newKey()))).toBeUndefined();
});

it('schools come by name and by kind, with their locations', async () => {
  const { given } = app;
  const pupil = await given.aPupil({ school: await given.aSchool({ kind: 'pro', name: 'Aan de Tol' }) });
  const mbo = await given.aSchool({ kind: 'mbo', name: 'Vakschool' });
  await given.aLocation({ school: mbo, name: 'Zuid' });
  await given.aLocation({ school: mbo, name: 'Noord' });
  const names = (...kinds: Parameters<OrganisationsReader['schools']>): Promise<string[]> =>
    as(pupil.login, async (reader) => (await reader.schools(...kinds)).map(({ name }) => name));
  expect(await names('pro')).toEqual(['Aan de Tol']);
  expect(await names('pro', 'mbo')).toEqual(['Aan de Tol', 'Het ROC', 'Vakschool']);
  expect((await names()).length).toBeGreaterThan(3);
  const locations = await as(pupil.login, (reader) => reader.locations(mbo));
  expect(locations.map(({ name }) => name)).toEqual(['Noord', 'Zuid']);
});
