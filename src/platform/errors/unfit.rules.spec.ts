import { expect, test } from '@jest/globals';
import { unfitFor } from './unfit.rules.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

test('what a request may look like', () => {
  const body = { title: 'Open dag', competences: ['netwerken'], pupils: [{ pupilId: 'x', remark: '' }], none: null };
  expect(unfitFor(body)).toEqual([]);
  expect(unfitFor(nested(8))).toEqual([]);
  expect(unfitFor(Array.from({ length: 500 }, () => ({ a: 1 })))).toEqual([]);
});

test.each([
  [
    'a control character, wherever it stands',
    { rows: [{}, { remark: 'a\u0000b' }] },
    'rows.1.remark',
    'unusable-character',
  ],
  [
    'the name of what every object has',
    JSON.parse('{"a":{"__proto__":{"role":"decaan"}}}'),
    'a.__proto__',
    'unknown-field',
  ],
  ['its constructor', JSON.parse('{"constructor":1}'), 'constructor', 'unknown-field'],
  ['the prototype', { prototype: 1 }, 'prototype', 'unknown-field'],
  ['a list in a list', { rows: [[]] }, 'rows', 'unknown-field'],
  ['a list without end', { rows: Array.from({ length: 2001 }, () => 1) }, 'rows', 'unknown-field'],
  ['too deep', nested(10), 'a.a.a.a.a.a.a.a.a', 'unknown-field'],
  ['too wide', Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, 1])), 'f100', 'unknown-field'],
])('%s is refused by name', (_, body: unknown, field, code) => {
  expect(unfitFor(body)).toEqual([{ field, code }]);
});

test('a body of brackets alone does not use up the stack', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  expect(unfitFor({ a: deep })).toHaveLength(1);
});
