import fc from 'fast-check';
import { canonical, fingerprintOf, type Plain } from './fingerprint.rules.js';

const { value: plain } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value')),
  ),
}));
const shuffled = (value: Plain): Plain => {
  if (Array.isArray(value)) return (value as Plain[]).map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, Plain>)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  );
};
const same = (a: Plain, b: Plain): boolean => {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
};

test('the order in which facts are written makes no difference, and what is written reads back', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(canonical(shuffled(value))).toBe(canonical(value));
      expect(JSON.parse(canonical(value))).toEqual(value);
      expect(fingerprintOf(shuffled(value))).toBe(fingerprintOf(value));
    }),
  );
});

test('other facts are written in another way', () => {
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(canonical(a) === canonical(b)).toBe(same(a, b));
    }),
  );
});

test('one letter, one yes or one place in a list is another fingerprint', () => {
  const receipt = { pupil: 'Noor', answers: [{ agreed: true }, { agreed: false }], until: null };
  const all = [
    receipt,
    { ...receipt, pupil: 'Noortje' },
    { ...receipt, answers: [{ agreed: true }, { agreed: true }] },
    { ...receipt, answers: [{ agreed: false }, { agreed: true }] },
    { ...receipt, until: '' },
    { ...receipt, more: null },
  ].map(fingerprintOf);
  expect(new Set(all).size).toBe(all.length);
  expect(fingerprintOf({ b: 1, a: ['x', null] })).toBe(
    '51ea4a015bf57b32336168fc743a8366704ee3f1c1b5668a57068719f24a4d8f',
  );
});
