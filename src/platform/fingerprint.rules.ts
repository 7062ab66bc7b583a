import { createHash } from 'node:crypto';

/** What a receipt or an export is made of: texts, whole numbers, yes and no, lists and objects. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** One way to write down the same facts (RFC 8785): keys in order, no spaces. */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${(value as readonly Plain[]).map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, Plain>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

/** The same for the print and the JSON of the same facts, and another one when a single letter differs. */
export const fingerprintOf = (value: Plain): string => createHash('sha256').update(canonical(value)).digest('hex');
