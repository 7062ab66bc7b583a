import { type Agent, startApp, type TestApp } from './support/app.js';
import { horeca, kok, list, offerAt } from './support/opleidingen.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

describe('the pages', () => {
  let school: string;
  let at: string;
  let browser: Agent;
  beforeAll(async () => {
    school = await app.given.aSchool({ kind: 'mbo', name: 'Mbo Het Scherm' });
    at = await app.given.aLocation({ school, name: 'Plein' });
    browser = await app.asBrowser(await app.given.aPerson({ school, roles: ['intaker'] }));
  });
  const page = async (address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? `no ${name}`;
  const send = (address: string, html: string, fields: Record<string, string>) =>
    browser
      .post(address)
      .type('form')
      .send({ idempotencyKey: hidden(html, 'idempotencyKey'), ...fields });
  const uploaded = async (file: Buffer): Promise<string> => {
    const answer = await browser.post('/opleidingen/import').field('locationId', at).attach('file', file, 'lijst.csv');
    expect(answer.status).toBe(303);
    return answer.headers.location as string;
  };

  it('begin empty, with the way to a list', async () => {
    const html = await page('/opleidingen');
    expect(html).toContain('Jouw school biedt nog geen opleidingen aan');
    expect(html).toContain('href="/opleidingen/import"');
  });

  it('read a list, show it per domein, and put what was ticked in the offer', async () => {
    const address = await uploaded(horeca);
    expect(await page(address)).toContain('4 nieuw');
    const open = `${address}?domein=0`;
    const html = await page(open);
    expect(html).toContain('Zelfstandig werkend kok');
    expect(html).not.toContain('Praktijkopleider');
    const ticked = { seen: hidden(html, 'seen'), 'opleidingen.0.key': '25180-bol', 'opleidingen.1.key': '25180-bbl' };
    const none = await send(open, html, ticked).expect(422);
    expect(none.text).toContain('Vink minstens één opleiding aan');
    expect(await offerAt(app, at)).toEqual([]);
    const done = await send(open, html, { ...ticked, 'opleidingen.1.chosen': 'on' }).expect(303);
    expect(done.headers.location).toBe(open);
    expect(await offerAt(app, at)).toEqual([kok]);
    expect(await page('/opleidingen')).toContain('>Kok</a>');
  });

  it('show what is wrong in a list', async () => {
    const html = await page(await uploaded(list('25182,<b>Kelner</b>,9,Horeca,1,BOL', '25183,Kelner,2,Horeca,1,BOL')));
    expect(html).toContain('Dit is geen niveau van het mbo.');
    expect(html).toContain('Kelner');
    expect(html).not.toContain('<b>Kelner</b>');
  });

  it.each([
    [Buffer.from('crebo,kwalificatie\n25180,Kok\n'), 'In dit bestand ontbreken deze kolommen: niveau, leerweg'],
    [null, 'Kies een bestand'],
  ])('send a file that is no list back with the reason', async (file, reason) => {
    const request = browser.post('/opleidingen/import').field('locationId', at);
    const answer = await (file ? request.attach('file', file, 'lijst.csv') : request).expect(422);
    expect(answer.text).toContain(reason);
  });

  it('show a long list in parts', async () => {
    const rows = Array.from({ length: 150 }, (_, n) => `${30_000 + n},Opleiding ${n},3,Veel,1,BOL/BBL`);
    const address = await uploaded(list(...rows));
    expect(await page(address)).toContain('1 tot en met 200 van 300');
    const rest = await page(`${address}?domein=0&vanaf=200`);
    expect(rest).toContain('201 tot en met 300 van 300');
    expect(rest).toContain('Opleiding 149');
    expect(rest).not.toContain('Opleiding 99<');
  });

  it('add one by hand, and keep what was typed when it is not right', async () => {
    const html = await page('/opleidingen/toevoegen');
    const typed = { name: 'Eigen "vak"', niveau: '3', crebo: '2540', leerweg: 'bol', locationId: at };
    const refused = await send('/opleidingen/toevoegen', html, typed).expect(422);
    expect(refused.text).toContain('Vul een crebo-code van vijf cijfers in');
    expect(refused.text).toContain('Eigen &quot;vak&quot;');
    await send('/opleidingen/toevoegen', html, { ...typed, crebo: '25401' }).expect(303);
    const again = await page('/opleidingen/toevoegen');
    const twice = await send('/opleidingen/toevoegen', again, { ...typed, crebo: '25401' }).expect(422);
    expect(twice.text).toContain('staat op deze locatie al in het aanbod');
  });

  it('correct one, take it out of the offer and put it back', async () => {
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25402', name: 'Oude naam', niveau: 2 });
    const address = `/opleidingen/${id}`;
    const version = (html: string) => ({ version: hidden(html, 'version') });
    const before = await page(address);
    const typed = { ...version(before), name: 'Nieuwe naam', niveau: '3' };
    const unnamed = await send(address, before, { ...typed, name: '' }).expect(422);
    expect(unnamed.text).toContain('Vul de naam van de opleiding in');
    await send(address, before, typed).expect(303);
    await send(address, await page(address), { ...typed, name: 'Te laat' }).expect(412);
    const corrected = await page(address);
    await send(`${address}/intrekken`, corrected, version(corrected)).expect(303);
    expect(await page('/opleidingen?text=nieuwe')).toContain('Niets gevonden');
    const withdrawn = await page(address);
    expect(withdrawn).toContain('Niet in het aanbod');
    await send(`${address}/terugzetten`, withdrawn, version(withdrawn)).expect(303);
    expect(await page('/opleidingen?text=nieuwe')).toContain('Nieuwe naam');
  });

  it('let everyone look at all mbo schools, and change nothing', async () => {
    const vmbo = await app.given.aSchool();
    const someone = await app.asBrowser(await app.given.aPerson({ school: vmbo, roles: ['decaan'] }));
    const { text } = await someone.get('/opleidingen').query({ text: 'praktijk', schoolId: '' }).expect(200);
    expect(text).toContain('Alle scholen');
    expect(text).not.toContain('/opleidingen/import');
    await someone.get('/opleidingen/import').expect(403);
    await someone.get('/opleidingen/toevoegen').expect(403);
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25403' });
    await someone.get(`/opleidingen/${id}`).expect(404);
  });

  it('show an intaker of another school nothing to change', async () => {
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25404' });
    const other = await app.given.aSchool({ kind: 'mbo' });
    const someone = await app.asBrowser(await app.given.aPerson({ school: other, roles: ['intaker'] }));
    await someone.get(`/opleidingen/${id}`).expect(404);
    await someone.get((await uploaded(horeca)).split('?')[0]!).expect(404);
  });
});
