import { createPublicKey } from 'node:crypto';
import {
  beginLine,
  headLine,
  isSigned,
  parseHead,
  parseSeal,
  publicKeyText,
  readPublicKey,
  type Seal,
  sealLine,
  sha256,
  signingKey,
} from './heads-file.rules.js';

const chain = '0b6cd9f5-1234-4000-8000-000000000001';
const hash = 'ab'.repeat(32);

describe('a line of an entry', () => {
  test('says chain, number and hash', () => {
    expect(headLine({ chain, seq: 12, hash })).toBe(`${chain} 12 ${hash}\n`);
    expect(beginLine('heads')).toBe('begin heads\n');
    expect(beginLine('restored')).toBe('begin restored\n');
  });
  test('is read again', () => {
    expect(parseHead(`${chain} 12 ${hash}`)).toEqual({ chain, seq: 12, hash });
    expect(parseHead(`${chain} 0 `)).toEqual({ chain, seq: 0, hash: '' });
    expect(parseHead(`${chain} ${'9'.repeat(15)} ${hash}`)).toMatchObject({ seq: 999_999_999_999_999 });
  });
  test.each([
    '',
    `x${chain} 12 ${hash}`,
    `${chain} 12 ${hash}x`,
    `${chain}0 12 ${hash}`,
    `${chain.slice(1)} 12 ${hash}`,
    `${chain.toUpperCase()} 12 ${hash}`,
    `${chain}  ${hash}`,
    `${chain} x ${hash}`,
    `${chain} ${'9'.repeat(16)} ${hash}`,
    `${chain} 12 ${hash.slice(1)}`,
    `${chain} 12 ${'g'.repeat(64)}`,
  ])('is nothing else: %s', (line) => expect(parseHead(line)).toBeNull());
});

const key = signingKey(Buffer.alloc(32, 1));
const publicKey = createPublicKey(key);
const content = {
  number: 7,
  at: '2026-11-16T10:00:00.000Z',
  kind: 'heads',
  heads: 2,
  digest: sha256('lines'),
  previous: sha256('before'),
} as const;
const seal = parseSeal(sealLine(content, key))!;

describe('the seal', () => {
  test('is one line that says what was signed, by which key', () => {
    const line = sealLine(content, key);
    expect(line).toMatch(/^seal \{"number":7,"at":"2026-11-16T10:00:00.000Z","kind":"heads","heads":2,"digest":"/);
    expect(line).not.toContain('\n');
    expect(seal).toEqual({
      ...content,
      key: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
      signature: expect.stringMatching(/^[\w+/]{86}==$/) as string,
    });
  });
  test('fits its key, and no other', () => {
    const other = createPublicKey(signingKey(Buffer.alloc(32, 2)));
    expect(isSigned(seal, [publicKey])).toBe(true);
    expect(isSigned(seal, [other, publicKey])).toBe(true);
    expect(isSigned(seal, [other])).toBe(false);
    expect(isSigned(seal, [])).toBe(false);
  });
  test.each<[keyof Seal, unknown]>([
    ['number', 8],
    ['at', '2026-11-16T10:00:00.001Z'],
    ['kind', 'restored'],
    ['heads', 3],
    ['digest', sha256('other')],
    ['previous', ''],
    ['key', 'another'],
    ['signature', sealLine({ ...content, number: 8 }, key).slice(-92, -2)],
  ])('does not fit when its %s is another', (field, value) => {
    expect(isSigned({ ...seal, [field]: value }, [publicKey])).toBe(false);
  });
  test.each(['number', 'at', 'kind', 'heads', 'digest', 'previous', 'key', 'signature'] as const)(
    'is none without its %s, or with another kind of value there',
    (field) => {
      const { [field]: value, ...rest } = seal;
      const wrong = typeof value === 'string' ? 1 : '1';
      expect(parseSeal(`seal ${JSON.stringify(rest)}`)).toBeNull();
      expect(parseSeal(`seal ${JSON.stringify({ ...rest, [field]: wrong })}`)).toBeNull();
      if (typeof value === 'number') expect(parseSeal(`seal ${JSON.stringify({ ...rest, [field]: 1.5 })}`)).toBeNull();
      expect(parseSeal(`seal ${JSON.stringify({ ...rest, [field]: value })}`)).toEqual(seal);
    },
  );
  test.each(['', 'seal', 'seal {', 'seal null', 'seal "x"'])('is none: %s', (line) => {
    expect(parseSeal(line)).toBeNull();
  });
});

describe('the key', () => {
  /** What was signed years ago has to fit years later: these may never change. */
  test('that follows from the key of the audit is always the same one', () => {
    expect(publicKeyText(key)).toBe('OdwqRL71PgfR2GYVGj/uytbopK3wT6Z7m6m1gM/YaBI=');
    expect(publicKeyText(signingKey(Buffer.alloc(32, 2)))).not.toBe(publicKeyText(key));
  });
  test('of its own does not follow from it', () => {
    const secret = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'); // RFC 8032, 7.1
    const expected = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    expect(publicKeyText(signingKey(Buffer.alloc(32, 1), secret))).toBe(expected.toString('base64'));
    expect(publicKeyText(signingKey(Buffer.alloc(32, 2), secret))).toBe(expected.toString('base64'));
  });
  test('is handed on as 32 bytes in base64', () => {
    expect(isSigned(seal, [readPublicKey(publicKeyText(key))])).toBe(true);
    expect(() => readPublicKey('AAAA')).toThrow();
  });
  test('has a name that is in the seal', () => expect(seal.key).toBe('11568fa7e4ffafc4'));
});

test('and the seal is always the same line: a signature of Ed25519 has no chance in it', () => {
  expect(sealLine(content, key)).toBe(
    'seal {"number":7,"at":"2026-11-16T10:00:00.000Z","kind":"heads","heads":2,' +
      '"digest":"5ea44c3961f16643e614435496b16115aa6d75458b5cc3fd5398aae291f3126b",' +
      '"previous":"6db7d803e74f1ffa7d8f5adc0bf95b3e15bf4c8373fffadf546227cc6c6742cb","key":"11568fa7e4ffafc4",' +
      '"signature":"SYxE00iZkjBHJ0XZ7p8qlN56sM3m4tavIx+3JX3ESSwzEKUq7aIcs5CzSedapR5HMbhZttiRWduX2ADG+M0UDA=="}',
  );
});

test('sha256 is what everyone calls so', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
