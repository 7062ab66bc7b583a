import { type Agent, startApp, type TestApp } from './support/app.js';
import type { Role } from '../src/platform/access/actor.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';

let app: TestApp;
let school: string;
let groupA: string;
let groupB: string;
let inA: GivenPupil[];
let mentor: GivenPerson;
beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  groupA = await given.aGroup({ school, name: '3KA', year: 3 });
  groupB = await given.aGroup({ school, name: '2KB', year: 2 });
  await given.aGroup({ school, name: 'leeg' });
  inA = await given.pupils(3, { school, group: groupA });
  await given.pupils(2, { school, group: groupB });
  mentor = await given.aPerson({ school, roles: ['staff'], givenName: 'Maan', familyName: 'Mentor' });
  await given.aMentor(inA.slice(0, 2), mentor.id);
});
afterAll(() => app.close());

const groups = async (agent: Agent): Promise<string[]> => {
  const said = await agent.get('/api/v1/groups').expect(200);
  return (said.body as { name: string; pupils: number; mentors: string[] }[]).map(({ name, pupils, mentors }) =>
    `${name} ${pupils} ${mentors.join()}`.trim(),
  );
};

it.each<Role>(['decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator'])(
  'the %s sees every group that has pupils',
  async (role) => {
    const agent = await app.asActor(await app.given.aPerson({ school, roles: [role] }));
    expect(await groups(agent)).toEqual(['2KB 2', '3KA 3 Maan Mentor']);
    const said = await agent.get(`/api/v1/groups/${groupA}/pupils`).expect(200);
    expect(said.body).toMatchObject({ group: { name: '3KA', pupils: 3, mentors: ['Maan Mentor'] } });
    expect((said.body as { pupils: object[] }).pupils).toHaveLength(3);
  },
);

it('the mentor sees his pupils of the group, and counts no others', async () => {
  const agent = await app.asActor(mentor);
  expect(await groups(agent)).toEqual(['3KA 2 Maan Mentor']);
  const said = await agent.get(`/api/v1/groups/${groupA}/pupils`).expect(200);
  expect((said.body as { pupils: { id: string }[] }).pupils.map(({ id }) => id).sort()).toEqual(
    inA
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  );
  await agent.get(`/api/v1/groups/${groupB}/pupils`).expect(404);
});

it('a teacher sees name and number of who is in his group', async () => {
  const teacher = await app.given.aPerson({ school, roles: ['staff'] });
  await app.given.aTeacher({ group: groupB, school, person: teacher.id });
  const agent = await app.asActor(teacher);
  expect(await groups(agent)).toEqual(['2KB 2']);
  const said = await agent.get(`/api/v1/groups/${groupB}/pupils`).expect(200);
  const [first] = (said.body as { pupils: object[] }).pupils;
  expect(Object.keys(first!).sort()).toEqual(['id', 'name', 'pupilNumber', 'sortName']);
  await agent.get(`/api/v1/groups/${groupA}/pupils`).expect(404);
});

it('a list that was shown is on the record of the school', async () => {
  await (await app.asActor(mentor)).get(`/api/v1/groups/${groupA}/pupils`).expect(200);
  const { rows } = await app.owner.query<{ pupil_ids: string[] }>(
    `select pupil_ids from audit_event where chain_id = $1 and action = 'list.read' and actor_id = $2 order by seq desc`,
    [school, mentor.id],
  );
  expect(rows[0]!.pupil_ids.sort()).toEqual([inA[0]!.id, inA[1]!.id].sort());
});

it('nobody of elsewhere, no pupil and no guardian has groups', async () => {
  const elsewhere = await app.given.aSchool();
  const decaan = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['decaan'] }));
  expect(await groups(decaan)).toEqual([]);
  await decaan.get(`/api/v1/groups/${groupA}/pupils`).expect(404);
  const guardian = await app.given.aGuardian(inA[0]!);
  for (const who of [inA[0]!, guardian]) {
    await (await app.asActor(who)).get('/api/v1/groups').expect(403);
    await (await app.asActor(who)).get(`/api/v1/groups/${groupA}/pupils`).expect(404);
  }
  await app.http().get('/api/v1/groups').expect(401);
});
