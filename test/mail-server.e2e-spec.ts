import { readConfig } from '../src/platform/config.js';
import { MailError } from '../src/platform/mail/mail-transport.js';
import { readSmtpUrl } from '../src/platform/mail/smtp-settings.rules.js';
import { SmtpTransport } from '../src/platform/mail/smtp-transport.js';
import { loopbackCertificate, loopbackKey } from './support/loopback-certificate.js';
import { TestMailServer } from './support/mail-server.js';

const mail = {
  id: '0f7c',
  to: 'robin@school.example',
  subject: 'Er staat iets voor je klaar',
  text: 'Hallo\n',
  html: '<p>Hallo</p>',
};
const withTls = { cert: loopbackCertificate, key: loopbackKey };
const from = { name: 'Doorstroomdossier', address: 'noreply@dossier.example' };
const transport = (url: string, ca?: string) =>
  new SmtpTransport(readSmtpUrl(url)!, from, 'https://dossier.example', ca);
const faultOf = (sent: Promise<void>): Promise<string> =>
  sent.then(
    () => 'none',
    (error: unknown) => (error instanceof MailError ? error.fault : `other: ${String(error)}`),
  );

let server: TestMailServer;
const serve = async (...options: ConstructorParameters<typeof TestMailServer>): Promise<TestMailServer> =>
  (server = await new TestMailServer(...options).start());
afterEach(() => server.stop());

describe('a mail server with TLS', () => {
  it.each([
    ['from the first byte', 'smtps', true],
    ['by STARTTLS', 'smtp', false],
  ])('gets the message over TLS (%s)', async (_, protocol, secure) => {
    const { port, received } = await serve({ ...withTls, secure });
    await transport(`${protocol}://127.0.0.1:${port}`, loopbackCertificate).send(mail);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ to: [mail.to], from: from.address, secure: true });
    expect(received[0]!.source).toContain('Message-ID: <0f7c@dossier.example>');
    expect(received[0]!.source).toContain('Auto-Submitted: auto-generated');
    expect(received[0]!.source).toContain('From: Doorstroomdossier <noreply@dossier.example>');
    expect(received[0]!.source).toMatch(/multipart\/alternative/);
  });

  it('gets nothing when its certificate is not one that is trusted', async () => {
    const { port, received } = await serve(withTls);
    expect(await faultOf(transport(`smtp://127.0.0.1:${port}`).send(mail))).not.toBe('none');
    expect(received).toEqual([]);
  });

  it('is signed in to, and a wrong password is told apart', async () => {
    const { port, received } = await serve({
      ...withTls,
      authOptional: false,
      onAuth: ({ username, password }, _session, done) =>
        username === 'dossier@school' && password === 'p@ss:word'
          ? done(null, { user: 1 })
          : done(new Error('wrong password')),
    });
    const right = `smtp://dossier%40school:p%40ss%3Aword@127.0.0.1:${port}`;
    await transport(right, loopbackCertificate).send(mail);
    expect(received).toHaveLength(1);
    const wrong = right.replace('word', 'wrong');
    expect(await faultOf(transport(wrong, loopbackCertificate).send(mail))).toBe('sign-in');
    expect(received).toHaveLength(1);
  });
});

describe('a mail server without TLS', () => {
  it('gets nothing, not even the address', async () => {
    const { port, received } = await serve({
      onMailFrom: () => {
        throw new Error('the envelope was told in the clear');
      },
    });
    expect(await faultOf(transport(`smtp://127.0.0.1:${port}`).send(mail))).toBe('no-tls');
    expect(received).toEqual([]);
  });

  it('is used on this machine when that is asked for', async () => {
    const { port, received } = await serve();
    await transport(`smtp://127.0.0.1:${port}?tls=no`).send(mail);
    expect(received).toHaveLength(1);
  });
});

describe('what a mail server answers', () => {
  it.each([
    [550, 'refused'],
    [552, 'refused'],
    [451, 'later'],
    [421, 'later'],
  ])('%i to an address means: %s', async (responseCode, fault) => {
    await serve();
    server.refuse = { responseCode };
    const sent = transport(`smtp://127.0.0.1:${server.port}?tls=no`).send(mail);
    expect(await faultOf(sent)).toBe(fault);
    await sent.catch((error: unknown) => expect(JSON.stringify(error) + String(error)).not.toContain('noor'));
  });

  it('that is not there', async () => {
    await serve();
    await server.stop();
    expect(await faultOf(transport(`smtp://127.0.0.1:${server.port}?tls=no`).send(mail))).toBe('unreachable');
    await server.start();
  });
});

describe('what could end a header or name someone else', () => {
  it.each([
    'robin@school.example\r\nBcc: ander@example.nl',
    'robin@school.example, ander@example.nl',
    'robin@school.example\nSubject: anders',
    '"Robin, ander@example.nl" <robin@school.example>',
    'robin@school.example;ander@example.nl',
    '<robin@school.example>',
    '@route:robin@school.example',
    'robin@@school.example',
    '',
  ])('is not an address: %j', async (to) => {
    await serve();
    expect(await faultOf(transport(`smtp://127.0.0.1:${server.port}?tls=no`).send({ ...mail, to }))).toBe('refused');
    expect(server.received).toEqual([]);
  });

  it('in a subject stays in the subject', async () => {
    await serve();
    const subject = 'Iets\r\nBcc: ander@example.nl\r\n\r\nnog iets';
    await transport(`smtp://127.0.0.1:${server.port}?tls=no`).send({ ...mail, subject });
    expect(server.received[0]!.to).toEqual([mail.to]);
    expect(server.received[0]!.source).not.toMatch(/^Bcc:/im);
  });

  it('is not taken as the sender from the configuration', async () => {
    await serve();
    const env = {
      APP_SECRET: 'Zl7wq0Jm2vXhT9dKcR4uYbN6sEaPgF1o8iQ3xW5k',
      AUDIT_KEY: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
    };
    for (const MAIL_FROM of ['a@b.nl\r\nBcc: c@d.nl', '"x" <a@b.nl>, c@d.nl', 'nobody', ''])
      expect(() => readConfig({ ...env, SMTP_URL: 'smtps://mail.example.nl', MAIL_FROM })).toThrow(/MAIL_FROM/);
  });
});
