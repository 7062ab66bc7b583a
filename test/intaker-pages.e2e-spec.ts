import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';
import { searched } from './support/search.js';

let app: TestApp;
let school: string;
let mbo: string;
let group: string;
let opleiding: string;
let mentor: GivenPerson;
let intaker: GivenPerson;
const all = ['profile', 'school-career', 'lob', 'reflections'];

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ kind: 'vmbo', name: 'Veldzicht College' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarlanden' });
  group = await given.aGroup({ school, name: '4ZWX' });
  opleiding = await given.anOpleiding({ school: mbo, name: 'Verzorgende IG', niveau: 3 });
  mentor = await given.aPerson({ school, roles: ['staff'], givenName: 'Petra', familyName: 'Wittebrood' });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
});
afterAll(() => app.close());

/** Someone with everything in the dossier, who applied. `shares`: with the mbo, in force. */
async function applicant(
  familyName: string,
  { shares, on }: { shares?: string[]; on?: string } = {},
): Promise<GivenPupil> {
  const { given } = app;
  const pupil = await given.aPupil({
    school,
    group,
    givenName: 'Noor',
    familyName,
    birthDate: '2009-05-04',
    leerweg: 'kb',
    profiel: 'ZW',
    mentor: mentor.id,
  });
  const activity = await given.anActivity({
    pupil,
    type: 'placement',
    title: 'Stage bij De Eemhof',
    beroep: 'Verzorgende',
    competences: ['motievenreflectie'],
    result: 'Ik hielp bij het ontbijt.',
    followUp: 'Ik bel zelf voor een meeloopdag.',
  });
  const secret = await given.anActivity({ pupil, title: 'Gastles van een kok', on: '2026-09-01' });
  await given.aReflection({ pupil, activity, text: 'Na drie dagen durfde ik het.', openedTo: ['mbo'] });
  await given.aReflection({ pupil, activity: secret, text: 'Dit houd ik voor mezelf.' });
  await given.anApplication({ pupil, to: mbo, opleiding, on: on ?? '2026-11-03' });
  if (shares) await given.aConsent({ pupil, to: mbo, sections: shares, validUntil: '2027-10-01T00:00:00+02:00' });
  return pupil;
}
/** What each section alone would show. */
const content = {
  profile: ['Petra Wittebrood', '099 555 1000'],
  'school-career': ['kaderberoepsgericht', 'Zorg en Welzijn', '2026-2027 leerjaar'],
  lob: ['Stage bij De Eemhof', 'Ik hielp bij het ontbijt.', 'Wat wil ik en waarom?', 'Gastles van een kok'],
  reflections: ['Na drie dagen durfde ik het.'],
};
/** Shown with the profile and with the school career. */
const home = ['Veldzicht College', '4ZWX'];
const never = 'Dit houd ik voor mezelf.';
const textOf = (html: string): string =>
  html
    .replace(/<style.*?<\/style>|<[^>]+>/gs, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const page = async (agent: Agent, path: string, status = 200): Promise<string> => {
  const answer = await agent.get(path);
  expect([path, answer.status]).toEqual([path, status]);
  return answer.text;
};
const events = async (chain: string): Promise<{ action: string; outcome: string; sections: string[] }[]> =>
  (
    await app.owner.query<{ action: string; outcome: string; sections: string[] }>(
      'select action, outcome, sections from audit_event where chain_id = $1 order by seq',
      [chain],
    )
  ).rows;

describe('the list of dossiers', () => {
  let agent: Agent;
  let shared: GivenPupil;
  let none: GivenPupil;
  beforeAll(async () => {
    shared = await applicant('Gedeeldman', { shares: all, on: '2026-11-01' });
    none = await applicant('Nietgedeeldman', { on: '2026-11-02' });
    const asked = await applicant('Gevraagdman', { on: '2026-11-02' });
    await app.given.aConsent({
      pupil: asked,
      to: mbo,
      inForceSince: null,
      askedBy: intaker.id,
      answers: [],
    });
    agent = await app.asBrowser(intaker);
  });

  it('shows everyone who applied, with and without a share, who applied first on top', async () => {
    const text = textOf(await page(agent, '/dossiers'));
    expect(text).toMatch(
      /Noor Gedeeldman gedeeld Verzorgende IG niveau 3, bol 1 nov 2026 te lezen tot 1 okt 2027 4 mei 2009/,
    );
    expect(text).toMatch(/Noor Gevraagdman gevraagd .*? gevraagd op 14 nov 2026/);
    expect(text).toMatch(/Noor Nietgedeeldman nog niet gedeeld .*? nog niet gevraagd/);
    expect(text.indexOf('Gedeeldman')).toBeLessThan(text.indexOf('Gevraagdman'));
    for (const words of [...content.profile, ...content.lob, ...content.reflections]) expect(text).not.toContain(words);
  });

  it('counts the states, and each count is a filter', async () => {
    const html = await page(agent, await searched(agent, '/dossiers', { text: 'man', share: 'asked' }));
    const figures = [...html.matchAll(/<a href="(\/dossiers[^"]*)"[^>]*>([^<]*)<\/a><\/dt><dd>(\d+)</g)].map((m) =>
      m.slice(1).map((part) => part.replace(/words=[\w-]+/, 'words=…')),
    );
    expect(figures).toEqual([
      ['/dossiers?words=…', 'Aangemeld', '3'],
      ['/dossiers?words=…&amp;share=shared', 'Gedeeld', '1'],
      ['/dossiers?words=…&amp;share=asked', 'Gevraagd', '1'],
      ['/dossiers?words=…&amp;share=none', 'Nog niet gedeeld', '1'],
    ]);
    expect(textOf(html)).toContain('Gevraagdman');
    expect(textOf(html)).not.toMatch(/Gedeeldman|Nietgedeeldman/);
  });

  it('finds a part of a name or opleiding as it stands, and says so when there is nothing', async () => {
    expect(textOf(await page(agent, await searched(agent, '/dossiers', { text: 'verzorgende' })))).toContain(
      'Nietgedeeldman',
    );
    expect(textOf(await page(agent, await searched(agent, '/dossiers', { text: '%' })))).toContain('Niemand gevonden');
    expect(textOf(await page(agent, '/dossiers?share=onzin'))).toContain('Gedeeldman');
    await page(agent, '/dossiers?page=onzin', 400);
  });

  it('is on record with the pupils who stood in it', async () => {
    await page(agent, await searched(agent, '/dossiers', { text: 'gedeeldman' }));
    const { rows } = await app.owner.query<{ pupil_ids: string[]; sections: string[] }>(
      `select pupil_ids, sections from audit_event where chain_id = $1 and action = 'list.read' order by seq desc limit 1`,
      [mbo],
    );
    expect(rows[0]!.sections).toEqual(['application']);
    expect([...rows[0]!.pupil_ids].sort()).toEqual([shared.id, none.id].sort());
  });

  it('is cut in pages', async () => {
    const big = await app.given.aSchool({ kind: 'mbo' });
    const many = await app.given.pupils(51, { school, group });
    const offered = await app.given.anOpleiding({ school: big });
    for (const pupil of many) await app.given.anApplication({ pupil, to: big, opleiding: offered });
    const reader = await app.asBrowser(await app.given.aPerson({ school: big, roles: ['intaker'] }));
    const first = await page(reader, '/dossiers');
    expect(textOf(first)).toContain('1 tot en met 50 van 51');
    const next = /<a[^>]*href="([^"]*)" rel="next"/.exec(first)![1]!;
    const second = await page(reader, next);
    expect(textOf(second)).toContain('51 tot en met 51 van 51');
    expect(second).toContain('rel="prev"');
    expect(second).not.toContain('rel="next"');
  });

  it('is empty at a school where nobody applied', async () => {
    const quiet = await app.given.aSchool({ kind: 'mbo' });
    const reader = await app.asBrowser(await app.given.aPerson({ school: quiet, roles: ['intaker'] }));
    expect(textOf(await page(reader, '/dossiers'))).toContain('Nog geen aanmeldingen');
  });
});

describe('a dossier', () => {
  it.each(['profile school-career lob reflections', 'profile', 'school-career', 'lob', 'reflections', 'profile lob'])(
    'shows what is shared and nothing else: %s',
    async (shares) => {
      const wanted = shares.split(' ');
      const pupil = await applicant('Delen', { shares: wanted });
      const text = textOf(await page(await app.asBrowser(intaker), `/dossiers/${pupil.id}`));
      expect(text).toContain('Noor Delen');
      expect(text).toContain('je kunt het lezen tot 1 oktober 2027');
      for (const [section, words] of Object.entries(content))
        for (const word of words) expect([word, text.includes(word)]).toEqual([word, wanted.includes(section)]);
      expect(text.includes('Veldzicht College')).toBe(wanted.includes('profile') || wanted.includes('school-career'));
      expect(text).not.toContain(never);
      const names = {
        profile: 'Gegevens en klas',
        'school-career': 'Schoolloopbaan',
        lob: 'LOB-activiteiten',
        reflections: 'Reflecties',
      };
      const named = /Niet gedeeld: (.*?) \. Of daar iets in staat/.exec(text)?.[1]?.trim().split(', ') ?? [];
      expect(named).toEqual(
        Object.entries(names)
          .filter(([section]) => !wanted.includes(section))
          .map(([, name]) => name),
      );
      const last = (await events(pupil.id)).at(-1);
      expect(last).toMatchObject({ action: 'section.read', outcome: 'allowed' });
      expect([...last!.sections].sort()).toEqual([...wanted].sort());
    },
  );

  it('shows a reflection at its activity, and alone when the activity is not shared', async () => {
    const agent = await app.asBrowser(intaker);
    const both = await page(agent, `/dossiers/${(await applicant('Beide', { shares: ['lob', 'reflections'] })).id}`);
    expect(both).toMatch(
      /Stage bij De Eemhof<\/span><\/h3>.*?Na drie dagen durfde ik het\..*?Gastles van een kok<\/span>/s,
    );
    expect(both).not.toContain('id="reflecties"');
    const alone = await page(agent, `/dossiers/${(await applicant('Alleen', { shares: ['reflections'] })).id}`);
    expect(alone).toMatch(/id="reflecties".*?Na drie dagen durfde ik het\./s);
  });

  it('says the same last day in the API as on the page', async () => {
    const pupil = await applicant('Laatste', { shares: ['lob'] });
    const answer = await (await app.asActor(intaker)).get(`/api/v1/dossiers/${pupil.id}`);
    expect(answer.body).toMatchObject({ endsOn: '2027-10-01', notShared: ['profile', 'school-career', 'reflections'] });
  });

  it('is gone on the next request after the pupil withdrew', async () => {
    const pupil = await applicant('Stopt', { shares: all });
    const reader = await app.asBrowser(intaker);
    expect(textOf(await page(reader, `/dossiers/${pupil.id}`))).toContain('In het kort');
    const own = await app.asActor(pupil);
    const [consent] = (await own.get(`/api/v1/pupils/${pupil.id}/consents`)).body as [{ id: string }];
    expect((await own.post(`/api/v1/consents/${consent.id}/withdrawal`)).status).toBe(201);
    const text = textOf(await page(reader, `/dossiers/${pupil.id}`));
    expect(text).toContain('Vraag om te delen');
    for (const word of Object.values(content).flat()) expect(text).not.toContain(word);
    expect(textOf(await page(reader, await searched(reader, '/dossiers', { text: 'Stopt' })))).toContain(
      'Noor Stopt nog niet gedeeld',
    );
  });
});

describe('someone who shares nothing', () => {
  it('is shown from the application alone, without a trace of the dossier', async () => {
    const pupil = await applicant('Zonder');
    const empty = await app.given.aPupil({ school, givenName: 'Noor', familyName: 'Zonder', birthDate: '2009-05-04' });
    await app.given.anApplication({ pupil: empty, to: mbo, opleiding, on: '2026-11-03' });
    const agent = await app.asBrowser(intaker);
    const html = await page(agent, `/dossiers/${pupil.id}`);
    const text = textOf(html);
    for (const words of ['Noor Zonder', '4 mei 2009', 'Verzorgende IG', 'niveau 3, bol', '3 november 2026'])
      expect(text).toContain(words);
    for (const word of [...Object.values(content).flat(), ...home, never]) expect(text).not.toContain(word);
    // A full and an empty dossier look the same.
    const same = (page: string, id: string): string =>
      page.replaceAll(id, 'ID').replace(/name="idempotencyKey" value="[^"]*"/, '');
    expect(same(await page(agent, `/dossiers/${empty.id}`), empty.id)).toBe(same(html, pupil.id));
    expect((await events(pupil.id)).map(({ action }) => action)).toEqual([]);
  });

  it('can be asked: the pupil finds the request, and the page waits without holding up the application', async () => {
    const pupil = await applicant('Vragen');
    const agent = await app.asBrowser(intaker);
    const form = { idempotencyKey: newKey(), 'sections.0': 'profile', 'sections.2': 'lob', reason: 'no-talk' };
    const post = () => agent.post(`/dossiers/${pupil.id}/vraag`).type('form').send(form).redirects(0);
    expect((await post()).headers.location).toBe(`/dossiers/${pupil.id}`);
    expect((await post()).status).toBe(303); // twice is once
    const consents = (await (await app.asActor(pupil)).get(`/api/v1/pupils/${pupil.id}/consents`)).body as object[];
    expect(consents).toEqual([
      expect.objectContaining({ state: 'asked', sections: ['profile', 'lob'], toSchoolId: mbo }),
    ]);
    expect(await events(pupil.id)).toContainEqual({
      action: 'consent.asked',
      outcome: 'allowed',
      sections: ['profile', 'lob'],
    });
    const text = textOf(await page(agent, `/dossiers/${pupil.id}`));
    expect(text).toContain('De vraag staat sinds 16 november 2026 bij de leerling.');
    expect(text).toContain('Wachten houdt de aanmelding niet op.');
    expect(text).not.toContain('Wat wil je lezen?');
  });

  it('gets the form back when nothing is ticked', async () => {
    const pupil = await applicant('Niets');
    const agent = await app.asBrowser(intaker);
    const answer = await agent.post(`/dossiers/${pupil.id}/vraag`).type('form').send({ idempotencyKey: newKey() });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Kies minstens één onderdeel');
    expect(answer.text).not.toContain('checked');
  });

  it('tells nothing of a yes that still waits for a guardian', async () => {
    const pupil = await applicant('Wacht');
    await app.given.aConsent({ pupil, to: mbo, sections: all, inForceSince: null });
    const agent = await app.asBrowser(intaker);
    expect(textOf(await page(agent, `/dossiers/${pupil.id}`))).toContain('Wat wil je lezen?');
    const answer = await agent
      .post(`/dossiers/${pupil.id}/vraag`)
      .type('form')
      .send({ idempotencyKey: newKey(), 'sections.0': 'lob', reason: 'no-talk' });
    expect(answer.status).toBe(422);
    expect(textOf(answer.text)).toContain('Er staat al een vraag of een antwoord.');
  });
});

describe('out of sight', () => {
  it('is who took the application back, whatever is shared', async () => {
    const pupil = await app.given.aPupil({ school, group, givenName: 'Noor', familyName: 'Terugtrekker' });
    await app.given.anApplication({ pupil, to: mbo, opleiding, withdrawnAt: '2026-11-10T10:00:00Z' });
    await app.given.aConsent({ pupil, to: mbo, sections: all });
    const agent = await app.asBrowser(intaker);
    expect(textOf(await page(agent, await searched(agent, '/dossiers', { text: 'Terugtrekker' })))).toContain(
      'Niemand gevonden',
    );
    await page(agent, `/dossiers/${pupil.id}`, 404);
  });

  it('is the same page as an address that is not there', async () => {
    const pupil = await applicant('Elders', { shares: all });
    const stranger = await app.given.aPupil({ school, group });
    const otherMbo = await app.given.aSchool({ kind: 'mbo' });
    const other = await app.asBrowser(await app.given.aPerson({ school: otherMbo, roles: ['intaker'] }));
    const here = await app.asBrowser(intaker);
    const unknown = await page(other, `/dossiers/${randomUUID()}`, 404);
    expect(await page(other, `/dossiers/${pupil.id}`, 404)).toBe(unknown);
    expect(await page(other, '/dossiers/onzin', 404)).toBe(unknown);
    const body = (html: string): string => /<main.*<\/main>/s.exec(html)![0];
    expect(body(await page(here, `/dossiers/${stranger.id}`, 404))).toBe(body(unknown));
    const asked = await here
      .post(`/dossiers/${stranger.id}/vraag`)
      .type('form')
      .send({ idempotencyKey: newKey(), 'sections.0': 'lob', reason: 'no-talk' });
    expect(asked.status).toBe(404);
    expect(await events(stranger.id)).toEqual([
      expect.objectContaining({ action: 'access.refused', outcome: 'refused' }),
    ]);
    expect((await events(pupil.id)).at(-1)).toMatchObject({ action: 'access.refused', outcome: 'refused' });
  });
});

describe('the privacy officer', () => {
  let officer: Agent;
  let pupil: GivenPupil;
  let number: string;
  beforeAll(async () => {
    officer = await app.asBrowser(await app.given.aPerson({ school, roles: ['privacy-officer'] }));
    pupil = await applicant('Inzageman', { shares: all });
    const found = await app.owner.query<{ pupil_number: string }>('select pupil_number from pupil where id = $1', [
      pupil.id,
    ]);
    number = found.rows[0]!.pupil_number;
    await page(await app.asBrowser(intaker), `/dossiers/${pupil.id}`);
    const guardian = await app.given.aGuardian(pupil, { familyName: 'Inzagevader', custody: true });
    await (await app.asActor(guardian, { school: null })).get(`/api/v1/dossiers/${pupil.id}`);
    await (await app.asActor(pupil)).get(`/api/v1/dossiers/${pupil.id}`);
    const teacher = await app.given.aPerson({ school, roles: ['staff'], givenName: 'Ab', familyName: 'Nieuwsgierig' });
    await app.given.aTeacher({ school, group: await app.given.aGroup({ school }), person: teacher.id });
    await (await app.asActor(teacher)).get(`/api/v1/dossiers/${pupil.id}`);
  });

  it('sees who did what of this pupil, refusals too, on which ground, by number and without content or family names', async () => {
    const text = textOf(await page(officer, await searched(officer, '/inzage', { pupilNumber: number })));
    expect(text).toMatch(
      new RegExp(
        `${intaker.name} intaker, ROC Vaarlanden zag onderdelen van een dossier Gegevens en klas, Schoolloopbaan, LOB-activiteiten, Reflecties ${number} toestemming voor intake toegestaan`,
      ),
    );
    expect(text).toMatch(
      new RegExp(`Ab Nieuwsgierig medewerker, Veldzicht College vroeg iets op dat niet mag .*? ${number} – geweigerd`),
    );
    expect(text).toMatch(
      new RegExp(`leerling Veldzicht College zag onderdelen van een dossier .*? ${number} eigen dossier toegestaan`),
    );
    expect(text).not.toMatch(/Inzageman|Inzagevader|Noor/);
    for (const word of [...content.lob, ...content.reflections, never, '4ZWX']) expect(text).not.toContain(word);
  });

  it('finds refusals only', async () => {
    const text = textOf(await page(officer, '/inzage?outcome=refused'));
    expect(text).toContain('Ab Nieuwsgierig');
    expect(text).toContain('geweigerd');
    expect(text).not.toContain('zag onderdelen van een dossier Gegevens');
    expect(textOf(await page(officer, await searched(officer, '/inzage', { pupilNumber: 'bestaat-niet' })))).toContain(
      'Niets gevonden',
    );
  });

  it('finds the lists in which a pupil stood', async () => {
    const decaan = await app.asActor(await app.given.aPerson({ school, roles: ['decaan'] }));
    expect((await decaan.get(`/api/v1/groups/${group}/pupils`)).status).toBe(200);
    expect(textOf(await page(officer, await searched(officer, '/inzage', { pupilNumber: number })))).toMatch(
      /zag een lijst van leerlingen \d+ leerlingen/,
    );
  });

  it('turns pages without losing the filter', async () => {
    const reader = await app.asActor(intaker);
    for (let i = 0; i < 51; i++) await reader.get(`/api/v1/dossiers/${pupil.id}`);
    const first = await page(officer, await searched(officer, '/inzage', { pupilNumber: number }));
    const next = /<a[^>]*href="([^"]*)" rel="next"/.exec(first)![1]!.replaceAll('&amp;', '&');
    expect(next).toMatch(/words=[\w-]+/);
    const second = await page(officer, next);
    expect(textOf(second)).toContain('Ab Nieuwsgierig');
    expect(second).toContain('rel="prev"');
    await page(officer, '/inzage?page=onzin', 400);
  });

  it('sees nothing of another school, and is on record too', async () => {
    const otherSchool = await app.given.aSchool({ kind: 'vmbo' });
    const other = await app.asBrowser(await app.given.aPerson({ school: otherSchool, roles: ['privacy-officer'] }));
    expect(textOf(await page(other, await searched(other, '/inzage', { pupilNumber: number })))).toContain(
      'Niets gevonden',
    );
    expect(textOf(await page(other, '/inzage'))).toContain('bekeek deze inzage');
    expect(await events(otherSchool)).toContainEqual({ action: 'audit.read', outcome: 'allowed', sections: [] });
  });
});
