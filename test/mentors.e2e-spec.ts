import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';
import { whileHeld } from './support/held.js';
import { statementsOf } from './support/statements.js';

let app: TestApp;
let school: string;
let decaan: Agent;
let anna: GivenPerson;
let bram: GivenPerson;
let group: string;
let pupils: GivenPupil[];

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  school = await app.given.aSchool();
  decaan = await app.asActor(await app.given.aPerson({ school, roles: ['decaan'] }));
  anna = await app.given.aPerson({ school, roles: ['staff'], givenName: 'Anna' });
  bram = await app.given.aPerson({ school, roles: ['staff'], givenName: 'Bram' });
  group = await app.given.aGroup({ school });
  pupils = await app.given.pupils(4, { school, group, mentor: anna.id });
});

const post = (path: string, body: object, who = decaan) =>
  who.post(`/api/v1/${path}`).set('idempotency-key', newKey()).send(body);
const patch = (path: string, body: object, who = decaan) => who.patch(`/api/v1/${path}`).send(body);
const mentors = async (path = `groups/${group}`): Promise<string[]> => {
  const said = await decaan.get(`/api/v1/${path}/mentors`).expect(200);
  return (
    said.body as { mentors: { name: string; substitute: boolean; from: string; until: string; pupils: number }[] }
  ).mentors.map((m) => `${m.name.split(' ')[0]}${m.substitute ? ' (vervanger)' : ''} ${m.from} ${m.until} ${m.pupils}`);
};
const sees = async (person: GivenPerson, pupil = pupils[0]!): Promise<boolean> =>
  (await (await app.asActor(person)).get(`/api/v1/dossiers/${pupil.id}`)).status === 200;

describe('a group gets a mentor', () => {
  it('from today, and the one before loses sight at once, for every pupil and on the record of each', async () => {
    expect(await sees(anna)).toBe(true);
    expect(await sees(bram)).toBe(false);
    const answer = await post(`groups/${group}/mentors`, { personId: bram.id }).expect(201);
    expect(answer.body).toEqual({ pupils: 4 });
    expect(await mentors()).toEqual(['Bram 2026-11-16 2027-07-31 4']);
    expect(await sees(anna)).toBe(false);
    expect(await sees(bram)).toBe(true);
    const { rows } = await app.owner.query(
      `select distinct chain_id, actor_role, cardinality(subject_ids) as rows from audit_event where action = 'mentor.changed'
        and chain_id = any($1)`,
      [pupils.map(({ id }) => id)],
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({ actor_role: 'decaan', rows: 2 });
  });

  it('from a later day: until then nothing changes', async () => {
    await post(`groups/${group}/mentors`, { personId: bram.id, from: '2027-01-11' }).expect(201);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-01-10 4', 'Bram 2027-01-11 2027-07-31 4']);
    await app.clock.set('2027-01-10T23:59:59+01:00');
    expect([await sees(anna), await sees(bram)]).toEqual([true, false]);
    await app.clock.set('2027-01-11T00:00:00+01:00');
    expect([await sees(anna), await sees(bram)]).toEqual([false, true]);
  });

  it('twice the same changes nothing', async () => {
    await post(`groups/${group}/mentors`, { personId: bram.id }).expect(201);
    const answer = await post(`groups/${group}/mentors`, { personId: bram.id }).expect(201);
    expect(answer.body).toEqual({ pupils: 0 });
    expect(await mentors()).toEqual(['Bram 2026-11-16 2027-07-31 4']);
  });

  it('in as many statements for sixty pupils as for four', async () => {
    const big = await app.given.aGroup({ school });
    const many = await app.given.pupils(60, { school, group: big, mentor: anna.id });
    const said = async (id: string): Promise<number> =>
      (await statementsOf(() => post(`groups/${id}/mentors`, { personId: bram.id }).expect(201))).length;
    const forFour = await said(group);
    expect(await said(big)).toBe(forFour);
    expect(forFour).toBeLessThanOrEqual(10);
    expect(await mentors(`groups/${big}`)).toEqual(['Bram 2026-11-16 2027-07-31 60']);
    expect(await sees(bram, many[59])).toBe(true);
  });

  it('also when two people choose one at the same moment: then there is one, and not two', async () => {
    const cees = await app.given.aPerson({ school, roles: ['staff'] });
    const answers = await whileHeld(app, 'lock table mentor_assignment in share mode', () =>
      [bram, cees].map(({ id }) => post(`groups/${group}/mentors`, { personId: id })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await mentors()).toHaveLength(1);
  });

  it('without who left and who went to another group', async () => {
    await app.owner.query(`update pupil set left_on = '2026-11-01' where id = $1`, [pupils[0]!.id]);
    await app.owner.query(`update enrolment set valid_until = '2026-11-01' where pupil_id = $1`, [pupils[1]!.id]);
    const answer = await post(`groups/${group}/mentors`, { personId: bram.id }).expect(201);
    expect(answer.body).toEqual({ pupils: 2 });
  });

  it.each([
    ['yesterday', { from: '2026-11-15' }, 'from', 'date-in-past'],
    ['from next school year', { from: '2027-08-01' }, 'from', 'outside-school-year'],
    ['with an end of his own', { until: '2027-03-01' }, 'until', 'end-for-substitute-only'],
    ['from a day that is not there', { from: '2027-02-30' }, 'from', 'date'],
  ])('but not %s', async (_, wrong, field, code) => {
    const answer = await post(`groups/${group}/mentors`, { personId: bram.id, ...wrong }).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field, code }] });
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4']);
  });

  it('but nobody who does not work there by then', async () => {
    const [guest] = [await app.given.aPerson({ school: await app.given.aSchool(), roles: ['staff'] })];
    const leaving = await app.given.aPerson({ school, roles: [{ role: 'staff', until: '2026-12-31' }] });
    const wrong = async (body: object): Promise<unknown> =>
      (await post(`groups/${group}/mentors`, body).expect(422)).body;
    const notStaff = { fields: [{ field: 'personId', code: 'not-staff-here' }] };
    expect(await wrong({ personId: guest.id })).toMatchObject(notStaff);
    expect(await wrong({ personId: pupils[0]!.id })).toMatchObject(notStaff);
    expect(await wrong({ personId: leaving.id, from: '2027-01-04' })).toMatchObject(notStaff);
  });

  it('and an empty group none', async () => {
    const empty = await app.given.aGroup({ school });
    const answer = await post(`groups/${empty}/mentors`, { personId: bram.id }).expect(409);
    expect(answer.body).toMatchObject({ code: 'group-empty' });
  });

  it('by the decaan or the administrator of that school, nobody else', async () => {
    const elsewhere = await app.given.aSchool();
    const stranger = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['school-administrator'] }));
    await post(`groups/${group}/mentors`, { personId: bram.id }, stranger).expect(404);
    await post(`pupils/${pupils[0]!.id}/mentors`, { personId: bram.id }, stranger).expect(404);
    await post(`groups/${group}/mentors`, { personId: bram.id }, await app.asActor(anna)).expect(404);
    const lob = await app.asActor(await app.given.aPerson({ school, roles: ['lob-coordinator'] }));
    await post(`groups/${group}/mentors`, { personId: bram.id }, lob).expect(404);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4']);
    const admin = await app.asActor(await app.given.aPerson({ school, roles: ['school-administrator'] }));
    await post(`groups/${group}/mentors`, { personId: bram.id }, admin).expect(201);
  });
});

describe('a substitute', () => {
  const substitute = (body: object = {}) =>
    post(`groups/${group}/mentors`, { personId: bram.id, substitute: true, until: '2026-12-18', ...body });

  it('comes beside the mentor, and loses sight the day after the end', async () => {
    await substitute().expect(201);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4', 'Bram (vervanger) 2026-11-16 2026-12-18 4']);
    await app.clock.set('2026-12-18T23:59:00+01:00');
    expect([await sees(anna), await sees(bram)]).toEqual([true, true]);
    await app.clock.set('2026-12-19T00:00:00+01:00');
    expect([await sees(anna), await sees(bram)]).toEqual([true, false]);
  });

  it.each([
    ['without an end', { until: undefined }, 'end-required'],
    ['until before it starts', { until: '2026-11-15' }, 'period-backwards'],
    ['into the next year', { until: '2027-08-01' }, 'outside-school-year'],
  ])('is refused %s', async (_, wrong, code) => {
    const answer = await substitute(wrong).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field: 'until', code }] });
  });

  it('can stay longer', async () => {
    await substitute().expect(201);
    await substitute({ until: '2027-02-26' }).expect(201);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4', 'Bram (vervanger) 2026-11-16 2027-02-26 4']);
  });

  it('ends for who is in the group, not for who left it and kept him', async () => {
    await app.owner.query(`update enrolment set valid_until = '2026-11-15' where pupil_id = $1`, [pupils[0]!.id]);
    const answer = await patch(`groups/${group}/mentors/${anna.id}`, { lastDay: '2026-11-15' }).expect(200);
    expect(answer.body).toEqual({ pupils: 3 });
    expect([await sees(anna), await sees(anna, pupils[1])]).toEqual([true, false]);
  });

  it('ends early, at once or on a day, and only he', async () => {
    await substitute().expect(201);
    const path = `groups/${group}/mentors/${bram.id}`;
    expect((await patch(path, { lastDay: '2026-11-27' }).expect(200)).body).toEqual({ pupils: 4 });
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4', 'Bram (vervanger) 2026-11-16 2026-11-27 4']);
    expect((await patch(path, { lastDay: '2027-01-29' }).expect(200)).body).toEqual({ pupils: 0 }); // never later
    await patch(path, { lastDay: '2026-11-14' }).expect(422);
    await patch(path, { lastDay: '2026-11-15' }).expect(200);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 4']);
    expect([await sees(anna), await sees(bram)]).toEqual([true, false]);
    await patch(path, { lastDay: '2026-11-16' }).expect(404);
  });
});

describe('one pupil', () => {
  it('gets a mentor of his own, and the others keep theirs', async () => {
    const [first, second] = pupils;
    await post(`pupils/${first!.id}/mentors`, { personId: bram.id }).expect(201);
    expect(await mentors(`pupils/${first!.id}`)).toEqual(['Bram 2026-11-16 2027-07-31 1']);
    expect(await mentors()).toEqual(['Anna 2026-08-01 2027-07-31 3', 'Bram 2026-11-16 2027-07-31 1']);
    expect([await sees(bram), await sees(bram, second)]).toEqual([true, false]);
    expect((await patch(`pupils/${first!.id}/mentors/${bram.id}`, { lastDay: '2026-11-20' }).expect(200)).body).toEqual(
      {
        pupils: 1,
      },
    );
  });

  it('is looked for in the own school only', async () => {
    const other = await app.given.aPupil({ school: await app.given.aSchool() });
    await post(`pupils/${other.id}/mentors`, { personId: bram.id }).expect(404);
    await decaan.get(`/api/v1/pupils/${other.id}/mentors`).expect(404);
  });
});

describe('a teacher of a group', () => {
  const list = async (): Promise<string[]> => {
    const said = await decaan.get(`/api/v1/groups/${group}/teachers`).expect(200);
    return (said.body as { name: string; subject: string; from: string; until: string }[]).map(
      (t) => `${t.name.split(' ')[0]} ${t.subject} ${t.from} ${t.until}`,
    );
  };
  const add = (body: object = {}, who = decaan) =>
    post(`groups/${group}/teachers`, { personId: bram.id, subject: 'Wiskunde', ...body }, who);
  const seesName = async (): Promise<boolean> =>
    (await (await app.asActor(bram)).get(`/api/v1/groups/${group}/pupils`)).status === 200;

  it('sees who is in it, from the first to the last day', async () => {
    await add({ from: '2026-11-17', until: '2027-01-29' }).expect(201);
    expect(await list()).toEqual(['Bram Wiskunde 2026-11-17 2027-01-29']);
    expect(await seesName()).toBe(false);
    await app.clock.set('2027-01-29T23:00:00+01:00');
    expect(await seesName()).toBe(true);
    await app.clock.set('2027-01-30T00:00:00+01:00');
    expect(await seesName()).toBe(false);
  });

  it('until 31 July when nothing else is said, and earlier when it is ended', async () => {
    const said = await add().expect(201);
    const { id } = said.body as { id: string };
    expect(await list()).toEqual(['Bram Wiskunde 2026-11-16 2027-07-31']);
    await patch(`teaching-assignments/${id}`, { lastDay: '2026-11-14' }).expect(422);
    await patch(`teaching-assignments/${id}`, { lastDay: '2026-11-15' }).expect(204);
    expect(await list()).toEqual([]);
    expect(await seesName()).toBe(false);
    await patch(`teaching-assignments/${id}`, { lastDay: '2026-11-15' }).expect(404);
    const { rows } = await app.owner.query(
      `select action from audit_event where chain_id = $1 and subject_ids = array[$2::uuid]`,
      [school, id],
    );
    expect(rows).toEqual([{ action: 'teaching.changed' }, { action: 'teaching.changed' }]);
  });

  it('is there once for the same subject', async () => {
    await add().expect(201);
    const answer = await add({ subject: ' wiskunde ' }).expect(409);
    expect(answer.body).toMatchObject({ code: 'teaches-already' });
    await add({ subject: 'Rekenen' }).expect(201);
  });

  it('is given by decaan or administrator of the school', async () => {
    await add({}, await app.asActor(anna)).expect(404);
    const said = await add().expect(201);
    const stranger = await app.asActor(
      await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }),
    );
    await add({}, stranger).expect(404);
    await patch(`teaching-assignments/${(said.body as { id: string }).id}`, { lastDay: '2026-11-16' }, stranger).expect(
      404,
    );
    await stranger.get(`/api/v1/groups/${group}/teachers`).expect(404);
    await add({ subject: '' }).expect(422);
    await add({ personId: pupils[0]!.id, subject: 'Gym' }).expect(422);
  });
});

it('staff of the school can be chosen, and nobody who left', async () => {
  await app.given.aPerson({ school, givenName: 'Cees', roles: [{ role: 'staff', until: '2026-10-01' }] });
  const said = await decaan.get('/api/v1/staff-choices').expect(200);
  const names = (said.body as { name: string }[]).map(({ name }) => name.split(' ')[0]);
  expect(names).toEqual(expect.arrayContaining(['Anna', 'Bram', 'Robin']));
  expect(names).toHaveLength(3);
});
