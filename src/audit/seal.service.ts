import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { readHeadsFile } from './heads-file.reader.js';
import {
  beginLine,
  type Head,
  headLine,
  parseSeal,
  type Seal,
  sealLine,
  type SealKind,
  sha256,
} from './heads-file.rules.js';

export interface SealOptions {
  /** The file of signed heads. */
  file: string;
  key: KeyObject;
  /** Also heads that did not move since the entry before. */
  all?: boolean;
}
export interface SealOutcome {
  /** The new entry; null when nothing had moved. */
  entry: number | null;
  heads: number;
  /** Chains that end before where they were sealed, or whose last row is gone: something took them away. */
  shorter: string[];
}

const PART = 5000;
/** Of two that seal at once, one waits. */
const LOCK = 7_513_004;

/**
 * Writes down, outside the database and signed, where each chain ends now. Whoever has the database, and even the key of
 * the chain, cannot put an older state back or take a chain away without this file telling. In a transaction of the jobs
 * login, which commits afterwards: after a crash in between, the next entry holds the same again.
 */
export async function sealHeads(client: pg.ClientBase, options: SealOptions): Promise<SealOutcome> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const entry = new NewEntry(options, 'heads', rows[0]!.at);
  const shorter: string[] = [];
  const all = options.all === true || entry.isFirst;
  await client.query(`declare heads no scroll cursor for select * from audit_heads(${all})`);
  for (let more = true; more;) {
    const part = await client.query<{ chain_id: string; seq: string; hash: Buffer | null; sealed: string }>(
      `fetch ${PART} from heads`,
    );
    more = part.rows.length === PART;
    const longer = part.rows.filter(({ hash, seq, sealed }) => hash && BigInt(seq) >= BigInt(sealed));
    if (longer.length < part.rows.length)
      shorter.push(...part.rows.filter((row) => !longer.includes(row)).map(({ chain_id }) => chain_id));
    entry.add(longer.map(({ chain_id, seq, hash }) => ({ chain: chain_id, seq: +seq, hash: hash!.toString('hex') })));
    await client.query('select audit_sealed_until($1, $2)', [
      longer.map(({ chain_id }) => chain_id),
      longer.map(({ seq }) => seq),
    ]);
  }
  await client.query('close heads');
  return { ...entry.close(), shorter };
}

/**
 * After a back-up was put back: writes down, signed, up to where each chain still is what was sealed. What was sealed
 * beyond that is lost, and from now on known to be. Asks for the owner of the tables.
 */
export async function sealRestored(client: pg.ClientBase, options: SealOptions): Promise<SealOutcome> {
  const { sealed } = await readHeadsFile(options.file, [createPublicKey(options.key)]);
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  const entry = new NewEntry(options, 'restored', rows[0]!.at);
  for await (const chains of sealed) {
    const points = chains.flatMap(({ chain, rows }) => rows.map(({ seq, hash }) => ({ chain, seq, hash })));
    if (points.length === 0) continue;
    const found = await client.query<{ chain_id: string; seq: string }>(
      `select e.chain_id, e.seq from unnest($1::uuid[], $2::bigint[], $3::text[]) as p(chain_id, seq, hash)
         join audit_event e using (chain_id, seq) where encode(e.hash, 'hex') = p.hash`,
      [points.map(({ chain }) => chain), points.map(({ seq }) => seq), points.map(({ hash }) => hash)],
    );
    const there = new Set(found.rows.map(({ chain_id, seq }) => `${chain_id} ${seq}`));
    entry.add(
      chains.flatMap(({ chain, rows }) => {
        const kept = rows.filter(({ seq }) => there.has(`${chain} ${seq}`)).sort((a, b) => b.seq - a.seq)[0];
        return kept?.seq === Math.max(...rows.map(({ seq }) => seq)) ? [] : [{ chain, seq: 0, hash: '', ...kept }];
      }),
    );
  }
  return { ...entry.close(), shorter: [] };
}

/** An entry as it grows at the end of the file. Without lines nothing is written. */
class NewEntry {
  readonly isFirst: boolean;
  private readonly before: { seal: Seal; line: string } | null;
  private readonly digest = createHash('sha256');
  private file: number | undefined;
  private heads = 0;

  constructor(
    private readonly options: SealOptions,
    private readonly kind: SealKind,
    private readonly at: Date,
  ) {
    this.before = lastSeal(options.file);
    this.isFirst = this.before === null;
  }

  add(heads: readonly Head[]): void {
    if (heads.length === 0) return;
    const lines = heads.map(headLine).join('');
    this.file ??= this.open();
    this.digest.update(lines);
    fs.writeFileSync(this.file, lines);
    this.heads += heads.length;
  }

  /** Signs it, and waits until the disk has it. */
  close(): { entry: number | null; heads: number } {
    if (this.file === undefined) return { entry: null, heads: 0 };
    const number = (this.before?.seal.number ?? 0) + 1;
    const seal = {
      number,
      at: this.at.toISOString(),
      kind: this.kind,
      heads: this.heads,
      digest: this.digest.digest('hex'),
      previous: this.before ? sha256(this.before.line) : '',
    };
    fs.writeFileSync(this.file, `${sealLine(seal, this.options.key)}\n`);
    fs.fsyncSync(this.file);
    fs.closeSync(this.file);
    return { entry: number, heads: this.heads };
  }

  private open(): number {
    const { file } = this.options;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const handle = fs.openSync(file, 'a+', 0o600);
    const { size } = fs.fstatSync(handle);
    const end = Buffer.alloc(1);
    if (size > 0) fs.readSync(handle, end, 0, 1, size - 1);
    // A crash may have left half a line.
    fs.writeFileSync(handle, (size > 0 && end.toString() !== '\n' ? '\n' : '') + beginLine(this.kind));
    return handle;
  }
}

/** The last seal in the file, read from its end. */
function lastSeal(file: string): { seal: Seal; line: string } | null {
  if (!fs.existsSync(file)) return null;
  const handle = fs.openSync(file, 'r');
  try {
    const step = 1 << 16;
    let text = Buffer.alloc(0);
    for (let start = fs.fstatSync(handle).size; start > 0;) {
      const from = Math.max(0, start - step);
      const part = Buffer.alloc(start - from);
      fs.readSync(handle, part, 0, part.length, from);
      text = Buffer.concat([part, text]);
      start = from;
      const lines = text.toString('latin1').split('\n');
      for (const line of lines.slice(start > 0 ? 1 : 0).reverse()) {
        const seal = line.startsWith('seal ') && line.endsWith('}') ? parseSeal(line) : null;
        if (seal) return { seal, line };
      }
      text = Buffer.from(lines[0]!, 'latin1'); // may be half a line; the rest of it comes with the next part
    }
    return null;
  } finally {
    fs.closeSync(handle);
  }
}
