import type { Table } from './csv-table.rules.js';
import type { Faults } from './faults.rules.js';
import { plain } from './values.rules.js';

export interface ColumnSpec<K extends string> {
  key: K;
  /** The header as our own example spells it. */
  label: string;
  /** Other spellings; case, spaces, accents and punctuation never count. */
  also?: string[];
  required?: boolean;
}
export type Columns<K extends string> = ReadonlyMap<K, number>;

const forbiddenWords = [
  'bsn',
  'burgerservice',
  'onderwijsnummer',
  'onderwijsnr',
  'persoonsgebonden',
  'sofinummer',
  'sofinr',
];
const addressWords = ['straat', 'postcode', 'huisnummer', 'huisnr', 'woonplaats', 'woonadres', 'thuisadres'];

/** Numbers of the state and home addresses may not be stored here, so they may not come in either. */
export function isForbiddenHeader(header: string): boolean {
  const word = plain(header);
  if ([...forbiddenWords, ...addressWords].some((part) => word.includes(part))) return true;
  const tokens = header.toLowerCase().split(/[^a-z0-9]+/);
  return tokens.includes('pgn') || word.startsWith('pgn') || (word.includes('adres') && !word.includes('mail'));
}

/** Finds each column by its header. null when a header is missing, doubled or forbidden. */
export function matchColumns<K extends string>(
  table: Table,
  specs: readonly ColumnSpec<K>[],
  faults: Faults,
  unknown: 'notice' | 'ignore',
): Columns<K> | null {
  const { file, line } = table;
  const byWord = new Map(
    specs.flatMap((spec) => [spec.label, ...(spec.also ?? [])].map((name) => [plain(name), spec.key])),
  );
  const found = new Map<K, number>();
  const before = faults.total;
  table.header.forEach((header, at) => {
    const key = byWord.get(plain(header));
    if (isForbiddenHeader(header)) faults.add('header-forbidden', { file, line, column: header, found: header });
    else if (key === undefined) {
      if (unknown === 'ignore') return;
      if (header.trim() === '') nameless(table, at, faults);
      else faults.notice('column-ignored', { column: header }, { file, line });
    } else if (found.has(key)) faults.add('header-twice', { file, line, column: header, found: header });
    else found.set(key, at);
  });
  for (const spec of specs) {
    if (spec.required && !found.has(spec.key)) {
      faults.add('header-missing', { file, line, column: spec.label }, { column: spec.label });
    }
  }
  return faults.total === before ? found : null;
}

/** Spreadsheets leave empty columns at the end; only one with something in it is worth a word. */
function nameless(table: Table, at: number, faults: Faults): void {
  if (!table.rows.some((row) => (row.cells[at] ?? '').trim() !== '')) return;
  faults.notice('column-nameless', { number: at + 1 }, { file: table.file, line: table.line });
}
