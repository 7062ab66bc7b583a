import { DomainError } from '../platform/errors/domain-error.js';

export const tooManyAttempts = (retryAfter: number): DomainError =>
  new DomainError('too-many-attempts', 429, { retryAfter });
