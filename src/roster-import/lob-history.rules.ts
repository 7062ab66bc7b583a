import { type ColumnSpec, matchColumns } from './columns.rules.js';
import { limits, readTable } from './csv-table.rules.js';
import type { Faults } from './faults.rules.js';
import { RowReader } from './row-reader.rules.js';
import type { HistoryRow } from './roster.types.js';
import { clean, parseDate, plain } from './values.rules.js';

type Column = 'pupilNumber' | 'date' | 'type' | 'title' | 'place' | 'competences';

export const historyColumns: readonly ColumnSpec<Column>[] = [
  { key: 'pupilNumber', label: 'leerlingnummer', also: ['leerlingnr', 'llnr', 'stamnummer'], required: true },
  { key: 'date', label: 'datum', also: ['date'], required: true },
  { key: 'type', label: 'soort', also: ['soort activiteit', 'type', 'activiteit'], required: true },
  { key: 'title', label: 'titel', also: ['title', 'omschrijving'], required: true },
  { key: 'place', label: 'plaats', also: ['place', 'locatie'] },
  { key: 'competences', label: 'competentie', also: ['competenties', 'loopbaancompetentie', 'competence'] },
];

/** What a cell may say, by name and by code: `Open dag` and `open-day` to `open-day`. */
export type Vocabulary = Readonly<Record<string, string>>;
export interface HistoryContext {
  today: string;
  knownTypes: Vocabulary;
  /** Other words for the same types, which are understood and not told. */
  moreTypes?: Vocabulary;
  knownCompetences: Vocabulary;
}

/** Nobody who is at school now did anything for LOB longer ago. */
const yearsBack = 10;

const lookup = (vocabulary: Vocabulary): Map<string, string> =>
  new Map(
    Object.entries(vocabulary).flatMap(([name, code]) => [[plain(name), code] as const, [plain(code), code] as const]),
  );

/** Reads a school's LOB history. null when no row could be read. */
export function readHistory(file: string, text: string, context: HistoryContext, faults: Faults): HistoryRow[] | null {
  const table = readTable(file, text, { rows: limits.historyRows }, faults);
  const columns = table && matchColumns(table, historyColumns, faults, 'notice');
  if (!table || !columns) return null;
  const words = {
    types: lookup({ ...context.moreTypes, ...context.knownTypes }),
    competences: lookup(context.knownCompetences),
  };
  const since = `${Number(context.today.slice(0, 4)) - yearsBack}${context.today.slice(4)}`;
  const seen = new Map<string, number>();
  const rows: HistoryRow[] = [];
  for (const cells of table.rows) {
    const row = new RowReader(table, columns, cells, faults);
    const read: HistoryRow = {
      line: row.line,
      pupilNumber: row.pupilNumber('pupilNumber'),
      date: readDate(row, context.today, since) ?? '',
      type: readType(row, words.types, context.knownTypes),
      title: row.name('title', { required: 'een titel', max: 200 }),
      place: row.text('place', { max: 200 }),
      competences: readCompetences(row, words.competences, context.knownCompetences),
    };
    if (!row.right) continue;
    const key = historyKey(read);
    const twice = seen.get(key);
    if (twice !== undefined) row.fault('title', 'row-twice', { line: twice });
    else seen.set(key, row.line);
    if (row.right) rows.push(read);
  }
  return rows;
}

/** Two lines are one activity when pupil, day, type and title agree. */
export const historyKey = (row: Pick<HistoryRow, 'pupilNumber' | 'date' | 'type' | 'title'>): string =>
  JSON.stringify([row.pupilNumber, row.date, row.type, clean(row.title).toLowerCase()]);

export interface HistoryDiff {
  new: HistoryRow[];
  /** How many stood in the dossiers already. */
  known: number;
}

/** Against what is stored: pupils by leerlingnummer, and the keys of the activities that they have. */
export function diffHistory(
  file: string,
  rows: readonly HistoryRow[],
  school: { pupilNumbers: ReadonlySet<string>; activityKeys: ReadonlySet<string> },
  faults: Faults,
): HistoryDiff {
  const fresh: HistoryRow[] = [];
  for (const row of rows) {
    if (!school.pupilNumbers.has(row.pupilNumber)) {
      const place = { file, line: row.line, column: 'leerlingnummer', found: row.pupilNumber };
      faults.add('pupil-unknown', place);
    } else if (!school.activityKeys.has(historyKey(row))) fresh.push(row);
  }
  return { new: fresh, known: rows.filter((row) => school.activityKeys.has(historyKey(row))).length };
}

function readDate(row: RowReader<Column>, today: string, since: string): string | null {
  const date = row.value('date', parseDate, { required: 'een datum als 31-01-2010' });
  if (date !== null && date > today) row.fault('date', 'date-in-future');
  else if (date !== null && date < since) row.fault('date', 'date-too-old', { since });
  return date;
}

function readType(row: RowReader<Column>, known: Map<string, string>, vocabulary: Vocabulary): string {
  const text = row.text('type', { required: 'een soort activiteit' });
  const type = known.get(plain(text));
  if (text !== '' && type === undefined)
    row.fault('type', 'type-unknown', { types: Object.keys(vocabulary).join(', ') });
  return type ?? '';
}

function readCompetences(row: RowReader<Column>, known: Map<string, string>, vocabulary: Vocabulary): string[] {
  const names = row
    .text('competences', { max: 300 })
    .split(/[,;/+|]/)
    .map(clean)
    .filter((name) => name !== '');
  const wrong = names.find((name) => !known.has(plain(name)));
  if (wrong) row.fault('competences', 'competence-unknown', { names: Object.keys(vocabulary).join(', ') }, wrong);
  return [...new Set(names.map((name) => known.get(plain(name)) ?? ''))].filter((code) => code !== '');
}
