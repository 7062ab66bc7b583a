import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

/** Someone is said to be in mortal danger: the profile for an hour, and everyone is told. */
let app: TestApp;
let home: string;
let mbo: string;
let group: string;
let pupil: GivenPupil;
let mentor: GivenPerson;
let concierge: GivenPerson;
let officer: GivenPerson;
let asConcierge: Agent;
let asOfficer: Agent;

const monday = '2026-11-16T11:00:00+01:00';
const reason = 'Stuurde een bericht dat hij er een eind aan maakt';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ name: 'Veldzicht College' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  group = await given.aGroup({ school: home, name: '4B' });
  mentor = await given.aPerson({
    school: home,
    roles: ['staff'],
    givenName: 'Karin',
    familyName: 'Wit',
    phone: '06-1',
  });
  concierge = await given.aPerson({ school: home, roles: ['staff'], givenName: 'Ali', familyName: 'Baars' });
  officer = await given.aPerson({
    school: home,
    roles: ['privacy-officer'],
    givenName: 'Frida',
    familyName: 'Gerrits',
    email: 'fg@veldzicht.example',
  });
  asOfficer = await app.asActor(officer);
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.owner.query('delete from pace'); // each test is another hour
  await app.clock.set(monday);
  pupil = await aPupil();
  asConcierge = await app.asActor(concierge);
  asOfficer = await app.asActor(officer);
  await app.owner.query('delete from mail_message');
});

let families = 0;
const aPupil = (wishes: Partial<Parameters<TestApp['given']['aPupil']>[0]> = {}): Promise<GivenPupil> =>
  app.given.aPupil({
    school: home,
    group,
    mentor: mentor.id,
    birthDate: '2011-03-09',
    givenName: 'Sem',
    infix: 'de',
    familyName: `Boer${++families}`,
    guardians: [{ email: `ouder${families}@thuis.example` }, { custody: false, email: 'zonder@thuis.example' }],
    ...wishes,
  });
const open = (agent: Agent, pupilId: string, why = reason) =>
  agent.post('/api/v1/emergency-access').set('idempotency-key', newKey()).send({ pupilId, reason: why });
const opened = async (agent = asConcierge, of = pupil): Promise<string> =>
  ((await open(agent, of.id).expect(201)).body as { id: string }).id;
const end = (agent: Agent, id: string) => agent.post(`/api/v1/emergency-access/${id}/end`).send({});
const search = async (agent: Agent, familyName: string, birthDate = '2011-03-09') =>
  (
    (await agent.post('/api/v1/emergency-access/searches').send({ familyName, birthDate }).expect(200)).body as {
      items: { pupilId: string; name: string; school: string; group: string | null }[];
    }
  ).items;
const dossier = (agent: Agent, of = pupil) => agent.get(`/api/v1/dossiers/${of.id}`);
interface Event {
  action: string;
  outcome: string;
  who: string | null;
  role: string | null;
  at: string | null;
  sections: string[];
  basis: string | null;
  reason: string | null;
  pupils: string[];
  subjects: string[];
}
/** What is on record in one chain, the newest events, of these kinds. */
const onRecord = async (chain: string, ...actions: string[]): Promise<Event[]> =>
  (
    await app.owner.query<Event>(
      `select action, outcome, actor_id as who, actor_role as role, actor_school_id as at, sections, basis, reason,
              pupil_ids as pupils, subject_ids as subjects
         from audit_event where chain_id = $1 and action = any($2) order by seq`,
      [chain, actions],
    )
  ).rows;

describe('who opens it', () => {
  it('is given no form to write with', async () => {
    const teacher = await app.given.aPerson({ school: home, roles: ['staff'] });
    await app.given.aTeacher({ group: await app.given.aGroup({ school: home }), school: home, person: teacher.id });
    await opened(await app.asActor(teacher));
    await dossier(await app.asActor(teacher)).expect(200);
    await (await app.asBrowser(teacher)).get(`/leerlingen/${pupil.id}/vastleggen`).expect(404);
  });

  it('gets the profile as a whole for sixty minutes, and nothing else', async () => {
    await dossier(asConcierge).expect(404);
    const body = (await open(asConcierge, pupil.id).expect(201)).body as unknown;
    expect(body).toEqual({
      id: expect.any(String) as string,
      pupilId: pupil.id,
      openedAt: '2026-11-16T10:00:00.000Z',
      until: '2026-11-16T11:00:00.000Z',
    });
    const answer = await dossier(asConcierge).expect(200);
    expect(answer.body).toEqual({
      pupilId: pupil.id,
      sections: ['profile'],
      notShared: ['school-career', 'lob', 'reflections'],
      basis: 'emergency',
      endsOn: null,
      profile: {
        name: expect.stringMatching(/^Sem de Boer/) as string,
        givenName: 'Sem',
        birthDate: '2011-03-09',
        school: 'Veldzicht College',
        group: '4B',
        zienswijzen: [],
        contacts: [expect.objectContaining({ name: 'Karin Wit', role: 'mentor', phone: '06-1' }) as object],
      },
      applications: [],
    });
    await app.clock.advance({ minutes: 20 });
    await dossier(asConcierge).expect(200);
    await app.clock.advance({ minutes: 20 });
    await dossier(asConcierge).expect(200);
    await app.clock.advance({ minutes: 19, seconds: 59 });
    await dossier(asConcierge).expect(200);
    await app.clock.advance({ seconds: 1 });
    await dossier(asConcierge).expect(404);
  });

  it('writes nothing', async () => {
    await opened();
    const activity = { type: 'open-day', title: 'Proef', startsOn: '2026-11-10' };
    const to = `/api/v1/pupils/${pupil.id}/activities`;
    await asConcierge.post(to).set('idempotency-key', newKey()).send(activity).expect(404);
  });

  it('works where the pupil goes to school, not elsewhere', async () => {
    const elsewhere = await aPupil({ school: await app.given.aSchool(), group: undefined });
    await open(asConcierge, elsewhere.id).expect(404);
    await open(await app.asActor(await app.given.aPerson({ school: mbo, roles: ['staff'] })), pupil.id).expect(404);
  });

  it('is one person alone, where he opened it', async () => {
    const both = await app.given.aPerson({
      roles: [
        { role: 'staff', school: home },
        { role: 'staff', school: mbo },
      ],
    });
    await app.given.aPlacement({ pupil, to: mbo });
    await opened(await app.asActor(both, { school: home }));
    await dossier(await app.asActor(both, { school: home })).expect(200);
    await dossier(await app.asActor(both, { school: mbo })).expect(404);
    await dossier(asConcierge).expect(404);
  });

  it('has the same one again while it is open', async () => {
    expect(await opened()).toBe(await opened());
    await app.clock.advance({ minutes: 25 });
    await dossier(asConcierge).expect(200);
    expect((await onRecord(pupil.id, 'emergency.opened')).length).toBe(1);
  });

  it('ends it before its time, once', async () => {
    const id = await opened();
    await end(asConcierge, id).expect(204);
    await dossier(asConcierge).expect(404);
    await end(asConcierge, id).expect(404);
    expect(await opened()).not.toBe(id);
  });

  it('cannot end that of another', async () => {
    const id = await opened();
    await end(await app.asActor(mentor), id).expect(404);
    await end(asOfficer, id).expect(404);
    await dossier(asConcierge).expect(200);
  });

  it('may be of a school where the pupil is placed, as long as that lasts', async () => {
    const teacher = await app.given.aPerson({ school: mbo, roles: ['staff'] });
    const agent = await app.asActor(teacher);
    await app.given.anApplication({ pupil, to: mbo });
    await open(agent, pupil.id).expect(404);
    const placement = await app.given.aPlacement({ pupil, to: mbo });
    await opened(agent);
    const body = (await dossier(agent).expect(200)).body as unknown;
    expect(body).toMatchObject({ basis: 'emergency', sections: ['profile'], applications: [] });
    await app.owner.query(`update placement set ended_on = '2026-11-15' where id = $1`, [placement]);
    await dossier(agent).expect(404);
    await open(agent, pupil.id).expect(404);
  });

  it.each([
    ['who left today', { leftOn: '2026-11-16' }],
    ['who was erased', { erasedAt: '2026-11-01T10:00:00Z' }],
  ])('does not reach a pupil %s', async (_, wishes) => {
    const gone = await aPupil(wishes);
    await open(asConcierge, gone.id).expect(404);
  });

  it('loses it when the pupil leaves', async () => {
    await opened();
    await app.owner.query(`update pupil set left_on = '2026-11-16' where id = $1`, [pupil.id]);
    await dossier(asConcierge).expect(404);
  });

  it.each(['a pupil', 'a guardian'])('is never %s', async (who) => {
    const agent = await app.asActor(who === 'a pupil' ? pupil : pupil.guardians[0]!);
    await open(agent, pupil.id).expect(403);
    const asked = { familyName: `Boer${families}`, birthDate: '2011-03-09' };
    await agent.post('/api/v1/emergency-access/searches').send(asked).expect(403);
  });

  it.each([
    [19, 422],
    [20, 201],
    [500, 201],
    [501, 422],
  ])('writes a reason: %i characters answer %i', async (length, status) => {
    await open(asConcierge, pupil.id, 'x'.repeat(length)).expect(status);
  });

  it('says more than spaces', async () => {
    await open(asConcierge, pupil.id, `kort${' '.repeat(30)}`).expect(422);
  });

  it('reads as usual when he may anyway: the ordinary ground goes before', async () => {
    const asMentor = await app.asActor(mentor);
    await open(asMentor, pupil.id).expect(201);
    expect((await dossier(asMentor).expect(200)).body).toMatchObject({ basis: 'mentor' });
    expect(await onRecord(pupil.id, 'section.read')).toEqual([
      expect.objectContaining({ basis: 'mentor', subjects: [] }),
    ]);
  });

  it('sees more than a teacher, and on which ground each part is on record', async () => {
    const teacher = await app.given.aPerson({ school: home, roles: ['staff'] });
    await app.given.aTeacher({ group, school: home, person: teacher.id });
    const agent = await app.asActor(teacher);
    const id = await opened(agent);
    const body = (await dossier(agent).expect(200)).body as unknown;
    expect(body).toMatchObject({
      sections: ['profile', 'lob'],
      basis: 'teaching',
      profile: { birthDate: '2011-03-09' },
    });
    expect(await onRecord(pupil.id, 'section.read')).toEqual([
      expect.objectContaining({ basis: 'emergency', sections: ['profile'], subjects: [id] }),
      expect.objectContaining({ basis: 'teaching', sections: ['lob'], subjects: [] }),
    ]);
  });
});

describe('searching', () => {
  it('finds by whole family name, with and without what stands before it, and birth date', async () => {
    const found = { pupilId: pupil.id, name: `Sem de Boer${families}`, school: 'Veldzicht College', group: '4B' };
    for (const name of [`Boer${families}`, `de boer${families}`, ` DE BOER${families} `])
      expect(await search(asConcierge, name)).toEqual([found]);
    for (const name of ['Boer', `Boer${families}x`, '%', `Boer_`]) expect(await search(asConcierge, name)).toEqual([]);
    expect(await search(asConcierge, `Boer${families}`, '2011-03-10')).toEqual([]);
  });

  it('finds nobody who may not be opened', async () => {
    const name = `Boer${families}`;
    const elsewhere = await app.asActor(await app.given.aPerson({ school: mbo, roles: ['staff'] }));
    expect(await search(elsewhere, name)).toEqual([]);
    await app.given.aPlacement({ pupil, to: mbo });
    expect((await search(elsewhere, name)).map(({ pupilId }) => pupilId)).toEqual([pupil.id]);
    await app.owner.query(`update pupil set left_on = '2026-11-16' where id = $1`, [pupil.id]);
    expect(await search(asConcierge, name)).toEqual([]);
  });
});

describe('on record', () => {
  const by = () => ({ outcome: 'allowed', who: concierge.id, role: 'staff', at: home });

  it('searching, with whom it found', async () => {
    const before = (await onRecord(home, 'emergency.searched')).length;
    await search(asConcierge, `Boer${families}`);
    await search(asConcierge, 'Niemand');
    const about = { ...by(), action: 'emergency.searched', sections: [], basis: null, subjects: [] };
    expect((await onRecord(home, 'emergency.searched')).slice(before)).toEqual([
      { ...about, reason: 'found', pupils: [pupil.id] },
      { ...about, reason: 'none', pupils: [] },
    ]);
  });

  it('opening, reading and ending, and never the reason', async () => {
    const id = await opened();
    await dossier(asConcierge).expect(200);
    await end(asConcierge, id).expect(204);
    const about = { ...by(), sections: ['profile'], basis: 'emergency', reason: null, pupils: [], subjects: [id] };
    expect(await onRecord(pupil.id, 'emergency.opened', 'section.read', 'emergency.ended')).toEqual([
      { ...about, action: 'emergency.opened' },
      { ...about, action: 'section.read' },
      { ...about, action: 'emergency.ended' },
    ]);
    const { rows } = await app.owner.query('select from audit_event e where e::text like $1', [`%${reason}%`]);
    expect(rows).toEqual([]);
  });

  it('what was refused', async () => {
    const gone = await aPupil({ leftOn: '2026-11-15' });
    await open(asConcierge, gone.id).expect(404);
    const refused = {
      ...by(),
      action: 'access.refused',
      outcome: 'refused',
      sections: ['profile'],
      basis: 'emergency',
    };
    expect(await onRecord(gone.id, 'access.refused')).toEqual([
      { ...refused, reason: 'not-allowed', pupils: [], subjects: [] },
    ]);
    const before = (await onRecord(home, 'access.refused')).length;
    await open(asConcierge, randomUUID()).expect(404);
    expect((await onRecord(home, 'access.refused')).slice(before)).toEqual([
      { ...refused, reason: 'not-there', pupils: [], subjects: [] },
    ]);
  });
});

describe('who is told', () => {
  interface Mail {
    kind: string;
    pupil: string | null;
    person: string | null;
  }
  const mails = async (): Promise<string[]> =>
    (await app.owner.query<Mail>('select kind, pupil_id as pupil, person_id as person from mail_message')).rows
      .map(
        ({ kind, pupil: to, person }) =>
          `${kind} ${[pupil, ...pupil.guardians, officer].find(({ id }) => id === (person ?? to))?.id}`,
      )
      .sort();

  it('the guardians with custody of who is younger than 16, and the privacy officer of the home school, by mail', async () => {
    await opened();
    const sent = await mails();
    expect(sent).toContain(`emergency-opened ${pupil.guardians[0]!.id}`);
    expect(sent).toContain(`access-review ${officer.id}`);
    expect(sent.some((one) => one.includes(pupil.guardians[1]!.id))).toBe(false);
  });

  it('from 16 no guardian', async () => {
    pupil = await aPupil({ birthDate: '2010-11-16' });
    await opened();
    expect(await mails()).not.toContain(`emergency-opened ${pupil.guardians[0]!.id}`);
  });

  it('the pupil and such a guardian on their first page, for two weeks; without the reason', async () => {
    await opened();
    const asPupil = async (): Promise<string> => (await (await app.asBrowser(pupil)).get('/mijn').expect(200)).text;
    const asGuardian = async (): Promise<string> =>
      (await (await app.asBrowser(pupil.guardians[0]!, { school: null })).get(`/kind/${pupil.id}`).expect(200)).text;
    for (const page of [await asPupil(), await asGuardian()]) {
      expect(page).toContain('Ali Baars (medewerker, Veldzicht College)');
      expect(page).not.toContain(reason);
    }
    await app.clock.set('2026-11-30T10:59:59+01:00');
    expect(await asPupil()).toContain('Ali Baars');
    await app.clock.set('2026-11-30T11:00:00+01:00');
    expect(await asPupil()).not.toContain('Ali Baars');
    expect(await asGuardian()).not.toContain('Ali Baars');
  });

  it('who looked says it, and why it was allowed', async () => {
    await opened();
    await dossier(asConcierge).expect(200);
    const { text } = await (await app.asBrowser(pupil)).get('/mijn/wie-keek').expect(200);
    expect(text).toContain('in een noodsituatie');
    expect(text).toContain('Dat mag alleen als iemand in levensgevaar is.');
  });
});

describe('the privacy officer', () => {
  interface Item {
    id: string;
    open: boolean;
    overdue: boolean;
    reviewBy: string;
    until: string;
    review: { outcome: string; note: string; by: string; at: string } | null;
    version: number;
  }
  const list = async (agent = asOfficer): Promise<Item[]> =>
    ((await agent.get('/api/v1/emergency-access').expect(200)).body as { items: Item[] }).items;
  const one = async (id: string): Promise<Item> => (await list()).find((item) => item.id === id)!;
  const review = (agent: Agent, id: string, version = 1, body: object = { outcome: 'justified', note: 'Gebeld.' }) =>
    agent.put(`/api/v1/emergency-access/${id}/review`).set('if-match', `"${version}"`).send(body);

  it('sees who, why and until when, and the number of the pupil instead of a name', async () => {
    const id = await opened();
    const number = (
      await app.owner.query<{ n: string }>('select pupil_number as n from pupil where id = $1', [pupil.id])
    ).rows[0]!.n;
    expect(await one(id)).toEqual({
      id,
      pupilNumber: number,
      who: 'Ali Baars',
      role: 'staff',
      school: 'Veldzicht College',
      reason,
      openedAt: '2026-11-16T10:00:00.000Z',
      until: '2026-11-16T11:00:00.000Z',
      open: true,
      reviewBy: '2026-11-23',
      overdue: false,
      review: null,
      version: 1,
    });
    await app.clock.advance({ minutes: 10 });
    await end(asConcierge, id).expect(204);
    expect(await one(id)).toMatchObject({ open: false, until: '2026-11-16T10:10:00.000Z' });
  });

  it('sees that an hour went by, and after five working days that it waits too long', async () => {
    const id = await opened();
    await app.clock.set('2026-11-16T11:59:59+01:00');
    asOfficer = await app.asActor(officer);
    expect(await one(id)).toMatchObject({ open: true });
    await app.clock.advance({ seconds: 1 });
    expect(await one(id)).toMatchObject({ open: false, overdue: false });
    await app.clock.set('2026-11-23T23:59:59+01:00');
    asOfficer = await app.asActor(officer);
    expect(await one(id)).toMatchObject({ overdue: false });
    await app.clock.advance({ seconds: 1 });
    expect(await one(id)).toMatchObject({ overdue: true });
    await review(asOfficer, id).expect(204);
    expect(await one(id)).toMatchObject({ overdue: false });
  });

  it('says what it was; both are on record', async () => {
    const id = await opened();
    const looks = (await onRecord(home, 'audit.read')).length;
    await review(asOfficer, id, 1, { outcome: 'not-justified', note: 'Was een grap.' }).expect(204);
    expect(await one(id)).toMatchObject({
      review: { outcome: 'not-justified', note: 'Was een grap.', by: 'Frida Gerrits', at: '2026-11-16T10:00:00.000Z' },
      version: 2,
    });
    const by = { outcome: 'allowed', who: officer.id, role: 'privacy-officer', at: home, sections: [], basis: null };
    expect(await onRecord(pupil.id, 'emergency.reviewed')).toEqual([
      { ...by, action: 'emergency.reviewed', reason: 'not-justified', pupils: [], subjects: [id] },
    ]);
    const look = { ...by, action: 'audit.read', reason: 'emergency', pupils: [] };
    expect((await onRecord(home, 'audit.read')).slice(looks)).toEqual([
      { ...look, subjects: [id] },
      { ...look, subjects: [] },
    ]);
  });

  it('overtakes nobody', async () => {
    const id = await opened();
    await review(asOfficer, id).expect(204);
    await review(asOfficer, id).expect(412);
    await review(asOfficer, id, 2, { outcome: 'not-justified', note: 'Bij nader inzien.' }).expect(204);
  });

  it('is not overtaken by the other privacy officer', async () => {
    const id = await opened();
    await review(asOfficer, id).expect(204);
    const second = await app.asActor(await app.given.aPerson({ school: home, roles: ['privacy-officer'] }));
    const over = await review(second, id, 2, { outcome: 'not-justified', note: 'Toch niet.' }).expect(409);
    expect(over.body).toMatchObject({ code: 'emergency-reviewed' });
    expect(await one(id)).toMatchObject({ review: { by: 'Frida Gerrits' }, version: 2 });
  });

  it('never judges what he opened himself', async () => {
    const id = await opened(asOfficer);
    expect((await review(asOfficer, id).expect(409)).body).toMatchObject({ code: 'emergency-own' });
    const second = await app.asActor(await app.given.aPerson({ school: home, roles: ['privacy-officer'] }));
    await review(second, id).expect(204);
  });

  it('of another school, also where it was opened, neither sees nor judges it', async () => {
    await app.given.aPlacement({ pupil, to: mbo });
    const id = await opened(await app.asActor(await app.given.aPerson({ school: mbo, roles: ['staff'] })));
    const elsewhere = await app.asActor(await app.given.aPerson({ school: mbo, roles: ['privacy-officer'] }));
    expect(await list(elsewhere)).toEqual([]);
    await review(elsewhere, id).expect(404);
    expect(await one(id)).toMatchObject({ school: 'ROC Vaarland' });
  });

  it('has what waits first, the oldest of it on top', async () => {
    const done = await opened();
    await review(asOfficer, done).expect(204);
    const first = await opened(asConcierge, await aPupil());
    await app.clock.advance({ minutes: 5 });
    const second = await opened(asConcierge, await aPupil());
    const order = (await list()).map(({ id }) => id).filter((id) => [done, first, second].includes(id));
    expect(order).toEqual([first, second, done]);
  });

  it.each(['decaan', 'school-administrator', 'staff'] as const)('is not a %s', async (role) => {
    const id = await opened();
    const agent = await app.asActor(await app.given.aPerson({ school: home, roles: [role] }));
    await agent.get('/api/v1/emergency-access').expect(403);
    await review(agent, id).expect(404);
  });
});

describe('the pages', () => {
  const send = (agent: Agent, path: string, fields: Record<string, string> = {}) =>
    agent
      .post(path)
      .type('form')
      .send({ idempotencyKey: newKey(), ...fields });

  it('lead from the foot of every page of staff over the search to the profile, and out again', async () => {
    const agent = await app.asBrowser(concierge);
    expect((await agent.get('/welkom').expect(200)).text).toContain('href="/noodtoegang"');
    const asked = { familyName: `Boer${families}`, birthDate: '2011-03-09' };
    const found = await send(agent, '/noodtoegang/zoeken', asked).expect(200);
    expect(found.text).toContain(`Sem de Boer${families}`);
    const short = await send(agent, '/noodtoegang', { ...asked, pupilId: pupil.id, reason: 'help' }).expect(422);
    expect(short.text).toContain('Schrijf in minstens 20 tekens');
    expect(short.text).toContain('>help<');
    const { headers } = await send(agent, '/noodtoegang', { ...asked, pupilId: pupil.id, reason }).expect(303);
    const profile = await agent.get(String(headers.location)).expect(200);
    expect(profile.text).toContain('Karin Wit');
    expect(profile.text).toContain('Open tot 12:00');
    expect((await agent.get('/noodtoegang').expect(200)).text).toContain(String(headers.location));
    await send(agent, `${headers.location}/sluiten`).expect(303);
    await agent.get(String(headers.location)).expect(404);
    expect((await agent.get('/noodtoegang').expect(200)).text).not.toContain(String(headers.location));
  });

  it('say when nobody is found, and nothing of it in an address', async () => {
    const agent = await app.asBrowser(concierge);
    const { text } = await send(agent, '/noodtoegang/zoeken', { familyName: 'Nee', birthDate: '2011-03-09' }).expect(
      200,
    );
    expect(text).toContain('Niemand gevonden');
    await send(agent, '/noodtoegang/zoeken', { familyName: '', birthDate: 'x' }).expect(422);
  });

  it('let the privacy officer judge, but not the own one', async () => {
    const id = await opened();
    const own = await opened(asOfficer);
    const agent = await app.asBrowser(officer);
    expect((await agent.get('/inzage/noodtoegang').expect(200)).text).toContain(`/inzage/noodtoegang/${id}`);
    const page = await agent.get(`/inzage/noodtoegang/${id}`).expect(200);
    expect(page.text).toContain(reason);
    expect(page.text).not.toContain('Sem');
    const fields = { outcome: 'justified', note: 'Gebeld.', version: '1' };
    await send(agent, `/inzage/noodtoegang/${id}`, { ...fields, note: '' }).expect(422);
    await send(agent, `/inzage/noodtoegang/${id}`, fields).expect(303);
    const late = await send(agent, `/inzage/noodtoegang/${id}`, { ...fields, note: 'Andere woorden.' }).expect(412);
    expect(late.text).toContain('Andere woorden.');
    expect((await agent.get(`/inzage/noodtoegang/${own}`).expect(200)).text).toContain('Je opende dit zelf.');
  });
});

describe('the second wall', () => {
  it.each([
    ['for another person', (id: string) => `update emergency_access set ended_at = app_now() where id = '${id}'`],
    [
      'the review by who is no privacy officer',
      (id: string) =>
        `update emergency_access set review_outcome = 'justified', review_note = 'x', reviewed_by = app_actor(), reviewed_at = app_now() where id = '${id}'`,
    ],
  ])('does not let through: %s', async (_, sql) => {
    const id = await opened();
    expect(await app.sql.tried(mentor, sql(id))).toBe(0);
  });

  it.each([
    ['a longer hour', `update emergency_access set opened_at = app_now() where id = $id`],
    ['another pupil', `update emergency_access set pupil_id = gen_random_uuid() where id = $id`],
    ['a new reason', `update emergency_access set reason = 'Iets anders dan eerst gezegd' where id = $id`],
    ['an end taken back', `update emergency_access set ended_at = null where id = $id`],
    [
      'an end at another moment',
      `update emergency_access set ended_at = app_now() + interval '1 second' where id = $id`,
    ],
    ['taking it away', `delete from emergency_access where id = $id`],
    [
      'his own review',
      `update emergency_access set review_outcome = 'justified', review_note = 'x', reviewed_by = app_actor(), reviewed_at = app_now() where id = $id`,
    ],
  ])('does not let who opened it change: %s', async (_, sql) => {
    const id = await opened();
    if (sql.includes('= null')) await end(asConcierge, id).expect(204);
    expect(await app.sql.tried(concierge, sql.replace('$id', `'${id}'`))).toBe('refused');
  });

  const insert = (of: string, more: Record<string, string> = {}): string => {
    const columns = {
      id: 'gen_random_uuid()',
      pupil_id: `'${of}'`,
      school_id: `'${home}'`,
      person_id: 'app_actor()',
      at_school_id: 'app_school()',
      role: `'staff'`,
      reason: `'${reason}'`,
      opened_at: 'app_now()',
      ...more,
    };
    return `insert into emergency_access (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`;
  };
  it('lets in what the service writes', async () => {
    expect(await app.sql.tried(concierge, insert(pupil.id))).toBe(1);
  });
  it.each<[string, Record<string, string>]>([
    ['in the name of another', { person_id: `(select '${'0'.repeat(8)}-0000-4000-8000-000000000000'::uuid)` }],
    ['in another role', { role: `'decaan'` }],
    ['for later', { opened_at: `app_now() + interval '1 second'` }],
    ['that began before', { opened_at: `app_now() - interval '1 second'` }],
    ['reviewed already', { reviewed_at: 'app_now()' }],
    ['with half a reason', { reason: `repeat('x', 19)` }],
    ['with too long a reason', { reason: `repeat('x', 501)` }],
  ])('does not let in: %s', async (_, more) => {
    expect(await app.sql.tried(concierge, insert(pupil.id, more))).toBe('refused');
  });
});
