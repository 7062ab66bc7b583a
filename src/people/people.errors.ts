import { DomainError, type FieldFault, invalid } from '../platform/errors/domain-error.js';

/** One answer for a login that is not there, a wrong password, an account that is disabled or not yet activated. */
export const signInFailed = (): DomainError => new DomainError('sign-in-failed', 401);
/** One answer for a login that is not there and a code that is wrong, used or expired. */
export const activationFailed = (): DomainError => new DomainError('activation-failed', 401);
export const tooManyAttempts = (retryAfter: number): DomainError =>
  new DomainError('too-many-attempts', 429, { retryAfter });
/** More people sign in at this moment than the processors can take. */
export const busy = (): DomainError => new DomainError('busy', 503);
export const passwordRefused = (fault: FieldFault): DomainError => invalid([fault]);
export const personExists = (): DomainError =>
  new DomainError('person-exists', 409, {}, [{ field: 'email', code: 'person-exists' }]);
export const roleExists = (): DomainError =>
  new DomainError('role-exists', 409, {}, [{ field: 'role', code: 'role-exists' }]);
/** Someone must stay who can give roles. */
export const lastAdministrator = (): DomainError => new DomainError('last-administrator', 409);
/** The account opens another school too: only what belongs to this school can be ended here. */
export const accountElsewhere = (): DomainError => new DomainError('account-elsewhere', 409);
