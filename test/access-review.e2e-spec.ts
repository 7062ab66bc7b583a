import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { listOf } from './support/search.js';

/** What the privacy officer searches, takes along and looks into. */
let app: TestApp;
let school: string;
let otherSchool: string;
let mbo: string;
let officer: Agent;
let officerElsewhere: Agent;
let officerPerson: GivenPerson;
let browser: Agent;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ name: 'Veldzicht College' });
  otherSchool = await given.aSchool();
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarlanden' });
  officerPerson = await given.aPerson({
    school,
    roles: ['privacy-officer'],
    givenName: 'Frida',
    familyName: 'Gerrits',
  });
  officer = await app.asActor(officerPerson);
  browser = await app.asBrowser(officerPerson);
  officerElsewhere = await app.asActor(await given.aPerson({ school: otherSchool, roles: ['privacy-officer'] }));
});
afterAll(() => app.close());

interface Act {
  by?: string | null;
  role?: string;
  at: string;
  pupil?: string;
  action?: string;
  outcome?: string;
  basis?: string | null;
  actorSchool?: string | null;
  home?: string;
  subjects?: string[];
  reason?: string;
}
let seq = 1_000_000;
/** Rows of the audit at a moment of choice: how they are chained is not what is looked at here. */
async function acts(...rows: Act[]): Promise<void> {
  await app.owner.query(
    `insert into audit_event (chain_id, seq, chain, at, request_id, actor_id, actor_role, actor_school_id, action, outcome, sections,
       basis, reason, pupil_ids, subject_ids, school_id, prev_hash, hash, form)
     select coalesce(x.pupil, x.home), x.seq, case when x.pupil is null then 'school' else 'pupil' end, x.at, gen_random_uuid(),
            x.by, x.role, x."actorSchool", x.action, x.outcome, '{profile}', x.basis, x.reason, '{}', coalesce(x.subjects, '{}'), x.home, '', '', 2
       from jsonb_to_recordset($1) as x(pupil uuid, home uuid, seq bigint, at timestamptz, by uuid, role text, "actorSchool" uuid,
         action text, outcome text, basis text, reason text, subjects uuid[])`,
    [
      JSON.stringify(
        rows.map((row) => ({
          role: 'decaan',
          action: 'section.read',
          outcome: 'allowed',
          basis: 'school-role',
          home: school,
          actorSchool: school,
          ...row,
          seq: (seq += 1000), // the service goes on from the last one
        })),
      ),
    ],
  );
}
interface Found {
  kind: string;
  actorId: string;
  day: string;
  who: string;
  role: string;
  school: string | null;
  times: number;
  pupils: number;
  here: number;
  pupilNumbers: string[];
  firstAt: string;
  review: { outcome: string; note: string; by: string } | null;
  version: number;
}
const findings = async (query: object = {}, agent = officer): Promise<Found[]> =>
  ((await agent.get('/api/v1/unusual-access').query(query).expect(200)).body as { items: Found[] }).items;
const of = async (person: string, query: object = {}): Promise<Found[]> =>
  (await findings(query)).filter(({ actorId }) => actorId === person);
const kinds = (found: Found[]): string[] => found.map(({ kind }) => kind).sort();
const aDecaan = (familyName = 'Kok'): Promise<GivenPerson> =>
  app.given.aPerson({ school, roles: ['decaan'], givenName: 'Dirk', familyName });
const numberOf = async (pupil: GivenPupil): Promise<string> =>
  (await app.owner.query<{ n: string }>('select pupil_number as n from pupil where id = $1', [pupil.id])).rows[0]!.n;

/** A Tuesday in the third lesson; winter time. */
const tuesday = '2026-11-10T11:00:00+01:00';

describe('unusual access', () => {
  test('an ordinary day of a decaan, a mentor and an intaker is not unusual', async () => {
    const pupils = await app.given.pupils(45, { school });
    const decaan = await aDecaan();
    const mentor = await app.given.aPerson({ school, roles: ['staff'] });
    const intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
    await app.given.aMentor(pupils, mentor.id);
    await acts(
      ...pupils.slice(0, 39).map(({ id }) => ({ by: decaan.id, at: tuesday, pupil: id })),
      ...pupils.map(({ id }) => ({ by: mentor.id, role: 'mentor', basis: 'mentor', at: tuesday, pupil: id })),
      ...pupils.map(({ id }) => ({
        by: intaker.id,
        role: 'intaker',
        basis: 'consent',
        actorSchool: mbo,
        at: tuesday,
        pupil: id,
      })),
    );
    for (const { id } of [decaan, mentor, intaker]) expect(await of(id)).toEqual([]);
  });

  test('forty dossiers in a day by a role alone are many; those of pupils whom one mentors or teaches are not counted', async () => {
    const group = await app.given.aGroup({ school });
    const strangers = await app.given.pupils(40, { school });
    const own = await app.given.pupils(10, { school });
    const taught = await app.given.pupils(10, { school, group });
    const [decaan, quiet] = [await aDecaan(), await aDecaan()];
    for (const { id } of [decaan, quiet]) {
      await app.given.aMentor(own, id);
      await app.given.aTeacher({ group, school, person: id });
    }
    await acts(...strangers.map(({ id }) => ({ by: decaan.id, at: tuesday, pupil: id })));
    await acts({ by: decaan.id, at: tuesday, pupil: strangers[0]!.id });
    await acts(
      ...[...strangers.slice(0, 39), ...own, ...taught].map(({ id }) => ({ by: quiet.id, at: tuesday, pupil: id })),
    );
    expect(await of(decaan.id)).toEqual([
      expect.objectContaining({
        kind: 'outside',
        day: '2026-11-10',
        who: 'Dirk Kok',
        role: 'decaan',
        school: 'Veldzicht College',
        times: 41,
        pupils: 40,
        here: 40,
        pupilNumbers: [],
        review: null,
        version: 0,
      }),
    ]);
    expect(await of(quiet.id)).toEqual([]);
  });

  test('more than two hundred in a day by one account, over whatever schools; each school hears how many are its own', async () => {
    const here = await app.given.pupils(101, { school });
    const there = await app.given.pupils(100, { school: otherSchool });
    const intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
    const careful = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
    const reads = (by: string, from: GivenPupil[], home: string): Act[] =>
      from.map(({ id }) => ({ by, role: 'intaker', basis: 'consent', actorSchool: mbo, at: tuesday, pupil: id, home }));
    await acts(...reads(intaker.id, here, school), ...reads(intaker.id, there, otherSchool));
    await acts(...reads(careful.id, here.slice(1), school), ...reads(careful.id, there, otherSchool));
    expect(await of(intaker.id)).toEqual([
      expect.objectContaining({ kind: 'many', pupils: 201, here: 101, school: 'ROC Vaarlanden' }),
    ]);
    expect(await of(careful.id)).toEqual([]);
    expect(await findings({}, officerElsewhere)).toEqual([
      expect.objectContaining({ actorId: intaker.id, pupils: 201, here: 100 }),
    ]);
  });

  test.each([
    ['2026-11-10T21:59:59+01:00', []],
    ['2026-11-10T22:00:00+01:00', [['night', '2026-11-10']]],
    ['2026-11-11T00:30:00+01:00', [['night', '2026-11-10']]],
    ['2026-11-11T05:59:59+01:00', [['night', '2026-11-10']]],
    ['2026-11-11T06:00:00+01:00', []],
    ['2026-07-01T22:30:00+02:00', [['night', '2026-07-01']]],
    ['2026-07-01T21:30:00+02:00', []],
    ['2026-11-13T23:00:00+01:00', [['night', '2026-11-13']]],
    ['2026-11-14T06:00:00+01:00', [['weekend', '2026-11-14']]],
    ['2026-11-15T21:59:00+01:00', [['weekend', '2026-11-15']]],
    ['2026-11-16T06:00:00+01:00', []],
  ])('looking at %s is %j', async (at, expected) => {
    const decaan = await aDecaan();
    const [pupil] = await app.given.pupils(1, { school });
    await acts({ by: decaan.id, at, pupil: pupil!.id }, { by: decaan.id, at, action: 'list.read', basis: null });
    const around = { from: '2026-07-01', until: '2026-07-31' };
    const found = await of(decaan.id, at.startsWith('2026-07') ? around : {});
    expect(found.map(({ kind, day }) => [kind, day])).toEqual(expected);
    for (const one of found) expect(one).toMatchObject({ times: 2, pupils: 1 });
  });

  test('a pupil or guardian who looks at night is at home', async () => {
    const [pupil] = await app.given.pupils(1, { school });
    await acts({ by: pupil!.id, role: 'pupil', basis: 'own', at: '2026-11-10T23:00:00+01:00', pupil: pupil!.id });
    expect(await of(pupil!.id)).toEqual([]);
  });

  test('a namesake, whatever the capitals, told by number and without a name', async () => {
    const decaan = await aDecaan('Zonderland');
    const namesake = await app.given.aPupil({ school, familyName: 'ZONDERLAND' });
    const other = await app.given.aPupil({ school, familyName: 'Zonder' });
    await acts({ by: decaan.id, at: tuesday, pupil: namesake.id }, { by: decaan.id, at: tuesday, pupil: other.id });
    const answer = await officer.get('/api/v1/unusual-access').expect(200);
    const found = (answer.body as { items: Found[] }).items.filter(({ actorId }) => actorId === decaan.id);
    expect(found).toEqual([
      expect.objectContaining({ kind: 'namesake', times: 1, pupils: 1, pupilNumbers: [await numberOf(namesake)] }),
    ]);
    for (const secret of [namesake.id, 'ZONDERLAND', namesake.name]) expect(answer.text).not.toContain(secret);
  });

  test('five refusals in a day, also of a pupil, and without his name', async () => {
    const decaan = await aDecaan();
    const [pupil] = await app.given.pupils(1, { school });
    const refused = (n: number, more: Partial<Act>): Act[] =>
      Array.from({ length: n }, () => ({
        at: tuesday,
        outcome: 'refused',
        action: 'access.refused',
        basis: null,
        ...more,
      }));
    await acts(...refused(4, { by: decaan.id }));
    expect(await of(decaan.id)).toEqual([]);
    await acts(
      ...refused(1, { by: decaan.id, action: 'route.refused' }),
      ...refused(5, { by: pupil!.id, role: 'pupil', pupil: pupil!.id }),
    );
    expect(await of(decaan.id)).toEqual([expect.objectContaining({ kind: 'refused', times: 5 })]);
    expect(await of(pupil!.id)).toEqual([
      expect.objectContaining({ kind: 'refused', times: 5, who: '', role: 'pupil' }),
    ]);
  });

  test('ten wrong passwords for one account, by whoever it was', async () => {
    const decaan = await aDecaan();
    await acts(
      ...Array.from({ length: 10 }, () => ({
        by: null,
        role: 'none',
        actorSchool: null,
        basis: null,
        at: tuesday,
        action: 'session.failed',
        outcome: 'refused',
        subjects: [decaan.id],
      })),
    );
    expect(await of(decaan.id)).toEqual([expect.objectContaining({ kind: 'failed', times: 10, who: 'Dirk Kok' })]);
  });

  test('codes for a pupil and a guardian by one person, and an answer about consent within fourteen days', async () => {
    const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T11:00:00+01:00`;
    const family = (): Promise<GivenPupil> => app.given.aPupil({ school, guardians: [{}] });
    const issued = (by: GivenPerson, day: number, pupil: GivenPupil, whose: string[], reason?: string): Act => ({
      by: by.id,
      role: 'mentor',
      at: at(day),
      pupil: pupil.id,
      action: 'activation.issued',
      basis: 'mentor',
      subjects: whose,
      reason,
    });
    const answered = (day: number, pupil: GivenPupil): Act => ({
      by: pupil.id,
      role: 'pupil',
      at: at(day),
      pupil: pupil.id,
      action: 'consent.answered',
      basis: 'own',
    });
    const [mentor, ordinary, late] = [await aDecaan(), await aDecaan(), await aDecaan()];
    const pupils = [await family(), await family(), await family(), await family()] as const;
    const [both, first, two, old] = pupils;
    const mother = ({ guardians }: GivenPupil): string => guardians[0]!.id;
    await acts(
      issued(mentor, 2, both, [both.id], 'reset'),
      issued(mentor, 3, both, [mother(both)], 'reset'),
      answered(10, both),
      issued(ordinary, 2, first, [first.id, mother(first)]), // the first letters of a class
      answered(10, first),
      issued(ordinary, 2, two, [two.id], 'reset'),
      issued(late, 3, two, [mother(two)], 'reset'), // another colleague
      answered(10, two),
      issued(late, 1, old, [old.id], 'reset'),
      issued(late, 1, old, [mother(old)], 'reset'),
      answered(15, old),
    );
    const found = [
      expect.objectContaining({ kind: 'letters', day: '2026-11-10', pupils: 1, pupilNumbers: [await numberOf(both)] }),
    ];
    expect(await of(mentor.id)).toEqual(found);
    expect(await of(mentor.id, { from: '2026-11-09' })).toEqual(found);
    expect([...(await of(ordinary.id)), ...(await of(late.id))]).toEqual([]);
    const page = await browser.get('/inzage/opvallend').expect(200);
    expect(page.text).toContain('Vraag na of zij zelf antwoord gaven');
  });

  test('several searches for an emergency on a day on which none was opened', async () => {
    const search = { action: 'emergency.searched', role: 'staff', basis: null };
    const [curious, twice, helper] = [await aDecaan(), await aDecaan(), await aDecaan()];
    const [pupil] = await app.given.pupils(1, { school });
    await acts(
      ...[1, 2, 3].flatMap(() => [curious, helper].map(({ id }) => ({ ...search, by: id, at: tuesday }))),
      ...[1, 2].map(() => ({ ...search, by: twice.id, at: tuesday })),
      { ...search, action: 'emergency.opened', by: helper.id, at: tuesday, pupil: pupil!.id },
    );
    expect(await of(curious.id)).toEqual([expect.objectContaining({ kind: 'searched', times: 3, pupils: 0 })]);
    expect([await of(twice.id), await of(helper.id)]).toEqual([[], []]);
    const page = await browser.get('/inzage/opvallend').expect(200);
    expect(page.text).toContain('3 keer een leerling voor noodtoegang');
  });

  test('whose parent a colleague is, is not read off', async () => {
    const colleague = await aDecaan();
    const [own, other] = await app.given.pupils(2, { school });
    await acts(
      { by: colleague.id, role: 'guardian', basis: 'custody', actorSchool: null, at: tuesday, pupil: own!.id },
      { by: colleague.id, at: tuesday, pupil: other!.id },
    );
    for (const query of [{}, { role: 'guardian' }, { role: 'decaan' }]) {
      const answer = await officer
        .get('/api/v1/audit-events')
        .query({ actorId: colleague.id, ...query })
        .expect(200);
      const { items } = answer.body as { items: { role: string; pupilNumber: string }[] };
      const wanted = 'role' in query && query.role === 'guardian' ? [] : [['decaan', await numberOf(other!)]];
      expect(items.map(({ role, pupilNumber }) => [role, pupilNumber])).toEqual(wanted);
    }
  });

  test('is of the own school alone, of the asked period, and looking at it is on record', async () => {
    const decaan = await aDecaan();
    const [pupil] = await app.given.pupils(1, { school });
    await acts({ by: decaan.id, at: '2026-10-10T23:00:00+02:00', pupil: pupil!.id });
    expect(await of(decaan.id)).toEqual([]);
    expect(kinds(await of(decaan.id, { from: '2026-10-10', until: '2026-10-10' }))).toEqual(['night']);
    expect(await findings({ from: '2026-10-10', until: '2026-10-10' }, officerElsewhere)).toEqual([]);
    const { rows } = await app.owner.query(
      `select chain_id, reason, actor_id from audit_event where action = 'audit.read' order by at desc limit 2`,
    );
    expect(rows).toContainEqual({ chain_id: school, reason: 'unusual', actor_id: officerPerson.id });
    for (const wrong of [{ from: '2026-02-30' }, { until: 'x' }, { all: 'misschien' }, { kind: 'night' }])
      expect((await officer.get('/api/v1/unusual-access').query(wrong)).status).toBe(422);
  });

  test('the function behind it answers nobody but a privacy officer, and to him of his school', async () => {
    const ask = (who: GivenPerson | GivenPupil): Promise<number | 'refused'> =>
      app.sql.tried(who, `select from unusual_access('2026-10-01', '2026-11-16', 40, 200, 5, 10)`);
    const decaan = await aDecaan();
    const night = await app.given.pupils(1, { school });
    await acts({ by: decaan.id, at: '2026-11-10T23:00:00+01:00', pupil: night[0]!.id });
    expect(await ask(officerPerson)).toBeGreaterThan(0);
    expect(await ask(decaan)).toBe(0);
    expect(await ask(night[0]!)).toBe(0);
  });
});

describe('looking into it', () => {
  let decaan: GivenPerson;
  const path = '/api/v1/unusual-access/review';
  beforeEach(async () => {
    decaan = await aDecaan();
    const [pupil] = await app.given.pupils(1, { school });
    await acts({ by: decaan.id, at: '2026-11-10T23:00:00+01:00', pupil: pupil!.id });
  });
  const review = (
    agent: Agent,
    version: number,
    body: object = { outcome: 'in-order', note: 'Was op kamp met de klas.' },
    key: object = {},
  ) =>
    agent
      .put(path)
      .set('if-match', `"${version}"`)
      .send({ kind: 'night', actorId: decaan.id, day: '2026-11-10', ...body, ...key });

  test('what is in order leaves the list, what is followed up stays; with who said so, and on record without the note', async () => {
    await review(officer, 0).expect(204);
    expect(await of(decaan.id)).toEqual([]);
    const [one] = await of(decaan.id, { all: true });
    expect(one).toMatchObject({
      version: 1,
      review: { outcome: 'in-order', note: 'Was op kamp met de klas.', by: 'Frida Gerrits' },
    });
    await review(officer, 1, { outcome: 'follow-up', note: 'Toch nog navragen.' }).expect(204);
    expect(await of(decaan.id)).toEqual([
      expect.objectContaining({ version: 2, review: expect.objectContaining({ outcome: 'follow-up' }) as object }),
    ]);
    const { rows } = await app.owner.query<{ reason: string; row: string }>(
      `select reason, e::text as row from audit_event e where action = 'unusual.reviewed' and $1 = any(subject_ids) order by seq`,
      [decaan.id],
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['night in-order', 'night follow-up']);
    for (const { row } of rows) expect(row).not.toMatch(/kamp|navragen/);
  });

  test('of two who write at once the second sees what the first wrote', async () => {
    const answers = await Promise.all([review(officer, 0), review(officer, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 412]);
    expect((await review(officer, 0)).status).toBe(412);
    const body = { kind: 'night', actorId: decaan.id, day: '2026-11-10', outcome: 'in-order', note: 'Goed' };
    expect((await officer.put(path).send(body)).status).toBe(428);
  });

  test('what the audit does not say cannot be looked into, nor what is of another school', async () => {
    const good = { outcome: 'in-order', note: 'Goed' };
    for (const wrong of [{ kind: 'weekend' }, { day: '2026-11-11' }, { actorId: randomUUID() }])
      expect([wrong, (await review(officer, 0, good, wrong)).status]).toEqual([wrong, 404]);
    for (const wrong of [{ kind: 'onzin' }, { day: '2026-02-30' }, { day: 'gisteren' }, { actorId: 'x' }])
      expect([wrong, (await review(officer, 0, good, wrong)).status]).toEqual([wrong, 422]);
    for (const page of [
      `weekend/${decaan.id}/2026-11-10`,
      `night/${decaan.id}/2026-11-11`,
      `night/${randomUUID()}/2026-11-10`,
      `onzin/${decaan.id}/2026-11-10`,
      `night/${decaan.id}/2026-02-30`,
      `night/x/2026-11-10`,
    ])
      expect([page, (await browser.get(`/inzage/opvallend/${page}`)).status]).toEqual([page, 404]);
    expect((await review(officerElsewhere, 0)).status).toBe(404);
    const asDecaan = await app.asActor(decaan);
    expect((await asDecaan.get('/api/v1/unusual-access')).status).toBe(403);
    expect((await review(asDecaan, 0)).status).toBe(403);
  });

  test('bad input is refused', async () => {
    for (const body of [
      {},
      { outcome: 'in-order' },
      { outcome: 'weet niet', note: 'Goed hoor' },
      { outcome: 'in-order', note: '  ' },
      { outcome: 'in-order', note: 'x'.repeat(501) },
      { outcome: 'in-order', note: 'Goed hoor', schoolId: otherSchool },
    ])
      expect([body, (await review(officer, 0, body)).status]).toEqual([body, 422]);
  });

  test('on the pages: found, explained in a sentence, opened, written down', async () => {
    const list = await browser.get('/inzage/opvallend').expect(200);
    expect(list.text).toContain('In de nacht van 10 november 2026 keek deze persoon 1 keer in dossiers of lijsten');
    const page = `/inzage/opvallend/night/${decaan.id}/2026-11-10`;
    expect(list.text).toContain(`href="${page}"`);
    const one = await browser.get(page).expect(200);
    expect(one.text).toContain('zag onderdelen van een dossier');
    const send = (body: object) =>
      browser
        .post(page)
        .type('form')
        .send({ idempotencyKey: newKey(), version: '0', ...body });
    const without = await send({ outcome: 'in-order', note: '' });
    expect(without.status).toBe(422);
    expect(without.text).toContain('Schrijf minstens één zin');
    expect((await send({ outcome: 'in-order', note: 'Was op kamp.' })).headers.location).toBe('/inzage/opvallend');
    const late = await send({ outcome: 'follow-up', note: 'Ik was later.' });
    expect(late.status).toBe(412);
    expect(late.text).toContain('Ik was later.');
    expect(late.text).toContain('Was op kamp.');
    expect((await browser.get('/inzage/opvallend?all=on').expect(200)).text).toContain('in orde');
  });
});

describe('searching the audit', () => {
  interface Event {
    at: string;
    who: string;
    actorId: string | null;
    role: string;
    action: string;
    outcome: string;
    reason: string | null;
    onBehalfOf: string | null;
    pupilNumber: string | null;
  }
  interface Page {
    items: Event[];
    nextPage?: string;
    previousPage?: string;
  }
  let where: string;
  let agent: Agent;
  let one: GivenPerson;
  let two: GivenPerson;
  let intaker: GivenPerson;
  let pupils: GivenPupil[];
  const search = async ({
    pupilNumber,
    ...query
  }: { pupilNumber?: string; [field: string]: unknown } = {}): Promise<Page> =>
    (await listOf(agent, '/api/v1/audit-events', query, pupilNumber).expect(200)).body as Page;
  const found = async (query: Record<string, unknown>): Promise<string[]> =>
    (await search(query)).items
      .filter(({ action }) => action !== 'audit.read')
      .map(({ who, action }) => `${who} ${action}`);

  beforeAll(async () => {
    where = await app.given.aSchool();
    agent = await app.asActor(await app.given.aPerson({ school: where, roles: ['privacy-officer'] }));
    one = await app.given.aPerson({ school: where, roles: ['decaan'], givenName: 'Een', familyName: 'Eerste' });
    two = await app.given.aPerson({ school: where, roles: ['decaan'], givenName: 'Twee', familyName: 'Tweede' });
    intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'], givenName: 'Ina', familyName: 'Mbo' });
    pupils = await app.given.pupils(2, { school: where });
    const own = { home: where, actorSchool: where };
    await acts(
      { ...own, by: one.id, at: '2026-11-02T00:00:00+01:00', pupil: pupils[0]!.id },
      { ...own, by: one.id, at: '2026-11-03T23:59:59+01:00', pupil: pupils[1]!.id },
      { ...own, by: two.id, at: '2026-11-04T00:00:00+01:00', action: 'activity.logged', pupil: pupils[0]!.id },
      {
        ...own,
        by: two.id,
        at: '2026-11-05T12:00:00+01:00',
        action: 'access.refused',
        outcome: 'refused',
        basis: null,
      },
      {
        ...own,
        actorSchool: mbo,
        by: intaker.id,
        role: 'intaker',
        basis: 'consent',
        at: '2026-11-06T12:00:00+01:00',
        pupil: pupils[0]!.id,
      },
    );
  });

  test('by period (days in Dutch time), person, role, school, pupil, action and outcome', async () => {
    expect(await found({})).toHaveLength(5);
    expect(await found({ from: '2026-11-02', until: '2026-11-03' })).toEqual([
      'Een Eerste section.read',
      'Een Eerste section.read',
    ]);
    expect(await found({ from: '2026-11-04', until: '2026-11-04' })).toEqual(['Twee Tweede activity.logged']);
    expect(await found({ until: '2026-11-01' })).toEqual([]);
    expect(await found({ actorId: two.id })).toEqual(['Twee Tweede access.refused', 'Twee Tweede activity.logged']);
    expect(await found({ role: 'intaker' })).toEqual(['Ina Mbo section.read']);
    expect(await found({ schoolId: mbo })).toEqual(['Ina Mbo section.read']);
    expect(await found({ pupilNumber: await numberOf(pupils[1]!) })).toEqual(['Een Eerste section.read']);
    expect(await found({ action: 'activity.logged' })).toEqual(['Twee Tweede activity.logged']);
    expect(await found({ outcome: 'refused' })).toEqual(['Twee Tweede access.refused']);
    expect(await found({ actorId: one.id, outcome: 'refused' })).toEqual([]);
    expect(await found({ unusual: true })).toEqual(
      ['Twee Tweede activity.logged', 'Een Eerste section.read', 'Een Eerste section.read'].slice(1),
    );
  });

  test('a pupil of another school is not found by number', async () => {
    const elsewhere = await app.given.aPupil({ school: otherSchool });
    await acts({ by: one.id, at: tuesday, pupil: elsewhere.id, home: otherSchool });
    expect(await found({ pupilNumber: await numberOf(elsewhere) })).toEqual([]);
  });

  test('whom it was about when one pupil was searched is on record', async () => {
    await search({ pupilNumber: await numberOf(pupils[0]!) });
    const { rows } = await app.owner.query(
      `select subject_ids from audit_event where chain_id = $1 and action = 'audit.read' order by seq desc limit 1`,
      [where],
    );
    expect(rows).toEqual([{ subject_ids: [pupils[0]!.id] }]);
  });

  test('there and back through the pages everything comes once, also what was written at one moment, and new rows move nothing', async () => {
    const school = await app.given.aSchool();
    agent = await app.asActor(await app.given.aPerson({ school, roles: ['privacy-officer'] }));
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    const many = await app.given.pupils(130, { school });
    await acts(
      ...many.map(({ id }, i) => ({
        by: decaan.id,
        pupil: id,
        home: school,
        actorSchool: school,
        at: i < 120 ? tuesday : '2026-11-09T11:00:00+01:00',
      })),
    );
    const query = { actorId: decaan.id };
    const seen: string[] = [];
    const pages: string[][] = [];
    let page = await search(query);
    for (;;) {
      pages.push(page.items.map(({ pupilNumber }) => pupilNumber!));
      seen.push(...pages.at(-1)!);
      if (!page.nextPage) break;
      await acts({
        by: decaan.id,
        pupil: many[0]!.id,
        home: school,
        actorSchool: school,
        at: '2026-11-11T11:00:00+01:00',
      });
      page = await search({ ...query, page: page.nextPage });
    }
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 30]);
    expect(new Set(seen).size).toBe(130);
    page = await search({ ...query, page: page.previousPage });
    expect(page.items.map(({ pupilNumber }) => pupilNumber)).toEqual(pages[1]);
    page = await search({ ...query, page: page.previousPage });
    expect(page.items.map(({ pupilNumber }) => pupilNumber)).toEqual(pages[0]);
    page = await search({ ...query, page: page.previousPage });
    expect(page.items).toHaveLength(2); // what came meanwhile
    expect(page.previousPage).toBeUndefined();
    expect(page.nextPage).toBeDefined();
  });

  test('a page costs a page: the rows come in the order of an index, however many there are', async () => {
    const school = await app.given.aSchool();
    const person = await app.given.aPerson({ school, roles: ['privacy-officer'] });
    await app.owner.query(
      `insert into audit_event (chain_id, seq, chain, at, request_id, actor_id, actor_role, action, outcome, sections, pupil_ids,
         subject_ids, school_id, prev_hash, hash, form)
       select $1, n, 'school', timestamptz '2026-01-01' + n * interval '1 minute', gen_random_uuid(), gen_random_uuid(), 'decaan',
              'list.read', 'allowed', '{}', '{}', '{}', case n % 3 when 0 then $2::uuid else $1 end, '', '', 2 from generate_series(1, 60000) n`,
      [school, otherSchool],
    );
    await app.owner.query('analyze audit_event');
    const { rows } = await app.sql.in(person, (client) =>
      client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, costs off, timing off, summary off) select * from audit_event e
        where e.school_id = $1 and e.at >= '-infinity' and e.at < 'infinity'
          and (e.at, e.chain_id, e.seq) < ('2026-02-01'::timestamptz, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, 9)
        order by e.at desc, e.chain_id desc, e.seq desc limit 51`,
        [school],
      ),
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Scan Backward using audit_event_school_id_at_chain_id_seq_idx');
    expect(plan).not.toMatch(/Seq Scan|Sort/);
    const read = /Index Scan Backward[^\n]*rows=(\d+)/.exec(plan)![1];
    expect(Number(read)).toBe(51);
  });
});

describe('a copy of the audit', () => {
  test('has a line an event, is safe for a spreadsheet, and is on record; with the filter, and of the own school', async () => {
    const where = await app.given.aSchool();
    const person = await app.given.aPerson({ school: where, roles: ['privacy-officer'] });
    const agent = await app.asBrowser(person);
    const formula = await app.given.aPerson({
      school: where,
      roles: ['decaan'],
      givenName: '=cmd',
      familyName: '"x";|calc',
    });
    const pupil = await app.given.aPupil({ school: where, familyName: 'Geheimhouder' });
    await app.owner.query(`update pupil set pupil_number = '-5+1' where id = $1`, [pupil.id]);
    await (await app.asActor(formula)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await (await app.asActor(pupil)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const { text, headers } = await agent.get('/inzage/bestand').expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="inzage.csv"');
    expect(headers['cache-control']).toContain('no-store');
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(`"'=cmd ""x"";|calc";"decaan"`);
    expect(lines[2]).toContain(`"'-5+1"`);
    for (const cell of text.replace(/^\ufeff/, '').split(/;(?=")|\r\n/))
      expect(cell).toMatch(/^("(?![=+\-@\t\r])([^"]|"")*"|)$/);
    for (const secret of [pupil.id, 'Geheimhouder', pupil.name]) expect(text).not.toContain(secret);
    expect((await agent.get('/inzage/bestand?role=pupil').expect(200)).text.trimEnd().split('\r\n')).toHaveLength(2);
    await agent.get('/inzage/bestand?role=onzin').expect(422);
    const { rows } = await app.owner.query(
      `select action, actor_id from audit_event where chain_id = $1 and action = 'audit.exported'`,
      [where],
    );
    expect(rows).toEqual([1, 2].map(() => ({ action: 'audit.exported', actor_id: person.id })));
    expect((await (await app.asBrowser(formula)).get('/inzage/bestand')).status).toBe(403);
    await app.clock.advance({ minutes: 16 });
    const late = await agent.get('/inzage/bestand');
    expect([late.status, late.headers['content-type']]).not.toContain(200);
    expect(late.text).not.toContain('"moment"');
  });
});

describe('the receipt of a pupil', () => {
  const receipt = async (
    agent: Agent,
    pupil: GivenPupil,
    code?: string,
  ): Promise<{ code?: string; found?: string | null }> =>
    (
      await agent
        .get(`/api/v1/pupils/${pupil.id}/audit-receipt`)
        .query(code ? { code } : {})
        .expect(200)
    ).body as object;

  test('says how the log stands; a code that was kept is found again, one of another pupil or of a changed log is not', async () => {
    const pupil = await app.given.aPupil({ school, birthDate: '2011-03-09', guardians: [{}] });
    const other = await app.given.aPupil({ school });
    const own = await app.asActor(pupil);
    expect(await receipt(own, pupil)).toEqual({});
    const decaan = await app.asActor(await aDecaan());
    for (const { id } of [pupil, other]) await decaan.get(`/api/v1/dossiers/${id}`).expect(200);
    const { code } = await receipt(own, pupil);
    expect(code).toMatch(/^([0-9A-F]{4}-){2}[0-9A-F]{4}$/);
    await decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const later = await receipt(own, pupil, code);
    expect(later.code).not.toBe(code);
    const { rows } = await app.owner.query<{ day: string }>(
      `select (max(at) at time zone 'Europe/Amsterdam')::date::text as day from audit_event where chain_id = $1`,
      [pupil.id],
    );
    expect(later.found).toBe(rows[0]!.day);
    const guardian = await app.asActor(pupil.guardians[0]!, { school: null });
    expect((await receipt(guardian, pupil, code!.toLowerCase().replaceAll('-', ' '))).found).toBe(rows[0]!.day);
    expect((await receipt(await app.asActor(other), other, code)).found).toBeNull();
    for (const typed of ['onzin', '%', "' or 1=1"]) expect((await receipt(own, pupil, typed)).found).toBeNull();
    await app.owner.query(`update audit_event set hash = sha256(hash) where chain_id = $1`, [pupil.id]);
    expect((await receipt(own, pupil, code)).found).toBeNull();
  });

  test('is nobody else’s', async () => {
    const pupil = await app.given.aPupil({
      school,
      birthDate: '2010-03-09',
      guardians: [{}],
      mentor: officerPerson.id,
    });
    for (const agent of [
      officer,
      await app.asActor(await aDecaan()),
      await app.asActor(await app.given.aPupil({ school })),
      await app.asActor(pupil.guardians[0]!, { school: null }),
    ])
      expect((await agent.get(`/api/v1/pupils/${pupil.id}/audit-receipt`)).status).toBe(404);
  });

  test('stands on the page of who looked, for pupil and guardian', async () => {
    const pupil = await app.given.aPupil({ school, birthDate: '2011-03-09', guardians: [{}] });
    await (await app.asActor(await aDecaan())).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const own = await app.asBrowser(pupil);
    const { text } = await own.get('/mijn/wie-keek').expect(200);
    const code = /class="app-code">([0-9A-F-]{14})</.exec(text)![1]!;
    expect((await own.get(`/mijn/wie-keek?code=${code}`).expect(200)).text).toContain('Deze code klopt');
    expect((await own.get('/mijn/wie-keek?code=AAAA-0000-0000').expect(200)).text).toContain(
      'staat niet in dit logboek',
    );
    const guardian = await app.asBrowser(pupil.guardians[0]!, { school: null });
    expect((await guardian.get(`/kind/${pupil.id}/wie-keek?code=${code}`).expect(200)).text).toContain(
      'Deze code klopt',
    );
    const { rows } = await app.owner.query<{ actor_role: string }>(
      `select actor_role from audit_event where chain_id = $1 and action = 'audit.read' order by seq`,
      [pupil.id],
    );
    expect(rows.map(({ actor_role }) => actor_role)).toEqual(['pupil', 'pupil', 'pupil', 'guardian']);
  });
});
