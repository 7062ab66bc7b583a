import { derivedKey, seal, unseal } from './sealing.rules.js';

const key = derivedKey('een geheim van deze installatie', 'test');
const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'account 1');

it('gives back what was sealed, where it belongs', () => {
  expect(unseal(key, sealed, 'account 1')).toBe('JBSWY3DPEHPK3PXP');
  expect(seal(key, 'JBSWY3DPEHPK3PXP', 'account 1')).not.toEqual(sealed);
});

it('does not open elsewhere, with the key of another purpose or of another installation', () => {
  expect(unseal(key, sealed, 'account 2')).toBeNull();
  expect(unseal(derivedKey('een geheim van deze installatie', 'iets anders'), sealed, 'account 1')).toBeNull();
  expect(unseal(derivedKey('een ander geheim', 'test'), sealed, 'account 1')).toBeNull();
});

it('does not open with any bit changed, or cut short', () => {
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(unseal(key, changed, 'account 1')).toBeNull();
  }
  for (let length = 0; length < sealed.length; length++)
    expect(unseal(key, sealed.subarray(0, length), 'account 1')).toBeNull();
});
