import { type ColumnSpec, matchColumns } from './columns.rules.js';
import { limits, readTable, type Table } from './csv-table.rules.js';
import type { Faults } from './faults.rules.js';
import { checkTogether } from './roster-checks.rules.js';
import { splitFamilyName } from './names.rules.js';
import { RowReader } from './row-reader.rules.js';
import type { ParsedRoster, RosterField, RosterGuardian, RosterPupil, StaffRef } from './roster.types.js';
import {
  parseBirthDate,
  parseEmail,
  parseLeerweg,
  parseProfiel,
  parseYear,
  parseYesNo,
  plain,
} from './values.rules.js';

type Guardian = 'guardian1' | 'guardian2';
type GuardianColumn = `${Guardian}${'Name' | 'Email' | 'Custody'}`;
type Column =
  | 'pupilNumber'
  | 'firstName'
  | 'infix'
  | 'familyName'
  | 'birthDate'
  | 'group'
  | 'year'
  | 'leerweg'
  | 'profiel'
  | 'mentor'
  | 'email'
  | 'callName'
  | GuardianColumn;

const guardianColumns = (number: 1 | 2): ColumnSpec<Column>[] => {
  const who = [`ouder${number}`, `verzorger${number}`, `ouderverzorger${number}`, `voogd${number}`];
  const spelled = (...words: string[]): string[] =>
    who.flatMap((one) => words.flatMap((word) => [one + word, word + one]));
  const key: Guardian = `guardian${number}`;
  return [
    { key: `${key}Name`, label: `ouder${number}_naam`, also: [...who, ...spelled('naam')] },
    { key: `${key}Email`, label: `ouder${number}_email`, also: spelled('email', 'mail', 'emailadres', 'mailadres') },
    { key: `${key}Custody`, label: `ouder${number}_gezag`, also: spelled('gezag', 'ouderlijkgezag') },
  ];
};

/** The columns of our own CSV, in the order of the example that schools can download. */
export const simpleColumns: readonly ColumnSpec<Column>[] = [
  { key: 'pupilNumber', label: 'leerlingnummer', also: ['leerlingnr', 'llnr', 'stamnummer', 'stamnr'], required: true },
  { key: 'firstName', label: 'voornaam', also: ['voornamen', 'doopnaam'], required: true },
  { key: 'infix', label: 'tussenvoegsel', also: ['tussenvoegsels', 'voorvoegsel', 'voorvoegsels'] },
  { key: 'familyName', label: 'achternaam', also: ['familienaam'], required: true },
  { key: 'birthDate', label: 'geboortedatum', also: ['gebdatum'], required: true },
  { key: 'group', label: 'klas', also: ['stamklas', 'groep', 'stamgroep'], required: true },
  { key: 'year', label: 'leerjaar', also: ['lj'], required: true },
  { key: 'leerweg', label: 'leerweg', also: ['niveau'] },
  { key: 'profiel', label: 'profiel', also: ['sector'] },
  { key: 'mentor', label: 'mentor', also: ['email mentor', 'mentor email', 'naam mentor', 'mentor naam'] },
  { key: 'email', label: 'e-mail', also: ['e-mailadres', 'mail', 'email leerling', 'leerling email'] },
  { key: 'callName', label: 'roepnaam' },
  ...guardianColumns(1),
  ...guardianColumns(2),
];

/** Which of the roster's fields a column brings; without the column the field stays as it is. */
const fieldOf: Partial<Record<Column, RosterField>> = {
  birthDate: 'birthDate',
  email: 'email',
  leerweg: 'leerweg',
  profiel: 'profiel',
  mentor: 'mentor',
  callName: 'callName',
  guardian1Name: 'guardians',
};

/** Reads a roster in our own CSV. What is wrong is in `faults`; the answer is null when no row could be read. */
export function readSimpleCsv(file: string, text: string, today: string, faults: Faults): ParsedRoster | null {
  const table = readTable(file, text, { rows: limits.rosterRows }, faults);
  const columns = table && matchColumns(table, simpleColumns, faults, 'notice');
  if (!table || !columns) return null;
  const pupils: RosterPupil[] = [];
  for (const row of table.rows) {
    const reader = new RowReader(table, columns, row, faults);
    const pupil = readPupil(table, reader, today, faults);
    if (reader.right) pupils.push(pupil);
  }
  const header = (key: Column): string => table.header[columns.get(key) ?? -1] ?? key;
  checkTogether(pupils, faults, (column) => header(column === 'guardian' ? 'guardian1Name' : column));
  const fields = new Set<RosterField>();
  for (const key of columns.keys()) {
    const field = fieldOf[key];
    if (field) fields.add(field);
  }
  return { format: 'simple-csv', fields: [...fields], pupils, teaching: [] };
}

function readPupil(table: Table, row: RowReader<Column>, today: string, faults: Faults): RosterPupil {
  const written = row.text('infix', { max: 30 });
  const familyName = row.name('familyName', { required: 'een achternaam' });
  // Without a column of its own the infix may stand before the family name.
  const split = written === '' ? splitFamilyName(familyName) : { infix: written, familyName };
  const leerweg = row.value('leerweg', parseLeerweg);
  const spelling = plain(row.raw('leerweg'));
  if (leerweg === 'gl' && /gt/.test(spelling)) {
    faults.notice('leerweg-read-as', { found: row.raw('leerweg'), leerweg }, { file: table.file, line: row.line });
  }
  return {
    file: table.file,
    line: row.line,
    pupilNumber: row.pupilNumber('pupilNumber'),
    firstName: row.name('firstName', { required: 'een voornaam' }),
    callName: row.name('callName') || null,
    infix: split.infix,
    familyName: split.familyName,
    birthDate: row.value('birthDate', (cell) => parseBirthDate(cell, today), { required: 'een geboortedatum' }),
    email: row.email('email'),
    group: row.text('group', { required: 'de naam van een klas', max: 30 }),
    year: row.value('year', parseYear, { required: 'een cijfer van 1 tot en met 6' }) ?? 0,
    leerweg,
    profiel: row.value('profiel', (cell) => parseProfiel(cell, leerweg)),
    mentor: readMentor(row),
    guardians: [readGuardian(row, 'guardian1'), readGuardian(row, 'guardian2')].filter((one) => one !== null),
  };
}

/** `a.boer@school.nl`, `Anna Boer`, or both: `Anna Boer <a.boer@school.nl>`. */
function readMentor(row: RowReader<Column>): StaffRef | null {
  const text = row.text('mentor', { max: 254 });
  if (text === '') return null;
  if (!text.includes('@')) return { email: null, name: row.name('mentor', { max: 254 }) };
  const both = /^([^<>]+?) ?<([^<>]+)>$/.exec(text);
  const email = parseEmail(both?.[2] ?? text);
  if (!email.ok) row.fault('mentor', email.code);
  return email.ok ? { email: email.value, name: both?.[1] ?? null } : null;
}

function readGuardian(row: RowReader<Column>, who: Guardian): RosterGuardian | null {
  const name = row.name(`${who}Name`, { max: 150 });
  const email = row.email(`${who}Email`);
  const custody = row.value(`${who}Custody`, parseYesNo);
  if (name !== '') return { name, email, custody };
  const orphan = ([`${who}Email`, `${who}Custody`] as const).find((key) => row.raw(key).trim() !== '');
  if (orphan && row.raw(`${who}Name`).trim() === '') row.fault(orphan, 'guardian-without-name');
  return null;
}
