import { DomainError, invalid } from '../platform/errors/domain-error.js';
import type { PeriodFault } from './periods.rules.js';

export const wrongPeriod = ({ field, code }: PeriodFault): DomainError => invalid([{ field, code }]);
/** A mentor or teacher has a role at the school by then: without one he could not sign in there. */
export const notStaff = (): DomainError => invalid([{ field: 'personId', code: 'not-staff-here' }]);
export const endForSubstituteOnly = (): DomainError => invalid([{ field: 'until', code: 'end-for-substitute-only' }]);
export const groupEmpty = (): DomainError => new DomainError('group-empty', 409);
/** The same teacher, subject and days are there already. */
export const teachesAlready = (): DomainError => new DomainError('teaches-already', 409);
/** Under 16 the guardians with custody read along; there is nothing to open. */
export const guardiansReadAlong = (): DomainError => new DomainError('guardians-read-along', 409);
export const pupilTwice = (): DomainError => invalid([{ field: 'rows', code: 'pupil-twice' }]);
/** A new code for who has a password already is asked for by name, never for a whole group at once. */
export const nameWho = (field = 'recipients'): DomainError => invalid([{ field, code: 'choose-a-person' }]);
export const guardianTwice = (): DomainError => invalid([{ field: 'rows', code: 'guardian-twice' }]);
