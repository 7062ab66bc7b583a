import {
  type CreboFault,
  type CreboFaultCode,
  creboFaultTexts,
  type CreboList,
  type CreboOffer,
  type FileFault,
} from './crebo-list.types.js';
import { type CsvFile, type CsvRow, decodeText, readCsv } from './csv-file.rules.js';
import { type Leerweg, leerwegen } from './opleidingen.types.js';

/** Spellings of the headers, the surest first; case, spaces, accents and punctuation never count. */
const spellings = {
  crebo: ['crebo', 'crebocode', 'crebonummer', 'crebonr', 'erkendeopleidingscode', 'opleidingscode', 'code'],
  name: ['kwalificatie', 'naamkwalificatie', 'naam', 'naamopleiding', 'opleidingsnaam', 'opleiding', 'titel'],
  niveau: ['niveau', 'mboniveau', 'niveaumbo', 'kwalificatieniveau', 'niv'],
  leerweg: ['leerweg', 'leerwegen', 'bolbbl', 'bolofbbl'],
  domein: ['opleidingsdomein', 'domein', 'naamdomein', 'domeinnaam'],
} as const;
type Column = keyof typeof spellings;
const required: Column[] = ['crebo', 'name', 'niveau', 'leerweg'];
type Columns = Partial<Record<Column, number>>;

const MAX_NAME = 150;

/** Reads a crebo list. A file of which nothing can be trusted is refused as a whole; faulty rows are told one by one. */
export function readCreboList(bytes: Buffer): { ok: true; list: CreboList } | { ok: false; fault: FileFault } {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const csv = readCsv(text.value);
  if (!csv.ok) return csv;
  const columns = findColumns(csv.value.header.cells);
  if ('code' in columns) return { ok: false, fault: columns };
  return { ok: true, list: readRows(csv.value, columns) };
}

/** Letters and digits only, without accents: `Crebo-code` and `CREBO CODE` are one word. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

function findColumns(header: string[]): Columns | FileFault {
  const words = header.map(plain);
  const columns: Columns = {};
  for (const [column, names] of Object.entries(spellings) as [Column, readonly string[]][]) {
    const name = names.find((spelling) => words.includes(spelling));
    if (name === undefined) continue;
    const at = words.indexOf(name);
    if (words.lastIndexOf(name) !== at) return { code: 'list-column-twice', params: { column: header[at] ?? name } };
    columns[column] = at;
  }
  const missing = required.filter((column) => columns[column] === undefined).map((column) => spellings[column][0]);
  return missing.length > 0 ? { code: 'list-column-missing', params: { columns: missing.join(', ') } } : columns;
}

function readRows({ header, rows, broken }: CsvFile, columns: Columns): CreboList {
  const list: CreboList = { rows: rows.length + broken.length, offers: [], faults: [] };
  const domeinen = new Map<string, string>();
  const seen = new Seen();
  for (const { line, text } of broken) list.faults.push(fault({ line, found: text }, 'quote-wrong'));
  for (const row of rows) {
    const reader = new RowReader(row, header.cells, columns, domeinen);
    const offers = reader.offers();
    // Only against rows that are right: a fault that follows from another helps nobody.
    if (reader.faults.length === 0) seen.check(reader, offers);
    list.faults.push(...reader.faults);
    if (reader.faults.length === 0) list.offers.push(...offers);
  }
  list.faults.sort((a, b) => a.line - b.line);
  return list;
}

/** The cells of one row, and what is wrong with them. */
class RowReader {
  readonly faults: CreboFault[] = [];
  private readonly crebo: string | null;
  private readonly domein: string | null;

  constructor(
    private readonly row: CsvRow,
    private readonly header: string[],
    private readonly columns: Columns,
    domeinen: Map<string, string>,
  ) {
    const crebo = clean(this.raw('crebo'));
    this.crebo = /^\d{5}$/.test(crebo) ? crebo : null;
    // The same domein in other capitals is one domein, in its first spelling.
    const domein = clean(this.raw('domein'));
    const word = domein.toLowerCase();
    this.domein = domein === '' ? null : (domeinen.get(word) ?? domein);
    if (this.domein) domeinen.set(word, this.domein);
  }

  /** One programme per leerweg; of a row with faults what was read means nothing. */
  offers(): CreboOffer[] {
    const { line, cells } = this.row;
    const count = this.header.length;
    const extra = cells.slice(count).find((cell) => cell.trim() !== '');
    if (extra !== undefined) this.fault(null, 'cells-too-many', { count }, extra);
    else if (cells.length < count) this.fault(null, 'cells-too-few', { count }, cells.join(' '));
    if (this.faults.length > 0) return [];

    const crebo = this.text('crebo', 'crebo-empty');
    if (crebo && !this.crebo) this.fault('crebo', 'crebo-wrong');
    const name = this.text('name', 'name-empty');
    if (name && !/\p{L}/u.test(name)) this.fault('name', 'name-wrong');
    const niveau = this.read('niveau', 'niveau-empty', 'niveau-wrong', readNiveau) ?? 0;
    const ways = this.read('leerweg', 'leerweg-empty', 'leerweg-wrong', readLeerwegen) ?? [];
    this.text('domein');
    return ways.map((leerweg) => ({ line, crebo, name, niveau, leerweg, domein: this.domein }));
  }

  fault(column: Column | null, code: CreboFaultCode, params: FileFault['params'] = {}, found?: string): void {
    const header = column === null ? null : (this.header[this.columns[column] ?? -1] ?? null);
    const place = { line: this.row.line, column: header, found: found ?? (column ? this.raw(column) : '') };
    this.faults.push(fault({ ...place, crebo: this.crebo, domein: this.domein }, code, params));
  }

  private raw(column: Column): string {
    return this.row.cells[this.columns[column] ?? -1] ?? '';
  }

  /** A cell of one line of text; '' when it is empty or wrong, with the fault. */
  private text(column: Column, empty?: CreboFaultCode): string {
    const raw = this.raw(column);
    const text = clean(raw);
    if (text === '') {
      if (empty) this.fault(column, empty);
      return '';
    }
    const code = wrongText(raw, text);
    if (code) this.fault(column, code, { max: MAX_NAME });
    return code ? '' : text;
  }

  private read<T>(
    column: Column,
    empty: CreboFaultCode,
    wrong: CreboFaultCode,
    read: (text: string) => T | null,
  ): T | null {
    const text = this.text(column, empty);
    const value = text === '' ? null : read(text);
    if (text !== '' && value === null) this.fault(column, wrong);
    return value;
  }
}

/** What earlier rows said of a crebo code. */
class Seen {
  private readonly offers = new Map<string, number>();
  private readonly crebos = new Map<string, CreboOffer>();

  check(reader: RowReader, offers: CreboOffer[]): void {
    const [offer] = offers;
    if (!offer) return;
    const twice = offers
      .map((one) => this.offers.get(`${one.crebo} ${one.leerweg}`))
      .find((line) => line !== undefined);
    const first = this.crebos.get(offer.crebo);
    if (first && (first.name.toLowerCase() !== offer.name.toLowerCase() || first.niveau !== offer.niveau)) {
      reader.fault('crebo', 'crebo-contradicts', { name: first.name, niveau: first.niveau, line: first.line });
    } else if (twice !== undefined) reader.fault('crebo', 'offer-twice', { line: twice });
    if (reader.faults.length > 0) return;
    this.crebos.set(offer.crebo, first ?? offer);
    for (const one of offers) this.offers.set(`${one.crebo} ${one.leerweg}`, one.line);
  }
}

/** `3`, `niveau 3`, `mbo 3`, `mbo-3` or `entree`. */
export function readNiveau(text: string): number | null {
  const word = plain(text);
  if (word === 'entree' || word === 'entreeopleiding') return 1;
  const digit = /^(?:mbo)?(?:niveau)?([1-4])$/.exec(word)?.[1];
  return digit ? Number(digit) : null;
}

const leerwegOf = new Map<string, Leerweg>([
  ['bol', 'bol'],
  ['beroepsopleidendeleerweg', 'bol'],
  ['bbl', 'bbl'],
  ['beroepsbegeleidendeleerweg', 'bbl'],
]);

/** `BOL`, `BBL`, or both with anything between them: `BOL/BBL`, `bbl, bol`, `BOL en BBL`. */
export function readLeerwegen(text: string): Leerweg[] | null {
  const parts = text
    .split(/[/\\,;+&|-]|\ben\b|\bof\b|(?<=\b(?:bol|bbl))\s+(?=(?:bol|bbl)\b)/i)
    .map(plain)
    .filter((part) => part !== '');
  const found = parts.map((part) => leerwegOf.get(part));
  if (parts.length === 0 || found.includes(undefined)) return null;
  return leerwegen.filter((leerweg) => found.includes(leerweg));
}

/** Composed letters, ordinary spaces, nothing of zero width. */
const clean = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\u200B\u2060\uFEFF]/g, '')
    .replace(/[ \u00A0\u2007\u202F]+/g, ' ')
    .trim();

function wrongText(raw: string, text: string): CreboFaultCode | null {
  if (/^[\t\r\n]|^ *[=+\-@]/.test(raw)) return 'cell-formula';
  if (/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text)) return 'cell-control';
  // A lost character, or UTF-8 that was once read as Windows-1252.
  if (/\uFFFD|[\u00C3\u00C2][\u0080-\u00BF]|\u00E2\u20AC/.test(text)) return 'cell-garbled';
  return text.length > MAX_NAME ? 'cell-too-long' : null;
}

type Place = Pick<CreboFault, 'line' | 'found'> & Partial<CreboFault>;
function fault(place: Place, code: CreboFaultCode, params: FileFault['params'] = {}): CreboFault {
  const { text, expected } = creboFaultTexts[code];
  return {
    line: place.line,
    column: place.column ?? null,
    found: shorten(place.found),
    code,
    text,
    expected: expected.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
    crebo: place.crebo ?? null,
    domein: place.domein ?? null,
  };
}

/** Fit to show: no invisible characters, at most 40. */
function shorten(found: string): string {
  const visible = [...found.replace(/\p{C}/gu, '\u00B7').trim()];
  return visible.length > 40 ? `${visible.slice(0, 39).join('')}\u2026` : visible.join('');
}
