import { type AuditRow, headMac, rowHash } from './canonical.rules.js';

export type FaultKind =
  | 'changed' // a row does not say what was written
  | 'moved' // a row stands at another number than it was written at
  | 'inserted' // a row that was never written here
  | 'removed' // rows are missing between others
  | 'cut off' // rows are missing at the end
  | 'gone' // the whole chain is missing
  | 'not as sealed' // whole by the key, and yet not what was sealed: written anew by someone who has the key
  | 'never sealed' // older than the last sealed heads, and kept out of them
  | 'head missing' // nothing says where the chain ends
  | 'head changed'; // what says where the chain ends does not fit its last row

export interface Fault {
  chain: string;
  /** The first row that it shows at. */
  row: number;
  kind: FaultKind;
  text: string;
}

/** Where a chain ends, as audit_head says. */
export interface StoredHead {
  chain_id: string;
  seq: string;
  mac: string;
}
/** What the file of signed heads says of a chain. */
export interface SealedRow {
  seq: number;
  hash: string;
}

/** Rows that are looked at again, to say what happened to them. */
const KEPT = 200;
/** Rows of a transaction that had not committed when the heads were sealed are a little older than the seal. */
const LATE_SECONDS = 600;

/** Goes along one chain, row by row, and tells what is wrong with it. Keeps no rows but a few that are wrong. */
export class ChainCheck {
  private readonly found: Fault[] = [];
  private readonly broken: AuditRow[] = [];
  private readonly sealed: SealedRow[];
  private readonly sealedTo: number;
  private brokenCount = 0;
  private nextSealed = 0;
  private last = 0;
  private lastHash = '';
  private lastBroken = false;
  rows = 0;

  /** @param sealedAt when the newest heads were sealed, in seconds; null without a file of signed heads */
  constructor(
    private readonly chain: string,
    private readonly key: Buffer,
    sealed: readonly SealedRow[],
    private readonly sealedAt: number | null,
  ) {
    this.sealed = sealed.toSorted((a, b) => a.seq - b.seq);
    this.sealedTo = this.sealed.at(-1)?.seq ?? 0;
  }

  row(row: AuditRow): void {
    const seq = Number(row.seq);
    this.rows++;
    const whole = rowHash(row, this.key) === row.hash;
    if (!whole) {
      this.brokenCount++;
      if (this.broken.length < KEPT) this.broken.push(row);
    } else if (seq <= this.last) this.fault('inserted', seq, `stands there twice`);
    else if (seq > this.last + 1) this.missing(this.last + 1, seq - 1);
    else if (row.prev_hash !== this.lastHash && !this.lastBroken)
      this.fault('changed', this.last, 'is not the one that the next row was written after');
    if (!whole && seq > this.last + 1) this.missing(this.last + 1, seq - 1);
    this.compareSealed(seq, row.hash);
    if (whole && seq > this.sealedTo && this.sealedAt !== null && Number(row.at) < this.sealedAt - LATE_SECONDS)
      this.fault('never sealed', seq, 'is older than the newest signed heads and is not under them');
    this.last = Math.max(seq, this.last);
    this.lastHash = row.hash;
    this.lastBroken = !whole;
  }

  /** What is wrong, one fault of a kind, by row. */
  end(head: StoredHead | null): Fault[] {
    this.explainBroken(head);
    this.checkEnd(head);
    return this.found.sort((a, b) => a.row - b.row);
  }

  private checkEnd(head: StoredHead | null): void {
    const known = Math.max(this.sealedTo, Number(head?.seq ?? 0));
    if (this.rows === 0) {
      if (known > 0) this.fault('gone', 1, `all ${known} rows are missing`);
    } else if (known > this.last) {
      this.fault('cut off', this.last + 1, `rows ${this.last + 1} to ${known} are missing`);
    }
    if (this.rows === 0) return;
    if (!head) this.fault('head missing', this.last, 'nothing in the database says that the chain ends here');
    else if (Number(head.seq) < this.last)
      this.fault(
        'head changed',
        Number(head.seq),
        `the database says that the chain ends here; it ends at ${this.last}`,
      );
    else if (Number(head.seq) === this.last && head.mac !== headMac(this.chain, head.seq, this.lastHash, this.key))
      this.fault('head changed', this.last, 'the seal on the end of the chain does not fit');
  }

  /** A row that is not whole was moved when it is whole at another number; else it was put at the end, or changed. */
  private explainBroken(head: StoredHead | null): void {
    const numbers = new Set(this.broken.flatMap(({ seq }) => [Number(seq) - 1, Number(seq), Number(seq) + 1]));
    const ends = Math.max(this.sealedTo, Number(head?.seq ?? 0));
    const few = this.broken.length <= 20;
    for (const row of this.broken) {
      const seq = Number(row.seq);
      const from = few && [...numbers].find((n) => rowHash({ ...row, seq: String(n) }, this.key) === row.hash);
      if (from) this.fault('moved', seq, `was written as row ${from}`);
      else if (ends > 0 && seq > ends) this.fault('inserted', seq, `was put behind the end of the chain at ${ends}`);
      else
        this.fault(
          'changed',
          seq,
          this.brokenCount > 1
            ? `and ${this.brokenCount - 1} more are not what was written`
            : 'is not what was written',
        );
    }
  }

  private compareSealed(seq: number, hash: string): void {
    while (this.nextSealed < this.sealed.length && this.sealed[this.nextSealed]!.seq <= seq) {
      const sealed = this.sealed[this.nextSealed++]!;
      if (sealed.seq < seq) this.missing(sealed.seq, sealed.seq);
      else if (sealed.hash !== hash) this.fault('not as sealed', seq, 'is not the row that was sealed');
    }
  }

  private missing(from: number, to: number): void {
    this.fault('removed', from, from === to ? 'is missing' : `to ${to} are missing`);
  }

  private fault(kind: FaultKind, row: number, text: string): void {
    if (!this.found.some((fault) => fault.kind === kind)) this.found.push({ chain: this.chain, row, kind, text });
  }
}
