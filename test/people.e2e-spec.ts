import type pg from 'pg';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import type { GivenPerson } from './support/builders.js';
import { listOf } from './support/search.js';
import { aSecondFactor } from './support/second-factor.js';

let app: TestApp;
let school: string;
let elsewhere: string;
let administrator: GivenPerson;
let agent: Agent;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
  elsewhere = await app.given.aSchool({ kind: 'mbo' });
  administrator = await app.given.aPerson({ school, roles: ['school-administrator'], familyName: 'Aalders' });
  agent = await app.asActor(administrator);
});
afterAll(() => app.close());

interface Staff {
  id: string;
  name: string;
  roles: { id: string; role: string; until: string | null; current: boolean }[];
}
const member = async (id: string): Promise<Staff> =>
  (await agent.get(`/api/v1/people/${id}`).expect(200)).body as Staff;
const roleOf = async (id: string): Promise<string> => (await member(id)).roles[0]!.id;
const post = (path: string, body: object) => agent.post(path).set('Idempotency-Key', newKey()).send(body);
const someone = { givenName: 'Ans', familyName: 'Nieuw', roles: ['decaan'] };

describe('the staff of a school', () => {
  it('is what its administrator sees: by family name, with roles, assignments and account', async () => {
    const mentor = await app.given.aPerson({
      school,
      roles: ['staff', { role: 'decaan', until: '2025-07-31' }],
      familyName: 'de Bakker',
    });
    await app.given.aPerson({ school: elsewhere, roles: ['intaker'], familyName: 'Elders' });
    const group = await app.given.aGroup({ school });
    const pupil = await app.given.aPupil({ school, group, mentor: mentor.id, guardians: [{ familyName: 'Ouder' }] });
    await app.given.aTeacher({ group, school, person: mentor.id });
    const { items } = (await agent.get('/api/v1/people').expect(200)).body as { items: Staff[] };
    expect(items.map(({ name }) => name)).toEqual(['Robin Aalders', 'Robin de Bakker']);
    expect(items[1]).toMatchObject({
      id: mentor.id,
      account: { login: mentor.login, activated: true, disabled: false },
      mentor: true,
      teacher: true,
      roles: [
        { role: 'staff', from: '2020-08-01', until: null, current: true, ended: false },
        { role: 'decaan', until: '2025-07-31', current: false },
      ],
    });
    await agent.get(`/api/v1/people/${pupil.guardians[0]!.id}`).expect(404);
  });

  it('is searched by name and address, and signs such as % are letters', async () => {
    const names = async (search: string): Promise<string[]> => {
      const { body } = (await listOf(agent, '/api/v1/people', {}, search).expect(200)) as { body: unknown };
      return (body as { items: Staff[] }).items.map(({ name }) => name);
    };
    expect(await names('de bak')).toEqual(['Robin de Bakker']);
    expect(await names(`${administrator.login}@school`)).toEqual(['Robin Aalders']);
    expect(await names('%')).toEqual([]);
    expect(await names("' or true --")).toEqual([]);
  });

  it('comes in pages that leave nobody out', async () => {
    const large = await app.given.aSchool({ kind: 'mbo' });
    const boss = await app.given.aPerson({ school: large, roles: ['school-administrator'] });
    for (let n = 0; n < 104; n++) await app.given.aPerson({ school: large, roles: ['staff'], familyName: `P${n % 9}` });
    const there = await app.asActor(boss);
    const seen: string[] = [];
    let pageToken: string | null = null;
    do {
      const { body } = (await there
        .get('/api/v1/people')
        .query(pageToken ? { pageToken } : {})
        .expect(200)) as { body: unknown };
      const page = body as { items: Staff[]; nextPageToken: string | null };
      seen.push(...page.items.map(({ id }) => id));
      pageToken = page.nextPageToken;
    } while (pageToken);
    expect(seen).toHaveLength(105);
    expect(new Set(seen).size).toBe(105);
    for (const bad of ['x', Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('{}').toString('base64url')])
      await there.get('/api/v1/people').query({ pageToken: bad }).expect(422);
  });

  it.each(['decaan', 'privacy-officer', 'staff'] as const)('is closed for a %s', async (role) => {
    const other = await app.asActor(await app.given.aPerson({ school, roles: [role] }));
    await other.get('/api/v1/people').expect(403);
    await other.post(`/api/v1/people/${administrator.id}/activation-codes`).expect(404);
    await other.get('/personen').expect(403);
  });

  it('of another school is not there', async () => {
    const other = await app.given.aPerson({ school: elsewhere, roles: ['intaker'] });
    await agent.get(`/api/v1/people/${other.id}`).expect(404);
    await agent.post(`/api/v1/people/${other.id}/activation-codes`).expect(404);
    await post(`/api/v1/people/${other.id}/roles`, { role: 'staff' }).expect(404);
    await agent.put(`/api/v1/people/${other.id}/account`).send({ disabled: true }).expect(404);
    const { rows } = await app.owner.query<{ id: string }>('select id from role_assignment where person_id = $1', [
      other.id,
    ]);
    await agent.delete(`/api/v1/people/${other.id}/roles/${rows[0]!.id}`).expect(404);
    await agent.delete(`/api/v1/people/${administrator.id}/roles/${rows[0]!.id}`).expect(404);
  });
});

describe('adding someone', () => {
  it('gives the roles from today on, once per key', async () => {
    const key = newKey();
    const sent = { ...someone, email: 'A.Nieuw@school.example', phone: '099 555 1234', roles: ['decaan', 'staff'] };
    const add = () => agent.post('/api/v1/people').set('Idempotency-Key', key).send(sent).expect(201);
    const [first, again] = [await add(), await add()];
    expect(again.body).toEqual(first.body);
    const { id } = first.body as { id: string };
    expect(await member(id)).toMatchObject({
      name: 'Ans Nieuw',
      email: 'a.nieuw@school.example',
      account: null,
      roles: [
        { role: 'decaan', from: '2026-11-16', until: null, current: true, ended: false },
        { role: 'staff', from: '2026-11-16', until: null, current: true, ended: false },
      ],
    });
    expect((await post('/api/v1/people', sent).expect(409)).body).toMatchObject({ code: 'person-exists' });
  });

  it('twice at the same moment is once', async () => {
    const sent = { ...someone, email: 'tegelijk@school.example' };
    const answers = await Promise.all([1, 2, 3].map(() => post('/api/v1/people', sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    [{ ...someone, email: 'geen adres' }, 'email'],
    [{ ...someone, email: 'a@b.example', roles: [] }, 'roles'],
    [{ ...someone, email: 'a@b.example', roles: ['intaker'] }, 'roles'],
    [{ ...someone, email: 'a@b.example', roles: ['coordinator'] }, 'roles'],
    [{ ...someone, email: 'a@b.example', familyName: '' }, 'familyName'],
    [{ ...someone, email: 'a@b.example', phone: 'bel maar' }, 'phone'],
  ])('says what is wrong with %o', async (sent, field) => {
    const { body } = (await post('/api/v1/people', sent).expect(422)) as { body: unknown };
    expect((body as { fields: { field: string }[] }).fields[0]?.field).toBe(field);
  });
});

describe('a role', () => {
  it('opens and closes the doors at the next request', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const other = await app.asActor(person);
    const rolesNow = async (): Promise<string[]> =>
      ((await other.get('/api/v1/me').expect(200)).body as { roles: string[] }).roles;
    expect(await rolesNow()).toEqual(['staff']);
    const { body } = (await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan' }).expect(201)) as {
      body: unknown;
    };
    expect((await rolesNow()).sort()).toEqual(['decaan', 'staff']);
    await agent.delete(`/api/v1/people/${person.id}/roles/${(body as { id: string }).id}`).expect(204);
    expect(await rolesNow()).toEqual(['staff']);
    await agent
      .delete(
        `/api/v1/people/${person.id}/roles/${(await member(person.id)).roles.find(({ role }) => role === 'staff')!.id}`,
      )
      .expect(204);
    await other.get('/api/v1/me').expect(401);
  });

  it('has a first and a last day', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan', from: '2026-11-18', until: '2026-11-19' }).expect(
      201,
    );
    const on = async (day: string): Promise<string[]> => {
      await app.clock.set(day);
      const me = await (await app.asActor(person)).get('/api/v1/me').expect(200);
      return (me.body as { roles: string[] }).roles.sort();
    };
    expect(await on('2026-11-17')).toEqual(['staff']);
    expect(await on('2026-11-18')).toEqual(['decaan', 'staff']);
    expect(await on('2026-11-19')).toEqual(['decaan', 'staff']);
    expect(await on('2026-11-20')).toEqual(['staff']);
    await app.clock.set('2026-11-16T11:00:00+01:00');
    const end = await post(`/api/v1/people/${person.id}/roles`, {
      role: 'decaan',
      from: '2026-12-02',
      until: '2026-12-01',
    });
    expect(end.body).toMatchObject({ code: 'invalid', fields: [{ field: 'until', code: 'until-before-from' }] });
    await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan', from: '2026-02-30' }).expect(422);
  });

  it('is not given twice for the same days', async () => {
    const person = await app.given.aPerson({ school, roles: [{ role: 'decaan', until: '2026-11-30' }] });
    const { body } = (await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan' }).expect(409)) as {
      body: unknown;
    };
    expect(body).toMatchObject({ code: 'role-exists' });
    await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan', from: '2026-12-01' }).expect(201);
  });

  it('that a school of this kind does not have is refused', async () => {
    await post(`/api/v1/people/${administrator.id}/roles`, { role: 'intaker' }).expect(422);
    await post(`/api/v1/people/${administrator.id}/roles`, { role: 'mentor' }).expect(422);
  });

  it('of the last administrator stays', async () => {
    const alone = await roleOf(administrator.id);
    const path = `/api/v1/people/${administrator.id}/roles/${alone}`;
    expect((await agent.delete(path).expect(409)).body).toMatchObject({ code: 'last-administrator' });
    await agent.put(`/api/v1/people/${administrator.id}/account`).send({ disabled: true }).expect(409);
    const second = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const theirs = `/api/v1/people/${second.id}/roles/${await roleOf(second.id)}`;
    const other = await app.asActor(second);
    for (let round = 0; round < 12; round++) {
      // At the same moment each ends the other: one of them stays.
      const answers = await Promise.all([agent.delete(theirs), other.delete(path)]);
      const [done, refused] = answers.map(({ status }) => status).sort();
      expect(done).toBe(204);
      expect([401, 409]).toContain(refused); // 401: the other was out before he asked
      await app.owner.query(`update role_assignment set valid_until = null where role = 'school-administrator'`);
    }
    await app.owner.query('update role_assignment set valid_until = app_today() - 1 where person_id = $1', [second.id]);
  });

  it('is on the record of the school', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const { body } = (await post(`/api/v1/people/${person.id}/roles`, { role: 'decaan' }).expect(201)) as {
      body: unknown;
    };
    const { id } = body as { id: string };
    await agent.delete(`/api/v1/people/${person.id}/roles/${id}`).expect(204);
    const { rows } = await app.owner.query(
      `select action, actor_id, actor_role, subject_ids, reason from audit_event
        where chain_id = $1 and $2 = any(subject_ids) order by seq`,
      [school, person.id],
    );
    const by = { actor_id: administrator.id, actor_role: 'school-administrator', subject_ids: [person.id, id] };
    expect(rows).toEqual([
      { action: 'role.given', ...by, reason: 'decaan' },
      { action: 'role.ended', ...by, reason: 'decaan' },
    ]);
  });
});

describe('an account', () => {
  it('that is disabled is over at the next request, until it is enabled again', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const other = await app.asActor(person);
    await agent.put(`/api/v1/people/${person.id}/account`).send({ disabled: true }).expect(204);
    await other.get('/api/v1/me').expect(401);
    await agent.put(`/api/v1/people/${person.id}/account`).send({ disabled: false }).expect(204);
    await (await app.asActor(person)).get('/api/v1/me').expect(200);
  });

  it('that opens another school too cannot be taken over or closed from here', async () => {
    const both = await app.given.aPerson({
      roles: [
        { role: 'staff', school },
        { role: 'intaker', school: elsewhere },
      ],
    });
    const code = await agent.post(`/api/v1/people/${both.id}/activation-codes`).expect(409);
    expect(code.body).toMatchObject({ code: 'account-elsewhere' });
    await agent.put(`/api/v1/people/${both.id}/account`).send({ disabled: true }).expect(409);
    await agent.delete(`/api/v1/people/${both.id}/roles/${await roleOf(both.id)}`).expect(204);
    const { body } = (await (await app.asActor(both, { school: elsewhere })).get('/api/v1/me').expect(200)) as {
      body: unknown;
    };
    expect(body).toMatchObject({ roles: ['intaker'] });
  });
});

describe('nobody makes himself more than he is', () => {
  const another = async (roles: Parameters<TestApp['given']['aPerson']>[0] = {}): Promise<GivenPerson> =>
    app.given.aPerson({ school, ...roles, roles: ['school-administrator', ...(roles.roles ?? [])] });

  it('an administrator gives a role to others, not to himself, and makes none of his own last longer', async () => {
    const me = await another({ roles: [{ role: 'decaan', until: '2026-12-31' }] });
    const by = await app.asActor(me);
    const path = `/api/v1/people/${me.id}`;
    const own = await by.post(`${path}/roles`).set('Idempotency-Key', newKey()).send({ role: 'care-coordinator' });
    expect([own.status, (own.body as { code: string }).code]).toEqual([409, 'own-role']);
    const ending = (await member(me.id)).roles.find(({ role }) => role === 'decaan')!.id;
    await by.delete(`${path}/roles/${ending}`).query({ until: '2027-12-31' }).expect(409);
    for (const sql of [
      `insert into role_assignment (id, person_id, school_id, role, valid_from)
       values (gen_random_uuid(), $1, app_school(), 'decaan', app_today())`,
      `update role_assignment set valid_until = '2027-12-31' where person_id = $1 and role = 'decaan'`,
      `update role_assignment set valid_until = null where person_id = $1 and role = 'decaan'`,
    ])
      expect(await app.sql.tried(me, sql, [me.id])).toBe('refused');
    await by.delete(`${path}/roles/${ending}`).query({ until: '2026-12-01' }).expect(204);
    await post(`${path}/roles`, { role: 'care-coordinator' }).expect(201); // the other administrator does
    const page = await (await app.asBrowser(me)).get(`/personen/${me.id}`).expect(200);
    expect(page.text).toContain('Een rol voor jezelf geeft een andere beheerder');
    expect(page.text).not.toContain('Geef de rol');
  });

  it('roles, codes and addresses take a proof of at most a quarter of an hour ago', async () => {
    const colleague = await app.given.aPerson({ school, roles: ['staff'] });
    const [program, browser] = [await app.asActor(administrator), await app.asBrowser(administrator)];
    await app.clock.advance({ minutes: 15 });
    const path = `/api/v1/people/${colleague.id}`;
    const sent = [
      program
        .post('/api/v1/people')
        .set('Idempotency-Key', newKey())
        .send({ ...someone, email: 'laat@school.example' }),
      program.post(`${path}/roles`).set('Idempotency-Key', newKey()).send({ role: 'decaan' }),
      program.post(`${path}/activation-codes`).send({}),
      program.put(`${path}/contact`).send({ email: 'laat@school.example' }),
    ];
    const answers = await Promise.all(sent);
    const forms = ['nieuw', ...['rollen', 'brief', 'gegevens'].map((form) => `${colleague.id}/${form}`)];
    const pages = await Promise.all(forms.map((form) => browser.post(`/personen/${form}`).type('form').send({})));
    await app.clock.set('2026-11-16T11:00:00+01:00');
    for (const { status, body } of answers) expect([status, body]).toMatchObject([403, { code: 'step-up-required' }]);
    for (const { headers } of pages) expect(headers.location).toMatch(/^\/tweede-stap/);
  });
});

describe('a former colleague', () => {
  const former = (then: Partial<Parameters<TestApp['given']['aPerson']>[0]> = {}): Promise<GivenPerson> => {
    const ended = { role: 'staff', school, until: '2025-07-31' } as const;
    return app.given.aPerson({ ...then, roles: [ended, ...(then.roles ?? [])] });
  };
  const works = { role: 'decaan', until: null } as const;
  const give = `insert into role_assignment (id, person_id, school_id, role, valid_from)
    values (gen_random_uuid(), $1, $2, 'staff', app_today())`;

  it.each(['works', 'guardian'])('who is %s elsewhere gets no role here, and keeps the second step', async (what) => {
    const person = await former(what === 'works' ? { roles: [{ ...works, school: elsewhere }] } : {});
    if (what === 'guardian')
      await app.given.aGuardian(await app.given.aPupil({ school: elsewhere }), { person: person.id });
    await aSecondFactor(app, person);
    const refused = await post(`/api/v1/people/${person.id}/roles`, { role: 'staff' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'invite-again' });
    expect(await app.sql.tried(administrator, give, [person.id, school])).toBe('refused');
    // Nor does the role that is over come back to life.
    const path = `/api/v1/people/${person.id}/roles/${await roleOf(person.id)}`;
    await agent.delete(path).query({ until: '2027-01-01' }).expect(404);
    const revive = 'update role_assignment set valid_until = $2 where person_id = $1 and school_id = app_school()';
    expect(await app.sql.tried(administrator, revive, [person.id, '2027-01-01'])).toBe('refused');
    await agent.delete(`/api/v1/people/${person.id}/second-factor`).expect(404);
    await agent.post(`/api/v1/people/${person.id}/activation-codes`).expect(409);
  });

  it('who has yet to begin here keeps the second step', async () => {
    const person = await app.given.aPerson({ school, roles: [{ role: 'staff', from: '2027-08-01' }] });
    await aSecondFactor(app, person);
    const reset = (client: pg.Client) => client.query('select reset_second_factor($1) as done', [person.id]);
    expect((await app.sql.in(administrator, reset)).rows).toEqual([{ done: false }]);
  });

  it('who is something elsewhere is added anew under the same address, to be invited', async () => {
    const person = await former({ email: 'terug@school.example', roles: [{ ...works, school: elsewhere }] });
    const { body } = (await post('/api/v1/people', { ...someone, email: 'terug@school.example' }).expect(201)) as {
      body: { id: string };
    };
    expect(body.id).not.toBe(person.id);
    await post('/api/v1/people', { ...someone, email: 'terug@school.example' }).expect(409);
  });

  it('who is nothing elsewhere comes back with a role', async () => {
    await post(`/api/v1/people/${(await former()).id}/roles`, { role: 'staff' }).expect(201);
  });
});

describe('acting elsewhere', () => {
  it('makes a new session at the other school or as a guardian, within the same ten hours', async () => {
    const both = await app.given.aPerson({
      roles: [
        { role: 'staff', school, from: '2019-08-01' },
        { role: 'intaker', school: elsewhere },
      ],
    });
    const pupil = await app.given.aPupil({ school });
    await app.given.aGuardian(pupil, { person: both.id });
    const first = await app.tokenFor(both);
    await app.clock.advance({ minutes: 20 });
    const as = (token: string): Agent => app.http().set('authorization', `Bearer ${token}`);
    type Session = { token: string; expiresAt: string; me: { kind: string; schoolId: string | null; roles: string[] } };
    const away = (await as(first).put('/api/v1/session').send({ schoolId: elsewhere }).expect(200)).body as Session;
    expect(away.me).toMatchObject({ kind: 'staff', schoolId: elsewhere, roles: ['intaker'] });
    expect(new Date(away.expiresAt).getTime() - app.clock.now().getTime()).toBe((10 * 60 - 20) * 60_000);
    await as(first).get('/api/v1/me').expect(401);
    const home = (await as(away.token).put('/api/v1/session').send({ schoolId: null }).expect(200)).body as Session;
    expect(home.me).toMatchObject({ kind: 'guardian', schoolId: null, roles: ['guardian'] });

    const other = await app.given.aSchool();
    await as(home.token).put('/api/v1/session').send({ schoolId: other }).expect(404);
    await as(home.token).get('/api/v1/me').expect(200); // a refused change leaves the session alone
    await as(home.token).put('/api/v1/session').send({ schoolId: 'x' }).expect(422);
    await as(away.token).put('/api/v1/session').send({ schoolId: school }).expect(401);
    const alone = await app.tokenFor(administrator);
    await as(alone).put('/api/v1/session').send({ schoolId: null }).expect(404);
    await as(await app.tokenFor(pupil))
      .put('/api/v1/session')
      .send({ schoolId: school })
      .expect(404);
  });
});
