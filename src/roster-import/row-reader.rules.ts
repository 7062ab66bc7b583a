import type { Columns } from './columns.rules.js';
import type { Table } from './csv-table.rules.js';
import type { FaultCode } from './fault-texts.types.js';
import type { Faults } from './faults.rules.js';
import { clean, hasControl, isFormula, isGarbled, isPupilNumber, parseEmail, type Read } from './values.rules.js';

interface TextRules {
  /** What must stand there when the cell may not be empty. */
  required?: string;
  max?: number;
}

/** Reads the cells of one row by column, and writes a fault with line and column for each that is wrong. */
export class RowReader<K extends string> {
  #faulty = false;

  constructor(
    private readonly table: Table,
    private readonly columns: Columns<K>,
    private readonly row: Table['rows'][number],
    private readonly faults: Faults,
  ) {}

  get line(): number {
    return this.row.line;
  }
  /** True when each cell that was read is right. */
  get right(): boolean {
    return !this.#faulty;
  }

  /** The cell as it stands in the file; empty when the file has no such column. */
  raw(key: K): string {
    const at = this.columns.get(key);
    return at === undefined ? '' : (this.row.cells[at] ?? '');
  }

  fault(key: K, code: FaultCode, params: Record<string, string | number> = {}, found = this.raw(key)): void {
    this.#faulty = true;
    const column = this.table.header[this.columns.get(key) ?? -1] ?? null;
    this.faults.add(code, { file: this.table.file, line: this.row.line, column, found }, params);
  }

  /** A cell of one line of text. Empty is '' unless it is required. */
  text(key: K, { required, max = 100 }: TextRules = {}): string {
    const raw = this.raw(key);
    const text = clean(raw);
    if (text === '') {
      if (required) this.fault(key, 'cell-empty', { expected: required });
      return '';
    }
    const code = isFormula(raw)
      ? 'cell-formula'
      : hasControl(text)
        ? 'cell-control'
        : isGarbled(text)
          ? 'cell-garbled'
          : null;
    if (code) this.fault(key, code);
    else if (text.length > max) this.fault(key, 'cell-too-long', { max });
    else return text;
    return '';
  }

  /** A name: text with at least one letter. */
  name(key: K, rules: TextRules = {}): string {
    const text = this.text(key, rules);
    if (text === '' || /\p{L}/u.test(text)) return text;
    this.fault(key, 'name-wrong');
    return '';
  }

  pupilNumber(key: K): string {
    const text = this.text(key, { required: 'een leerlingnummer' });
    if (text === '' || isPupilNumber(text)) return text;
    this.fault(key, 'pupil-number-wrong');
    return '';
  }

  email(key: K): string | null {
    return this.value(key, parseEmail);
  }

  /** A cell that `read` turns into a value; null when it is empty or wrong. */
  value<T>(key: K, read: (text: string) => Read<T>, rules: TextRules = {}): T | null {
    const text = this.text(key, { max: 254, ...rules });
    if (text === '') return null;
    const result = read(text);
    if (result.ok) return result.value;
    this.fault(key, result.code);
    return null;
  }
}
