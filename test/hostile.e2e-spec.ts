import { randomUUID } from 'node:crypto';
import type { Role } from '../src/platform/access/actor.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { contents } from './support/contents.js';
import { allRoutes } from './support/routes.js';

/** Ids of what strangers try to reach. */
type Ids = Record<
  | 'pupil'
  | 'group'
  | 'activity'
  | 'own'
  | 'log'
  | 'reflection'
  | 'consent'
  | 'notice'
  | 'statutory'
  | 'application'
  | 'guardian'
  | 'mentor'
  | 'teaching'
  | 'opleiding'
  | 'person'
  | 'role'
  | 'import'
  | 'opleidingImport'
  | 'session'
  | 'identity'
  | 'rectification'
  | 'emergency'
  | 'erasure'
  | 'report'
  | 'hold',
  string
>;
type Call = [method: string, path: string, body?: (ids: Ids) => object];

const openDay = { type: 'open-day', title: 'Van een vreemde', startsOn: '2026-11-10' };
const reason = { reason: 'Zomaar weg ermee' };
const reflected = { text: 'Dit heb ik niet geschreven.', openToMbo: true, openToSchool: true };

/** Every route that names something, with a body that would do. A new route has to be added: a test walks them all. */
const calls: Call[] = [
  ['get', 'dossiers/:pupil'],
  ['get', 'groups/:group/pupils'],
  ['post', 'groups/:group/activities', ({ pupil }) => ({ ...openDay, pupils: [{ pupilId: pupil, remark: 'x' }] })],
  ['post', 'pupils/:pupil/activities', () => openDay],
  ['patch', 'activities/:activity', () => openDay],
  ['delete', 'activities/:activity', () => reason],
  ['patch', 'activities/:own', () => openDay],
  ['delete', 'activities/:own', () => reason],
  ['put', 'activities/:activity/own-words', () => ({ result: 'x' })],
  ['put', 'activities/:own/own-words', () => ({ result: 'x' })],
  ['get', 'activity-logs/:log'],
  ['patch', 'activity-logs/:log', () => openDay],
  ['delete', 'activity-logs/:log', () => reason],
  ['post', 'pupils/:pupil/reflections', ({ own }) => ({ ...reflected, activityId: own })],
  ['patch', 'reflections/:reflection', () => reflected],
  ['get', 'pupils/:pupil/consents'],
  ['post', 'pupils/:pupil/consents', () => ({ toSchoolId: randomUUID(), sections: ['lob'] })],
  ['post', 'consents/:consent/answers', () => ({ agreed: true })],
  ['post', 'consents/:consent/withdrawal', () => ({})],
  ['post', 'consents/:consent/later', () => ({})],
  ['post', 'share-notices/:notice/confirmation', () => ({ outcome: 'removed' })],
  ['get', 'pupils/:pupil/exports'],
  ['post', 'dossiers/:pupil/export', () => ({})],
  ['post', 'consent-requests', ({ pupil }) => ({ pupilId: pupil, sections: ['lob'], reason: 'no-talk' })],
  ['get', 'pupils/:pupil/applications'],
  ['post', 'pupils/:pupil/applications', ({ opleiding }) => ({ opleidingId: opleiding })],
  ['post', 'applications/:application/withdrawal', () => ({})],
  ['get', 'pupils/:pupil/audit-events'],
  ['get', 'pupils/:pupil/audit-receipt'],
  ['get', 'pupils/:pupil/guardians'],
  ['patch', 'guardians/:guardian', () => ({ custody: true })],
  ['patch', 'guardians', ({ guardian }) => ({ rows: [{ guardianId: guardian, version: 1, custody: true }] })],
  ['patch', 'enrolments', ({ pupil }) => ({ rows: [{ pupilId: pupil, version: 1, leerweg: 'bb' }] })],
  ['get', 'pupils/:pupil/consent-texts'],
  ['get', 'pupils/:pupil/copy'],
  ['get', 'pupils/:pupil/who-may'],
  ['get', 'pupils/:pupil/statutory-shares'],
  [
    'post',
    'pupils/:pupil/statutory-shares',
    () => ({ toSchoolId: randomUUID(), sections: ['profile'], purpose: 'intake' }),
  ],
  ['post', 'statutory-shares/:statutory/answers', () => ({ agreed: true, view: 'Van een vreemde' })],
  ['post', 'statutory-shares/:statutory/end', () => ({})],
  ['get', 'pupils/:pupil/rectifications'],
  [
    'post',
    'pupils/:pupil/rectifications',
    ({ pupil }) => ({ about: 'profile', subjectId: pupil, wrong: 'Zo heet ik niet.', shouldBe: 'Anders' }),
  ],
  ['get', 'rectifications/:rectification'],
  ['post', 'rectifications/:rectification/withdrawal', () => ({})],
  ['post', 'rectifications/:rectification/answer', () => ({ outcome: 'kept', answer: 'Zo staat het er goed.' })],
  ['get', 'pupils/:pupil/erasure-requests'],
  ['post', 'pupils/:pupil/erasure-requests', () => ({ words: 'Alles moet weg.' })],
  ['post', 'erasure-requests/:erasure/withdrawal', () => ({})],
  ['post', 'erasure-requests/:erasure/decision', () => ({ outcome: 'everything' })],
  ['post', 'retention/reports/:report/confirmation', () => ({})],
  ['post', 'legal-holds/:hold/end', () => ({ reason: 'Het mag weer weg.' })],
  ['get', 'pupils/:pupil/paper-answers'],
  [
    'post',
    'pupils/:pupil/consents/:consent/paper-answers',
    ({ mentor }) => ({ guardianId: mentor, secondId: mentor, signedOn: '2026-11-10', agreed: true }),
  ],
  ['get', 'consents/:consent/receipt'],
  ['get', 'pupils/:pupil/guardian-sections'],
  ['put', 'pupils/:pupil/guardian-sections', () => ({ sections: ['profile', 'lob'] })],
  ['get', 'groups/:group/mentors'],
  ['post', 'groups/:group/mentors', ({ mentor }) => ({ personId: mentor })],
  ['patch', 'groups/:group/mentors/:mentor', () => ({ lastDay: '2026-11-15' })],
  ['get', 'pupils/:pupil/mentors'],
  ['post', 'pupils/:pupil/mentors', ({ mentor }) => ({ personId: mentor })],
  ['patch', 'pupils/:pupil/mentors/:mentor', () => ({ lastDay: '2026-11-15' })],
  ['get', 'groups/:group/teachers'],
  ['post', 'groups/:group/teachers', ({ mentor }) => ({ personId: mentor, subject: 'Nederlands' })],
  ['patch', 'teaching-assignments/:teaching', () => ({ lastDay: '2026-11-15' })],
  ['get', 'groups/:group/activation-letters'],
  ['post', 'groups/:group/activation-letters', () => ({})],
  ['get', 'pupils/:pupil/activation-letters'],
  ['post', 'pupils/:pupil/activation-letters', ({ pupil }) => ({ recipients: [pupil], reset: true })],
  ['get', 'people/:person'],
  ['get', 'people/:person/invitation'],
  ['post', 'people/:person/invitation', () => ({})],
  ['delete', 'people/:person/invitation'],
  ['put', 'people/:person/contact', () => ({ email: 'kaper@school.example' })],
  ['post', 'people/:person/activation-codes', () => ({})],
  ['post', 'people/:person/roles', () => ({ role: 'privacy-officer' })],
  ['delete', 'people/:person/roles/:role', () => ({})],
  ['put', 'people/:person/account', () => ({ disabled: true })],
  ['delete', 'people/:person/second-factor'],
  ['delete', 'sessions/:session'],
  ['delete', 'identities/:identity'],
  ['post', 'emergency-access/:emergency/end', () => ({})],
  ['put', 'emergency-access/:emergency/review', () => ({ outcome: 'justified', note: 'Van een vreemde' })],
  ['get', 'roster-imports/:import'],
  ['post', 'roster-imports/:import/apply', () => ({ seen: 'x' })],
  ['patch', 'opleidingen/:opleiding', () => ({ name: 'Anders', niveau: 2 })],
  ['post', 'opleidingen/:opleiding/withdrawal', () => ({})],
  ['delete', 'opleidingen/:opleiding/withdrawal', () => ({})],
  ['get', 'opleidingen/imports/:opleidingImport'],
  ['post', 'opleidingen/imports/:opleidingImport/apply', () => ({ seen: 'x', everything: true })],
];
/** What everyone who is signed in may read: the offer of the schools, and the texts that a region agrees to. */
const forAll = ['get opleidingen/:', 'get consent-texts/:'];

/** The work of a privacy officer, who is a stranger to everything else. */
const ofOfficer = /^(erasure-requests\/:erasure\/decision|retention|legal-holds|erasure-requests$)/;

const officer = 'the privacy officer';
interface Stranger {
  who: string;
  agent: Agent;
}

/** A pupil with everything that hangs around a pupil, and everyone who has nothing to do with him. */
async function region(app: TestApp): Promise<{ ids: Ids; strangers: Stranger[] }> {
  const { given } = app;
  const home = await given.aSchool();
  const other = await given.aSchool();
  const mbo = await given.aSchool({ kind: 'mbo' });
  const otherMbo = await given.aSchool({ kind: 'mbo' });
  const staff = (school: string, ...roles: Role[]) => given.aPerson({ school, roles });
  const group = await given.aGroup({ school: home });
  const decaan = await staff(home, 'decaan');
  const mentor = await staff(home, 'staff');
  const pupil = await given.aPupil({
    school: home,
    group,
    birthDate: '2011-03-09',
    mentor: mentor.id,
    guardians: [{}],
  });
  const opleiding = await given.anOpleiding({ school: mbo });
  const application = await given.anApplication({ pupil, to: mbo, opleiding });
  const consent = await given.aConsent({ pupil, to: mbo, inForceSince: null });
  const log = randomUUID();
  const [activity] = await given.activities([pupil], { log, group, by: decaan.id });
  const own = await given.anActivity({ pupil });
  const reflection = await given.aReflection({ pupil, activity });
  await given.aTeacher({ group, school: home, person: mentor.id });
  const idOf = async (sql: string, ...values: unknown[]): Promise<string> =>
    (await app.owner.query<{ id: string }>(sql, values)).rows[0]!.id;
  const roster = await idOf(
    `insert into roster_import (id, school_id, kind, status, file_name, school_year, created_by, created_at)
     values (gen_random_uuid(), $1, 'roster', 'previewed', 'klas.csv', 2026, $2, now()) returning id`,
    home,
    decaan.id,
  );
  const list = await idOf(
    `insert into opleiding_import (id, school_id, location_id, file_name, list, created_by, created_at)
     select gen_random_uuid(), school_id, location_id, 'lijst.csv', '{}', gen_random_uuid(), now() from opleiding where id = $1
     returning id`,
    opleiding,
  );
  await app.tokenFor(mentor);
  // At a school of which no stranger is the privacy officer.
  const third = await given.aSchool();
  const emergency = await given.anEmergency({ pupil: await given.aPupil({ school: third }), by: mentor.id });
  const ids: Ids = {
    pupil: pupil.id,
    group,
    activity: activity!,
    own,
    log,
    reflection,
    consent,
    application,
    guardian: await idOf('select id from guardian where pupil_id = $1', pupil.id),
    mentor: mentor.id,
    teaching: await idOf('select id from teaching_assignment where group_id = $1', group),
    opleiding,
    person: mentor.id,
    role: await idOf('select id from role_assignment where person_id = $1', mentor.id),
    import: roster,
    opleidingImport: list,
    notice: await idOf(
      `insert into share_notice (id, seq, pupil_id, school_id, to_school_id, purpose, share_id, kind, sections, lost, told_at, at)
       values (gen_random_uuid(), 1, $1, $2, $3, 'intake', $4, 'ended', '{}', '{lob}', app_now(), app_now()) returning id`,
      pupil.id,
      home,
      mbo,
      consent,
    ),
    statutory: await idOf(
      `insert into statutory_share (id, pupil_id, school_id, to_school_id, sections, purpose, offered_at, offered_by, valid_until)
       values (gen_random_uuid(), $1, $2, $3, '{profile}', 'intake', app_now(), $4, app_now() + interval '1 year') returning id`,
      pupil.id,
      home,
      mbo,
      decaan.id,
    ),
    rectification: await idOf(
      `insert into rectification (id, pupil_id, school_id, section, about, subject_id, was, wrong, should_be, asked_by, asked_as,
              asked_at, due_on)
       values (gen_random_uuid(), $1, $2, 'profile', 'profile', $1, '{}', 'Dit klopt niet.', 'Zo wel', $1, 'pupil', app_now(),
               app_today() + 30) returning id`,
      pupil.id,
      home,
    ),
    erasure: await idOf(
      `insert into erasure_request (id, pupil_id, school_id, words, asked_by, asked_as, asked_at, due_on)
       values (gen_random_uuid(), $1, $2, 'Alles moet weg', $1, 'pupil', app_now(), app_today() + 30) returning id`,
      pupil.id,
      home,
    ),
    report: await idOf(
      `with made as (insert into retention_report (id, school_id, made_at) values (gen_random_uuid(), $2, app_now()) returning id),
            item as (insert into retention_item (report_id, pupil_id, school_id, part, anchor, since, due_on, basis)
              select id, $1, $2, 'lob', 'left', '2024-01-01', '2026-01-01', 'Twee jaar' from made)
       select id from made`,
      pupil.id,
      home,
    ),
    hold: await idOf(
      `insert into legal_hold (id, pupil_id, school_id, reason, set_by, set_at)
       values (gen_random_uuid(), $1, $2, 'Een klacht loopt', $3, app_now()) returning id`,
      pupil.id,
      home,
      mentor.id,
    ),
    session: await idOf(
      'select s.id from session s join person p on p.account_id = s.account_id where p.id = $1',
      mentor.id,
    ),
    identity: await idOf(
      `insert into external_identity (id, account_id, issuer, subject, linked_at)
       values (gen_random_uuid(), $1, 'https://entree.example', 'mentor', now()) returning id`,
      mentor.accountId,
    ),
    emergency,
  };

  const strangers: Stranger[] = [];
  const add = async (who: string, person: { login: string }, school?: string | null): Promise<void> =>
    void strangers.push({ who, agent: await app.asActor(person, school === undefined ? {} : { school }) });
  const classmate = await given.aPupil({ school: home, group, birthDate: '2009-03-09', guardians: [{}] });
  await add('a classmate', classmate);
  await add('the guardian of a classmate', classmate.guardians[0]!, null);
  await add('a guardian without custody', await given.aGuardian(pupil, { custody: false }), null);
  await add('a guardian of whom custody is not said', await given.aGuardian(pupil, { custody: null }), null);
  await add('a colleague without a role in it', await staff(home, 'staff'));
  const elsewhere = await given.aGroup({ school: home });
  const notHis = await given.aPupil({ school: home, group: elsewhere });
  const otherMentor = await staff(home, 'staff');
  await given.aMentor(notHis, otherMentor.id);
  await given.aMentor(pupil, otherMentor.id, { until: '2026-11-15' });
  await add('a mentor of another class, of this one until yesterday', otherMentor);
  const otherTeacher = await staff(home, 'staff');
  await given.aTeacher({ group: elsewhere, school: home, person: otherTeacher.id });
  await given.aTeacher({ group, school: home, person: otherTeacher.id, until: '2026-11-15' });
  await add('a teacher of another class, of this one until yesterday', otherTeacher);
  await add(officer, await staff(home, 'privacy-officer'));
  const all = await staff(
    other,
    'decaan',
    'lob-coordinator',
    'care-coordinator',
    'school-administrator',
    'privacy-officer',
  );
  await given.aMentor(await given.aPupil({ school: other }), all.id);
  await given.aTeacher({ group: await given.aGroup({ school: other }), school: other, person: all.id });
  await add('who may everything at another school', all);
  await add(
    'who may everything at an mbo without a tie',
    await staff(otherMbo, 'intaker', 'slb', 'mbo-care', 'school-administrator'),
  );
  await add('an slb’er of the receiving mbo', await staff(mbo, 'slb', 'mbo-care', 'decaan', 'lob-coordinator'));
  // Both at once: staff elsewhere, and a guardian without custody here.
  await given.aGuardian(pupil, { person: all.id, custody: false });
  return { ids, strangers };
}

async function send(agent: Agent, [method, path, body]: Call, ids: Ids): Promise<{ status: number; body: unknown }> {
  const to = `/api/v1/${path.replace(/:(\w+)/g, (_, name: keyof Ids) => ids[name])}`;
  const call = (agent as unknown as Record<string, (path: string) => ReturnType<Agent['get']>>)[method]!(to);
  const answer = await call.set('idempotency-key', newKey()).set('if-match', '"1"').send(body?.(ids));
  return { status: answer.status, body: answer.body as unknown };
}
const nothing = (ids: Ids): Ids => Object.fromEntries(Object.keys(ids).map((name) => [name, randomUUID()])) as Ids;

describe.each(['with both walls', 'with the first wall alone (row-level security off)'])('a stranger, %s', (walls) => {
  let app: TestApp;
  let ids: Ids;
  let strangers: Stranger[];
  beforeAll(async () => {
    app = await startApp();
    ({ ids, strangers } = await region(app));
    if (walls.includes('alone'))
      for (const { relname } of (
        await app.owner.query<{ relname: string }>(`select relname from pg_class where relrowsecurity`)
      ).rows)
        await app.owner.query(`alter table ${relname} disable row level security`);
  });
  afterAll(() => app.close());

  // A refusal is on record, and the key of a refused request may stand there.
  const kept = (): Promise<Record<string, string>> =>
    contents(app.owner, ['public.audit_event', 'public.audit_head', 'public.idempotency']);

  test('is refused on every route that names something, as if it were not there, and changes nothing', async () => {
    const before = await kept();
    const wrong: string[] = [];
    for (const { who, agent } of strangers)
      for (const call of calls) {
        if (who === officer && ofOfficer.test(call[1])) continue;
        const answer = await send(agent, call, ids);
        const ofNothing = await send(agent, call, nothing(ids));
        const name = `${who}: ${call[0]} ${call[1]}`;
        if (![403, 404].includes(answer.status)) wrong.push(`${name}: ${answer.status}`);
        else if (JSON.stringify(answer) !== JSON.stringify(ofNothing))
          wrong.push(`${name}: differs from what is not there`);
      }
    expect(wrong).toEqual([]);
    expect(await kept()).toEqual(before);
  }, 300_000);

  test('finds nothing of it in a list', async () => {
    const lists = [
      'groups',
      'pupils',
      'guardians',
      'dossiers',
      'people',
      'rectifications',
      'erasure-requests',
      'retention',
      'legal-holds',
      'roster-imports',
      'me',
    ];
    const secrets = Object.entries(ids).filter(([name]) => name !== 'opleiding');
    const leaks: string[] = [];
    for (const { who, agent } of strangers)
      for (const list of lists) {
        if (who === officer && ofOfficer.test(list)) continue;
        const { status, text } = await agent.get(`/api/v1/${list}`);
        if (status >= 500) leaks.push(`${who}: ${list}: ${status}`);
        for (const [name, id] of secrets) if (text.includes(id)) leaks.push(`${who}: ${list} has the ${name}`);
      }
    expect(leaks).toEqual([]);
  });
});

describe('sessions', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('an account that is disabled, a role that ends and a mentor who is replaced: gone on the very next request', async () => {
    const { given, owner } = app;
    const school = await given.aSchool();
    const mentor = await given.aPerson({ school, roles: ['staff'] });
    const pupil = await given.aPupil({ school, mentor: mentor.id });
    await given.aMentor(await given.aPupil({ school }), mentor.id);
    const agent = await app.asActor(mentor);
    const path = `/api/v1/dossiers/${pupil.id}`;
    await agent.get(path).expect(200);

    await owner.query('update account set disabled_at = now() where id = $1', [mentor.accountId]);
    expect((await agent.get(path)).status).toBe(401);
    expect((await agent.get('/api/v1/me')).status).toBe(401);
    await owner.query('update account set disabled_at = null where id = $1', [mentor.accountId]);
    await agent.get(path).expect(200);

    await owner.query(`update mentor_assignment set valid_until = '2026-11-15' where pupil_id = $1`, [pupil.id]);
    expect((await agent.get(path)).status).toBe(404);
    await owner.query(`update mentor_assignment set valid_until = '2027-07-31' where pupil_id = $1`, [pupil.id]);
    await agent.get(path).expect(200);

    await owner.query(`update role_assignment set valid_until = '2026-11-15' where person_id = $1`, [mentor.id]);
    expect((await agent.get(path)).status).toBe(401);
  });

  test('one that was not used for half an hour, or is ten hours old, is over', async () => {
    const { given, clock } = app;
    const pupil = await given.aPupil({ school: await given.aSchool() });
    const idle = await app.asActor(pupil);
    await clock.advance({ minutes: 29 });
    await idle.get('/api/v1/me').expect(200);
    await clock.advance({ minutes: 31 });
    expect((await idle.get('/api/v1/me')).status).toBe(401);
    const busy = await app.asActor(pupil);
    for (let hours = 0; hours < 10; hours += 0.25) {
      await clock.advance({ minutes: 15 });
      if (hours < 9.7) await busy.get('/api/v1/me').expect(200);
    }
    expect((await busy.get('/api/v1/me')).status).toBe(401);
  });

  test.each([
    ['another token', () => `Bearer ${'x'.repeat(43)}`],
    ['no token', () => 'Bearer '],
    ['SQL', () => `Bearer ' or 1=1 --`],
    ['basic', () => 'Basic YTpi'],
    ['a token of 10,000 characters', () => `Bearer ${'a'.repeat(10_000)}`],
  ])('%s opens nothing', async (_, authorization) => {
    expect((await app.http().get('/api/v1/me').set('authorization', authorization())).status).toBe(401);
  });
});

test('every route that names something stands in the table above', async () => {
  const app = await startApp();
  const known = new Set(calls.map(([method, path]) => `${method} ${path.replace(/:\w+/g, ':')}`));
  const missing = allRoutes(app).flatMap(({ method, path }) => {
    if (!path.startsWith('/api/v1/')) return [];
    const route = `${method} ${path.slice('/api/v1/'.length).replace(/:\w+/g, ':')}`;
    return route.includes(':') && !known.has(route) && !forAll.includes(route) ? [route] : [];
  });
  await app.close();
  expect(missing).toEqual([]);
});
