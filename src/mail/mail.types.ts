import type { Role } from '../platform/access/actor.js';
import type { MailFault } from '../platform/mail/mail-transport.js';

/** Messages with a one-time link. Each has its own place in the database that lets it be sent (queue_link_mail). */
export const linkKinds = ['staff-invitation', 'password-reset'] as const;
export type LinkKind = (typeof linkKinds)[number];

/**
 * Messages that say that something is there, and nothing of what it is: whoever reads along over a shoulder or in a shared
 * mailbox learns nothing. A feature adds its kind here and chooses in mail-texts.rules.ts which of the texts fits.
 */
export const noticeKinds = [
  'password-changed', // somebody chose a new password with a link, or with the code from a letter
  'consent-asked', // a school asks a pupil, or an answer of a guardian is needed
  'consent-changed', // a share came into force, changed or ended: for the family
  'inspection-offered', // pupil and guardians may look before something is handed over
  'copy-ready', // the pupil's own copy, a correction, an erasure: an answer is there
  'emergency-opened', // someone opened a dossier in an emergency: for the family
  'share-changed', // a receiving school has to look, or to confirm
  'share-unconfirmed', // a receiving school did not confirm: for the privacy officer
  'access-review', // emergency access or unusual access waits for the privacy officer
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export type MailKind = LinkKind | NoticeKind;

/** Who is told. Addresses are looked up inside; a feature never sees one. */
export type MailRecipient =
  | { personId: string }
  | { pupilId: string }
  /** The guardians with custody of this pupil. */
  | { guardiansOf: string }
  /** Whoever has this role at this school today. */
  | { role: Role; schoolId: string };

/** `waiting`: will be sent, or tried again · `sent`: the mail server took it · `failed`: will not be sent any more. */
export type MailStatus = 'waiting' | 'sent' | 'failed';

/** Why a message waits longer, or failed. */
export type MailReason = MailFault | 'no-address' | 'expired' | 'given-up' | 'unreadable' | 'withdrawn';
