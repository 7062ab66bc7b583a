import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, refusalOf, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil, PupilWishes } from './support/builders.types.js';

let app: TestApp;
let school: string;
let mbo: string;
let otherMbo: string;
let opleiding: string;
let group: string;
let mentor: GivenPerson;
let intakerPerson: GivenPerson;
let administrator: GivenPerson;

/** Today is Monday 2026-11-16. */
const FIFTEEN = '2011-03-09';
const SIXTEEN_TOMORROW = '2010-11-17';
const SIXTEEN = '2010-03-09';
const EIGHTEEN = '2008-03-09';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  mbo = await given.aSchool({ kind: 'mbo' });
  otherMbo = await given.aSchool({ kind: 'mbo' });
  opleiding = await given.anOpleiding({ school: mbo });
  group = await given.aGroup({ school });
  mentor = await given.aPerson({ school, roles: ['staff'] });
  intakerPerson = await given.aPerson({ school: mbo, roles: ['intaker'] });
  administrator = await given.aPerson({ school, roles: ['school-administrator'] });
});
afterEach(() => app.clock.set('2026-11-16T11:00:00+01:00'));
afterAll(() => app.close());

interface ConsentBody {
  id: string;
  state: string;
  sections: string[];
  endsOn: string;
  inForceOn: string | null;
  mayAnswer: boolean;
  answers: { by: string; name: string; agreed: boolean | null; self: boolean }[];
}
const stateOf = (answer: { body: unknown }): string => (answer.body as ConsentBody).state;
const idOf = (answer: { body: unknown }): string => (answer.body as { id: string }).id;

/** A pupil who applied at the mbo, with guardians who have custody. */
const anApplicant = async (wishes: Partial<PupilWishes> = {}): Promise<GivenPupil> => {
  const pupil = await app.given.aPupil({
    school,
    group,
    birthDate: FIFTEEN,
    mentor: mentor.id,
    guardians: [{}],
    ...wishes,
  });
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  return pupil;
};
const asGuardian = (guardian: GivenPerson): Promise<Agent> => app.asActor(guardian, { school: null });
const give = (agent: Agent, pupil: GivenPupil, sections: unknown = ['profile', 'lob'], to = mbo) =>
  agent.post(`/api/v1/pupils/${pupil.id}/consents`).set('idempotency-key', newKey()).send({ toSchoolId: to, sections });
const ask = async (pupil: GivenPupil, sections = ['profile', 'lob'], purpose = 'intake') =>
  (await app.asActor(intakerPerson))
    .post('/api/v1/consent-requests')
    .set('idempotency-key', newKey())
    .send({ pupilId: pupil.id, sections, purpose, reason: purpose === 'intake' ? 'shorter-talk' : 'good-start' });
const answer = (agent: Agent, id: string, agreed: boolean, sections?: string[]) =>
  agent.post(`/api/v1/consents/${id}/answers`).send({ agreed, ...(sections ? { sections } : {}) });
const withdraw = (agent: Agent, id: string) => agent.post(`/api/v1/consents/${id}/withdrawal`).send({});
const list = async (agent: Agent, pupil: GivenPupil): Promise<ConsentBody[]> =>
  (await agent.get(`/api/v1/pupils/${pupil.id}/consents`).expect(200)).body as ConsentBody[];
/** The sections that the intaker reads now; empty for 404. */
const readable = async (pupil: GivenPupil): Promise<string[]> => {
  const answer = await (await app.asActor(intakerPerson)).get(`/api/v1/dossiers/${pupil.id}`);
  expect([200, 404]).toContain(answer.status);
  return answer.status === 200 ? (answer.body as { sections: string[] }).sections : [];
};

describe('from 16 the pupil alone', () => {
  test('gives, and the school reads from the next request on what was shared and nothing else', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    expect(await readable(pupil)).toEqual([]);
    const given = await give(agent, pupil, ['lob']);
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      state: 'in-force',
      sections: ['lob'],
      inForceOn: '2026-11-16',
      endsOn: '2027-10-01',
    });
    expect(await readable(pupil)).toEqual(['lob']);
  });

  test('withdraws in one tap, and the very next request finds nothing; twice is once', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const id = idOf(await give(agent, pupil));
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    expect(stateOf(await withdraw(agent, id).expect(201))).toBe('withdrawn');
    expect(await readable(pupil)).toEqual([]);
    expect(refusalOf(await withdraw(agent, id))).toEqual([409, 'consent-ended']);
    expect(refusalOf(await answer(agent, id, true))).toEqual([409, 'consent-ended']);
    expect(await readable(pupil)).toEqual([]);
  });

  test('a guardian does not answer, does not withdraw, and is not shown what is shared', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect((await answer(guardian, id, false)).status).toBe(404);
    expect((await withdraw(guardian, id)).status).toBe(404);
    expect(await list(guardian, pupil)).toEqual([]);
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test('at 18 it is still in force', async () => {
    const pupil = await anApplicant({ birthDate: EIGHTEEN });
    expect(stateOf(await give(await app.asActor(pupil), pupil))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });
});

describe('under 16 the pupil and a guardian with custody', () => {
  test('nothing is shared until both said yes', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const given = await give(agent, pupil);
    expect(stateOf(given)).toBe('waiting-for-guardian');
    expect(await readable(pupil)).toEqual([]);
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect(stateOf(await answer(guardian, idOf(given), true).expect(201))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test('the guardian may be first; then it waits for the pupil', async () => {
    const pupil = await anApplicant();
    const id = idOf(await ask(pupil));
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect(stateOf(await answer(guardian, id, true))).toBe('waiting-for-pupil');
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(await app.asActor(pupil), id, true))).toBe('in-force');
  });

  test('a no of another guardian with custody blocks until that one lifts it', async () => {
    const pupil = await anApplicant({ guardians: [{ givenName: 'Sanne' }, { givenName: 'Bram' }] });
    const [sanne, bram] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const id = idOf(await give(await app.asActor(pupil), pupil));
    expect(stateOf(await answer(sanne, id, true))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    expect(stateOf(await answer(bram, id, false))).toBe('blocked');
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(sanne, id, true))).toBe('blocked');
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(bram, id, true))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test.each([
    ['said a no', async (bram: Agent, id: string) => expect(stateOf(await answer(bram, id, false))).toBe('blocked')],
    ['withdrew', async (bram: Agent, id: string) => expect(stateOf(await withdraw(bram, id))).toBe('withdrawn')],
  ])('the no of a guardian who %s stands against whatever is shared anew, until that one lifts it', async (_, no) => {
    const pupil = await anApplicant({ guardians: [{ givenName: 'Sanne' }, { givenName: 'Bram' }] });
    const [sanne, bram] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const agent = await app.asActor(pupil);
    const first = idOf(await give(agent, pupil));
    await answer(sanne, first, true);
    await no(bram, first);
    await app.clock.advance({ seconds: 60 });
    const again = await give(agent, pupil);
    expect(stateOf(again)).toBe('blocked');
    expect((again.body as ConsentBody).answers).toContainEqual(
      expect.objectContaining({ name: expect.stringMatching(/^Bram /) as string, agreed: false }),
    );
    expect(stateOf(await answer(sanne, idOf(again), true))).toBe('blocked');
    expect(await readable(pupil)).toEqual([]);
    // Asking once more does not get past it either.
    expect(stateOf(await withdraw(agent, idOf(again)))).toBe('withdrawn');
    await app.clock.advance({ days: 14 });
    const asked = idOf(await ask(pupil));
    await answer(await app.asActor(pupil), asked, true);
    expect(stateOf(await answer(await asGuardian(pupil.guardians[0]!), asked, true))).toBe('blocked');
    expect(stateOf(await answer(await asGuardian(pupil.guardians[1]!), asked, true))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test('a yes and a no of two guardians at the same moment never come into force', async () => {
    const pupil = await anApplicant({ guardians: [{}, {}] });
    const [one, other] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const agent = await app.asActor(pupil);
    for (let i = 0; i < 12; i++) {
      const id = idOf(await give(agent, pupil));
      const both = await Promise.all(
        i % 2 ? [answer(one, id, true), answer(other, id, false)] : [answer(other, id, false), answer(one, id, true)],
      );
      expect(both.map(({ status }) => status)).toEqual([201, 201]);
      const stands = (await list(agent, pupil)).find((consent) => consent.id === id)!;
      expect([stands.state, await readable(pupil)]).toEqual(['blocked', []]);
    }
  });

  test('a guardian with custody withdraws what the pupil and another guardian gave', async () => {
    const pupil = await anApplicant({ guardians: [{}, {}] });
    const [one, other] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const id = idOf(await give(await app.asActor(pupil), pupil));
    await answer(one, id, true);
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    expect(stateOf(await withdraw(other, id))).toBe('withdrawn');
    expect(await readable(pupil)).toEqual([]);
  });

  test.each([
    ['without custody', false],
    ['whose custody the school has not said', null],
  ])('a guardian %s is not asked, cannot answer and sees nothing of it', async (_, custody) => {
    const pupil = await anApplicant({ guardians: [{ custody }] });
    const given = await give(await app.asActor(pupil), pupil);
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect((given.body as ConsentBody).answers.map(({ by }) => by)).toEqual(['pupil']);
    expect((await answer(guardian, idOf(given), true)).status).toBe(404);
    expect((await withdraw(guardian, idOf(given))).status).toBe(404);
    expect((await guardian.get(`/api/v1/pupils/${pupil.id}/consents`)).status).toBe(404);
    expect(await readable(pupil)).toEqual([]);
  });

  const setCustody = async (pupil: GivenPupil, guardian: GivenPerson, custody: boolean): Promise<void> => {
    const { rows } = await app.owner.query<{ id: string; version: number }>(
      'select id, version from guardian where pupil_id = $1 and person_id = $2',
      [pupil.id, guardian.id],
    );
    const agent = await app.asActor(administrator);
    const { id, version } = rows[0]!;
    await agent.patch(`/api/v1/guardians/${id}`).set('if-match', `"${version}"`).send({ custody }).expect(200);
  };

  test('a guardian who loses custody loses his voice at once; what was in force stays, and others can withdraw it', async () => {
    const pupil = await anApplicant({ guardians: [{}, {}] });
    const [one, other] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const id = idOf(await give(await app.asActor(pupil), pupil));
    await answer(one, id, true);
    await setCustody(pupil, pupil.guardians[0]!, false);
    expect((await answer(one, id, false)).status).toBe(404);
    expect((await withdraw(one, id)).status).toBe(404);
    expect((await one.get(`/api/v1/dossiers/${pupil.id}`)).status).toBe(404);
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    await withdraw(other, id).expect(201);
    expect(await readable(pupil)).toEqual([]);
  });

  test('a yes given with custody that is gone no longer counts for what was not in force yet', async () => {
    const pupil = await anApplicant();
    const id = idOf(await ask(pupil));
    await answer(await asGuardian(pupil.guardians[0]!), id, true);
    await setCustody(pupil, pupil.guardians[0]!, false);
    expect(stateOf(await answer(await app.asActor(pupil), id, true))).toBe('waiting-for-guardian');
    expect(await readable(pupil)).toEqual([]);
  });

  test('when whoever blocked loses custody, it says what is true: not shared until someone confirms', async () => {
    const pupil = await anApplicant({ guardians: [{}, {}] });
    const [one, other] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const agent = await app.asActor(pupil);
    const id = idOf(await give(agent, pupil));
    await answer(one, id, true);
    await answer(other, id, false);
    await setCustody(pupil, pupil.guardians[1]!, false);
    expect((await list(agent, pupil))[0]).toMatchObject({ state: 'waiting-for-pupil', inForceOn: null });
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(agent, id, true))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test('a no counts again when custody comes back, until that one lifts it', async () => {
    const pupil = await anApplicant({ guardians: [{}, {}] });
    const [one, other] = (await Promise.all(pupil.guardians.map(asGuardian))) as [Agent, Agent];
    const agent = await app.asActor(pupil);
    const id = idOf(await give(agent, pupil));
    await answer(one, id, true);
    await answer(other, id, false);
    await setCustody(pupil, pupil.guardians[1]!, false);
    await setCustody(pupil, pupil.guardians[1]!, true);
    expect((await list(agent, pupil))[0]).toMatchObject({ state: 'blocked' });
    expect(stateOf(await answer(agent, id, true))).toBe('blocked');
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(other, id, true))).toBe('in-force');
  });

  test('a guardian who gets custody later does not undo what was in force, and can withdraw it', async () => {
    const pupil = await anApplicant({ guardians: [{}, { custody: null }] });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    await answer(await asGuardian(pupil.guardians[0]!), id, true);
    await setCustody(pupil, pupil.guardians[1]!, true);
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    expect(stateOf(await answer(await asGuardian(pupil.guardians[1]!), id, false))).toBe('blocked');
    expect(await readable(pupil)).toEqual([]);
  });

  test('of what waits, the first guardian who gets custody can answer', async () => {
    const pupil = await anApplicant({ guardians: [{ custody: null }] });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect((await answer(guardian, id, true)).status).toBe(404);
    await setCustody(pupil, pupil.guardians[0]!, true);
    expect(stateOf(await answer(guardian, id, true))).toBe('in-force');
  });
});

describe('birthdays', () => {
  test('what waited for a guardian waits on the 16th birthday for the pupil to confirm once', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN_TOMORROW });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    await app.clock.set('2026-11-16T23:59:59+01:00');
    expect(stateOf({ body: (await list(await app.asActor(pupil), pupil))[0] })).toBe('waiting-for-guardian');
    await app.clock.set('2026-11-17T00:00:00+01:00');
    const agent = await app.asActor(pupil);
    expect((await list(agent, pupil))[0]).toMatchObject({ state: 'waiting-for-pupil', mayAnswer: true });
    expect((await answer(await asGuardian(pupil.guardians[0]!), id, true)).status).toBe(404);
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(agent, id, true))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
  });

  test('a guardian who said no in time no longer blocks from the 16th birthday on; the pupil confirms', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN_TOMORROW });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    expect(stateOf(await answer(await asGuardian(pupil.guardians[0]!), id, false))).toBe('blocked');
    await app.clock.set('2026-11-17T00:00:00+01:00');
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(await app.asActor(pupil), id, true))).toBe('in-force');
  });

  test('what was in force stays in force on the 16th birthday, and only the pupil can change it', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN_TOMORROW });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    await answer(await asGuardian(pupil.guardians[0]!), id, true);
    await app.clock.set('2026-11-16T23:59:00+01:00');
    expect((await list(await asGuardian(pupil.guardians[0]!), pupil))[0]).toMatchObject({ mayAnswer: true });
    await app.clock.set('2026-11-17T00:00:00+01:00');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    const guardian = await asGuardian(pupil.guardians[0]!);
    expect((await withdraw(guardian, id)).status).toBe(404);
    expect((await answer(guardian, id, false)).status).toBe(404);
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    await withdraw(await app.asActor(pupil), id).expect(201);
    expect(await readable(pupil)).toEqual([]);
  });

  test('someone born on 29 February is 16 on that day and not on the day before', async () => {
    await app.clock.set('2028-02-28T23:59:59+01:00');
    const pupil = await anApplicant({ birthDate: '2012-02-29' });
    expect(stateOf(await give(await app.asActor(pupil), pupil))).toBe('waiting-for-guardian');
    await app.clock.set('2028-02-29T00:00:00+01:00');
    expect(stateOf(await give(await app.asActor(pupil), pupil))).toBe('in-force');
  });

  test('someone born on 29 February is 18 on 1 March of a common year: what was opened to guardians before ends there', async () => {
    const opened = { guardianSections: ['lob'], guardianSectionsAt: '2026-02-28T22:00:00Z' };
    const pupil = await anApplicant({ birthDate: '2008-02-29', ...opened });
    const seen = async (): Promise<number> =>
      (await (await asGuardian(pupil.guardians[0]!)).get(`/api/v1/dossiers/${pupil.id}`)).status;
    await app.clock.set('2026-02-28T23:59:59+01:00');
    expect(await seen()).toBe(200);
    await app.clock.set('2026-03-01T00:00:00+01:00');
    expect(await seen()).toBe(404);
  });
});

describe('another share in the place of an earlier one', () => {
  test('a narrower one keeps the yes of the guardian', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const first = idOf(await give(agent, pupil, ['profile', 'lob', 'reflections']));
    await answer(await asGuardian(pupil.guardians[0]!), first, true);
    expect(stateOf(await give(agent, pupil, ['lob']))).toBe('in-force');
    expect(await readable(pupil)).toEqual(['lob']);
    expect((await list(agent, pupil)).map(({ state }) => state)).toEqual(['in-force', 'withdrawn']);
  });

  test('a wider one asks the guardian again, and until then nothing is shared', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const first = idOf(await give(agent, pupil, ['lob']));
    const guardian = await asGuardian(pupil.guardians[0]!);
    await answer(guardian, first, true);
    const wider = await give(agent, pupil, ['lob', 'reflections']);
    expect(stateOf(wider)).toBe('waiting-for-guardian');
    expect(await readable(pupil)).toEqual([]);
    await answer(guardian, idOf(wider), true);
    expect(await readable(pupil)).toEqual(['lob', 'reflections']);
  });

  test('one that lasts longer asks the guardian again, also when it is narrower', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const first = await give(agent, pupil, ['profile', 'lob']);
    await answer(await asGuardian(pupil.guardians[0]!), idOf(first), true);
    await app.given.anApplication({ pupil, to: mbo, start: '2028-08-01' });
    const longer = await give(agent, pupil, ['lob']);
    expect(longer.body).toMatchObject({ endsOn: '2028-10-01', state: 'waiting-for-guardian' });
    expect(await readable(pupil)).toEqual([]);
  });

  test('the yes of a guardian is not kept from one that was no longer in force', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const first = idOf(await give(agent, pupil, ['profile', 'lob']));
    await answer(await asGuardian(pupil.guardians[0]!), first, true);
    await withdraw(agent, first);
    expect(stateOf(await give(agent, pupil, ['lob']))).toBe('waiting-for-guardian');
    expect(await readable(pupil)).toEqual([]);
  });

  test('given twice at the same moment, one stands: withdrawing it leaves nothing shared', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    await Promise.all(Array.from({ length: 6 }, () => give(agent, pupil).expect(201)));
    const standing = (await list(agent, pupil)).filter(({ state }) => state === 'in-force');
    expect(standing).toHaveLength(1);
    await withdraw(agent, standing[0]!.id);
    expect(await readable(pupil)).toEqual([]);
  });

  test('two tabs: a form that was open while the share changed does not put the old one back', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const wide = idOf(await give(agent, pupil, ['profile', 'lob', 'reflections']));
    await give(agent, pupil, ['lob']);
    const stale = agent.post(`/api/v1/pupils/${pupil.id}/consents`).set('idempotency-key', newKey());
    const body = { toSchoolId: mbo, sections: ['profile', 'lob', 'reflections'], instead: wide };
    expect(refusalOf(await stale.send(body))).toEqual([409, 'consent-changed']);
    expect(await readable(pupil)).toEqual(['lob']);

    const browser = await app.asBrowser(pupil);
    const page = await browser.get(`/mijn/toestemming/${mbo}`).expect(200);
    const [, instead] = /name="instead" value="([\w-]+)"/.exec(page.text)!;
    const [standing] = await list(agent, pupil);
    await withdraw(agent, standing!.id).expect(201);
    const sent = await browser
      .post(`/mijn/toestemming/${mbo}`)
      .type('form')
      .send({ idempotencyKey: newKey(), 'sections.0': 'lob', instead })
      .expect(422);
    expect(sent.text).toContain('Dit is intussen veranderd');
    expect(await readable(pupil)).toEqual([]);
  });

  test('the same key twice is one share, also at the same moment', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const key = newKey();
    const once = () =>
      agent
        .post(`/api/v1/pupils/${pupil.id}/consents`)
        .set('idempotency-key', key)
        .send({ toSchoolId: mbo, sections: ['lob'] });
    const answers = await Promise.all([once(), once(), once()]);
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(await list(agent, pupil)).toHaveLength(1);
  });
});

describe('a school asks', () => {
  test('the pupil says yes to fewer sections than were asked, never to others', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const asked = await ask(pupil, ['profile', 'lob']);
    expect([asked.status, Object.keys(asked.body as object)]).toEqual([201, ['id']]);
    expect(await readable(pupil)).toEqual([]);
    for (const wrong of [['reflections'], ['lob', 'reflections'], []])
      expectFaultIn('sections', await answer(agent, idOf(asked), true, wrong));
    const said = await answer(agent, idOf(asked), true, ['lob']);
    expect(said.body).toMatchObject({ state: 'in-force', sections: ['lob'] });
    expect(await readable(pupil)).toEqual(['lob']);
    expectFaultIn('sections', await answer(agent, idOf(asked), true, ['profile', 'lob']));
  });

  test('a guardian does not choose the sections', async () => {
    const pupil = await anApplicant();
    const id = idOf(await give(await app.asActor(pupil), pupil, ['lob']));
    const guardian = await asGuardian(pupil.guardians[0]!);
    const said = await answer(guardian, id, true, ['profile', 'lob', 'reflections']);
    expect(said.body).toMatchObject({ sections: ['lob'], state: 'in-force' });
    expect(await readable(pupil)).toEqual(['lob']);
  });

  test('asking twice is refused, also at the same moment, and after a no', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const answers = await Promise.all([ask(pupil), ask(pupil), ask(pupil)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const id = idOf(answers.find(({ status }) => status === 201)!);
    expect(stateOf(await answer(await app.asActor(pupil), id, false))).toBe('refused');
    expect(refusalOf(await ask(pupil))).toEqual([409, 'consent-exists']);
    expect(await readable(pupil)).toEqual([]);
    expect(stateOf(await answer(await app.asActor(pupil), id, true))).toBe('in-force');
  });

  test('says why, in one of our words and one that goes with the purpose; pupil, guardian and mentor read it', async () => {
    const pupil = await anApplicant();
    const id = idOf(await ask(pupil));
    for (const agent of [await app.asActor(pupil), await asGuardian(pupil.guardians[0]!), await app.asActor(mentor)])
      expect((await list(agent, pupil))[0]).toMatchObject({ id, askedReason: 'shorter-talk' });
    const page = await (await app.asBrowser(pupil)).get('/mijn/toestemming').expect(200);
    expect(page.text).toContain('Om het gesprek met jou korter te maken');
    const other = await anApplicant();
    const call = (await app.asActor(intakerPerson)).post('/api/v1/consent-requests').set('idempotency-key', newKey());
    const body = { pupilId: other.id, sections: ['lob'], purpose: 'handover', reason: 'shorter-talk' };
    expectFaultIn('reason', await call.send(body));
    expect((await ask(other, ['lob'], 'handover')).status).toBe(201);
  });

  test('again not before fourteen days after a no; then the old request can no longer be answered', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const first = idOf(await ask(pupil));
    await answer(agent, first, false);
    await app.clock.set('2026-11-30T10:59:59+01:00');
    expect(refusalOf(await ask(pupil))).toEqual([409, 'consent-exists']);
    await app.clock.set('2026-11-30T11:00:00+01:00');
    const second = await ask(pupil);
    expect(second.status).toBe(201);
    const fresh = await app.asActor(pupil);
    expect(refusalOf(await answer(fresh, first, true))).toEqual([409, 'consent-ended']);
    expect(stateOf(await answer(fresh, idOf(second), true))).toBe('in-force');
    expect(await list(fresh, pupil)).toHaveLength(2);
  });

  test('again not within fourteen days after a share was taken back; the pupil himself can give at any time', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    await withdraw(agent, idOf(await give(agent, pupil)));
    expect(refusalOf(await ask(pupil))).toEqual([409, 'consent-exists']);
    expect(stateOf(await give(agent, pupil))).toBe('in-force');
    await withdraw(agent, (await list(agent, pupil))[0]!.id);
    await app.clock.set('2026-11-30T11:00:00+01:00');
    expect((await ask(pupil)).status).toBe(201);
  });

  test('the pupil decides another day: it is no longer on top, and a week later it is', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const id = idOf(await ask(pupil));
    const onTop = async (): Promise<boolean> =>
      (await (await app.asBrowser(pupil)).get('/mijn')).text.includes('wil je dossier lezen');
    expect(await onTop()).toBe(true);
    const agent = await app.asActor(pupil);
    const put = await agent.post(`/api/v1/consents/${id}/later`).send({}).expect(201);
    expect(put.body).toMatchObject({ state: 'asked', laterUntil: '2026-11-23' });
    expect(await onTop()).toBe(false);
    await app.clock.set('2026-11-23T11:00:00+01:00');
    expect(await onTop()).toBe(true);
    const later = await app.asActor(pupil);
    expect(stateOf(await answer(later, id, true))).toBe('in-force');
    expect(refusalOf(await later.post(`/api/v1/consents/${id}/later`).send({}))).toEqual([409, 'consent-ended']);
    const other = await anApplicant();
    const given = idOf(await give(await app.asActor(other), other));
    expect((await (await app.asActor(other)).post(`/api/v1/consents/${given}/later`).send({})).status).toBe(404);
    expect((await (await app.asActor(pupil)).post(`/api/v1/consents/${given}/later`).send({})).status).toBe(404);
  });

  test('only who applied there, and only by an intaker', async () => {
    const elsewhere = await app.given.aPupil({ school, group });
    await app.given.anApplication({ pupil: elsewhere, to: otherMbo });
    const gone = await app.given.aPupil({ school, group });
    await app.given.anApplication({ pupil: gone, to: mbo, withdrawnAt: '2026-11-01T10:00:00Z' });
    for (const pupil of [elsewhere, gone, { ...gone, id: randomUUID() }]) expect((await ask(pupil)).status).toBe(404);
    const pupil = await anApplicant();
    for (const role of ['slb', 'mbo-care', 'decaan', 'staff'] as const) {
      const agent = await app.asActor(await app.given.aPerson({ school: mbo, roles: [role] }));
      const call = agent.post('/api/v1/consent-requests').set('idempotency-key', newKey());
      expect((await call.send({ pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' })).status).toBe(403);
    }
  });
});

describe('the end', () => {
  test('at the exact moment on which it ends the school reads nothing', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    await give(await app.asActor(pupil), pupil);
    await app.clock.set('2027-09-30T23:59:59.999+02:00');
    expect(await readable(pupil)).toEqual(['profile', 'lob']);
    await app.clock.set('2027-10-01T00:00:00+02:00');
    expect(await readable(pupil)).toEqual([]);
    const agent = await app.asActor(pupil);
    const [expired] = await list(agent, pupil);
    expect(expired!.state).toBe('expired');
    expect(refusalOf(await answer(agent, expired!.id, true))).toEqual([409, 'consent-ended']);
  });

  test('the dossier says the same last day as the consent', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const { endsOn } = (await give(await app.asActor(pupil), pupil)).body as ConsentBody;
    const dossier = await (await app.asActor(intakerPerson)).get(`/api/v1/dossiers/${pupil.id}`);
    expect((dossier.body as { endsOn: string }).endsOn).toBe(endsOn);
  });

  test('when the application is taken back the school reads nothing from the next request on', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    await give(agent, pupil);
    const [application] = (await agent.get(`/api/v1/pupils/${pupil.id}/applications`)).body as { id: string }[];
    await agent.post(`/api/v1/applications/${application!.id}/withdrawal`).expect(204);
    expect(await readable(pupil)).toEqual([]);
    await agent.post(`/api/v1/applications/${application!.id}/withdrawal`).expect(204);
    expect(refusalOf(await give(agent, pupil))).toEqual([409, 'no-application']);
  });

  test('nothing is shared with a school where the pupil did not apply', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    for (const to of [otherMbo, school, randomUUID()])
      expect(refusalOf(await give(agent, pupil, ['lob'], to))).toEqual([409, 'no-application']);
  });

  test('whoever reads while it is withdrawn gets it before, or nothing after; never after', async () => {
    const pupil = await anApplicant({ birthDate: SIXTEEN });
    const agent = await app.asActor(pupil);
    const id = idOf(await give(agent, pupil));
    const reader = await app.asActor(intakerPerson);
    let withdrawn = false;
    const late: number[] = [];
    const reading = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let i = 0; i < 15; i++) {
          const begunAfter = withdrawn;
          const { status } = await reader.get(`/api/v1/dossiers/${pupil.id}`);
          if (begunAfter) late.push(status);
        }
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    await withdraw(agent, id).expect(201);
    withdrawn = true;
    await reading;
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(late)).toEqual(new Set([404]));
  });

  test('an answer and a withdrawal at the same moment end as withdrawn', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    const guardian = await asGuardian(pupil.guardians[0]!);
    for (let i = 0; i < 6; i++) {
      const id = idOf(await give(agent, pupil));
      const [said, ended] = await Promise.all([answer(guardian, id, true), withdraw(agent, id)]);
      expect(ended.status).toBe(201);
      expect([201, 409]).toContain(said.status);
      expect(await readable(pupil)).toEqual([]);
    }
  });
});

describe('applications', () => {
  const apply = (agent: Agent, pupil: { id: string }, body: object = { opleidingId: opleiding }) =>
    agent.post(`/api/v1/pupils/${pupil.id}/applications`).set('idempotency-key', newKey()).send(body);

  test('the pupil, the mentor and the decaan record one; nobody else', async () => {
    for (const who of ['pupil', 'mentor', 'decaan', 'lob-coordinator'] as const) {
      const pupil = await app.given.aPupil({ school, group, mentor: mentor.id });
      const agent = await app.asActor(
        who === 'pupil' ? pupil : who === 'mentor' ? mentor : await app.given.aPerson({ school, roles: [who] }),
      );
      const applied = await apply(agent, pupil);
      expect(applied.status).toBe(201);
      expect(applied.body).toMatchObject({ toSchoolId: mbo, appliedOn: '2026-11-16', plannedStart: '2027-08-01' });
      const { rows } = await app.owner.query<{ actor_role: string }>(
        `select actor_role from audit_event where chain_id = $1 and action = 'application.recorded'`,
        [pupil.id],
      );
      expect(rows).toEqual([{ actor_role: who }]);
    }
    const pupil = await anApplicant();
    const other = await app.given.aPupil({ school, group });
    const otherSchool = await app.given.aSchool();
    for (const agent of [
      await app.asActor(other),
      await asGuardian(pupil.guardians[0]!),
      await app.asActor(intakerPerson),
      await app.asActor(administrator),
      await app.asActor(await app.given.aPerson({ school: otherSchool, roles: ['decaan'] })),
    ]) {
      expect((await apply(agent, pupil)).status).toBe(404);
      const [own] = (await (await app.asActor(pupil)).get(`/api/v1/pupils/${pupil.id}/applications`)).body as {
        id: string;
      }[];
      expect((await agent.post(`/api/v1/applications/${own!.id}/withdrawal`)).status).toBe(404);
    }
  });

  test('the same opleiding is recorded once, also at the same moment', async () => {
    const pupil = await app.given.aPupil({ school, group });
    const agent = await app.asActor(pupil);
    const answers = await Promise.all([apply(agent, pupil), apply(agent, pupil), apply(agent, pupil)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await agent.get(`/api/v1/pupils/${pupil.id}/applications`).then(({ body }) => (body as []).length)).toBe(1);
    expect(refusalOf(await apply(agent, pupil))).toEqual([409, 'already-applied']);
  });

  test('an application alone shows name, birth date and opleiding, and not one section', async () => {
    const pupil = await anApplicant();
    expect(await readable(pupil)).toEqual([]);
  });

  test.each(
    badInput({
      opleidingId: required([...bad.id, '0b54ba07-31c8-4b8a-a371-5d3ad0ac0e0c']),
      plannedStart: [...bad.day, '2026-11-15', '2039-08-01'],
    }),
  )('bad input names the field, %s: %s', async (field, _, value) => {
    const pupil = await app.given.aPupil({ school, group });
    expectFaultIn(
      field,
      await apply(await app.asActor(pupil), pupil, withField({ opleidingId: opleiding }, field, value)),
    );
  });
});

describe('other people’s consents', () => {
  test('an id of someone else is as good as none, for everyone and on every route', async () => {
    const pupil = await anApplicant();
    const classmate = await anApplicant();
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    const strangers: [string, Agent][] = [
      ['classmate', await app.asActor(classmate)],
      ['guardian of the classmate', await asGuardian(classmate.guardians[0]!)],
      ['mentor', await app.asActor(mentor)],
      ['decaan', await app.asActor(decaan)],
      ['intaker', await app.asActor(intakerPerson)],
    ];
    for (const [who, agent] of strangers) {
      const calls = [answer(agent, id, true), withdraw(agent, id), give(agent, pupil)];
      for (const { status, body } of await Promise.all(calls)) {
        expect([who, status]).toEqual([who, 404]);
        expect(Object.keys(body as object).sort()).toEqual(['code', 'status', 'title', 'type']);
      }
    }
    for (const agent of [strangers[0]![1], strangers[1]![1], strangers[4]![1]])
      expect((await agent.get(`/api/v1/pupils/${pupil.id}/consents`)).status).toBe(404);
    expect(await list(await app.asActor(mentor), pupil)).toHaveLength(1);
    expect(await list(await app.asActor(decaan), pupil)).toHaveLength(1);
  });

  test('a guardian of two pupils answers for each apart', async () => {
    const one = await anApplicant();
    const both = one.guardians[0]!;
    const other = await anApplicant({ guardians: [{ person: both.id }] });
    const guardian = await asGuardian(both);
    const ofOne = idOf(await give(await app.asActor(one), one));
    const ofOther = idOf(await give(await app.asActor(other), other));
    expect(stateOf(await answer(guardian, ofOne, true))).toBe('in-force');
    expect(await readable(other)).toEqual([]);
    expect(stateOf(await answer(guardian, ofOther, false))).toBe('blocked');
    expect(await readable(one)).toEqual(['profile', 'lob']);
  });

  test('who is staff and guardian is one of the two in a session, and never both', async () => {
    const both = await app.given.aPerson({ school, roles: ['decaan'] });
    const pupil = await anApplicant({ guardians: [{ person: both.id }] });
    const id = idOf(await give(await app.asActor(pupil), pupil));
    const asStaff = await app.asActor(both);
    expect((await answer(asStaff, id, true)).status).toBe(404);
    const asParent = await asGuardian(both);
    expect((await asParent.get(`/api/v1/groups`)).status).toBe(403);
    const classmate = await app.given.aPupil({ school, group });
    expect((await asParent.get(`/api/v1/dossiers/${classmate.id}`)).status).toBe(404);
    expect(stateOf(await answer(asParent, id, true))).toBe('in-force');
  });
});

describe('bad input names the field, and is never a fault of ours', () => {
  const sections = [...bad.list, [], '', ['lob', 'lob'], ['care'], ['lob', 'advice']];

  test.each(badInput({ sections: required(sections), toSchoolId: required(bad.id) }))(
    'giving, %s: %s',
    async (field, _, value) => {
      const pupil = await app.given.aPupil({ school, group });
      const call = (await app.asActor(pupil)).post(`/api/v1/pupils/${pupil.id}/consents`);
      const body = withField({ toSchoolId: mbo, sections: ['lob'] }, field, value);
      expectFaultIn(field, await call.set('idempotency-key', newKey()).send(body));
    },
  );

  test.each(
    badInput({ sections: required(sections), pupilId: required(bad.id), reason: required(['', 'omdat', 7, {}]) }),
  )('asking, %s: %s', async (field, _, value) => {
    const call = (await app.asActor(intakerPerson)).post('/api/v1/consent-requests').set('idempotency-key', newKey());
    expectFaultIn(
      field,
      await call.send(withField({ pupilId: randomUUID(), sections: ['lob'], reason: 'no-talk' }, field, value)),
    );
  });

  test.each(badInput({ agreed: required(bad.yesOrNo), sections: bad.list }))(
    'answering, %s: %s',
    async (field, _, value) => {
      const pupil = await anApplicant({ birthDate: SIXTEEN });
      const id = idOf(await ask(pupil));
      const agent = await app.asActor(pupil);
      expectFaultIn(
        field,
        await agent.post(`/api/v1/consents/${id}/answers`).send(withField({ agreed: true }, field, value)),
      );
      expect(await readable(pupil)).toEqual([]);
    },
  );

  test('what decides is not to be sent along', async () => {
    const pupil = await anApplicant();
    const agent = await app.asActor(pupil);
    for (const extra of [
      { inForceSince: '2026-01-01' },
      { purpose: 'lob' },
      { validUntil: '2099-01-01' },
      { id: randomUUID() },
    ]) {
      const call = agent.post(`/api/v1/pupils/${pupil.id}/consents`).set('idempotency-key', newKey());
      expectFaultIn(Object.keys(extra)[0]!, await call.send({ toSchoolId: mbo, sections: ['lob'], ...extra }));
    }
  });
});
