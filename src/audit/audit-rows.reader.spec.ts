import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { headsOfCopy, rowsOfCopy } from './audit-rows.reader.js';
import { type AuditRow, rowColumns } from './canonical.rules.js';

/** Copies as psql exports them; what is read from a running database is in test/audit-verify.e2e-spec.ts. */
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-copy-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
let files = 0;
const copy = (columns: readonly string[], ...lines: string[]): string => {
  const file = path.join(dir, `${++files}.csv`);
  fs.writeFileSync(file, [columns.join(','), ...lines, ''].join('\n'));
  return file;
};
async function all<T>(parts: AsyncIterable<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for await (const part of parts) rows.push(...part);
  return rows;
}

const cells: Record<keyof AuditRow, string> = {
  chain_id: 'c1',
  seq: '1',
  chain: 'pupil',
  at: '2026-11-16 11:00:00+01',
  request_id: 'r',
  actor_id: '',
  actor_role: 'decaan',
  actor_school_id: 's',
  action: 'section.read',
  outcome: 'allowed',
  sections: '"{lob,profile}"',
  basis: '""',
  purpose: '',
  pupil_ids: '{}',
  subject_ids: '{}',
  school_id: 's',
  prev_hash: '\\x00ff',
  hash: '\\xabcd',
  form: '2',
  on_behalf_of: '',
  share_id: '',
  reason: '"NULL"',
};
const line = (more: Partial<typeof cells> = {}): string =>
  rowColumns.map((name) => ({ ...cells, ...more })[name]).join(',');
const rows = (...lines: string[]): Promise<AuditRow[]> => all(rowsOfCopy(copy(rowColumns, ...lines)));

test('a row is read as the database says it: what is not there is null, an empty text is empty', async () => {
  expect(await rows(line())).toEqual([
    {
      ...cells,
      at: '1794823200.000000',
      actor_id: null,
      sections: '{lob,profile}',
      basis: '',
      purpose: null,
      prev_hash: '00ff',
      hash: 'abcd',
      on_behalf_of: null,
      share_id: null,
      reason: 'NULL',
    },
  ]);
});

test('bytes are what stands after the sign for bytes, and only there', async () => {
  const [row] = await rows(line({ hash: 'ab\\xcd', prev_hash: '\\x\\x01' }));
  expect(row).toMatchObject({ hash: 'ab\\xcd', prev_hash: '\\x01' });
});

test.each([
  ['2026-11-16 11:00:00+01', '1794823200.000000'],
  ['2026-11-16 11:00:00.5+01', '1794823200.500000'],
  ['2026-11-16 10:00:00.000001+00', '1794823200.000001'],
  ['2026-11-16 15:30:00.123456+05:30', '1794823200.123456'],
  ['2026-11-16 15:30:00+0530', '1794823200.000000'],
  ['2026-11-16 05:00:00-05', '1794823200.000000'],
  ['infinity', 'infinity'],
  ['2026-11-16', '2026-11-16'],
  ['2026-11-16T11:00:00+01', '2026-11-16T11:00:00+01'],
  ['2026-11-16 11:00:00', '2026-11-16 11:00:00'],
  ['2026-11-16 11:00:00.1234567+01', '2026-11-16 11:00:00.1234567+01'],
  ['x2026-11-16 11:00:00+01', 'x2026-11-16 11:00:00+01'],
  ['2026-11-16 11:00:00+01x', '2026-11-16 11:00:00+01x'],
])('a moment %s is %s', async (at, expected) => {
  expect((await rows(line({ at })))[0]!.at).toBe(expected);
});

test('the order is that of chain and number, and numbers are no texts', async () => {
  const ordered = [line({ seq: '9' }), line({ seq: '10' }), line({ chain_id: 'c2', seq: '1' })];
  expect((await rows(...ordered)).map(({ chain_id, seq }) => chain_id + seq)).toEqual(['c19', 'c110', 'c21']);
  expect(await rows(line(), line())).toHaveLength(2); // twice the same is for the verifier to tell
  for (const wrong of [
    [line({ seq: '2' }), line({ seq: '1' })],
    [line({ seq: '10' }), line({ seq: '9' })],
    [line({ chain_id: 'c2' }), line({ chain_id: 'c1', seq: '5' })],
  ])
    await expect(rows(...wrong)).rejects.toThrow(/\.csv is not in order; export it with: order by chain_id, seq$/);
});

test('a column that is not there is told', async () => {
  const file = copy(['chain_id', 'seq'], 'c,1');
  await expect(all(rowsOfCopy(file))).rejects.toThrow(`${file} has no column chain`);
  await expect(all(headsOfCopy(file))).rejects.toThrow(`${file} has no column mac`);
});

test('heads are read likewise', async () => {
  const file = copy(['chain_id', 'seq', 'mac'], 'c1,3,\\x0a', 'c2,1,\\x0b');
  expect(await all(headsOfCopy(file))).toEqual([
    { chain_id: 'c1', seq: '3', mac: '0a' },
    { chain_id: 'c2', seq: '1', mac: '0b' },
  ]);
  expect(await all(headsOfCopy(copy(['chain_id', 'seq', 'mac'])))).toEqual([]);
});

test.each([4999, 5000, 5001])('%i of them come in parts of five thousand', async (number) => {
  const lines = Array.from({ length: number }, (_, n) => `c,${n},\\x`);
  const sizes: number[] = [];
  for await (const part of headsOfCopy(copy(['chain_id', 'seq', 'mac'], ...lines))) sizes.push(part.length);
  expect(sizes).toEqual(number > 5000 ? [5000, number - 5000] : [number]);
});
