import pg from 'pg';
import { accessTable, columns, countCases, roleOf } from './support/access-table.js';
import { accessRegion, type Case } from './support/access-region.js';
import { newKey, startApp, type TestApp } from './support/app.js';
import { tokenDigest } from '../src/platform/access/session-token.js';

/** Which reflection texts each kind of reader may get when the cell says `s`. */
const opened: Record<string, string> = {
  guardian: 'voor thuis',
  intaker: 'voor mbo',
  slb: 'voor mbo',
  'guest-teacher': 'voor mbo',
};
const openedTo = (who: string): string => opened[roleOf(who)] ?? 'voor school';
/** Whose name is known where nothing of the dossier is: applicants, who is placed, own students, and a guardian's child. */
const knowsName = (who: string): boolean =>
  /intaker: .*(application, |application here, |placement, )|slb: own student|custody, pupil/.test(who);

const dossier = {
  profile: 'profile',
  'school-career': 'schoolCareer',
  lob: 'lob',
  reflections: 'reflections',
} as const;

/** What a dossier says of itself, in the letters of the table. */
function readLetter(body: Record<string, unknown>, section: (typeof columns)[number], who: string): string {
  const part = body[dossier[section]];
  if (part === undefined) return '-';
  if (section === 'profile') {
    const { birthDate, contacts } = part as { birthDate: string | null; contacts: unknown[] };
    return birthDate === null ? 'n' : contacts.length === 0 ? 't' : 'r';
  }
  if (section === 'lob') {
    const titles = (part as { title: string }[]).map((a) => a.title);
    return titles.includes('Van een collega') && titles.includes('Van de leerling') ? 'r' : 'o';
  }
  if (section === 'reflections') {
    const texts = (part as { text: string }[]).map((r) => r.text);
    if (texts.length === 4) return 'r';
    if (texts.length === 0) return '-';
    expect(texts).toEqual([openedTo(who)]);
    return 's';
  }
  return 'r';
}

const anActivity = { type: 'open-day', title: 'Proef', startsOn: '2026-11-10' };

describe.each(['with both walls', 'with the first wall alone (row-level security off)'])(
  'who sees what, %s',
  (walls) => {
    let app: TestApp;
    let cases: Map<string, Case>;
    beforeAll(async () => {
      app = await startApp();
      cases = await accessRegion(app);
      if (walls.includes('alone'))
        for (const { relname } of (
          await app.owner.query<{ relname: string }>(`select relname from pg_class where relrowsecurity`)
        ).rows)
          await app.owner.query(`alter table ${relname} disable row level security`);
    });
    afterAll(() => app.close());

    test.each(accessTable)('%s: profile %s, school-career %s, lob %s, reflections %s', async (who, ...cells) => {
      const { login, pupil, school } = cases.get(who)!;
      const agent = await app.asActor(login, school === undefined ? {} : { school });
      // Who was erased has no session any more either.
      const refused = who === 'pupil: own dossier, erased' ? 401 : 404;
      const answer = await agent.get(`/api/v1/dossiers/${pupil.id}`);
      const readable = cells.map((cell) => /[rntos]/.exec(cell)?.[0] ?? '-');
      if (readable.every((letter) => letter === '-')) {
        expect(answer.status).toBe(refused);
        expect(Object.keys(answer.body as object).sort()).toEqual(['code', 'status', 'title', 'type']);
      } else {
        expect(answer.status).toBe(200);
        const got = columns.map((section) => readLetter(answer.body as Record<string, unknown>, section, who));
        expect(got).toEqual(readable);
      }

      const lob = await agent
        .post(`/api/v1/pupils/${pupil.id}/activities`)
        .set('idempotency-key', newKey())
        .send(anActivity);
      expect(lob.status).toBe(cells[2].includes('w') ? 201 : refused);

      const activity = await app.given.anActivity({ pupil });
      const reflection = await agent
        .post(`/api/v1/pupils/${pupil.id}/reflections`)
        .set('idempotency-key', newKey())
        .send({ activityId: activity, text: 'Dit is wat ik ervan vond.' });
      expect(reflection.status).toBe(cells[3].includes('w') ? 201 : refused);
    });

    test('nobody without a session sees anything', async () => {
      const pupil = cases.get('pupil: own dossier')!.pupil;
      expect((await app.http().get(`/api/v1/dossiers/${pupil.id}`)).status).toBe(401);
    });
  },
);

describe('who sees what, with the second wall alone (SQL as the application, no rule of ours in between)', () => {
  let app: TestApp;
  let cases: Map<string, Case>;
  let asApp: pg.Client;
  beforeAll(async () => {
    app = await startApp();
    cases = await accessRegion(app);
    asApp = new pg.Client({ connectionString: app.database.appUrl });
    await asApp.connect();
  });
  afterAll(async () => {
    await asApp.end();
    await app.close();
  });

  async function inContext<T>(who: string, work: (c: pg.Client, one: Case) => Promise<T>): Promise<T> {
    const one = cases.get(who)!;
    const token = await app.tokenFor(one.login, one.school === undefined ? {} : { school: one.school });
    await asApp.query('begin');
    try {
      await asApp.query('select * from begin_request($1)', [tokenDigest(token)]);
      return await work(asApp, one);
    } finally {
      await asApp.query('rollback');
    }
  }
  const rows = async (c: pg.Client, sql: string, pupil: string): Promise<Record<string, unknown>[]> =>
    (await c.query(sql, [pupil])).rows as Record<string, unknown>[];

  test.each(accessTable)(
    '%s: profile %s, school-career %s, lob %s, reflections %s',
    async (who, profile, career, lob, reflections) => {
      await inContext(who, async (c, { pupil }) => {
        const titles = (await rows(c, 'select title from activity where pupil_id = $1', pupil.id)).map((r) => r.title);
        const texts = (await rows(c, 'select text from reflection where pupil_id = $1', pupil.id)).map((r) => r.text);
        const enrolments = await rows(c, 'select leerweg from enrolment where pupil_id = $1', pupil.id);

        if (/r/.test(lob)) expect(titles).toEqual(expect.arrayContaining(['Van een collega', 'Van de leerling']));
        else expect(titles).toEqual(lob.includes('o') ? ['Van deze docent'] : []);
        if (/r/.test(reflections)) expect(texts).toHaveLength(4);
        else expect(texts).toEqual(reflections.includes('s') ? [openedTo(who)] : []);
        expect(enrolments.length > 0).toBe(/[rnt]/.test(profile + career));
        const anything = /[rntos]/.test(profile + career + lob + reflections);
        const named = await rows(c, 'select id from pupil where id = $1', pupil.id);
        if (anything) expect(named).toHaveLength(1);
        else expect([who, named.length]).toEqual([who, Number(knowsName(who))]);
      });
      const writes = (sql: string, ...more: unknown[]): Promise<boolean> =>
        inContext(who, async (c, { pupil }) => {
          try {
            await c.query(sql, [pupil.id, pupil.schoolId, ...more]);
            return true;
          } catch (error) {
            expect((error as { code?: string }).code).toBe('42501');
            return false;
          }
        });
      expect(
        await writes(
          `insert into activity (id, log_id, pupil_id, school_id, type, title, starts_on, logged_by, logged_at)
         values (gen_random_uuid(), gen_random_uuid(), $1, $2, 'open-day', 'x', '2026-01-01', app_actor(), now())`,
        ),
      ).toBe(lob.includes('w'));
      const activity = await app.given.anActivity({ pupil: cases.get(who)!.pupil });
      expect(
        await writes(
          `insert into reflection (id, activity_id, pupil_id, school_id, text, written_at)
         values (gen_random_uuid(), $3, $1, $2, 'x', now())`,
          activity,
        ),
      ).toBe(reflections.includes('w'));
    },
  );

  test('without a context there is not one row', async () => {
    for (const table of [
      'pupil',
      'enrolment',
      'guardian',
      'activity',
      'reflection',
      'consent',
      'application',
      'audit_event',
    ])
      expect((await asApp.query(`select 1 from ${table}`)).rowCount).toBe(0);
  });
});

test('the table has cases with yes and with no', () => {
  const counts = countCases();
  // Printed for the reader of the run: how many cells per role expect yes and no.
  process.stdout.write(
    `${Object.entries(counts)
      .map(([role, { yes, no }]) => `${role}: ${yes} yes, ${no} no`)
      .join('\n')}\n`,
  );
  expect(Object.keys(counts).length).toBeGreaterThanOrEqual(14);
  for (const role of ['pupil', 'guardian', 'mentor', 'decaan', 'intaker']) {
    expect(counts[role]!.yes).toBeGreaterThan(0);
    expect(counts[role]!.no).toBeGreaterThan(0);
  }
});
