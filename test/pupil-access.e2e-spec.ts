import { randomUUID } from 'node:crypto';
import type { Role } from '../src/platform/access/actor.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

/** The one question, asked over HTTP: what is on record of each sight, list and refusal, word for word. */
let app: TestApp;
let school: string;
let mbo: string;
let group: string;
let mentor: GivenPerson;
let noor: GivenPupil;
let sem: GivenPupil;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ name: 'Veldzicht College' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  group = await given.aGroup({ school, name: '3KA', year: 3 });
  mentor = await given.aPerson({ school, roles: ['staff'], givenName: 'Maan', infix: 'van', familyName: 'Dijk' });
  noor = await aPupil('Noor', 'Aalst');
  sem = await aPupil('Sem', 'Boer');
  await given.aMentor(noor, mentor.id);
});
afterAll(() => app.close());

const aPupil = (givenName: string, familyName: string): Promise<GivenPupil> =>
  app.given.aPupil({
    school,
    group,
    givenName,
    infix: 'de',
    familyName,
    number: `nr-${familyName}`,
    birthDate: '2011-03-09',
    guardians: [{}],
  });
const staff = (...roles: Role[]): Promise<GivenPerson> => app.given.aPerson({ school, roles });
const atMbo = (...roles: Role[]): Promise<GivenPerson> => app.given.aPerson({ school: mbo, roles });

interface Event {
  chain: string;
  chain_id: string;
  [column: string]: unknown;
}
/** What this person's next request puts on record. */
async function recorded(who: { id: string }, request: () => PromiseLike<unknown>): Promise<Event[]> {
  const events = async (): Promise<(Event & { key: string })[]> =>
    (
      await app.owner.query<Event & { key: string }>(
        `select chain_id || ' ' || seq as key, chain, chain_id, action, outcome, actor_role, sections, basis, purpose, share_id,
                subject_ids, pupil_ids, reason
           from audit_event where actor_id = $1 order by chain_id, seq`,
        [who.id],
      )
    ).rows;
  const before = new Set((await events()).map(({ key }) => key));
  await request();
  return (await events()).flatMap(({ key, ...event }) => (before.has(key) ? [] : [event]));
}
const event = (more: Partial<Event>): Event => ({
  chain: 'pupil',
  chain_id: noor.id,
  action: 'section.read',
  outcome: 'allowed',
  actor_role: 'decaan',
  sections: ['profile', 'school-career', 'lob', 'reflections'],
  basis: 'school-role',
  purpose: null,
  share_id: null,
  subject_ids: [],
  pupil_ids: [],
  reason: null,
  ...more,
});
const dossier = (agent: Agent, pupil: { id: string }) => agent.get(`/api/v1/dossiers/${pupil.id}`);

describe('a sight', () => {
  it('is one row with all its sections, as what and why', async () => {
    const decaan = await staff('decaan');
    const agent = await app.asActor(decaan);
    expect(await recorded(decaan, () => dossier(agent, noor).expect(200))).toEqual([event({})]);
    const asMentor = await app.asActor(mentor);
    expect(await recorded(mentor, () => dossier(asMentor, noor).expect(200))).toEqual([
      event({ actor_role: 'mentor', basis: 'mentor' }),
    ]);
  });

  it('by two shares is two rows, each with its share', async () => {
    const both = await app.given.aPerson({ school: mbo, roles: ['intaker', 'slb'] });
    const pupil = await aPupil('Kim', 'Claes');
    await app.given.anApplication({ pupil, to: mbo });
    await app.given.aPlacement({ pupil, to: mbo, slb: both.id });
    const intake = await app.given.aConsent({ pupil, to: mbo, sections: ['lob'] });
    const handover = await app.given.aConsent({ pupil, to: mbo, purpose: 'handover', sections: ['profile', 'lob'] });
    const agent = await app.asActor(both);
    const rows = await recorded(both, () => dossier(agent, pupil).expect(200));
    const share = (role: string, purpose: string, id: string, ...sections: string[]): Event =>
      event({
        chain_id: pupil.id,
        actor_role: role,
        basis: 'consent',
        purpose,
        share_id: id,
        subject_ids: [id],
        sections,
      });
    expect(rows).toEqual([share('slb', 'handover', handover, 'profile'), share('intaker', 'intake', intake, 'lob')]);
  });

  it('of a class that is printed is one row for each pupil, and the list', async () => {
    const decaan = await staff('decaan');
    const agent = await app.asBrowser(decaan);
    const klas = await app.given.aGroup({ school });
    const pupils = await app.given.pupils(2, { school, group: klas });
    let text = '';
    const rows = await recorded(decaan, async () => {
      ({ text } = await agent.get(`/klassen/${klas}/afdruk`).expect(200));
    });
    for (const { name } of pupils) expect(text).toContain(name);
    const list = { chain: 'school', action: 'list.read', sections: ['profile'], basis: null };
    const pupilIds = pupils.map(({ id }) => id).sort();
    const sorted = rows.map((row) => ({ ...row, pupil_ids: [...(row.pupil_ids as string[])].sort() }));
    expect(sorted).toHaveLength(3);
    expect(sorted).toContainEqual(event({ ...list, chain_id: school, pupil_ids: pupilIds }));
    for (const { id } of pupils) expect(sorted).toContainEqual(event({ chain_id: id }));
  });

  it('of a class leaves out whoever’s profile one does not read as a whole, and puts nothing of him on record', async () => {
    const person = await staff('staff');
    await app.given.aTeacher({ group, school, person: person.id });
    await app.given.aMentor(noor, person.id);
    const agent = await app.asBrowser(person);
    let text = '';
    const rows = await recorded(person, async () => {
      ({ text } = await agent.get(`/klassen/${group}/afdruk`).expect(200));
    });
    expect(text).toContain('Noor de Aalst');
    expect(text).not.toContain('Sem de Boer');
    expect(rows.filter(({ chain }) => chain === 'pupil')).toEqual([event({ actor_role: 'mentor', basis: 'mentor' })]);
  });

  it('is none where only a button depends on it', async () => {
    const teacher = await staff('staff');
    await app.given.aTeacher({ group, school, person: teacher.id });
    const agent = await app.asBrowser(teacher);
    const care = await app.asBrowser(await staff('care-coordinator'));
    const button = `/leerlingen/${noor.id}/vastleggen`;
    const rows = await recorded(teacher, async () => {
      expect((await agent.get(`/leerlingen/${noor.id}`).expect(200)).text).toContain(button);
    });
    expect(rows).toEqual([event({ actor_role: 'teacher', basis: 'teaching', sections: ['profile', 'lob'] })]);
    expect((await care.get(`/leerlingen/${noor.id}`).expect(200)).text).not.toContain(button);
  });
});

it('a form that says who it is about shows that, and no more is on record', async () => {
  const agent = await app.asBrowser(mentor);
  const rows = await recorded(mentor, () => agent.get(`/leerlingen/${noor.id}/vastleggen`).expect(200));
  expect(rows).toEqual([event({ actor_role: 'mentor', basis: 'mentor', sections: ['profile'] })]);
});

describe('a change', () => {
  const activity = { type: 'open-day', title: 'Proef', startsOn: '2026-11-10' };
  const log = (by: Agent, id: string) =>
    by.post(`/api/v1/pupils/${id}/activities`).set('idempotency-key', newKey()).send(activity);

  it('is no sight: what changed is on record, and nothing else', async () => {
    const agent = await app.asActor(mentor);
    const rows = await recorded(mentor, () => log(agent, noor.id).expect(201));
    expect(rows).toEqual([
      event({
        action: 'activity.logged',
        actor_role: 'mentor',
        basis: 'mentor',
        sections: ['lob'],
        subject_ids: [expect.any(String)],
      }),
    ]);
  });

  it('of a pupil who is not there is refused as such', async () => {
    const decaan = await staff('decaan');
    const agent = await app.asActor(decaan);
    expect(await recorded(decaan, () => log(agent, randomUUID()).expect(404))).toEqual([
      event({
        chain: 'school',
        chain_id: school,
        action: 'access.refused',
        outcome: 'refused',
        basis: null,
        sections: ['lob'],
        reason: 'not-there',
      }),
    ]);
  });
});

describe('a refusal', () => {
  const refused = (more: Partial<Event>): Event =>
    event({ action: 'access.refused', outcome: 'refused', basis: null, reason: 'not-allowed', ...more });

  it('is on record in the dossier that was asked for, with what was asked', async () => {
    const teacher = await staff('staff');
    const agent = await app.asActor(teacher);
    const rows = await recorded(teacher, () => dossier(agent, noor).expect(404));
    expect(rows).toEqual([refused({ actor_role: 'staff' })]);
  });

  it('and where there is no such pupil, at the school of the one who asked; his own for who has none', async () => {
    const decaan = await staff('decaan');
    const agent = await app.asActor(decaan);
    const notThere = { chain: 'school', reason: 'not-there' };
    expect(await recorded(decaan, () => dossier(agent, { id: randomUUID() }).expect(404))).toEqual([
      refused({ ...notThere, chain_id: school }),
    ]);
    const [parent] = noor.guardians as [GivenPerson];
    const asParent = await app.asActor(parent, { school: null });
    expect(await recorded(parent, () => dossier(asParent, { id: randomUUID() }).expect(404))).toEqual([
      refused({ ...notThere, chain_id: parent.id, actor_role: 'guardian' }),
    ]);
  });

  it('of a change names what was to be changed', async () => {
    const care = await staff('care-coordinator');
    const agent = await app.asActor(care);
    const teacher = await staff('staff');
    await app.given.aTeacher({ group: await app.given.aGroup({ school }), school, person: teacher.id });
    const asTeacher = await app.asActor(teacher);
    const activity = { type: 'open-day', title: 'Proef', startsOn: '2026-11-10' };
    const log = (by: Agent) =>
      by.post(`/api/v1/pupils/${noor.id}/activities`).set('idempotency-key', newKey()).send(activity);
    expect(await recorded(teacher, () => log(asTeacher).expect(404))).toEqual([
      refused({ actor_role: 'staff', sections: ['lob'] }),
    ]);
    await log(agent).expect(404);
  });
});

describe('a list', () => {
  const listed = (more: Partial<Event>): Event =>
    event({ chain: 'school', chain_id: school, action: 'list.read', sections: ['profile'], basis: null, ...more });
  const members = (agent: Agent, id = group) => agent.get(`/api/v1/groups/${id}/pupils`);

  it.each<[as: Role, roles: Role[]]>([
    ['decaan', ['school-administrator', 'decaan', 'lob-coordinator', 'care-coordinator']],
    ['lob-coordinator', ['care-coordinator', 'school-administrator', 'lob-coordinator']],
    ['care-coordinator', ['care-coordinator', 'school-administrator']],
    ['school-administrator', ['school-administrator', 'staff']],
  ])('is seen as the %s, by who is that and more', async (as, roles) => {
    const person = await staff(...roles);
    const agent = await app.asActor(person);
    const rows = await recorded(person, () => members(agent).expect(200));
    expect(rows.map((row) => ({ ...row, pupil_ids: [] }))).toEqual([listed({ actor_role: as })]);
    expect(rows[0]!.pupil_ids).toEqual(expect.arrayContaining([noor.id, sem.id]));
  });

  it('of a mentor, a teacher and a guest says so, with the pupils whom each saw', async () => {
    const own = await app.given.aGroup({ school, name: '4B', year: 4 });
    const [first, second] = await app.given.pupils(2, { school, group: own });
    const [asMentor, asTeacher] = [await staff('staff'), await staff('staff')];
    await app.given.aMentor(first!, asMentor.id);
    await app.given.aTeacher({ group: own, school, person: asTeacher.id });
    const guest = await atMbo('staff');
    await app.given.aGuest({ group: own, school, person: guest.id, at: mbo });
    for (const [who, as, chain_id, seen] of [
      [asMentor, 'mentor', school, [first!]],
      [asTeacher, 'teacher', school, [first!, second!]],
      [guest, 'guest-teacher', mbo, [first!, second!]],
    ] as const) {
      const agent = await app.asActor(who);
      const rows = await recorded(who, () => members(agent, own).expect(200));
      const sorted = rows.map((row) => ({ ...row, pupil_ids: [...(row.pupil_ids as string[])].sort() }));
      expect(sorted).toEqual([listed({ actor_role: as, chain_id, pupil_ids: seen.map(({ id }) => id).sort() })]);
    }
  });

  it('of a group says who is in it, by name, with whoever mentors one of them', async () => {
    const klas = await app.given.aGroup({ school, name: '2C', year: 2 });
    const pupil = (givenName: string, familyName: string): Promise<GivenPupil> =>
      app.given.aPupil({ school, group: klas, givenName, familyName, number: `2c-${familyName}` });
    const [zoe, abel] = [await pupil('Zoë', 'Aa'), await pupil('Abel', 'Zwart')];
    await app.given.aMentor([zoe, abel], mentor.id);
    const second = await app.given.aPerson({ school, roles: ['staff'], givenName: 'Aad', familyName: 'Ee' });
    await app.given.aMentor(zoe, second.id);
    const agent = await app.asActor(await staff('decaan'));
    const summary = {
      id: klas,
      name: '2C',
      year: 2,
      schoolYear: 2026,
      pupils: 2,
      mentors: ['Aad Ee', 'Maan van Dijk'],
      school: null,
    };
    expect((await members(agent, klas).expect(200)).body).toEqual({
      group: summary,
      pupils: [
        { id: abel.id, name: 'Abel Zwart', sortName: 'Zwart Abel', pupilNumber: '2c-Zwart' },
        { id: zoe.id, name: 'Zoë Aa', sortName: 'Aa Zoë', pupilNumber: '2c-Aa' },
      ],
    });
    expect((await agent.get('/api/v1/groups').expect(200)).body).toContainEqual(summary);
  });

  it('of the groups of a guest comes after his own, with the school and without numbers and mentors', async () => {
    const klas = await app.given.aGroup({ school, name: '1A', year: 1 });
    const pupil = await app.given.aPupil({ school, group: klas, givenName: 'Gast', familyName: 'Vrij' });
    await app.given.aMentor(pupil, mentor.id);
    const own = await app.given.aGroup({ school: mbo, name: 'eigen', year: 1 });
    const student = await app.given.aPupil({ school: mbo, group: own });
    const guest = await atMbo('staff');
    await app.given.aTeacher({ group: own, school: mbo, person: guest.id });
    await app.given.aGuest({ group: klas, school, person: guest.id, at: mbo });
    const agent = await app.asActor(guest);
    const summary = {
      id: klas,
      name: '1A',
      year: 1,
      schoolYear: 2026,
      pupils: 1,
      mentors: [],
      school: 'Veldzicht College',
    };
    const { body } = (await agent.get('/api/v1/groups').expect(200)) as { body: { id: string }[] };
    expect(body.map(({ id }) => id)).toEqual([own, klas]);
    expect(body[1]).toEqual(summary);
    expect((await members(agent, klas).expect(200)).body).toEqual({
      group: summary,
      pupils: [{ id: pupil.id, name: 'Gast Vrij', sortName: 'Vrij Gast', pupilNumber: null }],
    });
    expect((await members(agent, own).expect(200)).body).toMatchObject({ pupils: [{ id: student.id }] });
    // Without being a guest any more there is nothing of it.
    await app.owner.query(`update guest_assignment set valid_until = '2026-11-15' where person_id = $1`, [guest.id]);
    expect((await agent.get('/api/v1/groups').expect(200)).body).toHaveLength(1);
    await members(agent, klas).expect(404);
  });
});
