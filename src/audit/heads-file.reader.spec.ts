import { createHash, createPublicKey } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type HeadsFile, readHeadsFile } from './heads-file.reader.js';
import { beginLine, type Head, headLine, type Seal, sealLine, sha256, signingKey } from './heads-file.rules.js';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-heads-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
let files = 0;
const fileOf = (text: string): string => {
  const file = path.join(dir, String(++files));
  fs.writeFileSync(file, text);
  return file;
};

const key = signingKey(Buffer.alloc(32, 1));
const otherKey = signingKey(Buffer.alloc(32, 2));
const publicKeys = [createPublicKey(key)];
const chain = (n: number): string =>
  `${(n % 256).toString(16).padStart(2, '0')}000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const hash = (n: number): string => sha256(String(n));
const head = (n: number, seq: number): Head => ({ chain: chain(n), seq, hash: hash(seq) });

/** A file as the service writes it, entry after entry. */
class Written {
  text = '';
  number = 0;
  last = '';

  entry(heads: readonly Head[], more: Partial<Seal> = {}, by = key): this {
    const lines = heads.map(headLine).join('');
    const seal = {
      number: ++this.number,
      at: `2026-11-16T10:0${this.number}:00.000Z`,
      kind: 'heads' as const,
      heads: heads.length,
      digest: createHash('sha256').update(lines).digest('hex'),
      previous: this.last === '' ? '' : sha256(this.last),
      ...more,
    };
    this.last = sealLine(seal, by);
    this.text += `${beginLine(seal.kind)}${lines}${this.last}\n`;
    return this;
  }
  /** What a crash left of an entry. */
  torn(text: string): this {
    this.text += text;
    return this;
  }
  get file(): string {
    return fileOf(this.text);
  }
}
const begin = 'begin heads\n';

interface Read extends Omit<HeadsFile, 'sealed' | 'newest'> {
  newest: number | null;
  /** Per chain the numbers of the rows that were sealed. */
  chains: Record<string, number[]>;
}
async function read(file: string, until?: string): Promise<Read> {
  const { sealed, newest, ...rest } = await readHeadsFile(file, publicKeys, until ? new Date(until) : undefined);
  const found: [string, number[]][] = [];
  for await (const part of sealed)
    for (const { chain: id, rows } of part) {
      for (const { seq, hash: said } of rows) expect(said).toBe(hash(seq));
      found.push([id, rows.map(({ seq }) => seq)]);
    }
  expect(found.map(([id]) => id)).toEqual(found.map(([id]) => id).sort());
  return { ...rest, newest: newest?.number ?? null, chains: Object.fromEntries(found) };
}
const well = { faults: [], torn: 0, lost: 0 };

test('an empty file says nothing', async () => {
  expect(await read(fileOf(''))).toEqual({ ...well, entries: 0, newest: null, chains: {} });
});

test('of each chain every row that was sealed is known, chain after chain', async () => {
  const { file } = new Written().entry([head(259, 1), head(3, 5), head(1, 2)]).entry([head(1, 4)]);
  expect(await read(file)).toEqual({
    ...well,
    entries: 2,
    newest: 2,
    chains: { [chain(1)]: [2, 4], [chain(3)]: [5], [chain(259)]: [1] },
  });
});

test('also when a later entry says less than an earlier one', async () => {
  const { file } = new Written().entry([head(1, 5)]).entry([head(1, 3)]);
  expect(await read(file)).toMatchObject({ lost: 0, chains: { [chain(1)]: [5, 3] } });
});

describe('what is wrong with an entry', () => {
  const three = (): Written => new Written().entry([head(1, 1)]);

  test('somebody else signed it; it counts for nothing, and the next one does not follow', async () => {
    const { file } = three()
      .entry([head(1, 2)], {}, otherKey)
      .entry([head(1, 3)]);
    expect(await read(file)).toEqual({
      ...well,
      entries: 2,
      newest: 3,
      faults: [
        'signed heads, entry 2: the signature does not fit',
        'signed heads, entry 3: does not follow entry 1; entries are missing or stand elsewhere',
      ],
      chains: { [chain(1)]: [1, 3] },
    });
  });

  const notSigned = ['signed heads, entry 2: its lines are not those that were signed'];
  test.each<[what: string, more: Partial<Seal>]>([
    ['another digest', { digest: sha256('') }],
    ['another number of lines', { heads: 2 }],
  ])('%s', async (_, more) => {
    expect(await read(three().entry([head(1, 2)], more).file)).toEqual({
      ...well,
      entries: 1,
      newest: 1,
      faults: notSigned,
      chains: { [chain(1)]: [1] },
    });
  });

  test.each<[what: string, more: Partial<Seal>, number: number]>([
    ['a number too high', { number: 3 }, 3],
    ['a number again', { number: 1 }, 1],
    ['it names another one before it', { previous: sha256('x') }, 2],
    ['it names none before it', { previous: '' }, 2],
  ])('%s', async (_, more, number) => {
    const { faults } = await read(three().entry([head(1, 2)], more).file);
    expect(faults).toEqual([
      `signed heads, entry ${number}: does not follow entry 1; entries are missing or stand elsewhere`,
    ]);
  });

  test('its beginning was taken out', async () => {
    const { text } = three();
    const { faults, chains } = await read(fileOf(text.slice(begin.length)));
    expect([faults, chains]).toEqual([['signed heads, entry 1: its lines are not those that were signed'], {}]);
  });

  test('the first one is missing', async () => {
    const all = three().entry([head(1, 2)]).text;
    const { faults } = await read(fileOf(all.slice(all.lastIndexOf(begin))));
    expect(faults).toEqual(['signed heads, entry 2: does not follow entry 0; entries are missing or stand elsewhere']);
  });

  test('a line stands where no entry is; it counts for nothing', async () => {
    const written = new Written().torn(headLine(head(9, 9))).entry([head(1, 1)]);
    written.torn(headLine(head(9, 10)));
    expect(await read(written.entry([head(1, 2)]).file)).toEqual({
      ...well,
      entries: 2,
      newest: 2,
      chains: { [chain(1)]: [1, 2] },
    });
  });

  test('a line in it that is no head counts for nothing', async () => {
    const odd = [{ chain: 'zz', seq: 1, hash: '' }, { chain: '01', seq: 1, hash: '' }, head(1, 1)];
    expect(await read(new Written().entry(odd).file)).toEqual({
      ...well,
      entries: 1,
      newest: 1,
      chains: { [chain(1)]: [1] },
    });
  });
});

describe('an entry that a crash cut short', () => {
  test.each([
    ['after its beginning', begin],
    ['in the middle', begin + headLine(head(1, 2))],
    ['in a line', `${begin}${headLine(head(1, 2)).slice(0, 20)}\n`],
    ['in its seal', `${begin}${headLine(head(1, 2))}seal {"number":2,"at":"20\n`],
  ])('%s counts for nothing, and the next one holds the same again', async (_, rest) => {
    const written = new Written().entry([head(1, 1)]).torn(rest);
    const alone = await read(written.file);
    expect(alone).toEqual({ ...well, entries: 1, newest: 1, torn: 1, chains: { [chain(1)]: [1] } });
    expect(await read(written.entry([head(1, 2)]).file)).toEqual({
      ...well,
      entries: 2,
      newest: 2,
      torn: 1,
      chains: { [chain(1)]: [1, 2] },
    });
  });
  test('a seal without a beginning', async () => {
    const written = new Written()
      .entry([head(1, 1)])
      .torn('seal {\n')
      .entry([head(1, 2)]);
    expect(await read(written.file)).toMatchObject({ entries: 2, torn: 1, faults: [] });
  });
});

test('what is added while the file is read is for the next time', async () => {
  const written = new Written().entry([head(1, 1)]);
  const { file } = written;
  const reading = readHeadsFile(file, publicKeys);
  fs.appendFileSync(file, new Written().entry([head(1, 2)]).text);
  expect(await reading).toMatchObject({ ...well, entries: 1 });
});

describe('until a moment', () => {
  const { file } = new Written()
    .entry([head(1, 1)])
    .entry([head(1, 2)])
    .entry([head(1, 3)]);
  test.each([
    ['2026-11-16T10:00:59.999Z', []],
    ['2026-11-16T10:01:00.000Z', [1]],
    ['2026-11-16T10:02:59.999Z', [1, 2]],
    ['2026-11-16T10:03:00.000Z', [1, 2, 3]],
  ])('%s: what was signed later counts for nothing, and is checked all the same', async (until, rows) => {
    expect(await read(file, until)).toEqual({
      ...well,
      entries: rows.length,
      newest: rows.at(-1) ?? null,
      chains: rows.length > 0 ? { [chain(1)]: rows } : {},
    });
  });
});

describe('after a back-up was put back', () => {
  const before = (): Written =>
    new Written().entry([head(1, 4), head(2, 4), head(3, 2)]).entry([head(1, 7), head(2, 6)]);
  const restored = { kind: 'restored' } as const;

  test('the chains are as short as it was, and what was lost is counted', async () => {
    const { file } = before().entry([head(1, 4), { ...head(3, 0), hash: '' }], restored);
    expect(await read(file)).toEqual({
      ...well,
      entries: 3,
      newest: 3,
      lost: 3 + 2,
      chains: { [chain(1)]: [4, 4], [chain(2)]: [4, 6], [chain(3)]: [] },
    });
  });
  test('they grow again from there', async () => {
    const { file } = before()
      .entry([head(1, 5)], restored)
      .entry([head(1, 6)]);
    expect(await read(file)).toMatchObject({ lost: 2, chains: { [chain(1)]: [4, 5, 6] } });
  });
  test('a line that somebody put behind it takes nothing away', async () => {
    const { file } = before()
      .entry([head(2, 4)], restored)
      .torn(headLine({ ...head(1, 0), hash: '' }));
    expect(await read(file)).toMatchObject({ lost: 2, chains: { [chain(1)]: [4, 7], [chain(2)]: [4, 4] } });
  });
  test('twice counts twice', async () => {
    const { file } = before()
      .entry([head(1, 5)], restored)
      .entry([head(1, 8)])
      .entry([head(1, 4)], restored);
    expect(await read(file)).toMatchObject({ lost: 2 + 4, chains: { [chain(1)]: [4, 4] } });
  });
  test('where nothing was lost nothing is counted', async () => {
    const { file } = before().entry([head(1, 9)], restored);
    expect(await read(file)).toMatchObject({ lost: 0, chains: { [chain(1)]: [4, 7, 9] } });
  });
  test('an entry of later than the moment that is asked for takes nothing away', async () => {
    const { file } = before().entry([head(1, 4)], restored);
    expect(await read(file, '2026-11-16T10:02:00.000Z')).toMatchObject({
      lost: 0,
      chains: { [chain(1)]: [4, 7] },
    });
  });
});

test('more heads than fit in memory go by way of a folder, which is gone afterwards', async () => {
  const chains = Array.from({ length: 256 }, (_, n) => 2 * n);
  const written = new Written();
  for (let at = 1; at <= 400; at++)
    written.entry(
      chains.map((n) => head(n, at)),
      { at: '2026-11-16T10:00:00.000Z' },
    );
  const folders = (): string[] => fs.readdirSync(os.tmpdir()).filter((name) => name.startsWith('audit-heads-'));
  const before = new Set(folders());
  const { file } = written;
  const { sealed, entries, faults } = await readHeadsFile(file, publicKeys);
  expect([entries, faults]).toEqual([400, []]);
  const own = folders().filter((name) => !before.has(name) && fs.existsSync(path.join(os.tmpdir(), name, '254')));
  expect(own.length).toBeGreaterThan(0);
  for (const name of own) expect(fs.statSync(path.join(os.tmpdir(), name, '0')).mode & 0o777).toBe(0o600);
  const seen: string[] = [];
  for await (const part of sealed)
    for (const { chain: id, rows } of part) {
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
      seen.push(id);
    }
  expect(seen).toEqual(chains.map(chain).sort());
  expect(own.filter((name) => fs.existsSync(path.join(os.tmpdir(), name)))).toEqual([]);
});
