import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { fingerprintOf } from './support/fingerprint.js';

let app: TestApp;
let school: string;
let mbo: string;
let opleiding: string;
let pupil: GivenPupil;
let mother: GivenPerson;
let father: GivenPerson;
let id: string;

beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'De Sluiswachter' });
  mbo = await app.given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  opleiding = await app.given.anOpleiding({ school: mbo });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  pupil = await app.given.aPupil({
    school,
    birthDate: '2011-03-09',
    givenName: 'Noor',
    familyName: 'Jansen',
    guardians: [
      { givenName: 'Mirjam', familyName: 'Jansen' },
      { givenName: 'Peter', familyName: 'Jansen' },
    ],
  });
  [mother, father] = pupil.guardians as [GivenPerson, GivenPerson];
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  const given = await (
    await app.asActor(pupil)
  )
    .post(`/api/v1/pupils/${pupil.id}/consents`)
    .set('idempotency-key', newKey())
    .send({ toSchoolId: mbo, sections: ['profile', 'lob'], textId: await textIn('en') })
    .expect(201);
  id = (given.body as { id: string }).id;
});

const asParent = (who: GivenPerson): Promise<Agent> => app.asActor(who, { school: null });
const textIn = async (language: string): Promise<string> =>
  (
    await app.owner.query<{ id: string }>(`select id from consent_text where purpose = 'intake' and language = $1`, [
      language,
    ])
  ).rows[0]!.id;
const answer = async (who: GivenPerson, agreed: boolean, textId?: string) =>
  (await asParent(who))
    .post(`/api/v1/consents/${id}/answers`)
    .send({ agreed, ...(textId ? { textId } : {}) })
    .expect(201);

interface Receipt {
  receipt: {
    answers: {
      name: string;
      agreed: boolean;
      at: string;
      how: string;
      textLanguage: string;
      replacedAt: string | null;
    }[];
    texts: { language: string; paragraphs: string[] }[];
    receivingSchool: string;
    withdrawal: { by: string; name: string; at: string } | null;
    [fact: string]: unknown;
  };
  fingerprint: string;
}
const receiptFor = async (agent: Agent): Promise<Receipt> =>
  (await agent.get(`/api/v1/consents/${id}/receipt`).expect(200)).body as Receipt;

test('says which school, which sections, what for, until when, who said what and when, and the words of the text', async () => {
  await app.clock.set('2026-11-17T09:30:00+01:00');
  await answer(mother, true, await textIn('nl'));
  const { receipt, fingerprint } = await receiptFor(await app.asActor(pupil));
  expect(receipt).toEqual({
    form: 'doorstroomdossier-receipt-1',
    id,
    pupil: 'Noor Jansen',
    homeSchool: 'De Sluiswachter',
    receivingSchool: 'ROC Vaarland',
    sections: ['profile', 'lob'],
    purpose: 'intake',
    basis: 'consent',
    madeAt: '2026-11-16T10:00:00.000Z',
    askedAt: null,
    inForceSince: '2026-11-17T08:30:00.000Z',
    endsAt: '2027-09-30T22:00:00.000Z',
    withdrawal: null,
    answers: [
      {
        by: 'pupil',
        name: 'Noor Jansen',
        agreed: true,
        at: '2026-11-16T10:00:00.000Z',
        how: 'self',
        recordedBy: [],
        signedOn: null,
        textVersion: '2026-11',
        textLanguage: 'en',
        replacedAt: null,
      },
      {
        by: 'guardian',
        name: 'Mirjam Jansen',
        agreed: true,
        at: '2026-11-17T08:30:00.000Z',
        how: 'self',
        recordedBy: [],
        signedOn: null,
        textVersion: '2026-11',
        textLanguage: 'nl',
        replacedAt: null,
      },
    ],
    texts: expect.any(Array) as unknown,
  });
  expect(receipt.texts.map(({ language, paragraphs }) => [language, paragraphs[0]])).toEqual([
    ['en', 'ROC Vaarland only reads the parts that are ticked, and only for the intake.'],
    ['nl', 'ROC Vaarland leest alleen de onderdelen die zijn aangevinkt, en alleen voor de intake.'],
  ]);
  expect(fingerprint).toBe(fingerprintOf(receipt));
});

test('is the same for pupil and guardian, today and years later, also when the school has another name and another text', async () => {
  await answer(mother, true);
  const first = await receiptFor(await app.asActor(pupil));
  expect(await receiptFor(await asParent(mother))).toEqual(first);
  const coordinator = await app.given.aPerson({ school, roles: ['coordinator'] });
  await (
    await app.asActor(coordinator)
  )
    .post('/api/v1/consent-texts')
    .set('idempotency-key', newKey())
    .send({ purpose: 'intake', title: 'Nieuw', body: 'Andere woorden' })
    .expect(201);
  await app.owner.query(`update school set name = 'ROC Nieuwe Naam' where id = $1`, [mbo]);
  await app.clock.set('2036-11-16');
  expect(await receiptFor(await app.asActor(pupil))).toEqual(first);
  await app.owner.query(`update school set name = 'ROC Vaarland' where id = $1`, [mbo]);
  await app.owner.query(`delete from consent_text where samenwerkingsverband_id is not null`);
});

test('the page shows the same fingerprint as the JSON, to pupil and guardian', async () => {
  await answer(mother, true);
  const { fingerprint } = await receiptFor(await app.asActor(pupil));
  const page = await (await app.asBrowser(pupil)).get(`/mijn/toestemming/${id}/bewijs`).expect(200);
  expect(page.text).toContain(fingerprint);
  expect(page.text).toContain('Mirjam Jansen zei ja');
  const parent = await app.asBrowser(mother, { school: null });
  const theirs = await parent.get(`/kind/${pupil.id}/toestemming/${id}/bewijs`).expect(200);
  expect(theirs.text).toContain(fingerprint);
  expect(theirs.text).toContain('Noor Jansen zei ja');
});

test('keeps what somebody said before: yes, no, and yes again', async () => {
  await answer(mother, true);
  const before = await receiptFor(await app.asActor(pupil));
  await app.clock.set('2026-11-18T11:00:00+01:00');
  await answer(mother, false);
  await app.clock.set('2026-11-19T11:00:00+01:00');
  await answer(mother, true);
  const { receipt, fingerprint } = await receiptFor(await app.asActor(pupil));
  expect(
    receipt.answers.map(({ name, agreed, at, replacedAt }) => [
      name,
      agreed,
      at.slice(0, 10),
      replacedAt?.slice(0, 10),
    ]),
  ).toEqual([
    ['Noor Jansen', true, '2026-11-16', undefined],
    ['Mirjam Jansen', true, '2026-11-16', '2026-11-18'],
    ['Mirjam Jansen', false, '2026-11-18', '2026-11-19'],
    ['Mirjam Jansen', true, '2026-11-19', undefined],
  ]);
  expect(fingerprint).not.toBe(before.fingerprint);
});

test('says who withdrew and when', async () => {
  await answer(mother, true);
  await app.clock.set('2026-11-20T08:00:00+01:00');
  await (await asParent(mother)).post(`/api/v1/consents/${id}/withdrawal`).send({}).expect(201);
  const { receipt } = await receiptFor(await app.asActor(pupil));
  expect(receipt.withdrawal).toEqual({ by: 'guardian', name: 'Mirjam Jansen', at: '2026-11-20T07:00:00.000Z' });
  const page = await (await app.asBrowser(pupil)).get('/mijn/toestemming').expect(200);
  expect(page.text).toContain(`/mijn/toestemming/${id}/bewijs`);
});

test('is for the pupil and who answered, and for nobody else', async () => {
  await answer(mother, true);
  const classmate = await app.given.aPupil({ school });
  const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
  const intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
  for (const agent of [
    await asParent(father),
    await app.asActor(classmate),
    await app.asActor(decaan),
    await app.asActor(intaker),
  ])
    expect((await agent.get(`/api/v1/consents/${id}/receipt`)).status).toBe(404);
  expect((await (await app.asActor(pupil)).get(`/api/v1/consents/${randomUUID()}/receipt`)).status).toBe(404);
  expect((await (await app.asBrowser(pupil)).get(`/mijn/toestemming/${randomUUID()}/bewijs`)).status).toBe(404);
  await app.owner.query('update guardian set custody = false where pupil_id = $1 and person_id = $2', [
    pupil.id,
    mother.id,
  ]);
  expect((await (await asParent(mother)).get(`/api/v1/consents/${id}/receipt`)).status).toBe(404);
});

test('from the 16th birthday on it is for the pupil alone', async () => {
  await answer(mother, true);
  await app.clock.set('2027-03-08T23:59:00+01:00');
  await receiptFor(await asParent(mother));
  await app.clock.set('2027-03-09T00:00:00+01:00');
  expect((await (await asParent(mother)).get(`/api/v1/consents/${id}/receipt`)).status).toBe(404);
  await receiptFor(await app.asActor(pupil));
});

test('earlier answers are written by the database alone, and read by whoever reads the answers', async () => {
  await answer(mother, true);
  await answer(mother, false);
  const { rows } = await app.owner.query<{ n: number }>(
    `select count(*)::int as n from information_schema.role_table_grants
      where table_name = 'consent_answer_past' and grantee = 'dsd_app' and privilege_type <> 'SELECT'`,
  );
  expect(rows[0]!.n).toBe(0);
});
