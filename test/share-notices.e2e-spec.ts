import { randomUUID } from 'node:crypto';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { bad, badInput, expectFaultIn, refusalOf, required, withField } from './support/bad-input.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';
import { fingerprintOf } from './support/fingerprint.js';

let app: TestApp;
let school: string;
let mbo: string;
let opleiding: string;
let intaker: GivenPerson;
let slb: GivenPerson;
let officer: GivenPerson;
let mboOfficer: GivenPerson;
let elsewhere: GivenPerson;

const SIXTEEN = '2010-03-09';
const START = '2026-11-16T11:00:00+01:00';

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool({ name: 'De Sluiswachter' });
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Vaarland' });
  opleiding = await given.anOpleiding({ school: mbo });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
  slb = await given.aPerson({ school: mbo, roles: ['slb'] });
  officer = await given.aPerson({ school, roles: ['privacy-officer'] });
  mboOfficer = await given.aPerson({ school: mbo, roles: ['privacy-officer'] });
  elsewhere = await given.aPerson({ school: await given.aSchool({ kind: 'mbo' }), roles: ['intaker'] });
});
beforeEach(() => app.clock.set(START));
afterAll(() => app.close());

interface Notice {
  id: string;
  reference: string;
  name: string | null;
  pupilId: string | null;
  kind: string;
  sections: string[];
  lost: string[];
  at: string;
  taken: { exportedAt: string; sections: string[]; fingerprint: string }[];
  mustConfirm: boolean;
  confirmedAt: string | null;
}
const applicant = async (birthDate = SIXTEEN, guardians: object[] = []): Promise<GivenPupil> => {
  const pupil = await app.given.aPupil({ school, birthDate, guardians, givenName: 'Noor' });
  await app.given.anApplication({ pupil, to: mbo, opleiding });
  return pupil;
};
const give = async (pupil: GivenPupil, sections: string[], purpose = 'intake'): Promise<string> => {
  const answer = await (
    await app.asActor(pupil)
  )
    .post(`/api/v1/pupils/${pupil.id}/consents`)
    .set('idempotency-key', newKey())
    .send({ toSchoolId: mbo, sections, purpose })
    .expect(201);
  return (answer.body as { id: string }).id;
};
const withdraw = async (pupil: GivenPupil, id: string) =>
  (await app.asActor(pupil)).post(`/api/v1/consents/${id}/withdrawal`).send({}).expect(201);
const told = async (pupil: GivenPupil): Promise<[kind: string, sections: string, lost: string][]> =>
  (
    await app.owner.query<{ kind: string; sections: string[]; lost: string[] }>(
      'select kind, sections, lost from share_notice where pupil_id = $1 and at <= app_now() order by seq',
      [pupil.id],
    )
  ).rows.map(({ kind, sections, lost }) => [kind, sections.join(' '), lost.join(' ')]);
const notices = async (who: GivenPerson = intaker): Promise<Notice[]> =>
  ((await (await app.asActor(who)).get('/api/v1/share-notices').expect(200)).body as { items: Notice[] }).items;
const noticeOf = async (pupil: GivenPupil, kind: string): Promise<Notice> => {
  const { rows } = await app.owner.query<{ id: string }>(
    'select id from share_notice where pupil_id = $1 and kind = $2 and at <= app_now() order by seq desc limit 1',
    [pupil.id, kind],
  );
  return (await notices()).find(({ id }) => id === rows[0]!.id)!;
};
const take = async (pupil: GivenPupil, who: GivenPerson = intaker) =>
  (await app.asActor(who)).post(`/api/v1/dossiers/${pupil.id}/export`).send({});
const confirm = async (id: string, body: object = { outcome: 'removed' }, who: GivenPerson = intaker) =>
  (await app.asActor(who)).post(`/api/v1/share-notices/${id}/confirmation`).send(body);
const exportsOf = async (agent: Agent, pupil: GivenPupil) =>
  (await agent.get(`/api/v1/pupils/${pupil.id}/exports`).expect(200)).body as {
    fingerprint: string;
    sections: string[];
    notices: { kind: string; confirmedAt: string | null; outcome: string | null; keptReason: string | null }[];
  }[];

describe('the receiving school is told', () => {
  test('what is given, wider, narrower, otherwise and taken back, each once', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    await give(pupil, ['lob', 'profile']);
    await give(pupil, ['lob', 'profile']);
    await give(pupil, ['profile']);
    await give(pupil, ['lob']);
    await withdraw(pupil, await give(pupil, ['lob']));
    expect(await told(pupil)).toEqual([
      ['given', 'lob', ''],
      ['widened', 'lob profile', ''],
      ['narrowed', 'profile', 'lob'],
      ['changed', 'lob', 'profile'],
      ['withdrawn', '', 'lob'],
    ]);
  });

  test('nothing while a yes still waits, and everything that a no of a guardian holds up', async () => {
    const pupil = await applicant('2011-03-09', [{}, {}]);
    const id = await give(pupil, ['lob']);
    expect(await told(pupil)).toEqual([]);
    const answer = async (who: GivenPerson, agreed: boolean) =>
      (await app.asActor(who, { school: null })).post(`/api/v1/consents/${id}/answers`).send({ agreed }).expect(201);
    const [one, other] = pupil.guardians as [GivenPerson, GivenPerson];
    await answer(one, true);
    await answer(other, false);
    await answer(other, true);
    expect(await told(pupil)).toEqual([
      ['given', 'lob', ''],
      ['withdrawn', '', 'lob'],
      ['given', 'lob', ''],
    ]);
  });

  test('when the application is taken back, and when it comes back', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    const agent = await app.asActor(pupil);
    const [application] = (await agent.get(`/api/v1/pupils/${pupil.id}/applications`)).body as { id: string }[];
    await agent.post(`/api/v1/applications/${application!.id}/withdrawal`).expect(204);
    await app.given.anApplication({ pupil, to: mbo, opleiding });
    expect(await told(pupil)).toEqual([
      ['given', 'lob', ''],
      ['ended', '', 'lob'],
      ['given', 'lob', ''],
    ]);
  });

  test('when it ends by itself, at that very moment, without anyone doing a thing; not when it was taken back before', async () => {
    const [ends, back] = [await applicant(), await applicant()];
    await give(ends, ['lob']);
    await withdraw(back, await give(back, ['lob']));
    await app.clock.set('2027-09-30T23:59:59+02:00');
    expect(await told(ends)).toEqual([['given', 'lob', '']]);
    await app.clock.set('2027-10-01T00:00:00+02:00');
    expect(await told(ends)).toEqual([
      ['given', 'lob', ''],
      ['ended', '', 'lob'],
    ]);
    expect((await told(back)).at(-1)).toEqual(['withdrawn', '', 'lob']);
    expect(await told(back)).toHaveLength(2);
  });

  test('of the same for longer', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    await app.given.anApplication({
      pupil,
      to: mbo,
      opleiding: await app.given.anOpleiding({ school: mbo, crebo: '25998' }),
      start: '2028-08-01',
    });
    await give(pupil, ['lob']);
    expect(await told(pupil)).toEqual([
      ['given', 'lob', ''],
      ['prolonged', 'lob', ''],
    ]);
    await app.clock.set('2027-10-01T00:00:00+02:00');
    expect(await told(pupil)).toHaveLength(2);
    await app.clock.set('2028-10-01T00:00:00+02:00');
    expect((await told(pupil)).at(-1)).toEqual(['ended', '', 'lob']);
  });

  test('when the pupil is erased', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    await app.owner.query('update pupil set erased_at = app_now() where id = $1', [pupil.id]);
    expect((await told(pupil)).at(-1)).toEqual(['erased', '', 'lob']);
    expect((await notices()).find(({ id }) => id !== '')).toBeDefined();
    const { name, pupilId } = await noticeOf(pupil, 'erased');
    expect([name, pupilId]).toEqual([null, null]);
  });

  test('for each purpose apart, and each in the list of whose work it is', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    await give(pupil, ['profile'], 'handover');
    const mine = async (who: GivenPerson): Promise<string[]> => {
      const ids = (
        await app.owner.query<{ id: string; purpose: string }>(
          'select id, purpose from share_notice where pupil_id = $1',
          [pupil.id],
        )
      ).rows;
      return (await notices(who)).flatMap(({ id }) => ids.filter((one) => one.id === id).map(({ purpose }) => purpose));
    };
    expect(await mine(intaker)).toEqual(['intake']);
    expect(await mine(slb)).toEqual(['handover']);
    expect(await mine(elsewhere)).toEqual([]);
  });

  test('in the list with the name as long as there is an application, and with a number after that', async () => {
    const pupil = await applicant();
    const id = await give(pupil, ['lob']);
    const given = await noticeOf(pupil, 'given');
    expect([given.name, given.pupilId, given.mustConfirm]).toEqual([pupil.name, pupil.id, false]);
    await withdraw(pupil, id);
    expect((await noticeOf(pupil, 'withdrawn')).name).toBe(pupil.name);
    await app.owner.query('update application set withdrawn_at = app_now() where pupil_id = $1', [pupil.id]);
    const after = await noticeOf(pupil, 'withdrawn');
    expect([after.name, after.pupilId, after.reference]).toEqual([
      null,
      null,
      after.id.replaceAll('-', '').slice(0, 8).toUpperCase(),
    ]);
  });
});

describe('taking over', () => {
  test('gives what may be read now, and leaves a receipt without content that the pupil sees', async () => {
    const pupil = await applicant();
    await app.given.anActivity({ pupil, title: 'Open dag van een ander' });
    await app.given.aReflection({ pupil, text: 'Nog geheim' });
    const share = await give(pupil, ['lob']);
    const taken = await take(pupil);
    expect(taken.status).toBe(200);
    const { content, fingerprint } = taken.body as { content: Record<string, unknown>; fingerprint: string };
    expect(Object.keys(content).sort()).toEqual(['grounds', 'homeSchool', 'lob', 'pupilId', 'receivingSchool']);
    expect(content.grounds).toEqual([
      { section: 'lob', basis: 'consent', purpose: 'intake', shareId: share, endsOn: '2027-10-01' },
    ]);
    expect(JSON.stringify(taken.body)).not.toContain('Nog geheim');
    expect(fingerprint).toBe(fingerprintOf(content));

    const [seen] = await exportsOf(await app.asActor(pupil), pupil);
    expect(seen).toMatchObject({
      school: 'ROC Vaarland',
      sections: ['lob'],
      fingerprint,
      notices: [],
      basis: ['consent'],
    });
    const { rows } = await app.owner.query<{ row: string }>(
      'select to_jsonb(e)::text as row from export_receipt e where pupil_id = $1',
      [pupil.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.row).not.toContain('Open dag');
    const audit = await app.owner.query(
      `select actor_role, sections, basis, purpose, share_id from audit_event where chain_id = $1 and action = 'section.exported'`,
      [pupil.id],
    );
    expect(audit.rows).toEqual([
      { actor_role: 'intaker', sections: ['lob'], basis: 'consent', purpose: 'intake', share_id: share },
    ]);
    expect((await (await app.asBrowser(pupil)).get('/mijn/wie-keek')).text).toContain('nam LOB-activiteiten over');
  });

  test('twice at the same moment leaves one receipt', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    const both = await Promise.all([take(pupil), take(pupil), take(pupil)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await exportsOf(await app.asActor(pupil), pupil)).toHaveLength(1);
  });

  test('is for who may read, and for nobody else', async () => {
    const pupil = await applicant();
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    expect((await take(pupil)).status).toBe(404);
    const id = await give(pupil, ['lob']);
    for (const who of [slb, elsewhere, decaan]) expect((await take(pupil, who)).status).toBe(404);
    expect((await take(pupil)).status).toBe(200);
    await withdraw(pupil, id);
    expect((await take(pupil)).status).toBe(404);
    expect(await exportsOf(await app.asActor(pupil), pupil)).toHaveLength(1);
  });

  test('is seen by pupil and guardian under 16, and by no one else', async () => {
    const pupil = await applicant('2011-03-09', [{}, { custody: false }]);
    const [guardian, without] = pupil.guardians as [GivenPerson, GivenPerson];
    expect(await exportsOf(await app.asActor(guardian, { school: null }), pupil)).toEqual([]);
    const at = `/api/v1/pupils/${pupil.id}/exports`;
    expect((await (await app.asActor(without, { school: null })).get(at)).status).toBe(404);
    expect((await (await app.asActor(await applicant())).get(at)).status).toBe(404);
    await app.clock.set('2027-03-09T00:00:00+01:00');
    expect((await (await app.asActor(guardian, { school: null })).get(at)).status).toBe(404);
  });
});

describe('after a change the school says what it did', () => {
  const takenAndGone = async (): Promise<[GivenPupil, Notice]> => {
    const pupil = await applicant();
    const id = await give(pupil, ['lob', 'profile']);
    await take(pupil);
    await app.clock.advance({ minutes: 1 });
    await withdraw(pupil, id);
    return [pupil, await noticeOf(pupil, 'withdrawn')];
  };

  test('in a tap: removed, and the pupil sees that it was told and confirmed', async () => {
    const [pupil, notice] = await takenAndGone();
    expect(notice).toMatchObject({ mustConfirm: true, lost: ['lob', 'profile'] });
    expect(notice.taken).toHaveLength(1);
    expect((await exportsOf(await app.asActor(pupil), pupil))[0]!.notices).toEqual([
      expect.objectContaining({ kind: 'withdrawn', confirmedAt: null }),
    ]);
    expect((await confirm(notice.id)).status).toBe(204);
    expect((await exportsOf(await app.asActor(pupil), pupil))[0]!.notices).toEqual([
      expect.objectContaining({
        outcome: 'removed',
        keptReason: null,
        confirmedAt: expect.stringContaining('2026-11-16') as string,
      }),
    ]);
    const { rows } = await app.owner.query(
      `select actor_role, sections, reason from audit_event where chain_id = $1 and action = 'share.confirmed'`,
      [pupil.id],
    );
    expect(rows).toEqual([{ actor_role: 'intaker', sections: ['lob', 'profile'], reason: 'removed' }]);
    expect(refusalOf(await confirm(notice.id))).toEqual([409, 'notice-confirmed']);
  });

  test('or kept, for a reason of ours; without one it is no answer', async () => {
    const [pupil, notice] = await takenAndGone();
    expectFaultIn('keptReason', await confirm(notice.id, { outcome: 'kept' }));
    expectFaultIn('keptReason', await confirm(notice.id, { outcome: 'removed', keptReason: 'legal-duty' }));
    expect((await confirm(notice.id, { outcome: 'kept', keptReason: 'legal-duty' })).status).toBe(204);
    expect((await exportsOf(await app.asActor(pupil), pupil))[0]!.notices[0]).toMatchObject({
      keptReason: 'legal-duty',
    });
  });

  test('still after the application is gone: with a number, the day and the fingerprint, and no name', async () => {
    const [pupil, before] = await takenAndGone();
    await app.owner.query('update application set withdrawn_at = app_now() where pupil_id = $1', [pupil.id]);
    const notice = (await notices()).find(({ id }) => id === before.id)!;
    expect([notice.name, notice.pupilId, notice.mustConfirm]).toEqual([null, null, true]);
    expect(notice.taken[0]!.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(notice)).not.toContain(pupil.name);
    expect((await confirm(notice.id)).status).toBe(204);
  });

  test('only of what was taken over and may no longer be read', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob', 'profile']);
    await take(pupil);
    await app.clock.advance({ minutes: 1 });
    await give(pupil, ['lob', 'profile', 'school-career']);
    expect(await noticeOf(pupil, 'widened')).toMatchObject({ mustConfirm: false, taken: [] });
    await give(pupil, ['lob', 'profile']);
    expect(await noticeOf(pupil, 'narrowed')).toMatchObject({ mustConfirm: false, taken: [] });
    expect(refusalOf(await confirm((await noticeOf(pupil, 'narrowed')).id))).toEqual([409, 'nothing-to-confirm']);
    await give(pupil, ['lob']);
    expect(await noticeOf(pupil, 'narrowed')).toMatchObject({ mustConfirm: true, lost: ['profile'] });
  });

  test('also when it ended by itself', async () => {
    const pupil = await applicant();
    await give(pupil, ['lob']);
    await take(pupil);
    await app.clock.set('2027-10-01T00:00:00+02:00');
    const notice = await noticeOf(pupil, 'ended');
    expect(notice).toMatchObject({ mustConfirm: true, lost: ['lob'] });
    expect((await confirm(notice.id)).status).toBe(204);
  });

  test('by somebody of that school who does that work, and by nobody else', async () => {
    const [pupil, notice] = await takenAndGone();
    for (const who of [slb, elsewhere, officer, mboOfficer, pupil])
      expect((await confirm(notice.id, undefined, who)).status).toBe(404);
    expect((await confirm(randomUUID())).status).toBe(404);
    const both = await Promise.all([confirm(notice.id), confirm(notice.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test.each(badInput({ outcome: required(['', 'weg', 7, {}]), keptReason: ['', 'omdat', 7, {}] }))(
    'bad input names the field, %s: %s',
    async (field, _, value) => {
      const id = randomUUID();
      expectFaultIn(field, await confirm(id, withField({ outcome: 'kept', keptReason: 'legal-duty' }, field, value)));
    },
  );

  test('the page of the list is one of ours', async () => {
    const agent = await app.asActor(intaker);
    for (const page of bad.id.filter((value): value is string => typeof value === 'string' && value !== ''))
      await agent
        .get('/api/v1/share-notices')
        .query({ page })
        .expect(page.includes('\0') ? 422 : 400);
  });

  test('what is not confirmed in fourteen days, the privacy officers of both schools see, and nobody else', async () => {
    const [pupil, notice] = await takenAndGone();
    const seen = async (who: GivenPerson) =>
      (
        (await (await app.asActor(who)).get('/api/v1/share-notices/unconfirmed').expect(200)).body as {
          reference: string;
          pupilNumber: string | null;
          days: number;
        }[]
      ).filter(({ reference }) => reference === notice.reference);
    await app.clock.set('2026-11-30T11:00:59+01:00');
    expect(await seen(officer)).toEqual([]);
    await app.clock.set('2026-11-30T11:01:00+01:00');
    const { rows } = await app.owner.query<{ number: string }>(
      'select pupil_number as number from pupil where id = $1',
      [pupil.id],
    );
    expect(await seen(officer)).toMatchObject([
      { pupilNumber: rows[0]!.number, days: 14, receivingSchool: 'ROC Vaarland' },
    ]);
    expect(await seen(mboOfficer)).toMatchObject([{ pupilNumber: null, homeSchool: 'De Sluiswachter' }]);
    const third = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['privacy-officer'] });
    expect(await seen(third)).toEqual([]);
    await confirm(notice.id);
    expect(await seen(officer)).toEqual([]);
  });
});

describe('the second wall', () => {
  let pupil: GivenPupil;
  let notice: string;
  beforeEach(async () => {
    pupil = await applicant('2011-03-09', [{}, { custody: false }]);
    const id = await app.given.aConsent({ pupil, to: mbo, sections: ['lob', 'profile'] });
    await take(pupil);
    await app.clock.advance({ minutes: 1 });
    await withdraw(pupil, id);
    notice = (await noticeOf(pupil, 'withdrawn')).id;
  });

  test('who reads notices and receipts', async () => {
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    const classmate = await app.given.aPupil({ school });
    const [guardian, without] = pupil.guardians as [GivenPerson, GivenPerson];
    const readers: [string, { login: string }, { school?: null }][] = [
      ['pupil', pupil, {}],
      ['guardian', guardian, { school: null }],
      ['guardian without custody', without, { school: null }],
      ['classmate', classmate, {}],
      ['decaan', decaan, {}],
      ['intaker', intaker, {}],
      ['slb', slb, {}],
      ['intaker elsewhere', elsewhere, {}],
      ['officer', officer, {}],
      ['officer of the mbo', mboOfficer, {}],
    ];
    const seen: string[] = [];
    for (const [name, who, as] of readers) {
      const counts = [
        await app.sql.tried(who, 'select 1 from share_notice where pupil_id = $1', [pupil.id], as),
        await app.sql.tried(who, 'select 1 from export_receipt where pupil_id = $1', [pupil.id], as),
      ];
      if (counts.some((count) => count !== 0)) seen.push(`${name} ${counts.join(' ')}`);
    }
    expect(seen).toEqual(['pupil 2 1', 'guardian 2 1', 'intaker 2 1', 'officer 2 1', 'officer of the mbo 2 1']);
  });

  test('what is yet to end is not told before', async () => {
    const other = await applicant();
    await give(other, ['lob']);
    for (const who of [intaker, other, officer])
      expect(
        await app.sql.tried(who, `select 1 from share_notice where pupil_id = $1 and kind = 'ended'`, [other.id]),
      ).toBe(0);
  });

  test('nobody tells, untells or changes a notice; the school confirms once, now, in its own name', async () => {
    const insert = `insert into share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, told_at, at)
      values (gen_random_uuid(), 9, $1, '${school}', '${mbo}', 'intake', gen_random_uuid(), 'given', '{lob}', '{}', app_now(), app_now())`;
    for (const who of [pupil, intaker, officer]) {
      expect(await app.sql.tried(who, insert, [pupil.id])).toBe('refused');
      expect(await app.sql.tried(who, 'delete from share_notice where id = $1', [notice])).toBe('refused');
      for (const change of [`kind = 'given'`, `lost = '{}'`, 'at = app_now()', `sections = '{lob}'`])
        expect(await app.sql.tried(who, `update share_notice set ${change} where id = $1`, [notice])).toBe('refused');
    }
    const said = (columns: Record<string, string> = {}): string =>
      `update share_notice set ${Object.entries({
        confirmed_at: 'app_now()',
        confirmed_by: 'app_actor()',
        outcome: `'removed'`,
        kept_reason: 'null',
        ...columns,
      })
        .map(([name, value]) => `${name} = ${value}`)
        .join(', ')} where id = $1`;
    expect(await app.sql.tried(intaker, said(), [notice])).toBe(1);
    const wrong: Record<string, string>[] = [
      { confirmed_at: `app_now() - interval '1 day'` },
      { confirmed_at: 'null' },
      { confirmed_by: 'gen_random_uuid()' },
      { outcome: `'weg'` },
      { outcome: 'null' },
      { outcome: `'kept'` },
      { outcome: `'kept'`, kept_reason: `'zomaar'` },
      { kept_reason: `'legal-duty'` },
    ];
    for (const columns of wrong)
      expect([columns, await app.sql.tried(intaker, said(columns), [notice])]).toEqual([columns, 'refused']);
    for (const who of [slb, elsewhere, officer, mboOfficer, pupil])
      expect(await app.sql.tried(who, said(), [notice])).toBe(0);
    const given = (await noticeOf(pupil, 'given')).id;
    expect(await app.sql.tried(intaker, said(), [given])).toBe('refused');
    await confirm(notice);
    expect(await app.sql.tried(intaker, said(), [notice])).toBe('refused');
  });

  test('nobody writes a receipt but who takes over, of what he may read now, in his own name', async () => {
    const other = await applicant();
    await give(other, ['lob']);
    const insert = (columns: Record<string, string> = {}): string => {
      const all: Record<string, string> = {
        id: 'gen_random_uuid()',
        pupil_id: '$1',
        school_id: `'${school}'`,
        to_school_id: `'${mbo}'`,
        purpose: `'intake'`,
        sections: `'{lob}'`,
        basis: `'{consent}'`,
        share_ids: `'{}'`,
        fingerprint: `'x'`,
        exported_at: 'app_now()',
        exported_by: 'app_actor()',
        exported_as: `'intaker'`,
        ...columns,
      };
      return `insert into export_receipt (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
    };
    expect(await app.sql.tried(intaker, insert(), [other.id])).toBe(1);
    const wrong: Record<string, string>[] = [
      { sections: `'{lob,profile}'` },
      { sections: `'{}'` },
      { purpose: `'handover'`, exported_as: `'slb'` },
      { purpose: `'follow-up'` },
      { exported_by: 'gen_random_uuid()' },
      { exported_at: `app_now() - interval '1 day'` },
      { exported_as: `'slb'` },
      { to_school_id: `'${school}'` },
    ];
    for (const columns of wrong)
      expect([columns, await app.sql.tried(intaker, insert(columns), [other.id])]).toEqual([columns, 'refused']);
    for (const who of [slb, elsewhere, officer, other])
      expect(await app.sql.tried(who, insert(), [other.id])).toBe('refused');
    expect(await app.sql.tried(intaker, insert(), [pupil.id])).toBe('refused');
    for (const sql of [`update export_receipt set fingerprint = 'y'`, 'delete from export_receipt'])
      expect(await app.sql.tried(intaker, sql, [])).toBe('refused');
  });
});

describe('the pages', () => {
  test('from taking over to confirming, as intaker, pupil and privacy officer see it', async () => {
    const pupil = await applicant();
    const id = await give(pupil, ['lob', 'profile']);
    const browser = await app.asBrowser(intaker);
    const dossier = await browser.get(`/dossiers/${pupil.id}`).expect(200);
    expect(dossier.text).toContain(`action="/dossiers/${pupil.id}/overnemen"`);
    const file = await browser.post(`/dossiers/${pupil.id}/overnemen`).type('form').send({}).expect(200);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="dossier-[0-9a-f]{8}\.json"$/);
    expect((file.body as { format: string }).format).toBe('doorstroomdossier-export-1');
    const own = async (): Promise<string> =>
      (await (await app.asBrowser(pupil)).get('/mijn/toestemming').expect(200)).text;
    expect(await own()).toContain('Wat scholen overnamen');
    await app.clock.advance({ minutes: 1 });
    await withdraw(pupil, id);
    expect(await own()).toContain('Nog niet bevestigd');

    const list = await browser.get('/wijzigingen').expect(200);
    const notice = await noticeOf(pupil, 'withdrawn');
    expect(list.text).toContain(`/wijzigingen/${notice.id}`);
    const at = `/wijzigingen/${notice.id}`;
    const wrong = await browser.post(at).type('form').send({ idempotencyKey: newKey(), outcome: 'kept' }).expect(422);
    expect(wrong.text).toContain('Kies waarom jullie het bewaren');

    await app.clock.set('2026-12-01');
    const late = await (await app.asBrowser(officer)).get('/niet-bevestigd').expect(200);
    expect(late.text).toContain(notice.reference);
    expect(late.text).not.toContain(pupil.name);
    const again = await app.asBrowser(intaker);
    await again.post(at).type('form').send({ idempotencyKey: newKey(), outcome: 'removed' }).expect(303);
    expect((await (await app.asBrowser(officer)).get('/niet-bevestigd')).text).not.toContain(notice.reference);
    expect(await own()).toContain('Verwijderd');
  });

  test('a guardian under 16 sees what was taken over', async () => {
    const pupil = await applicant('2011-03-09', [{}]);
    await app.given.aConsent({ pupil, to: mbo, sections: ['lob'] });
    await take(pupil);
    const page = await (
      await app.asBrowser(pupil.guardians[0]!, { school: null })
    ).get(`/kind/${pupil.id}/toestemming`);
    expect(page.text).toContain('Wat scholen overnamen');
  });

  test('an SLB’er has a list of his own', async () => {
    expect((await (await app.asBrowser(slb)).get('/wijzigingen').expect(200)).text).toContain(
      'Wijzigingen in toestemming',
    );
  });
});
