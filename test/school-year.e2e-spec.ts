import { type Agent, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';
import { listOf } from './support/search.js';

/**
 * Who loses sight and when, around 31 July 2027. Nothing runs at midnight: each question asks for the day, so that the
 * morning of 1 August is right because the rows are.
 *
 * - The old mentor and the old teachers end on 31 July; the new ones begin on 1 August, or when they are assigned.
 * - A substitute ends on his own last day.
 * - A doubler is in the same leerjaar again, in another group, with that group's mentor.
 * - Decaan and administrator keep sight; of the groups they see those of the new year.
 * - A pupil who left is in no list and no group any more.
 */
let app: TestApp;
let school: string;
let people: Record<
  'old' | 'fresh' | 'repeat' | 'substitute' | 'teacher' | 'nextTeacher' | 'decaan' | 'admin',
  GivenPerson
>;
let group: Record<'third' | 'fourth' | 'repeat', string>;
let pupil: GivenPupil;
let doubler: GivenPupil;
let leaver: GivenPupil;

const lastEvening = '2027-07-31T23:59:59+02:00';
const firstMorning = '2027-08-01T00:00:00+02:00';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  await app.clock.set('2027-06-14T09:00:00+02:00');
  school = await given.aSchool();
  const staff = (name: string) => given.aPerson({ school, roles: ['staff'], givenName: name });
  people = {
    old: await staff('Oude'),
    fresh: await staff('Nieuwe'),
    repeat: await staff('Andere'),
    substitute: await staff('Vervanger'),
    teacher: await staff('Docent'),
    nextTeacher: await staff('Volgende'),
    decaan: await given.aPerson({ school, roles: ['decaan'] }),
    admin: await given.aPerson({ school, roles: ['school-administrator'] }),
  };
  group = {
    third: await given.aGroup({ school, name: '3KA', year: 3 }),
    fourth: await given.aGroup({ school, name: '4KA', year: 4, schoolYear: 2027 }),
    repeat: await given.aGroup({ school, name: '3KB', year: 3, schoolYear: 2027 }),
  };
  const inThird = { school, group: group.third, mentor: people.old.id };
  pupil = await given.aPupil({ ...inThird, givenName: 'Over' });
  doubler = await given.aPupil({ ...inThird, givenName: 'Blijver' });
  leaver = await given.aPupil({ ...inThird, givenName: 'Vertrekt' });
  await given.aMentor([pupil, doubler], people.substitute.id, {
    substitute: true,
    from: '2027-06-01',
    until: '2027-07-09',
  });
  await given.aTeacher({ group: group.third, school, person: people.teacher.id });
  // What the import of the new year's roster leaves in July.
  const nextYear = { from: '2027-08-01', until: '2028-07-31' };
  await given.enrol([pupil, leaver], group.fourth, { schoolYear: 2027, from: '2027-08-01', year: 4 });
  await given.enrol(doubler, group.repeat, { schoolYear: 2027, from: '2027-08-01', year: 3 });
  await given.aMentor([pupil, leaver], people.fresh.id, nextYear);
  await given.aMentor(doubler, people.repeat.id, nextYear);
  await given.aTeacher({ group: group.fourth, school, person: people.nextTeacher.id, ...nextYear });
});
afterAll(() => app.close());

const as = (who: keyof typeof people): Promise<Agent> => app.asActor(people[who]);
const reads = async (who: keyof typeof people, whom: GivenPupil): Promise<boolean> => {
  const said = await (await as(who)).get(`/api/v1/dossiers/${whom.id}`);
  return said.status === 200 && (said.body as { profile?: { birthDate: string | null } }).profile?.birthDate != null;
};
const groups = async (who: keyof typeof people): Promise<string[]> => {
  const said = await (await as(who)).get('/api/v1/groups');
  if (said.status !== 200) return [];
  return (said.body as { name: string; pupils: number; mentors: string[] }[]).map((g) =>
    `${g.name} ${g.pupils} ${g.mentors.map((name) => name.split(' ')[0]).join('+')}`.trim(),
  );
};
const inGroup = async (who: keyof typeof people, id: string): Promise<string[]> => {
  const said = await (await as(who)).get(`/api/v1/groups/${id}/pupils`);
  return said.status === 200
    ? (said.body as { pupils: { name: string }[] }).pupils.map(({ name }) => name.split(' ')[0]!)
    : [];
};

describe('a substitute', () => {
  it('sees the pupils until and including the last day', async () => {
    await app.clock.set('2027-07-09T23:59:00+02:00');
    expect(await reads('substitute', pupil)).toBe(true);
    expect(await inGroup('substitute', group.third)).toEqual(['Blijver', 'Over']);
  });

  it('sees nothing the day after, while the mentor goes on', async () => {
    await app.clock.set('2027-07-10T00:00:00+02:00');
    expect(await reads('substitute', pupil)).toBe(false);
    expect(await inGroup('substitute', group.third)).toEqual([]);
    await (await as('substitute')).get('/api/v1/groups').expect(403);
    expect(await reads('old', pupil)).toBe(true);
  });
});

describe('on 31 July, in the evening', () => {
  beforeAll(() => app.clock.set(lastEvening));

  it('the old mentor still reads, and the new one does not yet', async () => {
    expect([await reads('old', pupil), await reads('fresh', pupil)]).toEqual([true, false]);
    expect(await groups('old')).toEqual(['3KA 3 Oude']);
    expect(await groups('fresh')).toEqual([]);
    expect(await inGroup('fresh', group.fourth)).toEqual([]);
  });

  it('the teacher still sees who is in the group', async () => {
    expect(await inGroup('teacher', group.third)).toEqual(['Blijver', 'Over', 'Vertrekt']);
    expect(await groups('nextTeacher')).toEqual([]);
  });

  it('the decaan sees the groups of the old year', async () => expect(await groups('decaan')).toEqual(['3KA 3 Oude']));
});

describe('on 1 August, in the morning', () => {
  beforeAll(() => app.clock.set(firstMorning));

  it('the old mentor has lost sight of everyone: dossier, list and name', async () => {
    for (const whom of [pupil, doubler, leaver]) expect(await reads('old', whom)).toBe(false);
    expect(await groups('old')).toEqual([]);
    expect(await inGroup('old', group.third)).toEqual([]);
    const answer = await (await as('old')).get(`/api/v1/dossiers/${pupil.id}`);
    expect([answer.status, JSON.stringify(answer.body).includes('Over')]).toEqual([404, false]);
  });

  it('the new mentor has gained it, without anyone doing a thing', async () => {
    expect([await reads('fresh', pupil), await reads('fresh', doubler)]).toEqual([true, false]);
    expect(await groups('fresh')).toEqual(['4KA 2 Nieuwe']);
  });

  it('the doubler is in the same leerjaar, in another group, with the mentor of that group', async () => {
    expect(await groups('repeat')).toEqual(['3KB 1 Andere']);
    expect([await reads('repeat', doubler), await reads('repeat', pupil)]).toEqual([true, false]);
    const said = await listOf(await as('admin'), '/api/v1/pupils', {}, doubler.name);
    expect((said.body as { items: object[] }).items).toMatchObject([{ groupName: '3KB', year: 3 }]);
  });

  it('a teacher of the old group sees nothing, and is no teacher any more', async () => {
    expect(await inGroup('teacher', group.third)).toEqual([]);
    await (await as('teacher')).get('/api/v1/groups').expect(403);
    await (await as('teacher')).get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    expect(await inGroup('nextTeacher', group.fourth)).toEqual(['Over', 'Vertrekt']);
  });

  it('the decaan keeps sight, of the groups of the new year', async () => {
    for (const whom of [pupil, doubler, leaver]) expect(await reads('decaan', whom)).toBe(true);
    expect(await groups('decaan')).toEqual(['3KB 1 Andere', '4KA 2 Nieuwe']);
  });

  it('the second wall says the same: the rows themselves are out of sight', async () => {
    const answer = await (
      await as('old')
    )
      .post(`/api/v1/pupils/${pupil.id}/activities`)
      .set('idempotency-key', crypto.randomUUID())
      .send({ type: 'open-day', title: 'Nog iets', startsOn: '2027-07-01' });
    expect(answer.status).toBe(404);
  });
});

describe('a pupil who left the school', () => {
  beforeAll(async () => {
    await app.clock.set('2027-09-06T09:00:00+02:00');
    expect(await inGroup('fresh', group.fourth)).toEqual(['Over', 'Vertrekt']);
    await app.owner.query(`update pupil set left_on = '2027-09-03' where id = $1`, [leaver.id]);
  });

  it.each(['fresh', 'nextTeacher', 'decaan', 'admin'] as const)('is out of the groups of %s', async (who) => {
    expect(await inGroup(who, group.fourth)).toEqual(['Over']);
    expect((await groups(who)).find((line) => line.startsWith('4KA'))).toMatch(/^4KA 1/);
  });

  it('is out of the lists of the administrator, and gets no mentor and no letter', async () => {
    const admin = await as('admin');
    const said = await admin.get('/api/v1/pupils');
    expect((said.body as { items: { id: string }[] }).items.map(({ id }) => id).sort()).toEqual(
      [pupil.id, doubler.id].sort(),
    );
    await admin.get(`/api/v1/pupils/${leaver.id}/activation-letters`).expect(404);
    const assign = admin.post(`/api/v1/pupils/${leaver.id}/mentors`).set('idempotency-key', crypto.randomUUID());
    await assign.send({ personId: people.repeat.id }).expect(404);
  });
});

describe('a mentor who is assigned in June for the new year', () => {
  it('begins on 1 August and ends on 31 July, and changes nothing of this year', async () => {
    await app.clock.set('2027-06-14T09:00:00+02:00');
    const admin = await as('admin');
    const assign = admin.post(`/api/v1/groups/${group.fourth}/mentors`).set('idempotency-key', crypto.randomUUID());
    await assign.send({ personId: people.repeat.id }).expect(201);
    const said = await admin.get(`/api/v1/groups/${group.fourth}/mentors`);
    const periods = (said.body as { mentors: { name: string; from: string; until: string }[] }).mentors;
    expect(periods.map(({ name, from, until }) => `${name.split(' ')[0]} ${from} ${until}`)).toEqual([
      'Andere 2027-08-01 2028-07-31',
    ]);
    expect(await reads('old', pupil)).toBe(true);
    await app.clock.set(firstMorning);
    expect([await reads('fresh', pupil), await reads('repeat', pupil)]).toEqual([false, true]);
  });
});

describe('each wall by itself knows what day it is', () => {
  beforeAll(() => app.clock.set(firstMorning));

  it('the rows: an old mentor and an old teacher find none', async () => {
    for (const who of ['old', 'teacher', 'substitute'] as const) {
      const { rows } = await app.owner.query<{ mentors: boolean; teaches: boolean }>(
        `with context as materialized (select set_config('app.actor', $1, false), set_config('app.kind', 'staff', false),
                                              set_config('app.school', $2, false), set_config('app.roles', 'mentor,teacher', false))
         select app_mentors($3) as mentors, app_teaches($3) as teaches from context`,
        [people[who].id, school, pupil.id],
      );
      expect(rows).toEqual([{ mentors: false, teaches: false }]);
    }
  });

  it('the questions: with row-level security off they see no more', async () => {
    for (const table of ['pupil', 'enrolment', 'mentor_assignment', 'teaching_assignment'])
      await app.owner.query(`alter table ${table} disable row level security`);
    // They have other pupils now, so that the routes are open to them.
    const next = await app.given.aGroup({ school, name: '1KC', year: 1 });
    const newcomer = await app.given.aPupil({ school, group: next, year: 1, mentor: people.old.id });
    await app.given.aTeacher({ group: next, school, person: people.teacher.id });
    for (const who of ['old', 'teacher'] as const) {
      expect(await groups(who)).toEqual(['1KC 1 Oude']);
      expect([await inGroup(who, group.third), await inGroup(who, group.fourth)]).toEqual([[], []]);
      await (await as(who)).get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    }
    expect([await reads('old', newcomer), await reads('old', pupil)]).toEqual([true, false]);
    // The leaver goes in September.
    expect(await groups('repeat')).toEqual(['3KB 1 Andere', '4KA 2 Andere']);
  });
});
