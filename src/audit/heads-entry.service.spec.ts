import { createPublicKey } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { HeadsEntry } from './heads-entry.service.js';
import { readHeadsFile } from './heads-file.reader.js';
import { type Head, parseSeal, type SealKind, sha256, signingKey } from './heads-file.rules.js';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-entry-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => path.join(dir, 'not', 'there', 'yet', String(++files));

const key = signingKey(Buffer.alloc(32, 1));
const at = new Date('2026-11-16T10:00:00.123Z');
const head = (n: number, seq = 1): Head => ({
  chain: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  seq,
  hash: sha256(`${n} ${seq}`),
});
const line = ({ chain, seq, hash }: Head): string => `${chain} ${seq} ${hash}\n`;
function write(file: string, heads: Head[][], kind: SealKind = 'heads'): { entry: number | null; heads: number } {
  const entry = new HeadsEntry({ file, key }, kind, at);
  heads.forEach((some) => entry.add(some));
  return entry.close();
}
const textOf = (file: string): string => fs.readFileSync(file, 'utf8');
const sealsOf = (file: string): string[] => textOf(file).match(/^seal .*$/gm) ?? [];
const check = async (file: string): Promise<unknown> => {
  const { entries, faults, torn } = await readHeadsFile(file, [createPublicKey(key)]);
  return { entries, faults, torn };
};

test('without heads nothing is written, not even a file', () => {
  const file = newFile();
  expect(write(file, [[], []])).toEqual({ entry: null, heads: 0 });
  expect(fs.existsSync(file)).toBe(false);
});

test('an entry is its beginning, its lines and its seal, in a file for its owner alone', async () => {
  const file = newFile();
  expect(write(file, [[head(1), head(2)], [], [head(3)]])).toEqual({ entry: 1, heads: 3 });
  const lines = [head(1), head(2), head(3)].map(line).join('');
  const [seal] = sealsOf(file);
  expect(textOf(file)).toBe(`begin heads\n${lines}${seal}\n`);
  expect(parseSeal(seal!)).toMatchObject({
    number: 1,
    at: '2026-11-16T10:00:00.123Z',
    kind: 'heads',
    heads: 3,
    digest: sha256(lines),
    previous: '',
  });
  expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  expect(await check(file)).toEqual({ entries: 1, faults: [], torn: 0 });
});

test('the next one follows the last, whatever its kind', async () => {
  const file = newFile();
  write(file, [[head(1)]]);
  const first = textOf(file);
  expect(write(file, [[head(1, 2)]], 'restored')).toEqual({ entry: 2, heads: 1 });
  const [before, seal] = sealsOf(file) as [string, string];
  expect(textOf(file)).toBe(`${first}begin restored\n${line(head(1, 2))}${seal}\n`);
  expect(parseSeal(seal)).toMatchObject({ number: 2, kind: 'restored', previous: sha256(before) });
  expect(write(file, [[head(1, 3)]])).toEqual({ entry: 3, heads: 1 });
  expect(await check(file)).toEqual({ entries: 3, faults: [], torn: 0 });
});

test('knows whether it is the first', () => {
  const file = newFile();
  const isFirst = (): boolean => new HeadsEntry({ file, key }, 'heads', at).isFirst;
  expect(isFirst()).toBe(true);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
  expect(isFirst()).toBe(true);
  fs.writeFileSync(file, `begin heads\n${line(head(1))}`);
  expect(isFirst()).toBe(true);
  write(file, [[head(1)]]);
  expect(isFirst()).toBe(false);
});

describe('after a crash', () => {
  test.each([
    ['in a line', `begin heads\n${line(head(2)).slice(0, 50)}`, '\n'],
    ['after a line', `begin heads\n${line(head(2))}`, ''],
    ['in a seal', `begin heads\n${line(head(2))}seal {"number":2,"at":"2026`, '\n'],
    ['in a seal that looks whole', `begin heads\n${line(head(2))}seal {"number":2}`, '\n'],
  ])('%s, the next one begins on a line of its own and follows the last whole one', async (_, rest, between) => {
    const file = newFile();
    write(file, [[head(1)]]);
    fs.appendFileSync(file, rest);
    const before = textOf(file);
    expect(write(file, [[head(2)]])).toEqual({ entry: 2, heads: 1 });
    expect(textOf(file).startsWith(`${before}${between}begin heads\n`)).toBe(true);
    expect(await check(file)).toEqual({ entries: 2, faults: [], torn: 1 });
  });
  test('in an empty file there is no empty line', () => {
    const file = newFile();
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '');
    write(file, [[head(1)]]);
    expect(textOf(file)).toMatch(/^begin heads\n/);
  });
  test('what only looks like a seal is none', () => {
    const file = newFile();
    write(file, [[head(1)]]);
    const [seal] = sealsOf(file);
    fs.appendFileSync(file, `zeal ${seal!.slice(5).replace('"number":1', '"number":8')}\n`);
    expect(write(file, [[head(2)]])).toEqual({ entry: 2, heads: 1 });
  });
  test('a seal that was cut short by a sign does not count', async () => {
    const file = newFile();
    write(file, [[head(1)]]);
    write(file, [[head(1, 2)]]);
    fs.truncateSync(file, fs.statSync(file).size - 2);
    expect(write(file, [[head(1, 2)]])).toEqual({ entry: 2, heads: 1 });
    expect(await check(file)).toEqual({ entries: 2, faults: [], torn: 1 });
  });
});

/** The end of a file is read in steps of 64 kB. */
test.each([1, 10, 600, 606, 1200, 5000])('finds the last seal behind %i lines of what a crash left', async (number) => {
  const file = newFile();
  write(file, [[head(1)]]);
  write(file, [[head(2)]]);
  for (const odd of ['', 'x', 'x'.repeat(50)]) {
    const other = newFile();
    const lines = Array.from({ length: number }, (_, n) => line(head(n))).join('');
    fs.writeFileSync(other, `${textOf(file)}begin heads\n${lines}${odd}`);
    expect(write(other, [[head(3)]])).toEqual({ entry: 3, heads: 1 });
    expect(await check(other)).toEqual({ entries: 3, faults: [], torn: 1 });
  }
});

test('finds it wherever a step begins, also in the middle of it', () => {
  const file = newFile();
  write(file, [[head(1)]]);
  const text = textOf(file);
  for (let back = 0; back <= 420; back += 7) {
    const other = newFile();
    fs.writeFileSync(other, `${text}begin heads\n${'x'.repeat((1 << 16) - 12 - back)}`);
    expect(new HeadsEntry({ file: other, key }, 'heads', at).isFirst).toBe(false);
  }
});
