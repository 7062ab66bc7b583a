import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  from: string;
  /** The whole message, as it came. */
  source: string;
  secure: boolean;
}

/** A mail server on this machine. Without TLS unless asked for. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  /** Answers to `RCPT TO`, such as `new RefusedBy(550)`; null takes everything. */
  refuse: { responseCode: number } | null = null;
  port = 0;
  private server?: SMTPServer;

  constructor(private readonly options: SMTPServerOptions = {}) {}

  /** Starts, or starts again on the same port. */
  async start(): Promise<this> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: this.options.cert ? [] : ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      ...this.options,
      onRcptTo: (_address, _session, done) =>
        done(this.refuse ? Object.assign(new Error('no such mailbox: noor@example.nl'), this.refuse) : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.received.push({
            to: rcptTo.map(({ address }) => address),
            from: mailFrom ? mailFrom.address : '',
            source: Buffer.concat(parts).toString(),
            secure: session.secure,
          });
          done();
        });
      },
    });
    server.on('error', () => undefined); // a client that breaks off is what some tests are about
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server?.close(() => resolve()));
  }
}

/** The text of a message, without the encoding of the way. */
export function readableText(source: string): string {
  const [, part = ''] = /Content-Type: text\/plain[^\r\n]*\r\n([\s\S]*?)\r\n----/.exec(source) ?? [];
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  if (/base64/i.test(part.slice(0, 200))) return Buffer.from(body, 'base64').toString();
  return Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
}

/** The code in the link of a message. */
export const codeIn = (text: string): string => /#code=([\w-]+)/.exec(text)![1]!;
