import { chromium } from 'playwright-core';
import fs from 'node:fs';
import { startApp, type TestApp } from './support/app.js';
import { makePupils, simpleCsv } from './support/roster-files.js';
let app: TestApp;
beforeAll(async () => { app = await startApp(); });
afterAll(() => app.close());
it('shots', async () => {
  const school = await app.given.aSchool();
  const who = await app.given.aPerson({ school, roles: ['school-administrator', 'decaan'] });
  const token = await app.tokenFor(who);
  const api = await app.asActor(who);
  const pupils = makePupils({ pupils: 60, groupSize: 15 });
  const load = async (bytes: Buffer, name = 'klassen 2026.csv', to = '/api/v1/roster-imports') => (await api.post(to).attach('file', bytes, name)).body;
  const first = await load(simpleCsv(pupils.slice(0, 50)));
  await api.post(`/api/v1/roster-imports/${first.id}/apply`).send({ seen: first.seen }).expect(200);
  const second = await load(simpleCsv(pupils.slice(4).map((p, i) => (i % 5 ? p : { ...p, leerweg: 'tl', mentorEmail: 'nieuw@school.example', guardians: p.guardians.map((g) => ({ ...g, custody: 'nee' as const })) }))));
  const wrong = await load(simpleCsv(pupils.slice(0, 10).map((p, i) => ({ ...p, leerweg: i === 3 ? 'havo' : p.leerweg, birthDate: i === 5 ? '2012-02-31' : p.birthDate, familyName: i === 6 ? '=HYPERLINK(1)' : p.familyName, number: i === 8 ? '100000' : p.number }))));
  const lob = await load(Buffer.from('leerlingnummer;datum;soort;titel;plaats;competentie\n' + pupils.slice(0, 9).map((p) => `${p.number};31-03-2026;open dag;Open dag Graafschap College;Doetinchem;werkexploratie`).join('\n')), 'lob.csv', '/api/v1/roster-imports/lob-history');
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const axe = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  for (const width of [1280, 390]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, extraHTTPHeaders: {} });
    await context.addCookies([{ name: 'session', value: token, url: app.url }]);
    const page = await context.newPage();
    const shot = async (name: string, path: string) => {
      await page.goto(app.url + path);
      await page.evaluate(axe);
      const found = await page.evaluate(() => (globalThis as any).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r: any) => r.violations.map((v: any) => [v.id, v.nodes.map((n: any) => n.html.slice(0, 150))])));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      console.log(width, name, JSON.stringify(found), wide);
      await page.screenshot({ path: `/tmp/ri/${name}-${width}.png`, fullPage: true });
    };
    await shot('upload', '/import');
    await shot('lob-upload', '/import/lob');
    await shot('preview', `/import/${second.id}`);
    await shot('wrong', `/import/${wrong.id}`);
    await shot('lob', `/import/${lob.id}`);
    await shot('result', `/import/${first.id}`);
    await app.owner.query(`select pg_advisory_lock(hashtextextended($1, 7514))`, [school]);
    if (width === 1280) {
      await page.goto(`${app.url}/import/${lob.id}`);
      await page.getByRole('button', { name: 'Verwerk deze import' }).click();
      console.log(await page.title());
      await page.screenshot({ path: `/tmp/ri/applying-${width}.png`, fullPage: true });
    }
    await app.owner.query(`select pg_advisory_unlock_all()`);
    await page.waitForTimeout(width === 1280 ? 3500 : 0);
    if (width === 1280) console.log(await page.title());
    await context.close();
  }
  await browser.close();
});
