import { DomainError } from '../platform/errors/domain-error.js';

/** One answer for a link that is not there, was used, withdrawn or is over. */
export const invitationOver = (): DomainError => new DomainError('invitation-over', 401);
/** There is no mail server; a letter is the way. */
export const noMail = (): DomainError => new DomainError('no-mail', 409);
export const noAddress = (): DomainError => new DomainError('no-mail-address', 409);
/** Signs in already; who forgot the password asks for a new one himself. */
export const signsInAlready = (): DomainError => new DomainError('signs-in-already', 409);
/** Nobody expects that a role begins at once: the password is set, signing in works from the first day. */
export const roleBeginsLater = (): DomainError => new DomainError('role-begins-later', 403);
