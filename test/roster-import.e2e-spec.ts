import http from 'node:http';
import { faultTexts } from '../src/roster-import/fault-texts.types.js';
import type { RosterImportResponse } from '../src/roster-import/roster-import.dto.js';
import { type Agent, startApp, type TestApp } from './support/app.js';
import { brokenRosters } from './support/broken-rosters.js';
import { type MadePupil, makePupils, oneRosterFiles, simpleCsv, zipOf } from './support/roster-files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface School {
  id: string;
  admin: Agent;
}
async function aSchool(): Promise<School> {
  const id = await app.given.aSchool();
  return { id, admin: await app.asActor(await app.given.aPerson({ school: id, roles: ['school-administrator'] })) };
}

type File = { name: string; bytes: Buffer };
const path = '/api/v1/roster-imports';
async function read(agent: Agent, files: File[] | Buffer, to = path): Promise<RosterImportResponse> {
  const request = agent.post(to);
  for (const { name, bytes } of Buffer.isBuffer(files) ? [{ name: 'klassen.csv', bytes: files }] : files) {
    request.attach('file', bytes, name);
  }
  const response = await request;
  expect([response.status, response.body]).toEqual([201, expect.anything()]);
  return response.body as RosterImportResponse;
}
const apply = (agent: Agent, preview: RosterImportResponse, more: object = {}) =>
  agent.post(`${path}/${preview.id}/apply`).send({ seen: preview.seen, ...more });
/** Reads and applies, and expects that to work. */
async function load(agent: Agent, files: File[] | Buffer, more: object = {}): Promise<Record<string, number>> {
  const preview = await read(agent, files);
  expect([preview.status, preview.faults]).toEqual(['previewed', []]);
  const applied = await apply(agent, preview, more).expect(200);
  return applied.body as Record<string, number>;
}
async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await app.owner.query(sql, values)).rows as T[];
}

const tables = [
  'pupil',
  'pupil_group',
  'enrolment',
  'mentor_assignment',
  'teaching_assignment',
  'guardian',
  'person',
  'role_assignment',
  'activity',
];
/** A print of everything an import may write: two that are equal say that nothing changed. */
async function everything(): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of tables) {
    const [row] = await rows<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${table} t`,
    );
    prints[table] = row?.print ?? '';
  }
  return prints;
}

const aClass = (values: Partial<MadePupil> = {}, pupils = 3): MadePupil[] =>
  makePupils({ pupils, seed: 11 }).map((pupil) => ({ ...pupil, ...values }));
/** One pupil with one guardian, to change one thing about. */
const one = (values: Partial<MadePupil> = {}): MadePupil => ({
  number: '7001',
  firstName: 'Elif',
  callName: 'Elif',
  infix: '',
  familyName: 'Kaya',
  birthDate: '2012-05-06',
  group: '3KB1',
  year: 3,
  leerweg: 'kb',
  profiel: 'Z&W',
  mentorEmail: 'a.boer@school.example',
  email: 'elif@leerling.example',
  guardians: [{ name: 'Ayşe Kaya', email: 'ayse@thuis.example', custody: 'ja' }],
  ...values,
});

describe('a school of 5,000 pupils', () => {
  const pupils = makePupils({ pupils: 5000 });
  let school: School;
  beforeAll(async () => {
    school = await aSchool();
  });

  const timed = async (what: string, files: File[] | Buffer): Promise<Record<string, number>> => {
    const start = performance.now();
    const preview = await read(school.admin, files);
    const between = performance.now();
    const applied = await apply(school.admin, preview).expect(200);
    const end = performance.now();
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    console.log(`${what}: preview ${seconds(between - start)} s, apply ${seconds(end - between)} s`);
    expect(end - start).toBeLessThan(60_000);
    return applied.body as Record<string, number>;
  };

  it('comes in from our CSV, and the same file changes 0 rows', async () => {
    const first = await timed('5,000 pupils', simpleCsv(pupils));
    expect(first).toMatchObject({ new: 5000, newGroups: 200, newStaff: 200, unchanged: 0, left: 0 });
    const counts = await rows(
      `select (select count(*)::int from pupil where school_id = $1) as pupils,
              (select count(*)::int from enrolment where school_id = $1 and valid_from = '2026-08-01') as enrolments,
              (select count(*)::int from guardian where school_id = $1) as guardians,
              (select count(*)::int from mentor_assignment where school_id = $1 and valid_until = '2027-07-31') as mentors,
              (select count(*)::int from audit_event where school_id = $1 and chain = 'pupil' and action = 'pupil.changed') as record`,
      [school.id],
    );
    const guardians = pupils.reduce((sum, pupil) => sum + pupil.guardians.length, 0);
    expect(counts).toEqual([{ pupils: 5000, enrolments: 5000, guardians, mentors: 5000, record: 5000 }]);

    // So many chains at once are written under one lock; each of them must be whole all the same.
    const broken = await rows(
      `select c.chain_id from (select distinct chain_id from audit_event where school_id = $1) c
        where audit_verify($2, c.chain_id) is not null`,
      [school.id, app.config.auditKeyBytes],
    );
    expect(broken).toEqual([]);

    const before = await everything();
    const second = await timed('the same 5,000 again', simpleCsv(pupils));
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 5000, rows: 0 });
    expect(await everything()).toEqual(before);
  });

  it('has the same pupils in OneRoster, which leaves leerweg, profiel and custody alone', async () => {
    const untouched = () =>
      rows(
        `select md5(string_agg(e.leerweg || coalesce(e.profiel, '-'), '' order by p.pupil_number)) as enrolments,
                (select md5(string_agg(coalesce(g.custody::text, '?'), '' order by g.id)) from guardian g where g.school_id = $1) as custody
           from enrolment e join pupil p on p.id = e.pupil_id where p.school_id = $1`,
        [school.id],
      );
    const before = await untouched();
    const zip = [{ name: 'oneroster.zip', bytes: await zipOf(oneRosterFiles(pupils)) }];
    expect(await timed('5,000 pupils of OneRoster', zip)).toMatchObject({ new: 0, changed: 0, unchanged: 5000 });
    expect(await timed('the same OneRoster again', zip)).toMatchObject({ unchanged: 5000, rows: 0 });
    expect(await untouched()).toEqual(before);
  });
});

describe('a file with a mistake', () => {
  it('is refused with a message of its own, and changes 0 rows', async () => {
    const { admin } = await aSchool();
    const before = await everything();
    const messages = new Map<string, string>();
    for (const broken of brokenRosters) {
      if (broken.code === 'file-too-large') continue; // refused before it is read: see below
      const { status, faults, counts, seen, id } = await read(admin, await broken.files());
      expect([broken.mistake, status, counts, seen]).toEqual([broken.mistake, 'refused', null, null]);
      expect([broken.mistake, faults[0]?.code]).toEqual([broken.mistake, broken.code]);
      messages.set(broken.code, `${faults[0]?.text} Verwacht: ${faults[0]?.expected}.`);
      const response = await admin.post(`${path}/${id}/apply`).send({ seen: 'x' });
      expect([response.status, (response.body as { code: string }).code]).toEqual([409, 'import-refused']);
    }
    expect(new Set(messages.values()).size).toBe(messages.size);
    expect(await everything()).toEqual(before);
    expect([...messages.keys()].every((code) => code in faultTexts)).toBe(true);
    expect(messages.get('date-impossible')).toBe('Deze dag bestaat niet. Verwacht: een dag die op de kalender staat.');
  });

  it('of 200 MB is refused while it comes in', async () => {
    const school = await app.given.aSchool();
    const admin = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const token = await app.tokenFor(admin);
    const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
      const request = http.request(`${app.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=xx' },
      });
      let left = 200;
      const more = (): void => {
        while (left > 0 && !request.destroyed) {
          left -= 1;
          if (!request.write(Buffer.alloc(1024 * 1024, 'a'))) return void request.once('drain', more);
        }
        request.end('\r\n--xx--\r\n');
      };
      request.on('response', (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      request.on('error', reject);
      request.write('--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n');
      more();
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'too-large' });
  });

  it('in several parts is as large as those together', async () => {
    const { admin } = await aSchool();
    const response = await admin
      .post(path)
      .attach('file', Buffer.alloc(11 * 1024 * 1024, 'a'), 'users.csv')
      .attach('file', Buffer.alloc(11 * 1024 * 1024, 'a'), 'orgs.csv');
    expect(response.status).toBe(413);
  });

  it('about the school is a mistake as long as the school is so', async () => {
    const { admin, id } = await aSchool();
    const unknown = await read(admin, simpleCsv([one({ mentorEmail: 'Anna Boer' })]));
    expect(unknown.faults).toMatchObject([{ code: 'mentor-unknown', line: 2, column: 'mentor', found: 'Anna Boer' }]);
    await app.given.aPerson({ school: id, roles: ['staff'], givenName: 'Anna', familyName: 'Boer' });
    const now = (await admin.get(`${path}/${unknown.id}`).expect(200)).body as RosterImportResponse;
    expect([now.status, now.faults]).toEqual(['previewed', []]);
    await apply(admin, now).expect(200);
  });
});

describe('what an import changes', () => {
  it('is what the preview said: pupils, group, mentor, guardian', async () => {
    const { admin, id } = await aSchool();
    await load(admin, simpleCsv([one(), one({ number: '7002', email: 'x@leerling.example', callName: 'Lif' })]));
    const preview = await read(
      admin,
      simpleCsv([
        one({ group: '3KB2', mentorEmail: 'b.smit@school.example', leerweg: 'bb' }),
        one({ number: '7002', email: 'x@leerling.example', callName: 'Lif' }),
      ]),
    );
    expect(preview.counts).toMatchObject({ new: 0, changed: 1, unchanged: 1, newGroups: 1, newStaff: 1 });
    expect(preview.changed[0]?.changes).toEqual([
      { field: 'leerweg', from: 'kb', to: 'bb' },
      { field: 'group', from: '3KB1', to: '3KB2' },
      { field: 'mentor', from: 'a.boer@school.example', to: 'b.smit@school.example' },
    ]);
    await apply(admin, preview).expect(200);
    expect(
      await rows(
        `select p.pupil_number, p.given_name, p.register_name, g.name as "group", e.leerweg, e.profiel,
                (select string_agg(d.email, ' ') from mentor_assignment m join person d on d.id = m.person_id
                  where m.pupil_id = p.id and app_today() between m.valid_from and m.valid_until) as mentor
           from pupil p join enrolment e on e.pupil_id = p.id join pupil_group g on g.id = e.group_id
          where p.school_id = $1 order by 1`,
        [id],
      ),
    ).toEqual([
      {
        pupil_number: '7001',
        given_name: 'Elif',
        register_name: null,
        group: '3KB2',
        leerweg: 'bb',
        profiel: 'ZW',
        mentor: 'b.smit@school.example',
      },
      {
        pupil_number: '7002',
        given_name: 'Lif',
        register_name: 'Elif',
        group: '3KB1',
        leerweg: 'kb',
        profiel: 'ZW',
        mentor: 'a.boer@school.example',
      },
    ]);
  });

  it('is never custody; the page says where that is done', async () => {
    const { admin, id } = await aSchool();
    await load(admin, simpleCsv([one()]));
    const custody = () => rows('select custody from guardian where school_id = $1', [id]);
    const preview = await read(
      admin,
      simpleCsv([one({ guardians: [{ name: 'Ayşe Kaya', email: 'ayse@thuis.example', custody: 'nee' }] })]),
    );
    expect(preview.notices).toMatchObject([{ code: 'custody-unchanged' }]);
    expect((await apply(admin, preview).expect(200)).body).toMatchObject({ unchanged: 1, rows: 0 });
    expect(await custody()).toEqual([{ custody: true }]);
    await load(admin, simpleCsv([one({ guardians: [] })]));
    expect(await custody()).toEqual([{ custody: true }]);
  });

  it('leaves who is not in the file, until someone says that they left; and nothing of them is deleted', async () => {
    const { admin, id } = await aSchool();
    const pupils = aClass();
    await load(admin, simpleCsv(pupils));
    const rest = simpleCsv(pupils.slice(1));
    expect(await load(admin, rest)).toMatchObject({ left: 0, notLeft: 1, rows: 0 });
    expect(await load(admin, rest, { confirmGone: true })).toMatchObject({ left: 1, notLeft: 0 });
    const facts = () =>
      rows(
        `select p.left_on::text, e.valid_until::text,
                (select max(m.valid_until)::text from mentor_assignment m where m.pupil_id = p.id) as mentor
           from pupil p join enrolment e on e.pupil_id = p.id where p.school_id = $1 and p.pupil_number = $2`,
        [id, pupils[0]?.number],
      );
    expect(await facts()).toEqual([{ left_on: '2026-11-16', valid_until: '2026-11-16', mentor: '2026-11-16' }]);
    expect(await load(admin, rest, { confirmGone: true })).toMatchObject({ left: 0, notLeft: 0, rows: 0 });
    expect(await load(admin, simpleCsv(pupils))).toMatchObject({ returned: 1, unchanged: 2 });
    expect(await facts()).toEqual([{ left_on: null, valid_until: null, mentor: '2027-07-31' }]);
  });

  it('stays within the school: the same numbers elsewhere are other pupils', async () => {
    const [here, there] = [await aSchool(), await aSchool()];
    await load(there.admin, simpleCsv(aClass()));
    const theirs = () => rows('select * from pupil where school_id = $1 order by id', [there.id]);
    const before = await theirs();
    expect(await load(here.admin, simpleCsv(aClass({ leerweg: 'tl' })))).toMatchObject({ new: 3 });
    expect(await theirs()).toEqual(before);
  });

  it('is on the chain of each pupil it is about, and on that of the school', async () => {
    const { admin, id } = await aSchool();
    await load(admin, simpleCsv(aClass()));
    await load(admin, simpleCsv(aClass({ mentorEmail: 'nieuw@school.example' }).slice(1)), { confirmGone: true });
    const record = await rows(
      `select chain, action, count(*)::int as n from audit_event
        where school_id = $1 and action <> 'list.read' group by 1, 2 order by 1, 2`,
      [id],
    );
    expect(record).toEqual([
      { chain: 'pupil', action: 'mentor.changed', n: 2 },
      { chain: 'pupil', action: 'pupil.changed', n: 3 },
      { chain: 'pupil', action: 'pupil.left', n: 1 },
      { chain: 'school', action: 'roster.imported', n: 2 },
    ]);
  });

  it('makes a new school year: groups, mentors, doublers, leavers, and who came new', async () => {
    const { admin, id } = await aSchool();
    const [up, doubler, leaver] = aClass({ group: '3KB1', year: 3, leerweg: 'kb' }) as [
      MadePupil,
      MadePupil,
      MadePupil,
    ];
    await load(admin, simpleCsv([up, doubler, leaver]));
    await app.clock.set('2027-08-23');
    const late = { ...one({ group: '4KB1', year: 4 }), mentorEmail: 'vier@school.example' };
    try {
      const agent = await app.asActor(await app.given.aPerson({ school: id, roles: ['school-administrator'] }));
      const preview = await read(
        agent,
        simpleCsv([{ ...up, group: '4KB1', year: 4, mentorEmail: 'vier@school.example' }, doubler]),
      );
      expect(preview.counts).toMatchObject({ changed: 2, gone: 1, newGroups: 2 });
      await apply(agent, preview, { confirmGone: true }).expect(200);
      await load(
        agent,
        simpleCsv([{ ...up, group: '4KB1', year: 4, mentorEmail: 'vier@school.example' }, doubler, late]),
      );
    } finally {
      await app.clock.set('2026-11-16T11:00:00+01:00');
    }
    const enrolments = await rows<Record<string, unknown>>(
      `select p.pupil_number as n, e.school_year as y, g.name as "group", e.valid_from::text as f, e.valid_until::text as u,
              (select string_agg(m.valid_from || '/' || m.valid_until, ' ' order by m.valid_from) from mentor_assignment m
                where m.pupil_id = p.id) as mentors
         from enrolment e join pupil p on p.id = e.pupil_id join pupil_group g on g.id = e.group_id
        where p.school_id = $1 order by 1, 2`,
      [id],
    );
    const twice = '2026-11-16/2027-07-31 2027-08-23/2028-07-31';
    const once = '2026-11-16/2027-07-31';
    expect(enrolments).toEqual(
      [
        { n: up.number, y: 2026, group: '3KB1', f: '2026-08-01', u: '2027-07-31', mentors: twice },
        { n: up.number, y: 2027, group: '4KB1', f: '2027-08-01', u: null, mentors: twice },
        { n: doubler.number, y: 2026, group: '3KB1', f: '2026-08-01', u: '2027-07-31', mentors: twice },
        { n: doubler.number, y: 2027, group: '3KB1', f: '2027-08-01', u: null, mentors: twice },
        { n: leaver.number, y: 2026, group: '3KB1', f: '2026-08-01', u: '2027-08-23', mentors: once },
        { n: '7001', y: 2027, group: '4KB1', f: '2027-08-23', u: null, mentors: '2027-08-23/2028-07-31' },
      ].sort((a, b) => `${a.n}${a.y}`.localeCompare(`${b.n}${b.y}`)),
    );
  });
});

describe('applying', () => {
  it('asks for what was seen: a school that changed meanwhile is looked at again first', async () => {
    const { admin } = await aSchool();
    await load(admin, simpleCsv(aClass()));
    const preview = await read(admin, simpleCsv(aClass({ leerweg: 'tl' })));
    await load(admin, simpleCsv(aClass({ leerweg: 'gl' })));
    const before = await everything();
    const response = await apply(admin, preview);
    expect([response.status, (response.body as { code: string }).code]).toEqual([412, 'stale-version']);
    expect(await everything()).toEqual(before);
    const again = (await admin.get(`${path}/${preview.id}`)).body as RosterImportResponse;
    expect(again.changed[0]?.changes).toEqual([{ field: 'leerweg', from: 'gl', to: 'tl' }]);
    await apply(admin, again).expect(200);
  });

  it('is not stopped by a change that has nothing to do with it', async () => {
    const { admin, id } = await aSchool();
    await load(admin, simpleCsv(aClass()));
    const preview = await read(admin, simpleCsv(aClass({ leerweg: 'tl' })));
    await app.given.aPerson({ school: id, roles: ['staff'] });
    await app.owner.query('update pupil set version = version + 1 where school_id = $1', [id]);
    await apply(admin, preview).expect(200);
  });

  it('twice, one after the other or at once, is applying once', async () => {
    const { admin, id } = await aSchool();
    const preview = await read(admin, simpleCsv(aClass()));
    const answers = await Promise.all([apply(admin, preview), apply(admin, preview), apply(admin, preview)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0].body);
    expect(await rows('select count(*)::int as n from pupil where school_id = $1', [id])).toEqual([{ n: 3 }]);
    expect(
      await rows(`select count(*)::int as n from audit_event where school_id = $1 and action = 'roster.imported'`, [
        id,
      ]),
    ).toEqual([{ n: 1 }]);
  });

  it('is all or nothing: what fails halfway leaves no trace', async () => {
    const { admin } = await aSchool();
    const preview = await read(
      admin,
      simpleCsv([one({ guardians: [{ name: 'Piet Halverwege', email: '', custody: 'ja' }] })]),
    );
    const before = await everything();
    // The guardians come after persons, groups, pupils and enrolments: those have been written by then.
    await app.owner.query(`alter table guardian add constraint halfway check (custody is not true) not valid`);
    try {
      await apply(admin, preview).expect(422);
    } finally {
      await app.owner.query('alter table guardian drop constraint halfway');
    }
    expect(await everything()).toEqual(before);
    expect((await admin.get(`${path}/${preview.id}`)).body).toMatchObject({ status: 'previewed' });
    await apply(admin, preview).expect(200);
  });

  it('keeps the numbers and forgets the names', async () => {
    const { admin } = await aSchool();
    const preview = await read(admin, simpleCsv(aClass()));
    await apply(admin, preview).expect(200);
    const view = (await admin.get(`${path}/${preview.id}`)).body as RosterImportResponse;
    expect(view).toMatchObject({ status: 'applied', new: [], result: { new: 3 } });
    expect(await rows('select parsed, preview from roster_import where id = $1', [preview.id])).toEqual([
      { parsed: null, preview: null },
    ]);
  });

  it('comes too late after a day: by then what was read is gone', async () => {
    const { admin } = await aSchool();
    const preview = await read(admin, simpleCsv(aClass()));
    await app.owner.query(`update roster_import set created_at = created_at - interval '25 hours' where id = $1`, [
      preview.id,
    ]);
    const response = await apply(admin, preview);
    expect([response.status, (response.body as { code: string }).code]).toEqual([409, 'import-expired']);
    await admin.get(`${path}/${preview.id}`).expect(200);
    expect(await rows('select parsed from roster_import where id = $1', [preview.id])).toEqual([{ parsed: null }]);
  });
});

describe('who may import', () => {
  it('is the administrator and the decaan of the school itself', async () => {
    const { admin, id } = await aSchool();
    const decaan = await app.asActor(await app.given.aPerson({ school: id, roles: ['decaan'] }));
    const preview = await read(decaan, simpleCsv(aClass()));
    expect(((await admin.get(path)).body as { items: { id: string }[] }).items.map((item) => item.id)).toEqual([
      preview.id,
    ]);
    await apply(decaan, preview).expect(200);

    const elsewhere = await aSchool();
    await elsewhere.admin.get(`${path}/${preview.id}`).expect(404);
    await apply(elsewhere.admin, preview).expect(404);
    for (const roles of [['staff'], ['care-coordinator'], ['lob-coordinator'], ['privacy-officer']] as const) {
      const agent = await app.asActor(await app.given.aPerson({ school: id, roles: [...roles] }));
      await agent.post(path).attach('file', simpleCsv(aClass()), 'a.csv').expect(403);
      await agent.get(path).expect(403);
      await agent.get(`${path}/${preview.id}`).expect(404);
      await agent.post(`${path}/${preview.id}/apply`).send({ seen: 'x' }).expect(404);
    }
    await app.http().get(path).expect(401);
  });
});

describe('a pupil who left', () => {
  const pupils = aClass();
  const gone = async (): Promise<School & { decaan: Agent; login: { login: string }; left: string }> => {
    const school = await aSchool();
    await load(school.admin, simpleCsv(pupils));
    await load(school.admin, simpleCsv(pupils.slice(1)), { confirmGone: true });
    const login = await app.given.aPerson({ school: school.id, roles: ['decaan'] });
    const [left] = await rows<{ id: string }>('select id from pupil where school_id = $1 and left_on is not null', [
      school.id,
    ]);
    return { ...school, decaan: await app.asActor(login), login, left: left!.id };
  };

  it('is not brought back by the decaan: the row is named, and nothing of the file comes in', async () => {
    const { decaan, admin, left } = await gone();
    const other = { ...pupils[1]!, number: '99001', firstName: 'Nieuw', callName: 'Nieuw', email: '' };
    const file = simpleCsv([...pupils, other]);
    const before = await everything();
    const preview = await read(decaan, file);
    expect([preview.status, preview.seen, preview.faultTotal]).toEqual(['refused', null, 1]);
    expect(preview.faults).toEqual([
      {
        file: 'klassen.csv',
        line: 2,
        column: null,
        found: pupils[0]!.number,
        code: 'pupil-left',
        text: 'Deze leerling is van school gegaan.',
        expected: 'een lijst zonder deze leerling; terughalen kan alleen de beheerder, door zelf de lijst in te lezen',
      },
    ]);
    const refused = await decaan.post(`${path}/${preview.id}/apply`).send({ seen: 'x' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'import-refused']);
    expect(await everything()).toEqual(before);

    // What the administrator read, the decaan does not apply; and the administrator does.
    const theirs = await read(admin, file);
    expect((await apply(decaan, theirs)).status).toBe(409);
    expect(await everything()).toEqual(before);
    expect((await apply(admin, theirs).expect(200)).body).toMatchObject({ returned: 1, new: 1 });
    expect(await rows('select left_on from pupil where id = $1', [left])).toEqual([{ left_on: null }]);
  });

  it('says nothing of who that was, when the number is in the file for somebody else', async () => {
    const { decaan } = await gone();
    const [first] = pupils;
    const someone = { ...first!, firstName: 'Daan', callName: 'Daan', familyName: 'Anders', birthDate: '2013-02-03' };
    const preview = await read(decaan, simpleCsv([someone, ...pupils.slice(1)]));
    expect(preview.faults.map(({ code }) => code)).toEqual(['pupil-left']);
    expect(JSON.stringify(preview)).not.toContain(first!.familyName);
  });

  it('comes back by no other way of the decaan either', async () => {
    const { login, left } = await gone();
    expect(await app.sql.tried(login, 'select pupils_return(array[$1::uuid])', [left])).toBe('refused');
  });
});

describe('the LOB history of a school', () => {
  const header = 'leerlingnummer;datum;soort;titel;plaats;competentie';
  const to = `${path}/lob-history`;
  const history = (...lines: string[]): Buffer => Buffer.from([header, ...lines].join('\n'));

  it('comes into the dossiers once, by the decaan', async () => {
    const { admin, id } = await aSchool();
    const decaan = await app.asActor(await app.given.aPerson({ school: id, roles: ['decaan'] }));
    await load(admin, simpleCsv([one(), one({ number: '7002', email: '' })]));
    const file = history(
      '7001;31-03-2026;Open dag;Open dag Graafschap College;Doetinchem;werkexploratie, netwerken',
      '7002;31-03-2026;open dag;Open dag Graafschap College;Doetinchem;werkexploratie',
      '7001;01-06-2026;bedrijfsbezoek;Bakkerij De Ark;;',
    );
    await admin.post(to).attach('file', file, 'lob.csv').expect(403);
    const preview = await read(decaan, file, to);
    expect(preview).toMatchObject({ status: 'previewed', kind: 'lob-history', history: { new: 3, known: 0 } });
    expect((await apply(decaan, preview).expect(200)).body).toMatchObject({ new: 3, unchanged: 0, rows: 3 });
    const activities = await rows<Record<string, unknown>>(
      `select p.pupil_number as n, a.type, a.title, a.place, a.starts_on::text as d, a.competences, a.log_id
         from activity a join pupil p on p.id = a.pupil_id where a.school_id = $1 order by a.starts_on, 1`,
      [id],
    );
    expect(activities).toMatchObject([
      {
        n: '7001',
        type: 'open-day',
        d: '2026-03-31',
        place: 'Doetinchem',
        competences: ['werkexploratie', 'netwerken'],
      },
      { n: '7002', type: 'open-day', competences: ['werkexploratie'] },
      { n: '7001', type: 'company-visit', title: 'Bakkerij De Ark', competences: [] },
    ]);
    expect(activities[0]?.log_id).toBe(activities[1]?.log_id);

    const before = await everything();
    const again = await read(decaan, file, to);
    expect(again.history).toMatchObject({ new: 0, known: 3 });
    expect((await apply(decaan, again).expect(200)).body).toMatchObject({ new: 0, unchanged: 3, rows: 0 });
    expect(await everything()).toEqual(before);
  });

  it('of pupils of elsewhere is refused', async () => {
    const school = await aSchool();
    await load((await aSchool()).admin, simpleCsv([one()]));
    const decaan = await app.asActor(await app.given.aPerson({ school: school.id, roles: ['decaan'] }));
    const preview = await read(decaan, history('7001;31-03-2026;open dag;Titel;;'), to);
    expect(preview.faults).toMatchObject([{ code: 'pupil-unknown', line: 2, found: '7001' }]);
    await apply(decaan, { ...preview, seen: 'x' }).expect(409);
  });
});

describe('the pages of an import', () => {
  const asBrowser = async (role: 'school-administrator' | 'decaan' = 'school-administrator') => {
    const school = await app.given.aSchool();
    return { school, browser: await app.asBrowser(await app.given.aPerson({ school, roles: [role] })) };
  };
  const send = async (browser: Agent, bytes: Buffer, to = '/import'): Promise<string> => {
    const { headers } = await browser.post(to).attach('file', bytes, 'klassen.csv').expect(303);
    expect(headers.location).toMatch(/^\/import\/[0-9a-f-]{36}$/);
    return headers.location ?? '';
  };
  const seenOn = (page: string): string => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
  /** Looks as the browser does, until the page does not ask to be looked at again. */
  const wait = async (browser: Agent, at: string): Promise<string> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { text, headers } = await browser.get(at).expect(200);
      if (headers.refresh === undefined) return text;
      expect(text).toContain('Bezig met verwerken');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it takes too long');
  };

  it('lead from a file over what changes to what was done', async () => {
    const { browser, school } = await asBrowser();
    const { text } = await browser.get('/import').expect(200);
    expect(text).toContain('enctype="multipart/form-data"');
    const at = await send(browser, simpleCsv(makePupils({ pupils: 30 })));
    const preview = (await browser.get(at).expect(200)).text;
    expect(preview).toContain('Er is nog niets bewaard.');
    expect(await rows('select from pupil where school_id = $1', [school])).toHaveLength(0);
    await browser
      .post(at)
      .type('form')
      .send({ seen: seenOn(preview) })
      .expect(303);
    expect(await wait(browser, at)).toContain('Import verwerkt');
    expect(await rows('select from pupil where school_id = $1', [school])).toHaveLength(30);
    expect((await browser.get('/import').expect(200)).text).toContain('klassen.csv');
  });

  it('show that it is under way, and refresh by themselves', async () => {
    const { browser, school } = await asBrowser();
    const at = await send(browser, simpleCsv([one()]));
    const seen = seenOn((await browser.get(at)).text);
    // Somebody else holds the school: the import waits, and so does whoever looks at it.
    await app.owner.query('select pg_advisory_lock(hashtextextended($1, 7514))', [school]);
    try {
      await browser.post(at).type('form').send({ seen }).expect(303);
      await browser.post(at).type('form').send({ seen }).expect(303);
      const { text, headers } = await browser.get(at).expect(200);
      expect(text).toContain('Bezig met verwerken');
      expect(headers.refresh).toBe('2');
    } finally {
      await app.owner.query('select pg_advisory_unlock_all()');
    }
    expect(await wait(browser, at)).toContain('Import verwerkt');
  });

  it('ask who left', async () => {
    const { browser, school } = await asBrowser();
    const load30 = async (from: number, more: object): Promise<string> => {
      const at = await send(browser, simpleCsv(makePupils({ pupils: 30 }).slice(from)));
      const page = (await browser.get(at)).text;
      await browser
        .post(at)
        .type('form')
        .send({ seen: seenOn(page), ...more })
        .expect(303);
      await wait(browser, at);
      return page;
    };
    await load30(0, {});
    expect(await load30(28, {})).toContain('Deze 28 leerlingen zijn van school');
    const left = () => rows('select from pupil where school_id = $1 and left_on is not null', [school]);
    expect(await left()).toHaveLength(0);
    await load30(28, { confirmGone: 'on' });
    expect(await left()).toHaveLength(28);
  });

  it('tell what is wrong, and what stopped it', async () => {
    const { browser, school } = await asBrowser();
    expect((await browser.post('/import').field('x', '1').expect(422)).text).toContain('Kies een bestand');
    const wrong = await send(browser, simpleCsv([one({ birthDate: '2010-02-31' })]));
    const page = (await browser.get(wrong).expect(200)).text;
    expect(page).toContain('Er zit een fout in het bestand');
    expect(page).toContain('Deze dag bestaat niet.');

    const at = await send(browser, simpleCsv([one()]));
    const seen = seenOn((await browser.get(at)).text);
    await app.owner.query(
      `insert into pupil_group (id, school_id, school_year, name, year) values (gen_random_uuid(), $1, 2026, '3KB1', 2)`,
      [school],
    );
    await browser.post(at).type('form').send({ seen }).expect(303);
    expect(await wait(browser, at)).toContain('Er is intussen iets veranderd bij je school.');
    expect(await rows('select from pupil where school_id = $1', [school])).toHaveLength(0);
  });

  it('give an example that can be read in', async () => {
    const { browser } = await asBrowser();
    const example = await browser
      .get('/import/voorbeeld.csv')
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const at = await send(browser, example.body as Buffer);
    expect((await browser.get(at)).text).toContain('Daan van den Berg');
  });

  it('take the LOB history of the decaan only', async () => {
    const { browser } = await asBrowser('decaan');
    await wait(browser, await send(browser, simpleCsv([one()])));
    const file = Buffer.from('leerlingnummer;datum;soort;titel\n7001;31-03-2026;uitje;Titel');
    expect((await browser.get(await send(browser, file, '/import/lob'))).text).toContain('Deze soort activiteit');
    await (await asBrowser()).browser.get('/import/lob').expect(403);
  });
});
