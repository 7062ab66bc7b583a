import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { statementsOf } from './support/statements.js';

let app: TestApp;
let school: string;
let otherSchool: string;
let group: string;
let otherGroup: string;
let noor: GivenPupil;
let sem: GivenPupil;
let inOtherGroup: GivenPupil;
let elsewhere: GivenPupil;
let decaan: Agent;
let secondDecaan: Agent;
let decaanElsewhere: Agent;
let mentorOfNoor: Agent;
let teacher: Agent;
let teacherPerson: GivenPerson;
let intaker: Agent;
let guardianOfNoor: Agent;
let asNoor: Agent;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  otherSchool = await given.aSchool();
  const mbo = await given.aSchool({ kind: 'mbo' });
  group = await given.aGroup({ school });
  otherGroup = await given.aGroup({ school });
  [noor, sem] = (await given.pupils(2, { school, group })) as [GivenPupil, GivenPupil];
  inOtherGroup = await given.aPupil({ school, group: otherGroup });
  elsewhere = await given.aPupil({ school: otherSchool, group: await given.aGroup({ school: otherSchool }) });
  decaan = await app.asActor(await given.aPerson({ school, roles: ['decaan'] }));
  secondDecaan = await app.asActor(await given.aPerson({ school, roles: ['decaan'] }));
  decaanElsewhere = await app.asActor(await given.aPerson({ school: otherSchool, roles: ['decaan'] }));
  const mentor = await given.aPerson({ school, roles: ['staff'] });
  await given.aMentor(noor, mentor.id);
  mentorOfNoor = await app.asActor(mentor);
  teacherPerson = await given.aPerson({ school, roles: ['staff'] });
  await given.aTeacher({ group, school, person: teacherPerson.id });
  teacher = await app.asActor(teacherPerson);
  guardianOfNoor = await app.asActor(await given.aGuardian(noor), { school: null });
  asNoor = await app.asActor(noor);
  await given.anApplication({ pupil: noor, to: mbo });
  await given.aConsent({ pupil: noor, to: mbo, sections: ['profile', 'lob', 'reflections'] });
  intaker = await app.asActor(await given.aPerson({ school: mbo, roles: ['intaker'] }));
});
afterAll(() => app.close());

const openDay = { type: 'open-day', title: 'Open dag', startsOn: '2026-11-10' };
const present = (...pupils: { id: string }[]): { pupilId: string }[] => pupils.map(({ id }) => ({ pupilId: id }));
const logFor = (agent: Agent, pupils: unknown, { to = group, key = newKey(), facts = {} } = {}) =>
  agent
    .post(`/api/v1/groups/${to}/activities`)
    .set('idempotency-key', key)
    .send({ ...openDay, ...facts, pupils });

interface Activity {
  id: string;
  logId: string;
  title: string;
  place: string;
  remark: string;
  result: string;
  evaluation: string;
  followUp: string;
  version: number;
}
interface Reflection {
  id: string;
  text: string;
  version: number;
}
const dossierOf = async (
  agent: Agent,
  pupil: { id: string },
): Promise<{ lob: Activity[]; reflections?: Reflection[] }> =>
  (await agent.get(`/api/v1/dossiers/${pupil.id}`).expect(200)).body as { lob: Activity[]; reflections?: Reflection[] };
const inLog = async (pupil: { id: string }, logId: string): Promise<Activity | undefined> =>
  (await dossierOf(decaan, pupil)).lob.find((activity) => activity.logId === logId);
const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  Number((await app.owner.query<{ n: string }>(`select count(*) as n from ${sql}`, values)).rows[0]!.n);
const logIdOf = (answer: { body: unknown }): string => (answer.body as { logId: string }).logId;
const codeOf = (answer: { body: unknown }): string => (answer.body as { code: string }).code;
const aClassLog = async (facts = {}): Promise<string> => logIdOf(await logFor(decaan, present(noor, sem), { facts }));
const versionOfLog = async (agent: Agent, logId: string): Promise<number> =>
  ((await agent.get(`/api/v1/activity-logs/${logId}`).expect(200)).body as { version: number }).version;
const ifMatch = (version: number): string => `"${version}"`;

describe('logging for a class', () => {
  test('a decaan logs once, and everyone who was there has it, with a remark of their own', async () => {
    const answer = await logFor(decaan, [{ pupilId: noor.id, remark: ' Stelde goede vragen ' }, { pupilId: sem.id }], {
      facts: { place: 'Vaarcollege', competences: ['netwerken', 'werkexploratie'] },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ logId: expect.any(String) as string, pupils: 2 });
    expect(await inLog(noor, logIdOf(answer))).toMatchObject({
      title: 'Open dag',
      place: 'Vaarcollege',
      competences: ['netwerken', 'werkexploratie'],
      remark: 'Stelde goede vragen',
      result: '',
      version: 1,
    });
    expect(await inLog(sem, logIdOf(answer))).toMatchObject({ remark: '' });
    const events = await count(`audit_event where action = 'activity.logged' and chain_id = any($1)`, [
      noor.id,
      sem.id,
    ]);
    expect(events).toBe(2);
  });

  test.each([
    ['of another group', () => inOtherGroup.id],
    ['of another school', () => elsewhere.id],
    ['who does not exist', () => randomUUID()],
  ])('with one pupil among them %s nothing is logged for anyone', async (_, other) => {
    const before = await count('activity');
    const answer = await logFor(decaan, [...present(noor, sem), { pupilId: other() }]);
    expect(answer.status).toBe(404);
    expect(Object.keys(answer.body as object).sort()).toEqual(['code', 'status', 'title', 'type']);
    expect(await count('activity')).toBe(before);
  });

  test('with one pupil named twice nothing is logged, and it is said who', async () => {
    const before = await count('activity');
    const answer = await logFor(decaan, [...present(noor, sem), { pupilId: noor.id.toUpperCase() }]);
    expectFaultIn('pupils.2.pupilId', answer);
    expect(await count('activity')).toBe(before);
  });

  test('a pupil who left is in no class log', async () => {
    const left = await app.given.aPupil({ school, group, leftOn: '2026-11-01' });
    expect((await logFor(decaan, present(noor, left))).status).toBe(404);
  });

  test('nobody ticked is said as such', async () => {
    const answer = await logFor(decaan, []);
    expect(answer.status).toBe(422);
    expect(codeOf(answer)).toBe('nobody-ticked');
  });

  test('a mentor logs for the own pupils only, a teacher for the group, nobody else', async () => {
    expect((await logFor(mentorOfNoor, present(noor))).status).toBe(201);
    expect((await logFor(mentorOfNoor, present(noor, sem))).status).toBe(404);
    expect((await logFor(teacher, present(noor, sem))).status).toBe(201);
    expect((await logFor(teacher, present(inOtherGroup), { to: otherGroup })).status).toBe(404);
    expect((await logFor(decaanElsewhere, present(noor))).status).toBe(404);
    for (const agent of [asNoor, guardianOfNoor, intaker])
      expect((await logFor(agent, present(noor))).status).toBe(404);
  });

  test('sent twice with one key it is logged once, and the answer is the same', async () => {
    const key = newKey();
    const first = await logFor(decaan, present(noor, sem), { key });
    const second = await logFor(decaan, present(noor, sem), { key });
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(await count('activity where log_id = $1', logIdOf(first))).toBe(2);
  });

  test('sent ten times at once with one key it is logged once', async () => {
    const key = newKey();
    const before = await count('activity');
    const answers = await Promise.all(Array.from({ length: 10 }, () => logFor(decaan, present(noor, sem), { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(logIdOf)).size).toBe(1);
    expect(await count('activity')).toBe(before + 2);
  });

  test('one key for something else is refused, and without a key nothing happens', async () => {
    const key = newKey();
    await logFor(decaan, present(noor), { key });
    const before = await count('activity');
    for (const other of [
      await logFor(decaan, present(noor, sem), { key }),
      await logFor(decaan, present(inOtherGroup), { key, to: otherGroup }),
    ]) {
      expect(other.status).toBe(422);
      expect(codeOf(other)).toBe('idempotency-key-reused');
    }
    const none = await decaan.post(`/api/v1/groups/${group}/activities`).send({ ...openDay, pupils: present(noor) });
    expect([none.status, codeOf(none)]).toEqual([400, 'idempotency-key-missing']);
    for (const malformed of ['kort', 'x'.repeat(101), 'met spatie erin'])
      expect((await logFor(decaan, present(noor), { key: malformed })).status).toBe(400);
    expect(await count('activity')).toBe(before);
  });

  test('an answer that a process of before kept, which says no roles, is given to nobody', async () => {
    const key = newKey();
    expect((await logFor(decaan, present(noor), { key })).status).toBe(201);
    const before = await count('activity');
    const { rows } = await app.owner.query<Record<string, unknown>>(
      'delete from idempotency where key = $1 returning actor_id, route, body_hash, response, at, school_id',
      [key],
    );
    await app.owner.query(
      `insert into idempotency (actor_id, key, route, body_hash, response, at, school_id) values ($2, $1, $3, $4, $5, $6, $7)`,
      [key, ...Object.values(rows[0]!)],
    );
    const again = await logFor(decaan, present(noor), { key });
    expect([again.status, codeOf(again), await count('activity')]).toEqual([404, 'not-found', before]);
  });

  test('one key in the hands of two people is two keys', async () => {
    const key = newKey();
    const one = await logFor(decaan, present(noor), { key });
    const other = await logFor(secondDecaan, present(noor), { key });
    expect(other.status).toBe(201);
    expect(logIdOf(other)).not.toBe(logIdOf(one));
  });

  test('a key whose work was refused can be used again', async () => {
    const key = newKey();
    expect((await logFor(decaan, present(elsewhere), { key })).status).toBe(404);
    expect((await logFor(decaan, present(noor), { key })).status).toBe(201);
  });

  test('it takes at most six statements, for 2 pupils as for 60', async () => {
    const large = await app.given.aGroup({ school });
    const sixty = await app.given.pupils(60, { school, group: large });
    const counts: number[] = [];
    for (const [pupils, to] of [
      [[noor, sem], group],
      [sixty, large],
    ] as const) {
      const said = await statementsOf(async () => {
        expect((await logFor(decaan, present(...pupils), { to })).body).toMatchObject({ pupils: pupils.length });
      });
      expect(said.some((sql) => sql.startsWith('insert into activity'))).toBe(true); // it is counted where it happens
      counts.push(said.length);
    }
    expect(counts[0]).toBeLessThanOrEqual(6);
    expect(counts[1]).toBe(counts[0]);
  });

  test('when the sender hangs up halfway, nothing is logged and nothing is on record', async () => {
    const activities = await count('activity');
    const events = await count('audit_event');
    const authorization = `Bearer ${await app.tokenFor(teacherPerson)}`;
    const controller = new AbortController();
    await app.owner.query('begin');
    try {
      await app.owner.query('lock table activity in access exclusive mode');
      const sent = fetch(`${app.url}/api/v1/groups/${group}/activities`, {
        method: 'POST',
        signal: controller.signal,
        headers: { authorization, 'idempotency-key': newKey(), 'content-type': 'application/json' },
        body: JSON.stringify({ ...openDay, pupils: present(noor, sem) }),
      }).catch(() => 'hung up');
      await waitFor(async () => (await waiting('activity')) > 0);
      controller.abort();
      expect(await sent).toBe('hung up');
      await new Promise((resolve) => setTimeout(resolve, 200)); // the server hears of it
    } finally {
      await app.owner.query('commit');
    }
    await waitFor(async () => (await waiting('activity')) === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await count('activity')).toBe(activities);
    expect(await count('audit_event')).toBe(events);
    expect((await logFor(teacher, present(noor, sem))).status).toBe(201);
  });
});

/** How many statements wait for a lock on this table. */
const waiting = (table: string): Promise<number> =>
  count(`pg_locks l join pg_class c on c.oid = l.relation where c.relname = $1 and not l.granted`, table);
async function waitFor(what: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('it did not come');
}

describe('correcting and removing in one dossier', () => {
  const correct = (agent: Agent, id: string, version: number | string | null, body: object = {}) => {
    const call = agent.patch(`/api/v1/activities/${id}`);
    if (version !== null) void call.set('if-match', typeof version === 'number' ? ifMatch(version) : version);
    return call.send({ ...openDay, ...body });
  };
  const remove = (agent: Agent, id: string, version: number | null, reason: unknown = 'Dubbel ingevoerd') => {
    const call = agent.delete(`/api/v1/activities/${id}`);
    if (version !== null) void call.set('if-match', ifMatch(version));
    return call.send({ reason });
  };

  test('it needs the version that was read: 428 without, 412 with another', async () => {
    const { id } = (await inLog(noor, await aClassLog()))!;
    for (const [version, status, code] of [
      [null, 428, 'if-match-missing'],
      [2, 412, 'stale-version'],
      ['*', 412, 'stale-version'],
      ['W/"1"', 412, 'stale-version'],
      ['"1", "2"', 412, 'stale-version'],
    ] as const) {
      const answer = await correct(decaan, id, version, { title: 'Anders' });
      expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    }
    expect((await remove(decaan, id, null)).status).toBe(428);
    expect((await remove(decaan, id, 9)).status).toBe(412);
    expect((await correct(decaan, id, 1, { title: 'Beter' })).body).toEqual({ id, version: 2 });
    expect((await correct(decaan, id, 1, { title: 'Te laat' })).status).toBe(412);
    expect((await remove(decaan, id, 2)).status).toBe(204);
    expect((await remove(decaan, id, 3)).status).toBe(404);
    expect((await dossierOf(asNoor, noor)).lob.map((activity) => activity.id)).not.toContain(id);
  });

  test('of two editors at once one wins, and the other is told', async () => {
    const { id, logId } = (await inLog(noor, await aClassLog()))!;
    const answers = await Promise.all([
      correct(decaan, id, 1, { title: 'Van de een' }),
      correct(secondDecaan, id, 1, { title: 'Van de ander' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers[0].status === 200 ? 'Van de een' : 'Van de ander';
    expect(await inLog(noor, logId)).toMatchObject({ title: winner, version: 2 });
  });

  test('the pupil writes and a teacher corrects at the same time: no words are lost', async () => {
    const { id, logId } = (await inLog(noor, await aClassLog()))!;
    const own = { result: 'Ik weet meer', evaluation: 'Het was druk', followUp: 'Nog een keer gaan' };
    const [words, facts] = await Promise.all([
      asNoor.put(`/api/v1/activities/${id}/own-words`).set('if-match', ifMatch(1)).send(own),
      correct(decaan, id, 1, { title: 'Open avond' }),
    ]);
    expect([words.status, facts.status].sort()).toEqual([200, 412]);
    if (words.status === 412)
      await asNoor.put(`/api/v1/activities/${id}/own-words`).set('if-match', ifMatch(2)).send(own).expect(200);
    else await correct(decaan, id, 2, { title: 'Open avond' }).expect(200);
    expect(await inLog(noor, logId)).toMatchObject({ ...own, title: 'Open avond', version: 3 });
  });

  test('what a pupil logged is corrected and removed by nobody else, and the school is told why', async () => {
    const logged = await asNoor
      .post(`/api/v1/pupils/${noor.id}/activities`)
      .set('idempotency-key', newKey())
      .send({ ...openDay, title: 'Zelf geweest', remark: 'Over mijzelf' })
      .expect(201);
    const own = (await inLog(noor, logIdOf(logged)))!;
    expect(own.remark).toBe(''); // a remark is the school's
    for (const agent of [decaan, mentorOfNoor]) {
      const answer = await correct(agent, own.id, 1, { title: 'Niet waar' });
      expect([answer.status, codeOf(answer)]).toEqual([409, 'pupils-own-activity']);
      expect((await remove(agent, own.id, 1)).status).toBe(409);
    }
    for (const agent of [teacher, guardianOfNoor, intaker, decaanElsewhere, await app.asActor(sem)])
      expect((await correct(agent, own.id, 1, { title: 'Niet waar' })).status).toBe(404);
    const byLog = await decaan.patch(`/api/v1/activity-logs/${own.logId}`).set('if-match', ifMatch(1)).send(openDay);
    expect(byLog.status).toBe(404);
    expect(await inLog(noor, own.logId)).toEqual(own);
    expect((await correct(asNoor, own.id, 1, { title: 'Met vriendin geweest' })).status).toBe(200);
    expect((await remove(asNoor, own.id, 2)).status).toBe(204);
  });

  test('what the school logged is not for the pupil to correct or remove', async () => {
    const logged = (await inLog(noor, await aClassLog()))!;
    expect((await correct(asNoor, logged.id, 1, { title: 'Saai' })).status).toBe(404);
    expect((await remove(asNoor, logged.id, 1)).status).toBe(404);
    expect(await inLog(noor, logged.logId)).toEqual(logged);
  });

  test('a teacher corrects what he logged, not what a colleague logged; a mentor and a decaan do', async () => {
    const own = (await inLog(noor, logIdOf(await logFor(teacher, present(noor)))))!;
    const colleagues = (await inLog(noor, await aClassLog()))!;
    expect((await correct(teacher, own.id, 1, { title: 'Beter' })).status).toBe(200);
    expect((await correct(teacher, colleagues.id, 1, { title: 'Beter' })).status).toBe(404);
    expect((await correct(mentorOfNoor, colleagues.id, 1, { title: 'Beter' })).status).toBe(200);
    expect((await correct(decaan, own.id, 2, { title: 'Nog beter' })).status).toBe(200);
  });

  test('only the pupil writes result, evaluation and follow-up', async () => {
    const { id } = (await inLog(noor, await aClassLog()))!;
    for (const agent of [decaan, mentorOfNoor, teacher, guardianOfNoor, intaker, await app.asActor(sem)])
      expect(
        (await agent.put(`/api/v1/activities/${id}/own-words`).set('if-match', ifMatch(1)).send({ result: 'x' }))
          .status,
      ).toBe(404);
    expect((await asNoor.put(`/api/v1/activities/${id}/own-words`).send({ result: 'x' })).status).toBe(428);
  });
});

describe('correcting and removing for the whole class', () => {
  const correct = (agent: Agent, logId: string, version: number, body: object = {}) =>
    agent
      .patch(`/api/v1/activity-logs/${logId}`)
      .set('if-match', ifMatch(version))
      .send({ ...openDay, ...body });
  const remove = (agent: Agent, logId: string, version: number) =>
    agent.delete(`/api/v1/activity-logs/${logId}`).set('if-match', ifMatch(version)).send({ reason: 'Ging niet door' });

  test('it needs the version that was read: 428 without, 412 when any of the rows changed since', async () => {
    const logId = await aClassLog();
    const version = await versionOfLog(decaan, logId);
    expect((await decaan.patch(`/api/v1/activity-logs/${logId}`).send(openDay)).status).toBe(428);
    expect((await decaan.delete(`/api/v1/activity-logs/${logId}`).send({ reason: 'Dubbel' })).status).toBe(428);
    const { id } = (await inLog(sem, logId))!;
    await decaan
      .patch(`/api/v1/activities/${id}`)
      .set('if-match', ifMatch(1))
      .send({ ...openDay, place: 'Elders' });
    for (const stale of [await correct(decaan, logId, version), await remove(decaan, logId, version)])
      expect([stale.status, codeOf(stale)]).toEqual([412, 'stale-version']);
    const read = await versionOfLog(decaan, logId);
    expect((await correct(decaan, logId, read, { title: 'Beter' })).body).toEqual({ logId, pupils: 2 });
  });

  test('of two editors at once one wins in every dossier, and the other is told', async () => {
    const logId = await aClassLog();
    const version = await versionOfLog(decaan, logId);
    const answers = await Promise.all([
      correct(decaan, logId, version, { title: 'Van de een' }),
      correct(secondDecaan, logId, version, { title: 'Van de ander' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const title = answers[0].status === 200 ? 'Van de een' : 'Van de ander';
    for (const pupil of [noor, sem]) expect(await inLog(pupil, logId)).toMatchObject({ title, version: 2 });
  });

  test('remarks, the words of pupils and their reflections survive a correction', async () => {
    const logId = logIdOf(await logFor(decaan, [{ pupilId: noor.id, remark: 'Goed gedaan' }, { pupilId: sem.id }]));
    const { id } = (await inLog(noor, logId))!;
    const own = { result: 'Ik weet meer', evaluation: 'Het was druk', followUp: 'Nog een keer gaan' };
    await asNoor.put(`/api/v1/activities/${id}/own-words`).set('if-match', ifMatch(1)).send(own).expect(200);
    const text = 'Dit wil ik later ook gaan doen.';
    await asNoor
      .post(`/api/v1/pupils/${noor.id}/reflections`)
      .set('idempotency-key', newKey())
      .send({ activityId: id, text })
      .expect(201);
    const version = await versionOfLog(decaan, logId);
    await correct(decaan, logId, version, { title: 'Open avond', place: 'Vaarstad' }).expect(200);
    const { lob, reflections } = await dossierOf(asNoor, noor);
    expect(lob.find((activity) => activity.id === id)).toMatchObject({
      ...own,
      title: 'Open avond',
      place: 'Vaarstad',
      remark: 'Goed gedaan',
    });
    expect(reflections!.map((reflection) => reflection.text)).toContain(text);
  });

  test('removed, it is in no dossier any more; the reason stays on record', async () => {
    const logId = await aClassLog();
    const version = await versionOfLog(decaan, logId);
    expect((await remove(decaan, logId, version)).body).toEqual({ logId, pupils: 2 });
    for (const pupil of [noor, sem]) expect(await inLog(pupil, logId)).toBeUndefined();
    expect(await count(`activity where log_id = $1 and removed_reason = 'Ging niet door'`, logId)).toBe(2);
    expect((await remove(decaan, logId, version)).status).toBe(404);
    expect((await decaan.get(`/api/v1/activity-logs/${logId}`)).status).toBe(404);
  });

  test('a teacher does it for what he logged, nobody for what is not his to correct', async () => {
    const own = logIdOf(await logFor(teacher, present(noor, sem)));
    const decaans = await aClassLog();
    const version = await versionOfLog(decaan, decaans);
    expect((await correct(teacher, own, await versionOfLog(teacher, own), { title: 'Beter' })).status).toBe(200);
    for (const agent of [teacher, mentorOfNoor, decaanElsewhere, asNoor, guardianOfNoor, intaker]) {
      expect((await agent.get(`/api/v1/activity-logs/${decaans}`)).status).toBe(404);
      expect((await correct(agent, decaans, version, { title: 'Niet waar' })).status).toBe(404);
      expect((await remove(agent, decaans, version)).status).toBe(404);
    }
    expect(await inLog(noor, decaans)).toMatchObject({ title: 'Open dag' });
  });
});

describe('with the first wall alone (row-level security off)', () => {
  let alone: TestApp;
  beforeAll(async () => {
    alone = await startApp();
    const { rows } = await alone.owner.query<{ relname: string }>(`select relname from pg_class where relrowsecurity`);
    for (const { relname } of rows) await alone.owner.query(`alter table ${relname} disable row level security`);
  });
  afterAll(() => alone.close());

  test('who taught or mentored a class until yesterday no longer reads, corrects or removes what he logged for it', async () => {
    const { given } = alone;
    const here = await given.aSchool();
    const klas = await given.aGroup({ school: here });
    const pupils = await given.pupils(2, { school: here, group: klas });
    const former = await given.aPerson({ school: here, roles: ['staff'] });
    await given.aTeacher({ group: klas, school: here, person: former.id, until: '2026-11-15' });
    await given.aMentor(pupils, former.id, { until: '2026-11-15' });
    // He still teaches and mentors others, so the routes are his.
    const next = await given.aGroup({ school: here });
    const others = await given.pupils(1, { school: here, group: next, mentor: former.id });
    await given.aTeacher({ group: next, school: here, person: former.id });
    const log = randomUUID();
    const [activity] = await given.activities(pupils, { log, group: klas, by: former.id });
    const agent = await alone.asActor(former);

    expect((await agent.get(`/api/v1/activity-logs/${log}`)).status).toBe(404);
    for (const call of [
      agent.patch(`/api/v1/activity-logs/${log}`).send(openDay),
      agent.delete(`/api/v1/activity-logs/${log}`).send({ reason: 'Zomaar' }),
      agent.patch(`/api/v1/activities/${activity}`).send(openDay),
      agent.delete(`/api/v1/activities/${activity}`).send({ reason: 'Zomaar' }),
    ])
      expect((await call.set('if-match', '"1"')).status).toBe(404);
    const own = await logIdAt(agent, next, others);
    expect((await agent.get(`/api/v1/activity-logs/${own}`)).status).toBe(200);
  });

  const logIdAt = async (agent: Agent, to: string, pupils: GivenPupil[]): Promise<string> =>
    logIdOf(await logFor(agent, present(...pupils), { to }));
});

describe('reflections', () => {
  const texts = async (agent: Agent): Promise<string[]> =>
    ((await dossierOf(agent, noor)).reflections ?? []).map(({ text }) => text);
  let number = 0;
  const write = async (openings: object = {}): Promise<{ id: string; version: number; text: string }> => {
    const text = `Wat ik ervan vond, nummer ${++number}.`;
    const activityId = await app.given.anActivity({ pupil: noor });
    const answer = await asNoor
      .post(`/api/v1/pupils/${noor.id}/reflections`)
      .set('idempotency-key', newKey())
      .send({ activityId, text, ...openings })
      .expect(201);
    return { ...(answer.body as { id: string; version: number }), text };
  };
  const change = (id: string, version: number, body: object) =>
    asNoor.patch(`/api/v1/reflections/${id}`).set('if-match', ifMatch(version)).send(body);

  test('a reflection is read by nobody else until the pupil opens it', async () => {
    const { text } = await write();
    expect(await texts(asNoor)).toContain(text);
    for (const agent of [decaan, mentorOfNoor, guardianOfNoor, intaker]) expect(await texts(agent)).not.toContain(text);
    expect((await dossierOf(teacher, noor)).reflections).toBeUndefined();
  });

  test.each([
    ['openToSchool', [true, false, false]],
    ['openToGuardian', [false, true, false]],
    ['openToMbo', [false, false, true]],
  ] as const)('%s opens it to that reader alone, and closing works on the next request', async (opening, expected) => {
    const { id, version, text } = await write();
    const seen = async (): Promise<boolean[]> =>
      Promise.all([decaan, guardianOfNoor, intaker].map(async (agent) => (await texts(agent)).includes(text)));
    await change(id, version, { text, [opening]: true }).expect(200);
    expect(await seen()).toEqual(expected);
    expect((await texts(mentorOfNoor)).includes(text)).toBe(expected[0]);
    await change(id, version + 1, { text }).expect(200);
    expect(await seen()).toEqual([false, false, false]);
  });

  test('of two changes at once one wins, and the other is told', async () => {
    const { id, version, text } = await write({ openToSchool: true });
    const answers = await Promise.all([
      change(id, version, { text: 'Toch liever voor mijzelf.' }),
      change(id, version, { text, openToSchool: true, openToMbo: true }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await change(id, version, { text })).status).toBe(412);
    expect((await asNoor.patch(`/api/v1/reflections/${id}`).send({ text })).status).toBe(428);
  });

  test('an activity has one reflection, also when it is written twice at once', async () => {
    const activityId = await app.given.anActivity({ pupil: noor });
    const once = () =>
      asNoor
        .post(`/api/v1/pupils/${noor.id}/reflections`)
        .set('idempotency-key', newKey())
        .send({ activityId, text: 'Ik vond het heel leuk.' });
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(codeOf(await once())).toBe('reflection-exists');
  });

  test('nobody writes in the dossier of someone else, and not on an activity of someone else', async () => {
    const activityId = await app.given.anActivity({ pupil: noor });
    const ofSem = await app.given.anActivity({ pupil: sem });
    const removed = await app.given.anActivity({ pupil: noor, removedAt: '2026-11-12T10:00:00Z' });
    const asSem = await app.asActor(sem);
    const write = (agent: Agent, about: string, to = noor.id) =>
      agent
        .post(`/api/v1/pupils/${to}/reflections`)
        .set('idempotency-key', newKey())
        .send({ activityId: about, text: 'Ik vond het heel leuk.' });
    expect((await write(asSem, activityId)).status).toBe(404);
    expect((await write(asSem, activityId, sem.id)).status).toBe(404);
    expect((await write(asNoor, ofSem)).status).toBe(404);
    expect((await write(asNoor, removed)).status).toBe(404);
    for (const agent of [decaan, mentorOfNoor, guardianOfNoor, intaker])
      expect((await write(agent, activityId)).status).toBe(404);
    const { id, version, text } = await write2();
    for (const agent of [asSem, decaan, guardianOfNoor, intaker])
      expect(
        (await agent.patch(`/api/v1/reflections/${id}`).set('if-match', ifMatch(version)).send({ text })).status,
      ).toBe(404);
  });
  const write2 = write;
});

describe('bad input names the field, and is never a fault of ours', () => {
  const facts = {
    type: required(['open-dag', 7, {}, ['open-day'], '']),
    title: required([...bad.text(120), '', '   ']),
    place: bad.text(120),
    startsOn: required([...bad.day, '', '2028-01-01', '1996-01-01']),
    endsOn: [...bad.day, '2026-11-09', '9999-12-31'],
    beroep: bad.text(80),
    opleidingId: [...bad.id, '0b54ba07-31c8-4b8a-a371-5d3ad0ac0e0c'],
    goal: bad.text(500),
    competences: [...bad.list, ['netwerken', 'netwerken']],
  };
  const remark = bad.text(300);

  test.each(badInput({ ...facts, remark }))('logging for one pupil, %s: %s', async (field, _, value) => {
    const body = withField({ ...openDay, remark: '' }, field, value);
    const answer = await decaan
      .post(`/api/v1/pupils/${noor.id}/activities`)
      .set('idempotency-key', newKey())
      .send(body);
    expectFaultIn(field, answer);
  });

  test.each(
    badInput({
      ...facts,
      pupils: required([7, {}, 'x', [7], ['x'], [null], Array.from({ length: 61 }, () => ({ pupilId: randomUUID() }))]),
      'pupils.0.pupilId': required(bad.id),
      'pupils.0.remark': remark,
    }),
  )('logging for a class, %s: %s', async (field, _, value) => {
    expectFaultIn(
      field,
      await decaan
        .post(`/api/v1/groups/${group}/activities`)
        .set('idempotency-key', newKey())
        .send(withField({ ...openDay, pupils: [{ pupilId: noor.id }] }, field, value)),
    );
  });

  test.each(badInput({ ...facts, remark }))('correcting one, %s: %s', async (field, _, value) => {
    const id = await app.given.anActivity({ pupil: noor });
    const call = asNoor.patch(`/api/v1/activities/${id}`).set('if-match', '"1"');
    expectFaultIn(field, await call.send(withField({ ...openDay, remark: '' }, field, value)));
  });

  test('correcting a class log', async () => {
    const logId = await aClassLog();
    const version = await versionOfLog(decaan, logId);
    for (const [field, , value] of badInput(facts)) {
      const call = decaan.patch(`/api/v1/activity-logs/${logId}`).set('if-match', ifMatch(version));
      expectFaultIn(field, await call.send(withField(openDay, field, value)));
    }
  });

  test.each(badInput({ reason: required([...bad.text(200), '', 'kort']) }))(
    'removing, %s: %s',
    async (field, _, value) => {
      const id = await app.given.anActivity({ pupil: noor });
      const send = withField({ reason: 'Dubbel ingevoerd' }, field, value);
      expectFaultIn(field, await asNoor.delete(`/api/v1/activities/${id}`).set('if-match', '"1"').send(send));
      expectFaultIn(field, await decaan.delete(`/api/v1/activity-logs/${id}`).set('if-match', '"1"').send(send));
    },
  );

  test.each(badInput({ result: bad.text(1000), evaluation: bad.text(1000), followUp: bad.text(1000) }))(
    'own words, %s: %s',
    async (field, _, value) => {
      const id = await app.given.anActivity({ pupil: noor });
      const call = asNoor.put(`/api/v1/activities/${id}/own-words`).set('if-match', '"1"');
      expectFaultIn(field, await call.send(withField({}, field, value)));
    },
  );

  const reflection = {
    text: required([...bad.text(2000), '', 'te kort']),
    openToSchool: bad.yesOrNo,
    openToGuardian: bad.yesOrNo,
    openToMbo: bad.yesOrNo,
  };
  test.each(badInput({ ...reflection, activityId: required(bad.id) }))(
    'writing a reflection, %s: %s',
    async (field, _, value) => {
      const body = { activityId: await app.given.anActivity({ pupil: noor }), text: 'Ik vond het heel leuk.' };
      const call = asNoor.post(`/api/v1/pupils/${noor.id}/reflections`).set('idempotency-key', newKey());
      expectFaultIn(field, await call.send(withField(body, field, value)));
    },
  );
  test.each(badInput(reflection))('changing a reflection, %s: %s', async (field, _, value) => {
    const id = await app.given.aReflection({ pupil: noor });
    const call = asNoor.patch(`/api/v1/reflections/${id}`).set('if-match', '"1"');
    expectFaultIn(field, await call.send(withField({ text: 'Ik vond het heel leuk.' }, field, value)));
  });

  test('null says the same as leaving out', async () => {
    const nulls = { place: null, endsOn: null, beroep: null, opleidingId: null, goal: null, competences: null };
    const one = await decaan
      .post(`/api/v1/pupils/${noor.id}/activities`)
      .set('idempotency-key', newKey())
      .send({ ...openDay, ...nulls, remark: null });
    expect(one.status).toBe(201);
    expect(await inLog(noor, logIdOf(one))).toMatchObject({ place: '', goal: '', remark: '', competences: [] });
    expect((await logFor(decaan, [{ pupilId: noor.id, remark: null }], { facts: nulls })).status).toBe(201);
    const id = await app.given.anActivity({ pupil: noor, result: 'Weg ermee' });
    await asNoor
      .put(`/api/v1/activities/${id}/own-words`)
      .set('if-match', '"1"')
      .send({ result: null, evaluation: null, followUp: null })
      .expect(200);
  });

  test.each([
    ['pupilId', 'x'],
    ['loggedBy', 'x'],
    ['schoolId', 'x'],
    ['version', 9],
    ['removedAt', null],
    ['result', 'Namens de leerling'],
    ['__proto__', { admin: true }],
    ['constructor', { prototype: { admin: true } }],
    ['toString', 'x'],
  ])('a field that is not asked for is refused: %s', async (field, value) => {
    const body = JSON.stringify({ ...openDay }).replace(/}$/, `,${JSON.stringify(field)}:${JSON.stringify(value)}}`);
    const answer = await decaan
      .post(`/api/v1/pupils/${noor.id}/activities`)
      .set('idempotency-key', newKey())
      .set('content-type', 'application/json')
      .send(body);
    expectFaultIn(field, answer);
    expect((answer.body as { fields: { code: string }[] }).fields[0]!.code).toBe('unknown-field');
  });

  test.each([['[]'], ['[{}]'], ['"x"'], ['7'], ['null'], ['{'], [''], ['{"title":"\\ud800"}']])(
    'a body that is no object with facts: %s',
    async (body) => {
      for (const to of [`groups/${group}`, `pupils/${noor.id}`]) {
        const answer = await decaan
          .post(`/api/v1/${to}/activities`)
          .set('idempotency-key', newKey())
          .set('content-type', 'application/json')
          .send(body);
        expect([400, 422]).toContain(answer.status);
      }
    },
  );

  test('an id that is no id is not found out by an error of the database', async () => {
    for (const id of ['7', 'x', "' or 1=1 --", '%00', '..%2f..', `${noor.id}x`]) {
      const key = newKey();
      for (const call of [
        decaan.post(`/api/v1/groups/${id}/activities`).set('idempotency-key', key).send(openDay),
        decaan.post(`/api/v1/pupils/${id}/activities`).set('idempotency-key', key).send(openDay),
        decaan.patch(`/api/v1/activities/${id}`).set('if-match', '"1"').send(openDay),
        decaan.get(`/api/v1/activity-logs/${id}`),
        asNoor.patch(`/api/v1/reflections/${id}`).set('if-match', '"1"').send({}),
      ]) {
        const { status } = await call;
        expect([400, 404]).toContain(status);
      }
    }
  });
});
