import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.types.js';

/**
 * The second wall: SQL as the application in the context of someone's session, with no rule of ours in between. What is
 * tried here is what a mistake in a service could send. What may be read of a dossier itself is in the access table.
 */
let app: TestApp;
let school: string;
let mbo: string;
let noor: GivenPupil;
let sem: GivenPupil;
let guardian: GivenPerson;
let secondGuardian: GivenPerson;
let mentor: GivenPerson;
let teacher: GivenPerson;
let decaan: GivenPerson;
let administrator: GivenPerson;
let intaker: GivenPerson;
let group: string;
let schoolsActivity: string;
let ownActivity: string;
let reflection: string;
let asked: string;
let inForce: string;
let application: string;
let oldEnough: GivenPupil;
let ofOldEnough: string;
let officer: GivenPerson;
let careCoordinator: GivenPerson;
let administratorElsewhere: GivenPerson;
let openedReflection: string;
let intakerElsewhere: GivenPerson;
let decaanElsewhere: GivenPerson;
let withoutCustody: GivenPerson;
let sixteen: GivenPupil;
let unasked: GivenPupil;
let ofSixteen: GivenPerson;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  school = await given.aSchool();
  mbo = await given.aSchool({ kind: 'mbo' });
  group = await given.aGroup({ school });
  mentor = await given.aPerson({ school, roles: ['staff'] });
  teacher = await given.aPerson({ school, roles: ['staff'] });
  decaan = await given.aPerson({ school, roles: ['decaan'] });
  administrator = await given.aPerson({ school, roles: ['school-administrator'] });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
  await given.aTeacher({ group, school, person: teacher.id });
  noor = await given.aPupil({ school, group, birthDate: '2011-03-09', mentor: mentor.id, guardians: [{}, {}] });
  [guardian, secondGuardian] = noor.guardians as [GivenPerson, GivenPerson];
  sem = await given.aPupil({ school, group, birthDate: '2011-03-09' });
  oldEnough = await given.aPupil({ school, group, birthDate: '2010-03-09' });
  [schoolsActivity] = (await given.activities([noor], { by: teacher.id, group })) as [string];
  ownActivity = await given.anActivity({ pupil: noor });
  reflection = await given.aReflection({ pupil: noor });
  application = await given.anApplication({ pupil: noor, to: mbo });
  await given.anApplication({ pupil: oldEnough, to: mbo });
  unasked = await given.aPupil({ school, group, birthDate: '2010-03-09' });
  await given.anApplication({ pupil: unasked, to: mbo });
  asked = await given.aConsent({
    pupil: noor,
    to: mbo,
    sections: ['lob'],
    inForceSince: null,
    askedBy: intaker.id,
    answers: [],
  });
  ofOldEnough = await given.aConsent({ pupil: oldEnough, to: mbo, sections: ['lob'], inForceSince: null, answers: [] });
  inForce = await given.aConsent({
    pupil: noor,
    to: mbo,
    sections: ['lob', 'profile'],
    answers: [
      { by: noor.id, role: 'pupil', agreed: true },
      { by: guardian.id, role: 'guardian', agreed: true },
    ],
  });
  officer = await given.aPerson({ school, roles: ['privacy-officer'] });
  careCoordinator = await given.aPerson({ school, roles: ['care-coordinator'] });
  administratorElsewhere = await given.aPerson({ school: await given.aSchool(), roles: ['school-administrator'] });
  openedReflection = await given.aReflection({ pupil: noor, openedTo: ['school', 'guardian', 'mbo'] });
  await given.anOpleiding({ school: mbo, name: 'Nog vrij', crebo: '25002' });
  await app.owner.query(
    `insert into activation_code (id, account_id, code_hash, issued_at, expires_at)
     values (gen_random_uuid(), $1, '\\x09', now(), now())`,
    [noor.accountId],
  );
  await app.owner.query(
    `insert into idempotency (actor_id, key, route, body_hash, response, at, roles) values ($1, 'sleutel', 'x', 'x', '{}', now(), '{}')`,
    [intaker.id],
  );
  await app.owner.query(
    `insert into roster_import (id, school_id, kind, status, file_name, school_year, created_by, created_at)
     values (gen_random_uuid(), $1, 'roster', 'previewed', 'x', 2026, $2, now())`,
    [school, decaan.id],
  );
  await app.owner.query(
    `insert into opleiding_import (id, school_id, location_id, file_name, list, created_by, created_at)
     select gen_random_uuid(), school_id, location_id, 'x', '{}', gen_random_uuid(), now() from opleiding where school_id = $1 limit 1`,
    [mbo],
  );
  intakerElsewhere = await given.aPerson({ school: await given.aSchool({ kind: 'mbo' }), roles: ['intaker'] });
  decaanElsewhere = await given.aPerson({ school: await given.aSchool(), roles: ['decaan'] });
  withoutCustody = await given.aGuardian(noor, { custody: false });
  sixteen = await given.aPupil({ school, group, birthDate: '2010-11-16', guardians: [{}, {}] });
  ofSixteen = sixteen.guardians[0]!;
  await given.anApplication({ pupil: sixteen, to: mbo });
  await given.aConsent({ pupil: sixteen, to: mbo });
  await (await app.asActor(decaan)).get(`/api/v1/dossiers/${sixteen.id}`);
});
afterAll(() => app.close());

/** Statements one after the other in one transaction that is never kept; answers what the last one touched, or `refused`. */
function tried(
  who: { login: string },
  statements: string[],
  values: unknown[],
  as?: { school: null },
): Promise<number | 'refused'> {
  return app.sql.in(
    who,
    async (client) => {
      let touched = 0;
      for (const [i, sql] of statements.entries()) {
        const last = i === statements.length - 1;
        const used = values.slice(0, Math.max(0, ...[...sql.matchAll(/\$(\d+)/g)].map((found) => Number(found[1]))));
        try {
          touched = (await client.query(sql, used)).rowCount ?? 0;
        } catch (error) {
          if (!last) throw error; // what leads up to it has to work
          expect((error as { code?: string }).code).toBe('42501');
          return 'refused';
        }
      }
      return touched;
    },
    as,
  );
}
const one = (sql: string): string[] => [sql];

describe('a pupil', () => {
  test.each([
    [`birth_date = '2005-01-01'`],
    [`given_name = 'Baas'`],
    [`family_name = 'Baas'`],
    [`email = 'baas@example.nl'`],
    [`left_on = '2026-11-01'`],
    [`account_id = gen_random_uuid()`],
    [`school_id = gen_random_uuid()`],
    [`pupil_number = '1'`],
    [`id = gen_random_uuid()`],
  ])('does not change who he is: %s', async (change) => {
    expect(await tried(noor, one(`update pupil set ${change} where id = $1`), [noor.id])).toBe('refused');
  });

  test('opens sections to his guardians, and nothing of anyone else', async () => {
    const open = `update pupil set guardian_sections = '{lob}', guardian_sections_at = app_now(), version = version + 1 where id = $1`;
    expect(await tried(noor, one(open), [noor.id])).toBe(1);
    expect(await tried(noor, one(open), [sem.id])).toBe(0);
  });

  test.each([
    [`remark = 'Stelde heel goede vragen'`, 'schools'],
    [`title = 'Anders'`, 'schools'],
    [`starts_on = '2026-01-01'`, 'schools'],
    [`removed_at = app_now()`, 'schools'],
    [`logged_by = pupil_id`, 'schools'],
    [`logged_at = app_now()`, 'schools'],
    [`pupil_id = gen_random_uuid()`, 'schools'],
    [`group_id = null`, 'schools'],
    [`log_id = gen_random_uuid()`, 'schools'],
    [`remark = 'Van de mentor'`, 'own'],
    [`school_id = gen_random_uuid()`, 'own'],
  ])('writes his words on an activity and not %s (%s)', async (change, whose) => {
    const id = whose === 'own' ? ownActivity : schoolsActivity;
    expect(await tried(noor, one(`update activity set ${change} where id = $1`), [id])).toBe('refused');
    expect(await tried(noor, one(`update activity set result = 'x', version = version + 1 where id = $1`), [id])).toBe(
      1,
    );
  });

  test('corrects and removes what he logged himself, once', async () => {
    const correct = `update activity set title = 'Beter', version = version + 1 where id = $1`;
    const remove = `update activity set removed_at = app_now(), removed_reason = 'dubbel' where id = $1`;
    expect(await tried(noor, one(correct), [ownActivity])).toBe(1);
    expect(await tried(noor, one(remove), [ownActivity])).toBe(1);
    expect(await tried(noor, [remove, `update activity set removed_at = null where id = $1`], [ownActivity])).toBe(
      'refused',
    );
    expect(await tried(noor, [remove, correct], [ownActivity])).toBe('refused');
    expect(await tried(sem, one(correct), [ownActivity])).toBe(0);
  });

  test('logs in his own name and dossier, without a remark of the school', async () => {
    const log = (pupil: string, by: string, remark: string): string =>
      `insert into activity (id, log_id, pupil_id, school_id, type, title, starts_on, remark, logged_by, logged_at)
       values (gen_random_uuid(), gen_random_uuid(), ${pupil}, '${school}', 'open-day', 'x', '2026-01-01', '${remark}', ${by}, now())`;
    expect(await tried(noor, one(log('$1', '$1', '')), [noor.id, sem.id])).toBe(1);
    expect(await tried(noor, one(log('$1', '$1', 'Knap')), [noor.id, sem.id])).toBe('refused');
    expect(await tried(noor, one(log('$2', '$1', '')), [noor.id, sem.id])).toBe('refused');
    expect(await tried(noor, one(log('$1', '$2', '')), [noor.id, sem.id])).toBe('refused');
  });

  test('does not hang a reflection on another activity, or in another dossier', async () => {
    for (const change of ['activity_id = gen_random_uuid()', 'pupil_id = gen_random_uuid()'])
      expect(await tried(noor, one(`update reflection set ${change} where id = $1`), [reflection])).toBe('refused');
    expect(await tried(sem, one(`update reflection set text = 'x' where id = $1`), [reflection])).toBe(0);
  });
});

describe('staff', () => {
  test.each([['decaan'], ['mentor'], ['teacher']] as const)('a %s does not write the words of a pupil', async (who) => {
    const person = { decaan, mentor, teacher }[who];
    for (const change of [`result = 'x'`, `evaluation = 'x'`, `follow_up = 'x'`])
      expect(await tried(person, one(`update activity set ${change} where id = $1`), [schoolsActivity])).toBe(
        'refused',
      );
    expect(await tried(person, one(`update activity set remark = 'x' where id = $1`), [schoolsActivity])).toBe(1);
    const log = `insert into activity (id, log_id, pupil_id, school_id, type, title, starts_on, result, logged_by, logged_at)
      values (gen_random_uuid(), gen_random_uuid(), $1, '${school}', 'open-day', 'x', '2026-01-01', 'Namens haar', app_actor(), now())`;
    expect(await tried(person, one(log), [noor.id])).toBe('refused');
  });

  test('nobody corrects or removes what a pupil logged himself', async () => {
    for (const person of [decaan, mentor])
      for (const change of [`title = 'x'`, `remark = 'x'`, `removed_at = app_now()`])
        expect(await tried(person, one(`update activity set ${change} where id = $1`), [ownActivity])).toBe('refused');
    expect(await tried(teacher, one(`update activity set title = 'x' where id = $1`), [ownActivity])).toBe(0);
  });

  test('nobody but the pupil writes or opens a reflection', async () => {
    for (const person of [decaan, mentor, teacher, intaker])
      expect(
        await tried(person, one(`update reflection set opened_to_school_at = app_now() where id = $1`), [reflection]),
      ).toBe(0);
  });

  test('a mentor gives a pupil an account once, and changes nothing else of the pupil', async () => {
    for (const change of [
      `birth_date = '2005-01-01'`,
      `guardian_sections = '{lob}'`,
      `account_id = gen_random_uuid()`,
      `left_on = '2026-01-01'`,
    ])
      expect(await tried(mentor, one(`update pupil set ${change} where id = $1`), [noor.id])).toBe('refused');
    expect(await tried(teacher, one(`update pupil set email = 'x@example.nl' where id = $1`), [noor.id])).toBe(0);
  });

  test('the administrator keeps the roster, not what a pupil opens and not whose account it is', async () => {
    expect(await tried(administrator, one(`update pupil set birth_date = '2011-03-10' where id = $1`), [noor.id])).toBe(
      1,
    );
    for (const change of [
      `guardian_sections = '{lob}'`,
      `guardian_sections_at = app_now()`,
      `account_id = null`,
      `account_id = gen_random_uuid()`,
    ])
      expect(await tried(administrator, one(`update pupil set ${change} where id = $1`), [noor.id])).toBe('refused');
    expect(await tried(administrator, one(`update person set account_id = null where id = $1`), [guardian.id])).toBe(
      'refused',
    );
    expect(
      await tried(administrator, one(`update guardian set person_id = $2 where pupil_id = $1`), [
        noor.id,
        administrator.id,
      ]),
    ).toBe('refused');
    expect(
      await tried(administrator, one(`update role_assignment set role = 'decaan' where person_id = $1`), [
        administrator.id,
      ]),
    ).toBe('refused');
  });

  test('nobody makes himself mentor or teacher of a pupil', async () => {
    const mentors = `insert into mentor_assignment (id, pupil_id, school_id, person_id, valid_from, valid_until)
      values (gen_random_uuid(), $1, '${school}', app_actor(), '2026-08-01', '2027-07-31')`;
    const teaches = `insert into teaching_assignment (id, group_id, school_id, person_id, subject, valid_from, valid_until)
      values (gen_random_uuid(), '${group}', '${school}', app_actor(), 'x', '2026-08-01', '2027-07-31')`;
    for (const person of [teacher, mentor, intaker, noor, { login: guardian.login, school: null }]) {
      expect(await tried(person, one(mentors), [sem.id])).toBe('refused');
      expect(await tried(person, one(teaches), [])).toBe('refused');
      expect(await tried(person, one(`update teaching_assignment set valid_until = '2027-07-31'`), [])).toBe(0);
      expect(await tried(person, one(`update mentor_assignment set valid_until = '2027-07-31'`), [])).toBe(0);
    }
    expect(await tried(administrator, one(`update teaching_assignment set person_id = app_actor()`), [])).toBe(
      'refused',
    );
    expect(await tried(administrator, one(`update mentor_assignment set pupil_id = $1`), [sem.id])).toBe('refused');
  });
});

describe('consent', () => {
  const text = `(select id from consent_text where purpose = 'intake' and version = '2026-11' and language = 'nl')`;
  const yes = `insert into consent_answer (id, consent_id, pupil_id, school_id, by_role, by_id, agreed, at, text_id)
    values (gen_random_uuid(), $2, $1, (select school_id from pupil where id = $1), app_kind(), app_actor(), true, app_now(), ${text})`;
  const force = `update consent set in_force_since = app_now() where id = $2 and pupil_id = $1`;
  const asGuardian = { school: null } as const;

  test('it does not come into force before every needed yes is there', async () => {
    expect(await tried(noor, one(force), [noor.id, asked])).toBe('refused');
    expect(await tried(noor, [yes, force], [noor.id, asked])).toBe('refused');
    expect(await tried(guardian, [yes, force], [noor.id, asked], asGuardian)).toBe('refused');
    expect(await tried(oldEnough, one(force), [oldEnough.id, ofOldEnough])).toBe('refused');
    expect(await tried(oldEnough, [yes, force], [oldEnough.id, ofOldEnough])).toBe(1);
    for (const person of [decaan, mentor, intaker]) expect(await tried(person, one(force), [noor.id, asked])).toBe(0);
  });

  test('not before now, and not when a guardian with custody says no', async () => {
    const early = `update consent set in_force_since = app_now() - interval '1 day' where id = $2 and pupil_id = $1`;
    expect(await tried(oldEnough, [yes, early], [oldEnough.id, ofOldEnough])).toBe('refused');
    const stop = `update consent set in_force_since = null where id = $2 and pupil_id = $1`;
    expect(await tried(secondGuardian, one(stop), [noor.id, inForce], asGuardian)).toBe(1);
    expect(await tried(noor, [stop, force], [noor.id, inForce])).toBe(1);
    const no = yes.replace('true', 'false');
    expect(await tried(secondGuardian, [no, stop, force], [noor.id, inForce], asGuardian)).toBe('refused');
  });

  test('a yes under 16 is no yes from 16 on', async () => {
    const id = await app.given.aConsent({
      pupil: oldEnough,
      to: mbo,
      inForceSince: null,
      answers: [{ by: oldEnough.id, role: 'pupil', agreed: true }],
    });
    await app.owner.query(`update consent_answer set at = '2026-01-01' where consent_id = $1`, [id]);
    expect(await tried(oldEnough, one(force), [oldEnough.id, id])).toBe('refused');
  });

  test.each([
    [`valid_until = valid_until + interval '1 year'`],
    [`to_school_id = $1`],
    [`purpose = 'handover'`],
    [`pupil_id = $1`],
    [`asked_by = null`],
    [`text_version = 'x'`],
    [`created_at = app_now()`],
    [`sections = '{lob,profile,reflections}'`],
    [`sections = '{}'`],
    [`withdrawn_at = app_now(), withdrawn_by = gen_random_uuid()`],
  ])('neither pupil nor guardian changes %s', async (change) => {
    const sql = `update consent set ${change.replace('$1', 'pupil_id')} where id = $1`;
    expect(await tried(noor, one(sql), [inForce])).toBe('refused');
    expect(await tried(guardian, one(sql), [inForce], asGuardian)).toBe('refused');
  });

  test('a guardian does not even make it narrower; the pupil does', async () => {
    const narrower = `update consent set sections = '{lob}' where id = $1`;
    expect(await tried(guardian, one(narrower), [inForce], asGuardian)).toBe('refused');
    expect(await tried(noor, one(narrower), [inForce])).toBe(1);
  });

  test('what was withdrawn stays withdrawn', async () => {
    const end = `update consent set withdrawn_at = app_now(), withdrawn_by = app_actor() where id = $1`;
    for (const change of ['withdrawn_at = null', 'in_force_since = app_now()', 'version = 9'])
      expect(await tried(noor, [end, `update consent set ${change} where id = $1`], [inForce])).toBe('refused');
    expect(await tried(guardian, one(end), [inForce], asGuardian)).toBe(1);
    for (const person of [decaan, mentor, intaker, sem]) expect(await tried(person, one(end), [inForce])).toBe(0);
  });

  const insert = (columns: Record<string, string>): string => {
    const all: Record<string, string> = {
      id: 'gen_random_uuid()',
      pupil_id: '$1',
      school_id: `'${school}'`,
      to_school_id: `'${mbo}'`,
      to_school_named: `(select name from school where id = '${mbo}')`,
      sections: `'{lob}'`,
      purpose: `'intake'`,
      text_version: `'2026-11'`,
      created_at: 'app_now()',
      valid_until: `'2027-10-01 00:00 Europe/Amsterdam'`,
      ...columns,
    };
    return `insert into consent (${Object.keys(all).join(', ')}) values (${Object.values(all).join(', ')})`;
  };
  const byIntaker = { asked_by: 'app_actor()', asked_at: 'app_now()', asked_reason: `'no-talk'` };

  test.each([
    ['in force at once', { in_force_since: 'app_now()' }],
    ['for a purpose that there is not', { purpose: `'care'` }],
    [
      'for the handover, for longer than the first year',
      { purpose: `'handover'`, valid_until: `'2028-08-01 00:01 Europe/Amsterdam'` },
    ],
    [
      'for word back, for longer than two years',
      { purpose: `'follow-up'`, valid_until: `'2029-08-01 00:01 Europe/Amsterdam'` },
    ],
    ['for longer than the intake lasts', { valid_until: `'2027-10-01 00:01 Europe/Amsterdam'` }],
    ['under a text that does not count', { text_version: `'2025-01'` }],
    ['with a school under another name', { to_school_named: `'Een andere school'` }],
  ])('nobody makes one %s', async (_, columns) => {
    expect(await tried(noor, one(insert({})), [noor.id])).toBe(1);
    expect(await tried(noor, one(insert(columns)), [noor.id])).toBe('refused');
    expect(await tried(intaker, one(insert(byIntaker)), [unasked.id])).toBe(1);
    expect(await tried(intaker, one(insert({ ...byIntaker, ...columns })), [unasked.id])).toBe('refused');
  });

  test('for as long as each purpose lasts, and a school does not ask for word back', async () => {
    for (const [purpose, until] of [
      ['handover', '2028-08-01'],
      ['follow-up', '2029-08-01'],
    ]) {
      const columns = { purpose: `'${purpose}'`, valid_until: `'${until} 00:00 Europe/Amsterdam'` };
      expect(await tried(noor, one(insert(columns)), [noor.id])).toBe(1);
      expect(await tried(intaker, one(insert({ ...columns, ...byIntaker })), [unasked.id])).toBe(
        purpose === 'handover' ? 1 : 'refused',
      );
    }
  });

  test('nobody makes one without an application, in the name of someone else, or for another school', async () => {
    const elsewhere = await app.given.aSchool({ kind: 'mbo' });
    expect(await tried(noor, one(insert({ to_school_id: `'${elsewhere}'` })), [noor.id])).toBe('refused');
    expect(await tried(sem, one(insert({})), [sem.id])).toBe('refused');
    expect(await tried(sem, one(insert({})), [noor.id])).toBe('refused');
    expect(await tried(noor, one(insert({ asked_by: `'${intaker.id}'` })), [noor.id])).toBe('refused');
    expect(await tried(intaker, one(insert({})), [unasked.id])).toBe('refused');
    expect(await tried(intaker, one(insert({ ...byIntaker, asked_by: `'${randomUUID()}'` })), [unasked.id])).toBe(
      'refused',
    );
    expect(await tried(guardian, one(insert({})), [noor.id], asGuardian)).toBe('refused');
    for (const person of [decaan, mentor]) expect(await tried(person, one(insert({})), [noor.id])).toBe('refused');
  });

  test('a school asks with a reason of ours, not while something stands, and not within fourteen days of a no', async () => {
    const ask = (columns: Record<string, string> = {}) => one(insert({ ...byIntaker, ...columns }));
    const refused: Record<string, string>[] = [
      { asked_reason: 'null' },
      { asked_reason: `'zomaar'` },
      { later_until: 'app_now()' },
    ];
    for (const wrong of refused) expect(await tried(intaker, ask(wrong), [unasked.id])).toBe('refused');
    expect(await tried(noor, one(insert({ asked_reason: `'no-talk'` })), [noor.id])).toBe('refused');
    expect(await tried(intaker, ask(), [noor.id])).toBe('refused');

    const no = await app.given.aConsent({
      pupil: unasked,
      to: mbo,
      inForceSince: null,
      askedBy: intaker.id,
      answers: [{ by: unasked.id, role: 'pupil', agreed: false }],
    });
    const said = (at: string) => app.owner.query('update consent_answer set at = $2 where consent_id = $1', [no, at]);
    await said('2026-11-02T10:00:00.001Z');
    expect(await tried(intaker, ask(), [unasked.id])).toBe('refused');
    await said('2026-11-02T10:00:00Z');
    expect(await tried(intaker, ask(), [unasked.id])).toBe(1);
    await app.owner.query(`update consent set withdrawn_at = '2026-11-02T10:00:00.001Z' where id = $1`, [no]);
    expect(await tried(intaker, ask(), [unasked.id])).toBe('refused');
    await app.owner.query(`update consent set withdrawn_at = '2026-11-02T10:00:00Z' where id = $1`, [no]);
    expect(await tried(intaker, ask(), [unasked.id])).toBe(1);
  });

  test('only the pupil puts a request off, for a month at most, and only while it waits for him', async () => {
    const later = (until: string): string =>
      `update consent set later_until = app_now() + interval '${until}' where id = $2 and pupil_id = $1`;
    expect(await tried(noor, one(later('31 days')), [noor.id, asked])).toBe(1);
    expect(await tried(noor, one(later('32 days')), [noor.id, asked])).toBe('refused');
    expect(await tried(guardian, one(later('1 day')), [noor.id, asked], asGuardian)).toBe('refused');
    for (const person of [intaker, mentor, decaan, sem])
      expect(await tried(person, one(later('1 day')), [noor.id, asked])).toBe(0);
    expect(await tried(noor, one(later('1 day')), [noor.id, inForce])).toBe('refused');
  });

  test('nobody answers for another, as another, or at another time', async () => {
    for (const [from, to] of [
      ['app_actor()', `'${guardian.id}'`],
      ['app_kind()', `'guardian'`],
      ['app_now()', `app_now() + interval '1 year'`],
      ['app_now()', `app_now() - interval '1 year'`],
    ] as const)
      expect(await tried(noor, one(yes.replace(from, to)), [noor.id, asked])).toBe('refused');
    for (const person of [sem, decaan, mentor, intaker])
      expect(await tried(person, one(yes), [noor.id, asked])).toBe('refused');
    const change = `update consent_answer set agreed = true, at = app_now() where by_id <> app_actor()`;
    for (const who of [noor, intaker, decaan]) expect(await tried(who, one(change), [])).toBe(0);
    expect(await tried(guardian, one(change), [], asGuardian)).toBe(0);
    expect(
      await tried(noor, one(`update consent_answer set at = app_now() + interval '1 year' where by_id = $1`), [
        noor.id,
      ]),
    ).toBe('refused');
  });

  test('the yes of a guardian is not carried over to what is wider, lasts longer, or from what was never in force', async () => {
    const made = `'00000000-0000-4000-8000-000000000001'`;
    const carried = `select 1 from consent_answer where by_role = 'guardian' and consent_id = ${made}`;
    try {
      await app.owner.query(`update consent set valid_until = '2027-10-01 00:00 Europe/Amsterdam' where id = $1`, [
        inForce,
      ]);
      const outcome = (columns: Record<string, string>, from = inForce): Promise<number | 'refused'> =>
        tried(
          noor,
          [insert({ ...columns, id: made }), `select consent_keep_answers('${from}', ${made})`, carried],
          [noor.id],
        );
      expect(await outcome({})).toBe(1);
      expect(await outcome({ sections: `'{lob,reflections}'` })).toBe(0);
      expect(await outcome({}, asked)).toBe(0);
      await app.owner.query(`update consent set text_version = '2025-01' where id = $1`, [inForce]);
      expect(await outcome({})).toBe(0);
      await app.owner.query(`update consent set text_version = '2026-11' where id = $1`, [inForce]);
      await app.owner.query(`update consent set valid_until = '2027-09-30' where id = $1`, [inForce]);
      expect(await outcome({})).toBe(0);
      await app.owner.query(
        `update consent set withdrawn_at = '2026-11-01', valid_until = '2027-10-01 00:00 Europe/Amsterdam' where id = $1`,
        [inForce],
      );
      expect(await outcome({})).toBe(0);
    } finally {
      await app.owner.query(`update consent set withdrawn_at = null where id = $1`, [inForce]);
    }
  });
});

describe('applications', () => {
  test('a withdrawn one does not come back, and nothing else of it changes', async () => {
    const end = `update application set withdrawn_at = app_now() where id = $1`;
    for (const person of [noor, mentor, decaan]) {
      expect(await tried(person, one(end), [application])).toBe(1);
      expect(
        await tried(person, [end, `update application set withdrawn_at = null where id = $1`], [application]),
      ).toBe(0);
      for (const change of [
        'opleiding_id = gen_random_uuid()',
        'to_school_id = gen_random_uuid()',
        `planned_start = '2030-08-01'`,
      ])
        expect(await tried(person, one(`update application set ${change} where id = $1`), [application])).toBe(
          'refused',
        );
    }
    for (const person of [sem, intaker, teacher, administrator])
      expect(await tried(person, one(end), [application])).toBe(0);
    expect(await tried(guardian, one(end), [application], { school: null })).toBe(0);
  });
});

describe('reading what hangs around a dossier', () => {
  beforeAll(async () => {
    const stranger = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] });
    await (await app.asActor(stranger)).get(`/api/v1/dossiers/${noor.id}`).expect(404);
    await (await app.asActor(decaan)).get(`/api/v1/dossiers/${noor.id}`).expect(200);
  });

  const tables = {
    seen: `select 1 from audit_event where chain_id = $1 and outcome = 'allowed'`,
    refused: `select 1 from audit_event where chain_id = $1 and outcome = 'refused'`,
    consents: 'select 1 from consent where pupil_id = $1',
    answers: 'select 1 from consent_answer where pupil_id = $1',
    applications: 'select 1 from application where pupil_id = $1',
    guardians: 'select 1 from guardian where pupil_id = $1',
    names: 'select 1 from person p join guardian g on g.person_id = p.id where g.pupil_id = $1 and p.id <> app_actor()',
    accounts: 'select 1 from account a join pupil p on p.account_id = a.id where p.id = $1',
  };
  const who: Record<string, () => [{ login: string }, { school: null }?]> = {
    'the pupil': () => [noor],
    'a guardian with custody': () => [guardian, { school: null }],
    'the mentor': () => [mentor],
    'a decaan': () => [decaan],
    'an administrator': () => [administrator],
    'a teacher': () => [teacher],
    'an intaker where the pupil applied': () => [intaker],
    'the privacy officer': () => [officer],
    'a classmate': () => [sem],
    'an intaker elsewhere': () => [intakerElsewhere],
    'a decaan elsewhere': () => [decaanElsewhere],
    'a guardian without custody': () => [withoutCustody, { school: null }],
    'a guardian from the 16th birthday on': () => [ofSixteen, { school: null }],
  };
  /** Which of them each sees, in the order of `tables`: 1 some, 0 none. */
  test.each([
    ['the pupil', '10111111'],
    ['a guardian with custody', '10111110'],
    ['the mentor', '00111111'],
    ['a decaan', '00111111'],
    ['an administrator', '00000111'],
    ['a teacher', '00000000'],
    ['an intaker where the pupil applied', '00101000'],
    ['the privacy officer', '11000000'],
    ['a classmate', '00000000'],
    ['an intaker elsewhere', '00000000'],
    ['a decaan elsewhere', '00000000'],
    ['a guardian without custody', '00000100'],
    ['a guardian from the 16th birthday on', '00000100'],
  ])('%s', async (name, expected) => {
    const [person, as] = who[name]!();
    const pupil = name.includes('16th') ? sixteen : noor;
    let got = '';
    for (const sql of Object.values(tables)) got += Number((await tried(person, one(sql), [pupil.id], as)) !== 0);
    expect(got).toBe(expected);
  });

  test('nobody reads a password, a session or the key of another request', async () => {
    for (const person of [noor, decaan, administrator, officer]) {
      for (const sql of ['select password_hash from account', 'select * from session', 'select * from audit_head'])
        expect(await tried(person, one(sql), [])).toBe('refused');
      for (const sql of [
        'select * from idempotency where actor_id <> app_actor()',
        `update idempotency set response = '{}'`,
        'delete from idempotency',
      ])
        expect(await tried(person, one(sql), [])).toBe(0);
      const foreign = `insert into idempotency (actor_id, key, route, body_hash, at, roles)
        values (gen_random_uuid(), 'x', 'x', 'x', now(), '{}')`;
      expect(await tried(person, one(foreign), [])).toBe('refused');
    }
  });
});

describe('each thing is written by those who keep it, and by nobody else', () => {
  const others: Record<string, () => [{ login: string }, { school: null }?]> = {
    pupil: () => [noor],
    classmate: () => [sem],
    guardian: () => [guardian, { school: null }],
    'guardian without custody': () => [withoutCustody, { school: null }],
    mentor: () => [mentor],
    teacher: () => [teacher],
    decaan: () => [decaan],
    administrator: () => [administrator],
    care: () => [careCoordinator],
    officer: () => [officer],
    intaker: () => [intaker],
    'decaan elsewhere': () => [decaanElsewhere],
    'administrator elsewhere': () => [administratorElsewhere],
  };
  const keepers = ['decaan', 'administrator'];
  const id = 'gen_random_uuid()';
  const filled = (sql: string): string =>
    sql
      .replaceAll(':pupil', `'${noor.id}'`)
      .replaceAll(':school', `'${school}'`)
      .replaceAll(':mbo', `'${mbo}'`)
      .replaceAll(':activity', `'${schoolsActivity}'`)
      .replaceAll(':reflection', `'${openedReflection}'`)
      .replaceAll(':guardians', `array['${guardian.id}', '${secondGuardian.id}']::uuid[]`);

  /** The activity is of the school, the reflection opened to everyone. */
  test.each<[what: string, sql: string, who: string[]]>([
    [
      'a pupil',
      `insert into pupil (id, school_id, pupil_number, given_name, family_name, birth_date) values (${id}, :school, '9', 'x', 'x', '2012-01-01')`,
      keepers,
    ],
    ['who left, by hand', `update pupil set left_on = '2026-01-01' where id = :pupil`, []],
    ['who left', `select 1 from pupils_leave(array[:pupil]::uuid[]) as n where n > 0`, keepers],
    ['who was erased', `update pupil set erased_at = now() where id = :pupil`, []],
    [
      'an enrolment',
      `insert into enrolment (id, pupil_id, school_id, school_year, valid_from) values (${id}, :pupil, :school, 2020, '2020-08-01')`,
      keepers,
    ],
    ['a leerweg', `update enrolment set leerweg = 'bb' where pupil_id = :pupil`, keepers],
    [
      'a guardian',
      `insert into guardian (id, pupil_id, school_id, person_id, custody) values (${id}, :pupil, :school, app_actor(), true)`,
      keepers,
    ],
    ['custody', `update guardian set custody = true where pupil_id = :pupil`, keepers],
    [
      'a group',
      `insert into pupil_group (id, school_id, school_year, name) values (${id}, :school, 2026, '9Z')`,
      keepers,
    ],
    ['the year of a group', `update pupil_group set year = 4 where school_id = :school`, keepers],
    [
      'a roster',
      `insert into roster_import (id, school_id, kind, status, file_name, school_year, created_by, created_at) values (${id}, :school, 'roster', 'previewed', 'x', 2026, app_actor(), now())`,
      keepers,
    ],
    [
      'a person',
      `insert into person (id, family_name) values (${id}, 'x')`,
      [...keepers, 'decaan elsewhere', 'administrator elsewhere'],
    ],
    [
      'the address of a guardian',
      `update person set email = 'x@example.nl' where id = (select person_id from guardian where pupil_id = :pupil and person_id <> app_actor() limit 1)`,
      [...keepers, 'mentor'],
    ],
    [
      'the address of a colleague',
      `update person set email = 'x@example.nl' where id in (select person_id from role_assignment where school_id = :school and role = 'decaan') and id <> app_actor()`,
      ['administrator'],
    ],
    [
      'a role',
      `insert into role_assignment (id, person_id, school_id, role, valid_from) select ${id}, person_id, :school, 'decaan', '2026-01-01' from role_assignment where school_id = :school and person_id <> app_actor() limit 1`,
      ['administrator'],
    ],
    [
      'a role of his own',
      `insert into role_assignment (id, person_id, school_id, role, valid_from) values (${id}, app_actor(), :school, 'decaan', '2026-01-01')`,
      [],
    ],
    ['the end of a role', `update role_assignment set valid_until = null where school_id = :school`, ['administrator']],
    [
      'a disabled account',
      `update account set disabled_at = now() where id = (select account_id from pupil where id = :pupil)`,
      [...keepers, 'mentor'],
    ],
    [
      'a code',
      `insert into activation_code (id, account_id, code_hash, issued_at, expires_at) select ${id}, account_id, '\\x00', now(), now() from pupil where id = :pupil`,
      [...keepers, 'mentor'],
    ],
    [
      'an opleiding',
      `insert into opleiding (id, school_id, location_id, crebo, name, niveau, leerweg) select ${id}, :mbo, l.id, '99999', 'x', 4, 'bol' from location l where l.school_id = :mbo limit 1`,
      ['intaker'],
    ],
    ['the name of an opleiding', `update opleiding set name = 'x' where school_id = :mbo`, ['intaker']],
    [
      'a list of opleidingen',
      `insert into opleiding_import (id, school_id, location_id, file_name, list, created_by, created_at) select ${id}, :mbo, l.id, 'x', '{}', app_actor(), now() from location l where l.school_id = :mbo limit 1`,
      ['intaker'],
    ],
    [
      'an application',
      `insert into application (id, pupil_id, school_id, to_school_id, opleiding_id, applied_on, planned_start, recorded_by) select ${id}, :pupil, :school, :mbo, o.id, now(), '2027-08-01', app_actor() from opleiding o where o.school_id = :mbo and o.name = 'Nog vrij'`,
      ['pupil', 'mentor', 'decaan'],
    ],
    ['a remark', `update activity set remark = 'x' where id = :activity`, ['teacher', 'mentor', 'decaan']],
    ['a reflection', `update reflection set text = 'x' where id = :reflection`, ['pupil']],
  ])('%s', async (_, sql, who) => {
    const wrote: string[] = [];
    for (const [name, person] of Object.entries(others)) {
      const [login, as] = person();
      const touched = await tried(login, one(filled(sql)), [], as);
      if (touched !== 'refused' && touched > 0) wrote.push(name);
    }
    expect(wrote.sort()).toEqual([...who].sort());
  });

  test.each<[what: string, sql: string, who: string[]]>([
    ['codes', `select 1 from activation_code`, [...keepers, 'mentor']],
    [
      'who the guardians are',
      `select 1 from person where id = any(array(select unnest(:guardians)))`,
      ['pupil', 'guardian', 'mentor', 'care', ...keepers],
    ],
    ['rosters', 'select 1 from roster_import', keepers],
    ['lists of opleidingen', 'select 1 from opleiding_import', ['intaker']],
    [
      'who mentors',
      'select 1 from mentor_assignment where pupil_id = :pupil', // the intaker: whom to call, in a profile that is shared
      ['pupil', 'guardian', 'mentor', 'care', 'intaker', ...keepers],
    ],
  ])('and read: %s', async (_, sql, who) => {
    const read: string[] = [];
    for (const [name, person] of Object.entries(others)) {
      const [login, as] = person();
      if ((await tried(login, one(filled(sql)), [], as)) !== 0) read.push(name);
    }
    expect(read.sort()).toEqual([...who].sort());
  });
});

test('the application deletes nothing', async () => {
  for (const table of [
    'pupil',
    'activity',
    'reflection',
    'consent',
    'consent_answer',
    'application',
    'audit_event',
    'audit_head',
    'guardian',
  ])
    expect(await tried(decaan, one(`delete from ${table}`), [])).toBe('refused');
});
