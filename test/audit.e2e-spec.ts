import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { statementsOf } from './support/statements.js';
import { listOf } from './support/search.js';

let app: TestApp;
let school: string;
let otherSchool: string;
let mbo: string;
let opleiding: string;
let group: string;
let decaanPerson: GivenPerson;
let mentorPerson: GivenPerson;
let intakerPerson: GivenPerson;
let decaan: Agent;
let mentor: Agent;
let intaker: Agent;
let officer: Agent;
let officerElsewhere: Agent;

const FIFTEEN = '2011-03-09';
const SIXTEEN = '2010-03-09';
const openDay = { type: 'open-day', title: 'Open dag', startsOn: '2026-11-10' };

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  otherSchool = await given.aSchool();
  mbo = await given.aSchool({ kind: 'mbo' });
  opleiding = await given.anOpleiding({ school: mbo });
  group = await given.aGroup({ school });
  decaanPerson = await given.aPerson({ school, roles: ['decaan'], givenName: 'Dirk', familyName: 'Decaan' });
  mentorPerson = await given.aPerson({ school, roles: ['staff'], givenName: 'Mia', familyName: 'Mentor' });
  intakerPerson = await given.aPerson({ school: mbo, roles: ['intaker'], givenName: 'Ilse', familyName: 'Intaker' });
  await given.aMentor(await given.aPupil({ school, group }), mentorPerson.id); // so that he is a mentor whoever else he mentors
  decaan = await app.asActor(decaanPerson);
  mentor = await app.asActor(mentorPerson);
  intaker = await app.asActor(intakerPerson);
  officer = await app.asActor(await given.aPerson({ school, roles: ['privacy-officer'] }));
  officerElsewhere = await app.asActor(await given.aPerson({ school: otherSchool, roles: ['privacy-officer'] }));
});
afterAll(() => app.close());

interface Event {
  seq: string;
  chain: string;
  chain_id: string;
  request_id: string;
  actor_id: string | null;
  actor_role: string;
  actor_school_id: string | null;
  action: string;
  outcome: string;
  sections: string[];
  basis: string | null;
  purpose: string | null;
  pupil_ids: string[];
  subject_ids: string[];
  school_id: string | null;
  form: number;
  on_behalf_of: string | null;
  share_id: string | null;
  reason: string | null;
}
const chainOf = async (id: string): Promise<Event[]> =>
  (await app.owner.query<Event>('select * from audit_event where chain_id = $1 order by seq', [id])).rows;
const countOf = async (table: string): Promise<number> =>
  Number((await app.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n);
/** What this work adds to the audit, whatever the chain. */
const recordedBy = async (work: () => Promise<unknown>): Promise<Event[]> => {
  const before = new Set((await allEvents()).map(keyOf));
  await work();
  return (await allEvents()).filter((event) => !before.has(keyOf(event)));
};
const allEvents = async (): Promise<Event[]> =>
  (await app.owner.query<Event>('select * from audit_event order by at, chain_id, seq')).rows;
const keyOf = ({ chain_id, seq }: Event): string => `${chain_id} ${seq}`;
const verify = async (chain: string, key = app.config.auditKeyBytes): Promise<string | null> =>
  (await app.owner.query<{ at: string | null }>('select audit_verify($1, $2)::text as at', [key, chain])).rows[0]!.at;
const post = (agent: Agent, path: string, body: object) =>
  agent.post(`/api/v1/${path}`).set('idempotency-key', newKey()).send(body);
const ifMatch = (version: number): string => `"${version}"`;

/** A pupil who shares everything with the mbo, and has something to share. */
const aPupil = async (wishes: { birthDate?: string; sections?: string[] } = {}): Promise<GivenPupil> => {
  const { birthDate = FIFTEEN, sections = ['profile', 'school-career', 'lob', 'reflections'] } = wishes;
  const pupil = await app.given.aPupil({ school, group, birthDate, mentor: mentorPerson.id, guardians: [{}] });
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  await app.given.aConsent({ pupil, to: mbo, sections });
  await app.given.anActivity({ pupil });
  return pupil;
};

describe('every sight is on record, once', () => {
  test('a decaan, a mentor, a guardian and the pupil who read a dossier: one row each, with role and ground', async () => {
    const pupil = await aPupil();
    const all = ['profile', 'school-career', 'lob', 'reflections'];
    for (const [agent, expected] of [
      [decaan, { actor_id: decaanPerson.id, actor_role: 'decaan', basis: 'school-role', actor_school_id: school }],
      [mentor, { actor_id: mentorPerson.id, actor_role: 'mentor', basis: 'mentor', actor_school_id: school }],
      [
        await app.asActor(pupil.guardians[0]!, { school: null }),
        { actor_id: pupil.guardians[0]!.id, actor_role: 'guardian', basis: 'custody', actor_school_id: null },
      ],
      [await app.asActor(pupil), { actor_id: pupil.id, actor_role: 'pupil', basis: 'own', actor_school_id: school }],
    ] as const) {
      const rows = await recordedBy(() => agent.get(`/api/v1/dossiers/${pupil.id}`).expect(200));
      expect(rows).toEqual([
        expect.objectContaining({
          ...expected,
          chain: 'pupil',
          chain_id: pupil.id,
          action: 'section.read',
          outcome: 'allowed',
          sections: all,
          purpose: null,
          pupil_ids: [],
          school_id: school,
        }),
      ]);
    }
  });

  test('an intaker: which sections, on which consent, for what', async () => {
    const pupil = await aPupil({ sections: ['lob', 'profile'] });
    const { rows } = await app.owner.query<{ id: string }>('select id from consent where pupil_id = $1', [pupil.id]);
    const seen = await recordedBy(() => intaker.get(`/api/v1/dossiers/${pupil.id}`).expect(200));
    expect(seen).toEqual([
      expect.objectContaining({
        chain_id: pupil.id,
        actor_id: intakerPerson.id,
        actor_role: 'intaker',
        actor_school_id: mbo,
        sections: ['profile', 'lob'],
        basis: 'consent',
        purpose: 'intake',
        subject_ids: [rows[0]!.id],
        share_id: rows[0]!.id,
        form: 2,
        on_behalf_of: null,
        reason: null,
        school_id: school,
      }),
    ]);
  });

  test('a list is one row on the chain of the school, with the pupils who stood in it', async () => {
    const klas = await app.given.aGroup({ school });
    const pupils = await app.given.pupils(3, { school, group: klas });
    const inGroup = await recordedBy(() => decaan.get(`/api/v1/groups/${klas}/pupils`).expect(200));
    expect(inGroup).toEqual([
      expect.objectContaining({
        chain: 'school',
        chain_id: school,
        action: 'list.read',
        actor_role: 'decaan',
        school_id: school,
      }),
    ]);
    expect(inGroup[0]!.pupil_ids.sort()).toEqual(pupils.map(({ id }) => id).sort());
    const applicants = await recordedBy(() => intaker.get('/api/v1/dossiers').expect(200));
    expect(applicants).toEqual([
      expect.objectContaining({ chain_id: mbo, action: 'list.read', sections: ['application'], school_id: mbo }),
    ]);
  });

  test('a class log that is opened to correct it is a list too', async () => {
    const pupil = await aPupil();
    const logged = await post(decaan, `groups/${group}/activities`, { ...openDay, pupils: [{ pupilId: pupil.id }] });
    const { logId } = logged.body as { logId: string };
    const rows = await recordedBy(() => decaan.get(`/api/v1/activity-logs/${logId}`).expect(200));
    expect(rows).toEqual([expect.objectContaining({ action: 'list.read', pupil_ids: [pupil.id], sections: ['lob'] })]);
  });
});

describe('every change is on record, once', () => {
  /** One change after the other in the life of one pupil: what is done, and what has to be on record of it. */
  test('from logging to withdrawing, with who, what and on which ground', async () => {
    const pupil = await app.given.aPupil({
      school,
      group,
      birthDate: FIFTEEN,
      mentor: mentorPerson.id,
      guardians: [{}],
    });
    const own = await app.asActor(pupil);
    const guardian = await app.asActor(pupil.guardians[0]!, { school: null });
    const done = async (
      what: () => PromiseLike<{ status: number; body: unknown }>,
      expected: Partial<Event>,
    ): Promise<Record<string, unknown>> => {
      let body: unknown;
      const rows = await recordedBy(async () => {
        const answer = await what();
        expect(answer.status).toBeLessThan(300);
        body = answer.body;
      });
      expect(rows).toEqual([
        expect.objectContaining({ chain_id: pupil.id, outcome: 'allowed', school_id: school, ...expected }),
      ]);
      expect(rows[0]!.subject_ids).toHaveLength(1);
      return { ...(body as object), subject: rows[0]!.subject_ids[0] };
    };
    const lob = { sections: ['lob'] };
    const forClass = { ...openDay, pupils: [{ pupilId: pupil.id }] };
    const logged = await done(() => post(decaan, `groups/${group}/activities`, forClass), {
      action: 'activity.logged',
      actor_role: 'decaan',
      ...lob,
    });
    const id = logged.subject as string;
    const log = `/api/v1/activity-logs/${logged.logId as string}`;
    const read = async (): Promise<string> => ifMatch(((await decaan.get(log)).body as { version: number }).version);
    let version = await read();
    await done(
      () =>
        decaan
          .patch(log)
          .set('if-match', version)
          .send({ ...openDay, place: 'Vaarstad' }),
      {
        action: 'activity.changed',
        actor_role: 'decaan',
        ...lob,
      },
    );
    const patch = mentor.patch(`/api/v1/activities/${id}`).set('if-match', ifMatch(2)).send(openDay);
    await done(() => patch, { action: 'activity.changed', actor_role: 'mentor', basis: 'mentor', ...lob });
    const words = own.put(`/api/v1/activities/${id}/own-words`).set('if-match', ifMatch(3)).send({ result: 'Leuk' });
    await done(() => words, { action: 'activity.own-words', actor_role: 'pupil', basis: 'own', ...lob });
    const written = await done(
      () => post(own, `pupils/${pupil.id}/reflections`, { activityId: id, text: 'Dit was leuk om te doen.' }),
      { action: 'reflection.written', actor_role: 'pupil', basis: 'own', sections: ['reflections'] },
    );
    const reflection = `/api/v1/reflections/${written.id as string}`;
    const opened = { text: 'Dit was leuk om te doen.', openToMbo: true };
    await done(() => own.patch(reflection).set('if-match', ifMatch(1)).send(opened), {
      action: 'reflection.opened',
      actor_role: 'pupil',
    });
    const applied = await done(() => post(own, `pupils/${pupil.id}/applications`, { opleidingId: opleiding }), {
      action: 'application.recorded',
      actor_role: 'pupil',
    });
    const asked = await done(
      () => post(intaker, 'consent-requests', { pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' }),
      {
        action: 'consent.asked',
        actor_role: 'intaker',
        basis: 'application',
        ...lob,
      },
    );
    const consent = `/api/v1/consents/${asked.id as string}`;
    await done(() => own.post(`${consent}/answers`).send({ agreed: true }), {
      action: 'consent.answered',
      actor_role: 'pupil',
      basis: 'own',
      ...lob,
    });
    const forPupil = { actor_id: pupil.guardians[0]!.id, on_behalf_of: pupil.id, share_id: asked.id as string };
    await done(() => guardian.post(`${consent}/answers`).send({ agreed: true }), {
      action: 'consent.answered',
      actor_role: 'guardian',
      basis: 'custody',
      ...lob,
      ...forPupil,
    });
    await done(() => guardian.post(`${consent}/withdrawal`).send({}), {
      action: 'consent.withdrawn',
      actor_role: 'guardian',
      basis: 'custody',
      ...lob,
      ...forPupil,
    });
    await done(() => own.post(`/api/v1/applications/${applied.id as string}/withdrawal`), {
      action: 'application.withdrawn',
      actor_role: 'pupil',
    });
    version = await read();
    await done(() => decaan.delete(log).set('if-match', version).send({ reason: 'Ging niet door' }), {
      action: 'activity.removed',
      actor_role: 'decaan',
      ...lob,
    });
    expect(await verify(pupil.id)).toBeNull();

    // Ids, sections and roles, and not one word of what was written.
    const everything = JSON.stringify(await chainOf(pupil.id));
    for (const word of ['Open dag', 'Leuk', 'leuk om te doen', 'Vaarstad', 'Ging niet door', pupil.name, 'Noor'])
      expect(everything).not.toContain(word);
  });

  test('for a class: one row in the dossier of each pupil, under one request', async () => {
    const pupils = await app.given.pupils(5, { school, group });
    const body = { ...openDay, pupils: pupils.map(({ id }) => ({ pupilId: id })) };
    const rows = await recordedBy(() => post(decaan, `groups/${group}/activities`, body).expect(201));
    expect(rows.map(({ chain_id }) => chain_id).sort()).toEqual(pupils.map(({ id }) => id).sort());
    expect(new Set(rows.map(({ request_id }) => request_id)).size).toBe(1);
  });

  test('what was sent twice with one key is on record once', async () => {
    const pupil = await aPupil();
    const key = newKey();
    const once = () => decaan.post(`/api/v1/pupils/${pupil.id}/activities`).set('idempotency-key', key).send(openDay);
    expect(await recordedBy(() => Promise.all([once(), once(), once()]))).toHaveLength(1);
  });

  test('what a request did is written in one statement, however much it was', async () => {
    const pupil = await aPupil();
    const said = await statementsOf(() => decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200));
    expect(said.filter((sql) => sql.includes('audit_append'))).toHaveLength(1);
  });
});

describe('without an audit row there is no answer', () => {
  const audit = 'function audit_append(bytea, uuid, jsonb)';
  beforeAll(() => app.owner.query(`revoke execute on ${audit} from dsd_app`));
  afterAll(() => app.owner.query(`grant execute on ${audit} to dsd_app`));

  test('nobody reads a dossier or a list', async () => {
    const pupil = await aPupil();
    for (const [agent, path] of [
      [decaan, `dossiers/${pupil.id}`],
      [intaker, `dossiers/${pupil.id}`],
      [await app.asActor(pupil), `dossiers/${pupil.id}`],
      [intaker, 'dossiers'],
      [decaan, `groups/${group}/pupils`],
      [officer, 'audit-events'],
    ] as const) {
      const answer = await agent.get(`/api/v1/${path}`);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(Object.keys(answer.body as object).sort()).toEqual(['code', 'status', 'title', 'type']);
    }
  });

  test('nothing changes', async () => {
    const pupil = await app.given.aPupil({ school, group, birthDate: SIXTEEN });
    const activity = await app.given.anActivity({ pupil });
    const application = await app.given.anApplication({ pupil, to: mbo });
    const consent = await app.given.aConsent({ pupil, to: mbo });
    const reflection = await app.given.aReflection({ pupil });
    const own = await app.asActor(pupil);
    const tables = ['activity', 'reflection', 'application', 'consent', 'consent_answer', 'idempotency', 'audit_event'];
    const contents = async (): Promise<unknown[]> => {
      const rows: unknown[] = [];
      for (const table of tables)
        rows.push((await app.owner.query(`select md5(string_agg(t::text, '' order by t::text)) from ${table} t`)).rows);
      return rows;
    };
    const before = await contents();
    const one = ifMatch(1);
    for (const call of [
      post(decaan, `groups/${group}/activities`, { ...openDay, pupils: [{ pupilId: pupil.id }] }),
      post(own, `pupils/${pupil.id}/activities`, openDay),
      own.patch(`/api/v1/activities/${activity}`).set('if-match', one).send(openDay),
      own.delete(`/api/v1/activities/${activity}`).set('if-match', one).send({ reason: 'Dubbel' }),
      own.put(`/api/v1/activities/${activity}/own-words`).set('if-match', one).send({ result: 'x' }),
      post(own, `pupils/${pupil.id}/reflections`, { activityId: activity, text: 'Dit was leuk om te doen.' }),
      own.patch(`/api/v1/reflections/${reflection}`).set('if-match', one).send({ text: 'Iets heel anders.' }),
      post(own, `pupils/${pupil.id}/consents`, { toSchoolId: mbo, sections: ['lob'] }),
      own.post(`/api/v1/consents/${consent}/answers`).send({ agreed: false }),
      own.post(`/api/v1/consents/${consent}/withdrawal`).send({}),
      post(own, `pupils/${pupil.id}/applications`, { opleidingId: opleiding }),
      own.post(`/api/v1/applications/${application}/withdrawal`),
    ])
      expect((await call).status).toBeGreaterThanOrEqual(400);
    expect(await contents()).toEqual(before);
  });
});

describe('the chain', () => {
  let chain: string;
  beforeAll(async () => {
    const pupil = await aPupil();
    chain = pupil.id;
    for (let i = 0; i < 3; i++) {
      await intaker.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
      await decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    }
  });

  test('of every pupil and school is whole with the key, and not with another', async () => {
    const { rows } = await app.owner.query<{ chain_id: string }>('select distinct chain_id from audit_event');
    expect(rows.length).toBeGreaterThan(5);
    for (const { chain_id } of rows) expect([chain_id, await verify(chain_id)]).toEqual([chain_id, null]);
    expect(await verify(chain, Buffer.alloc(32, 1))).toBe('1');
    expect((await chainOf(chain)).map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  /** Row 3 is a sight of the intaker, with basis and purpose; row 4 one of the decaan, without purpose. */
  test.each([
    [`update audit_event set chain = 'school' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set at = at + interval '1 microsecond' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set request_id = gen_random_uuid() where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set actor_id = gen_random_uuid() where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set actor_id = null where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set actor_role = 'decaan' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set actor_school_id = null where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set action = 'list.read' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set outcome = 'refused' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set sections = sections[1:2] where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set sections = array[array_to_string(sections, ',')] where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set sections = array_append(sections, null) where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set basis = 'own' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set basis = null, purpose = basis where chain_id = $1 and seq = 4`, '4'],
    [`update audit_event set basis = basis || '|' || purpose, purpose = null where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set purpose = '' where chain_id = $1 and seq = 4`, '4'],
    [`update audit_event set purpose = 'handover' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set pupil_ids = subject_ids, subject_ids = pupil_ids where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set pupil_ids = array[chain_id] where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set subject_ids = '{}' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set school_id = null where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set on_behalf_of = chain_id where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set share_id = null where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set reason = '' where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set form = 1 where chain_id = $1 and seq = 4`, '4'],
    [`update audit_event set form = 3 where chain_id = $1 and seq = 4`, '4'],
    [`update audit_event set prev_hash = hash where chain_id = $1 and seq = 3`, '3'],
    [`update audit_event set hash = prev_hash where chain_id = $1 and seq = 3`, '3'],
    [`delete from audit_event where chain_id = $1 and seq = 1`, '2'],
    [`delete from audit_event where chain_id = $1 and seq = 3`, '4'],
    [`delete from audit_event where chain_id = $1 and seq <= 5`, '6'],
    [
      `update audit_event set seq = case seq when 3 then 103 else 104 end where chain_id = $1 and seq in (3, 4);
      update audit_event set seq = case seq when 103 then 4 else 3 end where chain_id = $1 and seq in (103, 104)`,
      '3',
    ],
    [
      `with gone as (delete from audit_event where chain_id = $1 and seq = 3)
      update audit_event set seq = seq + 100 where chain_id = $1 and seq > 3;
      update audit_event set seq = seq - 101 where chain_id = $1 and seq > 100`,
      '3',
    ],
    [
      `insert into audit_event select (jsonb_populate_record(a, '{"seq": 7}')).* from audit_event a where chain_id = $1 and seq = 6`,
      '7',
    ],
    [
      `update audit_event a set (action, sections, hash) = (select b.action, b.sections, b.hash from audit_event b
       where b.chain_id = $1 and b.seq = 4) where a.chain_id = $1 and a.seq = 3`,
      '3',
    ],
  ])('what the owner of the tables does to it is found: %s', async (sql, first) => {
    await app.owner.query('begin');
    try {
      for (const part of sql.split(';')) {
        const touched = await app.owner.query(part, [chain]);
        expect(touched.rowCount).toBeGreaterThan(0);
      }
      expect(await verify(chain)).toBe(first);
    } finally {
      await app.owner.query('rollback');
    }
    expect(await verify(chain)).toBeNull();
  });

  test.each([
    ['the last row', `delete from audit_event where chain_id = $1 and seq = 6`],
    ['the last rows', `delete from audit_event where chain_id = $1 and seq > 2`],
    ['all of it', `delete from audit_event where chain_id = $1`],
    ['the head', `delete from audit_head where chain_id = $1`],
    [
      'the last row, and the head says so',
      `with gone as (delete from audit_event where chain_id = $1 and seq = 6) update audit_head set seq = 5 where chain_id = $1`,
    ],
  ])('what the owner of the tables takes off its end is found: %s', async (_, sql) => {
    await app.owner.query('begin');
    try {
      await app.owner.query(sql, [chain]);
      expect(await verify(chain)).not.toBeNull();
    } finally {
      await app.owner.query('rollback');
    }
  });

  test('of forty who read one dossier at once none is missing, and no two share a place', async () => {
    const pupil = await aPupil();
    const readers = [decaan, mentor, intaker, await app.asActor(pupil)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => readers[i % readers.length]!.get(`/api/v1/dossiers/${pupil.id}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const events = await chainOf(pupil.id);
    expect(events.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(await verify(pupil.id)).toBeNull();
  });

  test('who prints a class and who opens its pupils at the same time do not wait for each other in a ring', async () => {
    const klas = await app.given.aGroup({ school });
    const pupils = await app.given.pupils(6, { school, group: klas });
    await app.given.aMentor(pupils, mentorPerson.id);
    const printing = await app.asBrowser(decaanPerson);
    const opening = await app.asBrowser(mentorPerson);
    for (let i = 0; i < 4; i++) {
      const answers = await Promise.all([
        ...pupils.map(({ id }) => opening.get(`/leerlingen/${id}`)),
        printing.get(`/klassen/${klas}/afdruk`),
        printing.get(`/klassen/${klas}/afdruk`),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    }
    for (const { id } of pupils) expect(await verify(id)).toBeNull();
    expect(await verify(school)).toBeNull();
  });
});

interface Line {
  who: string;
  role: string;
  school: string | null;
  action: string;
  sections: string[];
  basis: string | null;
  outcome: string;
  pupilNumber: string | null;
  pupils?: number;
}
interface Page {
  items: Line[];
  nextPage?: string;
  previousPage?: string;
}
const linesOf = async (agent: Agent, pupil: { id: string }): Promise<Line[]> =>
  ((await agent.get(`/api/v1/pupils/${pupil.id}/audit-events`).expect(200)).body as Page).items;

describe('refusals', () => {
  test('someone asks for what he may not see: on record for the privacy officer, not for the pupil', async () => {
    const pupil = await aPupil();
    const { rows } = await app.owner.query<{ pupil_number: string }>('select pupil_number from pupil where id = $1', [
      pupil.id,
    ]);
    const stranger = await app.given.aPerson({ school: otherSchool, roles: ['decaan'], familyName: 'Vreemd' });
    const agent = await app.asActor(stranger);
    const refused = await recordedBy(() => agent.get(`/api/v1/dossiers/${pupil.id}`).expect(404));
    expect(refused).toEqual([
      expect.objectContaining({
        chain_id: pupil.id,
        action: 'access.refused',
        outcome: 'refused',
        actor_id: stranger.id,
        actor_school_id: otherSchool,
        reason: 'not-allowed',
        school_id: school,
      }),
    ]);
    const nobody = await recordedBy(() => agent.get(`/api/v1/dossiers/${newKey()}`).expect(404));
    expect(nobody).toEqual([expect.objectContaining({ chain_id: otherSchool, reason: 'not-there' })]);
    await mentor.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const ofPupil = await linesOf(await app.asActor(pupil), pupil);
    const ofGuardian = await linesOf(await app.asActor(pupil.guardians[0]!, { school: null }), pupil);
    for (const lines of [ofPupil, ofGuardian]) {
      const others = lines.filter(({ action }) => action !== 'audit.read');
      expect(others.map(({ outcome, who }) => [outcome, who])).toEqual([['allowed', 'Mia Mentor']]);
    }
    const seen = await listOf(officer, '/api/v1/audit-events', { outcome: 'refused' }, rows[0]!.pupil_number);
    expect((seen.body as Page).items).toEqual([
      expect.objectContaining({ action: 'access.refused', who: 'Robin Vreemd', pupilNumber: rows[0]!.pupil_number }),
    ]);
  });

  test('someone names a thing that is not there for him, by whatever route: on record at his own school', async () => {
    const pupil = await aPupil();
    const activity = await app.given.anActivity({ pupil });
    const consent = await app.given.aConsent({ pupil, to: mbo });
    const stranger = await app.asActor(await app.given.aPerson({ school: otherSchool, roles: ['decaan', 'intaker'] }));
    const other = await app.given.aPupil({ school, group });
    const asOther = await app.asActor(other);
    for (const [call, chain] of [
      [() => stranger.get(`/api/v1/groups/${group}/pupils`), otherSchool],
      [
        () => stranger.delete(`/api/v1/activities/${activity}`).set('if-match', '"1"').send({ reason: 'Zomaar' }),
        otherSchool,
      ],
      [
        () => post(stranger, `groups/${group}/activities`, { ...openDay, pupils: [{ pupilId: pupil.id }] }),
        otherSchool,
      ],
      [() => asOther.post(`/api/v1/consents/${consent}/withdrawal`).send({}), other.id],
      // Also where the address names nothing.
      [
        () => post(stranger, 'consent-requests', { pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' }),
        otherSchool,
      ],
    ] as const) {
      const rows = await recordedBy(() => call().expect(404));
      expect(rows).toEqual([
        expect.objectContaining({ chain_id: chain, action: 'access.refused', outcome: 'refused' }),
      ]);
      expect(rows[0]!.reason).toMatch(/^(GET|POST|DELETE) \/api\/v1\/[a-z/-]+/);
    }
    expect(await verify(otherSchool)).toBeNull();
  });

  test('what hangs around a dossier, asked for in vain: on record with the pupil, so that the home school sees it', async () => {
    const pupil = await aPupil();
    const apart = await app.given.aGuardian(pupil, { custody: false });
    const stranger = await app.asActor(await app.given.aPerson({ school: otherSchool, roles: ['decaan'] }));
    const asOther = await app.asActor(await app.given.aPupil({ school, group }));
    const asApart = await app.asActor(apart, { school: null });
    const sixteen = await aPupil({ birthDate: SIXTEEN });
    const asParent = await app.asActor(sixteen.guardians[0]!, { school: null });
    for (const [agent, path, chain] of [
      [stranger, `pupils/${pupil.id}/consents`, pupil.id],
      [stranger, `pupils/${pupil.id}/applications`, pupil.id],
      [asOther, `pupils/${pupil.id}/audit-events`, pupil.id],
      [asApart, `pupils/${pupil.id}/audit-events`, pupil.id],
      [asParent, `pupils/${sixteen.id}/audit-events`, sixteen.id],
      [asParent, `pupils/${sixteen.id}/copy`, sixteen.id],
      [stranger, `pupils/${newKey()}/consents`, otherSchool],
    ] as const) {
      const rows = await recordedBy(() => agent.get(`/api/v1/${path}`).expect(404));
      const reason = chain === otherSchool ? 'not-there' : 'not-allowed';
      expect(rows).toEqual([
        expect.objectContaining({ chain_id: chain, action: 'access.refused', outcome: 'refused', reason }),
      ]);
    }
  });

  test("what is seen around a dossier is on record, unless it is one's own", async () => {
    const pupil = await aPupil();
    const guardian = pupil.guardians[0]!;
    const own = await app.asActor(pupil);
    const asGuardian = await app.asActor(guardian, { school: null });
    for (const [what, action] of [
      ['consents', 'consent.seen'],
      ['applications', 'application.seen'],
    ] as const)
      for (const [agent, by] of [
        [decaan, { actor_id: decaanPerson.id, actor_role: 'decaan', basis: 'school-role' }],
        [mentor, { actor_id: mentorPerson.id, actor_role: 'mentor', basis: 'mentor' }],
        [asGuardian, { actor_id: guardian.id, actor_role: 'guardian', basis: 'custody' }],
        [own, null],
      ] as const) {
        const rows = await recordedBy(() => agent.get(`/api/v1/pupils/${pupil.id}/${what}`).expect(200));
        expect(rows).toEqual(by ? [expect.objectContaining({ ...by, action, chain_id: pupil.id })] : []);
      }
    const rows = await recordedBy(() => decaan.get(`/api/v1/pupils/${pupil.id}/mentors`).expect(200));
    expect(rows).toEqual([
      expect.objectContaining({ action: 'mentor.seen', chain_id: pupil.id, actor_role: 'decaan' }),
    ]);
  });

  test('someone calls a route that is not for his role: on record too', async () => {
    const pupil = await aPupil();
    const own = await app.asActor(pupil);
    const rows = await recordedBy(() => own.get('/api/v1/groups').expect(403));
    expect(rows).toEqual([
      expect.objectContaining({
        chain_id: pupil.id,
        action: 'route.refused',
        outcome: 'refused',
        actor_id: pupil.id,
        reason: 'GET /api/v1/groups',
      }),
    ]);
    expect(await linesOf(own, pupil)).toEqual([]);
  });

  test('what is refused leaves the refusal and nothing else', async () => {
    const pupil = await aPupil();
    const elsewhere = await app.given.aPupil({ school: otherSchool });
    const before = await countOf('activity');
    const pupils = [pupil, elsewhere].map(({ id }) => ({ pupilId: id }));
    const rows = await recordedBy(() => post(decaan, `groups/${group}/activities`, { ...openDay, pupils }).expect(404));
    expect(rows.map(({ action }) => action)).toEqual(['access.refused']);
    expect(await countOf('activity')).toBe(before);
  });
});

describe('who looked', () => {
  test('the pupil sees who, from which school, what and why, newest first', async () => {
    const pupil = await aPupil({ sections: ['lob'] });
    await decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await intaker.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const lines = await linesOf(await app.asActor(pupil), pupil);
    expect(lines).toEqual([
      expect.objectContaining({
        who: 'Ilse Intaker',
        role: 'intaker',
        school: expect.stringContaining('mbo') as string,
        action: 'section.read',
        sections: ['lob'],
        basis: 'consent',
        purpose: 'intake',
        pupilNumber: null,
      }),
      expect.objectContaining({ who: 'Dirk Decaan', role: 'decaan', basis: 'school-role', purpose: null }),
    ]);
  });

  test('a guardian with custody reads along under 16, and not from the 16th birthday on', async () => {
    const young = await aPupil();
    const old = await aPupil({ birthDate: SIXTEEN });
    for (const pupil of [young, old]) await decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    const asGuardian = (pupil: GivenPupil): Promise<Agent> => app.asActor(pupil.guardians[0]!, { school: null });
    expect((await linesOf(await asGuardian(young), young)).map(({ who }) => who)).toEqual(['Dirk Decaan']);
    expect((await (await asGuardian(old)).get(`/api/v1/pupils/${old.id}/audit-events`)).status).toBe(404);
    expect((await (await asGuardian(old)).get(`/api/v1/pupils/${young.id}/audit-events`)).status).toBe(404);
    const without = await app.asActor(await app.given.aGuardian(young, { custody: false }), { school: null });
    expect((await without.get(`/api/v1/pupils/${young.id}/audit-events`)).status).toBe(404);
  });

  test('nobody else has it: no classmate, mentor, decaan, intaker or privacy officer', async () => {
    const pupil = await aPupil();
    const classmate = await app.asActor(await app.given.aPupil({ school, group }));
    for (const agent of [classmate, mentor, decaan, intaker, officer])
      expect((await agent.get(`/api/v1/pupils/${pupil.id}/audit-events`)).status).toBe(404);
    for (const agent of [classmate, mentor, decaan, intaker])
      expect((await agent.get('/api/v1/audit-events')).status).toBe(403);
  });

  test('page by page everything comes once, and a page that is no page is refused', async () => {
    const pupil = await aPupil();
    for (let i = 0; i < 6; i++)
      await Promise.all(Array.from({ length: 20 }, () => decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200)));
    const own = await app.asActor(pupil);
    const path = `/api/v1/pupils/${pupil.id}/audit-events`;
    const sizes: number[] = [];
    let before: string | undefined;
    do {
      const page = (
        await own
          .get(path)
          .query(before ? { before } : {})
          .expect(200)
      ).body as Page;
      sizes.push(page.items.length);
      before = page.nextPage;
    } while (before);
    expect(sizes).toEqual([50, 50, 20]);
    for (const token of [
      'x',
      'LTE',
      Buffer.from('1 or 1=1').toString('base64url'),
      Buffer.from('9'.repeat(16)).toString('base64url'),
    ])
      expect((await own.get(path).query({ before: token })).status).toBe(400);
    for (const wrong of [{ before: 'x'.repeat(41) }, { before: ['a', 'b'] }, { before: '\u0000' }, { after: '1' }])
      expect((await own.get(path).query(wrong)).status).toBe(422);
  });

  test('the privacy officer sees the own school: no names of pupils or family, no ids, and not another school', async () => {
    const pupil = await aPupil();
    await (await app.asActor(pupil)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await (await app.asActor(pupil.guardians[0]!, { school: null })).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await decaan.get(`/api/v1/groups/${group}/pupils`).expect(200);
    const answer = await officer.get('/api/v1/audit-events').expect(200);
    const { text } = answer;
    const { items } = answer.body as Page;
    expect(items.slice(0, 3).map(({ action, role, who }) => [action, role, who])).toEqual([
      ['list.read', 'decaan', 'Dirk Decaan'],
      ['section.read', 'guardian', ''],
      ['section.read', 'pupil', ''],
    ]);
    expect(items[0]!.pupils).toBeGreaterThan(1);
    for (const secret of [pupil.id, pupil.name, 'Noor', pupil.guardians[0]!.name, 'Sanne'])
      expect(text).not.toContain(secret);
    const elsewhere = (await officerElsewhere.get('/api/v1/audit-events').expect(200)).body as Page;
    expect(elsewhere.items.every(({ school: where }) => where !== null && where !== items[0]!.school)).toBe(true);
    const { rows } = await app.owner.query<{ pupil_number: string }>('select pupil_number from pupil where id = $1', [
      pupil.id,
    ]);
    const asked = await listOf(officerElsewhere, '/api/v1/audit-events', {}, rows[0]!.pupil_number);
    expect((asked.body as Page).items).toEqual([]);
  });

  test('that the privacy officer looked is on record too', async () => {
    const rows = await recordedBy(() => officer.get('/api/v1/audit-events').expect(200));
    expect(rows).toEqual([
      expect.objectContaining({ chain_id: school, action: 'audit.read', actor_role: 'privacy-officer' }),
    ]);
  });

  test('bad input to the list of the school is refused', async () => {
    for (const wrong of [
      { pupilNumber: '4711' },
      { outcome: 'misschien' },
      { unusual: 'misschien' },
      { from: '2026-02-30' },
      { until: 'gisteren' },
      { actorId: 'x' },
      { role: 'baas' },
      { action: 'iets' },
      { page: 'x'.repeat(201) },
      { chainId: otherSchool },
    ])
      expect([wrong, (await officer.get('/api/v1/audit-events').query(wrong)).status]).toEqual([wrong, 422]);
    for (const words of ['x'.repeat(21), '\u0000'])
      await listOf(officer, '/api/v1/audit-events', {}, words).expect(422);
    const key = ['2026-11-16T10:00:00.000000Z', school, '1'];
    for (const page of [
      'x',
      'LTE',
      ...[
        [1, ...key],
        [true, ...key.slice(1)],
        [true, 'infinity', school, '1'],
        [true, key[0], 'x', '1'],
        [true, key[0], school, '-1'],
      ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
    ])
      expect((await officer.get('/api/v1/audit-events').query({ page })).status).toBe(400);
    for (const pupilNumber of ['%', '_', "' or 1=1 --", '\\'])
      expect(((await listOf(officer, '/api/v1/audit-events', {}, pupilNumber).expect(200)).body as Page).items).toEqual(
        [],
      );
  });
});
