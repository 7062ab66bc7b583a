import type { ApiDocumentOfBuild, Schema } from './api-document.js';
import { resolved } from './schema-check.js';

/** A JSON text with one value changed; a text, because `__proto__` cannot be put into an object otherwise. */
export interface Change {
  /** The field that the answer has to name. */
  field: string;
  what: string;
  body: string;
}
type Path = readonly (string | number)[];

const long = (most: number): string => 'x'.repeat(most + 1);
const unusable = ['a\u0000b', 'a\u001b[31mb', 'a\ud800b', 'a\u202eb'];
const notText: unknown[] = [7, true, {}, [[]], ['a'], { length: 1 }];
const notDay = ['2026-13-01', '2026-02-30', '31-02-2026', '2026-1-1', '0000-01-01', 'morgen', ''];
const notId = ['7', '', '00000000-0000-0000-0000-00000000000g', "' or 1=1 --", '../../etc/passwd'];
const notNumber: unknown[] = ['7', 1.5, 1e308, -1e308, {}, [1], true];

/** Values that a field like this does not take. */
function badFor(schema: Schema, name: string): unknown[] {
  if (schema.enum) return ['geen-van-alle', `${String(schema.enum[0])} `, '', 7, {}, [schema.enum[0]]];
  switch (schema.type ?? 'string') {
    case 'boolean':
      return ['misschien', 1, 0, '', {}, [true]];
    case 'integer':
    case 'number':
      return [
        ...notNumber,
        ...(schema.minimum === undefined ? [] : [schema.minimum - 1]),
        ...(schema.maximum === undefined ? [] : [schema.maximum + 1]),
      ];
    case 'array':
      return ['geen lijst', 7, true, { 0: 'a', length: 1 }, [null], [[]], [{}], Array.from({ length: 3000 }, () => '')];
    case 'object':
      return ['geen', 7, [], true];
    default:
      return [
        ...notText,
        ...unusable,
        ...(isId(schema, name) ? notId : isDay(name) ? notDay : []),
        ...(schema.maxLength === undefined ? [] : [long(schema.maxLength), '😀'.repeat(schema.maxLength + 1)]),
        'x'.repeat(500_000),
      ];
  }
}
const isId = ({ format }: Schema, name: string): boolean => format === 'uuid' || /Ids?$/.test(name);
const isDay = (name: string): boolean => /(On|Day|until|plannedStart|from)$/.test(name);

/** What nobody may set by sending it: who and whose it is, since when it counts, and what every object has. */
const never = [
  'id',
  'pupilId',
  'schoolId',
  'version',
  'role',
  'roles',
  'kind',
  'actor',
  'createdAt',
  'inForceSince',
  'withdrawnAt',
  'loggedBy',
  'accountId',
  'custody',
  'disabled',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
];

/** Every change to this body that makes it one that no route takes. `sample` is one that would do. */
export function badChanges(sample: unknown, asked: Schema, document: ApiDocumentOfBuild): Change[] {
  const found: Change[] = [];
  const visit = (value: unknown, wanted: Schema, path: Path): void => {
    const schema = resolved(wanted, document);
    if (schema.type === 'array') {
      if (Array.isArray(value) && value.length > 0 && schema.items) visit(value[0], schema.items, [...path, 0]);
      return;
    }
    if (!schema.properties || typeof value !== 'object' || value === null) return;
    for (const name of never)
      if (!(name in schema.properties) || name in Object.prototype)
        found.push({
          field: [...path, name].join('.'),
          what: 'unasked',
          body: withValue(sample, [...path, name], 'x'),
        });
    for (const [name, part] of Object.entries(schema.properties)) {
      const at = [...path, name];
      const add = (what: string, changed: unknown): void =>
        void found.push({ field: at.join('.'), what, body: withValue(sample, at, changed) });
      const field = resolved(part, document);
      for (const bad of badFor(field, name)) add((JSON.stringify(bad) ?? '').slice(0, 40), bad);
      if (schema.required?.includes(name)) {
        add('nothing', undefined);
        if (!field.nullable) add('null', null);
      }
      visit((value as Record<string, unknown>)[name], part, at);
    }
  };
  visit(sample, asked, []);
  return found;
}

const marker = 'here-it-goes-0f3a';
function withValue(sample: unknown, path: Path, value: unknown): string {
  const copy = structuredClone(sample) as Record<string | number, unknown>;
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((part, key) => part[key] as never, copy);
  if (value === undefined) {
    delete parent[last];
    return JSON.stringify(copy);
  }
  Object.defineProperty(parent, last, { value: marker, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(copy).replace(`"${marker}"`, () => JSON.stringify(value));
}

/** A body that this schema takes; ids come from `idFor`, what else it cannot know from the name of the field. */
export async function sampleOf(
  asked: Schema,
  document: ApiDocumentOfBuild,
  idFor: (name: string) => Promise<string>,
  name = '',
): Promise<unknown> {
  const schema = resolved(asked, document);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (schema.type === 'array') return schema.items ? [await sampleOf(schema.items, document, idFor, name)] : [];
  if (schema.properties) {
    const fields: [string, unknown][] = [];
    for (const [field, part] of Object.entries(schema.properties))
      fields.push([field, await sampleOf(part, document, idFor, field)]);
    return Object.fromEntries(fields);
  }
  if (isId(schema, name)) return idFor(name);
  if (name === 'recipients') return idFor('pupilId');
  if (name === 'plannedStart') return '2027-08-01';
  if (isDay(name)) return name === 'startsOn' || name === 'from' ? '2026-11-10' : '2026-12-10';
  if (/email/i.test(name)) return 'iemand@school.example';
  if (/phone/i.test(name)) return '0612345678';
  if (/crebo/i.test(name)) return '25180';
  if (name === 'opleidingen') return '25180-bol';
  return 'Een gewone tekst van iemand'.slice(0, schema.maxLength);
}
