import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldFault } from '../../platform/errors/domain-error.js';

type Read = (value: unknown) => unknown;
const asNumber: Read = (value) =>
  typeof value === 'string' && /^-?\d{1,12}([.,]\d{1,6})?$/.test(value) ? Number(value.replace(',', '.')) : value;

/** How the text of a form is read for what the DTO asks of a field. */
const readers: Record<string, Read> = {
  isBoolean: (value) => (value === 'on' || value === 'true' ? true : value === 'false' ? false : value),
  isInt: asNumber,
  isNumber: asNumber,
  isArray: (value) => (typeof value === 'string' ? [value] : value),
};

/**
 * A form has text only. What the DTO declares with @IsBoolean, @IsInt, @IsNumber or @IsArray is read as such, so that
 * one DTO serves the form and stays strict for JSON. An unchecked box is absent and keeps the default of the DTO.
 */
export function readAsTyped<V>(value: V): V {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) readAsTyped(item);
  } else if (typeof value === 'object' && value !== null) {
    readFields(value as Record<string, unknown>);
  }
  return value;
}

function readFields(dto: Record<string, unknown>): void {
  const type: unknown = dto.constructor;
  if (typeof type === 'function' && type !== Object) {
    for (const rule of getMetadataStorage().getTargetValidationMetadatas(type, '', true, false)) {
      const read = readers[rule.name ?? ''];
      const name = rule.propertyName;
      if (!read || !Object.hasOwn(dto, name)) continue;
      const old = dto[name];
      dto[name] = rule.each && Array.isArray(old) ? old.map(read) : read(old);
    }
  }
  for (const [name, value] of Object.entries(dto)) {
    // Unticked boxes of a group leave holes.
    if (isTexts(value)) dto[name] = value.filter((text) => text !== undefined);
    else readAsTyped(value);
  }
}
const isTexts = (value: unknown): value is (string | undefined)[] =>
  Array.isArray(value) && value.every((item) => item === undefined || typeof item === 'string');

const absence = ['isDefined', 'isNotEmpty', 'arrayNotEmpty', 'isString', 'isIn', 'isUuid', 'isDateString', 'isArray'];
const isKey = (message: string): boolean => /^[a-z0-9][a-z0-9.-]*$/i.test(message);

/**
 * One fault per field, in the order of the DTO. A message that is a key of the catalogue is the code; for a rule without
 * one the code is `invalid.<rule>`, and the text has its limit.
 */
export function faultsOf(errors: ValidationError[], prefix = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const own = faultOf(error, prefix + error.property);
    return [...(own ? [own] : []), ...faultsOf(error.children ?? [], `${prefix}${error.property}.`)];
  });
}

function faultOf({ constraints = {}, value }: ValidationError, field: string): FieldFault | undefined {
  const empty = value === undefined || value === null || value === '';
  const found = Object.entries(constraints);
  const rank = ([rule]: [string, string]): number => (empty && absence.includes(rule) ? absence.indexOf(rule) : 99);
  const [rule, message] = found.sort((a, b) => rank(a) - rank(b))[0] ?? [];
  if (rule === undefined || message === undefined) return undefined;
  if (isKey(message)) return { field, code: message };
  if (empty) return { field, code: 'invalid.required' };
  const limit = /min|max|length/i.test(rule) ? message.match(/\d+/g)?.at(-1) : undefined;
  return { field, code: `invalid.${rule}`, ...(limit ? { params: { limit } } : {}) };
}
