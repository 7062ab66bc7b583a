import { LocalMailbox } from '../src/platform/mail/local-mailbox.js';
import { withClient } from '../src/platform/database/connection.js';
import { type Agent, newKey, startApp, type TestApp } from './support/app.js';
import { password } from './support/builders.js';
import { codeIn, TestMailServer } from './support/mail-server.js';

const chosen = 'vier muggen op de dijk';
const denied = { code: '42501' };

interface Invitation {
  id: string;
  state: string;
  reason: string | null;
  nextTryAt: string | null;
  changedAt: string | null;
}

let app: TestApp;
let school: string;
let admin: Agent;
let count = 0;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool({ name: 'Het Anker' });
  admin = await administrator(app, school);
});
afterAll(() => app.close());

async function administrator(there: TestApp, at: string): Promise<Agent> {
  return there.asActor(await there.given.aPerson({ school: at, roles: ['school-administrator'] }));
}
/** A colleague without an account, as the administrator adds one. */
async function newcomer(by = admin, email = `nieuw${++count}@school.example`, roles = ['decaan']): Promise<string> {
  const person = { givenName: 'Nina', familyName: 'Nieuw', email, roles };
  const { body } = (await by.post('/api/v1/people').set('idempotency-key', newKey()).send(person).expect(201)) as {
    body: { id: string };
  };
  return body.id;
}
const invite = (personId: string, by = admin) => by.post(`/api/v1/people/${personId}/invitation`);
const invitationOf = async (personId: string, by = admin): Promise<Invitation> =>
  ((await by.get(`/api/v1/people/${personId}/invitation`).expect(200)) as { body: Invitation }).body;
/** Invites, lets the mail go, and answers the code of the link. */
async function invited(personId: string, by = admin): Promise<string> {
  await invite(personId, by).expect(201);
  await app.runJobs();
  return codeIn(app.nest.get(LocalMailbox).messages[0]!.text);
}
const look = (code: string) => app.http().post('/api/v1/invitation/look').send({ code });
const accept = (code: string, secret = chosen) =>
  app.http().post('/api/v1/invitation/accept').send({ code, password: secret });
const signIn = (username: string, secret = chosen) =>
  app.http().post('/api/v1/session').send({ username, password: secret });
const auditOf = async (action: string, subject: string) =>
  (
    await app.owner.query<{ chain_id: string; actor_id: string; actor_role: string; subject_ids: string[] }>(
      `select chain_id, actor_id, actor_role, subject_ids from audit_event where action = $1 and $2 = any(subject_ids)`,
      [action, subject],
    )
  ).rows;

describe('an invitation', () => {
  it('goes by mail to the address of the colleague, with a link that works for seven days', async () => {
    const person = await newcomer(admin, 'nina@school.example');
    const code = await invited(person);
    const [mail] = app.nest.get(LocalMailbox).messages;
    expect(mail).toMatchObject({ to: 'nina@school.example', subject: 'Uitnodiging voor het Doorstroomdossier' });
    expect(mail!.text).toContain('Het Anker nodigt je uit');
    expect(mail!.text).not.toContain('Nina');
    expect(await invitationOf(person)).toMatchObject({ state: 'sent' });
    expect((await look(code).expect(200)).body).toEqual({
      schoolName: 'Het Anker',
      roles: ['decaan'],
      begins: app.clock.today(),
    });
    expect(await auditOf('invitation.sent', person)).toMatchObject([
      { chain_id: school, actor_role: 'school-administrator' },
    ]);
  });

  it('lets the colleague choose a password and signs him in, once', async () => {
    const person = await newcomer(admin, 'eerste@school.example');
    const code = await invited(person);
    await look(code).expect(200);
    await look(code).expect(200); // looking uses nothing up
    const { body } = (await accept(code).expect(201)) as {
      body: { token: string; me: { id: string; schoolId: string } };
    };
    expect(body.me).toMatchObject({ id: person, schoolId: school });
    await signIn('eerste@school.example').expect(201);
    await look(code).expect(401);
    await accept(code, 'vier ezels op de dijk').expect(401);
    await signIn('eerste@school.example').expect(201);
    expect(await invitationOf(person)).toMatchObject({ state: 'accepted' });
    expect(await auditOf('invitation.accepted', person)).toHaveLength(1);
    await invite(person).expect(409);
  });

  it('is taken up by one of two who come at the same moment', async () => {
    const code = await invited(await newcomer());
    const statuses = (await Promise.all([accept(code), accept(code), accept(code)])).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 401, 401]);
  });

  it('takes the code with blanks, or the whole link', async () => {
    const code = await invited(await newcomer());
    await look(` ${code.slice(0, 10)}\n${code.slice(10)} `).expect(200);
    await look(`${app.config.publicUrl}/uitnodiging#code=${code}`).expect(200);
    await look(`${code}x`).expect(401);
  });

  it.each([
    ['te kort', 'password-too-short'],
    ['laatste123!', 'password-has-login'],
  ])('refuses the password %s, and is not used up', async (secret, fault) => {
    const code = await invited(await newcomer(admin, `laatste123.${++count}@school.example`));
    const { body } = (await accept(code, secret).expect(422)) as { body: { errors: { code: string }[] } };
    expect(JSON.stringify(body)).toContain(fault);
    await accept(code).expect(201);
  });

  it('ends the earlier ones when a new one is sent', async () => {
    const person = await newcomer();
    const first = await invited(person);
    const second = await invited(person);
    await look(first).expect(401);
    await accept(first).expect(401);
    await accept(second).expect(201);
  });

  it('is over after seven days', async () => {
    const there = await startApp();
    const at = await there.given.aSchool();
    const by = await administrator(there, at);
    const { body } = (await by
      .post('/api/v1/people')
      .set('idempotency-key', newKey())
      .send({ givenName: 'Nina', familyName: 'Nieuw', email: 'n@school.example', roles: ['staff'] })) as {
      body: { id: string };
    };
    await invite(body.id, by).expect(201);
    await there.runJobs();
    const code = codeIn(there.nest.get(LocalMailbox).messages[0]!.text);
    const ask = () => there.http().post('/api/v1/invitation/look').send({ code });
    await there.clock.advance({ days: 6, hours: 23, minutes: 59 });
    await ask().expect(200);
    await there.clock.advance({ minutes: 1 });
    await ask().expect(401);
    expect(await invitationOf(body.id, await administrator(there, at))).toMatchObject({ state: 'expired' });
    await there.close();
  });

  it('leads nowhere when it was withdrawn, and a message that waits is not sent', async () => {
    const person = await newcomer();
    const code = await invited(person);
    await admin.delete(`/api/v1/people/${person}/invitation`).expect(204);
    await look(code).expect(401);
    expect(await invitationOf(person)).toMatchObject({ state: 'withdrawn' });
    await admin.delete(`/api/v1/people/${person}/invitation`).expect(404);
    expect(await auditOf('invitation.withdrawn', person)).toHaveLength(1);

    const before = app.nest.get(LocalMailbox).messages.length;
    await invite(person).expect(201);
    await admin.delete(`/api/v1/people/${person}/invitation`).expect(204);
    await app.runJobs();
    expect(app.nest.get(LocalMailbox).messages).toHaveLength(before);
  });

  it('leads nowhere when the roles ended, or the account was shut', async () => {
    const person = await newcomer();
    const code = await invited(person);
    await app.owner.query(`update role_assignment set valid_until = '2026-11-15' where person_id = $1`, [person]);
    await accept(code).expect(401);
    const other = await newcomer();
    await admin.post(`/api/v1/people/${other}/activation-codes`).expect(201);
    const link = await invited(other);
    await admin.put(`/api/v1/people/${other}/account`).send({ disabled: true }).expect(204);
    await accept(link).expect(401);
    const { rows } = await app.owner.query<{ used: boolean }>(
      `select a.password_hash is not null as used from person p join account a on a.id = p.account_id where p.id = $1`,
      [other],
    );
    expect(rows).toEqual([{ used: false }]);
  });

  it('and a letter lead to the same account; the code of the letter ends with it', async () => {
    const person = await newcomer();
    const { body: letter } = (await admin.post(`/api/v1/people/${person}/activation-codes`).expect(201)) as {
      body: { login: string; code: string };
    };
    await accept(await invited(person)).expect(201);
    await app
      .http()
      .post('/api/v1/activation')
      .send({ ...letter, password: chosen, personId: undefined, name: undefined, expiresAt: undefined })
      .expect(401);
    await signIn(letter.login).expect(201);
  });

  it('to a role that begins later sets the password; signing in works from the first day', async () => {
    const person = await newcomer();
    await app.owner.query(`update role_assignment set valid_from = '2026-12-01' where person_id = $1`, [person]);
    const code = await invited(person);
    expect((await look(code).expect(200)).body).toMatchObject({ begins: '2026-12-01' });
    const { body } = (await accept(code).expect(403)) as { body: { code: string } };
    expect(body.code).toBe('role-begins-later');
    expect(await invitationOf(person)).toMatchObject({ state: 'accepted' });
  });

  it('goes to the corrected address, and the one to the wrong address leads nowhere', async () => {
    const person = await newcomer(admin, 'verkeerd@school.example');
    const wrong = await invited(person);
    await admin.put(`/api/v1/people/${person}/contact`).send({ email: 'goed@school.example' }).expect(204);
    await look(wrong).expect(401);
    const right = await invited(person);
    expect(app.nest.get(LocalMailbox).messages[0]!.to).toBe('goed@school.example');
    await accept(right).expect(201);
    await signIn('goed@school.example').expect(201);
  });

  it('is for the administrator of the school alone', async () => {
    const person = await newcomer();
    await invited(person);
    const elsewhere = await administrator(app, await app.given.aSchool());
    for (const by of [elsewhere, await app.asActor(await app.given.aPerson({ school, roles: ['decaan'] }))])
      for (const answer of [
        await invite(person, by),
        await by.get(`/api/v1/people/${person}/invitation`),
        await by.delete(`/api/v1/people/${person}/invitation`),
      ])
        expect(answer.status).toBe(404);
    const guardian = (await app.given.aPupil({ school, guardians: [{ custody: true }] })).guardians[0]!;
    await invite(guardian.id).expect(404);
  });
});

describe('mail that is down', () => {
  const server = new TestMailServer();
  it('makes an invitation wait; the administrator sees that, and when it was sent or failed', async () => {
    await server.start();
    const there = await startApp({
      SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=no`,
      MAIL_FROM: 'noreply@dossier.example',
    });
    const by = await administrator(there, await there.given.aSchool());
    const add = async (email: string): Promise<string> =>
      (
        (await by
          .post('/api/v1/people')
          .set('idempotency-key', newKey())
          .send({ givenName: 'N', familyName: 'N', email, roles: ['staff'] })) as { body: { id: string } }
      ).body.id;
    const one = await add('een@school.example');
    await server.stop();
    await invite(one, by).expect(201);
    expect(await invitationOf(one, by)).toMatchObject({ state: 'waiting', reason: null });
    await there.runJobs();
    const waiting = await invitationOf(one, by);
    expect(waiting).toMatchObject({ state: 'waiting', reason: 'unreachable' });
    expect(new Date(waiting.nextTryAt!).getTime()).toBe(there.clock.now().getTime() + 60_000);
    await server.start();
    await there.clock.advance({ minutes: 1 });
    await there.runJobs();
    expect(await invitationOf(one, by)).toMatchObject({
      state: 'sent',
      reason: null,
      changedAt: there.clock.now().toISOString(),
    });
    expect(server.received).toHaveLength(1);

    const other = await add('twee@school.example');
    server.refuse = { responseCode: 550 };
    await invite(other, by).expect(201);
    await there.runJobs();
    expect(await invitationOf(other, by)).toMatchObject({ state: 'failed', reason: 'refused' });
    server.refuse = null;
    await invite(other, by).expect(201); // and again
    await there.runJobs();
    expect(await invitationOf(other, by)).toMatchObject({ state: 'sent' });
    await there.close();
    await server.stop();
  });

  it('altogether leaves the letters', async () => {
    const there = await startApp({ PUBLIC_URL: 'http://dossier.example' });
    const at = await there.given.aSchool();
    const by = await administrator(there, at);
    const person = await there.given.aPerson({ school: at, roles: ['staff'] });
    await there.owner.query('update account set activated_at = null, password_hash = null where id = $1', [
      person.accountId,
    ]);
    const { body } = (await invite(person.id, by).expect(409)) as { body: { code: string } };
    expect(body.code).toBe('no-mail');
    await by.post(`/api/v1/people/${person.id}/activation-codes`).expect(201);
    await there.close();
  });
});

describe('someone who works at another school already', () => {
  const join = (agent: Agent, code: string) => agent.post('/api/v1/invitation/join').send({ code });
  let elsewhere: string;
  beforeAll(async () => {
    elsewhere = await app.given.aSchool({ name: 'De Boei' });
  });

  it('adds the invitation to his account by his own yes, and chooses where he is acting', async () => {
    const me = await app.given.aPerson({ school: elsewhere, roles: ['decaan'], email: 'twee.scholen@school.example' });
    const person = await newcomer(admin, 'twee.scholen@school.example', ['decaan', 'staff']);
    const code = await invited(person);
    const agent = await app.asActor(me);
    expect((await join(agent, code).expect(200)).body).toEqual({ schoolId: school });
    const { body } = (await agent.get('/api/v1/me').expect(200)) as {
      body: { id: string; places: { schoolId: string }[] };
    };
    expect(body.id).toBe(me.id);
    expect(body.places.map(({ schoolId }) => schoolId).sort()).toEqual([school, elsewhere].sort());
    const { body: session } = (await agent.put('/api/v1/session').send({ schoolId: school }).expect(200)) as {
      body: { me: { roles: string[]; schoolId: string } };
    };
    expect(session.me).toMatchObject({ schoolId: school });
    expect(session.me.roles).toEqual(expect.arrayContaining(['decaan', 'staff']));
    // The colleague that was invited is this person now, and the other row is gone.
    await admin.get(`/api/v1/people/${person}`).expect(404);
    expect((await admin.get(`/api/v1/people/${me.id}`).expect(200)).body).toMatchObject({ name: me.name });
    expect(await invitationOf(me.id)).toMatchObject({ state: 'accepted' });
    expect((await app.owner.query('select from person where id = $1', [person])).rowCount).toBe(0);
    const [row] = await auditOf('invitation.joined', me.id);
    expect(row).toMatchObject({ chain_id: school, actor_id: me.id });
    await join(agent, code).expect(401);
  });

  it('takes with him what he was already given at the new school, in every table', async () => {
    const me = await app.given.aPerson({ school: elsewhere, roles: ['staff'] });
    const person = await newcomer(admin, 'mentor.straks@school.example', ['staff']);
    const group = await app.given.aGroup({ school });
    const pupil = await app.given.aPupil({ school, group, mentor: person });
    const code = await invited(person);
    const agent = await app.asActor(me);
    await agent.get(`/api/v1/pupils/${pupil.id}/dossier`).expect(404);
    await join(agent, code).expect(200);
    const mentor = await app.asActor(me, { school });
    expect(((await mentor.get('/api/v1/me')) as { body: { roles: string[] } }).body.roles).toContain('mentor');
  });

  it('is never found by the address: the administrator gets the answers he gets for anyone', async () => {
    await app.given.aPerson({
      school: elsewhere,
      roles: ['decaan'],
      email: 'bekend@school.example',
      login: 'bekend@school.example',
    });
    const known = await newcomer(admin, 'bekend@school.example');
    const unknown = await newcomer(admin, 'onbekend@school.example');
    await invited(known);
    await invited(unknown);
    const seen = async (id: string) => {
      const { body } = (await admin.get(`/api/v1/people/${id}`).expect(200)) as { body: Record<string, unknown> };
      return JSON.stringify({ ...body, invitation: await invitationOf(id) })
        .replaceAll(id, 'ID')
        .replaceAll(/[\w-]{36}/g, 'UUID')
        .replaceAll('onbekend', 'bekend');
    };
    expect(await seen(known)).toBe(await seen(unknown));
    const letter = async (id: string) =>
      ((await admin.post(`/api/v1/people/${id}/activation-codes`).expect(201)) as { body: { login: string } }).body
        .login;
    expect(await letter(known)).toMatch(/^nina\.nieuw\d*$/);
    expect(await letter(unknown)).toMatch(/^nina\.nieuw\d*$/);
  });

  it('who would rather have an account of its own gets one, and the other is not touched', async () => {
    const other = await app.given.aPerson({
      school: elsewhere,
      roles: ['decaan'],
      login: 'apart@school.example',
      email: 'apart@school.example',
    });
    const person = await newcomer(admin, 'apart@school.example');
    const { body } = (await accept(await invited(person)).expect(201)) as { body: { me: { id: string } } };
    expect(body.me.id).toBe(person);
    await signIn('apart@school.example', chosen).expect(401);
    await signIn('apart@school.example', password).expect(201);
    await signIn('apart', chosen).expect(201);
    expect(other.id).not.toBe(person);
  });

  it('is asked himself: not for a pupil, not without a session, not with the session of someone who has yet to sign in', async () => {
    const code = await invited(await newcomer());
    await join(app.http(), code).expect(401);
    const pupil = await app.given.aPupil({ school });
    await join(await app.asActor(pupil), code).expect(403);
    await look(code).expect(200);
  });

  it('may be a guardian, who is staff of the school from then on as well', async () => {
    const pupil = await app.given.aPupil({ school: elsewhere, guardians: [{ custody: true }] });
    const [guardian] = pupil.guardians;
    const code = await invited(await newcomer(admin, undefined, ['staff']));
    await join(await app.asActor(guardian!, { school: null }), code).expect(200);
    const { body } = (await (await app.asActor(guardian!, { school })).get('/api/v1/me')) as {
      body: { guardian: boolean; roles: string[] };
    };
    expect(body).toMatchObject({ guardian: true, roles: ['staff'] });
  });

  it('does not get a role twice that he has already', async () => {
    const me = await app.given.aPerson({
      school: elsewhere,
      roles: ['staff', { role: 'decaan', school, from: '2020-01-01' }],
    });
    const code = await invited(await newcomer(admin, undefined, ['decaan', 'staff']));
    await join(await app.asActor(me), code).expect(200);
    const { rows } = await app.owner.query<{ role: string }>(
      'select role from role_assignment where person_id = $1 and school_id = $2 order by role',
      [me.id, school],
    );
    expect(rows.map(({ role }) => role)).toEqual(['decaan', 'staff']);
  });

  it('does not get a colleague who chose a password himself meanwhile', async () => {
    const person = await newcomer();
    const code = await invited(person);
    const letter = (await admin.post(`/api/v1/people/${person}/activation-codes`).expect(201)) as {
      body: { login: string; code: string };
    };
    const { login, code: onPaper } = letter.body;
    await app.http().post('/api/v1/activation').send({ login, code: onPaper, password: chosen }).expect(201);
    const other = await app.asActor(await app.given.aPerson({ school: elsewhere, roles: ['staff'] }));
    await join(other, code).expect(401);
  });
});

describe('the address of a colleague', () => {
  it('changes for who works here alone', async () => {
    const here = await app.given.aPerson({ school, roles: ['decaan'] });
    await admin
      .put(`/api/v1/people/${here.id}/contact`)
      .send({ email: 'Anders@school.example', phone: '099 555 0000' })
      .expect(204);
    expect((await admin.get(`/api/v1/people/${here.id}`)).body).toMatchObject({
      email: 'anders@school.example',
      phone: '099 555 0000',
    });
    expect(await auditOf('person.changed', here.id)).toHaveLength(1);
  });

  it('does not change for who works elsewhere too: whoever reads the mail could come to the account', async () => {
    const other = await app.given.aSchool();
    const both = await app.given.aPerson({ school, roles: ['decaan', { role: 'decaan', school: other }] });
    const { body } = (await admin
      .put(`/api/v1/people/${both.id}/contact`)
      .send({ email: 'kaper@school.example' })
      .expect(409)) as {
      body: { code: string };
    };
    expect(body.code).toBe('account-elsewhere');
  });

  it('is one of its own at a school', async () => {
    const first = await newcomer();
    await newcomer(admin, 'bezet@school.example');
    await admin.put(`/api/v1/people/${first}/contact`).send({ email: 'bezet@school.example' }).expect(409);
  });

  it('is held by the second wall too', async () => {
    const other = await app.given.aSchool();
    const both = await app.given.aPerson({ school, roles: ['decaan', { role: 'decaan', school: other }] });
    const me = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const change = (id: string) =>
      withClient(app.database.appUrl, async (client) => {
        await client.query('begin');
        await client.query(
          `select set_config('app.actor', $1, true), set_config('app.kind', 'staff', true),
                  set_config('app.school', $2, true), set_config('app.roles', 'school-administrator', true)`,
          [me.id, school],
        );
        await client.query(`update person set email = 'kaper@school.example' where id = $1`, [id]);
        await client.query('rollback');
      });
    await expect(change(both.id)).rejects.toMatchObject(denied);
    await change((await app.given.aPerson({ school, roles: ['decaan'] })).id);
  });
});

describe('the second wall around invitations', () => {
  const as = (url: string, sql: string, context: { actor?: string; school?: string; roles?: string } = {}) =>
    withClient(url, async (client) => {
      await client.query('begin');
      if (context.actor)
        await client.query(
          `select set_config('app.actor', $1, true), set_config('app.kind', 'staff', true),
                  set_config('app.school', $2, true), set_config('app.roles', $3, true)`,
          [context.actor, context.school, context.roles],
        );
      try {
        return (await client.query(sql)).rows as unknown[];
      } finally {
        await client.query('rollback');
      }
    });

  it('lets the administrator see and end those of the own school, and make none that lasts longer or names another school', async () => {
    const person = await newcomer();
    await invited(person);
    const me = await app.given.aPerson({ school, roles: ['school-administrator'] });
    const other = await app.given.aSchool();
    const mine = { actor: me.id, school, roles: 'school-administrator' };
    const insert = (days: number, at: string, who: string, by = me.id) =>
      `insert into invitation (id, person_id, school_id, code_hash, invited_by, created_at, expires_at)
       values (gen_random_uuid(), '${who}', '${at}', '\\x01', '${by}', app_now(), app_now() + interval '${days} days')`;
    await as(app.database.appUrl, insert(7, school, person), mine);
    const stranger = await app.given.aPerson({ school: other, roles: ['staff'] });
    for (const sql of [
      insert(8, school, person),
      insert(7, other, person),
      insert(7, school, stranger.id),
      insert(7, school, person, stranger.id),
      'select code_hash from invitation',
      `update invitation set expires_at = expires_at + interval '1 day'`,
      'delete from invitation',
      `select * from accept_invitation('\\x01', 'hash')`,
      `select * from live_invitation('\\x01')`,
    ])
      await expect(as(app.database.appUrl, sql, mine)).rejects.toMatchObject(denied);
    expect(await as(app.database.appUrl, 'select id from invitation', mine)).not.toEqual([]);
    for (const context of [{ ...mine, school: other }, { ...mine, roles: 'decaan' }, {}])
      expect(await as(app.database.appUrl, 'select id from invitation', context)).toEqual([]);
    await expect(as(app.database.appUrl, `select * from join_invitation('\\x01')`)).rejects.toMatchObject(denied);
    await expect(as(app.database.signinUrl, `select * from join_invitation('\\x01')`)).rejects.toMatchObject(denied);
    await expect(as(app.database.appUrl, 'select * from password_reset', mine)).rejects.toMatchObject(denied);
  });
});
