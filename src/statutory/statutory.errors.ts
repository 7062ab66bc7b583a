import { DomainError } from '../platform/errors/domain-error.js';

/** Region and school have not both switched it on. */
export const statutoryOff = (): DomainError => new DomainError('statutory-off', 409);
/** One for this school and purpose stands already. */
export const statutoryExists = (): DomainError => new DomainError('statutory-exists', 409);
export const statutoryEnded = (): DomainError => new DomainError('statutory-ended', 409);
