import { DomainError } from '../platform/errors/domain-error.js';

/** There are faults in the file; mend them and read it again. */
export const importRefused = (faults: number): DomainError => new DomainError('import-refused', 409, { faults });
/** Not applied in time, so what was read is not kept any more. */
export const importExpired = (): DomainError => new DomainError('import-expired', 409);
