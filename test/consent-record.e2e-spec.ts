import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

/** What is said about a share, word for word: what everyone is shown of it, and what is on record. */
let app: TestApp;
let school: string;
let mbo: string;
let intaker: GivenPerson;
let pupil: GivenPupil;
let mother: GivenPerson;
let asPupil: Agent;
let asMother: Agent;
let asIntaker: Agent;

const FIFTEEN = '2011-03-09';
const SIXTEEN = '2010-03-09';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set('2026-11-16T11:00:00+01:00');
  await aPupil(FIFTEEN);
  asIntaker = await app.asActor(intaker);
});

async function aPupil(birthDate: string): Promise<void> {
  pupil = await app.given.aPupil({
    school,
    birthDate,
    givenName: 'Noor',
    guardians: [
      { givenName: 'Anna', infix: 'de', familyName: 'Boer' },
      { givenName: 'Bram', familyName: 'Zonder', custody: false },
    ],
  });
  mother = pupil.guardians[0]!;
  await app.given.anApplication({ pupil, to: mbo });
  asPupil = await app.asActor(pupil);
  asMother = await app.asActor(mother, { school: null });
}

interface Share {
  id: string;
  state: string;
  version: number;
  [field: string]: unknown;
}
const give = async (more: object = {}): Promise<Share> =>
  (
    await asPupil
      .post(`/api/v1/pupils/${pupil.id}/consents`)
      .set('idempotency-key', newKey())
      .send({ toSchoolId: mbo, sections: ['profile', 'lob'], ...more })
      .expect(201)
  ).body as Share;
const ask = async (more: object = {}): Promise<string> =>
  (
    (
      await asIntaker
        .post('/api/v1/consent-requests')
        .set('idempotency-key', newKey())
        .send({ pupilId: pupil.id, sections: ['profile', 'lob'], reason: 'shorter-talk', ...more })
        .expect(201)
    ).body as { id: string }
  ).id;
const say = async (agent: Agent, id: string, agreed: boolean, more: object = {}): Promise<Share> =>
  (
    await agent
      .post(`/api/v1/consents/${id}/answers`)
      .send({ agreed, ...more })
      .expect(201)
  ).body as Share;
const withdraw = async (agent: Agent, id: string): Promise<Share> =>
  (await agent.post(`/api/v1/consents/${id}/withdrawal`).send({}).expect(201)).body as Share;
const shares = async (agent: Agent): Promise<Share[]> =>
  (await agent.get(`/api/v1/pupils/${pupil.id}/consents`).expect(200)).body as Share[];

interface Event {
  action: string;
  [column: string]: unknown;
}
const onRecord = async (): Promise<Event[]> =>
  (
    await app.owner.query<Event>(
      `select action, outcome, actor_id, actor_role, sections, basis, purpose, on_behalf_of, share_id, subject_ids, pupil_ids, reason
         from audit_event where chain_id = $1 and action like 'consent.%' and action <> 'consent.seen' order by seq`,
      [pupil.id],
    )
  ).rows;
/** A row of this action about this share. */
const event = (action: string, id: string, more: Record<string, unknown> = {}): Event => ({
  action,
  outcome: 'allowed',
  actor_id: pupil.id,
  actor_role: 'pupil',
  sections: ['profile', 'lob'],
  basis: 'own',
  purpose: 'intake',
  on_behalf_of: null,
  share_id: id,
  subject_ids: [id],
  pupil_ids: [],
  reason: null,
  ...more,
});
const byMother = (): Record<string, unknown> => ({
  actor_id: mother.id,
  actor_role: 'guardian',
  basis: 'custody',
  on_behalf_of: pupil.id,
});
const byIntaker = (): Record<string, unknown> => ({
  actor_id: intaker.id,
  actor_role: 'intaker',
  basis: 'application',
});

describe('on record', () => {
  it('what pupil and guardian say, from a question to taking it back', async () => {
    const id = await ask();
    await say(asPupil, id, true, { sections: ['lob'] });
    await say(asMother, id, true);
    await withdraw(asMother, id);
    const lob = { sections: ['lob'] };
    expect(await onRecord()).toEqual([
      event('consent.asked', id, byIntaker()),
      event('consent.answered', id, lob),
      event('consent.answered', id, { ...lob, ...byMother() }),
      event('consent.withdrawn', id, { ...lob, ...byMother() }),
    ]);
  });

  it('the end of the share that another one takes the place of, by the pupil', async () => {
    const first = await give({ purpose: 'handover' });
    const second = await give({ purpose: 'handover', sections: ['lob'] });
    const handover = { purpose: 'handover' };
    expect(await onRecord()).toEqual([
      event('consent.answered', first.id, handover),
      event('consent.withdrawn', first.id, handover),
      event('consent.answered', second.id, { ...handover, sections: ['lob'] }),
    ]);
  });

  it('a no as well, and that the pupil takes it back', async () => {
    const { id } = await give();
    await say(asMother, id, false);
    await withdraw(asPupil, id);
    expect(await onRecord()).toEqual([
      event('consent.answered', id),
      event('consent.answered', id, byMother()),
      event('consent.withdrawn', id),
    ]);
  });
});

describe('everyone is shown the same of it', () => {
  const noor = { by: 'pupil', name: 'Noor', agreed: true, on: '2026-11-16', language: 'nl', paper: null, self: false };
  const anna = {
    by: 'guardian',
    name: 'Anna de Boer',
    agreed: null,
    on: null,
    language: null,
    paper: null,
    self: false,
  };
  const share = (more: object = {}): object => ({
    id: expect.any(String) as string,
    toSchoolId: mbo,
    toSchool: 'ROC Vaarland',
    sections: ['profile', 'lob'],
    purpose: 'intake',
    state: 'waiting-for-guardian',
    endsOn: '2027-10-01',
    inForceOn: null,
    withdrawnOn: null,
    askedOn: null,
    askedReason: null,
    laterUntil: null,
    textVersion: expect.stringMatching(/^\d{4}-\d\d/) as string,
    version: 2,
    answers: [{ ...noor, self: true }, anna],
    mayAnswer: true,
    ...more,
  });

  it('who gave it, who has yet to answer, and who may; each yes makes it another version', async () => {
    const given = await give();
    expect(given).toEqual(share());
    const said = { ...anna, agreed: true, on: '2026-11-16', language: 'nl' };
    const inForce = { state: 'in-force', inForceOn: '2026-11-16', version: 3 };
    expect(await say(asMother, given.id, true)).toEqual(
      share({ ...inForce, answers: [noor, { ...said, self: true }] }),
    );
    expect(await shares(asPupil)).toEqual([share({ ...inForce, answers: [{ ...noor, self: true }, said] })]);
    const decaan = await app.asActor(await app.given.aPerson({ school, roles: ['decaan'] }));
    expect(await shares(decaan)).toEqual([share({ ...inForce, answers: [noor, said], mayAnswer: false })]);
  });

  it('since when it is in force does not move with a yes that comes later', async () => {
    const { id } = await give();
    await say(asMother, id, true);
    await app.clock.set('2026-11-17T11:00:00+01:00');
    asPupil = await app.asActor(pupil);
    expect(await say(asPupil, id, true)).toMatchObject({ inForceOn: '2026-11-16', version: 4 });
  });

  it('a no takes it out of force, and the next yes puts it in anew', async () => {
    const { id } = await give();
    await say(asMother, id, true);
    expect(await say(asMother, id, false)).toMatchObject({ state: 'blocked', inForceOn: null });
    await app.clock.set('2026-11-17T11:00:00+01:00');
    asMother = await app.asActor(mother, { school: null });
    expect(await say(asMother, id, true)).toMatchObject({ state: 'in-force', inForceOn: '2026-11-17' });
  });

  it('when it was asked, and when it was taken back; then nobody answers any more', async () => {
    const id = await ask();
    expect(await shares(asPupil)).toEqual([
      share({
        state: 'asked',
        askedOn: '2026-11-16',
        askedReason: 'shorter-talk',
        version: 1,
        answers: [{ ...noor, agreed: null, on: null, language: null, self: true }, anna],
      }),
    ]);
    expect(await withdraw(asPupil, id)).toMatchObject({
      state: 'withdrawn',
      withdrawnOn: '2026-11-16',
      version: 2,
      mayAnswer: false,
    });
  });

  it('that it is over; then nobody answers any more', async () => {
    await aPupil(SIXTEEN);
    await give();
    await app.clock.set('2027-10-01T00:00:00+02:00');
    asPupil = await app.asActor(pupil);
    expect(await shares(asPupil)).toEqual([
      share({
        state: 'expired',
        inForceOn: '2026-11-16',
        answers: [{ ...noor, self: true }, anna],
        mayAnswer: false,
      }),
    ]);
  });

  it('the newest first, and of those of one moment what was taken back last', async () => {
    const first = await give();
    const second = await give({ sections: ['lob'] });
    const handover = await give({ purpose: 'handover' });
    await app.clock.set('2026-11-17T11:00:00+01:00');
    asPupil = await app.asActor(pupil);
    const third = await give({ purpose: 'follow-up' });
    const order = (await shares(asPupil)).map(({ id }) => id);
    expect([order[0], order[3]]).toEqual([third.id, first.id]);
    expect(order.slice(1, 3).sort()).toEqual([second.id, handover.id].sort());
  });

  it('a question that waits for someone else does not count as answered', async () => {
    const id = await ask();
    expect(await say(asMother, id, true)).toMatchObject({ state: 'waiting-for-pupil' });
    expect(await say(asPupil, id, false)).toMatchObject({ state: 'refused' });
  });

  it('when custody made the last yes count, the pupil says it once more', async () => {
    const { id } = await give();
    const father = pupil.guardians[1]!;
    await app.owner.query(
      `insert into consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at)
       values (gen_random_uuid(), $1, $2, $3, 'guardian', $4, true, app_now())`,
      [id, pupil.id, school, father.id],
    );
    expect((await shares(asPupil))[0]).toMatchObject({ state: 'waiting-for-guardian' });
    await app.owner.query('update guardian set custody = true where person_id = $1', [father.id]);
    expect((await shares(asPupil))[0]).toMatchObject({ state: 'waiting-for-pupil', inForceOn: null });
    expect(await say(asPupil, id, true)).toMatchObject({ state: 'in-force' });
  });
});

describe('a question that is put off', () => {
  const later = (agent: Agent, id: string) => agent.post(`/api/v1/consents/${id}/later`).send({});

  it('says until when, which is on record', async () => {
    const id = await ask();
    expect((await later(asPupil, id).expect(201)).body).toMatchObject({
      state: 'asked',
      laterUntil: '2026-11-23',
      version: 2,
    });
    expect(await onRecord()).toEqual([event('consent.asked', id, byIntaker()), event('consent.put-off', id)]);
    await app.clock.set('2026-11-23T11:00:00+01:00');
    asPupil = await app.asActor(pupil);
    expect((await shares(asPupil))[0]).toMatchObject({ laterUntil: null });
  });

  it('is put off by the pupil alone, and as long as he did not answer', async () => {
    const id = await ask();
    await later(asMother, id).expect(404);
    await say(asMother, id, true);
    await later(asPupil, id).expect(201);
    await say(asPupil, id, false);
    expect((await later(asPupil, id).expect(409)).body).toMatchObject({ code: 'consent-ended' });
    const given = await give({ purpose: 'handover' });
    await later(asPupil, given.id).expect(404);
  });

  it.each([
    ['intake', 'good-start'],
    ['handover', 'no-talk'],
  ])('is asked for a reason that goes with its purpose: not the %s for a %s', async (purpose, reason) => {
    const asked = { pupilId: pupil.id, sections: ['lob'], purpose, reason };
    const answer = await asIntaker.post('/api/v1/consent-requests').set('idempotency-key', newKey()).send(asked);
    expect([answer.status, await shares(asPupil)]).toEqual([422, []]);
  });
});

describe('a share for one purpose', () => {
  it.each([
    ['intake', '2027-10-01'],
    ['handover', '2028-08-01'],
    ['follow-up', '2029-08-01'],
  ])('for %s ends on %s; what is shared for another stays', async (purpose, endsOn) => {
    await give({ purpose: purpose === 'intake' ? 'handover' : 'intake' });
    expect(await give({ purpose })).toMatchObject({ purpose, endsOn, state: 'waiting-for-guardian' });
    expect((await shares(asPupil)).map(({ state }) => state)).toEqual(['waiting-for-guardian', 'waiting-for-guardian']);
  });

  it('goes by the last start that is planned, of applications and placements that count', async () => {
    await app.given.anApplication({ pupil, to: mbo, start: '2030-08-01', withdrawnAt: '2026-11-01T10:00:00Z' });
    await app.given.aPlacement({ pupil, to: mbo, start: '2031-08-01', endedOn: '2026-11-15' });
    expect(await give()).toMatchObject({ endsOn: '2027-10-01' });
    await app.given.anApplication({ pupil, to: mbo, start: '2028-08-01' });
    expect(await give()).toMatchObject({ endsOn: '2028-10-01' });
    await app.given.aPlacement({ pupil, to: mbo, start: '2029-08-01', endedOn: '2026-11-16' });
    expect(await give()).toMatchObject({ endsOn: '2029-10-01' });
  });

  it('keeps the yes of a guardian only from one that was in force and not narrower', async () => {
    const first = await give();
    expect(await give({ sections: ['lob'] })).toMatchObject({ state: 'waiting-for-guardian' });
    const { id } = await give();
    await say(asMother, id, true);
    expect(await give({ sections: ['lob'], instead: id })).toMatchObject({ state: 'in-force' });
    expect(await give({ sections: ['lob', 'profile'] })).toMatchObject({ state: 'waiting-for-guardian' });
    const again = { toSchoolId: mbo, sections: ['lob'], instead: first.id };
    const { body } = (await asPupil
      .post(`/api/v1/pupils/${pupil.id}/consents`)
      .set('idempotency-key', newKey())
      .send(again)
      .expect(409)) as { body: unknown };
    expect(body).toMatchObject({ code: 'consent-changed' });
  });

  it('is asked for once per purpose, as long as it stands, and for fourteen days after a no', async () => {
    const id = await ask();
    await ask({ purpose: 'handover', reason: 'good-start' });
    const again = async (): Promise<unknown> =>
      (
        (
          await asIntaker
            .post('/api/v1/consent-requests')
            .set('idempotency-key', newKey())
            .send({ pupilId: pupil.id, sections: ['lob'], reason: 'no-talk' })
        ).body as { code?: string }
      ).code;
    expect(await again()).toBe('consent-exists');
    await withdraw(asPupil, id);
    await app.clock.set('2026-11-30T10:59:59+01:00');
    asIntaker = await app.asActor(intaker);
    expect(await again()).toBe('consent-exists');
    await app.clock.set('2026-11-30T11:00:00+01:00');
    expect(await again()).toBeUndefined();
    expect(await again()).toBe('consent-exists');
    await app.clock.set('2027-10-01T00:00:00+02:00');
    asIntaker = await app.asActor(intaker);
    expect(await again()).toBeUndefined();
  });

  it('is answered with what was asked or less; with nothing, or more, it is not', async () => {
    const id = await ask();
    const refused = async (agent: Agent, sections: string[]): Promise<unknown> =>
      (await agent.post(`/api/v1/consents/${id}/answers`).send({ agreed: true, sections })).body;
    for (const sections of [['reflections'], ['lob', 'reflections'], []])
      expect(await refused(asPupil, sections)).toMatchObject({
        status: 422,
        code: 'invalid',
        fields: [{ field: 'sections', code: 'choose-a-section' }],
      });
    expect(await say(asMother, id, true, { sections: ['lob'] })).toMatchObject({ sections: ['profile', 'lob'] });
    expect(await say(asPupil, id, false, { sections: ['lob'] })).toMatchObject({ sections: ['profile', 'lob'] });
    expect(await say(asPupil, id, true, { sections: ['lob'] })).toMatchObject({ sections: ['lob'], state: 'in-force' });
  });
});
