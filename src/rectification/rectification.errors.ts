import { DomainError, invalid } from '../platform/errors/domain-error.js';

/** One question at a time about one thing. */
export const alreadyAsked = (): DomainError => new DomainError('rectification-open', 409);
export const alreadyAnswered = (): DomainError => new DomainError('rectification-answered', 409);
/** "Corrected" is no promise: what stands there has to be something else first. */
export const notCorrectedYet = (): DomainError => invalid([{ field: 'outcome', code: 'not-corrected-yet' }]);
/** Whoever stays with what he wrote, says why. */
export const answerNeeded = (): DomainError => invalid([{ field: 'answer', code: 'write-a-sentence' }]);
