import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { startApp } from './support/app.js';
import { newToken } from '../src/platform/access/session-token.js';
it('looks', async () => {
  void newToken;
  const app = await startApp();
  const { given } = app;
  const mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Havenland' });
  await given.aLocation({ school: mbo, name: 'Kadeplein' });
  const at2 = await given.aLocation({ school: mbo, name: 'Hofstraat', place: 'Dijkerwoude' });
  const intaker = await given.aPerson({ school: mbo, roles: ['intaker'], givenName: 'Iris', familyName: 'de Boer' });
  const token = await app.tokenFor(intaker);
  const vm = await given.aSchool({ name: 'Vaarcollege' });
  const pupil = await given.aPupil({ school: vm });
  const ptoken = await app.tokenFor(pupil);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--lang=nl'] });
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const out: string[] = [];
  for (const width of [1280, 390]) {
    const ctx = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
    await ctx.addCookies([{ name: 'session', value: token, url: app.url }]);
    const page = await ctx.newPage();
    page.on('console', (m) => { if (m.type() === 'error') out.push('console ' + m.text()); });
    const shot = async (name: string) => {
      const cdp = await ctx.newCDPSession(page);
      await cdp.send('Runtime.evaluate', { expression: axe });
      const r = await cdp.send('Runtime.evaluate', { expression: `axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']}).then(r=>JSON.stringify(r.violations.map(v=>[v.id,v.nodes.map(n=>n.html.slice(0,120)).slice(0,3)])))`, awaitPromise: true, returnByValue: true });
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      out.push(`${name} ${width} axe ${r.result.value} overflow ${String(over)}`);
      await page.screenshot({ path: `/tmp/opl/${name}-${width}.png`, fullPage: true });
    };
    await page.goto(app.url + '/opleidingen'); await shot(width === 1280 ? '1-leeg' : '1-lijst-vol');
    await page.goto(app.url + '/opleidingen/import'); await shot('2-import');
    await page.click('text=Bekijk de lijst'); await shot('3-import-fout');
    await page.selectOption('select', { label: 'Kadeplein, Vaarstad' });
    await page.setInputFiles('input[type=file]', '/work/shared/data/crebo_kwalificaties_2015.csv');
    await page.click('text=Bekijk de lijst'); await page.waitForURL('**/import/*'); await shot('4-domeinen');
    await page.click('text=Horeca en bakkerij'); await page.waitForURL('**domein=*'); await shot('5-kiezen');
    if (width === 1280) { for (const i of [1, 3, 4, 20]) await page.check(`#opleidingen-${i}-chosen`); } 
    await page.click('text=Zet in het aanbod'); await page.waitForLoadState(); await shot('6-na');
    const list = 'crebo;kwalificatie;niveau;leerweg;opleidingsdomein\n25180;Kok (nieuw);2;BOL;H\n25170;Kok;9;BOL/BBL;H\n2518;;2;kb;H\n25400;Kapper;2;BOL;U\n';
    await page.goto(app.url + '/opleidingen/import');
    await page.selectOption('select', { label: 'Kadeplein, Vaarstad' });
    await page.setInputFiles('input[type=file]', { name: 'fouten.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.click('text=Bekijk de lijst'); await page.waitForURL('**/import/*'); await shot('7-fouten');
    await page.goto(app.url + '/opleidingen'); await shot('8-lijst');
    await page.goto(app.url + '/opleidingen?text=zzz'); await shot('9-niets');
    await page.goto(app.url + '/opleidingen/toevoegen'); await shot('10-toevoegen');
    await page.goto(app.url + '/opleidingen'); await page.click('table a'); await page.waitForLoadState(); await page.click('text=Uit het aanbod halen'); await shot('11-wijzig');
    await ctx.clearCookies(); await ctx.addCookies([{ name: 'session', value: ptoken, url: app.url }]);
    await page.goto(app.url + '/opleidingen'); await shot('12-leerling');
    await ctx.close();
  }
  console.log(out.join('\n'));
  void at2;
  await browser.close(); await app.close();
}, 180000);
