import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, refusalOf, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

let app: TestApp;
let school: string;
let mbo: string;
let opleiding: string;
let coordinator: GivenPerson;
let intaker: GivenPerson;

const SIXTEEN = '2010-03-09';
const FIFTEEN = '2011-03-09';

beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
  mbo = await app.given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  opleiding = await app.given.anOpleiding({ school: mbo });
  coordinator = await app.given.aPerson({ school, roles: ['coordinator'] });
  intaker = await app.given.aPerson({ school: mbo, roles: ['intaker'] });
});
/** Each test begins with the texts of the product alone. */
afterEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  await app.owner.query(`update consent_answer set text_id = null`);
  await app.owner.query(`delete from consent_text where samenwerkingsverband_id is not null`);
});
afterAll(() => app.close());

interface Text {
  id: string;
  language: string;
  direction: string;
  title: string;
  paragraphs: string[];
  validFrom: string;
}
interface Version {
  purpose: string;
  version: string;
  newest: boolean;
  texts: Text[];
}
const arabic = {
  purpose: 'intake',
  version: '2026-11',
  language: 'ar',
  languageName: 'العربية',
  title: 'على ماذا نتفق؟',
  body: 'تقرأ {school} فقط الأجزاء المحددة.\n\nيمكنك دائمًا سحب موافقتك.',
};
const newer = { purpose: 'intake', title: 'Wat spreken we af?', body: '{school} leest het.\n\nNee zeggen mag.' };

const add = async (body: object): Promise<{ status: number; body: Text }> =>
  (await app.asActor(coordinator)).post('/api/v1/consent-texts').set('idempotency-key', newKey()).send(body);
const textsFor = async (agent: Agent, pupil: GivenPupil, purpose = 'intake'): Promise<Version> => {
  const answer = await agent.get(`/api/v1/pupils/${pupil.id}/consent-texts`).expect(200);
  return (answer.body as Version[]).find((one) => one.purpose === purpose)!;
};
const applicant = async (birthDate = SIXTEEN, guardians: object[] = [{}]): Promise<GivenPupil> => {
  const pupil = await app.given.aPupil({ school, birthDate, guardians });
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  return pupil;
};
const give = (agent: Agent, pupil: GivenPupil, textId?: string) =>
  agent
    .post(`/api/v1/pupils/${pupil.id}/consents`)
    .set('idempotency-key', newKey())
    .send({ toSchoolId: mbo, sections: ['lob'], ...(textId ? { textId } : {}) });
const answer = (agent: Agent, id: string, agreed: boolean, textId?: string) =>
  agent.post(`/api/v1/consents/${id}/answers`).send({ agreed, ...(textId ? { textId } : {}) });
const stored = async (consentId: string): Promise<{ version: string; language: string | null; by: string }[]> =>
  (
    await app.owner.query<{ version: string; language: string | null; by: string }>(
      `select t.version, t.language, a.by_role as by from consent_answer a left join consent_text t on t.id = a.text_id
        where a.consent_id = $1 order by a.by_role desc`,
      [consentId],
    )
  ).rows;

test('every purpose has a text in Dutch and English from the first day', async () => {
  const pupil = await applicant();
  const agent = await app.asActor(pupil);
  for (const purpose of ['intake', 'handover', 'follow-up']) {
    const { version, newest, texts } = await textsFor(agent, pupil, purpose);
    expect([version, newest, texts.map(({ language }) => language)]).toEqual(['2026-11', true, ['nl', 'en']]);
    for (const { paragraphs } of texts) expect(paragraphs).toHaveLength(5);
  }
});

test('the answer keeps the language that was read, and the guardian chooses his own', async () => {
  expect((await add(arabic)).status).toBe(201);
  const pupil = await applicant(FIFTEEN);
  const agent = await app.asActor(pupil);
  const { texts } = await textsFor(agent, pupil);
  expect(texts.map(({ language, direction }) => [language, direction])).toEqual([
    ['nl', 'ltr'],
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ]);
  const given = await give(agent, pupil, texts[2]!.id).expect(201);
  const { id } = given.body as { id: string };
  const guardian = await app.asActor(pupil.guardians[0]!, { school: null });
  const said = await answer(guardian, id, true, texts[1]!.id).expect(201);
  expect((said.body as { answers: { language: string }[] }).answers.map(({ language }) => language)).toEqual([
    'en',
    'ar',
  ]);
  expect(await stored(id)).toEqual([
    { by: 'pupil', version: '2026-11', language: 'en' },
    { by: 'guardian', version: '2026-11', language: 'ar' },
  ]);
});

test('a program that does not say what was read answers to the Dutch text', async () => {
  const pupil = await applicant();
  const given = await give(await app.asActor(pupil), pupil).expect(201);
  expect(await stored((given.body as { id: string }).id)).toEqual([
    { by: 'pupil', version: '2026-11', language: 'nl' },
  ]);
});

describe('a new version of the region', () => {
  test('is for new yeses; who said yes before keeps the old words, and they can still be read', async () => {
    const [before, after] = [await applicant(), await applicant()];
    const old = await give(await app.asActor(before), before).expect(201);
    const { texts } = await textsFor(await app.asActor(before), before);
    expect((await add(newer)).status).toBe(201);
    const agent = await app.asActor(after);
    const renewed = await textsFor(agent, after);
    expect([renewed.version, renewed.texts.map(({ paragraphs }) => paragraphs)]).toEqual([
      '2026-11-regio',
      [['{school} leest het.', 'Nee zeggen mag.']],
    ]);
    const given = await give(agent, after).expect(201);
    expect(given.body).toMatchObject({ textVersion: '2026-11-regio', state: 'in-force' });
    expect((await (await app.asActor(before)).get(`/api/v1/pupils/${before.id}/consents`)).body).toMatchObject([
      { id: (old.body as { id: string }).id, textVersion: '2026-11', state: 'in-force' },
    ]);
    const page = await (await app.asBrowser(before)).get('/mijn/toestemming').expect(200);
    expect(page.text).toContain('leest alleen de onderdelen die zijn aangevinkt');
    expect(page.text).not.toContain('leest het.');
    await app.clock.set('2036-11-16');
    const read = await (await app.asActor(before)).get(`/api/v1/consent-texts/${texts[0]!.id}`).expect(200);
    expect(read.body).toMatchObject({ version: '2026-11', language: 'nl', paragraphs: texts[0]!.paragraphs });
  });

  test('counts from its first day and not before; a translation of the old one makes that no newer', async () => {
    const pupil = await applicant();
    const version = await add({ ...newer, validFrom: '2026-12-01' });
    expect(version.status).toBe(201);
    expect((await add({ ...newer, version: '2026-12-regio', language: 'en', languageName: 'English' })).status).toBe(
      201,
    );
    const current = async (): Promise<[string, number]> => {
      const { version: name, texts } = await textsFor(await app.asActor(pupil), pupil);
      return [name, texts.length];
    };
    await app.clock.set('2026-11-30T23:59:59+01:00');
    expect(await current()).toEqual(['2026-11', 2]);
    await app.clock.set('2026-12-01T00:00:00+01:00');
    expect(await current()).toEqual(['2026-12-regio', 2]);
    expect((await add(arabic)).status).toBe(201);
    expect(await current()).toEqual(['2026-12-regio', 2]);
  });

  test('a stale form is refused: who answers to words that were renewed reads first, and a no never waits', async () => {
    const pupil = await applicant();
    const agent = await app.asActor(pupil);
    const { texts } = await textsFor(agent, pupil);
    const asked = await (
      await app.asActor(intaker)
    )
      .post('/api/v1/consent-requests')
      .set('idempotency-key', newKey())
      .send({ pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' })
      .expect(201);
    const { id } = asked.body as { id: string };
    const { id: renewed } = (await add(newer)).body;
    expect(refusalOf(await answer(agent, id, true, texts[0]!.id))).toEqual([409, 'consent-text-renewed']);
    expect(refusalOf(await give(agent, pupil, texts[0]!.id))).toEqual([409, 'consent-text-renewed']);
    expect((await answer(agent, id, false, texts[0]!.id)).body).toMatchObject({ state: 'refused' });
    expect((await answer(agent, id, true, renewed)).body).toMatchObject({
      state: 'in-force',
      textVersion: '2026-11-regio',
    });
  });

  test('everyone says yes to the same words: a guardian answers to the text of the pupil, also after it was renewed', async () => {
    const pupil = await applicant(FIFTEEN);
    const agent = await app.asActor(pupil);
    const { texts } = await textsFor(agent, pupil);
    const given = await give(agent, pupil, texts[0]!.id).expect(201);
    const { id } = given.body as { id: string };
    const { id: renewed } = (await add(newer)).body;
    const guardian = await app.asActor(pupil.guardians[0]!, { school: null });
    expect(refusalOf(await answer(guardian, id, true, renewed))).toEqual([409, 'consent-text-renewed']);
    expect((await answer(guardian, id, true, texts[1]!.id)).body).toMatchObject({
      state: 'in-force',
      textVersion: '2026-11',
    });
  });

  test('a narrower share under renewed words asks the guardian again', async () => {
    const pupil = await applicant(FIFTEEN);
    const agent = await app.asActor(pupil);
    const first = await agent
      .post(`/api/v1/pupils/${pupil.id}/consents`)
      .set('idempotency-key', newKey())
      .send({ toSchoolId: mbo, sections: ['lob', 'profile'] })
      .expect(201);
    const guardian = await app.asActor(pupil.guardians[0]!, { school: null });
    await answer(guardian, (first.body as { id: string }).id, true).expect(201);
    await add(newer);
    expect((await give(agent, pupil)).body).toMatchObject({ state: 'waiting-for-guardian' });
  });

  test('is not for another region', async () => {
    await add(newer);
    await add({ ...arabic, version: '2026-11' });
    await app.owner.query(`insert into samenwerkingsverband (id, name) values ($1, 'Elders')`, [randomUUID()]);
    const elsewhere = await app.given.aSchool();
    await app.owner.query(
      `update school set samenwerkingsverband_id = (select id from samenwerkingsverband where name = 'Elders') where id = $1`,
      [elsewhere],
    );
    const pupil = await app.given.aPupil({ school: elsewhere });
    const { version, texts } = await textsFor(await app.asActor(pupil), pupil);
    expect([version, texts.length]).toEqual(['2026-11', 2]);
  });

  test('two at the same moment get a name each', async () => {
    const both = await Promise.all([add(newer), add(newer), add({ ...newer, purpose: 'handover' })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { rows } = await app.owner.query<{ version: string; purpose: string }>(
      `select purpose, version from consent_text where version like '%regio%' order by 1, 2`,
    );
    expect(rows.map((row) => `${row.purpose} ${row.version}`)).toEqual([
      'handover 2026-11-regio',
      'intake 2026-11-regio',
      'intake 2026-11-regio-2',
    ]);
  });
});

describe('adding', () => {
  test('a language once per version; whoever is second is told', async () => {
    const answers = await Promise.all([add(arabic), add(arabic), add({ ...arabic, language: 'AR' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect((await add({ ...arabic, language: 'nl' })).status).toBe(422);
    expect((await add({ ...arabic, version: '2019-01' })).status).toBe(422);
    expect((await add({ ...newer, language: 'ar', languageName: 'x' })).status).toBe(422);
    expect((await add({ ...newer, validFrom: '2026-11-15' })).status).toBe(422);
  });

  test.each(
    badInput({
      purpose: required([...bad.id, 'marketing']),
      language: [7, {}, 'not a language', '<b>', 'x'.repeat(30)],
      languageName: [7, {}, 'x'.repeat(41)],
      title: required([...bad.text(120), '  ']),
      body: required([...bad.text(4000), ' \n\n ']),
      validFrom: ['2026-13-01', '31-12-2026', 7, '2031-01-01'],
      version: [7, {}, 'a b', '2026-11; drop'],
    }),
  )('bad input names the field, %s: %s', async (field, _, value) => {
    const body = field === 'validFrom' ? newer : arabic;
    expectFaultIn(
      field,
      await (
        await app.asActor(coordinator)
      )
        .post('/api/v1/consent-texts')
        .set('idempotency-key', newKey())
        .send(withField(body, field, value)),
    );
  });

  test('is on record, on the chain of the school where the coordinator acts', async () => {
    const { body } = await add(arabic);
    const { rows } = await app.owner.query(
      `select chain_id, actor_id, actor_role, purpose, subject_ids from audit_event where action = 'consent-text.added'
        order by seq desc limit 1`,
    );
    expect(rows).toEqual([
      {
        chain_id: school,
        actor_id: coordinator.id,
        actor_role: 'coordinator',
        purpose: 'intake',
        subject_ids: [body.id],
      },
    ]);
  });
});

describe('the second wall', () => {
  const row = (columns: Record<string, string> = {}): string => {
    const all: Record<string, string> = {
      id: 'gen_random_uuid()',
      version: `'2026-11'`,
      purpose: `'intake'`,
      language: `'ar'`,
      language_name: `'x'`,
      title: `'x'`,
      body: `'{x}'`,
      valid_from: 'app_now()',
      samenwerkingsverband_id: `(select samenwerkingsverband_id from school where id = app_school())`,
      added_by: 'app_actor()',
      added_at: 'app_now()',
      ...columns,
    };
    return `insert into consent_text (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
  };
  const begun = { version: `'2026-11-regio'`, language: `'nl'` };

  test('a coordinator adds for his own region, in his own name, from now on; nobody else adds at all', async () => {
    expect(await app.sql.tried(coordinator, row())).toBe(1);
    expect(await app.sql.tried(coordinator, row(begun))).toBe(1);
    const refused: Record<string, string>[] = [
      { samenwerkingsverband_id: 'null' },
      { added_by: 'gen_random_uuid()' },
      { added_by: 'null' },
      { added_at: `app_now() - interval '1 day'` },
      { language: `'nl'` },
      { valid_from: `app_now() - interval '1 day'` },
      { valid_from: `app_now() + interval '1 day'` },
      { version: `'2026-12'` },
      { ...begun, language: `'ar'` },
      { ...begun, valid_from: `app_now() - interval '1 second'` },
      { ...begun, version: `'2026-12'` },
    ];
    for (const wrong of refused)
      expect([wrong, await app.sql.tried(coordinator, row(wrong))]).toEqual([wrong, 'refused']);
    const administrator = await app.given.aPerson({ school, roles: ['school-administrator', 'decaan'] });
    const pupil = await applicant();
    for (const who of [administrator, intaker, pupil, pupil.guardians[0]!])
      expect(await app.sql.tried(who, row())).toBe('refused');
  });

  test('what stands there is not changed and not taken away, by anyone', async () => {
    for (const sql of [
      `update consent_text set title = 'x'`,
      `update consent_text set valid_from = now()`,
      'delete from consent_text',
    ])
      for (const who of [coordinator, intaker]) expect(await app.sql.tried(who, sql)).toBe('refused');
  });

  test('an answer to a text of another purpose, version, region or day is no answer', async () => {
    const pupil = await applicant();
    await add({ ...newer, validFrom: '2026-12-01' });
    const { rows } = await app.owner.query<{ id: string; kind: string }>(
      `select id, concat_ws(' ', purpose, version, language) as kind from consent_text`,
    );
    const consent = await app.given.aConsent({ pupil, to: mbo, inForceSince: null, answers: [] });
    const yes = `insert into consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id)
      values (gen_random_uuid(), $1, $2, $3, 'pupil', $2, true, app_now(), $4)`;
    const taken: string[] = [];
    for (const { id, kind } of rows)
      if ((await app.sql.tried(pupil, yes, [consent, pupil.id, school, id])) === 1) taken.push(kind);
    expect(taken.sort()).toEqual(['intake 2026-11 en', 'intake 2026-11 nl']);
    expect(await app.sql.tried(pupil, yes, [consent, pupil.id, school, null])).toBe('refused');
  });

  test('a share gets a newer text only while no other yes stands, and only the newest', async () => {
    const pupil = await applicant(FIFTEEN);
    const [guardian] = pupil.guardians as [GivenPerson];
    const own = await app.given.aConsent({ pupil, to: mbo, inForceSince: null });
    const both = await app.given.aConsent({
      pupil,
      to: mbo,
      inForceSince: null,
      answers: [{ by: guardian.id, role: 'guardian', agreed: true }],
    });
    const to = (version: string): string => `update consent set text_version = '${version}' where id = $1`;
    expect(await app.sql.tried(pupil, to('2026-11-regio'), [own])).toBe('refused');
    await add(newer);
    expect(await app.sql.tried(pupil, to('2026-11-regio'), [own])).toBe(1);
    expect(await app.sql.tried(pupil, to('2026-11-regio'), [both])).toBe('refused');
    expect(await app.sql.tried(pupil, to('2025-01'), [own])).toBe('refused');
  });
});

describe('the pages', () => {
  test('a guardian reads in Arabic, from right to left, answers, and it stays in Arabic', async () => {
    await add(arabic);
    const pupil = await applicant(FIFTEEN);
    const given = await give(await app.asActor(pupil), pupil).expect(201);
    const { id } = given.body as { id: string };
    const browser = await app.asBrowser(pupil.guardians[0]!, { school: null });
    const path = `/kind/${pupil.id}/toestemming`;
    const page = await browser.get(`${path}?tekst=ar`).expect(200);
    expect(page.text).toContain('lang="ar" dir="rtl"');
    expect(page.text).toContain('تقرأ ROC Vaarland فقط الأجزاء المحددة.');
    const textId = /name="textId" value="([\w-]+)"/.exec(page.text)![1]!;
    expect(page.text).toContain(`action="${path}/${id}?tekst=ar"`);
    await browser
      .post(`${path}/${id}?tekst=ar`)
      .type('form')
      .send({ idempotencyKey: newKey(), agreed: 'ja', textId })
      .expect(303);
    expect(await stored(id)).toEqual([
      { by: 'pupil', version: '2026-11', language: 'nl' },
      { by: 'guardian', version: '2026-11', language: 'ar' },
    ]);
  });

  test('a form that was open while the text was renewed comes back with the new text, and nothing was said', async () => {
    const pupil = await applicant(FIFTEEN);
    const agent = await app.asActor(pupil);
    const asked = await (
      await app.asActor(intaker)
    )
      .post('/api/v1/consent-requests')
      .set('idempotency-key', newKey())
      .send({ pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' });
    const { id } = asked.body as { id: string };
    const old = (await textsFor(agent, pupil)).texts[0]!.id;
    await add(newer);
    const browsers: [Agent, string][] = [
      [await app.asBrowser(pupil), `/mijn/toestemming/${mbo}/vraag/${id}`],
      [await app.asBrowser(pupil.guardians[0]!, { school: null }), `/kind/${pupil.id}/toestemming/${id}`],
    ];
    for (const [browser, path] of browsers) {
      const page = await browser
        .post(path)
        .type('form')
        .send({ idempotencyKey: newKey(), agreed: 'ja', textId: old })
        .expect(422);
      expect(page.text).toContain('De tekst is intussen vernieuwd');
      expect(page.text).toContain('ROC Vaarland leest het.');
    }
    expect(await stored(id)).toEqual([]);
  });

  test('the coordinator adds a version and a language, and sees how it is read', async () => {
    const browser = await app.asBrowser(coordinator);
    const list = await browser.get('/toestemmingsteksten').expect(200);
    expect(list.text).toContain('geldt nu');
    const form = await browser.get('/toestemmingsteksten/nieuw?doel=intake&versie=2026-11').expect(200);
    expect(form.text).toContain('leest alleen de onderdelen die zijn aangevinkt');
    const send = (body: object) =>
      browser
        .post('/toestemmingsteksten/nieuw')
        .type('form')
        .send({ idempotencyKey: newKey(), ...body });
    const fault = await send({ ...arabic, language: 'geen taal' }).expect(422);
    expect(fault.text).toContain('Vul een taalcode in');
    expect(fault.text).toContain('يمكنك دائمًا سحب موافقتك.');
    await send(arabic).expect(303);
    await send({ ...newer, validFrom: '2026-12-01' }).expect(303);
    const after = await browser.get('/toestemmingsteksten').expect(200);
    expect(after.text).toContain('komt eraan');
    const [id] = [...after.text.matchAll(/toestemmingsteksten\/([\w-]{36})" lang="ar"/g)].map((found) => found[1]!);
    const one = await browser.get(`/toestemmingsteksten/${id}`).expect(200);
    expect(one.text).toContain('dir="rtl"');
    expect((await browser.get(`/toestemmingsteksten/${randomUUID()}`)).status).toBe(404);
  });
});

test('another name of the school later does not change what was agreed to', async () => {
  const pupil = await applicant();
  const given = await give(await app.asActor(pupil), pupil).expect(201);
  await app.owner.query(`update school set name = 'ROC Nieuwe Naam' where id = $1`, [mbo]);
  const { rows } = await app.owner.query('select to_school_named as named from consent where id = $1', [
    (given.body as { id: string }).id,
  ]);
  expect(rows).toEqual([{ named: 'ROC Vaarland' }]);
});
