import type { ApiDocumentOfBuild, Schema } from './api-document.js';

/** A schema with what it refers to in its place. */
export function resolved(schema: Schema, document: ApiDocumentOfBuild): Schema {
  if (schema.$ref) return resolved(document.components.schemas[schema.$ref.split('/').at(-1)!]!, document);
  const [only] = schema.allOf ?? [];
  // Nest writes `allOf: [one]` where a reference has a description or may be null.
  return only && schema.allOf!.length === 1 ? { ...resolved(only, document), nullable: schema.nullable } : schema;
}

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;
const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

/**
 * What an answer says that its description does not, or the other way round. Strict: a field that is not declared is a
 * fault, and so is a declared one of another type or a missing one that is always there.
 */
export function differences(value: unknown, asked: Schema, document: ApiDocumentOfBuild, at = ''): string[] {
  const schema = resolved(asked, document);
  const kind = kindOf(value);
  const place = at || 'the answer';
  if (schema.oneOf) {
    const tried = schema.oneOf.map((one) => differences(value, one, document, at));
    return tried.some((faults) => faults.length === 0) ? [] : tried[0]!;
  }
  if (kind === 'null') return schema.nullable ? [] : [`${place} is null`];
  const expected = schema.type === 'number' && kind === 'integer' ? 'integer' : schema.type;
  if (expected !== kind) return [`${place} is ${kind}, not ${String(schema.type)}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${place} is none of ${schema.enum.join(', ')}`];
  const format = schema.format ? formats[schema.format] : undefined;
  if (format && !format.test(value as string)) return [`${place} is no ${schema.format}`];
  if (Array.isArray(value)) {
    if (!schema.items) return [`${place} has items that are not described`];
    return value.flatMap((item) => differences(item, schema.items!, document, `${at}[]`));
  }
  return kind === 'object' ? fieldDifferences(value as Record<string, unknown>, schema, document, at) : [];
}

function fieldDifferences(
  value: Record<string, unknown>,
  schema: Schema,
  document: ApiDocumentOfBuild,
  at: string,
): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const path = (name: string): string => (at ? `${at}.${name}` : name);
  const missing = required.filter((name) => !(name in value)).map((name) => `${path(name)} is missing`);
  const found = Object.entries(value).flatMap(([name, part]) => {
    if (properties[name]) return differences(part, properties[name], document, path(name));
    if (typeof additionalProperties === 'object') return differences(part, additionalProperties, document, path('*'));
    return [`${path(name)} is not described`];
  });
  return [...missing, ...found];
}
