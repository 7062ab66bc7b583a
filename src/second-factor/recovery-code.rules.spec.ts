import { newRecoveryCodes, recoveryDigest } from './recovery-code.rules.js';

it('there are ten, all different, without signs that look alike', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
});

it('what is stored is the same however the code is typed, and another for each account and installation', () => {
  const digest = recoveryDigest('geheim', 'a', 'ABCD2345WXYZ');
  expect(recoveryDigest('geheim', 'a', ' abcd 2345-wxyz')).toEqual(digest);
  expect(recoveryDigest('geheim', 'b', 'ABCD2345WXYZ')).not.toEqual(digest);
  expect(recoveryDigest('ander', 'a', 'ABCD2345WXYZ')).not.toEqual(digest);
  expect(recoveryDigest('geheim', 'a', 'ABCD2345WXYY')).not.toEqual(digest);
});
