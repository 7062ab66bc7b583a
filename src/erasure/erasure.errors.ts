import { DomainError, invalid } from '../platform/errors/domain-error.js';

export const erasureAsked = (): DomainError => new DomainError('erasure-open', 409);
export const erasureDecided = (): DomainError => new DomainError('erasure-decided', 409);
/** What is held does not go, whoever asks. */
export const onHold = (): DomainError => new DomainError('on-hold', 409);
export const alreadyHeld = (): DomainError => new DomainError('already-held', 409);
export const noParts = (): DomainError => invalid([{ field: 'parts', code: 'choose-a-section' }]);
export const explain = (): DomainError => invalid([{ field: 'answer', code: 'write-a-sentence' }]);
/** There is no pupil with this number at the school. */
export const numberUnknown = (): DomainError => invalid([{ field: 'pupilNumber', code: 'pupil-number-unknown' }]);
