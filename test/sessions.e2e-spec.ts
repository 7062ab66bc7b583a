import { sessionCookie } from '../src/platform/access/session-token.js';
import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';
import { aSecondFactor } from './support/second-factor.js';

let app: TestApp;
let school: string;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'De Sluis' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set(`2026-11-${16 + (test++ % 14)}T10:00:00+01:00`);
  await app.owner.query('delete from sign_in_throttle');
});
let test = 0;

interface Own {
  id: string;
  device: string;
  place: string | null;
  startedAt: string;
  lastSeenAt: string;
  current: boolean;
}
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const withToken = (token: string): Agent => app.http().set('authorization', `Bearer ${token}`);
const tokenOf = async (login: string, userAgent = firefox): Promise<string> => {
  const { body } = (await app
    .http()
    .post('/api/v1/session')
    .set('user-agent', userAgent)
    .send({ username: login, password })
    .expect(201)) as { body: unknown };
  return (body as { token: string }).token;
};
const own = async (agent: Agent): Promise<Own[]> =>
  ((await agent.get('/api/v1/sessions').expect(200)).body as { items: Own[] }).items;
const aMember = (): Promise<GivenPerson> => app.given.aPerson({ school, roles: ['staff'] });
const browser = (): Agent => app.http().set('sec-fetch-site', 'same-origin');
const enter = (agent: Agent, login: string, more: Record<string, string> = {}) =>
  agent
    .post('/aanmelden')
    .type('form')
    .send({ username: login, password, ...more })
    .expect(303);
const whereTo = ({ headers }: { headers: Record<string, unknown> }): unknown => headers.location;

describe('where I am signed in', () => {
  it('says on what, where, since when, and which one this is', async () => {
    const { login } = await aMember();
    const before = app.clock.now().toISOString();
    const phone = withToken(await tokenOf(login, iphone));
    await app.clock.advance({ minutes: 10 });
    const here = withToken(await tokenOf(login));
    const now = app.clock.now().toISOString();
    await phone.get('/api/v1/me').expect(200);
    expect((await own(here)).map(({ id: _, ...rest }) => rest)).toEqual([
      { device: 'firefox windows', place: 'De Sluis', startedAt: now, lastSeenAt: now, current: true },
      { device: 'safari iphone', place: 'De Sluis', startedAt: before, lastSeenAt: now, current: false },
    ]);
    expect((await own(phone)).map(({ device, current }) => [device, current])).toEqual([
      ['safari iphone', true],
      ['firefox windows', false],
    ]);
  });

  it('is one’s own alone, and of what is over nothing', async () => {
    const [one, other] = [await aMember(), await aMember()];
    const agent = withToken(await tokenOf(one.login));
    await tokenOf(other.login);
    await withToken(await tokenOf(one.login))
      .delete('/api/v1/session')
      .expect(204);
    expect(await own(agent)).toHaveLength(1);
    await app.clock.advance({ minutes: 20 });
    await agent.get('/api/v1/me').expect(200);
    await tokenOf(one.login);
    await app.clock.advance({ minutes: 29 });
    expect(await own(agent)).toHaveLength(2);
    await app.clock.advance({ minutes: 1 });
    expect(await own(agent)).toHaveLength(1);
  });

  it('keeps of the browser two words, and no address', async () => {
    const { login, accountId } = await aMember();
    await tokenOf(login, `${firefox} Kenmerk/12345`);
    const { rows } = await app.owner.query<{ text: string }>(
      'select s::text as text from session s where account_id = $1',
      [accountId],
    );
    expect(rows[0]?.text).toContain('firefox windows');
    expect(rows[0]?.text).not.toMatch(/Kenmerk|Mozilla|127\.0\.0\.1/);
  });

  it('ends one, or all others, at their next request; this one by signing out', async () => {
    const { login, id } = await aMember();
    const agents = [await tokenOf(login), await tokenOf(login), await tokenOf(login)].map(withToken);
    const [here, second, third] = agents as [Agent, Agent, Agent];
    const [current, , last] = await own(here);
    const endedId = (await own(second)).find((session) => session.current)!.id;
    await here.delete(`/api/v1/sessions/${endedId}`).expect(204);
    await second.get('/api/v1/me').expect(401);
    await third.get('/api/v1/me').expect(200);
    await here.delete(`/api/v1/sessions/${endedId}`).expect(404);
    await here.delete(`/api/v1/sessions/${current!.id}`).expect(404);
    await here.delete('/api/v1/sessions/x').expect(400);
    const stranger = withToken(await tokenOf((await aMember()).login));
    await stranger.delete(`/api/v1/sessions/${last!.id}`).expect(404);
    expect((await here.delete('/api/v1/sessions').expect(200)).body).toEqual({ ended: 1 });
    await third.get('/api/v1/me').expect(401);
    await here.get('/api/v1/me').expect(200);
    expect((await here.delete('/api/v1/sessions').expect(200)).body).toEqual({ ended: 0 });
    const { rows } = await app.owner.query(
      `select from audit_event where $1 = any(subject_ids) and action = 'session.ended'`,
      [id],
    );
    expect(rows).toHaveLength(2);
  });

  it('ending asks for a fresh proof, and is not for who has yet to give the second step', async () => {
    const { login } = await aMember();
    const agent = withToken(await tokenOf(login));
    await app.clock.advance({ minutes: 15 });
    expect((await agent.delete('/api/v1/sessions').expect(403)).body).toMatchObject({ code: 'step-up-required' });
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    const half = withToken(await tokenOf(decaan.login));
    await half.get('/api/v1/sessions').expect(403);
    await half.delete('/api/v1/sessions').expect(403);
  });
});

describe('at the next request', () => {
  /** What ends a session, or leaves less of it: the person, and what happens to him. */
  const happenings: [string, (person: GivenPerson) => Promise<unknown>, number][] = [
    [
      'whose account was disabled is out',
      ({ accountId }) => app.owner.query('update account set disabled_at = app_now() where id = $1', [accountId]),
      401,
    ],
    [
      'whose last role ended is out',
      ({ id }) =>
        app.owner.query('update role_assignment set valid_until = app_today() - 1 where person_id = $1', [id]),
      401,
    ],
    [
      'whose role changed sees what the new one sees',
      ({ id }) => app.owner.query(`update role_assignment set role = 'staff' where person_id = $1`, [id]),
      403,
    ],
    [
      'whose second step was taken away by the administrator is out',
      async (person) => {
        await aSecondFactor(app, person);
        const administrator = await app.given.aPerson({ school, roles: ['school-administrator'] });
        await (await app.asActor(administrator)).delete(`/api/v1/people/${person.id}/second-factor`).expect(204);
      },
      401,
    ],
    [
      'whoever chose a new password with a code is out elsewhere',
      async (person) => {
        const administrator = await app.given.aPerson({ school, roles: ['school-administrator'] });
        const { code } = (
          await (await app.asActor(administrator)).post(`/api/v1/people/${person.id}/activation-codes`).expect(201)
        ).body as { code: string };
        await app
          .http()
          .post('/api/v1/activation')
          .send({ login: person.login, code, password: 'drie ezels op de dijk' })
          .expect(201);
      },
      401,
    ],
  ];
  it.each(happenings)('%s', async (_, happens, status) => {
    const person = await app.given.aPerson({ school, roles: ['decaan'] });
    const agent = await app.asActor(person);
    await agent.get('/api/v1/groups').expect(200);
    await happens(person);
    await agent.get('/api/v1/groups').expect(status);
  });
});

describe('the page', () => {
  it('shows the devices in words, ends one and ends all others', async () => {
    const pupil = await app.given.aPupil({ school });
    const agent = browser();
    await agent.post('/aanmelden').set('user-agent', iphone).type('form').send({ username: pupil.login, password });
    const elsewhere = [await tokenOf(pupil.login), await tokenOf(pupil.login, 'curl/8.5.0')];
    const page = await agent.get('/account').expect(200);
    for (const words of [
      'Safari op een iPhone',
      'dit apparaat',
      'Firefox op een computer met Windows',
      'Een programma',
    ])
      expect(page.text).toContain(words);
    const path = /action="(\/account\/sessies\/[0-9a-f-]{36}\/einde)"/.exec(page.text)![1]!;
    expect(whereTo(await agent.post(path).expect(303))).toBe('/account');
    expect((await agent.get('/account')).text).toContain('Dat apparaat is uitgelogd.');
    await agent.post('/account/sessies/einde').expect(303);
    expect((await agent.get('/account')).text).toContain('Je bent op 1 ander apparaat uitgelogd.');
    for (const token of elsewhere) await withToken(token).get('/api/v1/me').expect(401);
    expect((await agent.get('/account')).text).toContain('Je bent nergens anders ingelogd.');
  });

  it('is in English for who chose that', async () => {
    const pupil = await app.given.aPupil({ school });
    const agent = await app.asBrowser(pupil);
    const { text } = await agent
      .get('/account')
      .set('cookie', `${sessionCookie(false)}=${await app.tokenFor(pupil)}; taal=en`);
    expect(text).toContain('Where am I signed in?');
    expect(text).not.toMatch(/[Ii]ngelogd |apparaat/);
  });

  it('signing out leaves nothing in the browser', async () => {
    const answer = await (await app.asBrowser(await aMember())).post('/afmelden').expect(303);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((answer.headers['set-cookie'] as unknown as string[]).some((one) => /^session=;.*Max-Age=0/.test(one))).toBe(
      true,
    );
  });
});

describe('who can act in more places', () => {
  const aBoth = async (): Promise<{ person: GivenPerson; other: string }> => {
    const other = await app.given.aSchool({ kind: 'mbo', name: 'Het ROC' });
    const person = await app.given.aPerson({
      roles: [
        { role: 'staff', school, from: '2019-08-01' },
        { role: 'slb', school: other },
      ],
    });
    return { person, other };
  };

  it('chooses at sign-in, and goes on to where he was going when he stays', async () => {
    const { person, other } = await aBoth();
    const agent = browser();
    expect(whereTo(await enter(agent, person.login, { terug: '/opleidingen' }))).toBe(
      '/sessie/wissel?kies=1&terug=%2Fopleidingen',
    );
    const page = await agent.get('/sessie/wissel?kies=1&terug=%2Fopleidingen').expect(200);
    expect(page.text).toMatch(/href="\/opleidingen"[^>]*>Ga verder bij De Sluis/);
    expect(page.text).toContain('Ga verder bij Het ROC');
    await agent.post('/sessie/wissel').type('form').send({ schoolId: other }).expect(303);
    expect((await agent.get('/api/v1/me')).body).toMatchObject({ schoolId: other, roles: ['slb'] });
  });

  it('sees on every page where he acts, with the way to switch; who has one place does not', async () => {
    const { person } = await aBoth();
    const { text } = await (await app.asBrowser(person)).get('/welkom').expect(200);
    expect(text).toMatch(/De Sluis · <a href="\/sessie\/wissel">Wissel<\/a>/);
    const pupil = await app.given.aPupil({ school });
    const parent = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aGuardian(pupil, { person: parent.id });
    const asParent = await (await app.asBrowser(parent, { school: null })).get('/account').expect(200);
    expect(asParent.text).toMatch(/Als ouder of verzorger · <a href="\/sessie\/wissel">Wissel<\/a>/);
    for (const one of [await aMember(), pupil])
      expect((await (await app.asBrowser(one)).get('/account')).text).not.toContain('/sessie/wissel');
    expect(whereTo(await enter(browser(), (await aMember()).login))).toBe('/welkom');
  });

  it('a place that is over is no place any more', async () => {
    const { person, other } = await aBoth();
    await app.owner.query(
      'update role_assignment set valid_until = app_today() - 1 where person_id = $1 and school_id = $2',
      [person.id, other],
    );
    expect(whereTo(await enter(browser(), person.login))).toBe('/welkom');
  });

  it('who cannot give the second step here can still go elsewhere', async () => {
    const parent = await app.given.aPerson({ school, roles: ['decaan'] });
    await app.given.aGuardian(await app.given.aPupil({ school }), { person: parent.id });
    const agent = browser();
    await enter(agent, parent.login);
    const page = await agent.get('/sessie/wissel?kies=1').expect(200);
    expect(page.text).toMatch(/href="\/tweede-stap"[^>]*>Ga verder bij De Sluis/);
    await agent.post('/sessie/wissel').type('form').send({ schoolId: 'guardian' }).expect(303);
    expect((await agent.get('/api/v1/me')).body).toMatchObject({ kind: 'guardian', factor: 'none' });
  });
});
