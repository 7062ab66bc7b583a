import { type Agent, startApp, type TestApp } from './support/app.js';
import type { GivenPerson, GivenPupil } from './support/builders.js';
import { listOf } from './support/search.js';

let app: TestApp;
let school: string;
let admin: GivenPerson;
let agent: Agent;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
  admin = await app.given.aPerson({ school, roles: ['school-administrator'] });
  agent = await app.asActor(admin);
});
afterAll(() => app.close());

interface Item {
  id: string;
  name: string;
  pupilNumber: string;
  complete: boolean;
  version: number;
  groupName: string | null;
  leerweg: string | null;
  profiel: string | null;
  year: number | null;
  custodyUnknown: number;
}
interface Page {
  items: Item[];
  nextPageToken: string | null;
}
const list = async ({ search, ...query }: Record<string, string> = {}, who = agent): Promise<Page> =>
  (await listOf(who, '/api/v1/pupils', query, search).expect(200)).body as Page;
const names = async (query: Record<string, string>): Promise<string[]> =>
  (await list(query)).items.map(({ name }) => name);
/** What is on a pupil's chain, newest last. */
const onRecord = async (chain: string): Promise<string[]> =>
  (
    await app.owner.query<{ line: string }>(
      `select concat_ws(' ', action, actor_role, basis, purpose) as line from audit_event where chain_id = $1 order by seq`,
      [chain],
    )
  ).rows.map(({ line }) => line);

describe('the administrator lists the pupils of the school', () => {
  let groupA: string;
  beforeAll(async () => {
    const { given } = app;
    groupA = await given.aGroup({ school, name: '3KA' });
    const groupB = await given.aGroup({ school, name: '2KB', year: 2 });
    const named = (givenName: string, infix: string, familyName: string, number: string) => ({
      ...{ school, givenName, infix, familyName, number },
    });
    await given.aPupil({ ...named('Ayşe', '', 'Yıldız', '4711'), group: groupA, guardians: [{ custody: null }] });
    await given.aPupil({ ...named('Daan', 'van der', 'Berg', '4712'), group: groupA, leerweg: null, profiel: null });
    await given.aPupil({ ...named('Élise', '', 'Çelik', '4713'), group: groupB, year: 2, profiel: null });
    await given.aPupil({ ...named('Sem', '', 'Bakker', '4714'), group: groupA, profiel: null });
    await given.aPupil({ ...named('Gone', '', 'Girl', '4715'), group: groupA, leftOn: '2026-10-01' });
    const elsewhere = await given.aSchool();
    await given.aPupil({ school: elsewhere, familyName: 'Bakker', number: '4714' });
  });

  it('by family name, without the other schools and without who left', async () =>
    expect(await names({})).toEqual(['Sem Bakker', 'Daan van der Berg', 'Élise Çelik', 'Ayşe Yıldız']));

  it.each([
    ['yildiz', ['Ayşe Yıldız']],
    ['ELISE', ['Élise Çelik']],
    ['der berg', ['Daan van der Berg']],
    ['berg daan', ['Daan van der Berg']],
    ['4714', ['Sem Bakker']],
    ['%', []],
    ['girl', []],
  ])('searching for %s', async (search, found) => expect(await names({ search })).toEqual(found));

  it('of one group', async () =>
    expect(await names({ groupId: groupA })).toEqual(['Sem Bakker', 'Daan van der Berg', 'Ayşe Yıldız']));

  it('who are not complete, as each of them says of himself', async () => {
    const { items } = await list();
    const incomplete = items.filter(({ complete }) => !complete).map(({ name }) => name);
    expect(incomplete).toEqual(['Sem Bakker', 'Daan van der Berg']);
    expect(await names({ incomplete: 'true' })).toEqual(incomplete);
  });

  it('with what is known of the enrolment and of custody', async () => {
    const { items } = await list({ search: '4711' });
    expect(items[0]).toMatchObject({ groupName: '3KA', year: 3, leerweg: 'kb', profiel: 'ZW', custodyUnknown: 1 });
    expect(items[0]).not.toHaveProperty('sortName');
  });

  it('page by page', async () => {
    const first = await list({ pageSize: '3' });
    expect(first.items).toHaveLength(3);
    const second = await list({ pageSize: '3', pageToken: first.nextPageToken! });
    expect(second.items.map(({ name }) => name)).toEqual(['Ayşe Yıldız']);
    expect(second.nextPageToken).toBeNull();
    const answer = await agent.get('/api/v1/pupils').query({ pageToken: 'x' }).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field: 'pageToken', code: 'page-unknown' }] });
  });

  it('and each list is on record with the pupils in it', async () => {
    const { items } = await list({ search: 'bakker' });
    const { rows } = await app.owner.query(
      `select action, actor_role, pupil_ids from audit_event where chain_id = $1 order by seq desc limit 1`,
      [school],
    );
    expect(rows[0]).toEqual({ action: 'list.read', actor_role: 'school-administrator', pupil_ids: [items[0]!.id] });
  });

  it.each(['mentor', 'teacher', 'staff', 'lob-coordinator', 'care-coordinator', 'privacy-officer'] as const)(
    'and a %s may not',
    async (role) => {
      const person = await app.given.aPerson({ school, roles: ['staff', role] });
      await (await app.asActor(person)).get('/api/v1/pupils').expect(403);
    },
  );

  it('and the decaan may', async () => {
    const decaan = await app.given.aPerson({ school, roles: ['decaan'] });
    expect((await list({}, await app.asActor(decaan))).items).toHaveLength(4);
  });
});

describe('completing what OneRoster does not know', () => {
  let group: string;
  let pupils: GivenPupil[];
  beforeEach(async () => {
    group = await app.given.aGroup({ school });
    pupils = await app.given.pupils(3, { school, group, leerweg: null, profiel: null });
  });
  const row = (n: number, more: object = {}): object => ({
    pupilId: pupils[n]!.id,
    version: 1,
    year: 3,
    leerweg: 'tl',
    profiel: 'techniek',
    ...more,
  });
  const rowsNow = async (): Promise<string[]> =>
    (await list({ groupId: group })).items.map((i) => `${i.year} ${i.leerweg} ${i.profiel} v${i.version}`).sort();
  const complete = (rows: object[], more: object = {}) => agent.patch('/api/v1/enrolments').send({ rows, ...more });

  it('for a whole group in one act, on the record of each pupil', async () => {
    const answer = await complete([row(0), row(1), row(2, { leerweg: 'bb', profiel: 'PIE' })]).expect(200);
    expect(answer.body).toEqual({ changed: 3 });
    expect(await rowsNow()).toEqual(['3 bb PIE v2', '3 tl techniek v2', '3 tl techniek v2']);
    expect(await onRecord(pupils[2]!.id)).toEqual(['pupil.changed school-administrator school-role']);
  });

  it('again changes nothing, and nobody is in the way of a row that stays', async () => {
    await complete([row(0)]).expect(200);
    const answer = await complete([row(0), row(1)]).expect(200);
    expect(answer.body).toEqual({ changed: 1 });
    expect(await rowsNow()).toEqual(['3 null null v1', '3 tl techniek v2', '3 tl techniek v2']);
    expect(await onRecord(pupils[0]!.id)).toHaveLength(1);
  });

  it('is refused as a whole when one pupil was changed meanwhile', async () => {
    await complete([row(0)]).expect(200);
    const answer = await complete([row(1), row(0, { leerweg: 'bb', profiel: null })]).expect(412);
    expect(answer.body).toMatchObject({ code: 'stale-version' });
    expect(await rowsNow()).toEqual(['3 null null v1', '3 null null v1', '3 tl techniek v2']);
  });

  it('can take back what was wrong', async () => {
    await complete([row(0)]).expect(200);
    await complete([{ pupilId: pupils[0]!.id, version: 2, year: 2, leerweg: 'kb' }]).expect(200);
    expect(await rowsNow()).toContain('2 kb null v3');
  });

  it('does not reach a pupil of another school, who left, or of another year', async () => {
    const other = await app.given.aSchool();
    const there = await app.given.aGroup({ school: other });
    const stranger = await app.given.aPupil({ school: other, group: there });
    await complete([row(0), row(1, { pupilId: stranger.id })]).expect(404);
    await complete([row(0)], { schoolYear: 2025 }).expect(404);
    await app.owner.query(`update pupil set left_on = '2026-11-01' where id = $1`, [pupils[1]!.id]);
    await complete([row(0), row(1)]).expect(404);
    expect((await rowsNow()).every((line) => line.startsWith('3 null null v1'))).toBe(true);
  });

  it.each([
    ['an unknown leerweg', { leerweg: 'havo' }, 'rows.0.leerweg'],
    ['an unknown profiel', { profiel: 'NT' }, 'rows.0.profiel'],
    ['leerjaar 7', { year: 7 }, 'rows.0.year'],
    ['half a year', { year: 2.5 }, 'rows.0.year'],
    ['no version', { version: undefined }, 'rows.0.version'],
    ['something else of the pupil', { familyName: 'X' }, 'rows.0.familyName'],
  ])('names %s', async (_, wrong, field) => {
    const answer = await complete([row(0, wrong)]).expect(422);
    expect((answer.body as { fields: { field: string }[] }).fields[0]!.field).toBe(field);
  });

  it('names a pupil who is in it twice', async () => {
    const answer = await complete([row(0), row(0)]).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ code: 'pupil-twice' }] });
  });
});

describe('custody', () => {
  let pupil: GivenPupil;
  let guardianId: string;
  beforeEach(async () => {
    pupil = await app.given.aPupil({
      school,
      group: await app.given.aGroup({ school }),
      familyName: 'Aardema',
      guardians: [{ custody: null }, { custody: true }],
    });
    guardianId = await guardianOf(pupil.guardians[0]!);
  });
  const guardianOf = async ({ id }: GivenPerson): Promise<string> =>
    (await app.owner.query<{ id: string }>('select id from guardian where person_id = $1', [id])).rows[0]!.id;
  const set = (body: object, version = 1, id = guardianId, who = agent) =>
    who.patch(`/api/v1/guardians/${id}`).set('if-match', `"${version}"`).send(body);

  it('is unknown of whom the school has to say it', async () => {
    const said = await agent.get('/api/v1/guardians').query({ custodyUnknown: 'true', pageSize: '100' }).expect(200);
    const { items } = said.body as { items: { id: string; pupilName: string; custody: null; name: string }[] };
    const own = items.filter(({ id }) => id === guardianId);
    expect(own).toMatchObject([{ pupilName: pupil.name, name: pupil.guardians[0]!.name, custody: null }]);
    expect(items.every(({ custody }) => custody === null)).toBe(true);
  });

  it('comes page by page', async () => {
    const page = async (query: object) =>
      (await agent.get('/api/v1/guardians').query(query).expect(200)).body as {
        items: { id: string }[];
        nextPageToken: string | null;
      };
    const all = (await page({ pageSize: 100 })).items.map(({ id }) => id);
    const seen: string[] = [];
    let token: string | null | undefined;
    while (token !== null) {
      const next = await page({ pageSize: 2, ...(token ? { pageToken: token } : {}) });
      seen.push(...next.items.map(({ id }) => id));
      token = next.nextPageToken;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThan(4);
  });

  it('is said of each guardian of a pupil, and the sight is on his record', async () => {
    const said = await agent.get(`/api/v1/pupils/${pupil.id}/guardians`).expect(200);
    expect((said.body as { custody: boolean | null }[]).map(({ custody }) => custody).sort()).toEqual([null, true]);
    expect(await onRecord(pupil.id)).toEqual(['section.read school-administrator school-role']);
    const alone = await app.given.aPupil({ school });
    expect((await agent.get(`/api/v1/pupils/${alone.id}/guardians`).expect(200)).body).toEqual([]);
  });

  it('once said lets the guardian read, and taken back closes it on the next request', async () => {
    const guardian = await app.asActor(pupil.guardians[0]!);
    await guardian.get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    const answer = await set({ custody: true, reason: 'custody-register' }).expect(200);
    expect(answer.body).toEqual({ id: guardianId, custody: true, version: 2 });
    await guardian.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await set({ custody: false, reason: 'court-decision' }, 2).expect(200);
    await guardian.get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    const changes = (await onRecord(pupil.id)).filter((line) => line.startsWith('guardian.changed'));
    expect(changes).toEqual([
      'guardian.changed school-administrator school-role custody-register',
      'guardian.changed school-administrator school-role court-decision',
    ]);
  });

  it('is not overwritten by who read it before it changed', async () => {
    await set({ custody: true }).expect(200);
    await set({ custody: false }).expect(412);
    const without = await agent.patch(`/api/v1/guardians/${guardianId}`).send({ custody: false });
    expect(without.status).toBe(428);
  });

  it('is said of a whole list at once, all or nothing, and who is left open stays open', async () => {
    const other = await guardianOf(pupil.guardians[1]!);
    const many = (rows: object[], more: object = {}) => agent.patch('/api/v1/guardians').send({ rows, ...more });
    const row = (id: string, custody?: boolean, version = 1): object => ({ guardianId: id, custody, version });
    const now = async (): Promise<(boolean | null)[]> =>
      (
        await app.owner.query<{ custody: boolean | null }>(
          'select custody from guardian where id = any($1) order by id = $2 desc',
          [[guardianId, other], guardianId],
        )
      ).rows.map(({ custody }) => custody);

    expect((await many([row(guardianId), row(other)]).expect(200)).body).toEqual({ changed: 0 });
    await many([row(guardianId, true), row(other, false, 7)]).expect(412);
    expect(await now()).toEqual([null, true]);
    expect((await many([row(guardianId, true), row(other, true)], { reason: 'correction' }).expect(200)).body).toEqual({
      changed: 1,
    });
    expect(await now()).toEqual([true, true]);
    expect(await onRecord(pupil.id)).toEqual(['guardian.changed school-administrator school-role correction']);
    await many([row(guardianId, true), row(guardianId, false)]).expect(422);
    const elsewhere = await app.given.aPupil({ school: await app.given.aSchool(), guardians: [{ custody: null }] });
    const stranger = await guardianOf(elsewhere.guardians[0]!);
    await many([row(stranger, true), row(other, false)]).expect(404);
    expect(await now()).toEqual([true, true]);
  });

  it('is listed per group', async () => {
    const { rows } = await app.owner.query<{ group_id: string }>('select group_id from enrolment where pupil_id = $1', [
      pupil.id,
    ]);
    const said = await agent.get('/api/v1/guardians').query({ groupId: rows[0]!.group_id }).expect(200);
    expect((said.body as { items: { pupilId: string }[] }).items.map(({ pupilId }) => pupilId)).toEqual([
      pupil.id,
      pupil.id,
    ]);
  });

  it('is yes or no', async () => {
    const answer = await set({ custody: 'maybe' }).expect(422);
    expect(answer.body).toMatchObject({ fields: [{ field: 'custody' }] });
    await set({ custody: true, reason: 'because' }).expect(422);
  });

  it('is for the school of the pupil: nobody else finds the guardian', async () => {
    const elsewhere = await app.given.aSchool();
    const other = await app.given.aPerson({ school: elsewhere, roles: ['school-administrator'] });
    await set({ custody: true }, 1, guardianId, await app.asActor(other)).expect(404);
    await (await app.asActor(other)).get(`/api/v1/pupils/${pupil.id}/guardians`).expect(404);
    const mentor = await app.given.aPerson({ school, roles: ['staff'] });
    await app.given.aMentor(pupil, mentor.id);
    await set({ custody: true }, 1, guardianId, await app.asActor(mentor)).expect(404);
    await set({ custody: true }, 1, guardianId, await app.asActor(pupil)).expect(404);
    await set({ custody: true }, 1, guardianId, await app.asActor(pupil.guardians[0]!)).expect(404);
  });
});

describe('what a pupil opens to the guardians', () => {
  const path = ({ id }: GivenPupil): string => `/api/v1/pupils/${id}/guardian-sections`;
  const open = (who: Agent, pupil: GivenPupil, sections: string[], version = 1) =>
    who.put(path(pupil)).set('if-match', `"${version}"`).send({ sections });
  const born = (birthDate: string) => app.given.aPupil({ school, birthDate, guardians: [{}] });

  it('is what they read from the 16th birthday on, until he closes it', async () => {
    const pupil = await born('2010-11-16');
    const [mine, guardian] = [await app.asActor(pupil), await app.asActor(pupil.guardians[0]!)];
    const seen = async (): Promise<string[]> => {
      const said = await guardian.get(`/api/v1/dossiers/${pupil.id}`);
      return said.status === 404
        ? []
        : ['profile', 'schoolCareer', 'lob'].filter((part) => part in (said.body as object));
    };
    expect(await seen()).toEqual([]);
    const answer = await open(mine, pupil, ['lob']).expect(200);
    expect(answer.body).toMatchObject({ decidesAlone: true, sections: ['lob'], version: 2 });
    expect(await seen()).toEqual(['lob']);
    await open(mine, pupil, [], 2).expect(200);
    expect(await seen()).toEqual([]);
    expect((await onRecord(pupil.id)).filter((l) => l.startsWith('guardian-sections'))).toEqual([
      'guardian-sections.changed pupil own',
      'guardian-sections.changed pupil own',
    ]);
  });

  it('is nothing yet at 15: they read along', async () => {
    const pupil = await born('2010-11-17');
    const mine = await app.asActor(pupil);
    const answer = await open(mine, pupil, ['lob']).expect(409);
    expect(answer.body).toMatchObject({ code: 'guardians-read-along' });
    expect((await mine.get(path(pupil)).expect(200)).body).toMatchObject({ decidesAlone: false, sections: [] });
  });

  it('ends on the 18th birthday and is his to open anew', async () => {
    const pupil = await born('2008-11-17');
    await open(await app.asActor(pupil), pupil, ['lob', 'profile']).expect(200);
    await app.clock.set('2026-11-17T09:00:00+01:00');
    const [mine, guardian] = [await app.asActor(pupil), await app.asActor(pupil.guardians[0]!)];
    await guardian.get(`/api/v1/dossiers/${pupil.id}`).expect(404);
    expect((await mine.get(path(pupil)).expect(200)).body).toMatchObject({ decidesAlone: true, sections: [] });
    await open(mine, pupil, ['lob'], 2).expect(200);
    await guardian.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
    await app.clock.set('2026-11-16T11:00:00+01:00');
  });

  it('is his alone to say, of what there is', async () => {
    const pupil = await born('2009-01-01');
    const other = await app.asActor(await born('2009-01-01'));
    await open(other, pupil, ['lob']).expect(404);
    await other.get(path(pupil)).expect(404);
    await open(await app.asActor(pupil.guardians[0]!), pupil, ['lob']).expect(404);
    await open(agent, pupil, ['lob']).expect(404);
    const mine = await app.asActor(pupil);
    await open(mine, pupil, ['care']).expect(422);
    await open(mine, pupil, ['lob'], 9).expect(412);
    await mine.put(path(pupil)).send({ sections: [] }).expect(428);
  });
});
