import { DomainError } from '../platform/errors/domain-error.js';

export const personExists = (): DomainError =>
  new DomainError('person-exists', 409, {}, [{ field: 'email', code: 'person-exists' }]);
export const roleExists = (): DomainError =>
  new DomainError('role-exists', 409, {}, [{ field: 'role', code: 'role-exists' }]);
/** Someone must stay who can give roles. */
export const lastAdministrator = (): DomainError => new DomainError('last-administrator', 409);
/** The account opens another school too: only what belongs to this school can be ended here. */
export const accountElsewhere = (): DomainError => new DomainError('account-elsewhere', 409);
/** Left the school, and is something elsewhere: comes back by his own yes alone. */
export const inviteAgain = (): DomainError => new DomainError('invite-again', 409);
/** A role for oneself comes from another administrator. */
export const ownRole = (): DomainError => new DomainError('own-role', 409);
/** One's own second step is changed with the present one, not as an administrator. */
export const ownSecondFactor = (): DomainError => new DomainError('own-second-factor', 409);
