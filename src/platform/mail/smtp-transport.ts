import { createTransport } from 'nodemailer';
import { isPlainAddress, type Sender } from './mail-address.rules.js';
import { MailError, type MailFault, MailTransport, type OutgoingMail } from './mail-transport.js';
import type { SmtpSettings } from './smtp-settings.rules.js';

const second = 1000;

/** Hands messages to the mail server of the configuration, over TLS. */
export class SmtpTransport extends MailTransport {
  private readonly smtp: ReturnType<typeof createTransport>;
  private readonly host: string;

  /** @param ca certificate of a private authority; without it those that Node trusts */
  constructor(
    { host, port, secure, plain, user, password }: SmtpSettings,
    private readonly from: Sender,
    publicUrl: string,
    ca?: string,
  ) {
    super();
    this.host = new URL(publicUrl).hostname;
    this.smtp = createTransport({
      host,
      port,
      secure,
      requireTLS: !plain,
      ignoreTLS: plain,
      tls: { minVersion: 'TLSv1.2', ca },
      ...(user ? { auth: { user, pass: password } } : {}),
      connectionTimeout: 10 * second,
      greetingTimeout: 10 * second,
      socketTimeout: 15 * second,
      dnsTimeout: 5 * second,
      // What is sent is text that we made: nothing in it may make the library read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, to, subject, text, html }: OutgoingMail): Promise<void> {
    if (!isPlainAddress(to)) throw new MailError('refused');
    try {
      await this.smtp.sendMail({
        messageId: `<${id}@${this.host}>`,
        from: this.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        // Nobody reads what a holiday answers to a machine.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      throw new MailError(faultOf(error as { code?: string; responseCode?: number }));
    }
  }
}

function faultOf({ code, responseCode = 0 }: { code?: string; responseCode?: number }): MailFault {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign-in';
  if (code === 'ETLS') return 'no-tls';
  // 503 is about the order of commands and 421 about the server; the others of 500 and up are about what was sent.
  if (responseCode >= 500 && responseCode !== 503) return 'refused';
  return responseCode >= 400 ? 'later' : 'unreachable';
}
