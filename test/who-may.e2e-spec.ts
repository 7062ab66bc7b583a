import { type Section, sections } from '../src/consent/consent.types.js';
import type { DossierResponse } from '../src/dossier/dossier.dto.js';
import type { MayReaderResponse, WhoMayResponse } from '../src/pupil-access/who-may.dto.js';
import { accessRegion, type Case } from './support/access-region.js';
import { accessTable } from './support/access-table.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { Walk } from './support/walk.js';

/** Who somebody is, and where he acts now. */
interface Standing {
  kind: 'staff' | 'guardian' | 'pupil';
  id: string;
  schoolId: string | null;
}
const fieldOf = {
  profile: 'profile',
  'school-career': 'schoolCareer',
  lob: 'lob',
  reflections: 'reflections',
} as const;

const pageOf = async (agent: Agent, pupil: string): Promise<WhoMayResponse | null> => {
  const answer = await agent.get(`/api/v1/pupils/${pupil}/who-may`);
  return answer.status === 200 ? (answer.body as WhoMayResponse) : null;
};

/** What the page says of this person where he acts. */
function entriesOf(page: WhoMayResponse, { kind, id, schoolId }: Standing): MayReaderResponse[] {
  const readers =
    kind === 'guardian'
      ? page.guardians
      : page.schools.filter((one) => one.id === schoolId).flatMap((one) => one.readers);
  return readers.filter(({ people }) => people.some((person) => person.id === id));
}
const said = (page: WhoMayResponse | null, who: Standing): Section[] => {
  const may = page ? entriesOf(page, who).flatMap((entry) => entry.sections.map(({ section }) => section)) : [];
  return sections.filter((section) => may.includes(section));
};
/** What opening the dossier gives. */
async function opened(
  agent: Agent,
  pupil: string,
  refused = 404,
): Promise<{ body: DossierResponse | null; may: Section[] }> {
  const answer = await agent.get(`/api/v1/dossiers/${pupil}`);
  expect([200, refused]).toContain(answer.status);
  const dossier = answer.status === 200 ? (answer.body as DossierResponse) : null;
  return { body: dossier, may: sections.filter((section) => dossier?.[fieldOf[section]] !== undefined) };
}
/** How much of a section somebody got, as far as the answer shows. */
function extentsOf(body: DossierResponse): Partial<Record<Section, string>> {
  const { profile, lob } = body;
  return {
    ...(profile && {
      profile: profile.birthDate === null ? 'name-and-group' : profile.contacts.length > 0 ? 'whole' : 'roster',
    }),
    ...(lob && { lob: lob.some(({ title }) => title === 'Van een collega') ? 'whole' : 'own' }),
  };
}

describe('for everyone of the access table', () => {
  let app: TestApp;
  let cases: Map<string, Case>;
  beforeAll(async () => {
    app = await startApp();
    cases = await accessRegion(app);
  });
  afterAll(() => app.close());

  const standingOf = async (login: string, school: string | null | undefined): Promise<Standing> => {
    const { rows } = await app.owner.query<{ id: string; pupil: boolean; schoolId: string | null }>(
      `select p.id, false as pupil, (select r.school_id from role_assignment r where r.person_id = p.id limit 1) as "schoolId"
         from account a join person p on p.account_id = a.id where a.login = $1
       union all select p.id, true, p.school_id from account a join pupil p on p.account_id = a.id where a.login = $1`,
      [login],
    );
    const { id, pupil, schoolId } = rows[0]!;
    return { id, schoolId, kind: pupil ? 'pupil' : school === null ? 'guardian' : 'staff' };
  };

  test.each(accessTable.map(([who]) => who))('the page says what happens: %s', async (who) => {
    const { login, pupil, school } = cases.get(who)!;
    const standing = await standingOf(login, school);
    const actor = await app.asActor(login, school === undefined ? {} : { school });
    const page = await pageOf(await app.asActor(pupil), pupil.id);
    // Who was erased is nobody.
    const { may, body } = await opened(actor, pupil.id, who === 'pupil: own dossier, erased' ? 401 : 404);
    if (standing.kind === 'pupil') {
      // Himself he knows; of another he learns nothing.
      expect(standing.id === pupil.id && page !== null ? sections : []).toEqual(may);
      if (standing.id !== pupil.id) expect(await pageOf(actor, pupil.id)).toBeNull();
      return;
    }
    expect(said(page, standing)).toEqual(may);
    if (!page || !body) return;
    const entries = entriesOf(page, standing).flatMap((entry) => entry.sections);
    for (const [section, extent] of Object.entries(extentsOf(body)))
      expect([section, entries.find((one) => one.section === section)?.extent]).toEqual([section, extent]);
    expect(entries.map(({ basis }) => basis)).toContain(body.basis);
    const first = entries.find(({ section }) => section === body.sections[0])!;
    if (body.endsOn !== null) expect(first.endsOn! <= body.endsOn).toBe(true);
  });

  test('whoever may nothing is not on the page, and whoever is on it may something', async () => {
    const pages = new Map<string, WhoMayResponse | null>();
    let listed = 0;
    for (const { pupil } of cases.values())
      if (!pages.has(pupil.id)) pages.set(pupil.id, await pageOf(await app.asActor(pupil), pupil.id));
    for (const page of pages.values())
      for (const reader of page?.schools.flatMap(({ readers }) => readers) ?? []) {
        listed++;
        expect(reader.sections.length > 0 || reader.listed).toBe(true);
        expect(reader.people.length).toBeGreaterThan(0);
      }
    expect(listed).toBeGreaterThan(200);
  });

  test('who is in the list of applicants stands there so', async () => {
    const intakers = [...cases].filter(([who]) => who.startsWith('intaker'));
    for (const [who, { login, pupil, school }] of intakers) {
      const actor = await app.asActor(login, school === undefined ? {} : { school });
      const shown: string[] = [];
      for (let page = ''; ;) {
        const answer = await actor.get(`/api/v1/dossiers?${page}`).expect(200);
        const { items, nextPage } = answer.body as { items: { pupilId: string }[]; nextPage?: string };
        shown.push(...items.map(({ pupilId }) => pupilId));
        if (!nextPage) break;
        page = `page=${nextPage}`;
      }
      const page = await pageOf(await app.asActor(pupil), pupil.id);
      const entries = page ? entriesOf(page, await standingOf(login, school)) : [];
      expect([who, entries.some((entry) => entry.listed)]).toEqual([who, shown.includes(pupil.id)]);
    }
  });
});

describe('for everyone with a login in the invented region', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.start();
  });
  afterAll(() => walk.close());

  test('each of them opens what the page of the pupil says, and nothing else', async () => {
    const pupils = walk.walkers.filter(({ roles }) => roles.includes('pupil'));
    const others = walk.walkers.filter(({ roles }) => !roles.includes('pupil'));
    expect(pupils.length).toBeGreaterThan(3);
    let yes = 0;
    let no = 0;
    for (const one of pupils) {
      const { id: pupilId } = (await one.program.get('/api/v1/me')).body as { id: string };
      const page = (await pageOf(one.program, pupilId))!;
      for (const other of others) {
        const { id } = (await other.program.get('/api/v1/me')).body as { id: string };
        const kind = other.roles.includes('guardian') ? 'guardian' : 'staff';
        const { may } = await opened(other.program, pupilId);
        const told = said(page, { kind, id, schoolId: other.schoolId });
        expect([one.login, other.login, told]).toEqual([one.login, other.login, may]);
        yes += may.length;
        no += sections.length - may.length;
      }
    }
    process.stdout.write(`who may what: ${yes} cells yes, ${no} cells no, each as when it is opened\n`);
    expect(yes).toBeGreaterThan(20);
  });
});

describe('what it says', () => {
  let app: TestApp;
  let home: string;
  let mbo: string;
  let mentor: GivenPerson;
  let intaker: GivenPerson;
  let pupil: GivenPupil;
  let share: string;
  beforeAll(async () => {
    app = await startApp();
    const { given } = app;
    home = await given.aSchool({ kind: 'vmbo', name: 'Vmbo De Brug' });
    mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarlanden' });
    mentor = await given.aPerson({ school: home, roles: ['staff'], givenName: 'Marga', familyName: 'Mentorink' });
    intaker = await given.aPerson({ school: mbo, roles: ['intaker'], givenName: 'Ina', familyName: 'Intaker' });
    pupil = await given.aPupil({
      school: home,
      group: await given.aGroup({ school: home }),
      birthDate: '2011-05-05',
      givenName: 'Kim',
      guardians: [
        { givenName: 'Ouder', familyName: 'Gezag' },
        { givenName: 'Zonder', familyName: 'Gezag', custody: false },
      ],
    });
    await given.aMentor(pupil, mentor.id, { until: '2026-12-01' });
    await given.anApplication({ pupil, to: mbo });
    share = await given.aConsent({
      pupil,
      to: mbo,
      sections: ['profile', 'lob'],
      validUntil: '2027-10-01T00:00:00+02:00',
    });
  });
  afterAll(() => app.close());
  afterEach(() => app.clock.set('2026-11-16T11:00:00+01:00'));

  const page = async (): Promise<WhoMayResponse> => (await pageOf(await app.asActor(pupil), pupil.id))!;

  test('on which ground, for what and until when', async () => {
    const { schools, guardians } = await page();
    expect(schools.map(({ name, home: own, tied }) => [name, own, tied])).toEqual([
      ['Vmbo De Brug', true, false],
      ['ROC Vaarlanden', false, true],
    ]);
    expect(schools[0]!.readers).toContainEqual({
      role: 'mentor',
      people: [{ id: mentor.id, name: 'Marga Mentorink' }],
      listed: false,
      sections: sections.map((section) => ({
        section,
        extent: section === 'reflections' ? 'opened' : 'whole',
        basis: 'mentor',
        purpose: null,
        shareId: null,
        endsOn: '2026-12-02',
      })),
    });
    const shared = { extent: 'whole', basis: 'consent', purpose: 'intake', shareId: share, endsOn: '2027-10-01' };
    expect(schools[1]).toMatchObject({
      shares: [{ id: share, purpose: 'intake', sections: ['profile', 'lob'], endsOn: '2027-10-01', mayWithdraw: true }],
      readers: [
        {
          role: 'intaker',
          listed: true,
          people: [{ name: 'Ina Intaker' }],
          sections: [
            { section: 'profile', ...shared },
            { section: 'lob', ...shared },
          ],
        },
      ],
    });
    expect(guardians.map(({ people, sections: may }) => [people[0]!.name, may[0]?.endsOn ?? null])).toEqual([
      ['Ouder Gezag', '2027-05-05'],
      ['Zonder Gezag', null],
    ]);
  });

  test.each([
    ['the mentor', () => mentor, {}, '2026-12-02'],
    ['the intaker', () => intaker, {}, '2027-10-01'],
    ['the guardian', () => pupil.guardians[0]!, { school: null }, '2027-05-05'],
  ])('%s reads the profile until that day, and not on it', async (_, who, as, day) => {
    const reads = async (at: string): Promise<boolean> => {
      await app.clock.set(at);
      return (await opened(await app.asActor(who(), as), pupil.id)).may.includes('profile');
    };
    const before = new Date(`${day}T00:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    expect(await reads(`${before.toISOString().slice(0, 10)}T18:00:00Z`)).toBe(true);
    expect(await reads(`${day}T08:00:00Z`)).toBe(false);
  });

  test('it is for the pupil, and under 16 for a guardian with custody', async () => {
    const [custody, without] = pupil.guardians as [GivenPerson, GivenPerson];
    const statusFor = async (agent: Agent): Promise<number> =>
      (await agent.get(`/api/v1/pupils/${pupil.id}/who-may`)).status;
    expect(await statusFor(await app.asActor(custody, { school: null }))).toBe(200);
    expect(await statusFor(await app.asActor(without, { school: null }))).toBe(404);
    expect(await statusFor(await app.asActor(mentor))).toBe(404);
    await app.clock.set('2027-05-05T00:00:00+02:00');
    expect(await statusFor(await app.asActor(custody, { school: null }))).toBe(404);
    expect(await statusFor(await app.asActor(pupil))).toBe(200);
  });

  test('a colleague whose account is closed reads nothing and is not on it', async () => {
    await app.owner.query('update account set disabled_at = app_now() where login = $1', [intaker.login]);
    const { schools } = await page();
    expect(schools[1]!.readers).toEqual([]);
    expect(schools[1]!.shares).toHaveLength(1);
    await app.owner.query('update account set disabled_at = null where login = $1', [intaker.login]);
  });

  test('on the page it can be stopped, and the page shows that it worked', async () => {
    const agent = await app.asBrowser(pupil);
    const { text } = await agent.get('/mijn/wie-mag-wat').expect(200);
    expect(text).toContain('Marga Mentorink');
    expect(text).toContain(`/mijn/wie-mag-wat/${share}/intrekken`);
    expect((await agent.get('/mijn').expect(200)).text).toContain('/mijn/wie-mag-wat');
    const child = await app.asBrowser(pupil.guardians[0]!, { school: null });
    expect((await child.get(`/kind/${pupil.id}/wie-mag-wat`).expect(200)).text).toContain('Wie mag wat van Kim');
    const sent = await agent
      .post(`/mijn/wie-mag-wat/${share}/intrekken`)
      .type('form')
      .send({ idempotencyKey: newKey() });
    expect([sent.status, sent.headers.location]).toEqual([303, `/mijn/wie-mag-wat#school-${mbo}`]);
    const after = await agent.get('/mijn/wie-mag-wat').expect(200);
    // Who applied stays in a list of that school: that nobody there sees anything would not be true.
    expect(after.text).toContain('Deze school mag nu niets uit jouw dossier lezen. Alleen dit is nog te zien:');
    expect(after.text).not.toContain('mag nu iets uit het dossier lezen');
    expect(after.text).not.toContain('/intrekken');
    expect((await opened(await app.asActor(intaker), pupil.id)).may).toEqual([]);
  });
});
