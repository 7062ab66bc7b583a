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
    const request: unknown = await super.transform(value, metadata);
    withDefaults(request);
    return request;
  }
}
