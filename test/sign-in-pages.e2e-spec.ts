import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';

let app: TestApp;
let school: string;
let coordinator: GivenPerson;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'De Sluis' });
  coordinator = await app.given.aPerson({ school, roles: ['lob-coordinator'] });
});
afterAll(() => app.close());
beforeEach(() => app.owner.query('delete from sign_in_throttle'));

const browser = (): Agent => app.http().set('sec-fetch-site', 'same-origin');
const enter = (fields: Record<string, string>, agent: Agent = browser()) =>
  agent.post('/aanmelden').type('form').send(fields);
const cookies = (headers: unknown): string[] => ((headers as Record<string, unknown>)['set-cookie'] ?? []) as string[];

describe('the sign-in page', () => {
  it('lets in with a cookie that no script can read and no other site can send', async () => {
    const answer = await enter({ username: coordinator.login, password }).expect(303);
    expect(answer.headers.location).toBe('/overzicht');
    expect(cookies(answer.headers)).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/) as string,
    ]);
  });

  it('over https gives a __Host- cookie that is Secure', async () => {
    const secure = await startApp({ PUBLIC_URL: 'https://dossier.example' });
    try {
      const there = await secure.given.aPerson({ school: await secure.given.aSchool(), roles: ['decaan'] });
      const agent = secure.http().set('sec-fetch-site', 'same-origin');
      const answer = await enter({ username: there.login, password }, agent).expect(303);
      const [cookie] = cookies(answer.headers);
      expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
      expect(answer.headers['strict-transport-security']).toContain('max-age=');
      const me = await secure.http().get('/api/v1/me').set('cookie', cookie!.split(';')[0]!).expect(200);
      expect(me.body).toMatchObject({ id: there.id });
      const plain = cookie!.split(';')[0]!.replace('__Host-', '');
      await secure.http().get('/api/v1/me').set('cookie', plain).expect(401);
    } finally {
      await secure.close();
    }
  });

  it('keeps what was typed, but never the password, and says why in words', async () => {
    const answer = await enter({ username: '<b>ik</b>', password: 'geheim-genoeg' }).expect(401);
    expect(answer.text).toContain('De gebruikersnaam of het wachtwoord klopt niet');
    expect(answer.text).toContain('value="&lt;b>ik&lt;/b>"');
    expect(answer.text).not.toContain('geheim-genoeg');
    expect(cookies(answer.headers)).toEqual([]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await enter({ username: '', password: '' }).expect(422)).text).toContain('Vul dit in');
  });

  it('says how long to wait, in seconds or in minutes', async () => {
    const { login } = await app.given.aPerson({ school, roles: ['staff'] });
    for (let turn = 0; turn < 5; turn++) await enter({ username: login, password: `gok ${turn}` }).expect(401);
    const soon = await enter({ username: login, password }).expect(429);
    expect(soon.text).toContain('Wacht 5 seconden en probeer het opnieuw.');
    await app.owner.query('update sign_in_throttle set failures = 9 where failures = 5');
    expect((await enter({ username: login, password }).expect(429)).text).toContain('Wacht 7 minuten');
  });

  it('comes in English for who wants that', async () => {
    const agent = browser();
    await agent.post('/taal').type('form').send({ taal: 'en', terug: '/aanmelden' }).expect(303);
    const answer = await agent.get('/aanmelden').expect(200);
    expect(answer.text).toContain('<html lang="en"');
    expect(answer.text).toContain('I have a letter with a code');
    expect((await agent.get('/activeren').expect(200)).text).toContain('Choose your password');
  });

  it('shows no logins outside the demo', async () => {
    expect((await app.http().get('/aanmelden').expect(200)).text).not.toContain('verzonnen');
  });

  it('shows the invented people in the demo, and one press is enough', async () => {
    const demo = [{ role: 'decaan', school: 'De Sluis', username: 'decaan', password }];
    for (const [env, shown] of [
      [{ DEMO: 'true' }, true],
      [{}, false],
    ] as const) {
      const other = await startApp(env, demo);
      const { text } = await other.http().get('/aanmelden').expect(200);
      expect(text.includes(`name="password" value="${password}"`)).toBe(shown);
      expect(text.includes('verzonnen')).toBe(shown);
      await other.close();
    }
  });

  it('sends on to the page that one came for', async () => {
    const lost = await app.http().get('/personen?search=a').expect(303);
    expect(lost.headers.location).toBe('/aanmelden?terug=%2Fpersonen%3Fsearch%3Da');
    const page = await app
      .http()
      .get(lost.headers.location as string)
      .expect(200);
    expect(page.text).toContain('name="terug" value="/personen?search=a"');
    const answer = await enter({ username: coordinator.login, password, terug: '/personen?search=a' }).expect(303);
    expect(answer.headers.location).toBe('/personen?search=a');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'evil.example',
    ' //evil.example',
    'http:evil.example',
    '/%0d%0aset-cookie:x=1\r\nx: y',
  ])('never sends on to another site: %j', async (terug) => {
    const page = await app.http().get('/aanmelden').query({ terug }).expect(200);
    expect(page.text).toMatch(/action="\/aanmelden" novalidate><div/); // no hidden address in the form
    const answer = await enter({ username: coordinator.login, password, terug }).expect(303);
    expect(new URL(answer.headers.location as string, app.url).origin).toBe(app.url);
    const again = await app
      .http()
      .get('/aanmelden')
      .query({ terug })
      .set('cookie', cookies(answer.headers)[0]!)
      .expect(303);
    expect(new URL(again.headers.location as string, app.url).origin).toBe(app.url);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['an older browser on another site', { origin: 'https://evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['nobody knows', {}],
  ])('takes nothing that comes from %s', async (_, headers) => {
    for (const path of ['/aanmelden', '/activeren', '/afmelden', '/sessie/wissel']) {
      const answer = await app
        .http()
        .post(path)
        .set(headers)
        .type('form')
        .send({ username: coordinator.login, password });
      expect(answer.status).toBe(403);
      expect(cookies(answer.headers)).toEqual([]);
    }
    const ridden = await app
      .http()
      .delete('/api/v1/session')
      .set(headers)
      .set('cookie', `session=${await app.tokenFor(coordinator)}`);
    expect(ridden.status).toBe(403);
  });
});

describe('the front door', () => {
  it('is the sign-in page for a visitor, and signing in again is not needed', async () => {
    expect((await app.http().get('/').expect(303)).headers.location).toBe('/aanmelden');
    const agent = await app.asBrowser(coordinator);
    expect((await agent.get('/aanmelden').expect(303)).headers.location).toBe('/overzicht');
  });

  it.each([
    ['decaan', '/overzicht'],
    ['intaker', '/dossiers'],
    ['school-administrator', '/import'],
    ['privacy-officer', '/inzage'],
    ['staff', '/welkom'],
    ['care-coordinator', '/welkom'],
    ['slb', '/wijzigingen'],
  ] as const)('leads a %s to %s', async (role, path) => {
    const agent = await app.asBrowser(await app.given.aPerson({ school, roles: [role] }));
    expect((await agent.get('/').expect(303)).headers.location).toBe(path);
  });

  it('leads mentor, teacher, pupil and guardian to what is theirs', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const teacher = await app.given.aPerson({ school, roles: ['staff'] });
    const group = await app.given.aGroup({ school });
    const pupil = await app.given.aPupil({ school, group, mentor: person.id, guardians: [{}] });
    await app.given.aTeacher({ group, school, person: teacher.id });
    const home = async (who: GivenPerson): Promise<unknown> =>
      (await (await app.asBrowser(who)).get('/').expect(303)).headers.location;
    expect(await home(person)).toBe('/klassen');
    expect(await home(teacher)).toBe('/klassen');
    expect(await home(pupil)).toBe('/mijn');
    expect(await home(pupil.guardians[0]!)).toBe('/kind');
  });

  it('says to a member of staff what that role is for', async () => {
    const agent = await app.asBrowser(await app.given.aPerson({ school, roles: ['staff'], familyName: 'Visser' }));
    const { text } = await agent.get('/welkom').expect(200);
    expect(text).toContain('Welkom, Robin Visser');
    expect(text).toContain('Je bent ingelogd bij De Sluis als medewerker.');
  });
});

describe('signing out', () => {
  it('ends the session, takes the cookie back, and is never refused', async () => {
    const token = await app.tokenFor(coordinator);
    const agent = browser().set('cookie', `session=${token}`);
    const answer = await agent.post('/afmelden').expect(303);
    expect(answer.headers.location).toBe('/aanmelden');
    expect(cookies(answer.headers)).toContain('session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
    await app.http().get('/api/v1/me').set('authorization', `Bearer ${token}`).expect(401);
    await agent.post('/afmelden').expect(303);
    await browser().post('/afmelden').expect(303);
  });

  it('is a button on every page of who is in', async () => {
    const agent = await app.asBrowser(await app.given.aPerson({ school, roles: ['staff'] }));
    expect((await agent.get('/welkom')).text).toContain('action="/afmelden"');
  });
});

describe('the page for the code', () => {
  it('sets a password and lets in; a wrong code keeps what was typed', async () => {
    const administrator = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const letter = await (await app.asBrowser(administrator)).post(`/personen/${person.id}/brief`).expect(200);
    const code = /app-code">([^<]+)</.exec(letter.text)?.[1] ?? '';
    const fields = { login: person.login, code: 'ABCD 2345 WXYZ', password: 'drie ezels op de dijk' };
    const send = (changes: object) =>
      browser()
        .post('/activeren')
        .type('form')
        .send({ ...fields, ...changes });
    const wrong = await send({}).expect(401);
    expect(wrong.text).toContain('De gebruikersnaam of de code klopt niet');
    expect(wrong.text).toContain('value="ABCD 2345 WXYZ"');
    expect((await send({ code, password: 'kort' }).expect(422)).text).toContain('Gebruik minstens 10 tekens');
    const answer = await send({ code }).expect(303);
    expect(answer.headers.location).toBe('/welkom');
    expect(cookies(answer.headers)[0]).toMatch(/^session=/);
    await enter({ username: person.login, password: fields.password }).expect(303);
  });
});

describe('acting elsewhere', () => {
  it('is offered to who has more places, and changes the cookie', async () => {
    const other = await app.given.aSchool({ kind: 'mbo', name: 'Het ROC' });
    const both = await app.given.aPerson({
      roles: [
        { role: 'decaan', school, from: '2019-08-01' },
        { role: 'intaker', school: other },
      ],
    });
    const agent = await app.asBrowser(both);
    expect((await agent.get('/sessie/wissel').expect(200)).text).toContain('Ga verder bij Het ROC');
    const answer = await agent.post('/sessie/wissel').type('form').send({ schoolId: other }).expect(303);
    const [cookie] = cookies(answer.headers);
    const me = await app.http().get('/api/v1/me').set('cookie', cookie!.split(';')[0]!).expect(200);
    expect(me.body).toMatchObject({ schoolId: other, roles: ['intaker'] });
    await (await app.asBrowser(both)).post('/sessie/wissel').type('form').send({ schoolId: 'guardian' }).expect(404);
    await (await app.asBrowser(both)).post('/sessie/wissel').type('form').send({ schoolId: 'x' }).expect(404);
  });
});
