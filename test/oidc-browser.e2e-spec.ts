import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { sessionCookie } from '../src/platform/access/session-token.js';
import type { TestApp } from './support/app.js';
import { axeFaults, type Browser, openBrowser, sideways, withBrowser } from './support/browser.js';
import type { GivenPerson } from './support/builders.js';
import { LyingIssuer } from './support/lying-issuer.js';
import { type SchoolProvider, startSchoolProvider } from './support/school-provider.js';
import { freePort, startSignOnApp } from './support/sign-on.js';

const brin = '99AA';
/** Where screenshots go, to be looked at; nowhere when not set. */
const shots = process.env.SHOTS;

withBrowser('signing in through a provider, in a real browser', () => {
  let app: TestApp;
  let school: SchoolProvider;
  let liar: LyingIssuer;
  let browser: Browser;
  let person: GivenPerson;

  beforeAll(async () => {
    const port = await freePort();
    school = await startSchoolProvider([{ id: 'entree', url: `http://127.0.0.1:${port}` }]);
    school.page = true;
    school.person = { sub: 'sam@school', brin };
    liar = await LyingIssuer.start();
    liar.person.claims = { nlEduPersonHomeOrganizationId: brin };
    app = await startSignOnApp(port, [
      {
        id: 'entree',
        name: 'Entree Federatie',
        issuer: school.issuer,
        clientSecret: school.clientSecret,
        schools: [brin],
        timeoutSeconds: 10,
      },
      {
        id: 'leugen',
        name: 'SURFconext',
        issuer: liar.issuer,
        clientSecret: liar.clientSecret,
        schools: [brin],
        timeoutSeconds: 10,
      },
    ]);
    const where = await app.given.aSchool({ name: 'De Sluis', kind: 'vmbo' });
    await app.owner.query('update school set brin = $2 where id = $1', [where, brin]);
    person = await app.given.aPerson({ school: where, roles: ['staff'] });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await app.close();
    await school.stop();
    await liar.stop();
  });
  beforeEach(async () => {
    liar.lies = {};
    await app.owner.query('delete from sign_in_throttle');
    await app.owner.query('delete from external_identity');
  });

  const link = (issuer: string, subject: string): Promise<unknown> =>
    app.owner.query(
      'insert into external_identity (id, account_id, issuer, subject, linked_at) values ($1, $2, $3, $4, app_now())',
      [randomUUID(), person.accountId, issuer, subject],
    );
  /** What is wrong with this page, if anything. */
  async function look(page: Page, name: string, width: number): Promise<void> {
    await page.waitForLoadState();
    if (shots) await page.screenshot({ path: path.join(shots, `${name}-${width}.png`), fullPage: true });
    expect([name, await axeFaults(page), await sideways(page)]).toEqual([name, [], 0]);
  }
  const open = async (width: number, javaScript = true): Promise<Page> =>
    (await browser.context({ width, javaScript })).newPage();

  test.each([
    [390, true],
    [1280, true],
    [1280, false],
  ])('at %d px, scripts %s: in through the provider, linked once with the letter, and out', async (width, scripts) => {
    const code = await letterFor();
    const page = await open(width, scripts);
    const shot = (name: string): Promise<void> => (scripts ? look(page, name, width) : Promise.resolve());
    await page.goto(`${app.url}/aanmelden`);
    await shot('sign-in');
    await page.click('a:text-is("Log in met Entree Federatie")');
    await page.waitForURL(`${school.issuer}/**`);
    await page.click('button');
    await page.waitForURL(`${app.url}/aanmelden/koppelen`);
    await shot('link');
    await page.fill('[name=login]', person.login);
    await page.fill('[name=code]', code);
    await page.click('main form button');
    await page.waitForURL(`${app.url}/welkom`);
    // From now on one press is enough.
    await page.goto(`${app.url}/account`);
    await shot('account');
    expect(await page.textContent('#koppelingen')).toContain('Entree Federatie');
    await page.click('header form button');
    await page.waitForURL(`${app.url}/aanmelden?uit=entree`);
    await shot('signed-out');
    await page.click('a:text-is("Log in met Entree Federatie")');
    await page.waitForURL(`${app.url}/welkom`);
    await page.context().close();
  });

  test('from a signed-in account: the page in between, and back', async () => {
    const page = await open(390);
    await page.context().addCookies([{ name: sessionCookie(false), value: await app.tokenFor(person), url: app.url }]);
    await page.goto(`${app.url}/account`);
    await page.click('button:text-is("Koppel Entree Federatie")');
    await page.waitForURL(`${app.url}/account/koppelen/entree`);
    await look(page, 'go', 390);
    await page.click('a:text-is("Ga verder naar Entree Federatie")');
    await page.waitForURL(`${school.issuer}/**`);
    await page.click('button');
    await page.waitForURL(`${app.url}/account`);
    expect(await page.textContent('main')).toContain('Je kunt nu ook inloggen met Entree Federatie.');
    await look(page, 'linked', 390);
    await page.context().close();
  });

  describe.each([390, 1280])('refused at %d px, on a page that says why', (width) => {
    test.each<[string, LyingIssuer['lies'], string]>([
      ['audience', { claims: { aud: 'een-ander' } }, 'een antwoord van SURFconext dat niet klopt'],
      ['nonce', { claims: { nonce: 'een-andere' } }, 'een antwoord van SURFconext dat niet klopt'],
      ['unsigned', { signature: 'none' }, 'een antwoord van SURFconext dat niet klopt'],
      ['expired', { claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }, 'een antwoord van SURFconext dat niet klopt'],
      ['key', { signature: 'unpublished' }, 'een antwoord van SURFconext dat niet klopt'],
      ['mixed-up', { iss: 'https://entree.example' }, 'een antwoord van SURFconext dat niet klopt'],
      ['school', { claims: { nlEduPersonHomeOrganizationId: '00XX' } }, 'noemde geen school'],
      ['stopped', { error: 'access_denied' }, 'Je bent gestopt bij SURFconext'],
      ['down', { token: { status: 503, body: '{}' } }, 'SURFconext geeft nu geen antwoord'],
    ])('%s', async (name, lies, words) => {
      await link(liar.issuer, 'iemand');
      liar.lies = lies;
      const page = await open(width);
      await page.goto(`${app.url}/aanmelden`);
      await page.click('a:text-is("Log in met SURFconext")');
      await page.waitForURL(`${app.url}/aanmelden/mislukt?**`);
      expect(await page.textContent('h1')).toBe('Inloggen met SURFconext is niet gelukt');
      expect(await page.textContent('main')).toContain(words);
      await look(page, `refused-${name}`, width);
      expect((await page.context().cookies(app.url)).map((one) => one.name)).not.toContain('session');
      // Whoever does not lie comes in, from that very page.
      liar.lies = {};
      await page.click('main a:has-text("Probeer het opnieuw")');
      await page.waitForURL(`${app.url}/welkom`);
      await page.context().close();
    });

    test('an answer that comes twice, and one that was begun in another browser', async () => {
      await link(liar.issuer, 'iemand');
      const page = await open(width);
      let back = '';
      page.on('request', (request) => {
        if (request.url().includes('/terug?')) back = request.url();
      });
      await page.goto(`${app.url}/aanmelden/met/leugen`);
      await page.waitForURL(`${app.url}/welkom`);
      for (const again of [page, await open(width)]) {
        await again.goto(back);
        await again.waitForURL(`${app.url}/aanmelden/mislukt?**`);
        expect(await again.textContent('main')).toContain('al gebruikt, duurde te lang, of begon in een ander scherm');
        await look(again, again === page ? 'refused-twice' : 'refused-elsewhere', width);
        // No answer of a provider stays in the address.
        expect(again.url()).not.toContain('code=');
        await again.context().close();
      }
    });
  });

  async function letterFor(): Promise<string> {
    const { rows } = await app.owner.query<{ school: string }>('select id as school from school where brin = $1', [
      brin,
    ]);
    const administrator = await app.given.aPerson({ school: rows[0]!.school, roles: ['school-administrator'] });
    const agent = await app.asActor(administrator);
    const answer = await agent.post(`/api/v1/people/${person.id}/activation-codes`).expect(201);
    return (answer.body as { code: string }).code;
  }
});
