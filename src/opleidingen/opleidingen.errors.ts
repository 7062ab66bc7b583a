import { DomainError, invalid } from '../platform/errors/domain-error.js';
import type { CreboFault, FileFault } from './crebo-list.types.js';

/** The same crebo code in the same leerweg at the same location is one programme. */
export const opleidingExists = (): DomainError =>
  new DomainError('opleiding-exists', 409, {}, [{ field: 'crebo', code: 'opleiding-exists' }]);
export const locationUnknown = (): DomainError => invalid([{ field: 'locationId', code: 'location-unknown' }]);
export const fileMissing = (): DomainError => invalid([{ field: 'file', code: 'list-missing' }]);
/** Nothing of the file could be read. */
export const fileUnreadable = ({ code, params }: FileFault): DomainError => invalid([{ field: 'file', code, params }]);

export const notInList = (fields: string[]): DomainError =>
  invalid(fields.map((field) => ({ field, code: 'not-in-list' })));
export const nothingChosen = (): DomainError =>
  new DomainError('nothing-chosen', 422, {}, [{ field: 'opleidingen', code: 'nothing-chosen' }]);
/** All or nothing: one faulty row among what was chosen stops the rest. */
export const chosenRowsFaulty = (faults: CreboFault[]): DomainError => {
  const params = { count: new Set(faults.map(({ line }) => line)).size, line: faults[0]?.line ?? 0 };
  return new DomainError('chosen-rows-faulty', 422, params, [
    { field: 'opleidingen', code: 'chosen-rows-faulty', params },
  ]);
};
