import { sessionCookie } from '../src/platform/access/session-token.js';
import { giveKnownFactors } from '../src/second-factor/known-factors.service.js';
import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';
import { aSecondFactor, phoneCode } from './support/second-factor.js';

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

/** A browser that keeps its cookies. */
const browser = (): Agent => app.http().set('sec-fetch-site', 'same-origin');
const post = (agent: Agent, path: string, fields: Record<string, string>) => agent.post(path).type('form').send(fields);
const enter = (agent: Agent, login: string, more: Record<string, string> = {}) =>
  post(agent, '/aanmelden', { username: login, password, ...more }).expect(303);
const whereTo = ({ headers }: { headers: Record<string, unknown> }): unknown => headers.location;
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name.replace(/\./g, '\\.')}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const aPerson = (role: 'decaan' | 'staff' | 'school-administrator' = 'decaan'): Promise<GivenPerson> =>
  app.given.aPerson({ school, roles: [role] });
const codesIn = (html: string): string[] => [...html.matchAll(/app-code">([^<]+)</g)].map(([, code]) => code!);

describe('the first time', () => {
  it('leads from signing in to setting up, past the codes, to where one was going', async () => {
    const person = await aPerson();
    const agent = browser();
    expect(whereTo(await enter(agent, person.login, { terug: '/klassen' }))).toBe('/tweede-stap?terug=%2Fklassen');
    expect(whereTo(await agent.get('/klassen').expect(303))).toBe('/tweede-stap?terug=%2Fklassen');
    expect(whereTo(await agent.get('/').expect(303))).toBe('/tweede-stap');
    const page = await agent.get('/tweede-stap?terug=%2Fklassen').expect(200);
    expect(page.text).toContain('<svg class="app-qr"');
    expect(page.text).not.toMatch(/ style="/);
    const shown = /app-secret">([^<]+)</.exec(page.text)![1]!;
    expect(shown).toMatch(/^([A-Z2-7]{4} ?){8}$/);
    const secret = shown.replaceAll(' ', '');
    const enrolment = hidden(page.text, 'enrolment');

    // A wrong code: the same secret comes back, so that nobody scans twice.
    const wrong = await post(agent, '/tweede-stap/instellen', { enrolment, code: '000000', terug: '/klassen' }).expect(
      422,
    );
    expect(wrong.text).toContain(shown);
    expect(wrong.text).toContain('Deze code klopt niet');
    expect(hidden(wrong.text, 'enrolment')).toBe(enrolment);
    const done = await post(agent, '/tweede-stap/instellen', {
      enrolment,
      code: phoneCode(app, secret).replace(/^.{3}/, '$& '),
      terug: '/klassen',
    }).expect(200);
    expect(codesIn(done.text)).toHaveLength(10);
    expect(done.headers['cache-control']).toBe('no-store');
    expect(done.text).toContain('href="/klassen"');
    await agent.get('/klassen').expect(200);
    expect((await agent.get('/account').expect(200)).text).toContain('Je hebt nog 10 herstelcodes.');
  });

  it('says so when the page stood open for too long', async () => {
    const person = await aPerson();
    const agent = browser();
    await enter(agent, person.login);
    const { text } = await agent.get('/tweede-stap').expect(200);
    const secret = /app-secret">([^<]+)</.exec(text)![1]!.replaceAll(' ', '');
    await app.clock.advance({ minutes: 20 });
    await agent.get('/api/v1/me').expect(200);
    await app.clock.advance({ minutes: 10 });
    const late = await post(agent, '/tweede-stap/instellen', {
      enrolment: hidden(text, 'enrolment'),
      code: phoneCode(app, secret),
    }).expect(409);
    expect(late.text).toContain('Deze pagina stond te lang open');
  });
});

describe('the next time', () => {
  it('asks for the code, and goes on to where one was going', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    const agent = browser();
    await enter(agent, person.login, { terug: '/klassen' });
    const page = await agent.get('/tweede-stap?terug=%2Fklassen').expect(200);
    expect(page.text).not.toContain('Dit is een demo');
    expect(page.text).not.toContain('app-qr');
    const wrong = await post(agent, '/tweede-stap', { code: '000000', terug: '/klassen' }).expect(422);
    expect(wrong.text).toContain('Deze code klopt niet');
    expect(hidden(wrong.text, 'terug')).toBe('/klassen');
    await post(agent, '/tweede-stap', { code: '', terug: '/klassen' }).expect(422);
    const right = await post(agent, '/tweede-stap', { code: phoneCode(app, secret), terug: '/klassen' }).expect(303);
    expect(whereTo(right)).toBe('/klassen');
    await agent.get('/klassen').expect(200);
  });

  it('never leads elsewhere, whatever the address says', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    for (const [n, terug] of ['//evil.example', 'https://evil.example', '/\\evil.example'].entries()) {
      const agent = browser();
      await enter(agent, person.login, { terug });
      await app.clock.advance({ seconds: 30 * (n + 1) });
      const { text } = await agent.get(`/tweede-stap?terug=${encodeURIComponent(terug)}`).expect(200);
      expect(text).not.toContain('evil');
      expect(whereTo(await post(agent, '/tweede-stap', { code: phoneCode(app, secret), terug }))).toBe('/overzicht');
    }
  });

  it('who is not signed in goes to the sign-in page', async () => {
    expect(whereTo(await browser().get('/tweede-stap').expect(303))).toBe('/aanmelden?terug=%2Ftweede-stap');
    expect(whereTo(await post(browser(), '/tweede-stap', { code: '123456' }).expect(303))).toMatch(/^\/aanmelden/);
  });
});

describe('a fresh proof', () => {
  /** Signed in with both steps, more than a quarter of an hour ago. */
  const longAgo = async (person: GivenPerson): Promise<Agent> => {
    const agent = browser().set('cookie', `${sessionCookie(false)}=${await app.tokenFor(person)}`);
    await app.clock.advance({ minutes: 16 });
    return agent;
  };
  const cookieOf = ({ headers }: { headers: unknown }): string =>
    ((headers as Record<string, string[]>)['set-cookie'] ?? []).join().split(';')[0]!;

  it('is asked for before a page that changes it, and leads back', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    const agent = await longAgo(person);
    expect(whereTo(await agent.get('/account/tweede-stap').expect(303))).toBe(
      '/tweede-stap?terug=%2Faccount%2Ftweede-stap',
    );
    const given = await post(agent, '/tweede-stap', {
      code: phoneCode(app, secret),
      terug: '/account/tweede-stap',
    }).expect(303);
    expect(whereTo(given)).toBe('/account/tweede-stap');
    const page = await browser().set('cookie', cookieOf(given)).get('/account/tweede-stap').expect(200);
    expect(page.text).toContain('De nieuwe app komt in de plaats van de oude');
  });

  it('keeps what was sent, and sends it afterwards', async () => {
    const administrator = await aPerson('school-administrator');
    const secret = await aSecondFactor(app, administrator);
    const colleague = await aPerson();
    await aSecondFactor(app, colleague);
    const agent = await longAgo(administrator);
    const asked = await post(agent, `/personen/${colleague.id}/tweede-stap`, {
      reden: '"kwijt" & <weg>',
      wachtwoord: 'niet bewaren',
    }).expect(403);
    expect(asked.text).toContain('Wat je invulde, is er nog');
    expect(asked.text).not.toContain('niet bewaren');
    const kept = {
      'bewaard.naar': hidden(asked.text, 'bewaard.naar'),
      'bewaard.veld.reden': '"kwijt" & <weg>',
    };
    expect(kept['bewaard.naar']).toBe(`/personen/${colleague.id}/tweede-stap`);
    expect(asked.text).toContain('value="&quot;kwijt&quot; &amp; &lt;weg>"');
    const wrong = await post(agent, '/tweede-stap', { code: '000000', ...kept }).expect(422);
    expect(hidden(wrong.text, 'bewaard.naar')).toBe(kept['bewaard.naar']);
    const given = await post(agent, '/tweede-stap', { code: phoneCode(app, secret), ...kept }).expect(200);
    expect(given.text).toContain(`action="/personen/${colleague.id}/tweede-stap"`);
    expect(given.text).toContain('name="reden" value="&quot;kwijt&quot; &amp; &lt;weg>"');
    const sent = await post(
      browser().set('cookie', cookieOf(given)),
      `/personen/${colleague.id}/tweede-stap`,
      {},
    ).expect(303);
    expect(whereTo(sent)).toBe(`/personen/${colleague.id}`);
  });

  it('does not send what was kept to another site', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    const agent = await longAgo(person);
    const given = await post(agent, '/tweede-stap', {
      code: phoneCode(app, secret),
      'bewaard.naar': 'https://evil.example/',
      'bewaard.veld.x': 'y',
    }).expect(303);
    expect(whereTo(given)).toBe('/overzicht');
  });

  it('of who has no second step is signing in again', async () => {
    const person = await aPerson('staff');
    const agent = browser();
    await enter(agent, person.login);
    await agent.get('/account/tweede-stap').expect(200);
    await app.clock.advance({ minutes: 16 });
    expect(whereTo(await agent.get('/account/tweede-stap').expect(303))).toBe(
      '/tweede-stap?terug=%2Faccount%2Ftweede-stap',
    );
    const page = await agent.get('/tweede-stap?terug=%2Faccount%2Ftweede-stap').expect(200);
    expect(page.text).toContain('Log opnieuw in');
    const out = await post(agent, '/afmelden', { terug: '/account/tweede-stap' }).expect(303);
    expect(whereTo(out)).toBe('/aanmelden?opnieuw=1&terug=%2Faccount%2Ftweede-stap');
    await enter(agent, person.login, { terug: '/account/tweede-stap' });
    await agent.get('/account/tweede-stap').expect(200);
  });
});

describe('my account', () => {
  it('makes new recovery codes, and takes the second step away', async () => {
    const person = await aPerson('staff');
    await aSecondFactor(app, person);
    const agent = await app.asBrowser(person);
    expect((await agent.get('/account')).text).toContain('Je hebt nog 0 herstelcodes.');
    expect(codesIn((await agent.post('/account/tweede-stap/herstelcodes').expect(200)).text)).toHaveLength(10);
    expect(whereTo(await agent.post('/account/tweede-stap/verwijderen').expect(303))).toBe('/account');
    expect((await agent.get('/account').expect(200)).text).toContain('Stel een tweede stap in');
  });

  it('is on every page of who is in; of a pupil and a guardian it has no second step', async () => {
    const pupil = await app.given.aPupil({ school, guardians: [{}] });
    for (const who of [pupil, pupil.guardians[0]!]) {
      const agent = await app.asBrowser(who, who === pupil ? {} : { school: null });
      expect((await agent.get('/')).status).toBe(303);
      const { text } = await agent.get('/account').expect(200);
      expect(text).toContain('href="/account"');
      expect(text).not.toContain('weede stap');
    }
  });
});

describe('the page of a colleague', () => {
  it('says whether there is a second step, and takes away a lost one', async () => {
    const agent = await app.asBrowser(await aPerson('school-administrator'));
    const colleague = await app.given.aPerson({ school, roles: ['decaan'], familyName: 'Visser' });
    expect((await agent.get(`/personen/${colleague.id}`)).text).toContain('nog niet ingesteld');
    await aSecondFactor(app, colleague);
    expect((await agent.get(`/personen/${colleague.id}`)).text).toContain('Haal de tweede stap weg');
    const answer = await agent.post(`/personen/${colleague.id}/tweede-stap`).expect(303);
    expect(whereTo(answer)).toBe(`/personen/${colleague.id}`);
    expect((await agent.get(`/personen/${colleague.id}`)).text).toContain('Robin Visser stelt bij de volgende keer');
  });
});

describe('in the demo', () => {
  it('the code stands on the page, until it was used', async () => {
    const person = { role: 'decaan', school: 'De Sluis', username: 'demo.decaan', password, totpSecret: '' };
    const demo = await startApp({ DEMO: 'true' }, [person]);
    try {
      const there = await demo.given.aPerson({
        school: await demo.given.aSchool(),
        roles: ['decaan'],
        login: person.username,
      });
      const known = await giveKnownFactors(demo.owner, demo.config.appSecret, [there.login, 'niemand']);
      expect([...known.keys()]).toEqual([there.login]);
      person.totpSecret = known.get(there.login)!;
      for (let turn = 0; turn < 2; turn++) {
        const agent = demo.http().set('sec-fetch-site', 'same-origin');
        await enter(agent, there.login);
        const code = /Nu is het: <strong>(\d{6})</.exec((await agent.get('/tweede-stap')).text)![1]!;
        await post(agent, '/tweede-stap', { code }).expect(303);
      }
      const agent = demo.http().set('sec-fetch-site', 'same-origin');
      await enter(agent, there.login);
      expect((await agent.get('/tweede-stap')).text).toContain('is al gebruikt');
      // Who set up a phone of his own meanwhile keeps it.
      await demo.owner.query('delete from second_factor');
      await aSecondFactor(demo, there);
      expect((await giveKnownFactors(demo.owner, demo.config.appSecret, [there.login])).size).toBe(0);
    } finally {
      await demo.close();
    }
  });
});
