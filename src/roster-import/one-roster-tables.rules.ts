import { type ColumnSpec, matchColumns } from './columns.rules.js';
import { limits, readTable } from './csv-table.rules.js';
import { decode } from './decode.rules.js';
import type { Faults } from './faults.rules.js';
import { RowReader } from './row-reader.rules.js';
import type { RosterFile } from './roster.types.js';

/** The files of OneRoster 1.1 and 1.2 that we read, and the ones that are there more often but say nothing we need. */
export const readFiles = ['manifest', 'orgs', 'users', 'roles', 'classes', 'enrollments', 'demographics'] as const;
export type OneRosterFile = (typeof readFiles)[number];
const requiredFiles: readonly OneRosterFile[] = ['orgs', 'users', 'classes', 'enrollments'];
const otherFiles = new Set(
  'academicSessions categories classResources courseResources courses lineItemLearningObjectiveIds lineItems lineItemScoreScales resources resultLearningObjectiveIds results resultScoreScales scoreScales userProfiles userResources'
    .toLowerCase()
    .split(' '),
);

const columnsOf = {
  manifest: ['propertyName', 'value'],
  orgs: ['sourcedId', 'status', 'name', 'type'],
  users: [
    'sourcedId',
    'status',
    'role',
    'givenName',
    'familyName',
    'middleName',
    'identifier',
    'email',
    'agentSourcedIds',
    'grades',
    'preferredGivenName',
  ],
  roles: ['sourcedId', 'status', 'userSourcedId', 'role', 'beginDate', 'endDate'],
  classes: ['sourcedId', 'status', 'title', 'grades', 'classType'],
  enrollments: ['sourcedId', 'status', 'classSourcedId', 'userSourcedId', 'role', 'primary', 'beginDate', 'endDate'],
  demographics: ['sourcedId', 'status', 'birthDate'],
} as const satisfies Record<OneRosterFile, readonly string[]>;
const needed: Record<OneRosterFile, readonly string[]> = {
  manifest: ['propertyName', 'value'],
  orgs: ['sourcedId', 'type'],
  users: ['sourcedId', 'givenName', 'familyName'],
  roles: ['userSourcedId', 'role'],
  classes: ['sourcedId', 'title'],
  enrollments: ['classSourcedId', 'userSourcedId', 'role'],
  demographics: ['sourcedId', 'birthDate'],
};

export type ColumnOf<F extends OneRosterFile> = (typeof columnsOf)[F][number];
export interface OneRosterTable<F extends OneRosterFile> {
  file: string;
  has: (column: ColumnOf<F>) => boolean;
  /** Rows that are in use; what the file marks as to be deleted is left out. */
  rows: RowReader<ColumnOf<F>>[];
  /** The sourcedIds that the file marks as to be deleted. */
  deleted: ReadonlySet<string>;
}
export type OneRosterTables = { [F in OneRosterFile]?: OneRosterTable<F> } & {
  [F in 'orgs' | 'users' | 'classes' | 'enrollments']: OneRosterTable<F>;
};

/** `roster/Users.CSV` is `users`. */
export const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? name).toLowerCase().replace(/\.csv$/, '');

export const isOneRoster = (files: readonly RosterFile[]): boolean =>
  files.some((file) => requiredFiles.includes(baseName(file.name) as OneRosterFile));

/** Reads the files of a OneRoster export as tables; null when one is missing or cannot be read. */
export function readOneRosterTables(files: readonly RosterFile[], faults: Faults): OneRosterTables | null {
  const before = faults.total;
  const byName = new Map<string, RosterFile>();
  for (const file of files) {
    const name = baseName(file.name);
    if (byName.has(name)) faults.add('file-twice', { file: file.name });
    else if (readFiles.includes(name as OneRosterFile)) byName.set(name, file);
    else if (!otherFiles.has(name)) faults.notice('file-ignored', { file: file.name });
  }
  for (const name of requiredFiles) {
    if (!byName.has(name)) faults.add('file-missing', { file: `${name}.csv` }, { file: `${name}.csv` });
  }
  if (faults.total > before) return null;
  const tables: { [F in OneRosterFile]?: OneRosterTable<F> } = {};
  const read = <F extends OneRosterFile>(name: F): void => {
    const file = byName.get(name);
    if (file) (tables as Record<F, OneRosterTable<F> | null>)[name] = readOne(name, file, faults);
  };
  for (const name of readFiles) read(name);
  return faults.total === before ? (tables as OneRosterTables) : null;
}

function readOne<F extends OneRosterFile>(name: F, source: RosterFile, faults: Faults): OneRosterTable<F> | null {
  const file = source.name;
  const decoded = decode(source.bytes);
  if ('code' in decoded) {
    // An optional file of which only the name is there says nothing, and that is allowed.
    if (decoded.code !== 'file-empty' || requiredFiles.includes(name)) faults.add(decoded.code, { file });
    return null;
  }
  const table = readTable(file, decoded.text, { rows: limits.oneRosterRows }, faults, requiredFiles.includes(name));
  const specs = columnsOf[name].map((key): ColumnSpec<ColumnOf<F>> => ({
    key,
    label: key,
    required: needed[name].includes(key),
  }));
  const columns = table && matchColumns(table, specs, faults, 'ignore');
  if (!table || !columns) return null;
  const deleted = new Set<string>();
  const rows: RowReader<ColumnOf<F>>[] = [];
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const reader = new RowReader<ColumnOf<F>>(table, columns, row, faults);
    const id = reader.raw('sourcedId').trim();
    if (/^tobedeleted$/i.test(reader.raw('status').trim())) {
      deleted.add(id);
      continue;
    }
    const twice = id === '' ? undefined : lines.get(id);
    if (twice !== undefined) reader.fault('sourcedId', 'one-roster-id-twice', { line: twice });
    lines.set(id, reader.line);
    rows.push(reader);
  }
  return { file, has: (column) => columns.has(column), rows, deleted };
}
