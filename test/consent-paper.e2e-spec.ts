import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, refusalOf, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

let app: TestApp;
let school: string;
let mbo: string;
let opleiding: string;
let mentor: GivenPerson;
let decaan: GivenPerson;
let administrator: GivenPerson;
let colleague: GivenPerson;
let former: GivenPerson;
let elsewhere: GivenPerson;
let intaker: GivenPerson;
let pupil: GivenPupil;
let mother: GivenPerson;
let father: GivenPerson;
let uncle: GivenPerson;
let id: string;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ name: 'De Sluiswachter' });
  mbo = await given.aSchool({ kind: 'mbo' });
  opleiding = await given.anOpleiding({ school: mbo });
  mentor = await given.aPerson({ school, roles: ['staff'] });
  decaan = await given.aPerson({ school, roles: ['decaan'], givenName: 'Anna', familyName: 'Decaan' });
  administrator = await given.aPerson({ school, roles: ['school-administrator'] });
  colleague = await given.aPerson({ school, roles: ['staff'], givenName: 'Bas', familyName: 'Tweede' });
  former = await given.aPerson({ school, roles: [{ role: 'staff', until: '2026-11-15' }] });
  elsewhere = await given.aPerson({ school: await given.aSchool(), roles: ['decaan'] });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  pupil = await app.given.aPupil({
    school,
    birthDate: '2011-03-09',
    mentor: mentor.id,
    guardians: [{ email: null }, {}, { custody: false }],
  });
  [mother, father, uncle] = pupil.guardians as [GivenPerson, GivenPerson, GivenPerson];
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  const given = await (
    await app.asActor(pupil)
  )
    .post(`/api/v1/pupils/${pupil.id}/consents`)
    .set('idempotency-key', newKey())
    .send({ toSchoolId: mbo, sections: ['profile', 'lob'] })
    .expect(201);
  id = (given.body as { id: string }).id;
});

const signed = (more: object = {}): object => ({
  guardianId: mother.id,
  agreed: true,
  signedOn: '2026-11-16',
  secondId: colleague.id,
  ...more,
});
const record = async (who: GivenPerson, more: object = {}, consent = id) =>
  (await app.asActor(who))
    .post(`/api/v1/pupils/${pupil.id}/consents/${consent}/paper-answers`)
    .set('idempotency-key', newKey())
    .send(signed(more));
const asParent = (who: GivenPerson): Promise<Agent> => app.asActor(who, { school: null });
const answer = async (who: GivenPerson, agreed: boolean) =>
  (await asParent(who)).post(`/api/v1/consents/${id}/answers`).send({ agreed });
interface Share {
  id: string;
  state: string;
  answers: { name: string; agreed: boolean | null; paper: { signedOn: string; recordedBy: string[] } | null }[];
}
const share = async (agent: Agent): Promise<Share> =>
  ((await agent.get(`/api/v1/pupils/${pupil.id}/consents`).expect(200)).body as Share[]).find((one) => one.id === id)!;
const state = async (): Promise<string> => (await share(await app.asActor(pupil))).state;
const readable = async (): Promise<number> =>
  (await (await app.asActor(intaker)).get(`/api/v1/dossiers/${pupil.id}`)).status;

describe('a yes on paper', () => {
  test.each(['mentor', 'decaan', 'administrator'] as const)('is recorded by the %s and counts at once', async (who) => {
    expect(await readable()).toBe(404);
    expect((await record({ mentor, decaan, administrator }[who])).status).toBe(201);
    expect(await state()).toBe('in-force');
    expect(await readable()).toBe(200);
  });

  test('is told to pupil and guardian as on paper, with both names', async () => {
    await record(decaan);
    for (const agent of [await app.asActor(pupil), await asParent(mother), await asParent(father)])
      expect((await share(agent)).answers.find(({ paper }) => paper)).toMatchObject({
        agreed: true,
        paper: { signedOn: '2026-11-16', recordedBy: ['Anna Decaan', 'Bas Tweede'] },
      });
    const page = await (await app.asBrowser(pupil)).get('/mijn/toestemming').expect(200);
    expect(page.text).toContain('ja, op papier, 16 nov 2026');
    const receipt = await (await app.asActor(pupil)).get(`/api/v1/consents/${id}/receipt`).expect(200);
    expect((receipt.body as { receipt: { answers: object[] } }).receipt.answers[1]).toMatchObject({
      how: 'paper',
      recordedBy: ['Anna Decaan', 'Bas Tweede'],
      signedOn: '2026-11-16',
      textLanguage: 'nl',
    });
  });

  test('is on record on behalf of the guardian, and the family sees who wrote it down', async () => {
    await record(administrator);
    const { rows } = await app.owner.query(
      `select actor_id, actor_role, on_behalf_of, sections, purpose, subject_ids from audit_event
        where chain_id = $1 and action = 'consent.recorded-on-paper'`,
      [pupil.id],
    );
    expect(rows).toEqual([
      {
        actor_id: administrator.id,
        actor_role: 'school-administrator',
        on_behalf_of: mother.id,
        sections: ['profile', 'lob'],
        purpose: 'intake',
        subject_ids: [id, colleague.id],
      },
    ]);
    const page = await (await app.asBrowser(pupil)).get('/mijn/wie-keek').expect(200);
    expect(page.text).toContain('legde een antwoord vast dat een ouder op papier gaf');
  });

  test('never takes the place of what the guardian said himself, yes or no', async () => {
    for (const agreed of [true, false]) {
      await answer(mother, agreed);
      const before = await state();
      expect(refusalOf(await record(decaan, { agreed: !agreed }))).toEqual([409, 'guardian-answered-himself']);
      expect(await state()).toBe(before);
    }
  });

  test('gives way to what the guardian says himself, and stays in the receipt', async () => {
    await record(decaan);
    await app.clock.advance({ minutes: 5 });
    expect((await answer(mother, false)).status).toBe(201);
    expect(await state()).toBe('blocked');
    expect(await readable()).toBe(404);
    const receipt = await (await app.asActor(pupil)).get(`/api/v1/consents/${id}/receipt`).expect(200);
    const { answers } = (receipt.body as { receipt: { answers: { how: string; agreed: boolean }[] } }).receipt;
    expect(answers.slice(1).map(({ how, agreed }) => [how, agreed])).toEqual([
      ['paper', true],
      ['self', false],
    ]);
  });

  test('can be corrected on paper: a no takes the place of a yes and blocks, and a yes lifts it', async () => {
    await record(decaan);
    expect((await record(mentor, { agreed: false })).status).toBe(201);
    expect([await state(), await readable()]).toEqual(['blocked', 404]);
    expect((await record(mentor, { agreed: true })).status).toBe(201);
    expect([await state(), await readable()]).toEqual(['in-force', 200]);
  });

  test('does not help against the no of the other guardian', async () => {
    await answer(father, false);
    await record(decaan);
    expect([await state(), await readable()]).toEqual(['blocked', 404]);
    await answer(father, true);
    expect([await state(), await readable()]).toEqual(['in-force', 200]);
  });

  test('does not stand in for the pupil', async () => {
    const asked = await app.given.aConsent({ pupil, to: mbo, inForceSince: null, askedBy: intaker.id, answers: [] });
    expect((await record(decaan, { signedOn: '2026-11-15' }, asked)).status).toBe(201);
    const { rows } = await app.owner.query('select in_force_since from consent where id = $1', [asked]);
    expect(rows).toEqual([{ in_force_since: null }]);
  });

  test('twice with the same key is once, and two colleagues at once leave one answer', async () => {
    const key = newKey();
    const once = async () =>
      (await app.asActor(decaan))
        .post(`/api/v1/pupils/${pupil.id}/consents/${id}/paper-answers`)
        .set('idempotency-key', key)
        .send(signed());
    const both = await Promise.all([once(), once(), record(mentor, { agreed: false })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { rows } = await app.owner.query<{ agreed: boolean }>(
      `select agreed from consent_answer where consent_id = $1 and by_id = $2`,
      [id, mother.id],
    );
    expect(rows).toHaveLength(1);
    expect(await state()).toBe(rows[0]!.agreed ? 'in-force' : 'blocked');
  });
});

describe('an answer that is asked for again with the same key', () => {
  const sent = async (who: GivenPerson, key: string, as: { school?: string } = {}) =>
    (await app.asActor(who, as))
      .post(`/api/v1/pupils/${pupil.id}/consents/${id}/paper-answers`)
      .set('idempotency-key', key)
      .send(signed());

  test('is not given to a mentor who sees the pupil no more', async () => {
    await app.given.aPupil({ school, mentor: mentor.id }); // so that he is a mentor all the same
    const key = newKey();
    expect((await sent(mentor, key)).status).toBe(201);
    expect((await sent(mentor, key)).body).toMatchObject({ shares: [{ id }] });
    await app.owner.query(`update mentor_assignment set valid_until = '2026-11-15' where pupil_id = $1`, [pupil.id]);
    const again = await sent(mentor, key);
    expect([...refusalOf(again), again.text.includes(mother.name)]).toEqual([404, 'not-found', false]);
  });

  test('is not given where he acts elsewhere, nor a day later, and then it is gone', async () => {
    const second = await app.given.aSchool();
    const both = await app.given.aPerson({ school, roles: ['decaan', { role: 'decaan', school: second }] });
    const key = newKey();
    expect((await sent(both, key, { school })).status).toBe(201);
    expect(refusalOf(await sent(both, key, { school: second }))).toEqual([422, 'idempotency-key-reused']);
    await app.clock.set('2026-11-17T10:59:00+01:00');
    expect((await sent(both, key, { school })).status).toBe(201);
    await app.clock.set('2026-11-17T11:00:00+01:00');
    expect((await sent(both, key, { school })).status).toBe(422);
    await app.clock.set('2026-11-17T12:00:00+01:00');
    await app.runJobs();
    const { rowCount } = await app.owner.query('select from idempotency where key = $1', [key]);
    expect(rowCount).toBe(0);
  });
});

describe('what is refused', () => {
  test('anyone else, and any other pupil', async () => {
    const lob = await app.given.aPerson({ school, roles: ['lob-coordinator'] });
    const ofOthers = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aMentor(await app.given.aPupil({ school }), ofOthers.id);
    for (const who of [lob, ofOthers, colleague, elsewhere, intaker]) expect((await record(who)).status).toBe(404);
    for (const agent of [await app.asActor(pupil), await asParent(mother)])
      expect((await agent.get(`/api/v1/pupils/${pupil.id}/paper-answers`)).status).toBe(404);
    expect((await record(decaan, {}, randomUUID())).status).toBe(404);
    const other = await app.given.aPupil({ school, birthDate: '2011-03-09', guardians: [{}] });
    const theirs = await app.given.aConsent({ pupil: other, to: mbo, inForceSince: null });
    expect((await record(decaan, {}, theirs)).status).toBe(404);
    expect(await state()).toBe('waiting-for-guardian');
  });

  test('from the 16th birthday on, and not a day before', async () => {
    await app.clock.set('2027-03-08T23:59:00+01:00');
    expect((await record(decaan, { signedOn: '2027-03-08' })).status).toBe(201);
    await app.clock.set('2027-03-09T00:00:00+01:00');
    expect((await record(decaan, { signedOn: '2027-03-09' })).status).toBe(404);
  });

  test.each([
    ['left', `left_on = '2026-11-16'`],
    ['was erased', `erased_at = '2026-11-16T10:00:00Z'`],
  ])('of who %s, as if there were no such pupil', async (_, gone) => {
    await app.owner.query(`update pupil set ${gone} where id = $1`, [pupil.id]);
    for (const who of [mentor, decaan, administrator]) {
      const agent = await app.asActor(who);
      const browser = await app.asBrowser(who);
      const nobody = randomUUID();
      for (const each of [pupil.id, nobody]) {
        expect(refusalOf(await agent.get(`/api/v1/pupils/${each}/paper-answers`))).toEqual([404, 'not-found']);
        for (const page of ['papier', `papier/${id}/formulier`])
          expect((await browser.get(`/leerlingen/${each}/${page}`)).status).toBe(404);
      }
      expect((await record(who)).status).toBe(404);
    }
    const { rows } = await app.owner.query('select from consent_answer where by_id = $1', [mother.id]);
    expect(rows).toEqual([]);
  });

  test('of what was withdrawn', async () => {
    await (await app.asActor(pupil)).post(`/api/v1/consents/${id}/withdrawal`).send({}).expect(201);
    expect((await record(decaan)).status).toBe(404);
  });

  test('a guardian without custody, a second who is no colleague today, a day that cannot be', async () => {
    for (const [field, wrong] of [
      ['guardianId', { guardianId: uncle.id }],
      ['guardianId', { guardianId: decaan.id }],
      ['secondId', { secondId: decaan.id }],
      ['secondId', { secondId: former.id }],
      ['secondId', { secondId: elsewhere.id }],
      ['secondId', { secondId: mother.id }],
      ['signedOn', { signedOn: '2026-11-15' }],
      ['signedOn', { signedOn: '2026-11-17' }],
    ] as const)
      expectFaultIn(field, await record(decaan, wrong));
    expect(await state()).toBe('waiting-for-guardian');
  });

  test('of a parent who works at the school, by himself', async () => {
    const both = await app.given.aPerson({ school, roles: ['decaan'] });
    await app.given.aGuardian(pupil, { person: both.id });
    expectFaultIn('guardianId', await record(both, { guardianId: both.id }));
    expectFaultIn('secondId', await record(decaan, { guardianId: both.id, secondId: both.id }));
    expect((await record(decaan, { guardianId: both.id })).status).toBe(201);
  });

  test.each(
    badInput({
      guardianId: required(bad.id),
      agreed: required(bad.yesOrNo),
      signedOn: required(bad.day),
      secondId: required(bad.id),
      textId: bad.id,
    }),
  )('bad input names the field, %s: %s', async (field, _, value) => {
    const body = withField(signed() as Record<string, unknown>, field, value);
    expectFaultIn(
      field,
      await (
        await app.asActor(decaan)
      )
        .post(`/api/v1/pupils/${pupil.id}/consents/${id}/paper-answers`)
        .set('idempotency-key', newKey())
        .send(body),
    );
  });

  test('a text of another share', async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      `select id from consent_text where purpose = 'handover' limit 1`,
    );
    expect(refusalOf(await record(decaan, { textId: rows[0]!.id }))).toEqual([409, 'consent-text-renewed']);
  });
});

describe('the second wall', () => {
  const text = async (purpose = 'intake'): Promise<string> =>
    (
      await app.owner.query<{ id: string }>(`select id from consent_text where purpose = $1 and language = 'nl'`, [
        purpose,
      ])
    ).rows[0]!.id;
  const write = (...more: string[]): string =>
    `select record_paper_answer(${['$1', '$2', 'true', `'2026-11-16'`, '$3', '$4'].map((part, i) => more[i] ?? part).join(', ')})
       where $1::uuid is not null and $2::uuid is not null and $3::uuid is not null and $4::uuid is not null`;

  test('lets those write who may, and everyone else not', async () => {
    const values = [id, mother.id, colleague.id, await text()];
    const lob = await app.given.aPerson({ school, roles: ['lob-coordinator'] });
    const outcome: Record<string, number | 'refused'> = {};
    for (const [name, who] of Object.entries({
      mentor,
      decaan,
      administrator,
      lob,
      colleague,
      elsewhere,
      intaker,
      pupil,
    }))
      outcome[name] = await app.sql.tried(who, write(), values);
    outcome.mother = await app.sql.tried(mother, write(), values, { school: null });
    expect(outcome).toEqual({
      mentor: 1,
      decaan: 1,
      administrator: 1,
      lob: 'refused',
      colleague: 'refused',
      elsewhere: 'refused',
      intaker: 'refused',
      pupil: 'refused',
      mother: 'refused',
    });
  });

  test.each([
    ['left', `left_on = '2026-11-16'`],
    ['was erased', `erased_at = '2026-11-16T10:00:00Z'`],
  ])('lets nobody write for who %s', async (_, gone) => {
    const values = [id, mother.id, colleague.id, await text()];
    await app.owner.query(`update pupil set ${gone} where id = $1`, [pupil.id]);
    for (const who of [mentor, decaan, administrator])
      expect(await app.sql.tried(who, write(), values)).toBe('refused');
  });

  test('asks again for the names, the custody, the day, the text and the share', async () => {
    const nl = await text();
    expect(await app.sql.tried(decaan, write(), [id, mother.id, colleague.id, nl])).toBe(1);
    for (const wrong of [
      [randomUUID(), mother.id, colleague.id, nl],
      [id, uncle.id, colleague.id, nl],
      [id, colleague.id, administrator.id, nl],
      [id, mother.id, decaan.id, nl],
      [id, mother.id, former.id, nl],
      [id, mother.id, elsewhere.id, nl],
      [id, mother.id, mother.id, nl],
      [id, mother.id, colleague.id, await text('handover')],
    ])
      expect([wrong, await app.sql.tried(decaan, write(), wrong)]).toEqual([wrong, 'refused']);
    const values = [id, mother.id, colleague.id, nl];
    for (const day of [`'2026-11-17'`, `'2026-11-15'`, 'null'])
      expect([day, await app.sql.tried(decaan, write('$1', '$2', 'true', day), values)]).toEqual([day, 'refused']);
    expect(await app.sql.tried(decaan, write('$1', '$2', 'null'), values)).toBe('refused');
    await answer(mother, true);
    expect(await app.sql.tried(decaan, write(), values)).toBe('refused');
  });

  test('shows to nobody else what can be answered, and lets nobody write an answer in any other way', async () => {
    const seen = (who: { login: string }, as: { school?: null } = {}) =>
      app.sql.tried(who, 'select from consents_for_paper($1)', [pupil.id], as);
    for (const who of [mentor, decaan, administrator]) expect(await seen(who)).toBe(1);
    for (const who of [colleague, elsewhere, intaker, pupil]) expect(await seen(who)).toBe(0);
    expect(await seen(mother, { school: null })).toBe(0);

    const insert = `insert into consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id, recorded_by, second_id, signed_on)
      values (gen_random_uuid(), $1, $2, $3, 'guardian', $4, true, app_now(), $5, $6, $7, '2026-11-16')`;
    const values = [id, pupil.id, school, mother.id, await text(), decaan.id, colleague.id];
    expect(await app.sql.tried(decaan, insert, values)).toBe('refused');
    expect(await app.sql.tried(mother, insert, values, { school: null })).toBe('refused');
    await answer(mother, true);
    const dress = `update consent_answer set recorded_by = $1 where by_id = $2`;
    expect(await app.sql.tried(mother, dress, [decaan.id, mother.id], { school: null })).toBe('refused');
  });
});

describe('the pages', () => {
  test('from the page of the pupil to the paper, the form and back', async () => {
    for (const who of [mentor, decaan, administrator]) {
      const page = await (await app.asBrowser(who)).get(`/leerlingen/${pupil.id}`).expect(200);
      expect(page.text).toContain(`/leerlingen/${pupil.id}/papier`);
    }
    const browser = await app.asBrowser(administrator);
    const page = await browser.get(`/leerlingen/${pupil.id}/papier`).expect(200);
    expect(page.text).toContain('Wie tekende?');
    expect(page.text).not.toContain(uncle.name);
    const paper = await browser.get(`/leerlingen/${pupil.id}/papier/${id}/formulier?tekst=en`).expect(200);
    expect(paper.text).toContain('only reads the parts that are ticked');
    const at = `/leerlingen/${pupil.id}/papier/${id}`;
    const fault = await browser
      .post(at)
      .type('form')
      .send({ idempotencyKey: newKey(), guardianId: mother.id })
      .expect(422);
    expect(fault.text).toContain('Kies een collega die het papier ook heeft gezien');
    await browser
      .post(at)
      .type('form')
      .send({ idempotencyKey: newKey(), ...signed({ agreed: 'ja' }) })
      .expect(303);
    expect(await state()).toBe('in-force');
  });

  test('who may not record sees no way there', async () => {
    const lob = await app.given.aPerson({ school, roles: ['lob-coordinator'] });
    const page = await (await app.asBrowser(lob)).get(`/leerlingen/${pupil.id}`).expect(200);
    expect(page.text).not.toContain('/papier');
    expect((await (await app.asBrowser(lob)).get(`/leerlingen/${pupil.id}/papier`)).status).toBe(404);
  });
});
