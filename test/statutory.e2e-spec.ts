import type { DossierResponse } from '../src/dossier/dossier.dto.js';
import type { WhoMayResponse } from '../src/pupil-access/who-may.dto.js';
import type { StatutoryShareResponse } from '../src/statutory/statutory.dto.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

let app: TestApp;
let home: string;
let mbo: string;
let decaan: GivenPerson;
let mentor: GivenPerson;
let administrator: GivenPerson;
let coordinator: GivenPerson;
let intaker: GivenPerson;
const now = '2026-11-16T11:00:00+01:00';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  home = await given.aSchool({ kind: 'vmbo' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarlanden' });
  decaan = await given.aPerson({ school: home, roles: ['decaan'] });
  mentor = await given.aPerson({ school: home, roles: ['staff'] });
  administrator = await given.aPerson({ school: home, roles: ['school-administrator'] });
  coordinator = await given.aPerson({ school: home, roles: ['coordinator'] });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
});
afterAll(() => app.close());
afterEach(() => app.clock.set(now));

const on = async (of: 'region' | 'school', value: boolean): Promise<void> => {
  const agent = await app.asActor(of === 'region' ? coordinator : administrator);
  await agent.put(`/api/v1/statutory/${of}`).send({ on: value }).expect(200);
};
const bothOn = async (): Promise<void> => {
  await on('region', true);
  await on('school', true);
};
/** 15 years old, with an application, unless said otherwise. */
const anApplicant = async (birthDate = '2011-05-05'): Promise<GivenPupil> => {
  const pupil = await app.given.aPupil({ school: home, birthDate, guardians: [{}, { custody: false }] });
  await app.given.aMentor(pupil, mentor.id);
  await app.given.anApplication({ pupil, to: mbo });
  return pupil;
};
const post = (agent: Agent, path: string, body: object = {}) =>
  agent.post(`/api/v1/${path}`).set('idempotency-key', newKey()).send(body);
const offer = async (pupil: GivenPupil, by: GivenPerson = decaan, more: object = {}): Promise<StatutoryShareResponse> =>
  (
    await post(await app.asActor(by), `pupils/${pupil.id}/statutory-shares`, {
      toSchoolId: mbo,
      sections: ['profile', 'school-career'],
      purpose: 'intake',
      ...more,
    }).expect(201)
  ).body as StatutoryShareResponse;
const answer = async (who: { login: string }, as: object, id: string, body: object, status = 201): Promise<void> =>
  void (await post(await app.asActor(who, as), `statutory-shares/${id}/answers`, body).expect(status));
/** What the intaker gets to read. */
const read = async (pupil: GivenPupil): Promise<DossierResponse | null> => {
  const answered = await (await app.asActor(intaker)).get(`/api/v1/dossiers/${pupil.id}`);
  return answered.status === 200 ? (answered.body as DossierResponse) : null;
};
const said = { agreed: false, view: 'Mijn klas klopt niet.' };

test('it is off until region and school both switched it on', async () => {
  const pupil = await anApplicant();
  const agent = await app.asActor(decaan);
  const body = { toSchoolId: mbo, sections: ['profile'], purpose: 'intake' };
  const refused = async (): Promise<string> =>
    ((await post(agent, `pupils/${pupil.id}/statutory-shares`, body)).body as { code: string }).code;
  expect(await refused()).toBe('statutory-off');
  await on('region', true);
  expect(await refused()).toBe('statutory-off');
  await on('school', true);
  await offer(pupil);
  for (const who of [administrator, decaan, intaker])
    await (await app.asActor(who)).put('/api/v1/statutory/region').send({ on: false }).expect(403);
  await (await app.asActor(coordinator)).put('/api/v1/statutory/school').send({ on: false }).expect(403);
});

describe('when both are on', () => {
  beforeAll(bothOn);

  test('it is never for LOB or reflections, nor where the pupil did not apply, nor twice at once', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(decaan);
    const sent = (more: object) =>
      post(agent, `pupils/${pupil.id}/statutory-shares`, {
        toSchoolId: mbo,
        sections: ['profile'],
        purpose: 'intake',
        ...more,
      });
    for (const section of ['lob', 'reflections']) await sent({ sections: ['profile', section] }).expect(422);
    await sent({ purpose: 'follow-up' }).expect(422);
    const elsewhere = await app.given.aSchool({ kind: 'mbo' });
    expect(((await sent({ toSchoolId: elsewhere }).expect(409)).body as { code: string }).code).toBe('no-application');
    await offer(pupil, mentor);
    expect(((await sent({}).expect(409)).body as { code: string }).code).toBe('statutory-exists');
    await offer(pupil, mentor, { purpose: 'handover' });
  });

  test('under 16 it counts when the pupil and a guardian with custody answered, whatever they said', async () => {
    const pupil = await anApplicant();
    const [guardian, without] = pupil.guardians as [GivenPerson, GivenPerson];
    const { id, state, countsOn } = await offer(pupil);
    expect([state, countsOn]).toEqual(['offered', '2026-11-30']);
    expect(await read(pupil)).toBeNull();
    await answer(without, { school: null }, id, { agreed: true }, 404);
    await answer(pupil, {}, id, said);
    expect(await read(pupil)).toBeNull();
    await answer(guardian, { school: null }, id, { agreed: true });
    const dossier = (await read(pupil))!;
    expect(dossier).toMatchObject({ sections: ['profile', 'school-career'], basis: 'statutory', endsOn: '2027-10-01' });
    expect(dossier.views).toEqual([
      { by: 'pupil', agreed: false, view: 'Mijn klas klopt niet.', on: '2026-11-16' },
      { by: 'guardian', agreed: true, view: '', on: '2026-11-16' },
    ]);
    expect(dossier.lob).toBeUndefined();
  });

  test('from 16 the answer of the pupil is enough, and a guardian has none', async () => {
    const pupil = await anApplicant('2010-11-16');
    const { id } = await offer(pupil);
    await answer(pupil.guardians[0]!, { school: null }, id, { agreed: true }, 404);
    await answer(pupil, {}, id, { agreed: true });
    expect((await read(pupil))?.sections).toEqual(['profile', 'school-career']);
  });

  test('without an answer it counts fourteen days after it was offered, to the moment', async () => {
    const pupil = await anApplicant();
    await offer(pupil);
    await app.clock.set('2026-11-30T10:59:59+01:00');
    expect(await read(pupil)).toBeNull();
    await app.clock.set('2026-11-30T11:00:00+01:00');
    expect(await read(pupil)).toMatchObject({ basis: 'statutory', views: [] });
  });

  test('ended by the school, or switched off by either: not readable from the next request on', async () => {
    const pupil = await anApplicant('2009-05-05');
    const { id } = await offer(pupil);
    await answer(pupil, {}, id, said);
    expect(await read(pupil)).not.toBeNull();
    for (const place of ['region', 'school'] as const) {
      await on(place, false);
      expect(await read(pupil)).toBeNull();
      await on(place, true);
      expect(await read(pupil)).not.toBeNull();
    }
    await post(await app.asActor(pupil), `consents/${id}/withdrawal`).expect(404);
    await post(await app.asActor(mentor), `statutory-shares/${id}/end`).expect(201);
    expect(await read(pupil)).toBeNull();
    await answer(pupil, {}, id, said, 409);
  });

  test('the application is withdrawn: nothing is read', async () => {
    const pupil = await anApplicant('2009-05-05');
    const { id } = await offer(pupil);
    await answer(pupil, {}, id, { agreed: true });
    await app.owner.query('update application set withdrawn_at = app_now() where pupil_id = $1', [pupil.id]);
    expect(await read(pupil)).toBeNull();
  });

  test('it is in the list of applicants as shared, and on "wie mag wat" as by law, not to be withdrawn', async () => {
    const pupil = await anApplicant('2009-05-05');
    const { id } = await offer(pupil);
    const listed = async (): Promise<string> => {
      const answered = await (await app.asActor(intaker)).get('/api/v1/dossiers').expect(200);
      return (answered.body as { items: { pupilId: string; share: string }[] }).items.find(
        (one) => one.pupilId === pupil.id,
      )!.share;
    };
    expect(await listed()).toBe('none');
    await answer(pupil, {}, id, { agreed: true });
    expect(await listed()).toBe('shared');
    const page = await (await app.asActor(pupil)).get(`/api/v1/pupils/${pupil.id}/who-may`).expect(200);
    const school = (page.body as WhoMayResponse).schools.find((one) => one.id === mbo)!;
    expect(school.shares).toMatchObject([{ id, basis: 'statutory', mayWithdraw: false }]);
    expect(school.readers[0]!.sections.map(({ section, basis }) => [section, basis])).toEqual([
      ['profile', 'statutory'],
      ['school-career', 'statutory'],
    ]);
  });

  test('what was taken over is asked back when it ends, also when it came into force by itself', async () => {
    const pupil = await anApplicant();
    const { id } = await offer(pupil);
    await app.clock.set('2026-11-30T12:00:00+01:00');
    const agent = await app.asActor(intaker);
    const taken = await agent.post(`/api/v1/dossiers/${pupil.id}/export`).expect(200);
    expect((taken.body as { content: { grounds: { basis: string }[] } }).content.grounds[0]!.basis).toBe('statutory');
    await app.clock.set('2026-12-01T12:00:00+01:00');
    await post(await app.asActor(decaan), `statutory-shares/${id}/end`).expect(201);
    const { rows } = await app.owner.query<{ kind: string; asks: boolean }>(
      'select kind, notice_asks(id) as asks from share_notice where pupil_id = $1 and at <= app_now() order by seq',
      [pupil.id],
    );
    expect(rows).toEqual([
      { kind: 'given', asks: false },
      { kind: 'ended', asks: true },
    ]);
  });

  describe('what comes into force by itself is told for its moment', () => {
    type Told = [kind: string, at: string, sections: string, lost: string];
    /** Everything that was written down, also for later. */
    const toldOf = async (pupil: GivenPupil): Promise<Told[]> =>
      (
        await app.owner.query<{ told: Told }>(
          `select jsonb_build_array(kind, to_char(at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI'),
                  array_to_string(sections, ' '), array_to_string(lost, ' ')) as told
             from share_notice where pupil_id = $1 order by seq`,
          [pupil.id],
        )
      ).rows.map(({ told }) => told);
    const notices = async (pupil: GivenPupil): Promise<string[]> => {
      const answered = await (await app.asActor(intaker)).get('/api/v1/share-notices').expect(200);
      const { items } = answered.body as { items: { pupilId: string; kind: string }[] };
      return items.filter(({ pupilId }) => pupilId === pupil.id).map(({ kind }) => kind);
    };
    const both = 'profile school-career';
    const START = '2026-11-30 11:00';
    const END = '2027-10-01 00:00';
    const foretold: Told[] = [
      ['given', START, both, ''],
      ['ended', END, '', both],
    ];

    test('the receiving school sees it then, not before, and without anybody doing anything', async () => {
      const pupil = await anApplicant();
      await offer(pupil);
      expect(await toldOf(pupil)).toEqual(foretold);
      await app.clock.set('2026-11-30T10:59:59+01:00');
      expect(await notices(pupil)).toEqual([]);
      await app.clock.set('2026-11-30T11:00:00+01:00');
      expect(await notices(pupil)).toEqual(['given']);
      // Somebody who took nothing along yet: there is a pace to that.
      const another = await app.asActor(await app.given.aPerson({ school: mbo, roles: ['intaker'] }));
      await another.post(`/api/v1/dossiers/${pupil.id}/export`).expect(200);
      expect(await toldOf(pupil)).toEqual(foretold);
    });

    test('it is told at once when the answers come earlier', async () => {
      const pupil = await anApplicant('2009-05-05');
      const { id } = await offer(pupil);
      await answer(pupil, {}, id, said);
      expect(await toldOf(pupil)).toEqual([['given', '2026-11-16 11:00', both, ''], foretold[1]]);
    });

    test('it goes when it is overtaken, and comes back with what it waits for', async () => {
      const pupil = await anApplicant();
      const { id } = await offer(pupil);
      const applied = (at: string): Promise<unknown> =>
        app.owner.query(`update application set withdrawn_at = ${at} where pupil_id = $1`, [pupil.id]);
      for (const place of ['region', 'school'] as const) {
        await on(place, false);
        expect(await toldOf(pupil)).toEqual([]);
        await on(place, true);
        expect(await toldOf(pupil)).toEqual(foretold);
      }
      await applied('app_now()');
      expect(await toldOf(pupil)).toEqual([]);
      await applied('null');
      expect(await toldOf(pupil)).toEqual(foretold);
      await post(await app.asActor(mentor), `statutory-shares/${id}/end`).expect(201);
      expect(await toldOf(pupil)).toEqual([]);
      await offer(pupil);
      await app.owner.query(`update pupil set erased_at = app_now(), left_on = app_today() where id = $1`, [pupil.id]);
      expect(await toldOf(pupil)).toEqual([]);
    });

    test('a placement that is over by then lets nothing begin', async () => {
      const pupil = await app.given.aPupil({ school: home, birthDate: '2011-05-05' });
      const placement = await app.given.aPlacement({ pupil, to: mbo });
      await offer(pupil);
      expect(await toldOf(pupil)).toHaveLength(2);
      const ends = (on: string): Promise<unknown> =>
        app.owner.query('update placement set ended_on = $2 where id = $1', [placement, on]);
      await ends('2026-11-29');
      expect(await toldOf(pupil)).toEqual([]);
      await ends('2026-11-30');
      expect(await toldOf(pupil)).toHaveLength(2);
    });

    test('beside a consent it widens what is read, for as long as there is one', async () => {
      const pupil = await anApplicant('2009-05-05');
      const consent = (
        await post(await app.asActor(pupil), `pupils/${pupil.id}/consents`, {
          toSchoolId: mbo,
          sections: ['lob', 'profile'],
          purpose: 'intake',
        }).expect(201)
      ).body as { id: string };
      const given: Told = ['given', '2026-11-16 11:00', 'lob profile', ''];
      expect(await toldOf(pupil)).toEqual([given, ['ended', END, '', 'lob profile']]);
      await offer(pupil);
      expect(await toldOf(pupil)).toEqual([
        given,
        ['widened', START, 'lob profile school-career', ''],
        ['ended', END, '', 'lob profile school-career'],
      ]);
      await app.clock.set('2026-11-17T11:00:00+01:00');
      await post(await app.asActor(pupil), `consents/${consent.id}/withdrawal`).expect(201);
      expect(await toldOf(pupil)).toEqual([given, ['withdrawn', '2026-11-17 11:00', '', 'lob profile'], ...foretold]);
    });

    test('what is read as widely and as long already does not begin', async () => {
      const pupil = await anApplicant('2009-05-05');
      await post(await app.asActor(pupil), `pupils/${pupil.id}/consents`, {
        toSchoolId: mbo,
        sections: ['profile', 'school-career'],
        purpose: 'intake',
      }).expect(201);
      const before = await toldOf(pupil);
      await offer(pupil, decaan, { sections: ['profile'] });
      expect(await toldOf(pupil)).toEqual(before);
    });
  });

  test('the pages: the school lets the family look, the pupil answers, the intaker reads the view', async () => {
    const pupil = await anApplicant('2009-05-05');
    const staff = await app.asBrowser(decaan);
    const at = `/leerlingen/${pupil.id}/overdracht`;
    await staff.get(at).expect(200);
    const form = { idempotencyKey: newKey(), toSchoolId: mbo, 'sections.0': 'profile', purpose: 'intake' };
    expect(
      (
        await staff
          .post(at)
          .type('form')
          .send({ ...form, toSchoolId: '' })
      ).status,
    ).toBe(422);
    expect(
      (
        await staff
          .post(at)
          .type('form')
          .send({ ...form, idempotencyKey: newKey() })
      ).status,
    ).toBe(303);
    const own = await app.asBrowser(pupil);
    expect((await own.get('/mijn').expect(200)).text).toContain('/mijn/overdracht');
    const { text } = await own.get('/mijn/overdracht').expect(200);
    expect(text).toContain('ROC Vaarlanden');
    const action = /action="(\/mijn\/overdracht\/[^"]+)"/.exec(text)![1]!;
    const sent = { idempotencyKey: newKey(), agreed: 'nee', view: 'Ik zit nu in een andere klas.' };
    expect((await own.post(action).type('form').send(sent)).status).toBe(303);
    const received = await (await app.asBrowser(intaker)).get(`/dossiers/${pupil.id}`).expect(200);
    expect(received.text).toContain('Ik zit nu in een andere klas.');
    expect(received.text).toContain('Op grond van de wet');
    await (await app.asBrowser(administrator)).get('/wettelijke-overdracht').expect(200);
    await (await app.asBrowser(pupil.guardians[0]!, { school: null })).get(`/kind/${pupil.id}/overdracht`).expect(404);
    const child = await anApplicant();
    await offer(child);
    const parent = await app.asBrowser(child.guardians[0]!, { school: null });
    expect((await parent.get(`/kind/${child.id}/overdracht`).expect(200)).text).toContain('ROC Vaarlanden');
  });

  test('each step is on record for the pupil', async () => {
    const pupil = await anApplicant('2009-05-05');
    const { id } = await offer(pupil, mentor);
    await answer(pupil, {}, id, said);
    await post(await app.asActor(decaan), `statutory-shares/${id}/end`).expect(201);
    const { rows } = await app.owner.query<{ action: string; role: string }>(
      `select action, actor_role as role from audit_event where chain_id = $1 and action like 'statutory.%' order by seq`,
      [pupil.id],
    );
    expect(rows.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'statutory.offered mentor',
      'statutory.answered pupil',
      'statutory.ended decaan',
    ]);
  });
});

describe('with the second wall alone', () => {
  beforeAll(bothOn);
  const insertOffer = `insert into statutory_share (id, pupil_id, school_id, to_school_id, sections, purpose, offered_at, offered_by, valid_until)
    values (gen_random_uuid(), $1, $2, $3, $4, 'intake', app_now(), app_actor(), app_share_until($1, $3, 'intake'))`;

  test('who may not offer, may not write it; nor more than the law allows', async () => {
    const pupil = await anApplicant();
    const values = [pupil.id, home, mbo, ['profile']];
    expect(await app.sql.tried(decaan, insertOffer, values)).toBe(1);
    expect(await app.sql.tried(mentor, insertOffer, values)).toBe(1);
    for (const [who, as] of [
      [pupil, {}],
      [pupil.guardians[0]!, { school: null }],
      [intaker, {}],
      [administrator, {}],
    ] as const)
      expect(await app.sql.tried(who, insertOffer, values, as)).toBe('refused');
    for (const sections of [['lob'], ['profile', 'reflections'], []])
      expect(await app.sql.tried(decaan, insertOffer, [pupil.id, home, mbo, sections])).toBe('refused');
    const other = await app.given.aPupil({ school: home });
    expect(await app.sql.tried(decaan, insertOffer, [other.id, home, mbo, ['profile']])).toBe('refused');
    await on('school', false);
    expect(await app.sql.tried(decaan, insertOffer, values)).toBe('refused');
    await on('school', true);
    await offer(pupil);
    expect(await app.sql.tried(decaan, insertOffer, values)).toBe('refused');
  });

  test('the family does not end it, the school does not bring it into force, and nobody answers for another', async () => {
    const pupil = await anApplicant('2009-05-05');
    const { id } = await offer(pupil);
    const start = 'update statutory_share set in_force_since = app_now() where id = $1';
    const end = 'update statutory_share set ended_at = app_now(), ended_by = app_actor() where id = $1';
    expect(await app.sql.tried(pupil, end, [id])).toBe('refused');
    expect(await app.sql.tried(pupil, start, [id])).toBe('refused'); // not answered yet
    expect(await app.sql.tried(decaan, start, [id])).toBe('refused');
    expect(await app.sql.tried(decaan, end, [id])).toBe(1);
    expect(await app.sql.tried(intaker, end, [id])).toBe(0);
    const say = `insert into statutory_answer (id, share_id, pupil_id, school_id, by_role, by_id, agreed, view, at)
      values (gen_random_uuid(), $1, $2, $3, 'pupil', $4, true, '', app_now())`;
    expect(await app.sql.tried(pupil, say, [id, pupil.id, home, pupil.id])).toBe(1);
    expect(await app.sql.tried(decaan, say, [id, pupil.id, home, pupil.id])).toBe('refused');
    expect(await app.sql.tried(pupil, say, [id, pupil.id, home, decaan.id])).toBe('refused');
    expect(await app.sql.tried(intaker, 'select from statutory_share where id = $1', [id])).toBe(0);
    await answer(pupil, {}, id, said);
    expect(await app.sql.tried(intaker, 'select from statutory_share where id = $1', [id])).toBe(1);
    expect(await app.sql.tried(intaker, 'select from statutory_answer where share_id = $1', [id])).toBe(1);
    await on('region', false);
    expect(await app.sql.tried(intaker, 'select from statutory_answer where share_id = $1', [id])).toBe(0);
    expect(await app.sql.tried(intaker, 'select from enrolment where pupil_id = $1', [pupil.id])).toBe(0);
    await on('region', true);
  });

  test('only whom it is for turns the switches', async () => {
    const turn = `insert into statutory_switch (id, school_id, on_at, on_by) values (gen_random_uuid(), $1, app_now(), app_actor())`;
    const turnRegion = `insert into statutory_switch (id, samenwerkingsverband_id, on_at, on_by)
      select gen_random_uuid(), samenwerkingsverband_id, app_now(), app_actor() from school where id = $1`;
    await on('school', false);
    await on('region', false);
    expect(await app.sql.tried(administrator, turn, [home])).toBe(1);
    expect(await app.sql.tried(administrator, turn, [mbo])).toBe('refused');
    expect(await app.sql.tried(administrator, turnRegion, [home])).toBe('refused');
    expect(await app.sql.tried(coordinator, turnRegion, [home])).toBe(1);
    expect(await app.sql.tried(coordinator, turn, [home])).toBe('refused');
    expect(await app.sql.tried(decaan, turn, [home])).toBe('refused');
    await bothOn();
  });
});
