import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';

let app: TestApp;
let home: string;
let roc: string;
let mentor: GivenPerson;
let kok: string;
beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ name: 'Veldzicht College' });
  roc = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  mentor = await given.aPerson({ school: home, roles: ['staff'], givenName: 'Karin', familyName: 'Wit' });
  kok = await given.anOpleiding({ school: roc, name: 'Kok', niveau: 2, crebo: '25180' });
});
afterAll(() => app.close());

const under16 = '2011-03-09';
const from16 = '2010-03-09';
const aPupil = (wishes: Partial<Parameters<TestApp['given']['aPupil']>[0]> = {}): Promise<GivenPupil> =>
  app.given.aPupil({ school: home, mentor: mentor.id, birthDate: under16, ...wishes });

const text = async (agent: Agent, path: string, status = 200): Promise<string> =>
  readable((await agent.get(path).expect(status)).text);
const readable = (html: string): string =>
  html.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
/** Sends a form as a browser does. */
const post = (agent: Agent, path: string, fields: Record<string, string | number> = {}) =>
  agent
    .post(path)
    .type('form')
    .send({ idempotencyKey: newKey(), ...fields });
/** Sends it, and reads the page that the browser goes to, with its message. */
async function posted(agent: Agent, path: string, fields: Record<string, string | number> = {}): Promise<string> {
  const { headers } = (await post(agent, path, fields).expect(303)) as { headers: Record<string, string> };
  const flash = String(headers['set-cookie']).split(';')[0]!;
  const { text: html } = await agent
    .get(headers.location!.split('#')[0]!)
    .set('cookie', `${sessions.get(agent)}; ${flash}`);
  return readable(html);
}
const sessions = new Map<Agent, string>();
async function browser(who: { login: string }, extra = ''): Promise<Agent> {
  const cookie = `session=${await app.tokenFor(who)}${extra}`;
  const agent = app.http().set('cookie', cookie).set('sec-fetch-site', 'same-origin');
  sessions.set(agent, cookie);
  return agent;
}
const versionOf = async (table: 'activity' | 'reflection' | 'pupil', id: string): Promise<number> =>
  (await app.owner.query<{ version: number }>(`select version from ${table} where id = $1`, [id])).rows[0]!.version;

describe('the start of a pupil', () => {
  it('helps when there is nothing yet', async () => {
    const html = await text(await browser(await aPupil({ givenName: 'Yusuf' })), '/mijn');
    expect(html).toContain('Hoi Yusuf');
    expect(html).toContain('Hier komt jouw verhaal');
    expect(html).toContain('Zet een aanmelding erbij');
  });

  it('says what to do now, and what a teacher wrote', async () => {
    const pupil = await aPupil();
    const activity = await app.given.anActivity({ pupil, by: mentor.id, title: 'Meeloopdag', remark: 'Goed bezig' });
    const intaker = await app.given.aPerson({ school: roc, roles: ['intaker'] });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    await app.given.aConsent({ pupil, to: roc, inForceSince: null, askedBy: intaker.id, answers: [] });
    const html = await text(await browser(pupil), '/mijn');
    expect(html).toContain('Er staan 2 dingen voor je klaar');
    expect(html).toContain('ROC Vaarland wil je dossier lezen');
    expect(html).toContain(`href="/mijn/activiteiten/${activity}#reflectie">Hoe was het: Meeloopdag?`);
    expect(html).toContain('Karin Wit, over jou');
  });

  it('is for pupils alone', async () => {
    await (await browser(mentor)).get('/mijn').expect(403);
    await app
      .http()
      .get('/mijn')
      .expect(303)
      .expect('location', /^\/aanmelden\?terug=/);
  });
});

describe('writing about an activity', () => {
  let pupil: GivenPupil;
  let agent: Agent;
  let activity: string;
  let path: string;
  beforeEach(async () => {
    pupil = await aPupil();
    agent = await browser(pupil);
    activity = await app.given.anActivity({
      pupil,
      by: mentor.id,
      title: 'Meeloopdag',
      goal: 'Sfeer proeven',
      remark: 'Top',
    });
    path = `/mijn/activiteiten/${activity}`;
  });

  it('shows goal and remark, and says who else can read the remark', async () => {
    const html = await text(agent, path);
    expect(html).toContain('Sfeer proeven');
    expect(html).toContain(
      'Wat een docent over jou schrijft, kun jij altijd lezen. Een ouder die met je meeleest ook.',
    );
  });

  it('keeps a reflection private, and opens it to each reader apart', async () => {
    const saved = await posted(agent, `${path}/reflectie`, { text: 'Het was een lange dag.' });
    expect(saved).toContain('Je reflectie is bewaard');
    expect(saved).toContain('Alleen jij leest dit');
    const { rows } = await app.owner.query<{ id: string }>('select id from reflection where activity_id = $1', [
      activity,
    ]);
    const fields = { text: 'Het was een lange dag.', version: 1, openToMbo: 'on' };
    expect(await posted(agent, `${path}/reflectie/${rows[0]!.id}`, fields)).toContain(
      'Jij, en ook het mbo met jouw toestemming',
    );
  });

  it('answers 422 with what was typed when it is too short', async () => {
    const { text: html } = await post(agent, `${path}/reflectie`, { text: 'Leuk!', openToSchool: 'on' }).expect(422);
    expect(html).toContain('<title>Fout:');
    expect(html).toContain('Schrijf minstens één zin');
    expect(html).toMatch(/<textarea[^>]*>Leuk!<\/textarea>/);
    expect(html).toMatch(/name="openToSchool"[^>]*checked/);
  });

  it('keeps what was typed when another telephone was first, and shows what stands there now', async () => {
    await post(agent, `${path}/eigen-woorden`, { result: 'Van de andere telefoon', version: 1 }).expect(303);
    const { text: html } = await post(agent, `${path}/eigen-woorden`, { result: 'Van deze', version: 1 }).expect(412);
    expect(html).toContain('Dit is net veranderd');
    expect(html).toContain('href="#eigen-woorden">Iemand anders heeft dit net gewijzigd');
    expect(html).toContain('Van de andere telefoon');
    expect(html).toMatch(/<textarea[^>]*name="result"[^>]*>Van deze<\/textarea>/);
    expect(await versionOf('activity', activity)).toBe(2);
    // Saved again, on purpose, on the version that the page now carries.
    const version = /action="[^"]*eigen-woorden".*?name="version" value="(\d+)"/s.exec(html)?.[1];
    expect(version).toBe('2');
    await post(agent, `${path}/eigen-woorden`, { result: 'Van deze', version: version! }).expect(303);
    expect(await text(agent, path)).toContain('Van deze');
  });

  it('does not let a typing error slip a form onto a version that was never seen', async () => {
    await post(agent, `${path}/eigen-woorden`, { result: 'Van de andere telefoon', version: 1 }).expect(303);
    const long = { result: 'a'.repeat(1001), version: 1 };
    const { text: html } = await post(agent, `${path}/eigen-woorden`, long).expect(422);
    expect(/action="[^"]*eigen-woorden".*?name="version" value="(\d+)"/s.exec(html)?.[1]).toBe('1');
  });

  it('does the same for a reflection that was changed, or was there already', async () => {
    await post(agent, `${path}/reflectie`, { text: 'Eerste tekst van mij' }).expect(303);
    const second = await post(agent, `${path}/reflectie`, { text: 'Tweede tekst van mij' }).expect(422);
    expect(second.text).toContain('Je schreef hier al iets over');
    expect(second.text).toContain('Eerste tekst van mij');
    const action = /action="(\/mijn\/activiteiten\/[^"]+\/reflectie\/[^"]+)"/.exec(second.text)![1]!;
    await post(agent, action, { text: 'Eerste tekst, beter', version: 1 }).expect(303);
    const stale = await post(agent, action, { text: 'Tweede tekst van mij', version: 1 }).expect(412);
    expect(stale.text).toContain('Eerste tekst, beter');
    expect(stale.text).toMatch(/>Tweede tekst van mij<\/textarea>/);
  });

  it('saves once when the button is pressed twice', async () => {
    const fields = { idempotencyKey: newKey(), result: 'Ik weet meer', version: 1 };
    await post(agent, `${path}/eigen-woorden`, fields).expect(303);
    await post(agent, `${path}/eigen-woorden`, fields).expect(303);
    expect(await versionOf('activity', activity)).toBe(2);
  });

  it('is not there for someone else, nor at a nonsense address', async () => {
    await (await browser(await aPupil())).get(path).expect(404);
    await agent.get('/mijn/activiteiten/geen-id').expect(404);
  });
});

describe('an own activity', () => {
  const filled = {
    type: 'job-or-volunteering',
    title: 'Vakken vullen',
    startsOn: '2026-10-01',
    'competences.3': 'netwerken',
  };

  it('is logged, corrected and removed by the pupil', async () => {
    const pupil = await aPupil();
    const agent = await browser(pupil);
    const { headers } = await post(agent, '/mijn/activiteiten/nieuw', filled).expect(303);
    const path = headers.location!;
    expect(await text(agent, path)).toContain('Wie kan mij helpen?');
    expect(await text(agent, `${path}/verbeteren`)).toContain('value="Vakken vullen"');
    const corrected = await posted(agent, `${path}/verbeteren`, { ...filled, title: 'Kassawerk', version: 1 });
    expect(corrected).toContain('Kassawerk');
    const unsure = await post(agent, `${path}/weghalen`, { reason: '', version: 2 }).expect(422);
    expect(unsure.text).toContain('Vul de reden in');
    expect(unsure.text).toMatch(/<details class="app-confirm" open/);
    expect(await posted(agent, `${path}/weghalen`, { reason: 'stond dubbel', version: 2 })).toContain(
      'is weg uit je dossier',
    );
    await agent.get(path).expect(404);
  });

  it('comes back with its faults and everything that was filled in', async () => {
    const agent = await browser(await aPupil());
    const fields = { ...filled, title: '', place: 'Jumbo', endsOn: '2026-02-31' };
    const { text: html } = await post(agent, '/mijn/activiteiten/nieuw', fields).expect(422);
    expect(html).toContain('Vul in wat het was');
    expect(html).toContain('Vul een datum in die bestaat');
    expect(html).toContain('value="Jumbo"');
    expect(html).toMatch(/<option value="job-or-volunteering" selected/);
    expect(html).toMatch(/value="netwerken"[^>]*checked/);
  });

  it('is not what the school logged', async () => {
    const pupil = await aPupil();
    const agent = await browser(pupil);
    const path = `/mijn/activiteiten/${await app.given.anActivity({ pupil, by: mentor.id })}`;
    expect(await text(agent, path)).not.toContain('Klopt er iets niet?');
    await agent.get(`${path}/verbeteren`).expect(404);
  });
});

describe('where a pupil applied', () => {
  it('is chosen by school and then by opleiding, found with a word', async () => {
    const pupil = await aPupil();
    const agent = await browser(pupil);
    await app.given.anOpleiding({ school: roc, name: 'Verzorgende IG', crebo: '25656' });
    expect(await text(agent, '/mijn/aanmeldingen')).toContain('Nog geen aanmelding');
    expect(await text(agent, '/mijn/aanmeldingen/nieuw')).toContain(
      `href="/mijn/aanmeldingen/nieuw/${roc}">ROC Vaarland`,
    );
    const found = await text(agent, `/mijn/aanmeldingen/nieuw/${roc}?zoek=verzorg`);
    expect(found).toContain('Verzorgende IG');
    expect(found).not.toContain('>Kok<');
    expect(await text(agent, `/mijn/aanmeldingen/nieuw/${roc}?zoek=raketgeleerde`)).toContain('Niets gevonden');
    await agent.get(`/mijn/aanmeldingen/nieuw/${home}`).expect(404);

    await post(agent, `/mijn/aanmeldingen/nieuw/${roc}`, { zoek: 'verzorg' }).expect(422);
    const added = await posted(agent, `/mijn/aanmeldingen/nieuw/${roc}`, { opleidingId: kok });
    expect(added).toContain('Je aanmelding bij ROC Vaarland staat erbij');
    const twice = await post(agent, `/mijn/aanmeldingen/nieuw/${roc}`, { opleidingId: kok }).expect(422);
    expect(twice.text).toContain('Deze aanmelding staat er al');

    const { rows } = await app.owner.query<{ id: string }>('select id from application where pupil_id = $1', [
      pupil.id,
    ]);
    const withdrawn = await posted(agent, `/mijn/aanmeldingen/${rows[0]!.id}/intrekken`);
    expect(withdrawn).toContain('De school ziet vanaf nu niets meer van jou');
    expect(withdrawn).toContain('1 ingetrokken aanmelding');
  });
});

describe('who may read my dossier', () => {
  const intaker = () => app.given.aPerson({ school: roc, roles: ['intaker'] });
  const consentOf = async (pupil: GivenPupil): Promise<string> =>
    (
      await app.owner.query<{ id: string }>(
        'select id from consent where pupil_id = $1 and withdrawn_at is null order by created_at desc limit 1',
        [pupil.id],
      )
    ).rows[0]!.id;

  it('explains what to do when there is no application yet', async () => {
    const html = await text(await browser(await aPupil()), '/mijn/toestemming');
    expect(html).toContain('Nog geen mbo-school');
    expect(html).toContain('Je bent jonger dan 16');
    expect(html).not.toContain('Mag je ouder meelezen?');
  });

  it('is given by pupil and guardian under 16, works at once, and is withdrawn in one tap', async () => {
    const pupil = await aPupil({ guardians: [{ givenName: 'Sanne' }] });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    const agent = await browser(pupil);
    const reader = await app.asActor(await intaker());
    const form = await text(agent, `/mijn/toestemming/${roc}`);
    expect(form.match(/name="sections\.\d"/g)).toHaveLength(4);
    expect(form).not.toMatch(/name="sections\.\d"[^>]*checked/); // a ticked box is no consent
    const none = await post(agent, `/mijn/toestemming/${roc}`).expect(422);
    expect(none.text).toContain('Kies minstens één onderdeel');
    const given = await posted(agent, `/mijn/toestemming/${roc}`, { 'sections.0': 'profile', 'sections.2': 'lob' });
    expect(given).toContain('Nu is er nog een ja van thuis nodig');
    expect(given).toContain('Wacht op ouder');
    await reader.get(`/api/v1/dossiers/${pupil.id}`).expect(404);

    const consent = await consentOf(pupil);
    const guardian = await browser(pupil.guardians[0]!);
    const child = `/kind/${pupil.id}`;
    expect(await text(guardian, child)).toContain('ROC Vaarland wacht op jouw ja of nee');
    const agreed = await posted(guardian, `${child}/toestemming/${consent}`, { agreed: 'ja' });
    expect(agreed).toContain('ROC Vaarland kan dit vanaf nu lezen');
    const shared = await reader.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    expect(shared.body).toMatchObject({ sections: ['profile', 'lob'] });

    const gone = await posted(agent, `/mijn/toestemming/${roc}/intrekken/${consent}`);
    expect(gone).toContain('ROC Vaarland ziet vanaf nu niets meer uit je dossier');
    expect(gone).toContain('Geef opnieuw toestemming');
    await reader.get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    const again = { 'sections.0': 'profile', 'sections.1': 'lob' };
    expect(await posted(agent, `/mijn/toestemming/${roc}`, again)).toContain('Wacht op ouder');
  });

  it('answers a request with yes, no, or a part; never with everything when nothing was ticked', async () => {
    const asked = async (): Promise<[Agent, string, GivenPupil]> => {
      const pupil = await aPupil({ birthDate: from16 });
      await app.given.anApplication({ pupil, to: roc, opleiding: kok });
      const by = (await intaker()).id;
      const id = await app.given.aConsent({
        pupil,
        to: roc,
        sections: ['profile', 'lob'],
        inForceSince: null,
        askedBy: by,
        answers: [],
      });
      return [await browser(pupil), `/mijn/toestemming/${roc}/vraag/${id}`, pupil];
    };
    const sectionsOf = async (pupil: GivenPupil): Promise<unknown> =>
      (
        await app.owner.query(
          'select sections, in_force_since is not null as shared from consent where pupil_id = $1',
          [pupil.id],
        )
      ).rows[0];

    const [yes, yesPath, first] = await asked();
    expect(await text(yes, '/mijn/toestemming')).toContain('Mag ROC Vaarland dit lezen?');
    expect(await posted(yes, yesPath, { agreed: 'ja' })).toContain('Opgeslagen. ROC Vaarland kan dit vanaf nu lezen.');
    expect(await sectionsOf(first)).toEqual({ sections: ['profile', 'lob'], shared: true });

    const [no, noPath, second] = await asked();
    expect(await posted(no, noPath, { agreed: 'nee' })).toContain('ROC Vaarland ziet niets uit je dossier');
    expect(await sectionsOf(second)).toMatchObject({ shared: false });

    const [part, partPath, third] = await asked();
    expect((await text(part, `/mijn/toestemming/${roc}`)).match(/name="sections\.\d"/g)).toHaveLength(2);
    await post(part, `${partPath}/keuze`).expect(422);
    expect(await sectionsOf(third)).toMatchObject({ shared: false });
    await post(part, `${partPath}/keuze`, { 'sections.1': 'lob' }).expect(303);
    expect(await sectionsOf(third)).toEqual({ sections: ['lob'], shared: true });
  });

  it('asks who turned 16 to confirm once what waited for a guardian', async () => {
    const pupil = await aPupil({ birthDate: '2010-11-16', guardians: [{}] });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    const id = await app.given.aConsent({ pupil, to: roc, inForceSince: null }); // he said yes the day before
    const agent = await browser(pupil);
    const html = await text(agent, '/mijn/toestemming');
    expect(html).toContain('Nu je 16 bent, beslis je alleen. Bevestig het één keer.');
    expect(html).toContain('Wacht op jou');
    expect(await posted(agent, `/mijn/toestemming/${roc}/vraag/${id}`, { agreed: 'ja' })).toContain(
      'Toestemming gegeven',
    );
  });

  it('lets a pupil of 16 open sections to the guardians, and not overwrite unseen', async () => {
    const pupil = await aPupil({ birthDate: from16, guardians: [{}] });
    const agent = await browser(pupil);
    const guardian = await browser(pupil.guardians[0]!);
    expect(await text(guardian, `/kind/${pupil.id}`)).toContain('Noor heeft niets voor je opengezet');
    expect(await text(agent, '/mijn/toestemming')).toContain('Mag je ouder meelezen?');
    const fields = { 'sections.2': 'lob', version: await versionOf('pupil', pupil.id) };
    expect(await posted(agent, '/mijn/toestemming/meelezen', fields)).toContain(
      'Vanaf nu zien je ouders alleen wat jij aanvinkte',
    );
    await app.given.anActivity({ pupil, by: mentor.id, title: 'Snuffelstage' });
    expect(await text(guardian, `/kind/${pupil.id}`)).toContain('Snuffelstage');
    const stale = await post(agent, '/mijn/toestemming/meelezen', { 'sections.0': 'profile', version: 0 }).expect(412);
    expect(stale.text).toContain('Dit is net veranderd');
    expect(stale.text).toMatch(/value="profile"[^>]*checked/);
  });

  it('shows the text with its version, and what was shared before', async () => {
    const pupil = await aPupil();
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    await app.given.aConsent({ pupil, to: roc, withdrawnAt: '2026-11-15T10:00:00Z' });
    const html = await text(await browser(pupil), '/mijn/toestemming');
    expect(html).toContain('Tekst van versie 2026-11.');
    expect(html).toContain('Eerder gedeeld (1)');
  });
});

describe('who looked', () => {
  it('says in sentences who, what and why, merged per day, without the own acts unless asked', async () => {
    const pupil = await aPupil({ guardians: [{ givenName: 'Sanne', familyName: 'Bos' }] });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    await app.given.aConsent({ pupil, to: roc, sections: ['lob'] });
    const intaker = await app.given.aPerson({ school: roc, roles: ['intaker'], givenName: 'Bram', familyName: 'Hoek' });
    const agent = await browser(pupil);
    expect(await text(agent, '/mijn/wie-keek')).toContain('Nog niemand');
    const readers = [await app.asActor(mentor), await app.asActor(mentor), await app.asActor(intaker)];
    for (const reader of readers) await reader.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await text(await browser(pupil.guardians[0]!), `/kind/${pupil.id}`);

    const html = await text(agent, '/mijn/wie-keek');
    expect(html).toContain(
      'Karin Wit bekeek gegevens en klas, schoolloopbaan, LOB-activiteiten en opengezette reflecties',
    );
    expect(html).toMatch(/2 keer, laatst om \d\d:\d\d/);
    expect(html).toContain('Dat mag, omdat dit je mentor is.');
    expect(html).toContain('Bram Hoek bekeek LOB-activiteiten');
    expect(html).toContain('Dat mag, omdat jij toestemming gaf voor de intake.');
    expect(html).toContain('Sanne Bos bekeek');
    expect(html).not.toContain('Jij bekeek');
    await text(agent, '/mijn');
    const own = await text(agent, '/mijn/wie-keek?wie=zelf');
    expect(own).toContain('Jij bekeek');
    expect(own).not.toContain('Bram Hoek');
    expect(await text(await browser(pupil.guardians[0]!), `/kind/${pupil.id}/wie-keek`)).toContain(
      'omdat dit de mentor is',
    );
  });

  it('goes on to older lines', async () => {
    const pupil = await aPupil();
    const staff = await Promise.all(
      Array.from({ length: 31 }, () => app.given.aPerson({ school: home, roles: ['decaan'] })),
    );
    for (const one of staff) await (await app.asActor(one)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const agent = await browser(pupil);
    const html = await text(agent, '/mijn/wie-keek');
    expect(html.match(/<li class="app-timeline__item">/g)).toHaveLength(30);
    const next = /href="(\/mijn\/wie-keek\?voor=[^"]+)"/.exec(html)![1]!;
    expect((await text(agent, next)).match(/<li class="app-timeline__item">/g)).toHaveLength(1);
    await agent.get('/mijn/wie-keek?voor=onzin').expect(400);
  });
});

describe('a guardian', () => {
  it('with one child goes there at once, with more chooses', async () => {
    const pupil = await aPupil({ guardians: [{}] });
    const agent = await browser(pupil.guardians[0]!);
    await agent.get('/kind').expect(303).expect('location', `/kind/${pupil.id}`);
    const second = await aPupil({ givenName: 'Daan', familyName: 'Tweede' });
    await app.given.aGuardian(second, { person: pupil.guardians[0]!.id });
    expect(await text(agent, '/kind')).toContain('Daan Tweede');
  });

  it.each([
    [false, 'voor een kind geen gezag'],
    [null, 'De school moet nog noteren wie gezag heeft'],
  ])('with custody %s sees nothing, not even the name, and reads where to ask', async (custody, sentence) => {
    const pupil = await aPupil({ givenName: 'Geheim', guardians: [{ custody }] });
    const agent = await browser(pupil.guardians[0]!);
    const html = await text(agent, '/kind');
    expect(html).toContain(sentence);
    expect(html).not.toContain('Geheim');
    for (const page of ['', '/toestemming', '/wie-keek']) await agent.get(`/kind/${pupil.id}${page}`).expect(404);
    const { rows } = await app.owner.query(
      "select 1 from audit_event where chain_id = $1 and action = 'access.refused'",
      [pupil.id],
    );
    expect(rows).not.toHaveLength(0);
  });

  it('reads along under 16, without reflections that are not opened', async () => {
    const pupil = await aPupil({ guardians: [{}] });
    const activity = await app.given.anActivity({ pupil, by: mentor.id, title: 'Open dag', result: 'Ik weet meer' });
    await app.given.aReflection({ pupil, activity, text: 'Voor mij alleen' });
    await app.given.aReflection({ pupil, text: 'Voor thuis ook', openedTo: ['guardian'] });
    const html = await text(await browser(pupil.guardians[0]!), `/kind/${pupil.id}`);
    expect(html).toContain('Ik weet meer');
    expect(html).toContain('Voor thuis ook');
    expect(html).not.toContain('Voor mij alleen');
  });

  it('who said no can lift it; the other one reads why nothing is shared, without blame', async () => {
    const pupil = await aPupil({ guardians: [{ givenName: 'Ans' }, { givenName: 'Joop' }] });
    const [ans, joop] = pupil.guardians;
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    const id = await app.given.aConsent({ pupil, to: roc, inForceSince: null });
    const [a, j] = [await browser(ans!), await browser(joop!)];
    const path = `/kind/${pupil.id}/toestemming`;
    expect(await posted(j, `${path}/${id}`, { agreed: 'nee' })).toContain(
      'zolang er een nee van een ouder met gezag is',
    );
    expect(await text(a, path)).toContain('Een andere ouder of verzorger met gezag wil dit nu niet. Dat mag.');
    expect(await text(await browser(pupil), '/mijn/toestemming')).toContain('Thuis zei iemand nee');
    expect(await text(j, path)).toContain('Toch ja');
    expect(await posted(j, `${path}/${id}`, { agreed: 'ja' })).toContain('ROC Vaarland kan dit vanaf nu lezen');
    expect(await posted(a, `${path}/${id}/intrekken`)).toContain(
      'ROC Vaarland ziet vanaf nu niets meer uit het dossier',
    );
  });

  it('of a pupil of 16 decides nothing and does not see who looked', async () => {
    const pupil = await aPupil({ birthDate: from16, guardians: [{}] });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    const id = await app.given.aConsent({ pupil, to: roc });
    const agent = await browser(pupil.guardians[0]!);
    const html = await text(agent, `/kind/${pupil.id}/toestemming`);
    expect(html).toContain('beslist zelf welke school mag lezen');
    expect(html).not.toContain('ROC Vaarland');
    await agent.get(`/kind/${pupil.id}/wie-keek`).expect(404);
    const { status } = await post(agent, `/kind/${pupil.id}/toestemming/${id}/intrekken`);
    expect(status).toBeGreaterThanOrEqual(404);
    expect((await app.owner.query('select withdrawn_at from consent where id = $1', [id])).rows[0]).toEqual({
      withdrawn_at: null,
    });
  });
});

describe('in English', () => {
  it('is complete on every page of pupil and guardian', async () => {
    const pupil = await aPupil({ givenName: 'Noor', guardians: [{}] });
    const activity = await app.given.anActivity({ pupil, by: pupil.id, title: 'Titel' });
    await app.given.aReflection({ pupil, activity, text: 'Tekst' });
    await app.given.anApplication({ pupil, to: roc, opleiding: kok });
    await app.given.aConsent({ pupil, to: roc });
    await (await app.asActor(mentor)).get(`/api/v1/dossiers/${pupil.id}`);
    const agent = await browser(pupil, '; taal=en');
    const guardian = await browser(pupil.guardians[0]!, '; taal=en');
    const pages: [Agent, string][] = [
      ...[
        '',
        '/activiteiten/nieuw',
        `/activiteiten/${activity}`,
        `/activiteiten/${activity}/verbeteren`,
        '/aanmeldingen',
      ].map((p): [Agent, string] => [agent, `/mijn${p}`]),
      ...['/aanmeldingen/nieuw', `/aanmeldingen/nieuw/${roc}`, '/toestemming', `/toestemming/${roc}`, '/wie-keek'].map(
        (p): [Agent, string] => [agent, `/mijn${p}`],
      ),
      ...['', '/toestemming', '/wie-keek'].map((p): [Agent, string] => [guardian, `/kind/${pupil.id}${p}`]),
    ];
    for (const [who, path] of pages) {
      const html = await text(who, path);
      expect(html).toContain('<html lang="en"');
      const words = html.slice(html.indexOf('<body')).replace(/<[^>]*>/g, ' ');
      const dutch = /\b(het|een|jouw|deze|niet|wat|voor|mijn|zijn|school mag|klas)\b/i.exec(words);
      expect([path, dutch && words.slice(Math.max(dutch.index - 40, 0), dutch.index + 40)]).toEqual([path, null]);
    }
  });
});
