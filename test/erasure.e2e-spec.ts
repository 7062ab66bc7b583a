import { randomUUID } from 'node:crypto';
import type { ErasureRequestResponse, ErasureTaskResponse, RetentionResponse } from '../src/erasure/erasure.dto.js';
import { ErasureWork } from '../src/erasure/erasure-work.service.js';
import { pupilTables } from '../src/privacy-rights/pupil-tables.data.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

let app: TestApp;
let home: string;
let mbo: string;
let mentor: GivenPerson;
let decaan: GivenPerson;
let administrator: GivenPerson;
let officer: GivenPerson;
let intaker: GivenPerson;
let elsewhere: GivenPerson;
let group: string;
let pupil: GivenPupil;
let guardian: GivenPerson;
let numbers = 7000;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ kind: 'vmbo' });
  mbo = await given.aSchool({ kind: 'mbo' });
  mentor = await given.aPerson({ school: home, roles: ['staff'] });
  decaan = await given.aPerson({ school: home, roles: ['decaan'] });
  administrator = await given.aPerson({ school: home, roles: ['school-administrator'] });
  officer = await given.aPerson({ school: home, roles: ['privacy-officer'] });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
  elsewhere = await given.aPerson({
    school: await given.aSchool({ kind: 'vmbo' }),
    roles: ['school-administrator', 'privacy-officer'],
  });
  group = await given.aGroup({ school: home });
});
afterAll(() => app.close());

/** Words that stand in the dossiers of one test and nowhere else in the database. */
const wordsOf = (n: number) => ({
  givenName: `Quirine${n}`,
  familyName: `Zandvliet${n}-Kwast`,
  guardianName: `Wendelmoet${n}`,
  email: `quirine${n}@thuis.test`,
  title: `Stage${n} bij de klompenmaker`,
  remark: `Zij bleef ${n} uur`,
  text: `Ik vond ${n} houtkrullen heerlijk ruiken`,
  wish: `Mijn klompenstage ${n} moet helemaal weg`,
  hold: `Zaak klompen ${n}`,
});
let words = wordsOf(numbers);

async function aDossier(more: Partial<Parameters<typeof app.given.aPupil>[0]> = {}): Promise<GivenPupil> {
  const { given } = app;
  const made = await given.aPupil({
    school: home,
    group,
    mentor: mentor.id,
    birthDate: '2011-05-05',
    givenName: words.givenName,
    familyName: words.familyName,
    number: String(++numbers),
    guardianSections: ['lob'],
    guardians: [{ givenName: words.guardianName, familyName: words.familyName, email: words.email }],
    ...more,
  });
  const opleiding = await given.anOpleiding({ school: mbo });
  const activity = await given.anActivity({
    pupil: made,
    group,
    by: mentor.id,
    title: words.title,
    remark: words.remark,
  });
  await given.aReflection({ pupil: made, activity, text: words.text, openedTo: ['school', 'mbo', 'guardian'] });
  const application = await given.anApplication({ pupil: made, to: mbo, opleiding });
  await given.aPlacement({ pupil: made, to: mbo, opleiding, application, slb: intaker.id });
  await given.aConsent({
    pupil: made,
    to: mbo,
    sections: ['profile', 'lob', 'reflections'],
    answers: [
      { by: made.id, role: 'pupil', agreed: true },
      ...made.guardians.map(({ id }) => ({ by: id, role: 'guardian' as const, agreed: true })),
    ],
  });
  await app.owner.query(
    `with share as (insert into statutory_share (id, pupil_id, school_id, to_school_id, sections, purpose, offered_at, offered_by, valid_until)
        values (gen_random_uuid(), $1, $2, $3, '{profile}', 'intake', app_now(), $4, app_now() + interval '1 year') returning id)
     insert into statutory_answer (id, share_id, pupil_id, school_id, by_role, by_id, agreed, view, at)
     select gen_random_uuid(), id, $1, $2, 'pupil', $1, false, $5, app_now() from share`,
    [made.id, home, mbo, decaan.id, `Zo kent niemand ${words.givenName}`],
  );
  await app.owner.query(`update emergency_access set reason = $2 where id = $1`, [
    await given.anEmergency({ pupil: made, by: decaan.id }),
    `Het gaat slecht met ${words.givenName} en wij bellen 112`,
  ]);
  await app.owner.query(`update pupil set email = $2 where id = $1`, [made.id, `p.${words.email}`]);
  return made;
}
beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  words = wordsOf(++numbers);
  pupil = await aDossier();
  guardian = pupil.guardians[0]!;
});

const wish = () => ({ words: words.wish });
const asks = async (agent: Agent, of = pupil): Promise<ErasureRequestResponse> =>
  (
    await agent
      .post(`/api/v1/pupils/${of.id}/erasure-requests`)
      .set('idempotency-key', newKey())
      .send(wish())
      .expect(201)
  ).body as ErasureRequestResponse;
const decides = async (who: GivenPerson, id: string, body: object, version = 1) =>
  (await app.asActor(who)).post(`/api/v1/erasure-requests/${id}/decision`).set('if-match', `"${version}"`).send(body);
const everything = { outcome: 'everything' };
const retention = async (who = officer): Promise<RetentionResponse> =>
  (await (await app.asActor(who)).get('/api/v1/retention').expect(200)).body as RetentionResponse;
const confirms = async (who: GivenPerson, { id, version }: { id: string; version: number }) =>
  (await app.asActor(who)).post(`/api/v1/retention/reports/${id}/confirmation`).set('if-match', `"${version}"`);
const holds = async (of: string, who = officer) =>
  (await app.asActor(who))
    .post('/api/v1/legal-holds')
    .set('idempotency-key', newKey())
    .send({ pupilNumber: of, reason: words.hold });
const numberOf = async ({ id }: GivenPupil): Promise<string> =>
  (await app.owner.query<{ n: string }>('select pupil_number as n from pupil where id = $1', [id])).rows[0]!.n;
const eventsOf = async (id: string, action: string) =>
  (
    await app.owner.query<Record<string, unknown>>(
      'select * from audit_event where (chain_id = $1 or $1 = any(pupil_ids)) and action = $2 order by seq',
      [id, action],
    )
  ).rows;
const leftSince = (id: string, day: string) =>
  app.owner.query('update pupil set left_on = $2 where id = $1', [id, day]);

/** Tables and how many of their rows hold this, anywhere in the row. */
async function rowsWith(text: string): Promise<Record<string, number>> {
  const { rows: tables } = await app.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await app.owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where position(lower($1) in lower(t::text)) > 0`,
      [text],
    );
    if (rows[0]!.n > 0) found[name] = rows[0]!.n;
  }
  return found;
}

describe('asking', () => {
  test('the pupil asks, the school has a month, and both see how far it is', async () => {
    const agent = await app.asActor(pupil);
    const made = await asks(agent);
    expect(made).toMatchObject({ words: words.wish, askedAs: 'pupil', askedOn: '2026-11-16', dueOn: '2026-12-16' });
    expect(made.outcome).toBeNull();
    await agent
      .post(`/api/v1/pupils/${pupil.id}/erasure-requests`)
      .set('idempotency-key', newKey())
      .send(wish())
      .expect(409);
    const tasks = (await (await app.asActor(administrator)).get('/api/v1/erasure-requests').expect(200))
      .body as ErasureTaskResponse[];
    expect(tasks.find(({ id }) => id === made.id)).toMatchObject({
      pupilNumber: await numberOf(pupil),
      counts: { activities: 1, reflections: 1, applications: 1, shares: 1, guardians: 1, enrolments: 1 },
      held: false,
      late: false,
    });
    expect(JSON.stringify(tasks)).not.toContain(words.familyName);
    const refused = await decides(administrator, made.id, {
      outcome: 'refused',
      answer: 'Zolang je op school zit, moeten wij dit bewaren.',
    });
    expect(refused.status).toBe(201);
    const [seen] = (await agent.get(`/api/v1/pupils/${pupil.id}/erasure-requests`).expect(200))
      .body as ErasureRequestResponse[];
    expect(seen).toMatchObject({ outcome: 'refused', answer: 'Zolang je op school zit, moeten wij dit bewaren.' });
    expect(await eventsOf(pupil.id, 'erasure.asked')).toHaveLength(1);
    expect(await eventsOf(pupil.id, 'erasure.decided')).toHaveLength(1);
    expect(await eventsOf(pupil.id, 'pupil.erased')).toEqual([]);
  });

  test('a guardian with custody asks under 16, and takes it back; from 16 only the pupil does', async () => {
    const agent = await app.asActor(guardian);
    const made = await asks(agent);
    const back = await agent.post(`/api/v1/erasure-requests/${made.id}/withdrawal`).expect(201);
    expect(back.body).toMatchObject({ withdrawnOn: '2026-11-16' });
    await agent.post(`/api/v1/erasure-requests/${made.id}/withdrawal`).expect(201);
    expect((await decides(administrator, made.id, everything, 2)).status).toBe(409);
    const older = await aDossier({ birthDate: '2010-11-16' });
    await (
      await app.asActor(older.guardians[0]!)
    )
      .post(`/api/v1/pupils/${older.id}/erasure-requests`)
      .set('idempotency-key', newKey())
      .send(wish())
      .expect(404);
    await asks(await app.asActor(older), older);
  });

  test('without everything the school says why; what is stale or decided is not decided again', async () => {
    const { id } = await asks(await app.asActor(pupil));
    expect((await decides(administrator, id, { outcome: 'refused' })).status).toBe(422);
    expect((await decides(administrator, id, { outcome: 'part', answer: 'De rest moet blijven.' })).status).toBe(422);
    expect((await decides(administrator, id, everything, 2)).status).toBe(412);
    const part = { outcome: 'part', parts: ['reflections'], answer: 'De rest moet blijven tot je van school bent.' };
    expect((await decides(administrator, id, part)).status).toBe(201);
    expect((await decides(administrator, id, everything, 2)).status).toBe(409);
    expect(await rowsWith(words.text)).toEqual({});
    expect(await rowsWith(words.title)).toMatchObject({ activity: 1 });
    expect(await eventsOf(pupil.id, 'pupil.erased')).toMatchObject([{ sections: ['reflections'] }]);
  });

  test('who decides gave the second step a short while ago', async () => {
    const { id } = await asks(await app.asActor(pupil));
    const agent = await app.asActor(administrator);
    await app.clock.advance({ minutes: 16 });
    const answer = await agent.post(`/api/v1/erasure-requests/${id}/decision`).set('if-match', '"1"').send(everything);
    expect(answer.status).toBe(403);
    expect(await rowsWith(words.title)).toMatchObject({ activity: expect.any(Number) as number });
  });

  test.each(badInput({ words: required([...bad.text(500), '', 'kort']) }))('%s is not %s', async (field, _, value) => {
    const answer = await (
      await app.asActor(pupil)
    )
      .post(`/api/v1/pupils/${pupil.id}/erasure-requests`)
      .set('idempotency-key', newKey())
      .send(withField(wish(), field, value));
    expectFaultIn(field, answer);
  });
});

describe('forgetting everything', () => {
  const granted = async (of = pupil): Promise<void> => {
    const { id } = await asks(await app.asActor(of), of);
    expect((await decides(administrator, id, everything)).status).toBe(201);
  };

  test('no row of any table holds a word of the pupil, and the account is gone', async () => {
    const number = await numberOf(pupil);
    const agent = await app.asActor(pupil);
    await agent
      .post(`/api/v1/pupils/${pupil.id}/rectifications`)
      .set('idempotency-key', newKey())
      .send({ about: 'profile', subjectId: pupil.id, wrong: 'Zo heet ik niet meer', shouldBe: 'Kwast-Zandvliet' })
      .expect(201);
    expect((await holds(number)).status).toBe(201);
    const held = await app.owner.query<{ id: string }>('select id from legal_hold where pupil_id = $1', [pupil.id]);
    await (
      await app.asActor(officer)
    )
      .post(`/api/v1/legal-holds/${held.rows[0]!.id}/end`)
      .send({ reason: `${words.hold} is klaar` })
      .expect(201);
    await app.owner.query(
      `insert into mail_message (id, kind, pupil_id, school_id, status, created_at, next_try_at, ended_at)
       values ($1, 'share-changed', $2, $3, 'sent', app_now(), app_now(), app_now())`,
      [randomUUID(), pupil.id, home],
    );
    await app.owner.query(
      `insert into roster_import (id, school_id, kind, status, file_name, school_year, created_by, created_at, parsed, preview)
       values ($1, $2, 'roster', 'previewed', 'klas.csv', 2026, $3, app_now(), $4, $4)`,
      [randomUUID(), home, administrator.id, JSON.stringify([{ number, familyName: words.familyName }])],
    );
    const before = Object.keys(await rowsWith(words.familyName));
    expect(before).toEqual(expect.arrayContaining(['pupil', 'person', 'roster_import']));

    await granted();

    for (const text of [...Object.values(words), 'Kwast-Zandvliet', pupil.login, guardian.login])
      expect([text, await rowsWith(text)]).toEqual([text, {}]);
    for (const id of [guardian.id, pupil.accountId, guardian.accountId])
      expect(Object.keys(await rowsWith(id)).filter((name) => !pseudonymous.has(name))).toEqual([]);
    const here = async (table: string, column: string): Promise<number> =>
      (await app.owner.query(`select from ${table} where pupil_id = $1 and ${column} <> ''`, [pupil.id])).rowCount!;
    expect(await here('erasure_request', 'words || answer')).toBe(0);
    expect(await here('legal_hold', "reason || coalesce(lifted_reason, '')")).toBe(0);
    const row = (await app.owner.query<Record<string, unknown>>('select * from pupil where id = $1', [pupil.id]))
      .rows[0]!;
    expect(row).toMatchObject({ given_name: '', family_name: '', register_name: null, email: null, account_id: null });
    expect(row.pupil_number).toBe(pupil.id);
  });

  /** Tables that keep rows of an erased pupil, as they are declared. */
  const pseudonymous = new Set(
    Object.entries(pupilTables).flatMap(([table, { erased }]) => (erased === 'gone' ? [] : [table])),
  );

  test('where his id still stands is declared, with the reason', async () => {
    await granted();
    const stands = Object.keys(await rowsWith(pupil.id)).filter(
      (name) => name !== 'audit_head' && name !== 'audit_sealed',
    );
    expect(stands.filter((name) => !pseudonymous.has(name))).toEqual([]);
    expect(stands).toEqual(expect.arrayContaining(['audit_event', 'consent', 'erasure_request', 'pupil']));
  });

  test('every table of a pupil is emptied by a step, or is declared to stay', async () => {
    const { rows } = await app.owner.query<{ name: string }>(
      `select distinct c.table_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'pupil_id'`,
    );
    await granted();
    const left: string[] = [];
    for (const { name } of rows) {
      const { rowCount } = await app.owner.query(`select from ${name} where pupil_id = $1`, [pupil.id]);
      if (rowCount! > 0 && !pseudonymous.has(name)) left.push(name);
    }
    expect(left).toEqual([]);
  });

  test('it is on the chain of the pupil and holds no content; the chains stay whole', async () => {
    await (await app.asActor(mentor)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await granted();
    const [event] = await eventsOf(pupil.id, 'pupil.erased');
    expect(event).toMatchObject({ actor_id: administrator.id, basis: 'request', outcome: 'allowed' });
    const broken = await app.owner.query<{ n: string | null }>(
      'select audit_verify($1, chain_id) as n from (select distinct chain_id from audit_event) c',
      [app.config.auditKeyBytes],
    );
    expect(broken.rows.filter(({ n }) => n !== null)).toEqual([]);
    expect(Object.keys(await rowsWith(words.text))).toEqual([]);
  });

  test('an erased pupil gives everyone the answer of one who never was', async () => {
    const token = await app.tokenFor(pupil);
    const child = await app.asActor(guardian);
    await granted();
    expect((await app.http().get('/api/v1/me').set('authorization', `Bearer ${token}`)).status).toBe(401);
    expect((await child.get('/api/v1/me')).status).toBe(401);
    const paths = ['dossiers/:', 'pupils/:/consents', 'pupils/:/audit-events', 'pupils/:/copy', 'pupils/:/guardians'];
    const more = ['pupils/:/applications', 'pupils/:/erasure-requests', 'pupils/:/rectifications', 'pupils/:/mentors'];
    for (const who of [mentor, decaan, administrator, officer, intaker]) {
      const agent = await app.asActor(who);
      for (const path of [...paths, ...more]) {
        const at = (id: string) => agent.get(`/api/v1/${path.replace(':', id)}`);
        const [erased, never] = [await at(pupil.id), await at(randomUUID())];
        expect([path, erased.status, erased.text]).toEqual([path, never.status, never.text]);
      }
      for (const list of ['groups', `groups/${group}/pupils`, 'pupils', 'guardians', 'dossiers', 'rectifications'])
        expect((await agent.get(`/api/v1/${list}`)).text).not.toContain(pupil.id);
    }
  });

  test('a guardian of another child stays, with the account', async () => {
    const sibling = await app.given.aPupil({ school: home, group, guardians: [] });
    await app.given.aGuardian(sibling, { person: guardian.id });
    const child = await app.asActor(guardian);
    await granted();
    await child.get('/api/v1/me').expect(200);
    const { text } = await (await app.asBrowser(guardian, { school: null })).get('/kind').redirects(1);
    expect(text).not.toContain(words.givenName);
  });

  test('fails as a whole or not at all', async () => {
    const { id } = await asks(await app.asActor(pupil));
    await app.owner.query(
      `insert into erasure_step (part, does) values ('roster', 'select 1 / (cardinality($1) - 1)')`,
    );
    try {
      expect((await decides(administrator, id, everything)).status).toBe(500);
    } finally {
      await app.owner.query(`delete from erasure_step where does like 'select 1 /%'`);
    }
    expect(await eventsOf(pupil.id, 'pupil.erased')).toEqual([]);
    const row = await app.owner.query<{ family_name: string }>('select family_name from pupil where id = $1', [
      pupil.id,
    ]);
    expect(row.rows[0]!.family_name).toBe(words.familyName);
    expect((await decides(administrator, id, everything)).status).toBe(201);
  });
});

describe('what is kept too long', () => {
  beforeEach(async () => {
    // Whoever earlier tests left behind is not in a report.
    await app.owner.query(`update pupil set left_on = null where id <> $1 and erased_at is null`, [pupil.id]);
    await app.owner.query('delete from retention_item');
    await app.owner.query('delete from retention_report');
    await app.owner.query('delete from legal_hold');
  });
  const work = () => app.nest.get(ErasureWork, { strict: false });

  test('stands in a report; nothing goes before somebody confirmed it, and nothing but that', async () => {
    const kept = await aDossier();
    await leftSince(pupil.id, '2024-11-15');
    await leftSince(kept.id, '2024-11-17');
    await work().daily();
    const { open } = await retention();
    expect(open!.items).toMatchObject([
      { pupilId: pupil.id, parts: ['lob', 'reflections', 'applications', 'contact'], dueOn: '2026-11-15', held: false },
    ]);
    expect(JSON.stringify(open)).not.toContain(words.familyName);
    await work().daily();
    await app.runJobs();
    expect((await app.owner.query('select from activity where pupil_id = $1', [pupil.id])).rowCount).toBe(1);

    expect((await confirms(decaan, open!)).status).toBe(404);
    expect((await confirms(elsewhere, open!)).status).toBe(404);
    expect((await confirms(officer, { ...open!, version: open!.version + 1 })).status).toBe(412);
    expect((await confirms(officer, open!)).status).toBe(201);
    await app.runJobs();

    for (const table of ['activity', 'reflection', 'application', 'placement', 'guardian', 'mentor_assignment']) {
      const left = (of: GivenPupil) => app.owner.query(`select from ${table} where pupil_id = $1`, [of.id]);
      expect([table, (await left(pupil)).rowCount]).toEqual([table, 0]);
      expect([table, (await left(kept)).rowCount]).toEqual([table, 1]);
    }
    // In- and uitschrijving stays five years.
    const there = await app.owner.query('select from enrolment where pupil_id = $1', [pupil.id]);
    expect(there.rowCount).toBe(1);
    expect(await eventsOf(pupil.id, 'pupil.erased')).toMatchObject([
      { chain: 'pupil', basis: 'retention', actor_id: null },
      { chain: 'school', basis: 'retention' },
    ]);
    const after = await retention();
    expect(after.open).toBeNull();
    expect(after.confirmed[0]!.items).toMatchObject([{ pupilId: pupil.id, outcome: 'erased' }]);
    expect(after.confirmed[0]!.doneAt).not.toBeNull();
    await work().daily();
    expect((await retention()).open).toBeNull();
  });

  test('after five years the name goes too', async () => {
    await leftSince(pupil.id, '2021-11-15');
    await work().daily();
    const { open } = await retention(administrator);
    expect(open!.items[0]!.parts).toContain('roster');
    expect((await confirms(administrator, open!)).status).toBe(201);
    await app.runJobs();
    const row = await app.owner.query<{ erased: boolean; family_name: string }>(
      'select erased_at is not null as erased, family_name from pupil where id = $1',
      [pupil.id],
    );
    expect(row.rows[0]).toEqual({ erased: true, family_name: '' });
    const [item] = (await retention()).confirmed[0]!.items;
    expect(item).toMatchObject({ pupilNumber: null, outcome: 'erased' });
  });

  test('a report that changed since it was read is not confirmed', async () => {
    await leftSince(pupil.id, '2024-11-15');
    await work().daily();
    const { open } = await retention();
    await leftSince((await aDossier()).id, '2024-11-15');
    await work().daily();
    expect((await confirms(officer, open!)).status).toBe(412);
    expect((await retention()).open!.items).toHaveLength(2);
  });

  test('who came back meanwhile stays', async () => {
    await leftSince(pupil.id, '2024-11-15');
    await work().daily();
    expect((await confirms(officer, (await retention()).open!)).status).toBe(201);
    await app.owner.query('update pupil set left_on = null where id = $1', [pupil.id]);
    await app.runJobs();
    expect((await app.owner.query('select from activity where pupil_id = $1', [pupil.id])).rowCount).toBe(1);
    expect((await retention()).confirmed[0]!.items).toMatchObject([{ outcome: 'not-due' }]);
  });

  test('who is held stays, whoever confirms or asks, until it is lifted', async () => {
    await leftSince(pupil.id, '2024-11-15');
    const number = await numberOf(pupil);
    const made = await holds(number);
    expect(made.status).toBe(201);
    expect((await holds(number)).status).toBe(409);
    expect((await holds('onbekend')).status).toBe(422);
    expect((await holds(number, administrator)).status).toBe(403);
    expect((await holds(number, elsewhere)).status).toBe(422);
    expect(await eventsOf(pupil.id, 'hold.set')).toHaveLength(1);

    const { id } = await asks(await app.asActor(pupil));
    expect((await decides(administrator, id, everything)).status).toBe(409);
    await work().daily();
    const { open } = await retention();
    expect(open!.items).toMatchObject([{ held: true }]);
    expect((await confirms(officer, open!)).status).toBe(201);
    await app.runJobs();
    await work().daily();
    expect((await app.owner.query('select from activity where pupil_id = $1', [pupil.id])).rowCount).toBe(1);
    expect((await retention()).confirmed[0]!.items).toMatchObject([{ outcome: 'held' }]);

    const [hold] = made.body as { id: string }[];
    const lift = async (who: GivenPerson) =>
      (await app.asActor(who)).post(`/api/v1/legal-holds/${hold!.id}/end`).send({ reason: 'De zaak is gesloten' });
    expect((await lift(administrator)).status).toBe(404);
    expect((await lift(elsewhere)).status).toBe(404);
    expect((await lift(officer)).status).toBe(201);
    expect(await eventsOf(pupil.id, 'hold.lifted')).toHaveLength(1);
    await work().daily();
    expect((await confirms(officer, (await retention()).open!)).status).toBe(201);
    await app.runJobs();
    expect((await app.owner.query('select from activity where pupil_id = $1', [pupil.id])).rowCount).toBe(0);
  });

  test('terms are data: another term, another report', async () => {
    await leftSince(pupil.id, '2025-11-15');
    await work().daily();
    expect((await retention()).open).toBeNull();
    await app.owner.query(`update retention_term set term = '1 year' where part = 'lob'`);
    await work().daily();
    expect((await retention()).open!.items).toMatchObject([{ parts: ['lob'] }]);
    await app.owner.query(`update retention_term set term = '2 years' where part = 'lob'`);
    await work().daily();
    expect((await retention()).open).toBeNull();
  });
});

describe('the second wall', () => {
  const everyone = () => [pupil, guardian, mentor, decaan, administrator, officer, intaker];

  test('nobody deletes anything of a pupil, in any role', async () => {
    for (const [table, { erased }] of Object.entries(pupilTables)) {
      if (['session', 'idempotency'].includes(table)) continue; // of whoever asks, and what is kept to answer twice
      for (const who of everyone())
        expect([table, erased === 'gone', who.login, await app.sql.tried(who, `delete from ${table}`)]).toEqual([
          table,
          erased === 'gone',
          who.login,
          'refused',
        ]);
    }
  });

  test('nobody calls what erases, but through a decision of his own', async () => {
    const { id } = await asks(await app.asActor(pupil));
    const calls: [string, unknown[]][] = [
      ['select erase_parts(array[$1::uuid], array[$2])', [pupil.id, 'roster']],
      ['select erase_roster(array[$1::uuid])', [pupil.id]],
      ['select erase_contact(array[$1::uuid])', [pupil.id]],
      ['select erase_accounts(array[$1::uuid])', [pupil.accountId]],
      ['select scrub_repeats(array[$1::uuid], array[]::uuid[])', [pupil.id]],
      ['select * from retention_erase(null, 100)', []],
      ['select retention_sweep()', []],
      ['select * from retention_preview()', []],
      ['select erase_requested($1)', [id]],
      ['insert into erasure_step (part, does) values ($1, $2)', ['roster', 'select 1']],
      [`update retention_term set term = interval '0 days'`, []],
    ];
    for (const who of everyone())
      for (const [sql, values] of calls)
        expect([who.login, sql, await app.sql.tried(who, sql, values)]).toEqual([who.login, sql, 'refused']);
  });

  test('a decision, a confirmation and a hold are of who may take them, in his own name', async () => {
    const { id } = await asks(await app.asActor(pupil));
    const decide = `update erasure_request set outcome = 'everything', decided_by = app_actor(), decided_at = app_now() where id = $1`;
    const hold = `insert into legal_hold (id, pupil_id, school_id, reason, set_by, set_at)
      values (gen_random_uuid(), $1, $2, 'Zomaar een reden', app_actor(), app_now())`;
    await leftSince(pupil.id, '2024-11-15');
    await app.nest.get(ErasureWork, { strict: false }).daily();
    const confirm = `update retention_report set confirmed_by = app_actor(), confirmed_at = app_now() where school_id = $1`;
    for (const who of [mentor, decaan, intaker, elsewhere]) {
      expect([who.login, await app.sql.tried(who, decide, [id])]).toEqual([who.login, 0]);
      expect([who.login, await app.sql.tried(who, confirm, [home])]).toEqual([who.login, 0]);
      expect([who.login, await app.sql.tried(who, hold, [pupil.id, home])]).toEqual([who.login, 'refused']);
      expect(await app.sql.tried(who, 'select from erasure_request where id = $1', [id])).toBe(0);
      expect(await app.sql.tried(who, 'select make_retention_report($1)', [home])).toBe('refused');
    }
    expect(await app.sql.tried(pupil, decide, [id])).toBe('refused');
    expect(await app.sql.tried(guardian, decide, [id])).toBe('refused');
    expect(await app.sql.tried(administrator, hold, [pupil.id, home])).toBe('refused');
    expect(await app.sql.tried(administrator, decide, [id])).toBe(1);
    expect(await app.sql.tried(officer, confirm, [home])).toBe(1);
    expect(await app.sql.tried(officer, hold, [pupil.id, home])).toBe(1);
    const anotherName = decide.replace('decided_by = app_actor()', `decided_by = '${officer.id}'`);
    expect(await app.sql.tried(administrator, anotherName, [id])).toBe('refused');
  });
});

describe('pages', () => {
  test('pupil and guardian ask and see how far it is, with what the school has to keep', async () => {
    const agent = await app.asBrowser(pupil);
    const { text } = await agent.get('/mijn/rechten/wissen').expect(200);
    expect(text).toContain('Wat de school moet bewaren');
    await agent
      .post('/mijn/rechten/wissen')
      .type('form')
      .send({ ...wish(), idempotencyKey: newKey() })
      .expect(303);
    expect((await agent.get('/mijn/rechten').expect(200)).text).toContain(words.wish);
    const child = await app.asBrowser(guardian, { school: null });
    expect((await child.get(`/kind/${pupil.id}/rechten`).expect(200)).text).toContain(words.wish);
    await child.get(`/kind/${pupil.id}/rechten/wissen`).expect(200);
  });

  test('administrator and privacy officer work by number; a name stands nowhere', async () => {
    const { id } = await asks(await app.asActor(pupil));
    await leftSince(pupil.id, '2024-11-15');
    await app.nest.get(ErasureWork, { strict: false }).daily();
    const number = await numberOf(pupil);
    for (const who of [administrator, officer]) {
      const agent = await app.asBrowser(who);
      for (const page of ['/bewaren', `/bewaren/verzoek/${id}`, '/bewaren/termijnen', '/bewaren/vasthouden']) {
        const { text } = await agent.get(page).expect(200);
        expect(text).not.toContain(words.familyName);
        if (page !== '/bewaren/vasthouden') expect([page, text.includes(number)]).toEqual([page, true]);
      }
    }
    await (await app.asBrowser(decaan)).get('/bewaren').expect(403);
  });

  test('the button confirms the report that stands on the page; elsewhere there is no such report', async () => {
    await leftSince(pupil.id, '2024-11-15');
    await app.nest.get(ErasureWork, { strict: false }).daily();
    const agent = await app.asBrowser(officer);
    const { text } = await agent.get('/bewaren/termijnen').expect(200);
    const [, action] = /action="(\/bewaren\/termijnen\/[0-9a-f-]+)"/.exec(text)!;
    const send = (browser: Agent, version: string) =>
      browser.post(action!).type('form').send({ idempotencyKey: newKey(), version });
    await send(await app.asBrowser(elsewhere), '1').expect(404);
    await send(agent, '9').expect(412);
    await send(agent, /name="version" value="(\d+)"/.exec(text)![1]!).expect(303);
    await app.runJobs();
    expect((await app.owner.query('select from activity where pupil_id = $1', [pupil.id])).rowCount).toBe(0);
  });
});
