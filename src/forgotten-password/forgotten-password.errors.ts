import { DomainError } from '../platform/errors/domain-error.js';

/** One answer for a link that is not there, was used or is over. */
export const linkOver = (): DomainError => new DomainError('reset-over', 401);
