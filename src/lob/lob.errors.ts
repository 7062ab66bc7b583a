import { DomainError, type FieldFault, invalid } from '../platform/errors/domain-error.js';

export const nobodyTicked = (): DomainError =>
  new DomainError('nobody-ticked', 422, {}, [{ field: 'pupils', code: 'nobody-ticked' }]);
/** A remark is kept with the activity, and who was absent has none: better said than lost. */
export const remarksOfAbsent = (rows: number[]): DomainError =>
  invalid(rows.map((row): FieldFault => ({ field: `pupils.${row}.remark`, code: 'remark-of-absent' })));
export const periodBackwards = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'endsOn', code: 'period-backwards' }]);
export const tooFarAhead = (field: 'startsOn' | 'endsOn'): DomainError => invalid([{ field, code: 'date-too-far' }]);
export const tooLongAgo = (): DomainError => invalid([{ field: 'startsOn', code: 'date-too-long-ago' }]);
export const opleidingUnknown = (): DomainError => invalid([{ field: 'opleidingId', code: 'choose-from-list' }]);
/** Who was there once has it once. */
export const pupilsTwice = (rows: number[]): DomainError =>
  invalid(rows.map((row): FieldFault => ({ field: `pupils.${row}.pupilId`, code: 'pupil-twice' })));
/** Facts that the pupil logged himself are his, and those of the school are the school's. */
export const pupilsOwn = (): DomainError => new DomainError('pupils-own-activity', 409);
export const alreadyWritten = (): DomainError => new DomainError('reflection-exists', 409);
