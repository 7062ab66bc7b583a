import { DomainError, type FieldFault, invalid } from '../platform/errors/domain-error.js';

export const nobodyTicked = (): DomainError =>
  new DomainError('nobody-ticked', 422, {}, [{ field: 'pupils', code: 'nobody-ticked' }]);
/** A remark is kept with the activity, and who was absent has none: better said than lost. */
export const remarksOfAbsent = (rows: number[]): DomainError =>
  invalid(rows.map((row): FieldFault => ({ field: `pupils.${row}.remark`, code: 'remark-of-absent' })));
export const periodBackwards = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'endsOn', code: 'period-backwards' }]);
export const tooFarAhead = (): DomainError =>
  new DomainError('invalid', 422, {}, [{ field: 'startsOn', code: 'date-too-far' }]);
/** Facts that the pupil logged himself are his; the school can remark on them. */
export const pupilsOwn = (): DomainError => new DomainError('pupils-own-activity', 409);
export const alreadyWritten = (): DomainError => new DomainError('reflection-exists', 409);
