import type { AuditRow } from './canonical.rules.js';
import { ChainCheck, type Fault, type SealedRow, type StoredHead } from './chain-check.rules.js';

/** Rows in the order of chain and number, in parts. */
export type Parts<T> = AsyncIterable<readonly T[]>;
export interface SealedChain {
  chain: string;
  rows: SealedRow[];
}
export interface Verification {
  rows: Parts<AuditRow>;
  heads: Parts<StoredHead>;
  /** In the order of the chains. */
  sealed: Parts<SealedChain>;
  /** When the newest heads were sealed, in seconds; null without a file of signed heads. */
  sealedAt: number | null;
  key: Buffer;
}
export interface Counts {
  rows: number;
  chains: number;
  faults: number;
  faultyChains: number;
}

/** Goes along the whole audit once, holding rows, heads and signed heads against each other; memory stays as it is. */
export async function verifyAll(given: Verification, tell: (fault: Fault) => void): Promise<Counts> {
  const rows = new Ahead(given.rows);
  const heads = new Ahead(given.heads);
  const sealed = new Ahead(given.sealed);
  const counts: Counts = { rows: 0, chains: 0, faults: 0, faultyChains: 0 };
  for (;;) {
    await Promise.all([rows.fill(), heads.fill(), sealed.fill()]);
    const chains = [rows.first?.chain_id, heads.first?.chain_id, sealed.first?.chain].filter((id) => id !== undefined);
    if (chains.length === 0) return counts;
    const chain = chains.reduce((least, id) => (id < least ? id : least));
    const known = sealed.first?.chain === chain ? sealed.take().rows : [];
    const head = heads.first?.chain_id === chain ? heads.take() : null;
    const check = new ChainCheck(chain, given.key, known, given.sealedAt);
    while (rows.first?.chain_id === chain) {
      check.row(rows.take());
      if (!rows.first) await rows.fill();
    }
    const faults = check.end(head);
    faults.forEach(tell);
    counts.rows += check.rows;
    counts.chains++;
    counts.faults += faults.length;
    counts.faultyChains += faults.length > 0 ? 1 : 0;
  }
}

/** A stream in parts, of which the next one can be looked at. */
class Ahead<T> {
  private readonly source: AsyncIterator<readonly T[]>;
  private part: readonly T[] = [];
  private at = 0;
  private done = false;

  constructor(source: Parts<T>) {
    this.source = source[Symbol.asyncIterator]();
  }
  get first(): T | undefined {
    return this.part[this.at];
  }
  take(): T {
    return this.part[this.at++]!;
  }
  async fill(): Promise<void> {
    while (!this.done && this.at >= this.part.length) {
      const next = await this.source.next();
      this.done = next.done === true;
      this.part = next.done ? [] : next.value;
      this.at = 0;
    }
  }
}
