import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { tokenDigest } from '../src/platform/access/session-token.js';
import { roles as allRoles, type Role } from '../src/platform/access/actor.js';
import { type Agent, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';
import { whileHeld } from './support/held.js';
import { aSecondFactor, phoneCode } from './support/second-factor.js';

/** Whoever can read or write care, export, or administer. */
const needing: Role[] = [
  'decaan',
  'care-coordinator',
  'school-administrator',
  'privacy-officer',
  'intaker',
  'mbo-care',
  'coordinator',
];

let app: TestApp;
let school: string;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.clock.set(`2026-11-${16 + (test++ % 14)}T10:00:00+01:00`);
  await app.owner.query('delete from sign_in_throttle');
});
let test = 0;

const withToken = (token: string): Agent => app.http().set('authorization', `Bearer ${token}`);
interface Session {
  token: string;
  me: { roles: string[]; factor: string };
}
interface FactorSet extends Session {
  recoveryCodes: string[];
}
const signIn = (login: string, code?: string) =>
  app
    .http()
    .post('/api/v1/session')
    .send({ username: login, password, ...(code ? { code } : {}) });
const signedIn = async (login: string, code?: string): Promise<Session> =>
  (await signIn(login, code).expect(201)).body as Session;
const give = (token: string, code: string) => withToken(token).post('/api/v1/second-factor/proof').send({ code });
const aPerson = (role: Role = 'decaan'): Promise<GivenPerson> => app.given.aPerson({ school, roles: [role] });
const actionsOf = async (person: { id: string }): Promise<string[]> =>
  (
    await app.owner.query<{ action: string; outcome: string }>(
      `select action, outcome from audit_event where $1 = any(subject_ids) and action like 'factor.%' order by chain_id, seq`,
      [person.id],
    )
  ).rows.map(({ action, outcome }) => (outcome === 'allowed' ? action : `${action} (${outcome})`));

/** From signing in to ten codes on paper, as a program. */
async function setUp(login: string): Promise<FactorSet & { secret: string }> {
  const { token } = await signedIn(login);
  const made = (await withToken(token).post('/api/v1/second-factor/secret').expect(201)).body as {
    secret: string;
    enrolment: string;
  };
  const { body } = (await withToken(token)
    .put('/api/v1/second-factor')
    .send({ enrolment: made.enrolment, code: phoneCode(app, made.secret) })
    .expect(200)) as { body: unknown };
  return { ...(body as FactorSet), secret: made.secret };
}

describe('who needs a second step', () => {
  const staff = allRoles.filter((role) => !['pupil', 'guardian', 'mentor', 'teacher'].includes(role));
  it.each(staff)(
    '%s: nothing without it where the role needs it, everything as before where it does not',
    async (role) => {
      const person = await aPerson(role);
      const { token, me } = await signedIn(person.login);
      const needed = needing.includes(role);
      expect(me).toMatchObject({ factor: needed ? 'needed' : 'none', roles: needed ? [] : [role] });
      const answer = await withToken(token).get('/api/v1/opleidingen');
      expect([answer.status, (answer.body as { code?: string }).code]).toEqual(
        needed ? [403, 'second-factor-required'] : [200, undefined],
      );
      const given = await app.asActor(person);
      expect((await given.get('/api/v1/me')).body).toMatchObject({ factor: 'given', roles: [role] });
    },
  );

  it('a mentor, a teacher, a pupil and a guardian do not; a mentor who is decaan too does', async () => {
    const person = await aPerson('staff');
    const teacher = await aPerson('staff');
    const group = await app.given.aGroup({ school });
    const pupil = await app.given.aPupil({ school, group, mentor: person.id, guardians: [{}] });
    await app.given.aTeacher({ group, school, person: teacher.id });
    for (const { login } of [person, teacher, pupil, pupil.guardians[0]!])
      expect((await signedIn(login)).me.factor).toBe('none');
    const both = await aPerson('decaan');
    await app.given.aMentor(pupil, both.id);
    const { token, me } = await signedIn(both.login);
    expect(me).toMatchObject({ factor: 'needed', roles: [] });
    await withToken(token).get(`/api/v1/dossiers/${pupil.id}`).expect(403);
  });

  it('who gets such a role while signed in is asked for it at the next request', async () => {
    const person = await aPerson('staff');
    const { token } = await signedIn(person.login);
    await withToken(token).get('/api/v1/opleidingen').expect(200);
    await app.owner.query(
      `insert into role_assignment (id, person_id, school_id, role, valid_from) values ($1, $2, $3, 'decaan', app_today())`,
      [randomUUID(), person.id, school],
    );
    await withToken(token).get('/api/v1/opleidingen').expect(403);
    expect((await withToken(token).get('/api/v1/me')).body).toMatchObject({ factor: 'needed', roles: [] });
  });

  it('it is a matter of the school where one acts; whoever set it up is asked everywhere', async () => {
    const other = await app.given.aSchool({ kind: 'mbo' });
    const person = await app.given.aPerson({
      roles: [
        { role: 'staff', school, from: '2019-08-01' },
        { role: 'intaker', school: other },
      ],
    });
    await app.given.aGuardian(await app.given.aPupil({ school }), { person: person.id });
    const at = async (where: string | null): Promise<unknown> =>
      (await (await app.asActor(person, { school: where, factor: false })).get('/api/v1/me')).body;
    expect(await at(school)).toMatchObject({ factor: 'none', roles: ['staff'] });
    expect(await at(null)).toMatchObject({ factor: 'none', roles: ['guardian'] });
    expect(await at(other)).toMatchObject({ factor: 'needed', roles: [], guardian: true });
    await aSecondFactor(app, person);
    for (const where of [school, null, other]) expect(await at(where)).toMatchObject({ factor: 'needed', roles: [] });
  });

  it('the second wall says so too: without it the database shows nothing and takes nothing', async () => {
    const group = await app.given.aGroup({ school });
    const person = await aPerson('decaan');
    const pupil = await app.given.aPupil({ school, group, mentor: person.id });
    await app.given.aGuardian(pupil, { person: person.id });
    const counts = async (factor: boolean): Promise<number[]> => {
      const token = await app.tokenFor(person, { factor });
      const client = new pg.Client({ connectionString: app.database.appUrl });
      await client.connect();
      try {
        await client.query('begin');
        const { rowCount } = await client.query('select from begin_request($1)', [tokenDigest(token)]);
        expect(rowCount).toBe(1);
        const found: number[] = [];
        for (const table of ['pupil', 'enrolment', 'mentor_assignment', 'guardian', 'activity', 'consent', 'account'])
          found.push((await client.query(`select id from ${table}`)).rowCount ?? 0);
        await expect(
          client.query(`update pupil set given_name = 'Weg' where id = $1`, [pupil.id]).then((r) => r.rowCount),
        ).resolves.toBe(factor ? 1 : 0);
        return found;
      } finally {
        await client.end();
      }
    };
    expect(await counts(false)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect((await counts(true)).slice(0, 4).every((n) => n > 0)).toBe(true);
  });

  it('what was asked for without it is on record, with who asked', async () => {
    const person = await aPerson('decaan');
    await (await app.asActor(person, { factor: false })).get('/api/v1/groups').expect(403);
    expect(await actionsOf(person)).toEqual(['factor.missing (refused)']);
  });
});

describe('setting it up', () => {
  it('gives a session that may, a new token, and ten codes for who loses the phone', async () => {
    const person = await aPerson();
    const { token } = await signedIn(person.login);
    const made = (await withToken(token).post('/api/v1/second-factor/secret').expect(201)).body as Record<
      string,
      string
    >;
    expect(made.uri).toContain(`secret=${made.secret}`);
    await withToken(token).get('/api/v1/opleidingen').expect(403);
    const answer = await withToken(token)
      .put('/api/v1/second-factor')
      .send({ enrolment: made.enrolment, code: phoneCode(app, made.secret!) })
      .expect(200);
    const set = answer.body as FactorSet;
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(set.me).toMatchObject({ factor: 'given', roles: ['decaan'] });
    expect(set.recoveryCodes).toHaveLength(10);
    await withToken(token).get('/api/v1/me').expect(401); // the old token is worth nothing
    await withToken(set.token).get('/api/v1/opleidingen').expect(200);
    expect((await withToken(set.token).get('/api/v1/second-factor')).body).toEqual({
      set: true,
      setAt: app.clock.now().toISOString(),
      recoveryCodesLeft: 10,
    });
    expect(await actionsOf(person)).toEqual(['factor.missing (refused)', 'factor.set']);
  });

  it('stores neither the secret nor a code in the open', async () => {
    const { secret, recoveryCodes, token } = await setUp((await aPerson()).login);
    const { rows } = await app.owner.query<{ text: string }>(
      `select t::text as text from second_factor t union all select t::text from recovery_code t
       union all select t::text from session t union all select t::text from audit_event t`,
    );
    const there = rows.map(({ text }) => text).join('\n');
    for (const word of [secret, token, ...recoveryCodes.flatMap((code) => [code, code.replaceAll(' ', '')])])
      expect(there).not.toContain(word);
  });

  it('does not go on a wrong first code, and the code with which it was set up does not work again', async () => {
    const person = await aPerson();
    const { token } = await signedIn(person.login);
    const { secret, enrolment } = (await withToken(token).post('/api/v1/second-factor/secret')).body as {
      secret: string;
      enrolment: string;
    };
    const put = (code: string, sent = enrolment) =>
      withToken(token).put('/api/v1/second-factor').send({ enrolment: sent, code });
    expect((await put('000000').expect(422)).body).toMatchObject({
      fields: [{ field: 'code', code: 'first-code-wrong' }],
    });
    await put(phoneCode(app, secret, -2)).expect(422);
    await put(phoneCode(app, secret), `${enrolment.slice(0, -4)}AAAA`).expect(409);
    const { token: other } = await signedIn((await aPerson()).login);
    await withToken(other)
      .put('/api/v1/second-factor')
      .send({ enrolment, code: phoneCode(app, secret) })
      .expect(409); // of another account
    const { body } = (await put(phoneCode(app, secret)).expect(200)) as { body: unknown };
    await give((body as Session).token, phoneCode(app, secret)).expect(422);
    await give((body as Session).token, phoneCode(app, secret, 1)).expect(201);
  });

  it('is not for who works at no school: nobody could take a lost one away', async () => {
    const pupil = await app.given.aPupil({ school, guardians: [{}] });
    for (const { login } of [pupil, pupil.guardians[0]!])
      await withToken((await signedIn(login)).token)
        .post('/api/v1/second-factor/secret')
        .expect(403);
  });

  it('by choice takes a fresh sign-in: a browser left open must not hand over the account', async () => {
    const { token } = await signedIn((await aPerson('staff')).login);
    await app.clock.advance({ minutes: 15 });
    expect((await withToken(token).post('/api/v1/second-factor/secret').expect(403)).body).toMatchObject({
      code: 'step-up-required',
    });
  });

  it('in place of the present one takes the present one, also of two browsers at once', async () => {
    const person = await aPerson();
    const first = await signedIn(person.login);
    const secondMade = (await withToken(first.token).post('/api/v1/second-factor/secret')).body as {
      secret: string;
      enrolment: string;
    };
    const { secret, token } = await setUp(person.login);
    // The first session ended with that; whoever has the password signs in and sends what he still has open.
    const { token: without } = await signedIn(person.login);
    const send = (as: string) =>
      withToken(as)
        .put('/api/v1/second-factor')
        .send({ enrolment: secondMade.enrolment, code: phoneCode(app, secondMade.secret) });
    await withToken(without).post('/api/v1/second-factor/secret').expect(403);
    expect((await send(without).expect(403)).body).toMatchObject({ code: 'step-up-required' });
    await app.clock.advance({ minutes: 16 });
    await send(token).expect(403);
    const fresh = (await give(token, phoneCode(app, secret)).expect(201)).body as Session;
    await send(fresh.token).expect(200);
    await give((await signedIn(person.login)).token, phoneCode(app, secret, 1)).expect(422);
  });
});

describe('giving it', () => {
  it('goes with the password, or after it', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    expect((await signedIn(person.login, phoneCode(app, secret))).me.factor).toBe('given');
    await app.clock.advance({ seconds: 30 });
    const { token } = await signedIn(person.login);
    const { body } = (await give(token, phoneCode(app, secret)).expect(201)) as { body: unknown };
    expect((body as Session).me).toMatchObject({ factor: 'given', roles: ['decaan'] });
    await withToken(token).get('/api/v1/me').expect(401);
    expect(await actionsOf(person)).toEqual(['factor.given', 'factor.given']);
  });

  it('a code works once, also at the same moment; one step of drift and no more', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    const sessions = await Promise.all(Array.from({ length: 4 }, () => signedIn(person.login)));
    const code = phoneCode(app, secret);
    const answers = await whileHeld(app, 'lock table second_factor in exclusive mode', () =>
      sessions.slice(0, 3).map(({ token }) => give(token, code)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    const last = sessions[3]!.token;
    await give(last, phoneCode(app, secret, -1)).expect(422); // before the last one used
    await app.clock.advance({ minutes: 5 });
    await give(last, phoneCode(app, secret, 2)).expect(422);
    await give(last, phoneCode(app, secret, -2)).expect(422);
    await give(last, phoneCode(app, secret, -1)).expect(201);
  });

  it('of someone else, of nothing set up, or nonsense, is a wrong code; a wrong password says nothing of the code', async () => {
    const [person, other, bare] = [await aPerson(), await aPerson(), await aPerson()];
    const secret = await aSecondFactor(app, person);
    await aSecondFactor(app, other);
    const code = phoneCode(app, secret);
    expect((await signIn(other.login, code).expect(422)).body).toMatchObject({
      fields: [{ field: 'code', code: 'code-wrong' }],
    });
    await signIn(bare.login, code).expect(422);
    for (const typed of ['000000', 'ABCD 2345 WXYZ', "' or true --", '🔑'])
      await signIn(person.login, typed).expect(422);
    await app.http().post('/api/v1/session').send({ username: person.login, password: 'fout', code }).expect(401);
    await signIn(person.login, code).expect(201);
    expect(await actionsOf(other)).toEqual(['factor.failed (refused)']);
  });

  it('guessing makes wait ever longer, and never whoever is elsewhere', async () => {
    const proxied = await startApp({ TRUST_PROXY: '1' });
    try {
      const place = await proxied.given.aSchool();
      const person = await proxied.given.aPerson({ school: place, roles: ['decaan'] });
      const secret = await aSecondFactor(proxied, person);
      const from = async (ip: string, code: string): Promise<number> =>
        (
          await proxied
            .http()
            .post('/api/v1/session')
            .set('x-forwarded-for', ip)
            .send({ username: person.login, password, code })
        ).status;
      for (let turn = 0; turn < 5; turn++) expect(await from('203.0.113.1', `00000${turn}`)).toBe(422);
      expect(await from('203.0.113.1', phoneCode(proxied, secret))).toBe(429);
      expect(await from('198.51.100.7', phoneCode(proxied, secret))).toBe(201);
      // A hundred addresses together are a machine: then everyone waits, and that wears off.
      for (let n = 10; n < 35; n++) for (let turn = 0; turn < 4; turn++) await from(`198.51.100.${n}`, '000000');
      await proxied.clock.advance({ seconds: 30 });
      expect(await from('192.0.2.9', phoneCode(proxied, secret))).toBe(429);
      await proxied.clock.advance({ minutes: 90 });
      expect(await from('192.0.2.9', phoneCode(proxied, secret))).toBe(201);
    } finally {
      await proxied.close();
    }
  });

  it('many guesses at the same moment count each', async () => {
    const person = await aPerson();
    await aSecondFactor(app, person);
    const { token } = await signedIn(person.login);
    const answers = await Promise.all(Array.from({ length: 15 }, (_, n) => give(token, String(100_000 + n))));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array<number>(5).fill(422),
      ...Array<number>(10).fill(429),
    ]);
  });

  it('a letter with a new code for the password does not take its place', async () => {
    const person = await aPerson();
    const secret = await aSecondFactor(app, person);
    const administrator = await app.asActor(await aPerson('school-administrator'));
    const { code } = (await administrator.post(`/api/v1/people/${person.id}/activation-codes`).expect(201)).body as {
      code: string;
    };
    const { body } = (await app
      .http()
      .post('/api/v1/activation')
      .send({ login: person.login, code, password: 'drie ezels op de dijk' })
      .expect(201)) as { body: unknown };
    expect((body as Session).me).toMatchObject({ factor: 'needed', roles: [] });
    await give((body as Session).token, phoneCode(app, secret)).expect(201);
  });

  it('goes along to another school', async () => {
    const other = await app.given.aSchool({ kind: 'mbo' });
    const person = await app.given.aPerson({
      roles: [
        { role: 'decaan', school, from: '2019-08-01' },
        { role: 'intaker', school: other },
      ],
    });
    const secret = await aSecondFactor(app, person);
    const { token } = await signedIn(person.login, phoneCode(app, secret));
    const { body } = (await withToken(token).put('/api/v1/session').send({ schoolId: other }).expect(200)) as {
      body: unknown;
    };
    expect((body as Session).me).toMatchObject({ factor: 'given', roles: ['intaker'] });
  });
});

describe('a recovery code', () => {
  it('takes the place of the phone once, however it is typed', async () => {
    const person = await aPerson();
    const { recoveryCodes, token } = await setUp(person.login);
    const [first, second] = recoveryCodes as [string, string];
    expect((await signedIn(person.login, first.toLowerCase())).me.factor).toBe('given');
    await signIn(person.login, first).expect(422);
    await signIn((await aPerson()).login, second).expect(422);
    expect((await signedIn(person.login, second.replaceAll(' ', '-'))).me.factor).toBe('given');
    expect((await withToken(token).get('/api/v1/second-factor')).body).toMatchObject({ recoveryCodesLeft: 8 });
    expect(await actionsOf(person)).toEqual([
      'factor.set',
      'factor.code-used',
      'factor.failed (refused)',
      'factor.code-used',
    ]);
  });

  it('is worth nothing once there are new ones, which takes a fresh proof', async () => {
    const person = await aPerson();
    const { recoveryCodes, token, secret } = await setUp(person.login);
    await app.clock.advance({ minutes: 15 });
    expect((await withToken(token).post('/api/v1/second-factor/recovery-codes').expect(403)).body).toMatchObject({
      code: 'step-up-required',
    });
    const fresh = ((await give(token, phoneCode(app, secret)).expect(201)).body as Session).token;
    const made = (await withToken(fresh).post('/api/v1/second-factor/recovery-codes').expect(201)).body as FactorSet;
    expect(made.recoveryCodes).toHaveLength(10);
    await signIn(person.login, recoveryCodes[0]).expect(422);
    await signIn(person.login, made.recoveryCodes[0]).expect(201);
    await withToken((await signedIn((await aPerson('staff')).login)).token)
      .post('/api/v1/second-factor/recovery-codes')
      .expect(404);
  });
});

describe('changing it', () => {
  it('ends the other sessions, not this one', async () => {
    const person = await aPerson('staff');
    const others = [await signedIn(person.login), await signedIn(person.login)];
    const { token, secret } = await setUp(person.login);
    for (const other of others) await withToken(other.token).get('/api/v1/me').expect(401);
    await app.clock.advance({ seconds: 30 });
    const other = await signedIn(person.login, phoneCode(app, secret));
    await withToken(token).delete('/api/v1/second-factor').expect(204);
    await withToken(other.token).get('/api/v1/me').expect(401);
    expect((await withToken(token).get('/api/v1/me').expect(200)).body).toMatchObject({ factor: 'none' });
    await withToken(token).delete('/api/v1/second-factor').expect(403);
    expect(await actionsOf(person)).toEqual(['factor.set', 'factor.given', 'factor.removed']);
  });

  it('and removing where a role needs it leads to a new one', async () => {
    const { token } = await setUp((await aPerson()).login);
    await withToken(token).delete('/api/v1/second-factor').expect(204);
    expect((await withToken(token).get('/api/v1/me')).body).toMatchObject({ factor: 'needed', roles: [] });
    await withToken(token).post('/api/v1/second-factor/secret').expect(201);
  });

  it('takes a fresh proof', async () => {
    const { token } = await setUp((await aPerson()).login);
    await app.clock.advance({ minutes: 14, seconds: 59 });
    const early = await withToken(token).post('/api/v1/second-factor/secret');
    expect(early.status).toBe(201);
    await app.clock.advance({ seconds: 1 });
    await withToken(token).post('/api/v1/second-factor/secret').expect(403);
    await withToken(token).delete('/api/v1/second-factor').expect(403);
  });
});

describe('a colleague who lost it', () => {
  let administrator: GivenPerson;
  beforeEach(async () => {
    administrator = await aPerson('school-administrator');
  });
  const reset = async (person: { id: string }, by = administrator) =>
    (await app.asActor(by)).delete(`/api/v1/people/${person.id}/second-factor`);

  it('sets up a new one after the administrator took it away; what was open ends', async () => {
    const person = await aPerson();
    const { token, secret, recoveryCodes } = await setUp(person.login);
    const agent = await app.asActor(administrator);
    const account = async (): Promise<unknown> =>
      ((await agent.get(`/api/v1/people/${person.id}`)).body as { account: unknown }).account;
    expect(await account()).toMatchObject({ secondFactor: true });
    expect((await reset(person)).status).toBe(204);
    expect(await account()).toMatchObject({ secondFactor: false });
    await withToken(token).get('/api/v1/me').expect(401);
    await signIn(person.login, phoneCode(app, secret, 1)).expect(422);
    await signIn(person.login, recoveryCodes[0]).expect(422);
    expect((await setUp(person.login)).me.factor).toBe('given');
    expect(await actionsOf(person)).toEqual(expect.arrayContaining(['factor.set', 'factor.reset', 'factor.set']));
    expect((await reset(await aPerson())).status).toBe(404); // nothing to take away
  });

  it('not one’s own, not of another school, not by another role, and not without a fresh proof', async () => {
    await aSecondFactor(app, administrator);
    expect((await reset(administrator)).body).toMatchObject({ code: 'own-second-factor' });
    const elsewhere = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] });
    const former = await app.given.aPerson({ roles: [{ role: 'decaan', school, until: '2025-07-31' }] });
    const person = await aPerson();
    for (const one of [elsewhere, former, person]) await aSecondFactor(app, one);
    expect((await reset(elsewhere)).status).toBe(404);
    expect((await reset(former)).status).toBe(404);
    expect((await reset(person, await aPerson('decaan'))).status).toBe(404);
    const agent = await app.asActor(administrator);
    await app.clock.advance({ minutes: 15 });
    await agent.delete(`/api/v1/people/${person.id}/second-factor`).expect(403);
    const { rowCount } = await app.owner.query('select from second_factor where account_id = any($1)', [
      [administrator, elsewhere, former, person].map(({ accountId }) => accountId),
    ]);
    expect(rowCount).toBe(4);
  });

  it('the second wall lets no one else do it either', async () => {
    const person = await aPerson();
    await aSecondFactor(app, person);
    const reset = (who: GivenPerson, whose: string): Promise<boolean | undefined> =>
      app.sql.in(who, async (client) => {
        const { rows } = await client.query<{ done: boolean }>('select reset_second_factor($1) as done', [whose]);
        return rows[0]?.done;
      });
    await expect(reset(await aPerson(), person.id)).rejects.toMatchObject({ code: '42501' });
    await expect(reset(administrator, administrator.id)).rejects.toMatchObject({ code: '42501' });
    const otherSchool = await app.given.aSchool();
    const stranger = await app.given.aPerson({ school: otherSchool, roles: ['school-administrator'] });
    expect(await reset(stranger, person.id)).toBe(false);
  });

  it('who works elsewhere too: it stands on the record of both schools', async () => {
    const other = await app.given.aSchool({ kind: 'mbo' });
    const person = await app.given.aPerson({
      roles: [
        { role: 'decaan', school },
        { role: 'intaker', school: other },
      ],
    });
    await aSecondFactor(app, person);
    expect((await reset(person)).status).toBe(204);
    const { rows } = await app.owner.query<{ chain_id: string }>(
      `select chain_id from audit_event where action = 'factor.reset' and $1 = any(subject_ids)`,
      [person.id],
    );
    expect(rows.map(({ chain_id }) => chain_id).sort()).toEqual([school, other].sort());
  });
});
