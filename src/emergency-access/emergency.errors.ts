import { DomainError } from '../platform/errors/domain-error.js';

/** Nobody says of what he opened himself that it was right. */
export const ownEmergency = (): DomainError => new DomainError('emergency-own', 409);
/** What one privacy officer said of it, no other one writes over. */
export const reviewedEmergency = (): DomainError => new DomainError('emergency-reviewed', 409);
