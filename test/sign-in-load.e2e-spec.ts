import { createHash } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hash } from '@node-rs/argon2';
import { PasswordHasher } from '../src/sign-in/password-hasher.service.js';
import { startApp, type TestApp } from './support/app.js';
import { password } from './support/builders.js';

const signIn = (app: TestApp, username: string, pass: string) =>
  app.http().post('/api/v1/session').send({ username, password: pass });
const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

describe('with hashes that cost what they cost for real', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ ARGON2_MEMORY_KIB: '19456', ARGON2_TIME: '2' });
  });
  afterAll(() => app.close());

  it('the time of an answer does not tell whether a login exists', async () => {
    const school = await app.given.aSchool();
    const pupils = await app.given.pupils(15, { school });
    await app.owner.query('update account set password_hash = $1', [await realHash(app)]);
    const known: number[] = [];
    const unknown: number[] = [];
    for (const [index, { login }] of pupils.entries()) {
      for (const [name, times] of [
        [login, known],
        [`niemand${index}`, unknown],
      ] as const) {
        const start = performance.now();
        await signIn(app, name, 'een fout wachtwoord').expect(401);
        times.push(performance.now() - start);
      }
    }
    const ratio = median(known) / median(unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });
});

describe('with hashes that take very long', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ ARGON2_MEMORY_KIB: '65536', ARGON2_TIME: '2' });
  });

  it('who comes in a crowd is asked to come back, and that does not count as an error', async () => {
    const school = await app.given.aSchool();
    const pupils = await app.given.pupils(20, { school });
    await app.owner.query('update account set password_hash = $1', [await realHash(app)]);
    const hasher = app.nest.get(PasswordHasher);
    const crowd = Array.from({ length: 63 }, () => hasher.hash('iemand anders')); // all places are taken
    const answers = await Promise.all(pupils.map(({ login }) => signIn(app, login, password)));
    await Promise.all(crowd);
    expect([201, 503]).toEqual(expect.arrayContaining(answers.map(({ status }) => status)));
    const refused = pupils.filter((_, index) => (answers[index]?.body as { code?: string }).code === 'busy');
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.find(({ status }) => status === 503)?.headers['retry-after']).toBe('1');
    const { rows } = await app.owner.query<{ failures: number }>(
      'select failures from sign_in_throttle where key = any($1)',
      [refused.map(({ login }) => createHash('sha256').update(`account:${login}`).digest())],
    );
    expect(rows).toEqual(refused.map(() => ({ failures: 0 })));
    await signIn(app, refused[0]!.login, password).expect(201);
  });

  it('stopping lets who is signing in finish, and lets idle connections go', async () => {
    const { login } = await app.given.aPerson({ school: await app.given.aSchool(), roles: ['staff'] });
    await app.owner.query('update account set password_hash = $1 where login = $2', [await realHash(app), login]);
    const { hostname, port } = new URL(app.url);
    const idle = net.connect(Number(port), hostname);
    idle.write('GET /livez HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((done) => idle.once('data', done));
    const idleClosed = new Promise((done) => idle.once('close', done));
    const underWay = signIn(app, login, password).then((answer) => answer);
    await sleep(60);
    const start = performance.now();
    const closed = app.close();
    await idleClosed;
    expect((await underWay).status).toBe(201);
    await closed;
    expect(performance.now() - start).toBeLessThan(5000);
    await expect(fetch(`${app.url}/livez`)).rejects.toThrow();
  });
});

/** A hash of the password of everyone, at the cost that this application is set to. */
const realHash = (app: TestApp): Promise<string> => {
  const { argon2MemoryKib, argon2Time, argon2Parallelism } = app.config;
  return hash(password, { memoryCost: argon2MemoryKib, timeCost: argon2Time, parallelism: argon2Parallelism });
};
