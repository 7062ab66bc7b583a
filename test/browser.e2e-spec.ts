import { hash } from '@node-rs/argon2';
import type { Page } from 'playwright-core';
import { loadRegion } from '../src/demo/region-loader.service.js';
import { region } from '../src/demo/region.rules.js';
import { sessionCookie } from '../src/platform/access/session-token.js';
import { giveKnownFactors } from '../src/second-factor/known-factors.service.js';
import { startApp, type TestApp } from './support/app.js';
import { axeFaults, type Browser, openBrowser, sideways, withBrowser } from './support/browser.js';
import { phoneCode } from './support/second-factor.js';

const password = 'een-lang-wachtwoord';

withBrowser('in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let phones: Map<string, string>;
  /** Time stands still and a code works once: the next sign-in takes the next code. */
  const used = new Map<string, number>();
  beforeAll(async () => {
    app = await startApp();
    const there = region(app.clock.today());
    await loadRegion(app.owner, there, await hash(password, { memoryCost: 64, timeCost: 1 }));
    phones = await giveKnownFactors(
      app.owner,
      app.config.appSecret,
      there.logins.map(({ username }) => username),
    );
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app.close();
  });

  const login = (role: string): string => region(app.clock.today()).logins.find((one) => one.role === role)!.username;

  async function signIn(page: Page, username: string): Promise<void> {
    await page.goto(`${app.url}/aanmelden`);
    await page.fill('[name=username]', username);
    await page.fill('[name=password]', password);
    await page.click('main form button');
    await page.waitForURL((url) => !url.pathname.startsWith('/aanmelden'));
    const phone = phones.get(username);
    if (!phone) return;
    const ahead = used.get(username) ?? -1;
    used.set(username, ahead + 1);
    await page.fill('[name=code]', phoneCode(app, phone, ahead));
    await page.click('main form button');
    await page.waitForURL((url) => !url.pathname.startsWith('/tweede-stap'));
  }

  /** The same for everyone but for the menu, which each role has on all its other pages: looked at for the first role alone. */
  const ofEveryone = /^\/(account|hulp|privacy|toegankelijkheid|noodtoegang)(\/|$)/;
  const lookedAt = new Set<string>();

  /** Every page that can be reached by links, one of each kind: what differs only in an id is the same page. */
  async function crawl(page: Page, start: string, visit: (path: string) => Promise<void>): Promise<string[]> {
    const seen = new Set<string>();
    const queue = [start];
    while (queue.length > 0) {
      const path = queue.shift()!;
      const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '');
      if (seen.has(kind)) continue;
      seen.add(kind);
      if (ofEveryone.test(kind) && lookedAt.has(kind)) continue;
      lookedAt.add(kind);
      const response = await page.goto(app.url + path);
      expect([path, response?.status()]).toEqual([path, 200]);
      await visit(kind);
      const links: string[] = await page.evaluate(
        `[...document.querySelectorAll('a[href^="/"]:not([download])')].map((a) => a.getAttribute('href')).filter((h) => !/^\\/(assets|api)|\\.(csv|json)$/.test(h))`,
      );
      queue.push(...links);
    }
    return [...seen];
  }

  const roles = [
    'decaan',
    'mentor',
    'teacher',
    'care-coordinator',
    'school-administrator',
    'staff',
    'intaker',
    'privacy-officer',
    'pupil',
    'guardian',
  ];
  test.each(roles)(
    'every page of %s: axe finds nothing, nothing scrolls sideways, nothing breaks the security policy',
    async (role) => {
      const username = login(role);
      const token = await app.tokenFor(username, role === 'guardian' ? { school: null } : {});
      const faults: string[] = [];
      const context = await browser.context({
        width: 1280,
        cookie: { name: sessionCookie(false), value: token, url: app.url },
      });
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
      const pages = await crawl(page, '/', async (kind) => {
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          for (const fault of await axeFaults(page)) faults.push(`${kind} at ${width}: ${fault}`);
          if ((await sideways(page)) > 0) faults.push(`${kind} at ${width}: scrolls sideways`);
        }
      });
      await context.close();
      expect(faults).toEqual([]);
      expect(pages.length).toBeGreaterThan(3);
    },
    240_000,
  );

  test.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    'the whole story, %s: log for the class, reflect, consent, read, withdraw, gone',
    async (_, javaScript) => {
      const open = async (username: string, width: number): Promise<Page> => {
        const page = await (await browser.context({ width, javaScript })).newPage();
        await signIn(page, username);
        return page;
      };
      const story = region(app.clock.today());
      const pupilOf = story.logins.find((one) => one.role === 'pupil')!;
      const pupil = story.pupils.find((one) => one.key === pupilOf.pupil)!;
      const group = story.groups.find((one) => one.key === pupil.enrolments.at(-1)!.group)!;
      const consent = story.consents.find((one) => one.pupil === pupil.key && one.state === 'in-force')!;
      const mbo = story.schools.find((one) => one.key === consent.school)!;
      const intaker = story.logins.find((one) => one.role === 'intaker' && one.school === mbo.key)!.username;
      const title = `Bedrijfsbezoek ${javaScript ? 'met' : 'zonder'} script`;

      // The decaan logs an activity for the whole class.
      const decaan = await open(login('decaan'), 1280);
      await decaan.goto(`${app.url}/klassen`);
      await decaan.click(`main a:text-is("${group.name}"), main a:has-text("${group.name}")`);
      await decaan.click('a:has-text("Activiteit vastleggen")');
      await decaan.selectOption('[name=type]', 'company-visit');
      await decaan.fill('[name=title]', title);
      await decaan.fill('[name=startsOn]', '2026-11-10');
      await decaan.click('main form button:has-text("Vastleggen")');
      await decaan.waitForURL(/\/klassen\/[0-9a-f-]+(\?|$)/);
      expect(await decaan.textContent('main')).toContain(title);

      // The pupil reflects, and opens the reflection to the mbo.
      const phone = await open(pupilOf.username, 390);
      await phone.goto(`${app.url}/mijn`);
      await phone.click(`main a:has-text("${title}")`);
      const words = `Dit heb ik gezien en het past bij mij (${javaScript ? 'met' : 'zonder'}).`;
      await phone.fill('textarea[name=text]', words);
      await phone.check('[name=openToMbo]');
      await phone.click('form:has(textarea[name=text]) button');
      await phone.waitForLoadState();
      expect(await phone.textContent('main')).toContain(words);

      // The intaker reads it.
      const reader = await open(intaker, 1280);
      await reader.goto(`${app.url}/dossiers`);
      await reader.fill('[name=text]', pupil.lastName);
      await reader.click('form[role=search] button');
      await reader.waitForURL(/words=/);
      expect(reader.url()).not.toContain(pupil.lastName);
      await reader.click(`main a:has-text("${pupil.lastName}")`);
      expect(await reader.textContent('main')).toContain(words);
      const address = reader.url();

      // The pupil sees who looked, and takes the consent back: gone on the next request.
      await phone.goto(`${app.url}/mijn/wie-keek`);
      expect(await phone.textContent('main')).toContain(mbo.name);
      await phone.goto(`${app.url}/mijn/toestemming`);
      await phone.click('button:has-text("Trek toestemming in")');
      await phone.waitForLoadState();
      await reader.goto(address);
      expect(await reader.textContent('main')).not.toContain(words);

      // And gives it again, for the next run of this story.
      await app.owner.query(
        "update consent set withdrawn_at = null, withdrawn_by = null where withdrawn_by is not null and withdrawn_at > app_now() - interval '1 day'",
      );
      for (const page of [decaan, phone, reader]) await page.context().close();
    },
    120_000,
  );
});
