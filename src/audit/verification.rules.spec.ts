import { type AuditRow, headMac, rowHash } from './canonical.rules.js';
import type { Fault, StoredHead } from './chain-check.rules.js';
import { type Counts, type SealedChain, verifyAll } from './verification.rules.js';

const key = Buffer.alloc(32, 3);

function chain(chain_id: string, length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const row: AuditRow = {
      chain_id,
      seq: String(seq),
      chain: 'pupil',
      at: '1795000000.000000',
      request_id: 'r',
      actor_id: null,
      actor_role: 'mentor',
      actor_school_id: null,
      action: 'section.read',
      outcome: 'allowed',
      sections: '{}',
      basis: null,
      purpose: null,
      pupil_ids: '{}',
      subject_ids: '{}',
      school_id: null,
      prev_hash: rows.at(-1)?.hash ?? '',
      hash: '',
      form: '2',
      on_behalf_of: null,
      share_id: null,
      reason: null,
    };
    rows.push({ ...row, hash: rowHash(row, key)! });
  }
  return rows;
}
const head = (rows: AuditRow[]): StoredHead => {
  const { chain_id, seq, hash } = rows.at(-1)!;
  return { chain_id, seq, mac: headMac(chain_id, seq, hash, key) };
};
const sealed = (rows: AuditRow[]): SealedChain => ({
  chain: rows[0]!.chain_id,
  rows: [{ seq: rows.length, hash: rows.at(-1)!.hash }],
});
async function* inParts<T>(...parts: T[][]): AsyncGenerator<T[]> {
  for (const part of parts) yield await Promise.resolve(part);
}
async function verify(
  rows: AuditRow[][],
  heads: StoredHead[][],
  signed: SealedChain[][] = [],
  sealedAt: number | null = null,
): Promise<Counts & { told: string[] }> {
  const told: Fault[] = [];
  const given = { rows: inParts(...rows), heads: inParts(...heads), sealed: inParts(...signed), sealedAt, key };
  const counts = await verifyAll(given, (fault) => told.push(fault));
  return { ...counts, told: told.map(({ chain: of, row, kind }) => `${of} ${row} ${kind}`) };
}
const [a, b, c] = [chain('a', 3), chain('b', 1), chain('c', 4)];
const all = [...a, ...b, ...c];
const heads = [a, b, c].map(head);
const signed = [a, b, c].map(sealed);

test('nothing at all is well', async () => {
  expect(await verify([], [])).toEqual({ rows: 0, chains: 0, faults: 0, faultyChains: 0, told: [] });
});

test.each([
  ['all in one part', [all], [heads], [signed]],
  ['row by row', all.map((row) => [row]), heads.map((one) => [one]), signed.map((one) => [one])],
  ['with parts that are empty', [[], a, [], [], [...b, ...c], []], [[], heads, []], [[], signed, []]],
  [
    'cut in the middle of a chain',
    [all.slice(0, 2), all.slice(2, 6), all.slice(6)],
    [heads.slice(0, 2), heads.slice(2)],
    [signed],
  ],
])('holds rows, heads and signed heads of each chain against each other: %s', async (_, rows, ends, seals) => {
  expect(await verify(rows, ends, seals)).toEqual({ rows: 8, chains: 3, faults: 0, faultyChains: 0, told: [] });
});

test('a chain that is in one of them alone is looked at too', async () => {
  expect(await verify([[...a, ...c]], [heads], [signed])).toEqual({
    rows: 7,
    chains: 3,
    faults: 1,
    faultyChains: 1,
    told: ['b 1 gone'],
  });
  expect((await verify([a], [[]], [[]])).told).toEqual(['a 3 head missing']);
  expect((await verify([], [[heads[1]!]])).told).toEqual(['b 1 gone']);
  expect((await verify([], [], [[signed[2]!]])).told).toEqual(['c 1 gone']);
});

test('tells the faults chain by chain, and counts them', async () => {
  const spoilt = [...a.filter(({ seq }) => seq !== '2'), ...b, ...c.map((row) => ({ ...row, basis: 'own' }))];
  expect(await verify([spoilt], [[heads[1]!, heads[2]!]])).toEqual({
    rows: 7,
    chains: 3,
    faults: 3,
    faultyChains: 2,
    told: ['a 2 removed', 'a 3 head missing', 'c 1 changed'],
  });
});

test('knows when the heads were signed', async () => {
  expect((await verify([b], [[heads[1]!]], [], 1_795_000_601)).told).toEqual(['b 1 never sealed']);
  expect((await verify([b], [[heads[1]!]], [], 1_795_000_600)).told).toEqual([]);
});
