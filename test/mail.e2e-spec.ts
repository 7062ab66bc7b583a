import { randomUUID } from 'node:crypto';
import type { MailRecipient, NoticeKind } from '../src/mail/mail.types.js';
import { MailService } from '../src/mail/mail.service.js';
import { withClient } from '../src/platform/database/connection.js';
import { Db } from '../src/platform/database/db.js';
import { SignInDb } from '../src/platform/database/sign-in-db.js';
import { LocalMailbox } from '../src/platform/mail/local-mailbox.js';
import { startApp, type TestApp } from './support/app.js';
import { readableText, TestMailServer } from './support/mail-server.js';

const denied = { code: '42501' };

interface Row {
  status: string;
  reason: string | null;
  tries: number;
  secret: Buffer | null;
}

/** Sends as a feature would: in the transaction of a request. */
async function send(app: TestApp, kind: NoticeKind, ...to: MailRecipient[]): Promise<void> {
  const db = app.nest.get(Db);
  await db.run(await db.open(null, randomUUID()), () => app.nest.get(MailService).send(kind, ...to));
}
/** As sign-in does for a forgotten password. */
const sendLink = (app: TestApp, personId: string, code = 'a-secret-code'): Promise<string | null> =>
  app.nest.get(SignInDb).transaction((client) =>
    app.nest.get(MailService).sendLinkFrom(client, 'password-reset', {
      personId,
      schoolId: null,
      code,
      expiresAt: new Date(app.clock.now().getTime() + 3_600_000),
    }),
  );
const rows = async (app: TestApp): Promise<Row[]> =>
  (await app.owner.query<Row>('select status, reason, tries, secret from mail_message order by created_at, id')).rows;

describe('a notice', () => {
  let app: TestApp;
  let school: string;
  beforeAll(async () => {
    app = await startApp();
    school = await app.given.aSchool();
  });
  afterAll(() => app.close());
  const box = () => app.nest.get(LocalMailbox).messages;
  const sentTo = async (kind: NoticeKind, ...to: MailRecipient[]): Promise<string[]> => {
    const before = box().length;
    await send(app, kind, ...to);
    await app.runJobs();
    return box()
      .slice(0, box().length - before)
      .map((mail) => mail.to)
      .sort();
  };

  it('goes to the address of a member of staff, who is named by id', async () => {
    const { id, name } = await app.given.aPerson({
      school,
      roles: ['privacy-officer'],
      login: 'fg',
      familyName: 'Geheim',
    });
    expect(await sentTo('access-review', { personId: id })).toEqual(['fg@school.example']);
    const { subject, text, html } = box()[0]!;
    expect(subject).toBe('Er staat iets voor je klaar');
    expect(text).toContain(app.config.publicUrl);
    expect(subject + text + html).not.toContain(name);
    expect(subject + text + html).not.toContain('Geheim');
  });

  it('goes to a pupil, and to the guardians with custody of a pupil', async () => {
    const guardian = (login: string, custody: boolean | null) => ({ login, custody });
    const pupil = await app.given.aPupil({
      school,
      guardians: [guardian('ouder1', true), guardian('ouder2', false), guardian('ouder3', null)],
    });
    await app.owner.query(`update pupil set email = 'noor@leerling.example' where id = $1`, [pupil.id]);
    expect(await sentTo('consent-asked', { pupilId: pupil.id }, { guardiansOf: pupil.id })).toEqual([
      'noor@leerling.example',
      'ouder1@school.example',
    ]);
    expect(box()[0]!.text).toMatch(/Er staat een vraag voor je klaar[\s\S]*A question waits/);
  });

  it('goes to whoever has a role at a school today', async () => {
    const mbo = await app.given.aSchool({ kind: 'mbo' });
    await app.given.aPerson({ school: mbo, roles: ['intaker'], login: 'intaker.nu' });
    await app.given.aPerson({ school: mbo, roles: [{ role: 'intaker', until: '2026-11-15' }], login: 'intaker.toen' });
    await app.given.aPerson({ school: mbo, roles: [{ role: 'intaker', from: '2026-11-17' }], login: 'intaker.straks' });
    await app.given.aPerson({ school: mbo, roles: ['staff'], login: 'medewerker' });
    expect(await sentTo('share-changed', { role: 'intaker', schoolId: mbo })).toEqual(['intaker.nu@school.example']);
  });

  it('passes over who has no address, no password yet, or was shut out', async () => {
    const without = await app.given.aPerson({ school, roles: ['staff'], email: null });
    const waiting = await app.given.aPerson({ school, roles: ['staff'] });
    const disabled = await app.given.aPerson({ school, roles: ['staff'] });
    await app.owner.query('update account set activated_at = null where id = $1', [waiting.accountId]);
    await app.owner.query('update account set disabled_at = now() where id = $1', [disabled.accountId]);
    const to = [without, waiting, disabled].map(({ id }) => ({ personId: id }));
    expect(await sentTo('share-changed', ...to, { personId: randomUUID() })).toEqual([]);
  });

  it('comes once an hour, however much there is to see', async () => {
    const { id } = await app.given.aPerson({ school, roles: ['staff'], login: 'druk' });
    expect(await sentTo('share-changed', { personId: id }, { personId: id })).toEqual(['druk@school.example']);
    expect(await sentTo('share-changed', { personId: id })).toEqual([]);
    expect(await sentTo('access-review', { personId: id })).toEqual(['druk@school.example']);
    await app.clock.advance({ minutes: 61 });
    expect(await sentTo('share-changed', { personId: id })).toEqual(['druk@school.example']);
  });

  it('is not sent when the request is rolled back', async () => {
    const { id } = await app.given.aPerson({ school, roles: ['staff'] });
    const before = box().length;
    const db = app.nest.get(Db);
    const request = db.run(await db.open(null, randomUUID()), async () => {
      await app.nest.get(MailService).send('share-changed', { personId: id });
      throw new Error('refused after all');
    });
    await expect(request).rejects.toThrow('refused after all');
    await app.runJobs();
    expect(box()).toHaveLength(before);
  });

  it('is forgotten after three months', async () => {
    expect((await rows(app)).length).toBeGreaterThan(3);
    await app.clock.advance({ days: 91 });
    await app.runJobs();
    expect(await rows(app)).toEqual([]);
  });
});

describe('the messages that wait', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  const as = <T extends object>(url: string, sql: string): Promise<T[]> =>
    withClient(url, async (client) => (await client.query<T>(sql)).rows);

  it('hold no address, and the code of a link sealed', async () => {
    const school = await app.given.aSchool();
    const { id } = await app.given.aPerson({ school, roles: ['staff'], login: 'robin' });
    await sendLink(app, id, 'the-code-of-the-link');
    const { rows: all } = await app.owner.query<{ row: string }>('select m::text as row from mail_message m');
    expect(all).toHaveLength(1);
    expect(all[0]!.row).not.toContain('robin@school.example');
    expect(all[0]!.row).not.toContain(Buffer.from('the-code-of-the-link').toString('hex'));
    const jobs = await app.owner.query<{ row: string }>('select j::text as row from job j');
    expect(jobs.rows[0]!.row).not.toContain('robin');
    await app.runJobs();
    expect(app.nest.get(LocalMailbox).messages[0]!.text).toContain('the-code-of-the-link');
    expect(await rows(app)).toMatchObject([{ status: 'sent', secret: null }]);
  });

  it('are out of reach of the application: to read, to write, and to find an address by', async () => {
    for (const sql of [
      'select secret from mail_message',
      'select pupil_id from mail_message',
      `update mail_message set status = 'waiting'`,
      'delete from mail_message',
      `select mail_address(gen_random_uuid())`,
      `select keep_mail(gen_random_uuid(), 'x', null, null, null, null, null)`,
      `select queue_link_mail(gen_random_uuid(), 'password-reset', gen_random_uuid(), null, 'x', now())`,
      `select queue_link_mail(gen_random_uuid(), 'staff-invitation', gen_random_uuid(), null, 'x', now())`,
      `select queue_notices('password-reset', '[]')`,
    ])
      await expect(as(app.database.appUrl, sql)).rejects.toMatchObject(denied);
    expect(await as(app.database.appUrl, 'select id from mail_message')).toEqual([]);
  });

  it('are out of reach of sign-in, which may put down the link of a new password alone', async () => {
    for (const sql of [
      'select id from mail_message',
      `select mail_address(gen_random_uuid())`,
      `select queue_link_mail(gen_random_uuid(), 'staff-invitation', gen_random_uuid(), null, 'x', now())`,
    ])
      await expect(as(app.database.signinUrl, sql)).rejects.toMatchObject(denied);
  });

  it('let the login of the jobs find an address only while a message to it waits', async () => {
    await expect(as(app.database.jobsUrl, 'select email from person')).rejects.toMatchObject(denied);
    const [{ id }] = (await app.owner.query<{ id: string }>('select id from mail_message')).rows as [{ id: string }];
    expect(await as(app.database.jobsUrl, `select mail_address('${id}') as address`)).toEqual([{ address: null }]);
  });
});

describe('mail over a server', () => {
  const server = new TestMailServer();
  let app: TestApp;
  let person: string;
  beforeAll(async () => {
    await server.start();
    app = await startApp({
      SMTP_URL: `smtp://127.0.0.1:${server.port}?tls=no`,
      MAIL_FROM: 'Doorstroomdossier <noreply@dossier.example>',
    });
    const school = await app.given.aSchool();
    person = (await app.given.aPerson({ school, roles: ['staff'], login: 'robin' })).id;
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });
  beforeEach(async () => {
    server.received.length = 0;
    server.refuse = null;
    await app.owner.query('delete from mail_message');
  });

  it('arrives', async () => {
    await sendLink(app, person);
    await app.runJobs();
    expect(server.received).toMatchObject([{ to: ['robin@school.example'], from: 'noreply@dossier.example' }]);
    expect(readableText(server.received[0]!.source)).toContain('/wachtwoord-kiezen#code=a-secret-code');
  });

  it('that is down makes a message wait, longer each time; when it is up again the message comes, once', async () => {
    await server.stop();
    await sendLink(app, person);
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'waiting', reason: 'unreachable', tries: 1 }]);
    expect((await rows(app))[0]!.secret).not.toBeNull();
    await app.clock.advance({ seconds: 30 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ tries: 1 }]); // not yet
    await app.clock.advance({ seconds: 31 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ tries: 2 }]);
    await app.clock.advance({ minutes: 2 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ tries: 2 }]); // now it waits five minutes
    await server.start();
    await app.clock.advance({ minutes: 4 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'sent', tries: 3, secret: null, reason: null }]);
    await app.clock.advance({ hours: 1 });
    await app.runJobs();
    expect(server.received).toHaveLength(1);
  });

  it('that is down is tried once for all that wait', async () => {
    await server.stop();
    for (let n = 0; n < 3; n++) await sendLink(app, person);
    await app.owner.query('delete from job'); // the nudges: the round of the minute finds them
    await app.clock.advance({ minutes: 1 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject(Array(3).fill({ status: 'waiting', tries: 1 }));
    await server.start();
    await app.clock.advance({ minutes: 2 });
    await app.runJobs();
    expect(server.received).toHaveLength(3);
  });

  it('is not sent after its link is over', async () => {
    await server.stop();
    await sendLink(app, person);
    await app.runJobs();
    await server.start();
    await app.clock.advance({ hours: 2 });
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'failed', reason: 'expired', secret: null }]);
    expect(server.received).toEqual([]);
  });

  it('that is refused failed, at once and for good', async () => {
    server.refuse = { responseCode: 550 };
    await sendLink(app, person);
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'failed', reason: 'refused', tries: 1, secret: null }]);
  });

  it('to an address that would end a header is refused before anyone hears of it', async () => {
    await app.owner.query(`update person set email = E'a@b.example\r\nBcc: c@d.example' where id = $1`, [person]);
    await sendLink(app, person);
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'failed', reason: 'refused' }]);
    await app.owner.query(`update person set email = 'robin@school.example' where id = $1`, [person]);
  });

  it('goes once, when two processes look at the same moment', async () => {
    await sendLink(app, person);
    await Promise.all([app.runJobs(), app.runJobs(), app.runJobs()]);
    expect(server.received).toHaveLength(1);
  });

  it('that a process died on is sent by the next, under the same message id', async () => {
    await sendLink(app, person);
    await app.owner.query(`update mail_message set claimed_until = app_now() + interval '5 minutes', tries = 1`);
    await app.runJobs();
    expect(server.received).toEqual([]);
    await app.clock.advance({ minutes: 5 });
    await app.runJobs();
    expect(server.received).toHaveLength(1);
    const [{ id }] = (await app.owner.query<{ id: string }>('select id from mail_message')).rows as [{ id: string }];
    expect(server.received[0]!.source).toContain(`Message-ID: <${id}@127.0.0.1>`);
  });

  it('sealed with another secret is not sent', async () => {
    await sendLink(app, person);
    await app.owner.query(`update mail_message set secret = decode(repeat('01', 60), 'hex')`);
    await app.runJobs();
    expect(await rows(app)).toMatchObject([{ status: 'failed', reason: 'unreadable' }]);
    expect(server.received).toEqual([]);
  });
});

describe('the page of the local mailbox', () => {
  it('shows what was sent, the newest first, with links that work here', async () => {
    const app = await startApp();
    const school = await app.given.aSchool();
    const { id } = await app.given.aPerson({ school, roles: ['staff'], login: 'robin' });
    expect((await app.http().get('/postbus')).text).toContain('Nog geen berichten');
    await send(app, 'share-changed', { personId: id });
    await app.runJobs();
    await sendLink(app, id);
    await app.runJobs();
    const { text } = await app.http().get('/postbus').expect(200);
    expect(text.indexOf('Kies een nieuw wachtwoord')).toBeLessThan(text.indexOf('Er staat iets voor je klaar'));
    expect(text).toContain('href="/wachtwoord-kiezen#code=a-secret-code"');
    expect(text).toContain('robin@school.example');
    await app.close();
  });

  it.each([
    ['with a mail server', { SMTP_URL: 'smtps://mail.example.nl', MAIL_FROM: 'noreply@example.nl' }],
    [
      'in production',
      { NODE_ENV: 'production', PUBLIC_URL: 'https://dossier.example', ARGON2_MEMORY_KIB: '19456', ARGON2_TIME: '2' },
    ],
    ['at an address that others reach', { PUBLIC_URL: 'http://dossier.example' }],
  ])('is not there %s', async (_, env) => {
    const app = await startApp(env);
    await app.http().get('/postbus').expect(404);
    await app.close();
  });

  it('is not there where there is no mail at all, and nothing is queued', async () => {
    const app = await startApp({ PUBLIC_URL: 'http://dossier.example' });
    const school = await app.given.aSchool();
    const { id } = await app.given.aPerson({ school, roles: ['staff'] });
    await send(app, 'share-changed', { personId: id });
    expect(await rows(app)).toEqual([]);
    await app.runJobs();
    await app.close();
  });
});
