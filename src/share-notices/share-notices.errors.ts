import { DomainError } from '../platform/errors/domain-error.js';

export const confirmedAlready = (): DomainError => new DomainError('notice-confirmed', 409);
/** Nothing was taken over that may no longer be read. */
export const nothingToConfirm = (): DomainError => new DomainError('nothing-to-confirm', 409);
export const chooseKeptReason = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'keptReason', code: 'choose-kept-reason' }]);
