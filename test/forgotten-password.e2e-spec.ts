import { LocalMailbox } from '../src/platform/mail/local-mailbox.js';
import { startApp, type TestApp } from './support/app.js';
import { password } from './support/builders.js';
import { codeIn } from './support/mail-server.js';

const chosen = 'vier muggen op de dijk';

let app: TestApp;
let school: string;
beforeAll(async () => {
  app = await startApp();
  school = await app.given.aSchool();
});
afterAll(() => app.close());

const ask = (username: string) => app.http().post('/api/v1/forgotten-password').send({ username });
const choose = (code: string, secret = chosen) =>
  app.http().post('/api/v1/forgotten-password/choose').send({ code, password: secret });
const signIn = (username: string, secret: string) =>
  app.http().post('/api/v1/session').send({ username, password: secret });
/** Asks, lets the mail go, and answers what came, the newest first. */
async function mailFor(username: string) {
  await app.runJobs(); // what was still under way is not meant
  const before = app.nest.get(LocalMailbox).messages.length;
  await ask(username).expect(202);
  await app.runJobs();
  const { messages } = app.nest.get(LocalMailbox);
  return messages.slice(0, messages.length - before);
}
async function codeFor(username: string): Promise<string> {
  const [mail] = await mailFor(username);
  return codeIn(mail!.text);
}

describe('a forgotten password', () => {
  it('is chosen anew with a link from a mail, once; whatever was open ends, and the holder hears of it', async () => {
    const person = await app.given.aPerson({ school, roles: ['staff'], login: 'vergeten' });
    const open = await app.asActor(person);
    const [mail] = await mailFor('vergeten@school.example');
    expect(mail!.to).toBe('vergeten@school.example');
    expect(mail!.text).not.toContain(person.name);
    await signIn('vergeten', password).expect(201); // asking changes nothing
    const { body } = (await choose(codeIn(mail!.text)).expect(201)) as { body: { token: string; me: { id: string } } };
    expect(body.me.id).toBe(person.id);
    await open.get('/api/v1/me').expect(401);
    await app.http().get('/api/v1/me').set('authorization', `Bearer ${body.token}`).expect(200);
    await signIn('vergeten', password).expect(401);
    await signIn('vergeten', chosen).expect(201);
    await choose(codeIn(mail!.text), 'vier ezels op de dijk').expect(401);
    await app.runJobs();
    expect(app.nest.get(LocalMailbox).messages[0]).toMatchObject({
      to: 'vergeten@school.example',
      subject: 'Je wachtwoord is veranderd',
    });
    const { rows } = await app.owner.query<{ chain_id: string }>(
      `select chain_id from audit_event where action = 'password.reset' and $1 = any(subject_ids)`,
      [person.id],
    );
    expect(rows).toEqual([{ chain_id: school }]);
  });

  it('is for guardians too, by login or by address', async () => {
    const pupil = await app.given.aPupil({ school, guardians: [{ custody: true, login: 'moeder' }] });
    expect((await mailFor('moeder')).map(({ to }) => to)).toEqual(['moeder@school.example']);
    await choose(await codeFor(' Moeder@School.example ')).expect(201);
    expect(pupil.guardians).toHaveLength(1);
  });

  it('of two people with one address comes for each', async () => {
    await app.given.aPupil({
      school,
      guardians: [
        { custody: true, login: 'een.adres', email: 'thuis@gezin.example' },
        { custody: true, login: 'zelfde.adres', email: 'thuis@gezin.example' },
      ],
    });
    const codes = (await mailFor('thuis@gezin.example')).map(({ text }) => codeIn(text));
    expect(codes).toHaveLength(2);
    for (const code of codes) await choose(code).expect(201);
    await signIn('een.adres', chosen).expect(201);
    await signIn('zelfde.adres', chosen).expect(201);
  });

  it('is not for pupils, who ask their mentor', async () => {
    const pupil = await app.given.aPupil({ school, login: 'leerling.noor' });
    await app.owner.query(`update pupil set email = 'noor@leerling.example' where id = $1`, [pupil.id]);
    expect(await mailFor('leerling.noor')).toEqual([]);
    expect(await mailFor('noor@leerling.example')).toEqual([]);
  });

  it('is not for who never chose one, was shut out, or has no address', async () => {
    const never = await app.given.aPerson({ school, roles: ['staff'], login: 'nooit' });
    await app.owner.query('update account set activated_at = null, password_hash = null where id = $1', [
      never.accountId,
    ]);
    const out = await app.given.aPerson({ school, roles: ['staff'], login: 'buiten' });
    await app.owner.query('update account set disabled_at = app_now() where id = $1', [out.accountId]);
    await app.given.aPerson({ school, roles: ['staff'], login: 'zonder', email: null });
    const elsewhere = await app.given.aPerson({ school, roles: ['staff'], login: 'alleen-sso' });
    await app.owner.query('update account set password_hash = null where id = $1', [elsewhere.accountId]);
    for (const name of ['nooit', 'buiten', 'zonder', 'alleen-sso', 'nooit@school.example'])
      expect(await mailFor(name)).toEqual([]);
  });

  it('is over after an hour, and when a new link was asked for', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'te.laat' });
    const first = await codeFor('te.laat');
    const second = await codeFor('te.laat');
    await choose(first).expect(401);
    await app.clock.advance({ minutes: 60 });
    await choose(second).expect(401);
    const third = await codeFor('te.laat');
    await app.clock.advance({ minutes: 59 });
    await choose(third).expect(201);
  });

  it('sends no more than three links an hour', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'ongeduldig' });
    const counts: number[] = [];
    for (let n = 0; n < 5; n++) counts.push((await mailFor('ongeduldig')).length);
    expect(counts).toEqual([1, 1, 1, 0, 0]);
    await app.clock.advance({ minutes: 61 });
    expect(await mailFor('ongeduldig')).toHaveLength(1);
  });

  it('refuses a password that others would guess, and the link still works', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'zwak.wachtwoord' });
    const code = await codeFor('zwak.wachtwoord');
    await choose(code, 'kort').expect(422);
    await choose(code, 'zwak.wachtwoord!').expect(422);
    await choose(code).expect(201);
  });

  it('is chosen by one of two who come at the same moment', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'tegelijk' });
    const code = await codeFor('tegelijk');
    const answers = await Promise.all([choose(code), choose(code, 'vier ezels op de dijk')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('does not go past the second step', async () => {
    await app.given.aPerson({ school, roles: ['decaan'], login: 'met.stap' });
    const { body } = (await choose(await codeFor('met.stap')).expect(201)) as {
      body: { token: string; me: { roles: string[] } };
    };
    expect(body.me.roles).toEqual([]);
    const answer = await app.http().get('/api/v1/groups').set('authorization', `Bearer ${body.token}`);
    expect(answer.status).toBe(403);
  });
});

describe('whoever asks for somebody else', () => {
  it('gets the same answer in the same time, whether there is such a person or not', async () => {
    await app.given.aPerson({ school, roles: ['staff'], login: 'bestaat' });
    const times = { bestaat: [] as number[], 'bestaat.niet': [] as number[] };
    const answers = new Set<string>();
    for (let n = 0; n < 8; n++)
      for (const name of ['bestaat', 'bestaat.niet'] as const) {
        const start = performance.now();
        const { status, text, headers } = await ask(name);
        times[name].push(performance.now() - start);
        answers.add(JSON.stringify([status, text, headers['cache-control']]));
      }
    expect([...answers]).toHaveLength(1);
    const median = (list: number[]): number => [...list].sort((a, b) => a - b)[4]!;
    expect(median(times.bestaat)).toBeGreaterThan(395);
    expect(Math.abs(median(times.bestaat) - median(times['bestaat.niet']))).toBeLessThan(40);
  });

  it('comes to nothing with a code that was made up', async () => {
    for (const code of ['x', 'A'.repeat(24), '../../etc', "' or 1=1 --"]) await choose(code).expect(401);
  });
});
