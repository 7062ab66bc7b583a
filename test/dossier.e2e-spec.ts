import { randomUUID } from 'node:crypto';
import { type Agent, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil, PupilWishes } from './support/builders.types.js';
import { listOf } from './support/search.js';

let app: TestApp;
let school: string;
let mbo: string;
let otherMbo: string;
let group: string;
let nursing: string;
let carpentry: string;
let mentor: GivenPerson;
let intakerPerson: GivenPerson;
let intaker: Agent;

const FIFTEEN = '2011-03-09';
const SIXTEEN = '2010-03-09';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ name: 'Vaarcollege' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'Vaar mbo' });
  otherMbo = await given.aSchool({ kind: 'mbo' });
  group = await given.aGroup({ school, name: '4A' });
  nursing = await given.anOpleiding({ school: mbo, name: 'Verpleegkundige' });
  carpentry = await given.anOpleiding({ school: mbo, name: 'Timmerman 100% praktijk', crebo: '25001', niveau: 2 });
  mentor = await given.aPerson({
    school,
    roles: ['staff'],
    givenName: 'Mia',
    familyName: 'Mentor',
    phone: '099 555 0001',
  });
  await given.aPerson({ school, roles: ['decaan'], givenName: 'Dirk', familyName: 'Decaan' });
  intakerPerson = await given.aPerson({ school: mbo, roles: ['intaker'] });
  intaker = await app.asActor(intakerPerson);
});
afterAll(() => app.close());

const aPupil = (wishes: Partial<PupilWishes> = {}): Promise<GivenPupil> =>
  app.given.aPupil({ school, group, birthDate: FIFTEEN, mentor: mentor.id, guardians: [{}], ...wishes });
const keysOf = (body: unknown): string[] => Object.keys(body as object).sort();

interface Applicant {
  pupilId: string;
  name: string;
  birthDate: string;
  applications: { opleiding: string }[];
  share: string;
  sections: string[];
  endsOn: string | null;
  askedOn: string | null;
}
interface ListBody {
  items: Applicant[];
  total: number;
  counts: { all: number; shared: number; asked: number; none: number };
  from: number;
  nextPage?: string;
  previousPage?: string;
}

describe('the list of applicants', () => {
  let there: TestApp;
  let reader: Agent;
  let here: string;
  let one: string;
  let other: string;
  const pupils: Record<string, GivenPupil> = {};
  const list = async (
    { text, ...query }: { text?: string; [field: string]: unknown } = {},
    agent = reader,
  ): Promise<ListBody> => (await listOf(agent, '/api/v1/dossiers', query, text).expect(200)).body as ListBody;
  const names = async (query: Record<string, unknown>): Promise<string[]> =>
    (await list(query)).items.map(({ name }) => name);

  beforeAll(async () => {
    there = await startApp();
    const { given } = there;
    const home = await given.aSchool();
    here = await given.aSchool({ kind: 'mbo' });
    const elsewhere = await given.aSchool({ kind: 'mbo' });
    one = await given.anOpleiding({ school: here, name: 'Verpleegkundige' });
    other = await given.anOpleiding({ school: here, name: 'Timmerman 100% praktijk', crebo: '25001' });
    const applicant = async (name: string, to = here, opleiding = one, extra: object = {}): Promise<GivenPupil> => {
      const pupil = await given.aPupil({ school: home, givenName: name, familyName: 'Aan_vrager', birthDate: SIXTEEN });
      await given.anApplication({ pupil, to, opleiding: to === here ? opleiding : undefined, ...extra });
      return (pupils[name] = pupil);
    };
    await given.aConsent({ pupil: await applicant('Gedeeld'), to: here, sections: ['lob', 'profile'] });
    const waits = { inForceSince: null, answers: [] };
    await given.aConsent({ pupil: await applicant('Gevraagd'), to: here, ...waits, askedBy: randomUUID() });
    const no = [{ by: randomUUID(), role: 'pupil' as const, agreed: false }];
    await given.aConsent({
      pupil: await applicant('Geweigerd'),
      to: here,
      ...waits,
      askedBy: randomUUID(),
      answers: no,
    });
    await given.aConsent({ pupil: await applicant('Wacht'), to: here, inForceSince: null });
    await given.aConsent({ pupil: await applicant('Ingetrokken'), to: here, withdrawnAt: '2026-11-16T09:59:59Z' });
    await given.aConsent({ pupil: await applicant('Voorbij'), to: here, validUntil: '2026-11-16T10:00:00Z' });
    await given.aConsent({ pupil: await applicant('Anders', here, other), to: elsewhere });
    await given.anApplication({ pupil: pupils.Anders!, to: here, opleiding: one });
    await applicant('Teruggenomen', here, one, { withdrawnAt: '2026-11-01T10:00:00Z' });
    await applicant('Elders', elsewhere);
    reader = await there.asActor(await given.aPerson({ school: here, roles: ['intaker'] }));
  });
  afterAll(() => there.close());

  test('has everyone who applied here, once, with name, birth date and opleiding', async () => {
    const { items, total, counts } = await list();
    expect(items.map(({ name }) => name.split(' ')[0]).sort()).toEqual(
      ['Anders', 'Gedeeld', 'Gevraagd', 'Geweigerd', 'Ingetrokken', 'Voorbij', 'Wacht'].sort(),
    );
    expect(total).toBe(7); // not who applied elsewhere, or took it back
    expect(counts).toEqual({ all: 7, shared: 1, asked: 2, none: 4 });
    const twice = items.find(({ name }) => name.startsWith('Anders'))!;
    expect(twice.applications.map(({ opleiding }) => opleiding).sort()).toEqual([
      'Timmerman 100% praktijk',
      'Verpleegkundige',
    ]);
    expect(twice.birthDate).toBe(SIXTEEN);
  });

  test('says of a share what is in force now, and of the rest not what the family said so far', async () => {
    const { items } = await list();
    const said = Object.fromEntries(
      items.map(({ name, share, sections, endsOn, askedOn }) => [
        name.split(' ')[0]!,
        { share, sections, endsOn: endsOn !== null, askedOn: askedOn !== null },
      ]),
    );
    const none = { share: 'none', sections: [], endsOn: false, askedOn: false };
    const asked = { share: 'asked', sections: [], endsOn: false, askedOn: true };
    expect(said).toEqual({
      Gedeeld: { share: 'shared', sections: ['lob', 'profile'], endsOn: true, askedOn: false },
      Gevraagd: asked,
      Geweigerd: asked, // a no looks like no answer
      Wacht: none, // a guardian is still to answer what the pupil gave
      Ingetrokken: none,
      Voorbij: none,
      Anders: none,
    });
    expect(keysOf(items[0])).toEqual(
      [
        'appliedOn',
        'applications',
        'askedOn',
        'birthDate',
        'endsOn',
        'name',
        'placements',
        'pupilId',
        'sections',
        'share',
      ].sort(),
    );
  });

  test.each([
    [{ text: 'gedeeld' }, ['Gedeeld Aan_vrager']],
    [{ text: 'TIMMER' }, ['Anders Aan_vrager']],
    [{ text: '100%' }, ['Anders Aan_vrager']],
    [{ text: '  wacht  ' }, ['Wacht Aan_vrager']],
    [{ text: 'Elders' }, []],
    [{ text: 'Teruggenomen' }, []],
    [{ text: '0%0' }, []],
    [{ text: 'Aan\\_vrager' }, []],
    [{ text: "' or 1=1 --" }, []],
    [{ text: 'Gevra', share: 'asked' }, ['Gevraagd Aan_vrager']],
    [{ text: 'Gevra', share: 'shared' }, []],
  ])('a filter takes what was typed as it stands: %j', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
    expect((await list(query)).total).toBe(expected.length);
  });

  test('an underscore is an underscore', async () => {
    expect(await names({ text: 'n_v' })).toHaveLength(7);
    expect(await names({ text: 'n%v' })).toEqual([]);
    expect(await names({ text: 'a_v' })).toEqual([]);
  });

  test('by state, and the counts are of what fits the text alone', async () => {
    expect(await names({ share: 'shared' })).toEqual(['Gedeeld Aan_vrager']);
    expect((await names({ share: 'asked' })).sort()).toEqual(['Gevraagd Aan_vrager', 'Geweigerd Aan_vrager']);
    const { counts, total } = await list({ text: 'Gew', share: 'none' });
    expect(counts).toEqual({ all: 1, shared: 0, asked: 1, none: 0 });
    expect(total).toBe(0);
  });

  test('page by page everyone comes once', async () => {
    const { given } = there;
    const full = await given.aSchool({ kind: 'mbo' });
    const opleiding = await given.anOpleiding({ school: full });
    const many = await given.pupils(120, { school: pupils.Wacht!.schoolId });
    for (const pupil of many) await given.anApplication({ pupil, to: full, opleiding });
    const agent = await there.asActor(await given.aPerson({ school: full, roles: ['intaker'] }));
    const seen: string[] = [];
    let page: ListBody = await list({}, agent);
    const froms = [page.from];
    seen.push(...page.items.map(({ pupilId }) => pupilId));
    while (page.nextPage) {
      page = await list({ page: page.nextPage }, agent);
      froms.push(page.from);
      seen.push(...page.items.map(({ pupilId }) => pupilId));
    }
    expect(froms).toEqual([1, 51, 101]);
    expect([seen.length, new Set(seen).size, page.total]).toEqual([120, 120, 120]);
    expect((await list({ page: page.previousPage }, agent)).from).toBe(51);
    const beyond = await list({ page: Buffer.from('5000').toString('base64url') }, agent);
    expect([beyond.items, beyond.total, beyond.nextPage]).toEqual([[], 120, undefined]);
  });

  test.each([
    [{ page: 'x' }, 400],
    [{ page: Buffer.from('-1').toString('base64url') }, 400],
    [{ page: Buffer.from('1e9').toString('base64url') }, 400],
    [{ page: Buffer.from('0 or 1=1').toString('base64url') }, 400],
    [{ page: Buffer.from('12345678').toString('base64url') }, 400],
    [{ page: 'x'.repeat(41) }, 422],
    [{ page: ['a', 'b'] }, 422],
    [{ text: 'a' }, 422],
    [{ share: 'alles' }, 422],
    [{ share: ['shared', 'none'] }, 422],
    [{ toSchoolId: 'x' }, 422],
    [{ 'text[]': 'a' }, 422],
    [{ __proto__x: 'a' }, 422],
  ])('bad input is refused: %j', async (query, status) => {
    expect((await reader.get('/api/v1/dossiers').query(query)).status).toBe(status);
  });

  test.each([
    [encodeURIComponent('x'.repeat(81)), 'text', 'invalid.maxLength'],
    [encodeURIComponent('a\u0000b'), 'text', 'unusable-character'],
    ['%E0%A4%A', 'text', 'words-encoding'],
  ])('bad search words are refused: %s', async (words, field, code) => {
    const answer = await reader.get('/api/v1/dossiers').set('search-words', words).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field, code }] });
  });

  test('is for intakers only', async () => {
    const { given } = there;
    for (const role of ['slb', 'mbo-care', 'staff', 'school-administrator', 'privacy-officer'] as const) {
      const agent = await there.asActor(await given.aPerson({ school: here, roles: [role] }));
      expect((await agent.get('/api/v1/dossiers')).status).toBe(403);
    }
  });

  test('with the first wall alone (row-level security off) it is the same list', async () => {
    const before = await list();
    const { rows } = await there.owner.query<{ relname: string }>(`select relname from pg_class where relrowsecurity`);
    for (const { relname } of rows) await there.owner.query(`alter table ${relname} disable row level security`);
    expect(await list()).toEqual(before);
    for (const { relname } of rows) await there.owner.query(`alter table ${relname} enable row level security`);
  });
});

describe('what a receiving school reads', () => {
  const shared = async (sections: string[], filled = true): Promise<GivenPupil> => {
    const pupil = await aPupil({ birthDate: SIXTEEN });
    await app.given.anApplication({ pupil, to: mbo, opleiding: nursing });
    await app.given.anApplication({ pupil, to: otherMbo });
    await app.given.aConsent({ pupil, to: mbo, sections });
    if (filled) {
      const activity = await app.given.anActivity({ pupil, title: 'Snuffelstage', result: 'Ik weet meer' });
      await app.given.aReflection({ pupil, activity, text: 'Dit wil ik later worden.', openedTo: ['mbo'] });
    }
    return pupil;
  };
  const read = async (pupil: { id: string }): Promise<Record<string, unknown>> =>
    (await intaker.get(`/api/v1/dossiers/${pupil.id}`).expect(200)).body as Record<string, unknown>;

  test('is field by field what was shared, and nothing beside it', async () => {
    const dossier = await read(await shared(['profile', 'school-career', 'lob', 'reflections']));
    expect(keysOf(dossier)).toEqual(
      [
        'applications',
        'basis',
        'endsOn',
        'lob',
        'notShared',
        'profile',
        'pupilId',
        'reflections',
        'schoolCareer',
        'sections',
      ].sort(),
    );
    expect(keysOf(dossier.profile)).toEqual(
      ['birthDate', 'contacts', 'givenName', 'group', 'name', 'school', 'zienswijzen'].sort(),
    );
    const { contacts } = dossier.profile as { contacts: Record<string, unknown>[] };
    expect(contacts.map(({ name, role }) => [name, role])).toEqual([
      ['Mia Mentor', 'mentor'],
      ['Dirk Decaan', 'decaan'],
    ]);
    expect(keysOf(contacts[0])).toEqual(['email', 'name', 'phone', 'role']);
    expect(keysOf((dossier.schoolCareer as unknown[])[0])).toEqual(
      ['group', 'leerweg', 'profiel', 'school', 'schoolYear', 'year', 'zienswijzen'].sort(),
    );
    expect(keysOf((dossier.reflections as unknown[])[0])).toEqual([
      'activityId',
      'id',
      'openedTo',
      'text',
      'version',
      'writtenOn',
    ]);
    const text = JSON.stringify(dossier);
    for (const never of ['email":"leerling', 'pupilNumber', 'accountId', 'guardian_sections', 'Sanne'])
      expect(text).not.toContain(never);
  });

  test('of the applications only those at that school', async () => {
    const { applications } = (await read(await shared(['lob']))) as { applications: { opleiding: string }[] };
    expect(applications.map(({ opleiding }) => opleiding)).toEqual(['Verpleegkundige']);
  });

  test('what is not shared is named without saying whether it exists', async () => {
    const filled = await read(await shared(['profile'], true));
    const empty = await read(await shared(['profile'], false));
    const unnamed = (dossier: object): object => ({ ...dossier, pupilId: '', profile: {} });
    expect(unnamed(filled)).toEqual(unnamed(empty));
    expect(filled.notShared).toEqual(['school-career', 'lob', 'reflections']);
    expect(keysOf(filled)).toEqual(
      ['applications', 'basis', 'endsOn', 'notShared', 'profile', 'pupilId', 'sections'].sort(),
    );
  });

  test('a dossier that is not for him answers in every way as one that is not there', async () => {
    const notShared = await aPupil();
    await app.given.anApplication({ pupil: notShared, to: mbo, opleiding: nursing });
    const notApplied = await aPupil();
    await app.given.aConsent({ pupil: notApplied, to: mbo });
    const ended = await aPupil();
    await app.given.anApplication({ pupil: ended, to: mbo, opleiding: carpentry });
    await app.given.aConsent({ pupil: ended, to: mbo, withdrawnAt: '2026-11-16T09:00:00Z' });
    const answers = [];
    for (const id of [notShared.id, notApplied.id, ended.id, randomUUID()]) {
      const answer = await intaker.get(`/api/v1/dossiers/${id}`);
      const headers = { ...(answer.headers as Record<string, string>), date: '', 'x-request-id': '' };
      answers.push({ status: answer.status, body: answer.body as unknown, headers });
    }
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test('two shares add up, each as long as it lasts', async () => {
    const pupil = await shared(['lob']);
    await app.given.aConsent({ pupil, to: mbo, sections: ['profile'], validUntil: '2026-11-16T10:00:01Z' });
    expect((await read(pupil)).sections).toEqual(['profile', 'lob']);
    await app.clock.advance({ seconds: 1 });
    expect((await read(pupil)).sections).toEqual(['lob']);
  });

  test('a reflection is opened to the mbo, or it stays at home, also when the section is shared', async () => {
    const pupil = await shared(['reflections']);
    await app.given.aReflection({ pupil, text: 'Alleen voor school.', openedTo: ['school', 'guardian'] });
    await app.given.aReflection({ pupil, text: 'Voor niemand.' });
    const { reflections } = (await read(pupil)) as { reflections: { text: string }[] };
    expect(reflections.map(({ text }) => text)).toEqual(['Dit wil ik later worden.']);
  });

  test('what was removed is gone there too', async () => {
    const pupil = await shared(['lob']);
    await app.given.anActivity({ pupil, title: 'Weg', removedAt: '2026-11-10T10:00:00Z' });
    expect(((await read(pupil)).lob as { title: string }[]).map(({ title }) => title)).toEqual(['Snuffelstage']);
  });
});

describe('what is read at home', () => {
  const read = async (agent: Agent, pupil: { id: string }): Promise<Record<string, unknown>> =>
    (await agent.get(`/api/v1/dossiers/${pupil.id}`).expect(200)).body as Record<string, unknown>;

  test('a teacher sees name and group, and what he logged himself', async () => {
    const pupil = await aPupil();
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aTeacher({ group, school, person: person.id });
    await app.given.anApplication({ pupil, to: mbo, opleiding: nursing });
    await app.given.anActivity({ pupil, title: 'Van de leerling' });
    await app.given.anActivity({ pupil, title: 'Van deze docent', by: person.id });
    const dossier = await read(await app.asActor(person), pupil);
    expect(dossier.profile).toEqual({
      name: pupil.name,
      givenName: 'Noor',
      birthDate: null,
      school: 'Vaarcollege',
      group: '4A',
      contacts: [],
      zienswijzen: [],
    });
    expect((dossier.lob as { title: string }[]).map(({ title }) => title)).toEqual(['Van deze docent']);
    expect([dossier.schoolCareer, dossier.reflections, dossier.applications]).toEqual([undefined, undefined, []]);
  });

  test('an administrator sees the roster and no dossier', async () => {
    const pupil = await aPupil();
    await app.given.anActivity({ pupil });
    const person = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const dossier = await read(await app.asActor(person), pupil);
    expect(keysOf(dossier)).toEqual(
      ['applications', 'basis', 'endsOn', 'notShared', 'profile', 'pupilId', 'sections'].sort(),
    );
    expect(dossier.applications).toEqual([]);
    expect((dossier.profile as { contacts: unknown[] }).contacts).toEqual([]);
  });

  test('of several roles the one with most sight counts, section by section', async () => {
    const pupil = await aPupil();
    const person = await app.given.aPerson({ school, roles: ['school-administrator', 'care-coordinator'] });
    await app.given.aTeacher({ group, school, person: person.id });
    const dossier = await read(await app.asActor(person), pupil);
    expect(dossier.sections).toEqual(['profile', 'school-career', 'lob']);
    expect((dossier.profile as { birthDate: string }).birthDate).toBe(FIFTEEN);
    expect(dossier.reflections).toBeUndefined();
  });

  test('a guardian of two pupils reads each by its own age and openings', async () => {
    const young = await aPupil();
    const both = young.guardians[0]!;
    const older = await aPupil({ birthDate: SIXTEEN, guardians: [{ person: both.id }], guardianSections: ['lob'] });
    const agent = await app.asActor(both, { school: null });
    expect((await read(agent, young)).sections).toEqual(['profile', 'school-career', 'lob', 'reflections']);
    expect((await read(agent, older)).sections).toEqual(['lob']);
    expect((await read(agent, older)).applications).toEqual([]);
  });

  test('the same person as decaan sees the school, as guardian the own child, and never both in one session', async () => {
    const person = await app.given.aPerson({ school, roles: ['decaan'] });
    const elsewhere = await app.given.aSchool();
    const child = await app.given.aPupil({ school: elsewhere, birthDate: FIFTEEN, guardians: [{ person: person.id }] });
    const pupil = await aPupil();
    const asDecaan = await app.asActor(person);
    const asGuardian = await app.asActor(person, { school: null });
    expect((await read(asDecaan, pupil)).basis).toBe('school-role');
    expect((await asDecaan.get(`/api/v1/dossiers/${child.id}`)).status).toBe(404);
    expect((await read(asGuardian, child)).basis).toBe('custody');
    expect((await asGuardian.get(`/api/v1/dossiers/${pupil.id}`)).status).toBe(404);
  });

  test('someone who works at two schools is at one of them at a time', async () => {
    const other = await app.given.aSchool();
    const person = await app.given.aPerson({
      roles: [
        { role: 'decaan', school },
        { role: 'decaan', school: other },
      ],
    });
    const there = await app.given.aPupil({ school: other });
    const here = await aPupil();
    const atHome = await app.asActor(person, { school });
    const away = await app.asActor(person, { school: other });
    await read(atHome, here);
    await read(away, there);
    expect((await atHome.get(`/api/v1/dossiers/${there.id}`)).status).toBe(404);
    expect((await away.get(`/api/v1/dossiers/${here.id}`)).status).toBe(404);
  });
});

describe('groups and their pupils', () => {
  test('each sees the groups and pupils that are his', async () => {
    const { given } = app;
    const own = await given.aSchool();
    const first = await given.aGroup({ school: own, name: '1A' });
    const second = await given.aGroup({ school: own, name: '1B' });
    const [ofMentor, mate] = (await given.pupils(2, { school: own, group: first })) as [GivenPupil, GivenPupil];
    await given.aPupil({ school: own, group: second });
    await given.aPupil({ school: own, group: second, leftOn: '2026-10-01' });
    const mentorHere = await given.aPerson({ school: own, roles: ['staff'] });
    await given.aMentor(ofMentor, mentorHere.id);
    const teacher = await given.aPerson({ school: own, roles: ['staff'] });
    await given.aTeacher({ group: second, school: own, person: teacher.id });
    const decaan = await given.aPerson({ school: own, roles: ['decaan'] });
    const groupsOf = async (person: GivenPerson): Promise<[string, number][]> => {
      const answer = await (await app.asActor(person)).get('/api/v1/groups').expect(200);
      return (answer.body as { name: string; pupils: number }[]).map(({ name, pupils }) => [name, pupils]);
    };
    expect(await groupsOf(decaan)).toEqual([
      ['1A', 2],
      ['1B', 1],
    ]);
    expect(await groupsOf(mentorHere)).toEqual([['1A', 1]]);
    expect(await groupsOf(teacher)).toEqual([['1B', 1]]);
    const asMentor = await app.asActor(mentorHere);
    const answer = await asMentor.get(`/api/v1/groups/${first}/pupils`).expect(200);
    const seen = answer.body as { group: { pupils: number }; pupils: { id: string }[] };
    expect(seen.pupils.map(({ id }) => id)).toEqual([ofMentor.id]);
    expect(seen.group.pupils).toBe(1); // not that there is another
    expect(answer.text).not.toContain(mate.id);
    expect((await asMentor.get(`/api/v1/groups/${second}/pupils`)).status).toBe(404);
    expect((await (await app.asActor(teacher)).get(`/api/v1/groups/${first}/pupils`)).status).toBe(404);
  });
});
