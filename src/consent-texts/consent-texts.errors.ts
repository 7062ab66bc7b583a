import { DomainError } from '../platform/errors/domain-error.js';

/** The answer is to another text than the one that counts now: read first. */
export const textRenewed = (): DomainError => new DomainError('consent-text-renewed', 409);
export const translationExists = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'language', code: 'translation-exists' }]);
