import { createHash, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { SealedRow } from './chain-check.rules.js';
import { type Head, isSigned, parseHead, parseSeal, type Seal, sha256 } from './heads-file.rules.js';
import type { SealedChain } from './verification.rules.js';

/** What stands in the file of signed heads, entry by entry, with what is wrong with it. */
export interface HeadsFile {
  entries: number;
  newest: Seal | null;
  faults: string[];
  /** Entries that a crash cut short; the one after it holds the same again. */
  torn: number;
  /** Rows that a restored back-up had lost, as the service itself wrote down. */
  lost: number;
  sealed: AsyncGenerator<SealedChain[]>;
}

/** Lines of heads that may wait in memory; what is more goes to a file per bucket of chains. */
const HELD = 100_000;

/** Reads and checks the file. `until`: what was sealed later counts for nothing, for a copy of the audit of that time. */
export async function readHeadsFile(file: string, keys: readonly KeyObject[], until?: Date): Promise<HeadsFile> {
  const buckets = new Buckets();
  const { size } = fs.statSync(file); // what is added while we read is for the next time
  const faults: string[] = [];
  const read: HeadsFile = { entries: 0, newest: null, faults, torn: 0, lost: 0, sealed: buckets.chains() };
  const good = new Map<number, Seal['kind']>();
  let previous: { line: string; seal: Seal } | null = null;
  for await (const entry of entriesOf(file, size)) {
    if (!entry) {
      read.torn++;
      continue;
    }
    const { begin, seal, line, digest, heads } = entry;
    const name = `signed heads, entry ${seal.number}`;
    if (!isSigned(seal, keys)) faults.push(`${name}: the signature does not fit`);
    else if (seal.digest !== digest || seal.heads !== heads)
      faults.push(`${name}: its lines are not those that were signed`);
    else {
      if (seal.number !== (previous?.seal.number ?? 0) + 1 || seal.previous !== (previous ? sha256(previous.line) : ''))
        faults.push(
          `${name}: does not follow entry ${previous?.seal.number ?? 0}; entries are missing or stand elsewhere`,
        );
      previous = { line, seal };
      if (until && new Date(seal.at) > until) continue;
      read.entries++;
      read.newest = seal;
      good.set(begin, seal.kind);
    }
  }
  read.lost = await buckets.fill(file, size, good);
  return read;
}

interface Entry {
  /** Line on which it begins. */
  begin: number;
  seal: Seal;
  line: string;
  digest: string;
  heads: number;
}

const linesOf = (file: string, size: number): AsyncIterable<string> =>
  size === 0
    ? readline.createInterface({ input: fs.createReadStream('/dev/null') })
    : readline.createInterface({ input: fs.createReadStream(file, { end: size - 1 }), crlfDelay: Infinity });

/** Null: an entry that was cut short. */
async function* entriesOf(file: string, size: number): AsyncGenerator<Entry | null> {
  let number = 0;
  let begin: number | null = null;
  let heads = 0;
  let digest = createHash('sha256');
  for await (const line of linesOf(file, size)) {
    number++;
    if (line.startsWith('begin ')) {
      if (begin !== null) yield null;
      begin = number;
      heads = 0;
      digest = createHash('sha256');
    } else if (line.startsWith('seal ')) {
      // A seal that cannot be read is one that was cut short, or spoilt: then the next one does not follow.
      const seal = parseSeal(line);
      yield seal && { begin: begin ?? number, seal, line, digest: digest.digest('hex'), heads };
      begin = null;
      digest = createHash('sha256');
    } else if (begin !== null) {
      heads++;
      digest.update(`${line}\n`);
    }
  }
  if (begin !== null) yield null;
}

/** Heads by the beginning of the chain's id, so that never all chains are in memory and the order is that of the table. */
class Buckets {
  private readonly held = Array.from({ length: 256 }, () => [] as string[]);
  private count = 0;
  private dir: string | undefined;

  /** Answers how many rows were lost by restoring. */
  async fill(file: string, size: number, good: ReadonlyMap<number, Seal['kind']>): Promise<number> {
    let number = 0;
    let kind: Seal['kind'] | undefined;
    let lost = 0;
    const restored = [...good.values()].includes('restored');
    for await (const line of linesOf(file, size)) {
      number++;
      if (line.startsWith('begin ')) kind = good.get(number);
      else if (line.startsWith('seal '))
        kind = undefined; // what stands between two entries nobody signed
      else if (kind) this.add(`${kind} ${line}`);
    }
    if (restored) for (const chains of this.each()) for (const { lostRows } of chains) lost += lostRows;
    return lost;
  }

  private add(line: string): void {
    const bucket = parseInt(line.slice(line.indexOf(' ') + 1, line.indexOf(' ') + 3), 16);
    if (Number.isNaN(bucket)) return;
    this.held[bucket]!.push(line);
    if (++this.count < HELD) return;
    this.dir ??= fs.mkdtempSync(path.join(os.tmpdir(), 'audit-heads-'));
    for (const [i, lines] of this.held.entries()) {
      if (lines.length === 0) continue;
      fs.appendFileSync(path.join(this.dir, String(i)), `${lines.join('\n')}\n`, { mode: 0o600 });
      this.held[i] = [];
    }
    this.count = 0;
  }

  async *chains(): AsyncGenerator<SealedChain[]> {
    try {
      for (const chains of this.each()) yield await Promise.resolve(chains);
    } finally {
      if (this.dir) fs.rmSync(this.dir, { recursive: true, force: true });
    }
  }

  private *each(): Generator<(SealedChain & { lostRows: number })[]> {
    for (const [i, lines] of this.held.entries()) {
      const spilt = this.dir && path.join(this.dir, String(i));
      const earlier = spilt && fs.existsSync(spilt) ? fs.readFileSync(spilt, 'utf8').trimEnd().split('\n') : [];
      yield byChain([...earlier, ...lines]);
    }
  }
}

function byChain(lines: readonly string[]): (SealedChain & { lostRows: number })[] {
  const chains = new Map<string, { rows: SealedRow[]; lostRows: number }>();
  for (const line of lines) {
    const at = line.indexOf(' ');
    const head = parseHead(line.slice(at + 1));
    if (!head) continue;
    const chain = chains.get(head.chain) ?? { rows: [], lostRows: 0 };
    chains.set(head.chain, line.startsWith('restored ') ? afterRestore(chain, head) : withHead(chain, head));
  }
  return [...chains]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([chain, { rows, lostRows }]) => ({ chain, rows, lostRows }));
}

interface Known {
  rows: SealedRow[];
  lostRows: number;
}
function withHead(known: Known, { seq, hash }: Head): Known {
  known.rows.push({ seq, hash });
  return known;
}
/** From here on the chain is as short as the back-up was. */
function afterRestore({ rows, lostRows }: Known, { seq, hash }: Head): Known {
  const highest = rows.reduce((most, row) => Math.max(most, row.seq), 0);
  const kept = rows.filter((row) => row.seq <= seq);
  return {
    rows: seq > 0 ? [...kept, { seq, hash }] : kept,
    lostRows: lostRows + Math.max(0, highest - seq),
  };
}
