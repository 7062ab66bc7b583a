import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DossierResponse } from '../src/dossier/dossier.dto.js';
import type { RectificationResponse, RectificationTaskResponse } from '../src/rectification/rectification.dto.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

let app: TestApp;
let home: string;
let mbo: string;
let mentor: GivenPerson;
let decaan: GivenPerson;
let administrator: GivenPerson;
let teacher: GivenPerson;
let intaker: GivenPerson;
let pupil: GivenPupil;
let guardian: GivenPerson;
let logged: string;
let remarked: string;

const request = (about: string, subjectId: string) => ({
  about,
  subjectId,
  wrong: 'Ik was die dag niet te laat.',
  shouldBe: 'Ik was op tijd en bleef tot het eind.',
});

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ kind: 'vmbo' });
  mbo = await given.aSchool({ kind: 'mbo' });
  mentor = await given.aPerson({ school: home, roles: ['staff'] });
  decaan = await given.aPerson({ school: home, roles: ['decaan'] });
  administrator = await given.aPerson({ school: home, roles: ['school-administrator'] });
  teacher = await given.aPerson({ school: home, roles: ['staff'] });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
});
afterAll(() => app.close());

beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  const { given } = app;
  const group = await given.aGroup({ school: home });
  pupil = await given.aPupil({
    school: home,
    group,
    mentor: mentor.id,
    birthDate: '2011-05-05',
    givenName: 'Zina',
    guardians: [{}],
  });
  guardian = pupil.guardians[0]!;
  await given.aTeacher({ group, school: home, person: teacher.id });
  logged = await given.anActivity({ pupil, by: mentor.id, title: 'Bezoek aan de brouwerij', place: 'Vaarstad' });
  remarked = await given.anActivity({ pupil, by: teacher.id, title: 'Gastles', remark: 'Kwam te laat' });
});

const asks = async (agent: Agent, body: object, of = pupil): Promise<RectificationResponse> =>
  (await agent.post(`/api/v1/pupils/${of.id}/rectifications`).set('idempotency-key', newKey()).send(body).expect(201))
    .body as RectificationResponse;
const answers = (agent: Agent, id: string, body: object, version = 1) =>
  agent.post(`/api/v1/rectifications/${id}/answer`).set('if-match', `"${version}"`).send(body);
const tasks = async (who: GivenPerson): Promise<RectificationTaskResponse[]> =>
  (await (await app.asActor(who)).get('/api/v1/rectifications').expect(200)).body as RectificationTaskResponse[];
const dossierFor = async (who: GivenPerson, school?: null): Promise<DossierResponse> => {
  const agent = await app.asActor(who, school === null ? { school } : {});
  return (await agent.get(`/api/v1/dossiers/${pupil.id}`).expect(200)).body as DossierResponse;
};

describe('asking', () => {
  test('the pupil says what is not right; the school has a month, and what stood there is kept', async () => {
    const made = await asks(await app.asActor(pupil), request('remark', remarked));
    expect(made).toMatchObject({
      about: 'remark',
      section: 'lob',
      title: 'Gastles',
      was: { remark: 'Kwam te laat', removed: false },
      askedAs: 'pupil',
      askedOn: '2026-11-16',
      dueOn: '2026-12-16',
      outcome: null,
      version: 1,
    });
    const list = await (await app.asActor(pupil)).get(`/api/v1/pupils/${pupil.id}/rectifications`).expect(200);
    expect(list.body).toEqual([made]);
  });

  test.each([
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-12-01', '2027-01-01'],
  ])('asked on %s, the last day for the answer is %s', async (day, due) => {
    await app.clock.set(day);
    expect((await asks(await app.asActor(pupil), request('profile', pupil.id))).dueOn).toBe(due);
  });

  test('a guardian with custody does so under 16, and from 16 no more', async () => {
    const made = await asks(await app.asActor(guardian, { school: null }), request('profile', pupil.id));
    expect(made).toMatchObject({ askedAs: 'guardian', section: 'profile' });
    await app.clock.set('2027-05-05T10:00:00+02:00');
    const agent = await app.asActor(guardian, { school: null });
    const { status } = await agent
      .post(`/api/v1/pupils/${pupil.id}/rectifications`)
      .set('idempotency-key', newKey())
      .send(request('activity', logged));
    expect(status).toBe(404);
    await agent.get(`/api/v1/pupils/${pupil.id}/rectifications`).expect(404);
  });

  test('of one thing one question at a time, also from two windows at once', async () => {
    const agent = await app.asActor(pupil);
    const send = () =>
      agent
        .post(`/api/v1/pupils/${pupil.id}/rectifications`)
        .set('idempotency-key', newKey())
        .send(request('activity', logged));
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await send()).body).toMatchObject({ code: 'rectification-open' });
  });

  test('not of what the pupil logged himself, of another pupil, or of what is not there', async () => {
    const agent = await app.asActor(pupil);
    const own = await app.given.anActivity({ pupil });
    const stranger = await app.given.aPupil({ school: home });
    const theirs = await app.given.anActivity({ pupil: stranger, by: mentor.id });
    for (const [about, subject] of [
      ['activity', own],
      ['activity', theirs],
      ['remark', logged],
      ['profile', stranger.id],
      ['enrolment', randomUUID()],
    ] as const) {
      const { status } = await agent
        .post(`/api/v1/pupils/${pupil.id}/rectifications`)
        .set('idempotency-key', newKey())
        .send(request(about, subject));
      expect([about, status]).toEqual([about, 404]);
    }
    const other = await app.asActor(stranger);
    await other
      .post(`/api/v1/pupils/${pupil.id}/rectifications`)
      .set('idempotency-key', newKey())
      .send(request('activity', logged))
      .expect(404);
    await other.get(`/api/v1/pupils/${pupil.id}/rectifications`).expect(404);
  });

  test.each(
    badInput({
      about: required(bad.list),
      subjectId: required(bad.id),
      wrong: required([...bad.text(500), 'kort']),
      shouldBe: required([...bad.text(500), '   ']),
    }),
  )('%s cannot be %s', async (field, _, value) => {
    const agent = await app.asActor(pupil);
    const answer = await agent
      .post(`/api/v1/pupils/${pupil.id}/rectifications`)
      .set('idempotency-key', newKey())
      .send(withField(request('activity', logged), field, value));
    expectFaultIn(field, answer);
  });
});

describe('who answers', () => {
  test('LOB: mentor and decaan; what comes from the roster: administrator and decaan; nobody else sees it', async () => {
    const agent = await app.asActor(pupil);
    const lob = await asks(agent, request('activity', logged));
    const roster = await asks(agent, request('profile', pupil.id));
    const ids = async (who: GivenPerson) => (await tasks(who)).map(({ id }) => id);
    expect(await ids(mentor)).toContain(lob.id);
    expect(await ids(mentor)).not.toContain(roster.id);
    expect(await ids(decaan)).toEqual(expect.arrayContaining([lob.id, roster.id]));
    expect(await ids(administrator)).toContain(roster.id);
    expect(await ids(administrator)).not.toContain(lob.id);
    const elsewhere = await app.given.aSchool({ kind: 'vmbo' });
    for (const who of [
      await app.given.aPerson({ school: elsewhere, roles: ['decaan'] }),
      await app.given.aPerson({ school: elsewhere, roles: ['school-administrator'] }),
    ]) {
      expect(await ids(who)).toEqual([]);
      await (await app.asActor(who)).get(`/api/v1/rectifications/${lob.id}`).expect(404);
      await answers(await app.asActor(who), lob.id, { outcome: 'kept', answer: 'Het klopt echt.' }).expect(404);
    }
    await (await app.asActor(administrator)).get(`/api/v1/rectifications/${lob.id}`).expect(404);
    for (const who of [teacher, intaker])
      await (await app.asActor(who)).get(`/api/v1/rectifications/${lob.id}`).expect(404);
  });

  test('of who left, the administrator answers, and sees what was asked but not what stands in the dossier', async () => {
    const { id } = await asks(await app.asActor(pupil), request('activity', logged));
    await app.owner.query("update pupil set left_on = '2026-11-01' where id = $1", [pupil.id]);
    expect((await tasks(mentor)).map((task) => task.id)).not.toContain(id);
    const task = (await tasks(administrator)).find((one) => one.id === id)!;
    expect(task).toMatchObject({ pupil: pupil.name, was: null, now: null, wrong: 'Ik was die dag niet te laat.' });
  });

  test('of who was erased nobody answers, and nothing of it is there for anyone', async () => {
    const agent = await app.asActor(pupil);
    const both = [await asks(agent, request('activity', logged)), await asks(agent, request('profile', pupil.id))];
    const others = (await tasks(administrator)).length - 1; // without that of the profile
    await app.owner.query("update pupil set left_on = '2026-11-01', erased_at = '2026-11-16T09:00:00Z' where id = $1", [
      pupil.id,
    ]);
    for (const who of [mentor, decaan, administrator]) {
      expect(JSON.stringify(await tasks(who))).not.toContain(pupil.id);
      for (const { id } of both) {
        await (await app.asActor(who)).get(`/api/v1/rectifications/${id}`).expect(404);
        await answers(await app.asActor(who), id, { outcome: 'kept', answer: 'Het klopt echt.' }).expect(404);
        await (await app.asBrowser(who)).get(`/verzoeken/${id}`).expect(404);
      }
    }
    expect(await tasks(administrator)).toHaveLength(others);
  });

  test('what waits is said where they begin', async () => {
    await asks(await app.asActor(pupil), request('activity', logged));
    await asks(await app.asActor(pupil), request('profile', pupil.id));
    for (const [who, page] of [
      [mentor, '/klassen'],
      [decaan, '/overzicht'],
      [administrator, '/import'],
    ] as const)
      expect((await (await app.asBrowser(who)).get(page).expect(200)).text).toContain('href="/verzoeken"');
    const quiet = await app.given.aPerson({ school: await app.given.aSchool({ kind: 'vmbo' }), roles: ['decaan'] });
    expect((await (await app.asBrowser(quiet)).get('/klassen').expect(200)).text).not.toContain('wacht');
  });
});

describe('answering', () => {
  test('a fact is put right first; what stood there stays with the request', async () => {
    const { id } = await asks(await app.asActor(pupil), request('activity', logged));
    const agent = await app.asActor(mentor);
    const early = await answers(agent, id, { outcome: 'corrected' });
    expect(early.body).toMatchObject({ fields: [{ field: 'outcome', code: 'not-corrected-yet' }] });
    await agent
      .patch(`/api/v1/activities/${logged}`)
      .set('if-match', '"1"')
      .send({ type: 'open-day', title: 'Bezoek aan de bakkerij', place: 'Vaarstad', startsOn: '2026-11-09' })
      .expect(200);
    const done = (await answers(agent, id, { outcome: 'corrected', answer: 'Je had gelijk.' }).expect(201))
      .body as RectificationTaskResponse;
    expect(done).toMatchObject({ outcome: 'corrected', answeredOn: '2026-11-16', version: 2 });
    const [seen] = (await (await app.asActor(pupil)).get(`/api/v1/pupils/${pupil.id}/rectifications`)).body as [
      RectificationResponse,
    ];
    expect(seen).toMatchObject({
      was: { title: 'Bezoek aan de brouwerij' },
      became: { title: 'Bezoek aan de bakkerij' },
      answer: 'Je had gelijk.',
      answeredBy: mentor.name,
    });
    // Nobody who only reads the dossier sees what stood there.
    await app.given.anApplication({ pupil, to: mbo });
    await app.given.aConsent({ pupil, to: mbo, sections: ['profile', 'lob'] });
    expect(JSON.stringify(await dossierFor(intaker))).not.toContain('brouwerij');
  });

  test('taking the activity out is putting it right too', async () => {
    const { id } = await asks(await app.asActor(pupil), request('remark', remarked));
    const agent = await app.asActor(mentor);
    await agent
      .delete(`/api/v1/activities/${remarked}`)
      .set('if-match', '"1"')
      .send({ reason: 'klopte niet' })
      .expect(204);
    await answers(agent, id, { outcome: 'corrected' }).expect(201);
  });

  test('an opinion stays, and the zienswijze stands beside it for everyone who reads it', async () => {
    const { id } = await asks(await app.asActor(pupil), request('remark', remarked));
    const roster = await asks(await app.asActor(pupil), { ...request('profile', pupil.id), shouldBe: 'Ik heet Zin.' });
    await app.given.anApplication({ pupil, to: mbo });
    await app.given.aConsent({ pupil, to: mbo, sections: ['profile', 'lob'] });
    expect((await answers(await app.asActor(mentor), id, { outcome: 'kept', answer: 'Nee.' })).body).toMatchObject({
      fields: [{ field: 'answer', code: 'write-a-sentence' }],
    });
    await answers(await app.asActor(mentor), id, { outcome: 'kept', answer: 'De docent zag het zo.' }).expect(201);
    await answers(await app.asActor(administrator), roster.id, {
      outcome: 'kept',
      answer: 'Zo staat het in de akte.',
    }).expect(201);
    const said = {
      about: 'remark',
      wrong: 'Ik was die dag niet te laat.',
      shouldBe: 'Ik was op tijd en bleef tot het eind.',
      on: '2026-11-16',
    };
    for (const [who, school] of [
      [pupil, undefined],
      [guardian, null],
      [mentor, undefined],
      [decaan, undefined],
      [intaker, undefined],
    ] as const) {
      const dossier = await dossierFor(who, school);
      expect(dossier.lob!.map(({ zienswijzen }) => zienswijzen)).toEqual(expect.arrayContaining([[said], []]));
      expect(dossier.profile!.zienswijzen).toMatchObject([{ shouldBe: 'Ik heet Zin.' }]);
      expect(JSON.stringify(dossier)).not.toContain('De docent zag het zo.');
    }
    // The teacher reads what he logged, and so what the pupil says of it; of the profile the name alone.
    const own = await dossierFor(teacher);
    expect(own.lob!.map(({ zienswijzen }) => zienswijzen)).toEqual([[said]]);
    expect(own.profile!.zienswijzen).toEqual([]);
    const pages = [
      [mentor, `/leerlingen/${pupil.id}`],
      [intaker, `/dossiers/${pupil.id}`],
      [pupil, '/mijn'],
      [pupil, `/mijn/activiteiten/${remarked}`],
    ] as const;
    for (const [who, page] of pages)
      expect((await (await app.asBrowser(who)).get(page).expect(200)).text).toContain(
        'Ik was op tijd en bleef tot het eind.',
      );
    expect((await (await app.asBrowser(guardian, { school: null })).get(`/kind/${pupil.id}`)).text).toContain(
      'Ik was op tijd',
    );
  });

  test('without the section in the share nothing of it is read', async () => {
    const roster = await asks(await app.asActor(pupil), request('profile', pupil.id));
    await answers(await app.asActor(administrator), roster.id, {
      outcome: 'kept',
      answer: 'Zo staat het in de akte.',
    }).expect(201);
    await app.given.anApplication({ pupil, to: mbo });
    await app.given.aConsent({ pupil, to: mbo, sections: ['lob'] });
    expect(JSON.stringify(await dossierFor(intaker))).not.toContain('op tijd');
  });

  test('the pupil takes a zienswijze away, and it is gone at the next request', async () => {
    const { id } = await asks(await app.asActor(pupil), request('remark', remarked));
    await answers(await app.asActor(mentor), id, { outcome: 'kept', answer: 'De docent zag het zo.' }).expect(201);
    await (await app.asActor(pupil)).post(`/api/v1/rectifications/${id}/withdrawal`).expect(201);
    expect((await dossierFor(mentor)).lob!.every(({ zienswijzen }) => zienswijzen.length === 0)).toBe(true);
    await (await app.asActor(pupil)).post(`/api/v1/rectifications/${id}/withdrawal`).expect(201);
  });

  test('once: what is answered or taken back is not answered again, and a stale page answers nothing', async () => {
    const { id } = await asks(await app.asActor(pupil), request('remark', remarked));
    const agent = await app.asActor(mentor);
    const words = { outcome: 'kept', answer: 'De docent zag het zo.' };
    await agent.post(`/api/v1/rectifications/${id}/answer`).send(words).expect(428);
    await answers(agent, id, words, 7).expect(412);
    const both = await Promise.all([answers(agent, id, words), answers(agent, id, words)]);
    expect(both.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect((await answers(agent, id, words, 2)).body).toMatchObject({ code: 'rectification-answered' });
    const back = await asks(await app.asActor(pupil), request('activity', logged));
    await (await app.asActor(pupil)).post(`/api/v1/rectifications/${back.id}/withdrawal`).expect(201);
    await answers(agent, back.id, words, 2).expect(409);
    await (await app.asActor(pupil)).post(`/api/v1/rectifications/${id}/withdrawal`).expect(201);
  });

  test('the term runs out: it says so', async () => {
    const { id } = await asks(await app.asActor(pupil), request('activity', logged));
    const late = async () => (await tasks(decaan)).find((task) => task.id === id)!.late;
    await app.clock.set('2026-12-16T23:30:00+01:00');
    expect(await late()).toBe(false);
    await app.clock.set('2026-12-17T00:30:00+01:00');
    expect(await late()).toBe(true);
  });

  test('everything is on record, with the role and the outcome, and the pupil reads it', async () => {
    const { id } = await asks(await app.asActor(pupil), request('remark', remarked));
    await answers(await app.asActor(mentor), id, { outcome: 'kept', answer: 'De docent zag het zo.' }).expect(201);
    const { rows } = await app.owner.query(
      `select action, actor_role as role, purpose, sections from audit_event where chain_id = $1 and action like 'rectification%' order by seq`,
      [pupil.id],
    );
    expect(rows).toEqual([
      { action: 'rectification.asked', role: 'pupil', purpose: null, sections: ['lob'] },
      { action: 'rectification.answered', role: 'mentor', purpose: 'kept', sections: ['lob'] },
    ]);
  });
});

describe('in the pages', () => {
  test('the pupil goes from the activity to the form, and reads the answer at his rights', async () => {
    const browser = await app.asBrowser(pupil);
    const activity = await browser.get(`/mijn/activiteiten/${remarked}`).expect(200);
    expect(activity.text).toContain(`/mijn/rechten/klopt-niet/opmerking/${remarked}`);
    await browser.get('/mijn/rechten/klopt-niet').expect(200);
    const form = `/mijn/rechten/klopt-niet/opmerking/${remarked}`;
    expect((await browser.get(form).expect(200)).text).toContain('Kwam te laat');
    await browser.get(`/mijn/rechten/klopt-niet/iets/${remarked}`).expect(404);
    const empty = await browser.post(form).type('form').send({ idempotencyKey: newKey() }).expect(422);
    expect(empty.text).toContain('Vul in wat het moet zijn');
    const words = { wrong: 'Ik was op tijd hoor.', shouldBe: 'Kwam op tijd', idempotencyKey: newKey() };
    const sent = await browser.post(form).type('form').send(words).expect(303);
    expect(sent.headers.location).toBe('/mijn/rechten#klopt-niet');
    const rights = await browser.get('/mijn/rechten').expect(200);
    expect(rights.text).toContain('16 december 2026');
    expect(rights.text).toContain('Ik was op tijd hoor.');

    const staff = await app.asBrowser(mentor);
    const { id } = (
      await app.owner.query<{ id: string }>('select id from rectification where pupil_id = $1', [pupil.id])
    ).rows[0]!;
    expect((await staff.get('/verzoeken').expect(200)).text).toContain(`href="/verzoeken/${id}"`);
    const page = await staff.get(`/verzoeken/${id}`).expect(200);
    expect(page.text).toContain('Kwam op tijd');
    const answer = { outcome: 'corrected', version: '1', idempotencyKey: newKey() };
    expect((await staff.post(`/verzoeken/${id}`).type('form').send(answer).expect(422)).text).toContain(
      'Verbeter het eerst',
    );
    await staff
      .post(`/verzoeken/${id}`)
      .type('form')
      .send({ outcome: 'kept', answer: 'De docent noteerde het zo.', version: '1', idempotencyKey: newKey() })
      .expect(303);
    const after = await browser.get('/mijn/rechten').expect(200);
    expect(after.text).toContain('De docent noteerde het zo.');
    await browser
      .post(`/mijn/rechten/verzoek/${id}/intrekken`)
      .type('form')
      .send({ idempotencyKey: newKey() })
      .expect(303);
  });

  test('a guardian does the same for the child', async () => {
    const browser = await app.asBrowser(guardian, { school: null });
    const at = `/kind/${pupil.id}/rechten`;
    expect((await browser.get(`${at}/klopt-niet`).expect(200)).text).toContain('Bezoek aan de brouwerij');
    const form = `${at}/klopt-niet/activiteit/${logged}`;
    await browser.get(form).expect(200);
    const words = { wrong: 'Dit was een bakkerij.', shouldBe: 'Bakkerij', idempotencyKey: newKey() };
    await browser.post(form).type('form').send(words).expect(303);
    expect((await browser.get(at).expect(200)).text).toContain('Dit was een bakkerij.');
  });
});

describe('the second wall', () => {
  /** As the application, with a context that was made by hand. */
  const as = async (context: Record<string, string>, sql: string, values: unknown[] = []): Promise<number> => {
    const client = new pg.Client({ connectionString: app.database.appUrl });
    await client.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries(context))
        await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
      return (await client.query(sql, values)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  };
  const staff = (who: GivenPerson, roles: string) => ({ actor: who.id, kind: 'staff', school: home, roles });

  test('shows a request to whoever asks and answers, and to nobody else', async () => {
    const { id } = await asks(await app.asActor(pupil), request('activity', logged));
    const sees = (context: Record<string, string>) => as(context, 'select from rectification where id = $1', [id]);
    expect(await sees({ actor: pupil.id, kind: 'pupil', school: home, roles: 'pupil' })).toBe(1);
    expect(await sees({ actor: guardian.id, kind: 'guardian', school: '', roles: 'guardian' })).toBe(1);
    expect(await sees(staff(mentor, 'staff,mentor'))).toBe(1);
    expect(await sees(staff(decaan, 'decaan'))).toBe(1);
    expect(await sees(staff(administrator, 'school-administrator'))).toBe(0);
    expect(await sees(staff(teacher, 'staff,teacher'))).toBe(0);
    expect(await sees({ actor: intaker.id, kind: 'staff', school: mbo, roles: 'intaker' })).toBe(0);
    expect(await sees({})).toBe(0);
  });

  test('shows and tells nothing of who was erased, and lets nobody answer for him', async () => {
    const { id } = await asks(await app.asActor(pupil), request('profile', pupil.id));
    const answer = `update rectification set outcome = 'kept', answered_by = app_actor(), answered_at = app_now() where id = $1`;
    for (const gone of [`erased_at = app_now()`, `left_on = '2026-11-01', erased_at = app_now()`]) {
      await app.owner.query(`update pupil set ${gone} where id = $1`, [pupil.id]);
      for (const who of [staff(administrator, 'school-administrator'), staff(decaan, 'decaan')]) {
        expect(await as(who, 'select from rectification where id = $1', [id])).toBe(0);
        expect(await as(who, 'select from pupil_who_asks($1) n where n is not null', [pupil.id])).toBe(0);
        expect(await as(who, answer, [id])).toBe(0);
      }
    }
    const officer = staff(decaan, 'privacy-officer');
    expect(await as(officer, 'select where pupil_number_for_audit($1) is not null', [pupil.id])).toBe(0);
    const [{ number }] = (
      await app.owner.query<{ number: string }>('select pupil_number as number from pupil where id = $1', [pupil.id])
    ).rows as [{ number: string }];
    expect(await as(officer, 'select where pupil_by_number_for_audit($1) is not null', [number])).toBe(0);
    const self = { actor: pupil.id, kind: 'pupil', school: home, roles: 'pupil' };
    expect(await as(self, 'select where account_for_copy($1) is not null', [pupil.id])).toBe(0);
    expect(await as(self, 'select from audit_receipt($1, null)', [pupil.id])).toBe(0);
  });

  test('a zienswijze of the profile is not for a teacher, who knows the name alone', async () => {
    const { id } = await asks(await app.asActor(pupil), request('profile', pupil.id));
    await answers(await app.asActor(administrator), id, { outcome: 'kept', answer: 'Zo staat het in de akte.' }).expect(
      201,
    );
    expect(await as(staff(teacher, 'staff,teacher'), 'select from rectification where id = $1', [id])).toBe(0);
  });

  test('lets nobody answer for the school, or answer twice, or take back what is not theirs', async () => {
    const { id } = await asks(await app.asActor(pupil), request('activity', logged));
    const self = { actor: pupil.id, kind: 'pupil', school: home, roles: 'pupil' };
    const answer = `update rectification set outcome = 'kept', answered_by = app_actor(), answered_at = app_now() where id = $1`;
    await expect(as(self, answer, [id])).rejects.toMatchObject({ code: '42501' });
    expect(await as(staff(teacher, 'staff,teacher'), answer, [id])).toBe(0);
    await expect(
      as(staff(mentor, 'staff,mentor'), 'update rectification set withdrawn_at = app_now() where id = $1', [id]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      as(
        staff(mentor, 'staff,mentor'),
        `update rectification set outcome = 'kept', answered_by = $2, answered_at = app_now() where id = $1`,
        [id, decaan.id],
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(as(self, `update rectification set wrong = 'anders' where id = $1`, [id])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(as(self, 'delete from rectification where id = $1', [id])).rejects.toMatchObject({ code: '42501' });
    for (const half of [
      `outcome = null, answered_at = '2020-01-01'`,
      `outcome = 'kept', answered_at = '2020-01-01'`,
      `outcome = null, answered_at = app_now()`,
    ])
      await expect(
        as(staff(mentor, 'staff,mentor'), `update rectification set answered_by = app_actor(), ${half} where id = $1`, [
          id,
        ]),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(
      as(self, `update rectification set withdrawn_at = '2020-01-01' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: '42501' });
    await answers(await app.asActor(mentor), id, { outcome: 'kept', answer: 'De docent zag het zo.' }).expect(201);
    await expect(as(staff(mentor, 'staff,mentor'), answer, [id])).rejects.toMatchObject({ code: '42501' });
  });
});
