import { DomainError } from '../platform/errors/domain-error.js';
import type { Refusal } from './single-sign-on.types.js';

const statuses: Record<Refusal, number> = {
  unavailable: 503,
  untrusted: 502,
  denied: 403,
  'begun-elsewhere': 400,
  school: 403,
  'not-here': 403,
  taken: 409,
};

/** No session came of signing in at a provider; the page says why and what to do. */
export class SignOnRefused extends DomainError {
  constructor(
    readonly reason: Refusal,
    /** A word for the log, which is a word of ours or of the library, never something that came from outside. */
    readonly detail = '',
  ) {
    super(`sign-on.${reason}`, statuses[reason]);
  }
}

/** Without a password this is the only way in. */
export const lastWayIn = (): DomainError => new DomainError('last-way-in', 409);
