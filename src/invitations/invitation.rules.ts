import type { MailStatus } from '../mail/mail.types.js';
import type { InvitationState } from './invitations.dto.js';

export interface InvitationFacts {
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
  /** Of its message; null when that was tidied away long after it had gone. */
  mail: MailStatus | null;
}

/** What became of an invitation. Whoever used it did so whatever is known of the message. */
export function stateOf({ expiresAt, usedAt, withdrawnAt, mail }: InvitationFacts, now: Date): InvitationState {
  if (usedAt) return 'accepted';
  if (withdrawnAt) return 'withdrawn';
  if (expiresAt <= now) return 'expired';
  return mail ?? 'sent';
}
