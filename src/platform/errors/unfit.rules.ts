import { isUsable } from '../usable-text.rules.js';
import type { FieldFault } from './domain-error.js';

/** Far beyond what any request has; without a limit a message of brackets uses up the stack. */
const deepest = 8;
/** More fields than any object of a request; 40,000 that are all unknown would take a second to refuse one by one. */
const widest = 100;
/** Longer than any list; each thing in it would be looked at before the list is found too long. */
const longest = 2000;

/**
 * What no field of any request takes, whatever the route: a text with a character that cannot be kept or shown, the
 * names that every object has (class-transformer would pass over them in silence), a list in a list or without end.
 */
export function unfitFor(value: unknown, field = '', depth = 0): FieldFault[] {
  if (typeof value === 'string') return isUsable(value) ? [] : [{ field, code: 'unusable-character' }];
  if (typeof value !== 'object' || value === null) return [];
  const unknown = (name: string): FieldFault[] => [{ field: name, code: 'unknown-field' }];
  if (depth > deepest) return unknown(field);
  const place = (name: string | number): string => (field === '' ? String(name) : `${field}.${name}`);
  if (Array.isArray(value))
    return value.length > longest || value.some((part) => Array.isArray(part))
      ? unknown(field)
      : value.flatMap((part, i) => unfitFor(part, place(i), depth + 1));
  const names = Object.keys(value);
  if (names.length > widest) return unknown(place(names[widest]!));
  return names.flatMap((name) =>
    name in Object.prototype || name === 'prototype'
      ? unknown(place(name))
      : unfitFor((value as Record<string, unknown>)[name], place(name), depth + 1),
  );
}
