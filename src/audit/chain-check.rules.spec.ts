import { type AuditRow, headMac, rowHash } from './canonical.rules.js';
import { ChainCheck, type Fault, type SealedRow, type StoredHead } from './chain-check.rules.js';

const CHAIN = '0b6cd9f5-0000-4000-8000-000000000001';
const key = Buffer.alloc(32, 7);
/** When the first row was written; each next one a second later. */
const BEGAN = 1_795_000_000;

const row = (seq: number, prev_hash: string, more: Partial<AuditRow> = {}): AuditRow => {
  const unsealed: AuditRow = {
    chain_id: CHAIN,
    seq: String(seq),
    chain: 'pupil',
    at: `${BEGAN + seq}.000000`,
    request_id: 'r',
    actor_id: 'a',
    actor_role: 'mentor',
    actor_school_id: 's',
    action: 'section.read',
    outcome: 'allowed',
    sections: '{lob}',
    basis: 'mentor',
    purpose: null,
    pupil_ids: '{}',
    subject_ids: '{}',
    school_id: 's',
    prev_hash,
    hash: '',
    form: '2',
    on_behalf_of: null,
    share_id: null,
    reason: null,
    ...more,
  };
  return { ...unsealed, hash: rowHash(unsealed, key)! };
};
/** A chain as it is written. */
function chainOf(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq++) rows.push(row(seq, rows.at(-1)?.hash ?? ''));
  return rows;
}
const headOf = (rows: readonly AuditRow[]): StoredHead => {
  const { seq, hash } = rows.at(-1)!;
  return { chain_id: CHAIN, seq, mac: headMac(CHAIN, seq, hash, key) };
};
const sealed = (...rows: AuditRow[]): SealedRow[] => rows.map(({ seq, hash }) => ({ seq: Number(seq), hash }));
const without = (rows: readonly AuditRow[], ...numbers: number[]): AuditRow[] =>
  rows.filter(({ seq }) => !numbers.includes(Number(seq)));
/** With other words in it, and the hash of before. */
const spoilt = (rows: readonly AuditRow[], ...numbers: number[]): AuditRow[] =>
  rows.map((one) => (numbers.includes(Number(one.seq)) ? { ...one, basis: 'consent' } : one));

interface Given {
  head?: StoredHead | null;
  sealed?: SealedRow[];
  sealedAt?: number | null;
}
function check(rows: readonly AuditRow[], given: Given = {}): Omit<Fault, 'chain'>[] {
  const checked = new ChainCheck(CHAIN, key, given.sealed ?? [], given.sealedAt ?? null);
  rows.forEach((one) => checked.row(one));
  expect(checked.rows).toBe(rows.length);
  const faults = checked.end(given.head === undefined ? headOf(chainOf(whole.length)) : given.head);
  return faults.map(({ chain, ...fault }) => {
    expect(chain).toBe(CHAIN);
    return fault;
  });
}
const whole = chainOf(5);

test('a chain that is what was written has no fault, with or without signed heads', () => {
  expect(check(whole)).toEqual([]);
  expect(check(whole, { sealed: sealed(whole[1]!, whole[4]!) })).toEqual([]);
  expect(check(whole, { sealed: sealed(whole[4]!, whole[1]!) })).toEqual([]);
  expect(check([], { head: null })).toEqual([]);
});

describe('changed', () => {
  const changed = (at: number, text = 'is not what was written') => [{ row: at, kind: 'changed', text }];
  test.each([1, 3, 5])('row %i says something else than it did', (n) => {
    expect(check(spoilt(whole, n))).toEqual(changed(n));
  });
  test('several are told as one, with how many more', () => {
    expect(check(spoilt(whole, 2, 4, 5))).toEqual(changed(2, 'and 2 more are not what was written'));
  });
  test('another hash in the row; the next one is not told for it', () => {
    const rows = whole.map((one) => (one.seq === '3' ? { ...one, hash: whole[0]!.hash } : one));
    expect(check(rows)).toEqual(changed(3));
  });
  test('written anew with the key: the next row was not written after it', () => {
    const rows = whole.map((one) => (one.seq === '3' ? row(3, one.prev_hash, { basis: 'consent' }) : one));
    expect(check(rows)).toEqual(changed(3, 'is not the one that the next row was written after'));
  });
  test('also when nothing says where the chain ends', () => {
    expect(check(spoilt(whole, 5), { head: null })).toEqual([
      ...changed(5),
      { row: 5, kind: 'head missing', text: 'nothing in the database says that the chain ends here' },
    ]);
  });
  test('hundreds of them are counted, though few are kept', () => {
    const rows = chainOf(260);
    const all = rows.map(({ seq }) => Number(seq)).filter((seq) => seq > 5);
    expect(check(spoilt(rows, ...all), { head: headOf(rows) })).toEqual(
      changed(6, 'and 254 more are not what was written'),
    );
  });
});

describe('moved', () => {
  const renumbered = (rows: readonly AuditRow[], numbers: Record<string, string>): AuditRow[] =>
    rows.map((one) => ({ ...one, seq: numbers[one.seq] ?? one.seq })).sort((a, b) => Number(a.seq) - Number(b.seq));

  test('two rows in each other’s place', () => {
    expect(check(renumbered(whole, { 2: '4', 4: '2' }))).toEqual([
      { row: 2, kind: 'moved', text: 'was written as row 4' },
    ]);
  });
  test.each([
    ['one further', { 5: '6' }, 6, 5, [{ row: 5, kind: 'removed', text: 'is missing' }]],
    ['one back', { 5: '4' }, 4, 5, [{ row: 5, kind: 'cut off', text: 'rows 5 to 5 are missing' }]],
  ] as const)('the last row to %s', (_, numbers, at, from, more) => {
    const faults = check(renumbered(whole, numbers));
    expect(faults).toContainEqual({ row: at, kind: 'moved', text: `was written as row ${from}` });
    for (const fault of more) expect(faults).toContainEqual(fault);
    expect(faults.some(({ kind }) => kind === 'changed')).toBe(false);
  });
  test('is looked for among twenty rows, not among more', () => {
    const rows = chainOf(30);
    const swaps = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [String(n + 1), String(n % 2 === 0 ? n + 2 : n)]),
    );
    const twenty = renumbered(rows, swaps);
    expect(check(twenty, { head: headOf(rows) })).toEqual([{ row: 1, kind: 'moved', text: 'was written as row 2' }]);
    expect(check(spoilt(twenty, 30), { head: headOf(rows) })).toEqual([
      { row: 1, kind: 'changed', text: 'and 20 more are not what was written' },
    ]);
  });
});

describe('removed', () => {
  test.each([1, 2, 4])('row %i', (n) => {
    expect(check(without(whole, n))).toEqual([{ row: n, kind: 'removed', text: 'is missing' }]);
  });
  test('several at once', () => {
    expect(check(without(whole, 2, 3, 4))).toEqual([{ row: 2, kind: 'removed', text: 'to 4 are missing' }]);
  });
  test('before a row that was changed', () => {
    expect(check(spoilt(without(whole, 3), 4))).toEqual([
      { row: 3, kind: 'removed', text: 'is missing' },
      { row: 4, kind: 'changed', text: 'is not what was written' },
    ]);
  });
  test('also a sealed one; the one after it is not taken for it', () => {
    expect(check(without(whole, 3), { sealed: sealed(whole[2]!, whole[4]!) })).toEqual([
      { row: 3, kind: 'removed', text: 'is missing' },
    ]);
  });
});

describe('inserted', () => {
  test('a row that stands there twice', () => {
    expect(check([...whole.slice(0, 3), ...whole.slice(2)])).toEqual([
      { row: 3, kind: 'inserted', text: 'stands there twice' },
    ]);
  });
  test('an earlier one again', () => {
    expect(check([...whole.slice(0, 3), whole[0]!, whole[3]!, whole[4]!])).toEqual([
      { row: 1, kind: 'inserted', text: 'stands there twice' },
      { row: 3, kind: 'changed', text: 'is not the one that the next row was written after' },
    ]);
  });
  test('a row put behind the end', () => {
    expect(check([...whole, { ...whole[2]!, seq: '9' }])).toEqual(
      [
        { row: 6, kind: 'removed', text: 'to 8 are missing' },
        { row: 9, kind: 'inserted', text: 'was put behind the end of the chain at 5' },
        { row: 5, kind: 'head changed', text: 'the database says that the chain ends here; it ends at 9' },
      ].sort((a, b) => a.row - b.row),
    );
  });
  test('behind where it was sealed, when nothing else says where it ends', () => {
    const faults = check([...whole, { ...whole[2]!, seq: '6' }], { head: null, sealed: sealed(whole[4]!) });
    expect(faults).toContainEqual({ row: 6, kind: 'inserted', text: 'was put behind the end of the chain at 5' });
  });
});

describe('the end', () => {
  test('rows are missing up to where the database says', () => {
    expect(check(whole.slice(0, 3))).toEqual([{ row: 4, kind: 'cut off', text: 'rows 4 to 5 are missing' }]);
  });
  test('or up to where it was sealed', () => {
    const early = headOf(whole.slice(0, 3));
    expect(check(whole.slice(0, 3), { head: early, sealed: sealed(whole[4]!) })).toEqual([
      { row: 4, kind: 'cut off', text: 'rows 4 to 5 are missing' },
    ]);
    expect(check(whole.slice(0, 3), { head: null, sealed: sealed(whole[4]!) })).toEqual([
      { row: 3, kind: 'head missing', text: 'nothing in the database says that the chain ends here' },
      { row: 4, kind: 'cut off', text: 'rows 4 to 5 are missing' },
    ]);
  });
  test('the whole chain is gone', () => {
    const gone = [{ row: 1, kind: 'gone', text: 'all 5 rows are missing' }];
    expect(check([])).toEqual(gone);
    expect(check([], { head: null, sealed: sealed(whole[4]!) })).toEqual(gone);
  });
  test('nothing says where it ends', () => {
    expect(check(whole, { head: null })).toEqual([
      { row: 5, kind: 'head missing', text: 'nothing in the database says that the chain ends here' },
    ]);
  });
  test('what says where it ends says too little', () => {
    expect(check(whole, { head: headOf(whole.slice(0, 2)) })).toEqual([
      { row: 2, kind: 'head changed', text: 'the database says that the chain ends here; it ends at 5' },
    ]);
  });
  test('or fits another row', () => {
    expect(check(whole, { head: { ...headOf(whole), mac: headOf(whole.slice(0, 4)).mac } })).toEqual([
      { row: 5, kind: 'head changed', text: 'the seal on the end of the chain does not fit' },
    ]);
  });
});

describe('against the signed heads', () => {
  test('a chain written anew with the key is not what was sealed', () => {
    const anew = whole.slice(0, 2);
    for (let seq = 3; seq <= 5; seq++) anew.push(row(seq, anew.at(-1)!.hash, { basis: 'consent' }));
    const given = { head: headOf(anew) };
    expect(check(anew, given)).toEqual([]);
    expect(check(anew, { ...given, sealed: sealed(whole[0]!, whole[3]!) })).toEqual([
      { row: 4, kind: 'not as sealed', text: 'is not the row that was sealed' },
    ]);
  });

  const told = [{ row: 1, kind: 'never sealed', text: 'is older than the newest signed heads and is not under them' }];
  test.each([
    [BEGAN + 1 + 600, [], []],
    [BEGAN + 1 + 601, [], told],
    [BEGAN + 100_000, sealed(whole[4]!), []],
    [null, [], []],
  ] as const)(
    'a chain that was kept out of them shows ten minutes later: sealed at %s',
    (sealedAt, heads, expected) => {
      expect(check(whole, { sealedAt, sealed: [...heads] })).toEqual(expected);
    },
  );
  test('only what comes after the last sealed row was kept out, and only what is whole', () => {
    const late = { sealedAt: BEGAN + 100_000, sealed: sealed(whole[2]!) };
    expect(check(whole, late)).toEqual([{ ...told[0], row: 4 }]);
    expect(check(spoilt(whole, 4, 5), late)).toEqual([
      { row: 4, kind: 'changed', text: 'and 1 more are not what was written' },
    ]);
  });
});
