import { DomainError, invalid } from '../platform/errors/domain-error.js';

/** One answer for a wrong code, one that was used already, and no second step to give it for. */
export const codeWrong = (): DomainError => invalid([{ field: 'code', code: 'code-wrong' }]);
/** The first code of a new app does not fit: the clock of the phone, or another entry in the app. */
export const firstCodeWrong = (): DomainError => invalid([{ field: 'code', code: 'first-code-wrong' }]);
/** The page with the QR code was open for too long. */
export const enrolmentGone = (): DomainError => new DomainError('enrolment-gone', 409);
