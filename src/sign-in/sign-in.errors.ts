import { DomainError, type FieldFault, invalid } from '../platform/errors/domain-error.js';

/** One answer for a login that is not there and a code that is wrong, used or expired. */
export const activationFailed = (): DomainError => new DomainError('activation-failed', 401);
/** More people sign in at this moment than the processors can take. */
export const busy = (): DomainError => new DomainError('busy', 503);
export const passwordRefused = (fault: FieldFault): DomainError => invalid([fault]);
