import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../src/bootstrap.js';
import { paces } from '../src/platform/access/paced.decorator.js';
import { type Agent, startApp, type TestApp } from './support/app.js';
import type { GivenPerson } from './support/builders.js';
import { allRoutes, titleOf } from './support/routes.js';
import { listOf, searched } from './support/search.js';

let app: TestApp;
let second: NestExpressApplication;
let decaan: GivenPerson;
let colleague: GivenPerson;

beforeAll(async () => {
  app = await startApp();
  // Another process of the product on the same database, as far as the database can tell.
  second = await createApp({ config: app.config, urls: app.database, clock: app.clock });
  await second.listen(0, '127.0.0.1');
  const school = await app.given.aSchool();
  decaan = await app.given.aPerson({ school, roles: ['decaan'] });
  colleague = await app.given.aPerson({ school, roles: ['decaan'] });
});
afterAll(async () => {
  await second.close();
  await app.close();
});

const secondUrl = (): string => `http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}`;
const { most, seconds } = paces.search;
const byName = (agent: Agent, query: object = {}) => listOf(agent, '/api/v1/pupils', query, 'noor');

describe('searching', () => {
  test('ten times as often as one may, by one account over two processes: given as often as one may, and not once more', async () => {
    const token = await app.tokenFor(decaan);
    const search = async (i: number): Promise<number> => {
      const url = i % 2 ? app.url : secondUrl();
      const answer = await fetch(`${url}/api/v1/pupils`, {
        headers: { authorization: `Bearer ${token}`, 'search-words': 'noor' },
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const statuses: number[] = [];
    for (let sent = 0; sent < 10 * most; sent += 20)
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, (_, i) => search(sent + i)))));
    const count = (status: number): number => statuses.filter((one) => one === status).length;
    expect([count(200), count(429)]).toEqual([most, 9 * most]);
  });

  test('says how long to wait, to a program and to a person, and after that it goes on', async () => {
    const program = await app.asActor(decaan);
    const browser = await app.asBrowser(decaan);
    const refused = await byName(program);
    expect(refused.body).toMatchObject({ status: 429, code: 'too-often.search' });
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBe(seconds / most);
    const page = await browser.get(await searched(browser, '/leerlingen', { search: 'noor' }));
    expect([page.status, page.headers['retry-after']]).toEqual([429, String(wait)]);
    expect(page.text).toContain('Je zocht heel vaak kort na elkaar. Wacht 1 minuut en zoek dan verder.');
    // Paging through a list is not searching, and neither is a colleague the same account.
    await program.get('/api/v1/pupils').expect(200);
    await byName(await app.asActor(colleague)).expect(200);

    await app.clock.advance({ seconds: wait });
    await byName(program).expect(200);
    await byName(program).expect(429);
  });

  test('a search that was refused for another reason was no turn', async () => {
    const program = await app.asActor(colleague);
    for (let i = 0; i < 5; i++) await byName(program, { pageSize: 0 }).expect(422);
    const { rows } = await app.owner.query<{ turns: number }>(
      `select extract(epoch from ahead_until - app_now()) / $2 as turns from pace where actor_id = $1 and kind = 'search'`,
      [colleague.id, seconds / most],
    );
    expect(rows.map(({ turns }) => Number(turns))).toEqual([0]); // the one of before has worn off
  });

  test('a clock that jumps back makes nobody wait longer than for one turn', async () => {
    const program = await app.asActor(decaan);
    await app.clock.advance({ hours: -3 });
    const refused = await byName(await app.asActor(decaan));
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, String(seconds / most)]);
    await app.clock.advance({ hours: 3 });
    await byName(program).expect(429);
    await app.clock.advance({ seconds });
    await byName(program).expect(200);
  });
});

test('taking along has a pace of its own', async () => {
  const { given } = app;
  const pupil = await given.aPupil({ school: await given.aSchool() });
  const browser: Agent = await app.asBrowser(pupil);
  for (let i = 0; i < paces['take-along'].most; i++) await browser.get('/mijn/afdruk').expect(200);
  const refused = await browser.get('/mijn/afdruk').expect(429);
  expect(refused.text).toContain('Je hebt in korte tijd veel geprint of gedownload. Wacht 1 minuut');
  await browser.get('/mijn').expect(200);
});

test('searching for an emergency has a pace of its own: ten times an hour', async () => {
  const school = await app.given.aSchool();
  const agent = await app.asActor(await app.given.aPerson({ school, roles: ['staff'] }));
  const search = () =>
    agent.post('/api/v1/emergency-access/searches').send({ familyName: 'Jansen', birthDate: '2011-03-09' });
  for (let i = 0; i < 10; i++) await search().expect(200);
  expect((await search().expect(429)).body).toMatchObject({ code: 'too-often.rare-search' });
});

test('every route that searches or lets something be taken along has a pace', () => {
  const expected =
    /afdruk|kopie|\/copy|bewijs|\/receipt|bestand|overnemen|\.csv|\.json|export|\/brie[fv]|\/code$|activation-(letters|codes)/;
  const without = allRoutes(app)
    .filter((route) => route.access !== 'public' && expected.test(route.path))
    .filter(({ paced }) => paced?.kind !== 'take-along')
    .map(titleOf);
  // An example with invented pupils, lists of who could get a letter, and what schools took over.
  expect(without.sort()).toEqual([
    'get /api/v1/groups/:groupId/activation-letters',
    'get /api/v1/pupils/:pupilId/activation-letters',
    'get /api/v1/pupils/:pupilId/exports',
    'get /import/voorbeeld.csv',
    'get /klassen/:groupId/brieven',
    'get /leerlingen/:pupilId/brief',
    'get /leerlingen/:pupilId/code',
  ]);
  const searching = allRoutes(app)
    .filter(({ paced }) => paced?.kind === 'search')
    .map(titleOf);
  expect(searching.length).toBeGreaterThanOrEqual(6);
  const rarely = allRoutes(app)
    .filter(({ paced }) => paced?.kind === 'rare-search')
    .map(titleOf);
  expect(rarely.sort()).toEqual(['post /api/v1/emergency-access/searches', 'post /noodtoegang/zoeken']);
});
