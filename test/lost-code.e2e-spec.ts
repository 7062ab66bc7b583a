import { type Agent, startApp, type TestApp } from './support/app.js';
import { axeFaults, type Browser, openBrowser, sideways, withBrowser } from './support/browser.js';
import { type GivenPerson, type GivenPupil, password } from './support/builders.js';

const chosen = 'paraplu-in-de-kast';
let app: TestApp;
let school: string;
let group: string;
let mentor: GivenPerson;
let pupil: GivenPupil;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'De Sluis' });
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await app.given.aGroup({ school });
  mentor = await app.given.aPerson({ school, roles: ['staff'] });
  pupil = await app.given.aPupil({ school, group, mentor: mentor.id, givenName: 'Fenna', familyName: 'Wit' });
});

const html = async (agent: Agent, path: string, status = 200): Promise<string> =>
  (await agent.get(path).expect(status)).text;
const codeOn = (page: string): string => /([2-9A-HJKMNP-Z]{4} ){2}[2-9A-HJKMNP-Z]{4}/.exec(page)![0];
const activate = (login: string, code: string) =>
  app.http().post('/api/v1/activation').send({ login, code, password: chosen });

describe('a pupil who lost the code', () => {
  it('gets a new one from the mentor in two taps, from the class list and from his page', async () => {
    const agent = await app.asBrowser(mentor);
    for (const from of [`/klassen/${group}`, `/leerlingen/${pupil.id}`]) {
      expect(await html(agent, from)).toContain(`href="/leerlingen/${pupil.id}/code"`);
      const ask = await html(agent, `/leerlingen/${pupil.id}/code`);
      expect(ask).toContain('Nieuwe code voor Fenna Wit');
      const { text: shown, headers } = await agent.post(`/leerlingen/${pupil.id}/code`).expect(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(shown).toContain(pupil.login);
      expect(shown).toContain('class="app-qr"'); // on the screen
      expect(shown.match(/class="app-qr"/g)).toHaveLength(2); // and in the letter
      expect(shown).not.toMatch(/href="[^"]*code=/);
    }
  });

  it('signs in with it; until then the old password works, afterwards everything that was open ends', async () => {
    const agent = await app.asBrowser(mentor);
    const open = await app.asActor(pupil);
    const { text: shown } = await agent.post(`/leerlingen/${pupil.id}/code`).expect(200);
    await app.http().post('/api/v1/session').send({ username: pupil.login, password }).expect(201);
    await open.get('/api/v1/me').expect(200);
    await activate(pupil.login, codeOn(shown)).expect(201);
    await open.get('/api/v1/me').expect(401);
    await app.http().post('/api/v1/session').send({ username: pupil.login, password }).expect(401);
    await activate(pupil.login, codeOn(shown)).expect(401);
    const { rows } = await app.owner.query(
      `select actor_id, actor_role, subject_ids from audit_event where action = 'activation.issued' and chain_id = $1`,
      [pupil.id],
    );
    expect(rows).toEqual([{ actor_id: mentor.id, actor_role: 'mentor', subject_ids: [pupil.id] }]);
  });

  it('who never signed in gets a first one the same way', async () => {
    await app.owner.query('update pupil set account_id = null where id = $1', [pupil.id]);
    const agent = await app.asBrowser(mentor);
    const { text: shown } = await agent.post(`/leerlingen/${pupil.id}/code`).expect(200);
    const login = /<dd>(fenna\.wit\d*)<\/dd>/.exec(shown)![1]!;
    await activate(login, codeOn(shown)).expect(201);
  });

  it('whose account was shut gets none', async () => {
    await app.owner.query('update account set disabled_at = app_now() where id = $1', [pupil.accountId]);
    const agent = await app.asBrowser(mentor);
    const { text: shown } = await agent.post(`/leerlingen/${pupil.id}/code`).expect(200);
    expect(shown).toContain('Er is geen code gemaakt');
  });

  it('gets it from nobody else', async () => {
    const path = `/leerlingen/${pupil.id}/code`;
    const teacher = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aTeacher({ group, school, person: teacher.id });
    const others = [
      teacher,
      await app.given.aPerson({ school, roles: ['lob-coordinator'] }),
      await app.given.aPerson({ school, roles: ['care-coordinator'] }),
      await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }),
      await app.given.aPupil({ school, group, mentor: (await app.given.aPerson({ school, roles: ['staff'] })).id }),
    ];
    for (const other of others) {
      const agent = await app.asBrowser(other);
      await agent.get(path).expect(404);
      await agent.post(path).expect(404);
    }
    const colleague = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aPupil({ school, group, mentor: colleague.id });
    const agent = await app.asBrowser(colleague);
    await agent.get(path).expect(404);
    await agent.post(path).expect(404);
    expect(await html(agent, `/klassen/${group}`)).not.toContain(path);
    for (const role of ['decaan', 'school-administrator'] as const) {
      const keeper = await app.asBrowser(await app.given.aPerson({ school, roles: [role] }));
      await keeper.post(path).expect(200);
    }
  });
});

describe('a guardian of several children', () => {
  interface Recipient {
    id: string;
    name: string;
    pupils: string[];
    state: string;
    custodyUnsaid: string[];
  }
  let mother: GivenPerson;
  let older: GivenPupil;
  let younger: GivenPupil;
  let agent: Agent;
  const recipient = async (): Promise<Recipient> => {
    const { body } = (await agent.get(`/api/v1/groups/${group}/activation-letters`).expect(200)) as {
      body: Recipient[];
    };
    return body.find(({ id }) => id === mother.id)!;
  };
  const letters = async () => {
    const { body } = (await agent
      .post(`/api/v1/groups/${group}/activation-letters`)
      .send({ recipients: [mother.id] })
      .expect(201)) as {
      body: { letters: { login: string; code: string; pupils: string[] }[]; skipped: { reason: string }[] };
    };
    return body;
  };
  const custody = (of: GivenPupil, value: boolean | null) =>
    app.owner.query('update guardian set custody = $3 where pupil_id = $1 and person_id = $2', [
      of.id,
      mother.id,
      value,
    ]);
  beforeEach(async () => {
    mother = await app.given.aPerson({ givenName: 'Mila', familyName: 'Wit', email: null });
    await app.owner.query('update person set account_id = null where id = $1', [mother.id]);
    older = await app.given.aPupil({
      school,
      group,
      mentor: mentor.id,
      givenName: 'Aad',
      familyName: 'Wit',
      birthDate: '2012-03-01',
    });
    younger = await app.given.aPupil({
      school,
      group,
      mentor: mentor.id,
      givenName: 'Bo',
      familyName: 'Wit',
      birthDate: '2013-03-01',
    });
    await app.given.aGuardian(older, { person: mother.id, custody: null });
    await app.given.aGuardian(younger, { person: mother.id, custody: null });
    agent = await app.asActor(mentor);
  });

  it('gets no letter before the school said that there is custody, and the list says so', async () => {
    expect(await recipient()).toMatchObject({ state: 'custody-unsaid', custodyUnsaid: ['Aad Wit', 'Bo Wit'] });
    expect(await letters()).toMatchObject({ letters: [], skipped: [{ reason: 'custody-unsaid' }] });
    const page = await html(await app.asBrowser(mentor), `/klassen/${group}/brieven`);
    expect(page).toContain('Wachten op het gezag');
    expect(page).toContain('Laat de ouder het gezag aantonen bij de administratie');
    const administrator = await app.asBrowser(await app.given.aPerson({ school, roles: ['school-administrator'] }));
    expect(await html(administrator, `/klassen/${group}/brieven`)).toContain(`href="/leerlingen/${older.id}/gezag"`);
    expect(await html(administrator, `/leerlingen/${older.id}/gezag`)).not.toContain('Maak dan de brief');
    await custody(older, true);
    expect(await html(administrator, `/leerlingen/${older.id}/gezag`)).toContain(
      `href="/leerlingen/${older.id}/brief"`,
    );
  });

  it('gets one letter and one account for all of them, and custody of each child decides what she sees', async () => {
    await custody(older, true);
    expect(await recipient()).toMatchObject({ state: 'new', pupils: ['Aad Wit'], custodyUnsaid: ['Bo Wit'] });
    const [letter] = (await letters()).letters;
    expect(letter!.pupils).toEqual(['Aad Wit']);
    await activate(letter!.login, letter!.code).expect(201);
    const signedIn = await app.asBrowser({ login: letter!.login }, { school: null });
    const one = await html(signedIn, '/kind');
    expect(one).toContain('Aad Wit');
    expect(one).not.toContain('Bo Wit');
    await html(signedIn, `/kind/${older.id}`);
    await html(signedIn, `/kind/${younger.id}`, 404);

    await custody(younger, true);
    const both = await html(signedIn, '/kind');
    expect(both).toContain('Aad Wit');
    expect(both).toContain('Bo Wit');
    await html(signedIn, `/kind/${younger.id}`);
    expect(await recipient()).toMatchObject({ state: 'activated', pupils: ['Aad Wit', 'Bo Wit'], custodyUnsaid: [] });
    const { rows } = await app.owner.query('select account_id from person where id = $1 and account_id is not null', [
      mother.id,
    ]);
    expect(rows).toHaveLength(1);

    await custody(older, false);
    await html(signedIn, `/kind/${older.id}`, 404);
    await html(signedIn, `/kind/${younger.id}`);
    expect(await recipient()).toMatchObject({ pupils: ['Bo Wit'], custodyUnsaid: [] });
  });
});

withBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('the mentor shows the code on the screen, and the letter prints on one sheet', async () => {
    const token = await app.tokenFor(mentor);
    for (const width of [390, 1280]) {
      const context = await browser.context({ width, cookie: { name: 'session', value: token, url: app.url } });
      const page = await context.newPage();
      await page.goto(`${app.url}/klassen/${group}`);
      await page.click(`a[href="/leerlingen/${pupil.id}/code"]`);
      expect(await axeFaults(page)).toEqual([]);
      await page.click('text=Maak een nieuwe code');
      await page.waitForSelector('.app-large-code');
      expect(await axeFaults(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/code-${width}.png`, fullPage: true });
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      if (process.env.SHOTS && width === 1280) {
        const { writeFileSync } = await import('node:fs');
        writeFileSync(`${process.env.SHOTS}/letter.pdf`, pdf);
      }
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
      await context.close();
    }
  });

  it('the link of the QR code fills in the form, and login and code come in no address that the server sees', async () => {
    const { text: shown } = await (await app.asBrowser(mentor)).post(`/leerlingen/${pupil.id}/code`).expect(200);
    const code = codeOn(shown).replaceAll(' ', '');
    const context = await browser.context({ width: 390 });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().split('#')[0]!));
    await page.goto(`${app.url}/activeren#login=${pupil.login}&code=${code}`);
    expect(await page.inputValue('input[name=login]')).toBe(pupil.login);
    expect(await page.inputValue('input[name=code]')).toBe(code);
    expect(page.url()).toBe(`${app.url}/activeren`);
    await page.fill('input[name=password]', chosen);
    await page.click('button:has-text("Bewaren en inloggen")');
    await page.waitForURL(/mijn/);
    expect(asked.filter((url) => url.includes(code) || url.includes(pupil.login))).toEqual([]);
    await context.close();
  });
});
