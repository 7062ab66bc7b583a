import { DomainError } from '../platform/errors/domain-error.js';

/** Nobody says of what he opened himself that it was right. */
export const ownEmergency = (): DomainError => new DomainError('emergency-own', 409);
