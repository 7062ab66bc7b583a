import { LocalMailbox } from '../src/platform/mail/local-mailbox.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { axeFaults, type Browser, openBrowser, sideways, withBrowser } from './support/browser.js';
import { codeIn } from './support/mail-server.js';

const chosen = 'vier muggen op de dijk';
let app: TestApp;
let school: string;
let admin: Agent;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'Het Anker' });
  admin = await app.asBrowser(await app.given.aPerson({ school, roles: ['school-administrator'] }));
});
afterAll(() => app.close());

const post = (path: string, fields: object = {}, by = admin) =>
  by
    .post(path)
    .type('form')
    .send({ idempotencyKey: newKey(), ...fields });
let count = 0;
async function newcomer(fields: object = {}): Promise<string> {
  const someone = { givenName: 'Ans', familyName: 'Nieuw', email: `ans${++count}@school.example`, 'roles.0': 'staff' };
  const added = await post('/personen/nieuw', { ...someone, ...fields }).expect(303);
  return added.headers.location as string;
}
/** The last one with a link. */
const lastMail = () => app.nest.get(LocalMailbox).messages.find(({ text }) => text.includes('#code='))!;
async function invited(path: string): Promise<string> {
  await post(`${path}/uitnodiging`).expect(303);
  await app.runJobs();
  return codeIn(lastMail().text);
}
const visitor = () => app.http().set('sec-fetch-site', 'same-origin');
const text = async (path: string, by = admin): Promise<string> => (await by.get(path).expect(200)).text;

describe('the administrator', () => {
  it('sends an invitation, sees what becomes of it, sends it again and takes it back', async () => {
    const path = await newcomer();
    expect(await text(path)).toContain('Stuur een uitnodiging');
    await post(`${path}/uitnodiging`).expect(303);
    expect(await text(path)).toContain('De uitnodiging wacht op verzending');
    expect(await text('/personen')).toContain('uitnodiging wacht op verzending');
    await app.runJobs();
    expect(await text(path)).toMatch(/Uitnodiging verstuurd op 16 november 2026 om 11:00/);
    expect(await text(path)).toContain('De link werkt tot 23 november 2026 om 11:00.');
    expect(await text('/personen')).toContain('uitnodiging verstuurd');
    await post(`${path}/uitnodiging`).expect(303);
    await post(`${path}/uitnodiging/intrekken`).expect(303);
    expect(await text(path)).toContain('Uitnodiging ingetrokken');
    await post(`${path}/uitnodiging/intrekken`).expect(404);
  });

  it('gives roles with a first and a last day, when adding someone and when ending a role', async () => {
    const path = await newcomer({ from: '2026-12-01', until: '2027-07-31' });
    expect(await text(path)).toMatch(/1 dec 2026[\s\S]*31 jul 2027/);
    const id = /rollen\/([\w-]{36})\/einde/.exec(await text(path))![1]!;
    await post(`${path}/rollen/${id}/einde`, { until: '2027-01-31' }).expect(303);
    expect(await text(path)).toContain('31 jan 2027');
    const wrong = await post(`${path}/rollen/${id}/einde`, { until: '2026-01-31' }).expect(422);
    expect(wrong.text).toContain('De laatste dag ligt vóór de eerste dag');
    const backwards = { givenName: 'A', familyName: 'B', email: 'ab@school.example', 'roles.0': 'staff' };
    await post('/personen/nieuw', { ...backwards, from: '2026-12-01', until: '2026-11-30' }).expect(422);
  });

  it('corrects an address', async () => {
    const path = await newcomer();
    await invited(path);
    await post(`${path}/gegevens`, { email: 'geen adres' }).expect(422);
    await post(`${path}/gegevens`, { email: 'beter@school.example', phone: '099 555 0101' }).expect(303);
    expect(await text(path)).toContain('beter@school.example');
    expect(await text(path)).toContain('Uitnodiging ingetrokken');
  });
});

describe('the link of an invitation', () => {
  it('opens a page that asks first: scanners of mail open links too', async () => {
    const path = await newcomer();
    const code = await invited(path);
    for (let n = 0; n < 3; n++) expect((await visitor().get('/uitnodiging').expect(200)).text).toContain('Verder');
    const shown = await post('/uitnodiging', { code }, visitor()).expect(200);
    expect(shown.text).toContain('Uitnodiging van Het Anker');
    expect(shown.text).toContain('Je wordt daar medewerker.');
    const weak = await post('/uitnodiging/wachtwoord', { code, password: 'kort' }, visitor()).expect(422);
    expect(weak.text).toContain('Gebruik minstens 10 tekens');
    const done = await post('/uitnodiging/wachtwoord', { code, password: chosen }, visitor()).expect(303);
    expect(done.headers['set-cookie']).toBeDefined();
    expect(await text(path)).toContain('actief');
    const again = await post('/uitnodiging', { code }, visitor()).expect(401);
    expect(again.text).toContain('al gebruikt, ingetrokken of verlopen');
  });

  it('is added to the account of who is signed in, when he says so', async () => {
    const elsewhere = await app.given.aSchool({ name: 'De Boei' });
    const me = await app.given.aPerson({
      school: elsewhere,
      roles: ['staff'],
      givenName: 'Kees',
      familyName: 'Bakker',
    });
    const code = await invited(await newcomer());
    const agent = await app.asBrowser(me);
    const shown = await post('/uitnodiging', { code }, agent).expect(200);
    expect(shown.text).toContain('Toevoegen aan het account van Kees Bakker');
    expect(shown.text).not.toContain('Kies een wachtwoord');
    await post('/uitnodiging/toevoegen', { code }, agent).expect(303).expect('location', '/sessie/wissel');
    const places = await text('/sessie/wissel', agent);
    expect(places).toContain('Het Anker');
    expect(places).toContain('De Boei');
    await post('/uitnodiging/toevoegen', { code }, agent).expect(401);
    await post('/uitnodiging/toevoegen', { code }, visitor()).expect(303); // sign in first
  });

  it('to a role that begins later says from when one can sign in', async () => {
    const code = await invited(await newcomer({ from: '2026-12-01' }));
    expect((await post('/uitnodiging', { code }, visitor()).expect(200)).text).toContain('Vanaf 1 december 2026');
    await post('/uitnodiging/wachtwoord', { code, password: chosen }, visitor())
      .expect(303)
      .expect('location', '/aanmelden');
  });
});

describe('a forgotten password', () => {
  it('is asked for on a page that says the same to everyone, and chosen anew', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'vergeten' });
    const visit = visitor();
    expect(await text('/aanmelden', visit)).toContain('href="/wachtwoord-vergeten"');
    expect(await text('/wachtwoord-vergeten', visit)).toContain('Vraag je mentor');
    for (const username of ['niemand', 'vergeten'])
      await post('/wachtwoord-vergeten', { username }, visit)
        .expect(303)
        .expect('location', '/wachtwoord-vergeten/gevraagd');
    expect(await text('/wachtwoord-vergeten/gevraagd', visit)).toContain('Kennen we dit adres');
    await app.runJobs();
    const code = codeIn(lastMail().text);
    const weak = await post('/wachtwoord-kiezen', { code, password: 'vergeten123' }, visit).expect(422);
    expect(weak.text).toContain('Je gebruikersnaam staat in je wachtwoord');
    await post('/wachtwoord-kiezen', { code, password: chosen }, visit).expect(303);
    expect((await post('/wachtwoord-kiezen', { code, password: chosen }, visit).expect(401)).text).toContain(
      'al gebruikt of verlopen',
    );
  });

  it('is in English for who chose that', async () => {
    const visit = app.http().set('cookie', 'taal=en');
    expect(await text('/wachtwoord-vergeten', visit)).toContain('Ask your mentor for a new code');
    expect(await text('/wachtwoord-kiezen', visit)).toContain('Choose a new password');
  });
});

withBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it('the code goes from the link into the form, out of the address bar, and never to the server by itself', async () => {
    const code = await invited(await newcomer());
    const context = await browser.context({ width: 390 });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${app.url}/uitnodiging#code=${code}`);
    expect(await page.inputValue('input[name=code]')).toBe(code);
    expect(page.url()).toBe(`${app.url}/uitnodiging`);
    expect(await axeFaults(page)).toEqual([]);
    expect(asked.filter((url) => url.includes(code) && !url.includes('#'))).toEqual([]);
    await page.reload();
    expect(await page.inputValue('input[name=code]')).toBe(code);
    await page.click('text=Verder');
    expect(await axeFaults(page)).toEqual([]);
    await page.fill('input[name=password]', chosen);
    await page.click('text=Bewaar en log in');
    await page.waitForURL(/welkom/);
    await context.close();
  });

  it('without scripts the code is pasted', async () => {
    const code = await invited(await newcomer());
    const context = await browser.context({ width: 1280, javaScript: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/uitnodiging#code=${code}`);
    expect(await page.inputValue('input[name=code]')).toBe('');
    await page.fill('input[name=code]', `${app.url}/uitnodiging#code=${code}`);
    await page.click('text=Verder');
    await page.fill('input[name=password]', chosen);
    await page.click('text=Bewaar en log in');
    await page.waitForURL(/welkom/);
    await context.close();
  });

  it('the pages of the administrator, the mailbox and a new password pass axe', async () => {
    const path = await newcomer();
    await invited(path);
    const context = await browser.context({ width: 390 });
    const page = await context.newPage();
    for (const address of [
      '/postbus',
      '/wachtwoord-vergeten',
      '/wachtwoord-vergeten/gevraagd',
      '/wachtwoord-kiezen#code=abc',
    ]) {
      await page.goto(`${app.url}${address}`);
      expect([address, await axeFaults(page)]).toEqual([address, []]);
      expect([address, await sideways(page)]).toEqual([address, 0]);
    }
    await context.close();
    const token = await app.tokenFor(await app.given.aPerson({ school, roles: ['school-administrator'] }));
    const signedIn = await browser.context({ width: 1280, cookie: { name: 'session', value: token, url: app.url } });
    const inside = await signedIn.newPage();
    for (const address of [path, '/personen', '/personen/nieuw']) {
      await inside.goto(`${app.url}${address}`);
      expect([address, await axeFaults(inside)]).toEqual([address, []]);
    }
    await signedIn.close();
  });
});
