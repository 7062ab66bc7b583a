import { createHash, type KeyObject } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
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

export interface EntryOptions {
  /** The file of signed heads. */
  file: string;
  key: KeyObject;
}

/** An entry as it grows at the end of the file. Without lines nothing is written. */
export class HeadsEntry {
  readonly isFirst: boolean;
  private readonly before: { seal: Seal; line: string } | null;
  private readonly digest = createHash('sha256');
  private file: number | undefined;
  private heads = 0;

  constructor(
    private readonly options: EntryOptions,
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
      for (const line of lines.toReversed()) {
        const seal = line.startsWith('seal ') ? parseSeal(line) : null;
        if (seal) return { seal, line };
      }
      text = Buffer.from(lines[0]!, 'latin1'); // may be half a line; the rest of it comes with the next part
    }
    return null;
  } finally {
    fs.closeSync(handle);
  }
}
