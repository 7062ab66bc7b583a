/** One message, ready to go. */
export interface OutgoingMail {
  /** Of the message; a mail server that gets it twice can see that it is the same. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * Why a message did not go. `unreachable`, `no-tls`, `sign-in` and `later` are about the mail server: it is tried again.
 * `refused` is about this message or this address: trying again changes nothing.
 */
export type MailFault = 'unreachable' | 'no-tls' | 'sign-in' | 'later' | 'refused';

/** Not sent. Carries no word of the message or the answer, which may hold an address. */
export class MailError extends Error {
  override readonly name = 'MailError';
  constructor(readonly fault: MailFault) {
    super(`mail not sent: ${fault}`);
  }
}

/** Where messages leave the service. */
export abstract class MailTransport {
  /** Resolves when somebody else has taken charge of the message; throws a MailError otherwise. */
  abstract send(mail: OutgoingMail): Promise<void>;
}

/** Where there is no mail: nothing is ever queued, so nothing comes here. */
export class NoMail extends MailTransport {
  send(): Promise<void> {
    return Promise.reject(new MailError('unreachable'));
  }
}
