import { type Agent, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';
import { searched } from './support/search.js';

let app: TestApp;
let school: string;
let group: string;
let agent: Agent;
let mentor: GivenPerson;
let pupils: GivenPupil[];

beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'Veldzicht College' });
  agent = await app.asBrowser(await app.given.aPerson({ school, roles: ['school-administrator'] }));
  mentor = await app.given.aPerson({ school, roles: ['staff'], givenName: 'Petra', familyName: 'Wit' });
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await app.given.aGroup({ school });
  pupils = [
    await app.given.aPupil({ school, group, givenName: 'Aad', familyName: 'Aa', leerweg: null, profiel: null }),
    await app.given.aPupil({ school, group, givenName: 'Bo', familyName: 'Bee', leerweg: null, profiel: null }),
  ];
});

const page = async (path: string, who = agent, status = 200): Promise<string> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, status]);
  return answer.text;
};
/** Everything that a form on the page would send as it stands: what is filled in, ticked and hidden. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action.replace(/&/g, '&amp;')}"`)) ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.split('</form>')[0]!.matchAll(/<input[^>]*>/g)) {
    const of = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const box = /type="(radio|checkbox)"/.test(tag);
    if (of('name') && (!box || / checked/.test(tag))) fields[of('name')!] = of('value') ?? (box ? 'on' : '');
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen =
      /<option value="([^"]*)" selected/.exec(options!) ?? /<option selected value="([^"]*)"/.exec(options!);
    fields[name!] = chosen?.[1] ?? '';
  }
  return fields;
}
/** Opens the page, changes what is named, sends the form. */
async function fillIn(path: string, changes: Record<string, string>, { action = path, who = agent } = {}) {
  const fields = fieldsOf(await page(path, who), action);
  return who
    .post(action)
    .type('form')
    .send({ ...fields, ...changes });
}
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the list of pupils', () => {
  it('shows and finds, and leads to what has still to be said', async () => {
    const all = await page(await searched(agent, '/leerlingen', { search: 'bee' }));
    expect(textOf(all)).toContain('Bo Bee');
    expect(all).not.toContain('Aad Aa');
    const ofGroup = await page(`/leerlingen?groupId=${group}&incomplete=on`);
    expect(ofGroup).toContain(`/klassen/${group}/aanvullen`);
    expect(ofGroup).toContain(`/leerlingen/${pupils[0]!.id}/gezag`);
    expect(textOf(await page(await searched(agent, '/leerlingen', { search: 'niemand-heet-zo' })))).toContain(
      'Geen leerlingen gevonden',
    );
    await page('/leerlingen?groupId=nonsense&pageSize=-1');
  });

  it('is not for a mentor', async () => {
    await app.given.aMentor(pupils, mentor.id);
    await page('/leerlingen', await app.asBrowser(mentor), 403);
  });

  it('shows a name as a name, whatever is in it', async () => {
    await app.given.aPupil({ school, group, givenName: '<script>alert(1)</script>', familyName: 'Zz' });
    const html = await page(`/leerlingen?groupId=${group}`);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)');
  });
});

describe('leerweg and profiel of a class', () => {
  const path = (): string => `/klassen/${group}/aanvullen`;
  const stored = async (): Promise<object[]> =>
    (
      await app.owner.query<object>(
        `select p.given_name as name, e.year, e.leerweg, e.profiel from enrolment e join pupil p on p.id = e.pupil_id
          where e.group_id = $1 order by 1`,
        [group],
      )
    ).rows;

  it('are saved in one go', async () => {
    const answer = await fillIn(path(), {
      'rows.0.leerweg': 'tl',
      'rows.0.profiel': 'techniek',
      'rows.1.leerweg': 'bb',
    });
    expect([answer.status, answer.headers.location]).toEqual([303, `/leerlingen?groupId=${group}`]);
    expect(textOf(await page(`/leerlingen?groupId=${group}`))).toContain('De gegevens van 2 leerlingen zijn bewaard.');
    expect(await stored()).toEqual([
      { name: 'Aad', year: 3, leerweg: 'tl', profiel: 'techniek' },
      { name: 'Bo', year: 3, leerweg: 'bb', profiel: null },
    ]);
  });

  it('come back with the fault at its row', async () => {
    const answer = await fillIn(path(), { 'rows.1.leerweg': 'havo', 'rows.0.leerweg': 'tl' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Bo Bee: Kies een van de mogelijkheden');
    expect(fieldsOf(answer.text, path())['rows.0.leerweg']).toBe('tl');
    expect(await stored()).toEqual([
      { name: 'Aad', year: 3, leerweg: null, profiel: null },
      { name: 'Bo', year: 3, leerweg: null, profiel: null },
    ]);
  });

  it('with a fault are still held against what was read, and not against what came after', async () => {
    const old = fieldsOf(await page(path()), path());
    await fillIn(path(), { 'rows.0.leerweg': 'bb' });
    const faulty = await agent
      .post(path())
      .type('form')
      .send({ ...old, 'rows.0.leerweg': 'tl', 'rows.1.year': '9' });
    expect(faulty.status).toBe(422);
    const mended = { ...fieldsOf(faulty.text, path()), 'rows.1.year': '3' };
    expect((await agent.post(path()).type('form').send(mended)).status).toBe(412);
  });

  it('are not saved over somebody else, who is shown, and then on purpose', async () => {
    const mine = { 'rows.0.leerweg': 'tl', 'rows.1.leerweg': 'kb' };
    const old = fieldsOf(await page(path()), path());
    await fillIn(path(), { 'rows.0.leerweg': 'bb', 'rows.0.profiel': 'PIE' });
    const answer = await agent
      .post(path())
      .type('form')
      .send({ ...old, ...mine });
    expect(answer.status).toBe(412);
    expect(textOf(answer.text)).toContain('Iemand anders was je voor');
    expect(textOf(answer.text)).toContain('nu vastgelegd: leerjaar 3, basisberoepsgericht');
    expect((await stored())[1]).toEqual({ name: 'Bo', year: 3, leerweg: null, profiel: null }); // nothing half
    const again = fieldsOf(answer.text, path());
    expect(again).toMatchObject(mine);
    expect((await agent.post(path()).type('form').send(again)).status).toBe(303);
    expect(await stored()).toEqual([
      { name: 'Aad', year: 3, leerweg: 'tl', profiel: null },
      { name: 'Bo', year: 3, leerweg: 'kb', profiel: null },
    ]);
  });
});

describe('custody', () => {
  const stored = async (): Promise<(boolean | null)[]> =>
    (
      await app.owner.query<{ custody: boolean | null }>(
        `select g.custody from guardian g join enrolment e on e.pupil_id = g.pupil_id join person d on d.id = g.person_id
          where e.group_id = $1 order by d.family_name`,
        [group],
      )
    ).rows.map(({ custody }) => custody);
  beforeEach(async () => {
    await app.given.aGuardian(pupils[0]!, { custody: null, familyName: 'Aa' });
    await app.given.aGuardian(pupils[1]!, { custody: null, familyName: 'Bee' });
  });

  it('is said for a list at once, and who was left open stays in it', async () => {
    const path = `/gezag?groupId=${group}`;
    const answer = await fillIn(path, { 'rows.0.custody': 'false', reason: 'custody-register' });
    expect([answer.status, answer.headers.location]).toEqual([303, path]);
    expect(await stored()).toEqual([false, null]);
    const after = await page(path);
    expect(textOf(after)).toContain('Het gezag van 1 ouder of verzorger is vastgelegd.');
    expect(textOf(after)).toContain('Bo Bee');
    expect(after).not.toContain('Aad Aa');
    const all = fieldsOf(await page(`/gezag/alle?groupId=${group}`), `/gezag/alle?groupId=${group}`);
    expect([all['rows.0.custody'], all['rows.1.custody']]).toEqual(['false', undefined]);
  });

  it('of one pupil is changed from his own page', async () => {
    const path = `/leerlingen/${pupils[0]!.id}/gezag`;
    expect((await fillIn(path, { 'rows.0.custody': 'true' })).headers.location).toBe(path);
    expect((await fillIn(path, { 'rows.0.custody': 'false' })).status).toBe(303);
    expect(await stored()).toEqual([false, null]);
    await page(`/leerlingen/${crypto.randomUUID()}/gezag`, agent, 404);
  });

  it('is not said over somebody else', async () => {
    const path = `/leerlingen/${pupils[0]!.id}/gezag`;
    const old = fieldsOf(await page(path), path);
    await fillIn(path, { 'rows.0.custody': 'true' });
    const answer = await agent
      .post(path)
      .type('form')
      .send({ ...old, 'rows.0.custody': 'false' });
    expect(answer.status).toBe(412);
    expect(fieldsOf(answer.text, path)['rows.0.custody']).toBe('true');
    expect(await stored()).toEqual([true, null]);
  });
});

describe('mentors and teachers of a class', () => {
  it('are chosen, and stop early', async () => {
    const path = `/klassen/${group}/mentoren`;
    const answer = await fillIn(path, { personId: mentor.id });
    expect([answer.status, answer.headers.location]).toEqual([303, path]);
    expect(textOf(await page(path))).toContain('Petra Wit 16 nov 2026 31 jul 2027 alle 2');
    const end = `${path}/${mentor.id}/einde`;
    expect((await fillIn(end, { lastDay: '2026-11-01' })).status).toBe(422);
    expect((await fillIn(end, { lastDay: '2026-12-18' })).headers.location).toBe(path);
    expect(textOf(await page(path))).toContain('Petra Wit 16 nov 2026 18 dec 2026 alle 2');
  });

  it('with a substitute who has to have a last day', async () => {
    const path = `/klassen/${group}/mentoren`;
    const without = await fillIn(path, { personId: mentor.id, substitute: 'true' });
    expect(without.status).toBe(422);
    expect(textOf(without.text)).toContain('een vervanger heeft een einddatum');
    expect(fieldsOf(without.text, path)).toMatchObject({ personId: mentor.id, substitute: 'true' });
    await fillIn(path, { personId: mentor.id, substitute: 'true', until: '2026-12-18' });
    expect(textOf(await page(path))).toContain('Petra Wit vervanger 16 nov 2026 18 dec 2026');
  });

  it('twice the same form is once', async () => {
    const path = `/klassen/${group}/docenten`;
    const fields = { ...fieldsOf(await page(path), path), personId: mentor.id, subject: 'Gym' };
    for (const status of [303, 303]) expect((await agent.post(path).type('form').send(fields)).status).toBe(status);
    const list = await page(path);
    expect(list.match(/Gym/g)!.length).toBe(2); // in the row, and in the words beside its link
    const end = /\/docenten\/[\w-]+\/einde/.exec(list)![0];
    expect((await fillIn(`/klassen/${group}${end}`, { lastDay: '2026-11-15' })).headers.location).toBe(path);
    expect(textOf(await page(path))).toContain('Nog geen docenten');
    await page(`/klassen/${group}${end}`, agent, 404);
  });
});

describe('letters', () => {
  let browser: Agent;
  beforeEach(async () => {
    await app.given.aMentor(pupils, mentor.id);
    await app.given.aGuardian(pupils[0]!, { givenName: 'Karin', familyName: 'Aa', email: null });
    await app.owner.query(
      `update person set account_id = null where id in (select person_id from guardian where pupil_id = $1)`,
      [pupils[0]!.id],
    );
    await app.owner.query(`update pupil set account_id = null where id = $1`, [pupils[0]!.id]);
    browser = await app.asBrowser(mentor);
    await app.owner.query(
      `update person set email = null where email = 'karin@thuis.example' and account_id is not null`,
    );
  });

  it('are made for who is ticked, one sheet each, and the code in it works', async () => {
    const path = `/klassen/${group}/brieven`;
    const choose = await page(path, browser);
    expect(textOf(choose)).toContain('Eerdere brieven werken dan niet meer');
    expect(textOf(choose)).toContain('Bo Bee leerling, logt al in');
    const answer = await fillIn(path, {}, { who: browser });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const sheets = answer.text.split('<article').slice(1).map(textOf);
    expect(sheets).toHaveLength(2);
    expect(sheets[0]).toContain('Beste Aad,');
    expect(sheets[1]).toContain('Beste Karin Aa,');
    expect(sheets[1]).toContain('Het Doorstroomdossier van Aad Aa');
    for (const sheet of sheets) {
      expect(sheet).toContain(`${app.config.publicUrl}/activeren`);
      expect(sheet).toContain('tot en met 16 december 2026');
      const login = /gebruikersnaam in: (\S+)/.exec(sheet)![1]!;
      const code = /([2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4})/.exec(sheet)![1]!;
      const activated = await app
        .http()
        .post('/api/v1/activation')
        .send({ login, code, password: 'paraplu-in-de-kast' });
      expect(activated.status).toBe(201);
    }
    expect(textOf(await page(path, browser))).toContain('Iedereen heeft al een wachtwoord');
  });

  it('are asked for by a tick', async () => {
    const path = `/klassen/${group}/brieven`;
    const fields = fieldsOf(await page(path, browser), path);
    const none = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.endsWith('.print')));
    const answer = await browser.post(path).type('form').send(none);
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Kies voor wie het is');
  });

  it('give who lost a password a new code, and say that the old one still works', async () => {
    const path = `/leerlingen/${pupils[1]!.id}/brief`;
    const choose = await page(path, browser);
    expect(textOf(choose)).toContain('Het oude wachtwoord blijft werken');
    const answer = await fillIn(path, {}, { action: `${path}/nieuw-wachtwoord`, who: browser });
    expect(answer.status).toBe(200);
    expect(textOf(answer.text)).toContain(`gebruikersnaam in: ${pupils[1]!.login}`);
  });

  it('are nobody else’s', async () => {
    const other = await app.asBrowser(await app.given.aPerson({ school, roles: ['lob-coordinator'] }));
    await page(`/klassen/${group}/brieven`, other, 404);
    const stranger = await app.given.aPupil({ school, group });
    await page(`/leerlingen/${stranger.id}/brief`, browser, 404);
  });
});
