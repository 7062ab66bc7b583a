import { DomainError } from '../platform/errors/domain-error.js';

/** A share needs a live application or placement at that school. */
export const noApplication = (): DomainError => new DomainError('no-application', 409);
/** From 16 the pupil alone decides. */
export const pupilDecidesAlone = (): DomainError => new DomainError('pupil-decides-alone', 409);
export const consentEnded = (): DomainError => new DomainError('consent-ended', 409);
/** What was on the screen is no longer what stands there. */
export const consentChanged = (): DomainError => new DomainError('consent-changed', 409);
export const consentExists = (): DomainError => new DomainError('consent-exists', 409);
/** A reason that goes with another purpose. */
export const otherReason = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'reason', code: 'choose-a-reason' }]);
export const noSections = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'sections', code: 'choose-a-section' }]);
