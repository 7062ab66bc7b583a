import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
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

/**
 * What no field of any request takes: a text with a NUL, for which PostgreSQL has no place, and the names that every
 * object has, which class-transformer would pass over in silence.
 */
export function unfitFor(value: unknown, field = ''): FieldFault[] {
  if (typeof value === 'string') return value.includes('\0') ? [{ field, code: 'unusable-character' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]): FieldFault[] => {
    const at = field === '' ? name : `${field}.${name}`;
    if (!Array.isArray(value) && name in Object.prototype) return [{ field: at, code: 'unknown-field' }];
    return unfitFor(part, at);
  });
}

/** A field with null is one that was left out: where the DTO has a default it gets that. */
function withDefaults(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(withDefaults);
  if (typeof value !== 'object' || value === null || value.constructor === Object) return;
  const dto = value as Record<string, unknown>;
  const untouched = new (value.constructor as new () => Record<string, unknown>)();
  for (const [name, part] of Object.entries(dto)) {
    if (part === null) dto[name] = untouched[name] ?? null;
    else withDefaults(part);
  }
}

/** Body and query become the DTO that the route declares, or a 422 that names each field at fault. */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      exceptionFactory: validationFaults,
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' && metadata.type !== 'query') return super.transform(value, metadata);
    const faults = unfitFor(value);
    if (faults.length > 0) throw invalid(faults);
    const request: unknown = await super.transform(value, metadata);
    withDefaults(request);
    return request;
  }
}
