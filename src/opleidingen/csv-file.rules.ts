import { CsvError, parse } from 'csv-parse/sync';
import type { FileFault } from './crebo-list.types.js';

export interface CsvRow {
  line: number;
  cells: string[];
}
export interface CsvFile {
  header: CsvRow;
  rows: CsvRow[];
  /** Lines whose quotes make no sense; what stands there cannot be taken apart. */
  broken: { line: number; text: string }[];
}
type Outcome<T> = { ok: true; value: T } | { ok: false; fault: FileFault };

const refused = (code: FileFault['code'], params: FileFault['params'] = {}): { ok: false; fault: FileFault } => ({
  ok: false,
  fault: { code, params },
});

export const MAX_ROWS = 5000;
const MAX_LINE = 20_000;

/** 0x80-0x9F of Windows-1252: Node 20 decodes these as Latin-1, so that a curly quote becomes a control character. */
const windows1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/** Text of a file: UTF-8 with or without byte order mark, else Windows-1252. */
export function decodeText(bytes: Buffer): Outcome<string> {
  if (bytes.length === 0) return refused('list-empty');
  const head = bytes.toString('latin1', 0, 5);
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) return refused('list-utf16');
  // A zip is what Excel and Calc write; the other is the Excel of before 2007.
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0')) return refused('list-is-spreadsheet');
  if (head === '%PDF-' || bytes.includes(0)) return refused('list-not-text');
  const text = fromUtf8(bytes) ?? fromWindows1252(bytes);
  if (text === null || /^\s*<(\?xml|!doctype|html)/i.test(text)) return refused('list-not-text');
  return text.trim() === '' ? refused('list-empty') : { ok: true, value: text };
}

function fromUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** null when bytes occur that Windows-1252 does not have: then it is not text. */
function fromWindows1252(bytes: Buffer): string | null {
  const text = bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
  return /[\u0080-\u009F]/.test(text) ? null : text;
}

/** Text as rows of cells, each with its line in the file. Empty rows are left out. */
export function readCsv(text: string): Outcome<CsvFile> {
  // One kind of line end; Excel's own first line `sep=;` says nothing and is counted as an empty one.
  const body = text.replace(/\r\n?/g, '\n').replace(/^sep=.\n/i, '\n');
  const lines = body.split('\n');
  // Before anything is taken apart: what is too long to be a list costs no more than this.
  const long = lines.findIndex((line) => line.length > MAX_LINE);
  if (long >= 0) return refused('list-line-too-long', { line: long + 1, max: MAX_LINE });
  if (lines.length > 2 * MAX_ROWS) return refused('list-too-many-rows', { max: MAX_ROWS });
  const separator = findSeparator(lines.find((line) => line.trim() !== '') ?? '');
  if (!separator) return refused('list-separator');
  const { rows, broken } = wholeFile(body, separator) ?? lineByLine(body, separator);
  const [header, ...below] = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (!header || below.length + broken.length === 0) return refused('list-no-rows');
  if (below.length + broken.length > MAX_ROWS) return refused('list-too-many-rows', { max: MAX_ROWS });
  return { ok: true, value: { header, rows: below, broken } };
}

/** Whichever occurs most in the header, outside quotes. */
function findSeparator(header: string): string | undefined {
  const outside = header.replace(/"[^"]*"/g, '');
  return [';', ',', '\t']
    .map((separator) => ({ separator, count: outside.split(separator).length - 1 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)[0]?.separator;
}

type Rows = Pick<CsvFile, 'rows' | 'broken'>;
const options = (delimiter: string) => ({
  delimiter,
  record_delimiter: '\n',
  relax_column_count: true,
  skip_empty_lines: true,
});

function wholeFile(text: string, delimiter: string): Rows | null {
  try {
    const parsed = parse(text, { ...options(delimiter), info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // The parser tells the line at which a row ends; a cell may run over several.
    const rows = parsed.map(({ record, info }) => ({ line: info.lines - newlines(record), cells: record }));
    return { rows, broken: [] };
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
const newlines = (cells: string[]): number => cells.join('').split('\n').length - 1;

/** A stray quote would hide every row below it, so then each line is read by itself and the broken ones are named. */
function lineByLine(text: string, delimiter: string): Rows {
  const rows: CsvRow[] = [];
  const broken: Rows['broken'] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const [cells] = parse(line, options(delimiter));
      rows.push({ line: at + 1, cells: cells ?? [] });
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      broken.push({ line: at + 1, text: line });
    }
  }
  return { rows, broken };
}
