import type { ValidationError } from '@nestjs/common';
import { type DomainError, type FieldFault, invalid } from './domain-error.js';

/** One fault per field: the first message, which is a code of the message catalogue (or class-validator's own text). */
export const fieldFaults = (errors: ValidationError[], prefix = ''): FieldFault[] =>
  errors.flatMap((error) => [
    ...Object.entries(error.constraints ?? {})
      .slice(0, 1)
      .map(([name, message]) => ({
        field: prefix + error.property,
        code: name === 'whitelistValidation' ? 'unknown-field' : message,
      })),
    ...fieldFaults(error.children ?? [], `${prefix}${error.property}.`),
  ]);

export const validationFaults = (errors: ValidationError[]): DomainError => invalid(fieldFaults(errors));
