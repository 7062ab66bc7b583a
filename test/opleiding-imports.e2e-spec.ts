import type {
  OpleidingImportPreviewResponse,
  OpleidingImportResultResponse,
} from '../src/opleidingen/opleiding-imports.dto.js';
import type { OpleidingResponse } from '../src/opleidingen/opleidingen.dto.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson } from './support/builders.js';
import { bodyOf, changesOf, horeca, kok, list, offerAt, path, refusal, uploadList } from './support/opleidingen.js';

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

const upload = (agent: Agent, file: Buffer | null, at = location, name?: string) => uploadList(agent, file, at, name);
const apply = (agent: Agent, preview: { id: string; seen: string }, choice: object, key = newKey()) =>
  agent
    .post(`${path}/imports/${preview.id}/apply`)
    .set('Idempotency-Key', key)
    .send({ seen: preview.seen, ...choice });
const look = (agent: Agent, file: Buffer, at = location, name?: string): Promise<OpleidingImportPreviewResponse> =>
  bodyOf(upload(agent, file, at, name).expect(201));
const applied = (...args: Parameters<typeof apply>): Promise<OpleidingImportResultResponse> =>
  bodyOf(apply(...args).expect(200));

describe('a crebo list', () => {
  const fresh = async (): Promise<{ at: string; agent: Agent }> => ({
    at: await app.given.aLocation({ school: mbo }),
    agent: await app.asActor(intaker),
  });

  it('is looked at first: nothing changes', async () => {
    const { at, agent } = await fresh();
    await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)' });
    await app.given.anOpleiding({ school: mbo, location: at, ...kok, leerweg: 'bol' });
    const before = [await offerAt(app, at), await changesOf(app, mbo)];
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
    expect([await offerAt(app, at), await changesOf(app, mbo)]).toEqual(before);
    expect((await agent.get(`${path}/imports/${preview.id}`).expect(200)).body).toEqual(preview);
  });

  it('is applied as far as it was chosen, on record in one row', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    const before = await changesOf(app, mbo);
    const choice = { domeinen: ['Horeca en bakkerij'], leerwegen: ['bbl'], opleidingen: ['25180-bol'] };
    expect(await applied(agent, preview, choice)).toEqual({ added: 3, changed: 0, unchanged: 0 });
    expect((await offerAt(app, at)).map(({ crebo, leerweg }) => `${crebo}-${leerweg}`)).toEqual([
      '25180-bol',
      '25180-bbl',
      '25182-bbl',
    ]);
    const after = await changesOf(app, mbo);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)?.subject_ids).toHaveLength(3);
  });

  it('changes nothing the second time', async () => {
    const { at, agent } = await fresh();
    await apply(agent, await look(agent, horeca, at), { everything: true }).expect(200);
    const before = [await offerAt(app, at), await changesOf(app, mbo)];
    const second = await look(agent, horeca, at);
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
    expect(await applied(agent, second, { everything: true })).toEqual({ added: 0, changed: 0, unchanged: 5 });
    expect([await offerAt(app, at), await changesOf(app, mbo)]).toEqual(before);
  });

  it('is applied once when the same request is sent twice', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    const key = newKey();
    const first = await apply(agent, preview, { everything: true }, key).expect(200);
    const second = await apply(agent, preview, { everything: true }, key).expect(200);
    expect(second.body).toEqual(first.body);
    expect(await offerAt(app, at)).toHaveLength(5);
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
    expect(await offerAt(app, at)).toHaveLength(5);
  });

  it('can be applied in parts, each after looking again', async () => {
    const { at, agent } = await fresh();
    const preview = await look(agent, horeca, at);
    await apply(agent, preview, { crebos: ['25180'] }).expect(200);
    await apply(agent, preview, { crebos: ['25182'] }).expect(412);
    const now = await bodyOf<OpleidingImportPreviewResponse>(agent.get(`${path}/imports/${preview.id}`));
    expect(now).toMatchObject({ new: 3, unchanged: 2 });
    await apply(agent, now, { crebos: ['25182'] }).expect(200);
    expect(await offerAt(app, at)).toHaveLength(4);
  });

  it('is not applied over what someone else changed since it was looked at', async () => {
    const { at, agent } = await fresh();
    const id = await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)' });
    const preview = await look(agent, horeca, at);
    await agent.patch(`${path}/${id}`).set('If-Match', '"1"').send({ name: 'Kok, nieuw', niveau: 2 }).expect(200);
    const refused = await refusal(apply(agent, preview, { everything: true }).expect(412));
    expect(refused.code).toBe('stale-version');
    expect(await offerAt(app, at)).toEqual([expect.objectContaining({ name: 'Kok, nieuw' })]);
  });

  it('brings a new name and niveau, and leaves withdrawn what was withdrawn', async () => {
    const { at, agent } = await fresh();
    const id = await app.given.anOpleiding({ school: mbo, location: at, ...kok, name: 'Kok (oud)', niveau: 3 });
    await agent.post(`${path}/${id}/withdrawal`).set('If-Match', '"1"').expect(200);
    const preview = await look(agent, horeca, at);
    expect(await applied(agent, preview, { crebos: ['25180'] })).toEqual({ added: 1, changed: 1, unchanged: 0 });
    const now = await bodyOf<OpleidingResponse>(agent.get(`${path}/${id}`));
    expect(now).toMatchObject({ name: 'Kok', niveau: 2, offered: false, version: 3 });
  });

  it('does not take away what is not in it', async () => {
    const { at, agent } = await fresh();
    await app.given.anOpleiding({ school: mbo, location: at, crebo: '25999', name: 'Eigen opleiding' });
    await apply(agent, await look(agent, horeca, at), { everything: true }).expect(200);
    expect((await offerAt(app, at)).map(({ name }) => name)).toContain('Eigen opleiding');
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
      expect(await offerAt(app, at)).toEqual([]);
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
    expect(await offerAt(app, at)).toEqual([]);
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
    expect(await offerAt(app, at)).toHaveLength(10_000);
  });
});
