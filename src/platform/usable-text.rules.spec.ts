import { expect, test } from '@jest/globals';
import { isUsable, withoutUnusable } from './usable-text.rules.js';

test.each([
  'Zoë liep stage\nbij de bakker.\tLeuk!\r\n',
  'Çağla İrem Öztürk',
  '‏رهف الحسن‎',
  '李美',
  '👩🏽‍🔧 met een sleutel',
  'e\u0301 los geschreven',
  'een­afbreekteken',
])('%j is a text', (text) => {
  expect(isUsable(text)).toBe(true);
  expect(withoutUnusable(text)).toBe(text);
});

test.each([
  ['NUL', 'a\u0000b'],
  ['escape', 'a\u001bb'],
  ['bell', 'a\u0007b'],
  ['delete', 'a\u007fb'],
  ['a second control set', 'a\u0085b'],
  ['half of a pair', 'a\ud800b'],
  ['the other half', 'a\udfffb'],
  ['a turned direction', 'a\u202eb'],
  ['an isolate', 'a\u2067b'],
  ['no character', 'a\uffffb'],
])('%s is not', (_, text) => {
  expect(isUsable(text)).toBe(false);
  expect(withoutUnusable(text)).toBe('ab');
});
