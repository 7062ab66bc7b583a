import { type Agent, startApp, type TestApp } from './support/app.js';
import { allRoutes, titleOf } from './support/routes.js';
import { searched } from './support/search.js';

/** No name of a person stands in an address: not in the history of a browser, not in the log of a proxy. */
let app: TestApp;
let decaan: Agent;
let colleague: Agent;

beforeAll(async () => {
  app = await startApp();
  const school = await app.given.aSchool();
  await app.given.aPupil({ school, givenName: 'Wolke', familyName: 'Zeldzaam' });
  await app.given.aPupil({ school, givenName: 'Bo', familyName: 'Ander' });
  decaan = await app.asBrowser(await app.given.aPerson({ school, roles: ['decaan'] }));
  colleague = await app.asBrowser(await app.given.aPerson({ school, roles: ['decaan'] }));
});
afterAll(() => app.close());

const found = async (agent: Agent, path: string): Promise<[boolean, boolean]> => {
  const { text } = await agent.get(path).expect(200);
  return [text.includes('Zeldzaam'), text.includes('Ander')];
};

test('what was searched by leads to a list whose address says nothing, and the form has it still', async () => {
  const address = await searched(decaan, '/leerlingen', { search: ' zeldzaam ', incomplete: 'on' });
  expect(address).toMatch(/^\/leerlingen\?incomplete=on&words=[\w-]{40,}$/);
  expect(await found(decaan, address)).toEqual([true, false]);
  const all = await searched(decaan, '/leerlingen', { search: 'zeldzaam' });
  expect(await found(decaan, all)).toEqual([true, false]);
  expect((await decaan.get(all)).text).toMatch(/name="search"[^>]*value="zeldzaam"/);
  expect(await searched(decaan, '/leerlingen', { search: '  ' })).toBe('/leerlingen');
});

test('an address that was passed on or changed says nothing to anyone else', async () => {
  const address = await searched(decaan, '/leerlingen', { search: 'zeldzaam' });
  expect(await found(colleague, address)).toEqual([true, true]);
  expect((await colleague.get(address)).text).not.toContain('value="zeldzaam"');
  expect(await found(decaan, address.slice(0, -2))).toEqual([true, true]);
});

test('a name that someone puts in the address himself is left aside by every page and refused by the API', async () => {
  expect(await found(decaan, '/leerlingen?search=zeldzaam')).toEqual([true, true]);
  const program = await app.asActor(await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }));
  const refused = await program.get('/api/v1/pupils').query({ search: 'zeldzaam' }).expect(422);
  expect(refused.body).toMatchObject({ fields: [{ field: 'search', code: 'words-in-address' }] });
  const bare = allRoutes(app).filter(
    ({ method, paced }) => method === 'get' && paced?.kind === 'search' && !paced.words,
  );
  expect(bare.map(titleOf)).toEqual([]);
});
