import { randomUUID } from 'node:crypto';
import type { ImportPreviewResponse, ImportResultResponse } from '../src/opleidingen/opleiding-imports.dto.js';
import type { OpleidingenPageResponse, OpleidingResponse } from '../src/opleidingen/opleidingen.dto.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson } from './support/builders.js';

let app: TestApp;
let mbo: string;
let other: string;
let location: string;
let intaker: GivenPerson;
let administrator: GivenPerson;

beforeAll(async () => {
  app = await startApp();
  const { given } = app;
  mbo = await given.aSchool({ kind: 'mbo', name: 'ROC Havenland' });
  other = await given.aSchool({ kind: 'mbo', name: 'Vakcollege De Werf' });
  location = await given.aLocation({ school: mbo, name: 'Kadeplein' });
  intaker = await given.aPerson({ school: mbo, roles: ['intaker'] });
  administrator = await given.aPerson({ school: mbo, roles: ['school-administrator'] });
});
afterAll(() => app.close());

const path = '/api/v1/opleidingen';
const kok = { crebo: '25180', name: 'Kok', niveau: 2, leerweg: 'bbl' };
const header = 'crebo,kwalificatie,niveau,opleidingsdomein,prijsfactor,leerweg';
const list = (...rows: string[]): Buffer => Buffer.from([header, ...rows, ''].join('\r\n'));
const horeca = list(
  '25180,Kok,2,Horeca en bakkerij,"1,30",BOL/BBL',
  '25182,Zelfstandig werkend kok,3,Horeca en bakkerij,"1,30",BOL/BBL',
  '25487,Praktijkopleider,4,Zorg en welzijn,"1,10",BBL',
);

const add = (agent: Agent, body: object, key = newKey()) =>
  agent
    .post(path)
    .set('Idempotency-Key', key)
    .send({ ...kok, locationId: location, ...body });
const upload = (agent: Agent, file: Buffer | null, at = location, name = 'crebo.csv') => {
  const request = agent.post(`${path}/imports`).set('Idempotency-Key', newKey()).field('locationId', at);
  return file ? request.attach('file', file, name) : request;
};
const apply = (agent: Agent, preview: { id: string; seen: string }, choice: object, key = newKey()) =>
  agent
    .post(`${path}/imports/${preview.id}/apply`)
    .set('Idempotency-Key', key)
    .send({ seen: preview.seen, ...choice });

interface Problem {
  code: string;
  params?: object;
  fields: { field: string; code: string }[];
}
const bodyOf = async <T>(answer: PromiseLike<{ body: unknown }>): Promise<T> => (await answer).body as T;
const refusal = (answer: PromiseLike<{ body: unknown }>): Promise<Problem> => bodyOf<Problem>(answer);
const opleidingOf = (answer: PromiseLike<{ body: unknown }>): Promise<OpleidingResponse> => bodyOf(answer);
const look = (agent: Agent, file: Buffer, at = location, name?: string): Promise<ImportPreviewResponse> =>
  bodyOf(upload(agent, file, at, name).expect(201));
const applied = (...args: Parameters<typeof apply>): Promise<ImportResultResponse> =>
  bodyOf(apply(...args).expect(200));

/** All that is in the offer of a location, past row-level security. */
const rowsAt = async (at: string): Promise<{ crebo: string; name: string; niveau: number; leerweg: string }[]> =>
  (
    await app.owner.query<{ crebo: string; name: string; niveau: number; leerweg: string }>(
      'select crebo, name, niveau, leerweg from opleiding where location_id = $1 order by crebo, leerweg desc',
      [at],
    )
  ).rows;
const auditRows = async (school = mbo): Promise<{ actor_id: string; actor_role: string; subject_ids: string[] }[]> =>
  (
    await app.owner.query<{ actor_id: string; actor_role: string; subject_ids: string[] }>(
      `select actor_id, actor_role, subject_ids from audit_event
        where chain_id = $1 and chain = 'school' and action = 'opleiding.changed' order by seq`,
      [school],
    )
  ).rows;
const refusals = async (school: string): Promise<number> =>
  (await app.owner.query(`select 1 from audit_event where chain_id = $1 and outcome = 'refused'`, [school])).rowCount ??
  0;

describe('one opleiding', () => {
  it('is added by an intaker, is on record, and can be read by a pupil', async () => {
    const agent = await app.asActor(intaker);
    const before = await auditRows();
    const added = await opleidingOf(add(agent, { crebo: '25001' }).expect(201));
    expect(added).toEqual({
      id: added.id,
      schoolId: mbo,
      schoolName: 'ROC Havenland',
      locationId: location,
      locationName: 'Kadeplein',
      place: 'Vaarstad',
      crebo: '25001',
      name: 'Kok',
      niveau: 2,
      leerweg: 'bbl',
      offered: true,
      version: 1,
    });
    expect((await auditRows()).slice(before.length)).toEqual([
      { actor_id: intaker.id, actor_role: 'intaker', subject_ids: [added.id] },
    ]);
    const vmbo = await app.given.aSchool();
    const pupil = await app.asActor(await app.given.aPupil({ school: vmbo }));
    const read = await pupil.get(`${path}/${added.id}`).expect(200);
    expect(read.body).toEqual(added);
    expect(read.headers.etag).toBe('"1"');
  });

  it('is added once, however often the same request is sent', async () => {
    const agent = await app.asActor(intaker);
    const key = newKey();
    const first = await add(agent, { crebo: '25002' }, key).expect(201);
    const second = await add(agent, { crebo: '25002' }, key).expect(201);
    expect(second.body).toEqual(first.body);
    expect((await rowsAt(location)).filter(({ crebo }) => crebo === '25002')).toHaveLength(1);
  });

  it('is there once per location, crebo code and leerweg', async () => {
    const agent = await app.asActor(intaker);
    await add(agent, { crebo: '25003' }).expect(201);
    const again = await add(agent, { crebo: '25003', name: 'Iets anders' }).expect(409);
    expect(again.body).toMatchObject({
      code: 'opleiding-exists',
      fields: [{ field: 'crebo', code: 'opleiding-exists' }],
    });
    await add(agent, { crebo: '25003', leerweg: 'bol' }).expect(201);
  });

  it.each([
    [{ crebo: '2518' }, 'crebo', 'opleiding-crebo'],
    [{ crebo: 25180 }, 'crebo', 'opleiding-crebo'],
    [{ name: '  ' }, 'name', 'opleiding-name'],
    [{ name: '=1+1' }, 'name', 'opleiding-name'],
    [{ name: '123' }, 'name', 'opleiding-name'],
    [{ name: 'Kok\u0000' }, 'name', 'opleiding-name'],
    [{ name: 'k'.repeat(151) }, 'name', 'opleiding-name'],
    [{ niveau: 5 }, 'niveau', 'invalid.isIn'],
    [{ niveau: 'twee' }, 'niveau', 'invalid.isIn'],
    [{ leerweg: 'kb' }, 'leerweg', 'invalid.isIn'],
    [{ locationId: 'hier' }, 'locationId', 'location-unknown'],
    [{ locationId: randomUUID() }, 'locationId', 'location-unknown'],
    [{ offered: false }, 'offered', 'unknown-field'],
  ])('is refused with %j', async (wrong, field, code) => {
    const refused = await refusal(add(await app.asActor(intaker), wrong).expect(422));
    expect(refused.fields).toEqual([expect.objectContaining({ field, code })]);
  });

  it('is not added at a location of another school', async () => {
    const elsewhere = await app.given.aLocation({ school: other });
    const refused = await refusal(add(await app.asActor(intaker), { locationId: elsewhere }).expect(422));
    expect(refused.fields).toEqual([{ field: 'locationId', code: 'location-unknown' }]);
    expect(await rowsAt(elsewhere)).toEqual([]);
  });

  it('is corrected by the school administrator, with the version that was read', async () => {
    const id = await app.given.anOpleiding({ school: mbo, location, crebo: '25004' });
    const agent = await app.asActor(administrator);
    const correct = (version: string, body: object) => agent.patch(`${path}/${id}`).set('If-Match', version).send(body);
    await agent.patch(`${path}/${id}`).send({ name: 'Kapper', niveau: 2 }).expect(428);
    const corrected = await correct('"1"', { name: ' Kapper ', niveau: 2 }).expect(200);
    expect(corrected.body).toMatchObject({ name: 'Kapper', niveau: 2, version: 2 });
    await correct('"1"', { name: 'Te laat', niveau: 3 }).expect(412);
    await correct('"2"', { name: 'Kapper', niveau: 2, crebo: '25999' }).expect(422);
    expect((await rowsAt(location)).find(({ crebo }) => crebo === '25004')).toMatchObject({
      name: 'Kapper',
      niveau: 2,
    });
    expect((await auditRows()).at(-1)).toMatchObject({ actor_role: 'school-administrator', subject_ids: [id] });
  });

  it('is withdrawn from the offer and put back, and stays readable meanwhile', async () => {
    const id = await app.given.anOpleiding({ school: mbo, location, crebo: '25005', name: 'Uitgaande opleiding' });
    const agent = await app.asActor(intaker);
    const found = async (query: string) =>
      (await bodyOf<OpleidingenPageResponse>(agent.get(`${path}?text=uitgaande${query}`).expect(200))).items.length;
    const withdrawn = await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(200);
    expect(withdrawn.body).toMatchObject({ offered: false, version: 2 });
    expect([await found(''), await found('&withdrawn=true')]).toEqual([0, 1]);
    await agent.get(`${path}/${id}`).expect(200);
    await agent.delete(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(412);
    await agent.delete(`${path}/${id}/withdrawal`).set('If-Match', '"2"').expect(200);
    expect(await found('')).toBe(1);
  });
});

describe('who may', () => {
  it.each(['decaan', 'mentor', 'slb', 'staff', 'privacy-officer'] as const)(
    'not change the offer: %s',
    async (role) => {
      const agent = await app.asActor(await app.given.aPerson({ school: mbo, roles: ['staff', role] }));
      const id = await app.given.anOpleiding({ school: mbo });
      await add(agent, {}).expect(403);
      await upload(agent, horeca).expect(403);
      await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Weg', niveau: 1 }).expect(404);
      await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
      await agent.get(`${path}/${id}`).expect(200);
    },
  );

  it('not change the offer as administrator of a school that is no mbo, and that is on record', async () => {
    const vmbo = await app.given.aSchool();
    const at = await app.given.aLocation({ school: vmbo });
    const agent = await app.asActor(await app.given.aPerson({ school: vmbo, roles: ['school-administrator'] }));
    await add(agent, { locationId: at }).expect(403);
    await upload(agent, horeca, at).expect(403);
    expect(await rowsAt(at)).toEqual([]);
    expect(await refusals(vmbo)).toBe(2);
  });

  it('not touch what another school offers, and that is on record', async () => {
    const school = await app.given.aSchool({ kind: 'mbo' });
    const agent = await app.asActor(await app.given.aPerson({ school, roles: ['intaker'] }));
    const id = await app.given.anOpleiding({ school: mbo, name: 'Van een ander' });
    await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Van mij', niveau: 1 }).expect(404);
    await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
    await agent.delete(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
    expect((await agent.get(`${path}/${id}`).expect(200)).body).toMatchObject({ name: 'Van een ander', version: 1 });
    expect(await refusals(school)).toBe(3);
  });

  it('read without signing in: nobody', async () => {
    await app.http().get(path).expect(401);
    await app.http().get(`${path}/${randomUUID()}`).expect(401);
  });

  it('see one that is not there: nobody', async () => {
    const agent = await app.asActor(intaker);
    await agent.get(`${path}/${randomUUID()}`).expect(404);
    await agent.patch(`${path}/${randomUUID()}`).set('If-Match', '"1"').send({ name: 'Kok', niveau: 2 }).expect(404);
  });
});

describe('the list', () => {
  let school: string;
  let agent: Agent;
  beforeAll(async () => {
    school = await app.given.aSchool({ kind: 'mbo', name: 'Mbo De Lijst' });
    const noord = await app.given.aLocation({ school, name: 'Noord' });
    const zuid = await app.given.aLocation({ school, name: 'Zuid' });
    for (const [name, niveau, leerweg, at] of [
      ['Zelfstandig werkend kok', 3, 'bol', noord],
      ['scheeps- en jachtbouwkundige', 4, 'bol', noord],
      ['Coördinator havenlogistiek', 4, 'bbl', zuid],
      ['Kok', 2, 'bbl', zuid],
      ['100% vakman_schap', 2, 'bol', zuid],
    ] as const)
      await app.given.anOpleiding({ school, location: at, name, niveau, leerweg, crebo: String(26000 + name.length) });
    agent = await app.asActor(await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }));
  });
  const names = async (query: Record<string, string>): Promise<string[]> => {
    const { items } = await bodyOf<OpleidingenPageResponse>(
      agent
        .get(path)
        .query({ schoolId: school, ...query })
        .expect(200),
    );
    return items.map(({ name }) => name);
  };

  it('is by name, whatever the capitals', async () => {
    expect(await names({})).toEqual([
      '100% vakman_schap',
      'Coördinator havenlogistiek',
      'Kok',
      'scheeps- en jachtbouwkundige',
      'Zelfstandig werkend kok',
    ]);
  });

  it('is narrowed by niveau, leerweg and location', async () => {
    expect(await names({ niveau: '4' })).toHaveLength(2);
    expect(await names({ niveau: '4', leerweg: 'bbl' })).toEqual(['Coördinator havenlogistiek']);
    const { items } = await bodyOf<OpleidingenPageResponse>(agent.get(path).query({ schoolId: school, text: 'jacht' }));
    expect(await names({ locationId: items[0]!.locationId })).toHaveLength(2);
  });

  it('is searched by parts of words, in any order, with or without accents, or by crebo code', async () => {
    expect(await names({ text: 'KOK zelf' })).toEqual(['Zelfstandig werkend kok']);
    expect(await names({ text: 'coordinator' })).toEqual(['Coördinator havenlogistiek']);
    expect(await names({ text: 'Coördinator' })).toEqual(['Coördinator havenlogistiek']);
    expect(await names({ text: '26003' })).toEqual(['Kok']);
    expect(await names({ text: 'bakker' })).toEqual([]);
  });

  it('takes the signs of a search pattern for what they are', async () => {
    expect(await names({ text: '%' })).toEqual(['100% vakman_schap']);
    expect(await names({ text: '_' })).toEqual(['100% vakman_schap']);
    expect(await names({ text: '\\' })).toEqual([]);
  });

  it('comes in pages, without gaps or doubles', async () => {
    const seen: string[] = [];
    let pageToken: string | null = '';
    for (let pages = 0; pageToken !== null && pages < 5; pages += 1) {
      const query = { schoolId: school, pageSize: 2, ...(pageToken ? { pageToken } : {}) };
      const page: OpleidingenPageResponse = await bodyOf(agent.get(path).query(query).expect(200));
      seen.push(...page.items.map(({ name }) => name));
      pageToken = page.nextPageToken;
    }
    expect(seen).toEqual(await names({}));
  });

  it.each([
    { niveau: '5' },
    { niveau: 'x' },
    { leerweg: 'kb' },
    { schoolId: 'x' },
    { pageSize: '0' },
    { pageSize: '101' },
    { pageToken: 'onzin' },
    { withdrawn: 'misschien' },
    { order: 'name' },
  ])('refuses %j', async (query) => {
    const refused = await refusal(agent.get(path).query(query).expect(422));
    expect(refused.fields[0]?.field).toBe(Object.keys(query)[0]);
  });
});

describe('a crebo list', () => {
  const fresh = async (): Promise<{ at: string; agent: Agent }> => ({
    at: await app.given.aLocation({ school: mbo }),
    agent: await app.asActor(intaker),
  });

  it('is looked at first: nothing changes', async () => {
    const { at, agent } = await fresh();
    await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)' });
    await app.given.anOpleiding({ school: mbo, location: at, ...kok, leerweg: 'bol' });
    const before = [await rowsAt(at), await auditRows()];
    const preview = await look(agent, horeca, at, 'Crebo lijst ë.csv');
    expect(preview).toMatchObject({
      fileName: 'Crebo lijst ë.csv',
      locationId: at,
      new: 3,
      changed: 1,
      unchanged: 1,
      faulty: 0,
    });
    expect(preview.domeinen).toEqual([
      { domein: 'Horeca en bakkerij', new: 2, changed: 1, unchanged: 1, faults: 0 },
      { domein: 'Zorg en welzijn', new: 1, changed: 0, unchanged: 0, faults: 0 },
    ]);
    expect(preview.lines[1]).toMatchObject({
      key: '25180-bbl',
      line: 2,
      state: 'changed',
      current: { name: 'Kok (oud)' },
    });
    expect([await rowsAt(at), await auditRows()]).toEqual(before);
    expect((await agent.get(`${path}/imports/${preview.id}`).expect(200)).body).toEqual(preview);
  });

  it('is applied as far as it was chosen, on record in one row', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    const before = await auditRows();
    const choice = { domeinen: ['Horeca en bakkerij'], leerwegen: ['bbl'], opleidingen: ['25180-bol'] };
    expect(await applied(agent, preview, choice)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect((await rowsAt(at)).map(({ crebo, leerweg }) => `${crebo}-${leerweg}`)).toEqual([
      '25180-bol',
      '25180-bbl',
      '25182-bbl',
    ]);
    const after = await auditRows();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.subject_ids).toHaveLength(3);
  });

  it('changes nothing the second time', async () => {
    const { at, agent } = await fresh();
    await apply(agent, await look(agent, horeca, at), { everything: true }).expect(200);
    const before = [await rowsAt(at), await auditRows()];
    const second = await look(agent, horeca, at);
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
    expect(await applied(agent, second, { everything: true })).toEqual({ added: 0, changed: 0, unchanged: 5 });
    expect([await rowsAt(at), await auditRows()]).toEqual(before);
  });

  it('is applied once when the same request is sent twice', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    const key = newKey();
    const first = await apply(agent, preview, { everything: true }, key).expect(200);
    const second = await apply(agent, preview, { everything: true }, key).expect(200);
    expect(second.body).toEqual(first.body);
    expect(await rowsAt(at)).toHaveLength(5);
  });

  it('is applied once when two people apply it at the same moment', async () => {
    const { at, agent } = await fresh();
    const colleague = await app.asActor(administrator);
    const [mine, hers] = [await look(agent, horeca, at), await look(colleague, horeca, at)];
    const answers = await Promise.all([
      apply(agent, mine, { everything: true }),
      apply(colleague, hers, { everything: true }),
    ]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 412]).toContain(statuses[1]);
    expect(await rowsAt(at)).toHaveLength(5);
  });

  it('can be applied in parts, each after looking again', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    await apply(agent, preview, { crebos: ['25180'] }).expect(200);
    await apply(agent, preview, { crebos: ['25182'] }).expect(412);
    const now = await bodyOf<ImportPreviewResponse>(agent.get(`${path}/imports/${preview.id}`));
    expect(now).toMatchObject({ new: 3, unchanged: 2 });
    await apply(agent, now, { crebos: ['25182'] }).expect(200);
    expect(await rowsAt(at)).toHaveLength(4);
  });

  it('is not applied over what someone else changed since it was looked at', async () => {
    const { at, agent } = await fresh();
    const id = await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)' });
    const preview = await look(agent, horeca, at);
    await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Kok, nieuw', niveau: 2 }).expect(200);
    const refused = await refusal(apply(agent, preview, { everything: true }).expect(412));
    expect(refused.code).toBe('stale-version');
    expect(await rowsAt(at)).toEqual([expect.objectContaining({ name: 'Kok, nieuw' })]);
  });

  it('brings a new name and niveau, and leaves withdrawn what was withdrawn', async () => {
    const { at, agent } = await fresh();
    const id = await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)', niveau: 3 });
    await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(200);
    const preview = await look(agent, horeca, at);
    expect(await applied(agent, preview, { crebos: ['25180'] })).toEqual({ added: 1, changed: 1, unchanged: 0 });
    const now = await opleidingOf(agent.get(`${path}/${id}`));
    expect(now).toMatchObject({ name: 'Kok', niveau: 2, offered: false, version: 3 });
  });

  it('does not take away what is not in it', async () => {
    const { at, agent } = await fresh();
    await app.given.anOpleiding({ school: mbo, location: at, crebo: '25999', name: 'Eigen opleiding' });
    await apply(agent, await look(agent, horeca, at), { everything: true }).expect(200);
    expect((await rowsAt(at)).map(({ name }) => name)).toContain('Eigen opleiding');
  });

  describe('with a faulty row', () => {
    const faulty = list(
      '25180,Kok,2,Horeca en bakkerij,"1,30",BOL',
      '25182,Kelner,9,Horeca en bakkerij,"1,30",BOL',
      '25400,Kapper,2,Uiterlijke verzorging,"1,30",BOL',
    );

    it('says where it is, what was found and what was expected', async () => {
      const { at, agent } = await fresh();
      const preview = await look(agent, faulty, at);
      expect(preview).toMatchObject({ new: 2, faulty: 1 });
      expect(preview.faults).toEqual([
        {
          line: 3,
          column: 'niveau',
          found: '9',
          code: 'niveau-wrong',
          text: 'Dit is geen niveau van het mbo.',
          expected: '1, 2, 3 of 4; entree is 1',
        },
      ]);
    });

    it.each([
      { everything: true },
      { domeinen: ['Horeca en bakkerij'] },
      { crebos: ['25180', '25182'] },
      { opleidingen: ['25182-bol'] },
    ])('applies nothing of a choice that holds it: %j', async (choice) => {
      const { at, agent } = await fresh();
      const refused = await refusal(apply(agent, await look(agent, faulty, at), choice).expect(422));
      expect(refused).toMatchObject({ code: 'chosen-rows-faulty', params: { count: 1, line: 3 } });
      expect(await rowsAt(at)).toEqual([]);
    });

    it('applies a choice without it', async () => {
      const { at, agent } = await fresh();
      expect(await applied(agent, await look(agent, faulty, at), { crebos: ['25400'] })).toEqual({
        added: 1,
        changed: 0,
        unchanged: 0,
      });
    });
  });

  it.each([
    [{}, 'opleidingen', 'nothing-chosen'],
    [{ leerwegen: ['bol'] }, 'opleidingen', 'nothing-chosen'],
    [{ crebos: ['11111'] }, 'crebos.0', 'not-in-list'],
    [{ domeinen: ['Ruimtevaart'] }, 'domeinen.0', 'not-in-list'],
    [{ opleidingen: ['25487-bol'] }, 'opleidingen.0', 'not-in-list'],
    [{ opleidingen: ['25487'] }, 'opleidingen', 'not-in-list'],
    [{ crebos: '25180' }, 'crebos', 'invalid'],
    [{ leerwegen: ['kb'] }, 'leerwegen', 'invalid.isIn'],
  ])('is not applied for the choice %j', async (choice, field, code) => {
    const { at, agent } = await fresh();
    const refused = await refusal(apply(agent, await look(agent, horeca, at), choice).expect(422));
    expect(refused.fields[0]).toMatchObject({ field, code });
    expect(await rowsAt(at)).toEqual([]);
  });

  it.each([
    ['no file', null, 'list-missing'],
    ['an empty file', Buffer.alloc(0), 'list-empty'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004'), 'list-is-spreadsheet'],
    ['a list without niveau and leerweg', Buffer.from('crebo,kwalificatie\n25180,Kok\n'), 'list-column-missing'],
    ['only a header', list(), 'list-no-rows'],
  ])('is refused when it is %s', async (_, file, code) => {
    const refused = await refusal(upload(await app.asActor(intaker), file).expect(422));
    expect(refused.fields[0]).toMatchObject({ field: 'file', code });
  });

  it('is refused when it is larger than 5 MB', async () => {
    await upload(await app.asActor(intaker), Buffer.alloc(5 * 1024 * 1024 + 1, 'x')).expect(413);
  });

  it('is refused at a location of another school', async () => {
    const at = await app.given.aLocation({ school: other });
    const refused = await refusal(upload(await app.asActor(intaker), horeca, at).expect(422));
    expect(refused.fields).toEqual([{ field: 'locationId', code: 'location-unknown' }]);
  });

  it('of another school is not there', async () => {
    const preview = await look(await app.asActor(intaker), horeca);
    const agent = await app.asActor(await app.given.aPerson({ school: other, roles: ['intaker'] }));
    await agent.get(`${path}/imports/${preview.id}`).expect(404);
    await apply(agent, preview, { everything: true }).expect(404);
  });

  it('of 5,000 rows is looked at and applied within seconds', async () => {
    const { at, agent } = await fresh();
    const rows = Array.from(
      { length: 5000 },
      (_, n) => `${10_000 + n},Opleiding ${n},3,Domein ${n % 17},"1,30",BOL/BBL`,
    );
    const from = Date.now();
    const preview = await look(agent, list(...rows), at);
    await apply(agent, preview, { everything: true }).expect(200);
    expect(Date.now() - from).toBeLessThan(10_000);
    expect(await rowsAt(at)).toHaveLength(10_000);
  });
});

describe('the pages', () => {
  let school: string;
  let at: string;
  let browser: Agent;
  beforeAll(async () => {
    school = await app.given.aSchool({ kind: 'mbo', name: 'Mbo Het Scherm' });
    at = await app.given.aLocation({ school, name: 'Plein' });
    browser = await app.asBrowser(await app.given.aPerson({ school, roles: ['intaker'] }));
  });
  const page = async (address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? `no ${name}`;
  const send = (address: string, html: string, fields: Record<string, string>) =>
    browser
      .post(address)
      .type('form')
      .send({ idempotencyKey: hidden(html, 'idempotencyKey'), ...fields });
  const uploaded = async (file: Buffer): Promise<string> => {
    const answer = await browser.post('/opleidingen/import').field('locationId', at).attach('file', file, 'lijst.csv');
    expect(answer.status).toBe(303);
    return answer.headers.location as string;
  };

  it('begin empty, with the way to a list', async () => {
    const html = await page('/opleidingen');
    expect(html).toContain('nog geen opleidingen');
    expect(html).toContain('href="/opleidingen/import"');
  });

  it('read a list, show it per domein, and put what was ticked in the offer', async () => {
    const address = await uploaded(horeca);
    expect(await page(address)).toContain('4 nieuw');
    const open = `${address}?domein=0`;
    const html = await page(open);
    expect(html).toContain('Zelfstandig werkend kok');
    expect(html).not.toContain('Praktijkopleider');
    const ticked = { seen: hidden(html, 'seen'), 'opleidingen.0.key': '25180-bol', 'opleidingen.1.key': '25180-bbl' };
    const none = await send(open, html, ticked).expect(422);
    expect(none.text).toContain('Vink minstens één opleiding aan');
    expect(await rowsAt(at)).toEqual([]);
    const done = await send(open, html, { ...ticked, 'opleidingen.1.chosen': 'on' }).expect(303);
    expect(done.headers.location).toBe(open);
    expect(await rowsAt(at)).toEqual([kok]);
    expect(await page('/opleidingen')).toContain('>Kok</a>');
  });

  it('show what is wrong in a list', async () => {
    const html = await page(await uploaded(list('25182,<b>Kelner</b>,9,Horeca,1,BOL', '25183,Kelner,2,Horeca,1,BOL')));
    expect(html).toContain('Dit is geen niveau van het mbo.');
    expect(html).toContain('Kelner');
    expect(html).not.toContain('<b>Kelner</b>');
  });

  it.each([
    [Buffer.from('crebo,kwalificatie\n25180,Kok\n'), 'In dit bestand ontbreken deze kolommen: niveau, leerweg'],
    [null, 'Kies een bestand'],
  ])('send a file that is no list back with the reason', async (file, reason) => {
    const request = browser.post('/opleidingen/import').field('locationId', at);
    const answer = await (file ? request.attach('file', file, 'lijst.csv') : request).expect(422);
    expect(answer.text).toContain(reason);
  });

  it('show a long list in parts', async () => {
    const rows = Array.from({ length: 150 }, (_, n) => `${30_000 + n},Opleiding ${n},3,Veel,1,BOL/BBL`);
    const address = await uploaded(list(...rows));
    expect(await page(address)).toContain('1 tot en met 200 van 300');
    const rest = await page(`${address}?domein=0&vanaf=200`);
    expect(rest).toContain('201 tot en met 300 van 300');
    expect(rest).toContain('Opleiding 149');
    expect(rest).not.toContain('Opleiding 99<');
  });

  it('add one by hand, and keep what was typed when it is not right', async () => {
    const html = await page('/opleidingen/toevoegen');
    const typed = { name: 'Eigen "vak"', niveau: '3', crebo: '2540', leerweg: 'bol', locationId: at };
    const refused = await send('/opleidingen/toevoegen', html, typed).expect(422);
    expect(refused.text).toContain('Vul een crebo-code van vijf cijfers in');
    expect(refused.text).toContain('Eigen &quot;vak&quot;');
    await send('/opleidingen/toevoegen', html, { ...typed, crebo: '25401' }).expect(303);
    const again = await page('/opleidingen/toevoegen');
    const twice = await send('/opleidingen/toevoegen', again, { ...typed, crebo: '25401' }).expect(422);
    expect(twice.text).toContain('staat op deze locatie al in het aanbod');
  });

  it('correct one, take it out of the offer and put it back', async () => {
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25402', name: 'Oude naam', niveau: 2 });
    const address = `/opleidingen/${id}`;
    const version = (html: string) => ({ version: hidden(html, 'version') });
    const before = await page(address);
    const typed = { ...version(before), name: 'Nieuwe naam', niveau: '3' };
    const unnamed = await send(address, before, { ...typed, name: '' }).expect(422);
    expect(unnamed.text).toContain('Vul de naam van de opleiding in');
    await send(address, before, typed).expect(303);
    await send(address, await page(address), { ...typed, name: 'Te laat' }).expect(412);
    const corrected = await page(address);
    await send(`${address}/intrekken`, corrected, version(corrected)).expect(303);
    expect(await page('/opleidingen?text=nieuwe')).toContain('Niets gevonden');
    const withdrawn = await page(address);
    expect(withdrawn).toContain('Niet in het aanbod');
    await send(`${address}/terugzetten`, withdrawn, version(withdrawn)).expect(303);
    expect(await page('/opleidingen?text=nieuwe')).toContain('Nieuwe naam');
  });

  it('let everyone look at all mbo schools, and change nothing', async () => {
    const vmbo = await app.given.aSchool();
    const someone = await app.asBrowser(await app.given.aPerson({ school: vmbo, roles: ['decaan'] }));
    const { text } = await someone.get('/opleidingen').query({ text: 'praktijk', schoolId: '' }).expect(200);
    expect(text).toContain('Alle scholen');
    expect(text).not.toContain('/opleidingen/import');
    await someone.get('/opleidingen/import').expect(403);
    await someone.get('/opleidingen/toevoegen').expect(403);
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25403' });
    await someone.get(`/opleidingen/${id}`).expect(404);
  });

  it('show an intaker of another school nothing to change', async () => {
    const id = await app.given.anOpleiding({ school, location: at, crebo: '25404' });
    const someone = await app.asBrowser(intaker);
    await someone.get(`/opleidingen/${id}`).expect(404);
    await someone.get((await uploaded(horeca)).split('?')[0]!).expect(404);
  });
});
