import { type Clock } from '../clock.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';

export interface KeptMail extends OutgoingMail {
  at: Date;
}

const keeps = 200;

/** Takes the place of a mail server where people try the product: what was sent can be read on a page. Forgets at a stop. */
export class LocalMailbox extends MailTransport {
  private readonly kept: KeptMail[] = [];

  constructor(private readonly clock: Clock) {
    super();
  }

  send(mail: OutgoingMail): Promise<void> {
    this.kept.unshift({ ...mail, at: this.clock.now() });
    this.kept.length = Math.min(this.kept.length, keeps);
    return Promise.resolve();
  }

  /** The newest first. */
  get messages(): readonly KeptMail[] {
    return this.kept;
  }
}
