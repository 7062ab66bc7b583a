import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { type GivenPerson, password } from './support/builders.js';

let app: TestApp;
let school: string;
let administrator: GivenPerson;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
  administrator = await app.given.aPerson({ school, roles: ['school-administrator'] });
});
afterAll(() => app.close());
beforeEach(() => app.owner.query('delete from sign_in_throttle'));

interface Code {
  login: string;
  code: string;
  expiresAt: string;
}
const chosen = 'drie ezels op de dijk';
const codeFor = async (person: string): Promise<Code> => {
  const agent = await app.asActor(administrator);
  return (await agent.post(`/api/v1/people/${person}/activation-codes`).send({}).expect(201)).body as Code;
};
let count = 0;
/** Someone new at the school, without an account yet. */
const newcomer = async (email = `n.${++count}@school.example`): Promise<string> => {
  const agent = await app.asActor(administrator);
  const { body } = (await agent
    .post('/api/v1/people')
    .set('Idempotency-Key', newKey())
    .send({ givenName: 'Nina', familyName: 'Nieuw', email, roles: ['lob-coordinator'] })
    .expect(201)) as { body: unknown };
  return (body as { id: string }).id;
};
const activate = (sent: object, agent: Agent = app.http()) => agent.post('/api/v1/activation').send(sent);
const signIn = (username: string, pass: string) =>
  app.http().post('/api/v1/session').send({ username, password: pass });

describe('a code', () => {
  it('opens the account once, and signs in', async () => {
    const person = await newcomer('Nina.Nieuw@School.example');
    const { login, code, expiresAt } = await codeFor(person);
    expect(login).toBe('nina.nieuw'); // not the address: one that is taken would tell of another school
    expect(code).toMatch(/^([2-9A-Z]{4} ){2}[2-9A-Z]{4}$/);
    expect(new Date(expiresAt).getTime() - app.clock.now().getTime()).toBe(30 * 24 * 3600_000);
    await signIn(login, chosen).expect(401);

    const { body } = (await activate({ login, code: code.toLowerCase().replaceAll(' ', '-'), password: chosen }).expect(
      201,
    )) as { body: unknown };
    expect(body).toMatchObject({ me: { id: person, kind: 'staff', schoolId: school, roles: ['lob-coordinator'] } });
    const { token } = body as { token: string };
    await app.http().get('/api/v1/me').set('authorization', `Bearer ${token}`).expect(200);
    await activate({ login, code, password: 'vier ezels op de dijk' }).expect(401);
    await signIn(login, chosen).expect(201);
  });

  it('works until its thirtieth day is over, and not a second longer', async () => {
    const [early, late] = [await codeFor(await newcomer()), await codeFor(await newcomer())];
    await app.clock.advance({ days: 30, seconds: -1 });
    await activate({ ...only(early), password: chosen }).expect(201);
    await app.clock.advance({ seconds: 1 });
    const { body } = (await activate({ ...only(late), password: chosen }).expect(401)) as { body: unknown };
    expect(body).toMatchObject({ code: 'activation-failed' });
  });

  it('ends when a new one is made', async () => {
    const person = await newcomer();
    const [first, second] = [await codeFor(person), await codeFor(person)];
    expect(second.login).toBe(first.login);
    await activate({ ...only(first), password: chosen }).expect(401);
    await activate({ ...only(second), password: chosen }).expect(201);
  });

  it('lets one in of two who come with it at once', async () => {
    const sent = { ...only(await codeFor(await newcomer())), password: chosen };
    const answers = await Promise.all([1, 2, 3, 4].map(() => activate(sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401]);
  });

  it('is stored as a digest, and on record for who gave and who used it', async () => {
    const person = await newcomer();
    const issued = await codeFor(person);
    await activate({ ...only(issued), password: chosen }).expect(201);
    const { rows } = await app.owner.query<{ text: string }>(
      `select c::text as text from activation_code c union all select i::text from idempotency i
        union all select a::text from account a union all select e::text from audit_event e`,
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { text } of rows) {
      expect(text).not.toContain(issued.code.replaceAll(' ', ''));
      expect(text).not.toContain(issued.code);
      expect(text).not.toContain(chosen);
    }
    const audit = await app.owner.query<{ action: string; actor_id: string }>(
      'select action, actor_id from audit_event where chain_id = $1 and $2 = any(subject_ids) order by seq',
      [school, person],
    );
    expect(audit.rows).toEqual([
      { action: 'role.given', actor_id: administrator.id },
      { action: 'activation.issued', actor_id: administrator.id },
      { action: 'account.activated', actor_id: person },
      { action: 'session.started', actor_id: person },
    ]);
  });

  it('answers the same for a wrong code, another login, and an account that was disabled', async () => {
    const [mine, other, disabled] = [await newcomer(), await newcomer(), await newcomer()];
    const codes = [await codeFor(mine), await codeFor(other), await codeFor(disabled)] as const;
    const agent = await app.asActor(administrator);
    await agent.put(`/api/v1/people/${disabled}/account`).send({ disabled: true }).expect(204);
    const answers = [
      await activate({ login: codes[0].login, code: 'ABCD 2345 WXYZ', password: chosen }),
      await activate({ login: codes[0].login, code: codes[1].code, password: chosen }),
      await activate({ login: 'niemand', code: codes[0].code, password: chosen }),
      await activate({ ...only(codes[2]), password: chosen }),
    ];
    for (const { status, text } of answers) expect({ status, text }).toEqual({ status: 401, text: answers[0]?.text });
  });

  it('cannot be guessed: after five tries the account has to wait, also for signing in', async () => {
    const { login, code } = await codeFor(await newcomer());
    for (let turn = 0; turn < 5; turn++)
      await activate({ login, code: `ABCD ${2345 + turn}`, password: chosen }).expect(401);
    const { body } = (await activate({ login, code, password: chosen }).expect(429)) as { body: unknown };
    expect(body).toMatchObject({ code: 'too-many-attempts', params: { retryAfter: 5 } });
    await signIn(login, password).expect(429);
    await app.clock.advance({ seconds: 5 });
    await activate({ login, code, password: chosen }).expect(201);
  });

  it.each([
    ['te kort', 'password-too-short'],
    ['Wachtwoord2026!', 'password-common'],
    ['welkom bij LOGIN', 'password-has-login'],
  ])('is not used up by a password like %s', async (bad, fault) => {
    const issued = await codeFor(await newcomer());
    for (let turn = 0; turn < 7; turn++) {
      const { body } = (await activate({ ...only(issued), password: bad.replace('LOGIN', issued.login) }).expect(
        422,
      )) as { body: unknown };
      expect(body).toMatchObject({ code: 'invalid', fields: [{ field: 'password', code: fault }] });
    }
    await activate({ ...only(issued), password: chosen }).expect(201);
  });

  it('is the way back for who forgot the password; until then the old one works, afterwards nothing old does', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'] });
    const agent = await app.asActor(person);
    const issued = await codeFor(person.id);
    await signIn(person.login, password).expect(201);
    await agent.get('/api/v1/me').expect(200);
    await activate({ ...only(issued), password: chosen }).expect(201);
    await agent.get('/api/v1/me').expect(401);
    await signIn(person.login, password).expect(401);
    await signIn(person.login, chosen).expect(201);
  });
});

describe('a login', () => {
  it('is the name, with a number where that is taken, whether the address is taken or not', async () => {
    await app.given.aPerson({ login: 'dubbel@school.example' });
    for (const address of ['dubbel@school.example', 'enkel@school.example'])
      expect((await codeFor(await newcomer(address))).login).toMatch(/^nina\.nieuw\d+$/);
    const nobody = await app.given.aPerson({
      school,
      roles: ['staff'],
      email: null,
      givenName: 'Zoë',
      familyName: 'Özdemir',
    });
    await app.owner.query('update person set account_id = null where id = $1', [nobody.id]);
    expect((await codeFor(nobody.id)).login).toBe('zoe.ozdemir');
  });
});

const only = ({ login, code }: Code): { login: string; code: string } => ({ login, code });
