import { readReceipt, receiptCode } from './receipt.rules.js';

test('a code is read back however it was written down', () => {
  expect(receiptCode('a3f099c241be')).toBe('A3F0-99C2-41BE');
  for (const typed of ['A3F0-99C2-41BE', 'a3f0 99c2 41be', ' A3FO99C24lBE '])
    expect(readReceipt(typed)).toBe('a3f099c241be');
});

test.each(['', 'A3F0', 'A3F0-99C2-41BE-1', 'X3F0-99C2-41BE', '%3F0-99C2-41BE'])(
  'what is no code is none: %s',
  (typed) => expect(readReceipt(typed)).toBeNull(),
);
