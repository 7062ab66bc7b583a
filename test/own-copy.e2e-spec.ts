import { randomUUID } from 'node:crypto';
import type { OwnCopyResponse } from '../src/privacy-rights/own-copy.dto.js';
import { otherTables, pupilTables } from '../src/privacy-rights/pupil-tables.data.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { statementsOf } from './support/statements.js';

let app: TestApp;
let home: string;
let mbo: string;
let mentor: GivenPerson;
let guardian: GivenPerson;
let other: GivenPerson;
let pupil: GivenPupil;

/** Someone of 15 with one of everything, and a little more. */
beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ kind: 'vmbo', name: 'Vmbo De Brug' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarlanden' });
  const group = await given.aGroup({ school: home, name: '4B' });
  mentor = await given.aPerson({ school: home, roles: ['staff'], givenName: 'Marga', familyName: 'Mentorink' });
  pupil = await given.aPupil({
    school: home,
    group,
    mentor: mentor.id,
    birthDate: '2011-05-05',
    givenName: 'Kim',
    familyName: 'Kopie',
    guardianSections: ['lob'],
    guardians: [
      { givenName: 'Ouder', familyName: 'Kopie', email: 'ouder@kopie.test' },
      { givenName: 'Zonder', familyName: 'Gezag', custody: false },
    ],
  });
  [guardian, other] = pupil.guardians as [GivenPerson, GivenPerson];
  const intaker = await given.aPerson({ school: mbo, roles: ['intaker'], givenName: 'Ina', familyName: 'Intaker' });
  const opleiding = await given.anOpleiding({ school: mbo, name: 'Verzorgende' });
  const taken = await given.anActivity({
    pupil,
    group,
    opleiding,
    by: mentor.id,
    until: '2026-11-10',
    title: 'Uit het dossier',
    removedAt: '2026-11-11T10:00:00Z',
    remark: 'Werkte hard',
  });
  await given.aReflection({ pupil, activity: taken, text: 'Geheim blijft geheim', openedTo: [] });
  const own = await given.anActivity({
    pupil,
    title: 'Mijn bijbaan',
    result: 'Ik kan kassa',
    type: 'job-or-volunteering',
  });
  await given.aReflection({ pupil, activity: own, text: 'Dit mag thuis weten', openedTo: ['guardian'] });
  await given.anApplication({ pupil, to: mbo, opleiding, withdrawnAt: '2026-11-12T10:00:00Z' });
  await given.anApplication({ pupil, to: mbo, opleiding });
  const slb = await given.aPerson({ school: mbo, roles: ['slb'], givenName: 'Sem', familyName: 'Begeleider' });
  await given.aPlacement({ pupil, to: mbo, opleiding, slb: slb.id });
  await given.aConsent({
    pupil,
    to: mbo,
    askedBy: intaker.id,
    withdrawnAt: '2026-11-13T10:00:00Z',
    answers: [
      { by: pupil.id, role: 'pupil', agreed: true },
      { by: guardian.id, role: 'guardian', agreed: true },
    ],
  });
  await given.aConsent({ pupil, to: mbo, sections: ['lob'] });
  await (await app.asActor(intaker)).post(`/api/v1/dossiers/${pupil.id}/export`).expect(200);
  await app.owner.query(`update share_notice set at = at - interval '1 day' where pupil_id = $1 and seq = 1`, [
    pupil.id,
  ]);
  const handover = randomUUID();
  await app.owner.query(
    `insert into statutory_share (id, pupil_id, school_id, to_school_id, sections, purpose, offered_at, offered_by, valid_until)
     values ($1, $2, $3, $4, '{profile}', 'intake', app_now(), $5, app_now() + interval '1 year')`,
    [handover, pupil.id, home, mbo, mentor.id],
  );
  await app.owner.query(
    `insert into statutory_answer (id, share_id, pupil_id, school_id, by_role, by_id, agreed, view, at)
     values ($1, $2, $3, $4, 'pupil', $3, false, 'Dat klopt niet', app_now())`,
    [randomUUID(), handover, pupil.id, home],
  );
  // The guardian said yes again: the answer before it is kept too.
  await app.owner.query(`update consent_answer set at = at + interval '1 minute' where by_id = $1`, [guardian.id]);
  await app.owner.query(
    `insert into activation_code (id, account_id, code_hash, issued_at, expires_at)
     select $1, account_id, '\\x00', app_now(), app_now() + interval '30 days' from pupil where id = $2`,
    [randomUUID(), pupil.id],
  );
  await app.owner.query(
    `insert into mail_message (id, kind, pupil_id, school_id, status, created_at, next_try_at, ended_at)
     values ($1, 'share-changed', $2, $3, 'sent', app_now(), app_now(), app_now())`,
    [randomUUID(), pupil.id, home],
  );
  await (
    await app.asActor(pupil)
  )
    .post(`/api/v1/pupils/${pupil.id}/rectifications`)
    .set('idempotency-key', newKey())
    .send({ about: 'profile', subjectId: pupil.id, wrong: 'Zo heet ik niet.', shouldBe: 'Kim met een i' })
    .expect(201);
  await (
    await app.asActor(pupil)
  )
    .post(`/api/v1/pupils/${pupil.id}/erasure-requests`)
    .set('idempotency-key', newKey())
    .send({ words: 'Mijn reflecties moeten weg.' })
    .expect(201);
  await app.owner.query(
    `insert into legal_hold (id, pupil_id, school_id, reason, set_by, set_at) values ($1, $2, $3, 'Een klacht loopt', $4, app_now())`,
    [randomUUID(), pupil.id, home, mentor.id],
  );
  await (await app.asActor(mentor)).get(`/api/v1/dossiers/${pupil.id}`).expect(200);
});
afterAll(() => app.close());

const take = async (agent: Agent): Promise<OwnCopyResponse> => {
  await app.owner.query('delete from pace'); // nobody takes a copy as often as this test
  return (await agent.get(`/api/v1/pupils/${pupil.id}/copy`).expect(200)).body as OwnCopyResponse;
};

describe('who gets the copy', () => {
  test('the pupil gets everything, also what is private and what was taken out', async () => {
    const copy = await take(await app.asActor(pupil));
    expect(copy).toMatchObject({ format: 'doorstroomdossier-own-copy', formatVersion: 1 });
    expect(copy.profile).toMatchObject({ name: 'Kim Kopie', birthDate: '2011-05-05', school: 'Vmbo De Brug' });
    expect(copy.enrolments).toMatchObject([{ schoolYear: 2026, group: '4B', school: 'Vmbo De Brug' }]);
    expect(copy.mentors).toMatchObject([{ name: 'Marga Mentorink', substitute: false }]);
    expect(copy.activities.map(({ title, removedReason }) => [title, removedReason]).sort()).toEqual([
      ['Mijn bijbaan', null],
      ['Uit het dossier', 'dubbel'],
    ]);
    expect(copy.activities.find(({ removedAt }) => removedAt)).toMatchObject({
      remark: 'Werkte hard',
      loggedBy: 'Marga Mentorink',
      group: '4B',
      opleiding: 'Verzorgende',
    });
    expect(copy.reflections.map(({ text }) => text).sort()).toEqual(['Dit mag thuis weten', 'Geheim blijft geheim']);
    expect(copy.applications.map(({ withdrawnAt }) => withdrawnAt !== null).sort()).toEqual([false, true]);
    expect(copy.placements).toMatchObject([
      { school: 'ROC Vaarlanden', slb: [{ name: 'Sem Begeleider', until: null }] },
    ]);
    expect(copy.shares).toHaveLength(2);
    const asked = copy.shares.find(({ askedAt }) => askedAt !== null)!;
    expect(asked).toMatchObject({ toSchool: 'ROC Vaarlanden', askedBy: 'Ina Intaker', withdrawnBy: 'Kim Kopie' });
    expect(asked.answers.map(({ name, by, replacedAt }) => [name, by, replacedAt !== null]).sort()).toEqual([
      ['Kim Kopie', 'pupil', false],
      ['Ouder Kopie', 'guardian', false],
      ['Ouder Kopie', 'guardian', true],
    ]);
    expect(copy.takenOver).toMatchObject([{ by: 'Ina Intaker', sections: ['lob'], purpose: 'intake' }]);
    expect(copy.schoolsTold).toContainEqual(expect.objectContaining({ kind: 'given', sections: ['lob'] }));
    expect(copy.account!.letters).toHaveLength(1);
    expect(copy.account!.sessions.length).toBeGreaterThan(0);
    expect(copy.rectifications).toMatchObject([
      { shouldBe: 'Kim met een i', was: { givenName: 'Kim' }, outcome: null },
    ]);
    expect(copy.erasureRequests).toMatchObject([{ words: 'Mijn reflecties moeten weg.', askedBy: 'Kim Kopie' }]);
    expect(copy.holds).toMatchObject([{ reason: 'Een klacht loopt', setBy: 'Marga Mentorink', liftedAt: null }]);
    expect(copy.whoLooked).toContainEqual(
      expect.objectContaining({ who: 'Marga Mentorink', action: 'section.read', school: 'Vmbo De Brug' }),
    );
  });

  test('an answer stands in it with the text that was read', async () => {
    await app.owner.query(
      `update consent_answer set text_id = (select id from consent_text where purpose = 'intake' and language = 'nl' limit 1)
        where pupil_id = $1 and by_role = 'guardian'`,
      [pupil.id],
    );
    const { shares } = await take(await app.asActor(pupil));
    const texts = shares.flatMap(({ answers }) => answers.map(({ by, text }) => [by, text?.title ?? null]));
    expect(texts).toContainEqual(['guardian', 'Wat spreken we af?']);
    expect(texts).toContainEqual(['pupil', null]);
  });

  test('a guardian with custody under 16 gets it without what the pupil keeps private, and no address of another', async () => {
    const copy = await take(await app.asActor(guardian));
    expect(copy.reflections.map(({ text }) => text)).toEqual(['Dit mag thuis weten']);
    expect(copy.guardians.map(({ name, custody }) => [name, custody]).sort()).toEqual([
      ['Ouder Kopie', true],
      ['Zonder Gezag', false],
    ]);
    expect(JSON.stringify(copy)).not.toContain('ouder@kopie.test');
    expect(copy.account!.login).toBe(pupil.login);
  });

  test.each([
    ['a guardian without custody', () => app.asActor(other)],
    ['another pupil', async () => app.asActor(await app.given.aPupil({ school: home }))],
    [
      'a guardian of another pupil',
      async () => app.asActor(await app.given.aGuardian(await app.given.aPupil({ school: home }))),
    ],
    ['the mentor', () => app.asActor(mentor)],
  ])('%s gets nothing', async (_, agent) => {
    await (await agent()).get(`/api/v1/pupils/${pupil.id}/copy`).expect(404);
  });

  test('from the 16th birthday on it is for the pupil alone', async () => {
    const almost = await app.given.aPupil({ school: home, birthDate: '2010-11-17', guardians: [{}] });
    const agent = await app.asActor(almost.guardians[0]!);
    await agent.get(`/api/v1/pupils/${almost.id}/copy`).expect(200);
    await app.clock.set('2026-11-17T00:00:00+01:00');
    const later = await app.asActor(almost.guardians[0]!);
    await later.get(`/api/v1/pupils/${almost.id}/copy`).expect(404);
    await (await app.asActor(almost)).get(`/api/v1/pupils/${almost.id}/copy`).expect(200);
    await app.clock.set('2026-11-16T11:00:00+01:00');
  });

  test('taking it is on record, and the pupil reads that a guardian did', async () => {
    await take(await app.asActor(guardian));
    const { whoLooked } = await take(await app.asActor(pupil));
    expect(whoLooked).toContainEqual(
      expect.objectContaining({ action: 'copy.taken', who: 'Ouder Kopie', role: 'guardian', basis: 'custody' }),
    );
  });
});

describe('what it is', () => {
  test('as many statements for a long dossier as for a short one', async () => {
    const short = await app.given.aPupil({ school: home });
    const agent = await app.asActor(short);
    const few = await statementsOf(() => agent.get(`/api/v1/pupils/${short.id}/copy`).expect(200));
    await app.given.activities(Array.from({ length: 30 }, () => short));
    const many = await statementsOf(() => agent.get(`/api/v1/pupils/${short.id}/copy`).expect(200));
    expect(many).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(10);
  });

  test('a file without anything personal in its name', async () => {
    const agent = await app.asBrowser(pupil);
    const answer = await agent.get('/mijn/kopie.json').expect(200);
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="doorstroomdossier-kopie-2026-11-16.json"',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((answer.body as OwnCopyResponse).profile.name).toBe('Kim Kopie');
    const child = await app.asBrowser(guardian, { school: null });
    const file = await child.get(`/kind/${pupil.id}/kopie.json`).expect(200);
    expect(file.headers['content-disposition']).not.toMatch(/kim|kopie\.test|[0-9a-f]{8}-/i);
    expect(file.text).not.toContain('Geheim blijft geheim');
  });

  test('a page with all of it, for pupil and guardian, in both languages', async () => {
    const agent = await app.asBrowser(pupil);
    const { text } = await agent.get('/mijn/kopie').expect(200);
    for (const word of [
      'Geheim blijft geheim',
      'Weggehaald op',
      'Werkte hard',
      'Ik kan kassa',
      'Ina Intaker',
      'nam een kopie',
    ])
      expect(text).toContain(word);
    expect((await agent.get('/mijn/rechten').expect(200)).text).toContain('/mijn/kopie');
    const english = await agent.get('/mijn/kopie').set('cookie', 'taal=en');
    expect(english.status === 200 || english.status === 303).toBe(true);
    const child = await app.asBrowser(guardian, { school: null });
    const page = await child.get(`/kind/${pupil.id}/kopie`).expect(200);
    expect(page.text).toContain('Dit mag thuis weten');
    expect(page.text).not.toContain('Geheim blijft geheim');
    await child.get(`/kind/${pupil.id}/rechten`).expect(200);
    await (await app.asBrowser(other, { school: null })).get(`/kind/${pupil.id}/rechten`).expect(404);
  });
});

describe('completeness', () => {
  const columns = async (): Promise<{ table: string; column: string; type: string }[]> =>
    (
      await app.owner.query<{ table: string; column: string; type: string }>(
        `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
           from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
          where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
            and not a.attisdropped and c.relname <> 'test_clock' order by 1, a.attnum`,
      )
    ).rows;

  test('every table is known: with what it says of a pupil, or with what it holds instead', async () => {
    const tables = [...new Set((await columns()).map(({ table }) => table))];
    expect(tables).toEqual([...Object.keys(pupilTables), ...Object.keys(otherTables)].sort());
  });

  test('what is said to hold nothing of a pupil points to none', async () => {
    const { rows } = await app.owner.query<{ name: string }>(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c
        where c.contype = 'f' and c.confrelid in ('pupil'::regclass, 'guardian'::regclass)
       union select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
          where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name like 'pupil\\_id%'`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !(name in pupilTables))).toEqual([]);
  });

  test('columns that are left out are there to be left out', async () => {
    const all = await columns();
    const stale = Object.entries(pupilTables).flatMap(([table, { copy }]) =>
      'not' in copy
        ? []
        : Object.keys(copy.without)
            .filter((name) => !all.some((one) => one.table === table && one.column === name))
            .map((name) => `${table}.${name}`),
    );
    expect(stale).toEqual([]);
  });

  /** Another value of the same type, in SQL. */
  const changed: Record<string, (column: string) => string> = {
    text: (c) => `coalesce(${c}, '') || 'x'`,
    'text[]': (c) => `${c} || array['anders']`,
    date: (c) => `coalesce(${c}, '2026-11-01') + 1`,
    integer: (c) => `coalesce(${c}, 0) + 1`,
    jsonb: (c) => `coalesce(${c}, '{}') || '{"anders": 1}'`,
    boolean: (c) => `${c} is not true`,
    'timestamp with time zone': (c) => `coalesce(${c}, '2026-11-01 10:00Z') + interval '61 minutes'`,
  };
  /** The rows of this pupil in a table. */
  const where = (table: string): string =>
    ({
      pupil: `id = '${pupil.id}'`,
      person: `id = '${guardian.id}'`,
      account: `id = '${pupil.accountId}'`,
      activation_code: `account_id = '${pupil.accountId}'`,
      external_identity: `account_id = '${pupil.accountId}'`,
      session: `account_id = '${pupil.accountId}' and created_at < app_now() - interval '1 hour'`,
      share_notice: `pupil_id = '${pupil.id}' and seq = 1`,
      audit_event: `chain_id = '${pupil.id}' and seq = 1`,
    })[table] ?? `pupil_id = '${pupil.id}'`;

  test('whatever changes in a column changes the copy, unless the column is left out with a reason', async () => {
    const agent = await app.asActor(pupil);
    await app.owner.query(
      `insert into session (id, token_hash, account_id, created_at, last_seen_at)
       values ($1, '\\x01', $2, app_now() - interval '3 hours', app_now() - interval '3 hours')`,
      [randomUUID(), pupil.accountId],
    );
    await app.owner.query(
      `insert into external_identity (id, account_id, issuer, subject, linked_at)
       values ($1, $2, 'https://entree.example', 'abc@school', app_now())`,
      [randomUUID(), pupil.accountId],
    );
    const seen = async (): Promise<string> => {
      await app.owner.query('delete from pace'); // more often than a person takes it
      const { whoLooked, takenAt, account, ...rest } = await take(agent);
      const sessions = account?.sessions.slice(0, 1);
      return JSON.stringify({ ...rest, account: { ...account, sessions }, whoLooked: whoLooked[0], [takenAt]: 0 });
    };
    const missed: string[] = [];
    for (const { table, column, type } of await columns()) {
      const copy = pupilTables[table]?.copy;
      if (!copy || 'not' in copy || column in copy.without) continue;
      const change = changed[type];
      if (!change) throw new Error(`say in this test how to change a ${type} (${table}.${column})`);
      const before = await seen();
      const { rowCount } = await app.owner.query(
        `update ${table} t set ${column} = ${change(`t.${column}`)}
          where t.ctid = (select r.ctid from ${table} r where ${where(table)} limit 1)`,
      );
      if (rowCount !== 1) throw new Error(`this pupil has nothing in ${table}`);
      if ((await seen()) === before) missed.push(`${table}.${column}`);
    }
    expect(missed).toEqual([]);
  }, 240_000);
});
