import { randomUUID } from 'node:crypto';
import type { OpleidingenPageResponse, OpleidingResponse } from '../src/opleidingen/opleidingen.dto.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson } from './support/builders.js';
import {
  bodyOf,
  changesOf,
  horeca,
  kok,
  offerAt,
  path,
  refusal,
  refusalsAt,
  uploadList,
} from './support/opleidingen.js';

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

const add = (agent: Agent, body: object, key = newKey()) =>
  agent
    .post(path)
    .set('Idempotency-Key', key)
    .send({ ...kok, locationId: location, ...body });
const opleidingOf = (answer: PromiseLike<{ body: unknown }>): Promise<OpleidingResponse> => bodyOf(answer);

describe('one opleiding', () => {
  it('is added by an intaker, is on record, and can be read by a pupil', async () => {
    const agent = await app.asActor(intaker);
    const before = await changesOf(app, mbo);
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
    expect((await changesOf(app, mbo)).slice(before.length)).toEqual([
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
    expect((await offerAt(app, location)).filter(({ crebo }) => crebo === '25002')).toHaveLength(1);
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
    [{ name: 'Kok\u0000' }, 'name', 'unusable-character'],
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
    expect(await offerAt(app, elsewhere)).toEqual([]);
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
    expect((await offerAt(app, location)).find(({ crebo }) => crebo === '25004')).toMatchObject({
      name: 'Kapper',
      niveau: 2,
    });
    expect((await changesOf(app, mbo)).at(-1)).toMatchObject({ actor_role: 'school-administrator', subject_ids: [id] });
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
      await uploadList(agent, horeca, location).expect(403);
      await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Weg', niveau: 1 }).expect(404);
      await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
      await agent.get(`${path}/${id}`).expect(200);
    },
  );

  it('not change the offer as administrator of a school that is no mbo, and that is on record', async () => {
    const vmbo = await app.given.aSchool();
    const at = await app.given.aLocation({ school: vmbo });
    const agent = await app.asActor(await app.given.aPerson({ school: vmbo, roles: ['school-administrator'] }));
    await add(agent, { locationId: at }).expect(404);
    await uploadList(agent, horeca, at).expect(404);
    expect(await offerAt(app, at)).toEqual([]);
    expect(await refusalsAt(app, vmbo)).toBe(2);
  });

  it('not touch what another school offers, and that is on record', async () => {
    const school = await app.given.aSchool({ kind: 'mbo' });
    const agent = await app.asActor(await app.given.aPerson({ school, roles: ['intaker'] }));
    const id = await app.given.anOpleiding({ school: mbo, name: 'Van een ander' });
    await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Van mij', niveau: 1 }).expect(404);
    await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
    await agent.delete(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(404);
    expect((await agent.get(`${path}/${id}`).expect(200)).body).toMatchObject({ name: 'Van een ander', version: 1 });
    expect(await refusalsAt(app, school)).toBe(3);
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
