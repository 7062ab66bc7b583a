import { randomUUID } from 'node:crypto';
import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';

let app: TestApp;
let school: string;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
});
afterAll(() => app.close());
beforeEach(async () => {
  // Each test begins on a quiet day of its own.
  await app.clock.set(`2026-11-${16 + (test++ % 14)}T10:00:00+01:00`);
  await app.owner.query('delete from sign_in_throttle');
});
let test = 0;

const signIn = (username: string, pass = password, agent: Agent = app.http()) =>
  agent.post('/api/v1/session').send({ username, password: pass });
const withToken = (token: string): Agent => app.http().set('authorization', `Bearer ${token}`);
const tokenOf = async (login: string): Promise<string> => {
  const { body } = (await signIn(login).expect(201)) as { body: unknown };
  return (body as { token: string }).token;
};
const aDecaan = (): Promise<GivenPerson> => app.given.aPerson({ school, roles: ['decaan'] });

interface AuditRow {
  action: string;
  outcome: string;
  chain: string;
  actor_id: string | null;
  actor_role: string;
}
const auditOf = async (chainId: string, subject: string): Promise<AuditRow[]> => {
  const { rows } = await app.owner.query<AuditRow>(
    `select action, outcome, chain, actor_id, actor_role from audit_event
      where chain_id = $1 and $2 = any(subject_ids) order by seq`,
    [chainId, subject],
  );
  return rows;
};

describe('signing in', () => {
  it('gives a token, its end, and who I am', async () => {
    const decaan = await app.given.aPerson({
      school,
      roles: ['lob-coordinator', 'staff'],
      familyName: 'Hoekema',
      login: 'm.hoekema',
    });
    const { body } = (await signIn(' M.Hoekema ').expect(201)) as { body: unknown };
    expect(body).toEqual({
      token: expect.stringMatching(/^[\w-]{43}$/) as string,
      expiresAt: new Date(app.clock.now().getTime() + 10 * 3600_000).toISOString(),
      me: {
        id: decaan.id,
        kind: 'staff',
        name: 'Robin Hoekema',
        schoolId: school,
        schoolName: 'vmbo school 1',
        roles: ['lob-coordinator', 'staff'],
        factor: 'none',
        places: [{ schoolId: school, name: 'vmbo school 1' }],
        guardian: false,
      },
    });
    const me = await withToken((body as { token: string }).token)
      .get('/api/v1/me')
      .expect(200);
    expect(me.body).toEqual((body as { me: unknown }).me);
  });

  it('makes a pupil a pupil of the home school, and a guardian a guardian of no school', async () => {
    const pupil = await app.given.aPupil({ school, guardians: [{}] });
    expect((await signIn(pupil.login)).body).toMatchObject({
      me: { id: pupil.id, kind: 'pupil', schoolId: school, roles: ['pupil'], places: [], guardian: false },
    });
    const [guardian] = pupil.guardians;
    expect((await signIn(guardian!.login)).body).toMatchObject({
      me: { id: guardian!.id, kind: 'guardian', schoolId: null, roles: ['guardian'], places: [], guardian: true },
    });
  });

  it('makes someone who is both staff and guardian staff, at the school of the first current role', async () => {
    const other = await app.given.aSchool({ kind: 'mbo' });
    const both = await app.given.aPerson({
      roles: [
        { role: 'decaan', school: other, from: '2020-01-01', until: '2025-07-31' },
        { role: 'staff', school, from: '2021-08-01' },
        { role: 'intaker', school: other, from: '2024-08-01' },
      ],
    });
    await app.given.aGuardian(await app.given.aPupil({ school }), { person: both.id });
    const { body } = (await signIn(both.login)) as { body: { me: { places: unknown[] } } };
    expect(body).toMatchObject({ me: { kind: 'staff', schoolId: school, roles: ['staff'], guardian: true } });
    expect(body.me.places).toHaveLength(2);
  });

  it('stores of a token its digest alone, and gives a new one at each sign-in (session fixation)', async () => {
    const { login } = await aDecaan();
    const first = await tokenOf(login);
    const second = (await signIn(login, password, withToken(first)).expect(201)).body as { token: string };
    expect(second.token).not.toBe(first);
    await withToken(first).get('/api/v1/me').expect(401);
    await withToken(second.token).get('/api/v1/me').expect(200);
    const planted = 'a'.repeat(43);
    const { token } = (await signIn(login, password, withToken(planted)).expect(201)).body as { token: string };
    expect(token).not.toBe(planted);
    await withToken(planted).get('/api/v1/me').expect(401);
    const { rows } = await app.owner.query<{ text: string }>('select s::text as text from session s');
    expect(rows.length).toBeGreaterThan(2);
    for (const { text } of rows) expect(text).not.toContain(token);
  });

  it('is on record on the chain of the school, and a pupil on a chain of its own', async () => {
    const decaan = await aDecaan();
    await signIn(decaan.login, 'niet goed').expect(401);
    await withToken(await tokenOf(decaan.login))
      .delete('/api/v1/session')
      .expect(204);
    const own = { chain: 'school', outcome: 'allowed', actor_id: decaan.id, actor_role: 'staff' };
    expect(await auditOf(school, decaan.id)).toEqual([
      { action: 'session.failed', chain: 'school', outcome: 'refused', actor_id: null, actor_role: 'none' },
      { action: 'session.started', ...own },
      { action: 'session.ended', ...own },
    ]);
    const pupil = await app.given.aPupil({ school });
    await tokenOf(pupil.login);
    expect(await auditOf(pupil.id, pupil.id)).toEqual([
      { action: 'session.started', chain: 'pupil', outcome: 'allowed', actor_id: pupil.id, actor_role: 'pupil' },
    ]);
    const { rows } = await app.owner.query<{ broken: string | null }>('select audit_verify($1, $2) as broken', [
      app.config.auditKeyBytes,
      school,
    ]);
    expect(rows[0]?.broken).toBeNull();
  });
});

describe('who may not sign in', () => {
  it('gets one and the same answer, whatever the reason', async () => {
    const disabled = await aDecaan();
    await app.owner.query('update account set disabled_at = app_now() where id = $1', [disabled.accountId]);
    const waiting = await app.given.aPupil({ school });
    await app.owner.query('update account set password_hash = null, activated_at = null where id = $1', [
      waiting.accountId,
    ]);
    const former = await app.given.aPerson({ roles: [{ role: 'decaan', school, until: '2026-07-31' }] });
    const future = await app.given.aPerson({ roles: [{ role: 'decaan', school, from: '2027-02-01' }] });
    const nobody = await app.given.aPerson();
    const answers = [
      await signIn((await aDecaan()).login, 'een ander wachtwoord'),
      await signIn('niemand.nergens'),
      await signIn(disabled.login),
      await signIn(waiting.login),
      await signIn(former.login),
      await signIn(future.login),
      await signIn(nobody.login),
      await signIn('x'.repeat(200)),
    ];
    const seen = answers.map(({ status, text, headers }) => {
      const own = Object.entries(headers as Record<string, string>).filter(
        ([name]) => !['date', 'x-request-id'].includes(name),
      );
      return { status, text, headers: own };
    });
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ status: 401 });
    expect(answers[0]?.body).toEqual({
      type: 'about:blank',
      title: 'sign-in-failed',
      status: 401,
      code: 'sign-in-failed',
    });
  });

  it.each([
    [{}, ['username', 'password']],
    [{ username: 'a' }, ['password']],
    [{ username: { $ne: null }, password: ['x'] }, ['username', 'password']],
    [{ username: 'a', password: 'x'.repeat(201) }, ['password']],
    [{ username: 'a', password: 'b', admin: true }, ['admin']],
  ])('is told which field is wrong with %o', async (body, fields) => {
    const answer = await app.http().post('/api/v1/session').send(body).expect(422);
    expect((answer.body as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual(fields);
  });

  it('cannot put credentials in the address', async () => {
    const { login } = await aDecaan();
    await app.http().post('/api/v1/session').query({ username: login, password }).expect(422);
  });
});

describe('guessing', () => {
  it('makes this account wait ever longer, its neighbour not at all', async () => {
    const [victim, neighbour] = [await aDecaan(), await aDecaan()];
    for (let turn = 0; turn < 5; turn++) await signIn(victim.login, `gok nummer ${turn}`).expect(401);
    const waits: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      const { body, headers } = (await signIn(victim.login).expect(429)) as {
        body: unknown;
        headers: Record<string, string>;
      };
      const { code, params } = body as { code: string; params: { retryAfter: number } };
      expect(code).toBe('too-many-attempts');
      expect(headers['retry-after']).toBe(String(params.retryAfter));
      waits.push(params.retryAfter);
      await signIn(neighbour.login).expect(201);
      await app.clock.advance({ seconds: params.retryAfter - 1 });
      await signIn(victim.login).expect(429);
      await app.clock.advance({ seconds: 1 });
      await signIn(victim.login, 'weer fout').expect(401);
    }
    expect(waits).toEqual([5, 15, 45, 135, 405, 600, 600]);
    await app.clock.advance({ seconds: 600 });
    await signIn(victim.login).expect(201);
    await signIn(victim.login, 'typfout').expect(401); // and the sheet is clean
    await signIn(victim.login).expect(201);
  });

  it('makes whoever guesses wait, and never the owner, who is elsewhere', async () => {
    const proxied = await startApp({ TRUST_PROXY: '1' });
    try {
      const { login } = await proxied.given.aPerson({ school: await proxied.given.aSchool(), roles: ['staff'] });
      const from = async (ip: string, pass: string): Promise<number> =>
        (await signIn(login, pass, proxied.http().set('x-forwarded-for', ip))).status;
      for (let turn = 0; turn < 5; turn++) expect(await from('203.0.113.1', `gok nummer ${turn}`)).toBe(401);
      expect(await from('203.0.113.1', password)).toBe(429);
      expect(await from('198.51.100.7', password)).toBe(201);
      // A machine with many addresses: then all wait for minutes, and it wears off.
      for (let n = 10; n < 35; n++) for (let turn = 0; turn < 4; turn++) await from(`198.51.100.${n}`, 'fout');
      expect(await from('192.0.2.9', password)).toBe(429);
      await proxied.clock.advance({ minutes: 15 });
      expect(await from('192.0.2.9', password)).toBe(201);
    } finally {
      await proxied.close();
    }
  });

  it('a login that is not there makes wait just as long', async () => {
    for (let turn = 0; turn < 5; turn++) await signIn('niemand', `gok nummer ${turn}`).expect(401);
    const { body } = (await signIn('NIEMAND ').expect(429)) as { body: unknown };
    expect(body).toMatchObject({ code: 'too-many-attempts', params: { retryAfter: 5 } });
  });

  it('many times at the same moment counts each time', async () => {
    const { login } = await aDecaan();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => signIn(login, `gok nummer ${turn}`)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(5).fill(401), ...Array<number>(15).fill(429)]);
  });

  it('is forgotten after a quarter of an hour', async () => {
    const { login } = await aDecaan();
    for (let turn = 0; turn < 6; turn++) await signIn(login, `gok nummer ${turn}`);
    await app.clock.advance({ minutes: 15 });
    for (let turn = 0; turn < 5; turn++) await signIn(login, `gok nummer ${turn}`).expect(401);
  });

  it('by the hundred from one address makes that address wait, briefly', async () => {
    const { login } = await aDecaan();
    await signIn(login, 'fout').expect(401);
    await app.owner.query('update sign_in_throttle set failures = 299');
    await signIn(`vreemde.${randomUUID()}`, 'fout').expect(401); // the 300th of this address; the account is new
    await app.owner.query(`delete from sign_in_throttle where failures < 299`);
    const { body } = (await signIn((await aDecaan()).login).expect(429)) as { body: unknown };
    expect(body).toMatchObject({ params: { retryAfter: 2 } });
    await app.clock.advance({ seconds: 2 });
    await signIn((await aDecaan()).login).expect(201);
  });

  it('leaves a class of 30 behind one address alone: all in within a minute, ten typing errors among them', async () => {
    const pupils = await app.given.pupils(30, { school });
    const start = app.clock.now().getTime();
    for (const [index, { login }] of pupils.entries()) {
      if (index % 3 === 0) await signIn(login, 'fietsbel-onder-watre').expect(401);
      await app.clock.advance({ seconds: 1 });
      await signIn(login).expect(201);
    }
    expect(app.clock.now().getTime() - start).toBeLessThan(60_000);
  });

  it('leaves them alone when they all press the button at once', async () => {
    const pupils = await app.given.pupils(30, { school });
    const typos = await Promise.all(pupils.slice(0, 10).map(({ login }) => signIn(login, 'fout')));
    expect(new Set(typos.map(({ status }) => status))).toEqual(new Set([401]));
    const answers = await Promise.all(pupils.map(({ login }) => signIn(login)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    // Each is who he said he was, whatever came in between.
    expect(answers.map(({ body }) => (body as { me: { id: string } }).me.id)).toEqual(pupils.map(({ id }) => id));
  });
});

describe('a session', () => {
  it('ends at sign-out, at once and for good', async () => {
    const agent = withToken(await tokenOf((await aDecaan()).login));
    await agent.get('/api/v1/me').expect(200);
    await agent.delete('/api/v1/session').expect(204);
    await agent.get('/api/v1/me').expect(401);
    await agent.delete('/api/v1/session').expect(401);
  });

  it('ends at sign-out after a quiet quarter of an hour too', async () => {
    const agent = withToken(await tokenOf((await aDecaan()).login));
    await app.clock.advance({ minutes: 15 });
    await agent.delete('/api/v1/session').expect(204);
    await agent.get('/api/v1/me').expect(401);
  });

  it('ends after half an hour without a request, and goes on with one', async () => {
    const agent = withToken(await tokenOf((await aDecaan()).login));
    for (let turn = 0; turn < 4; turn++) {
      await app.clock.advance({ minutes: 29 });
      await agent.get('/api/v1/me').expect(200);
    }
    await app.clock.advance({ minutes: 30 });
    await agent.get('/api/v1/me').expect(401);
  });

  it('ends after ten hours, however busy', async () => {
    const agent = withToken(await tokenOf((await aDecaan()).login));
    for (let turn = 0; turn < 23; turn++) {
      await app.clock.advance({ minutes: 26 });
      await agent.get('/api/v1/me').expect(200);
    }
    await app.clock.advance({ seconds: 2 * 60 - 1 });
    await agent.get('/api/v1/me').expect(200);
    await app.clock.advance({ seconds: 1 });
    await agent.get('/api/v1/me').expect(401);
  });

  it('loses a role that ended, and is over with the last one, at the next request', async () => {
    const person = await app.given.aPerson({ school, roles: ['decaan', 'staff'] });
    const agent = withToken(await tokenOf(person.login));
    const end = (role: string): Promise<unknown> =>
      app.owner.query('update role_assignment set valid_until = app_today() - 1 where person_id = $1 and role = $2', [
        person.id,
        role,
      ]);
    await end('decaan');
    expect((await agent.get('/api/v1/me').expect(200)).body).toMatchObject({ roles: ['staff'] });
    await end('staff');
    await agent.get('/api/v1/me').expect(401);
  });

  it('is over at the next request when the account is disabled', async () => {
    const { login, accountId } = await aDecaan();
    const agent = withToken(await tokenOf(login));
    await agent.get('/api/v1/me').expect(200);
    await app.owner.query('update account set disabled_at = app_now() where id = $1', [accountId]);
    await agent.get('/api/v1/me').expect(401);
  });

  it('with a token that nobody has is no session', async () => {
    await withToken('x'.repeat(43)).get('/api/v1/me').expect(401);
    await withToken(`${'x'.repeat(43)}'; drop table session; --`)
      .get('/api/v1/me')
      .expect(401);
    const answer = await app.http().get('/api/v1/me').expect(401);
    expect(answer.body).toMatchObject({ code: 'unauthenticated' });
  });
});
