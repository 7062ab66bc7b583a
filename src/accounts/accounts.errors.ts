import { DomainError } from '../platform/errors/domain-error.js';

/** One answer for a login that is not there, a wrong password, an account that is disabled or not yet activated. */
export const signInFailed = (): DomainError => new DomainError('sign-in-failed', 401);
