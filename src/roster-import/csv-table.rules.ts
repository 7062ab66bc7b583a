import { CsvError, parse } from 'csv-parse/sync';
import type { Faults } from './faults.rules.js';

export interface Table {
  file: string;
  /** Line of the header. */
  line: number;
  header: string[];
  rows: { line: number; cells: string[] }[];
}

export interface TableLimits {
  rows: number;
}
export const limits = {
  /** Rows of a simple roster. */
  rosterRows: 20_000,
  /** Rows of one OneRoster file: pupils, staff and guardians, and per pupil a line for each lesson. */
  oneRosterRows: 200_000,
  historyRows: 100_000,
  columns: 100,
  cell: 1000,
  row: 20_000,
} as const;

const newlines = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

/** `;` or `,`: whichever occurs more often in the header, outside quotes. */
export function findSeparator(header: string): ';' | ',' | null {
  const outside = header.replace(/"[^"]*"/g, '');
  const count = (char: string): number => outside.split(char).length - 1;
  if (count(';') + count(',') === 0) return null;
  return count(';') >= count(',') ? ';' : ',';
}

/** Reads text as a table and keeps the line of each row. null: the form is so wrong that no cell can be trusted. */
export function readTable(
  file: string,
  text: string,
  most: TableLimits,
  faults: Faults,
  mustHaveRows = true,
): Table | null {
  // One kind of line end, so that a file that mixes them has no stray carriage returns in its cells.
  let body = text.replace(/\r\n?/g, '\n');
  let skipped = 0;
  if (/^sep=.\n/i.test(body)) {
    // Excel's own first line; taken off, and counted so that line numbers stay right.
    body = body.slice(body.indexOf('\n') + 1);
    skipped = 1;
  }
  const tooLong = longLine(body);
  if (tooLong !== null) {
    faults.add('row-too-long', { file, line: tooLong + skipped }, { max: limits.row });
    return null;
  }
  const head = body.split('\n', 50).find((line) => line.trim() !== '') ?? '';
  const separator = findSeparator(head);
  if (!separator) {
    faults.add('separator-unknown', { file, line: 1 + skipped, found: head });
    return null;
  }
  const records = readRecords(file, body, separator, skipped, most, faults);
  const first = records?.[0];
  if (!records || !first) return null;
  if (first.cells.length > limits.columns) {
    faults.add('too-many-columns', { file, line: first.line }, { max: limits.columns });
    return null;
  }
  const rows = records.slice(1).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0 && mustHaveRows) faults.add('no-rows', { file, line: first.line });
  return {
    file,
    line: first.line,
    header: first.cells,
    rows: rows.filter((row) => fits(file, row, first.cells, faults)),
  };
}

/** The number of the first physical line that is longer than a row can be: guards memory before parsing. */
function longLine(text: string): number | null {
  let line = 1;
  for (let from = 0; from < text.length; line += 1) {
    const next = text.indexOf('\n', from);
    const end = next === -1 ? text.length : next;
    if (end - from > limits.row) return line;
    from = end + 1;
  }
  return null;
}

function readRecords(
  file: string,
  text: string,
  delimiter: string,
  skipped: number,
  most: TableLimits,
  faults: Faults,
): Table['rows'] | null {
  const rows: Table['rows'] = [];
  let end = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: limits.row,
      to: most.rows + 2,
      on_record: (cells, { lines }) => {
        // csv-parse tells the last line of a row; a person looks for the first.
        rows.push({ line: lines - newlines(cells) + skipped, cells });
        end = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The row that could not be read starts after the last one that could.
    const lines = text.split('\n');
    let at = end;
    while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
    const place = { file, line: at + 1 + skipped, found: lines[at] ?? '' };
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') faults.add('quote-open', place);
    else if (error.code === 'CSV_MAX_RECORD_SIZE') faults.add('row-too-long', place, { max: limits.row });
    else faults.add('quote-stray', place);
    return null;
  }
  if (rows.length <= most.rows + 1) return rows;
  faults.add('too-many-rows', { file }, { max: most.rows });
  return null;
}

/** A row must have as many cells as the header; empty ones that a spreadsheet adds at the end do not count. */
function fits(file: string, row: Table['rows'][number], header: readonly string[], faults: Faults): boolean {
  const { cells, line } = row;
  const extra = cells.slice(header.length).find((cell) => cell.trim() !== '');
  const count = header.length;
  if (extra !== undefined) faults.add('cells-too-many', { file, line, found: extra }, { count });
  else if (cells.length < count)
    faults.add('cells-too-few', { file, line, found: `${cells.length} cellen` }, { count });
  const long = cells.findIndex((cell, at) => at < count && cell.length > limits.cell);
  if (long >= 0) {
    faults.add('cell-too-long', { file, line, column: header[long] ?? null, found: cells[long] }, { max: limits.cell });
  }
  return extra === undefined && cells.length >= count && long < 0;
}
