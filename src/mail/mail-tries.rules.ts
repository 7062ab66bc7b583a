import type { MailFault } from '../platform/mail/mail-transport.js';
import type { MailReason } from './mail.types.js';

const minute = 60;
const hour = 60 * minute;

/** After each try that failed, how long to wait: mail that is down for days loses nothing. */
const waits = [
  ...[1, 5, 15, 30].map((count) => count * minute),
  ...[1, 2, 4, 8, 12, 12, 12, 12, 12, 12].map((count) => count * hour),
];

/** What becomes of a message that could not be sent: tried again after so many seconds, or given up. */
export function afterFault(tries: number, fault: MailFault): { wait: number } | { failed: MailReason } {
  if (fault === 'refused') return { failed: 'refused' };
  const wait = waits[tries - 1];
  return wait === undefined ? { failed: 'given-up' } : { wait };
}

/** It is the mail server and not the message: the others of this round need not be tried now. */
export const isServerFault = (fault: MailFault): boolean =>
  fault === 'unreachable' || fault === 'no-tls' || fault === 'sign-in';
