import { makePupils, oneRosterFiles, simpleCsv, simpleHeader, zipOf } from './roster-files.js';

export interface BrokenRoster {
  /** What is wrong, as the person who made the mistake would say it. */
  mistake: string;
  files: () => { name: string; bytes: Buffer }[] | Promise<{ name: string; bytes: Buffer }[]>;
  code: string;
  line?: number | null;
  column?: string | null;
}

const right = {
  leerlingnummer: '5001',
  voornaam: 'Fatma',
  achternaam: 'Yılmaz',
  geboortedatum: '31-01-2012',
  klas: '3KB1',
  leerjaar: '3',
  leerweg: 'kb',
  profiel: 'Z&W',
} as Record<string, string>;
const other: Record<string, string> = { ...right, leerlingnummer: '5002', voornaam: 'Daan', achternaam: 'de Vries' };

const line = (cells: Record<string, string>): string => simpleHeader.map((name) => cells[name] ?? '').join(';');
const head = simpleHeader.join(';');
const text = (...lines: string[]): { name: string; bytes: Buffer }[] => [
  { name: 'klassen.csv', bytes: Buffer.from(lines.join('\n')) },
];
const raw = (bytes: Buffer, name = 'klassen.csv'): { name: string; bytes: Buffer }[] => [{ name, bytes }];
/** A right file of which the second pupil, on line 3, has these cells. */
const second = (cells: Record<string, string>): { name: string; bytes: Buffer }[] =>
  text(head, line(right), line({ ...other, ...cells }));

const cell = (mistake: string, column: string, value: string, code: string): BrokenRoster => ({
  mistake,
  files: () => second({ [column]: value }),
  code,
  line: 3,
  column,
});

const oneRoster = (change: (files: Record<string, string>) => void): (() => { name: string; bytes: Buffer }[]) => {
  return () => {
    const files = oneRosterFiles(makePupils({ pupils: 60 }));
    change(files);
    return Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  };
};
/** Replaces in one file, and says so when there was nothing to replace. */
const swap = (name: string, from: string | RegExp, to: string): (() => { name: string; bytes: Buffer }[]) =>
  oneRoster((files) => {
    const changed = (files[name] ?? '').replace(from, to);
    if (changed === files[name]) throw new Error(`${name} has no ${String(from)}`);
    files[name] = changed;
  });
const inZip = async (files: Record<string, string | Buffer>): Promise<{ name: string; bytes: Buffer }[]> =>
  raw(await zipOf(files), 'klassen.zip');

/** Sets bytes of each header of a zip: `at` counts from the signature of the local and of the central header. */
function patchZip(zip: Buffer, change: (header: Buffer, central: boolean) => void): Buffer {
  const patched = Buffer.from(zip);
  for (const [signature, central] of [
    ['PK\x03\x04', false],
    ['PK\x01\x02', true],
  ] as const) {
    for (let at = patched.indexOf(signature, 0, 'latin1'); at >= 0; at = patched.indexOf(signature, at + 4, 'latin1')) {
      change(patched.subarray(at), central);
    }
  }
  return patched;
}

/** Every mistake in an upload that we know of, and the code of the message that it must get. */
export const brokenRosters: BrokenRoster[] = [
  { mistake: 'no file was chosen', files: () => [], code: 'no-file' },
  { mistake: 'the file is empty', files: () => raw(Buffer.alloc(0)), code: 'file-empty' },
  { mistake: 'the file has white space only', files: () => text('', '  ', ''), code: 'file-empty' },
  {
    mistake: 'the file is over 20 MB',
    files: () => raw(Buffer.alloc(20 * 1024 * 1024 + 1, 'a')),
    code: 'file-too-large',
  },
  { mistake: 'it is an Excel file', files: () => inZip({ 'xl/workbook.xml': '<x/>' }), code: 'file-is-spreadsheet' },
  { mistake: 'it is a Calc file', files: () => inZip({ 'content.xml': '<x/>' }), code: 'file-is-spreadsheet' },
  {
    mistake: 'it is an old Excel file',
    files: () => raw(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0])),
    code: 'file-is-spreadsheet',
  },
  {
    mistake: 'it is a picture',
    files: () => raw(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')),
    code: 'file-is-binary',
  },
  { mistake: 'it is a PDF', files: () => text('%PDF-1.7', 'x'), code: 'file-is-binary' },
  { mistake: 'it is a web page', files: () => text('<!DOCTYPE html>', '<html>'), code: 'file-is-binary' },
  {
    mistake: 'it was saved as Unicode text (UTF-16 with a mark)',
    files: () => raw(Buffer.from(`\uFEFF${head}\n${line(right)}`, 'utf16le')),
    code: 'encoding-utf16',
  },
  {
    mistake: 'it is UTF-16 without a mark',
    files: () => raw(Buffer.from(`${head}\n${line({ ...right, achternaam: 'Bos' })}`, 'utf16le')),
    code: 'encoding-utf16',
  },
  { mistake: 'two lists at once', files: () => [...second({}), ...second({})], code: 'too-many-files' },
  {
    mistake: 'a zip and a list at once',
    files: async () => [...(await inZip({ 'a.csv': 'x' })), ...second({})],
    code: 'too-many-files',
  },
  {
    mistake: 'a zip with 21 lists',
    files: () => inZip(Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}.csv`, 'a;b']))),
    code: 'too-many-files',
  },
  {
    mistake: 'a zip with 300 pictures',
    files: () => inZip(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.png`, 'x']))),
    code: 'too-many-files',
  },
  {
    mistake: 'the same OneRoster file twice in two folders',
    files: () => inZip({ ...oneRosterFiles(makePupils({ pupils: 5 })), 'oud/users.csv': 'x' }),
    code: 'file-twice',
  },
  {
    mistake: 'a OneRoster export without enrollments',
    files: oneRoster((files) => delete files['enrollments.csv']),
    code: 'file-missing',
  },
  {
    mistake: 'a zip that was cut short',
    files: async () => raw((await zipOf({ 'a.csv': simpleCsv(makePupils({ pupils: 50 })) })).subarray(0, 900), 'a.zip'),
    code: 'zip-corrupt',
  },
  {
    mistake: 'a zip in which a byte changed on the way',
    files: async () => {
      const zip = await zipOf({ 'a.csv': Buffer.from(`${head}\n${line(right)}\n`.repeat(50)) });
      return raw(
        patchZip(zip, (header, central) => central && header.writeUInt32LE(1, 16)),
        'a.zip',
      );
    },
    code: 'zip-corrupt',
  },
  {
    mistake: 'a zip with a password',
    files: async () => {
      const zip = await zipOf({ 'a.csv': simpleCsv(makePupils({ pupils: 5 })) });
      const lock = (header: Buffer, central: boolean): void => {
        const at = central ? 8 : 6;
        header.writeUInt16LE(header.readUInt16LE(at) | 1, at);
      };
      return raw(patchZip(zip, lock), 'a.zip');
    },
    code: 'zip-encrypted',
  },
  {
    mistake: 'a zip bomb: 70 MB of one letter in a small file',
    files: () => inZip({ 'users.csv': Buffer.alloc(70 * 1024 * 1024, 'a') }),
    code: 'zip-bomb',
  },
  {
    mistake: 'a zip bomb that lies about its size',
    files: async () => {
      const zip = await zipOf({ 'users.csv': Buffer.alloc(70 * 1024 * 1024, 'a') });
      return raw(
        patchZip(zip, (header, central) => central && header.writeUInt32LE(1000, 24)),
        'klassen.zip',
      );
    },
    code: 'zip-corrupt',
  },
  {
    mistake: 'a zip bomb in pieces: 5 lists of 15 MB',
    files: () =>
      inZip(Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`${at}.csv`, Buffer.alloc(15 * 1024 * 1024, 'a')]))),
    code: 'zip-bomb',
  },
  {
    mistake: 'a file name in the zip that climbs out of its folder',
    files: async () => {
      const zip = await zipOf({ 'xx/xx/users.csv': 'a;b' });
      return raw(Buffer.from(zip.toString('latin1').replaceAll('xx/xx/', '../../'), 'latin1'), 'klassen.zip');
    },
    code: 'zip-name',
  },
  { mistake: 'a zip with a text file only', files: () => inZip({ 'lees.txt': 'x' }), code: 'zip-without-csv' },

  {
    mistake: 'columns with tabs between them',
    files: () => text('leerlingnummer\tvoornaam', '1\tAnna'),
    code: 'separator-unknown',
    line: 1,
  },
  {
    mistake: 'the column klas is missing',
    files: () => text(head.replace(';klas;', ';'), line(right)),
    code: 'header-missing',
    column: 'klas',
  },
  { mistake: 'no header line, pupils at once', files: () => text(line(right), line(other)), code: 'header-missing' },
  {
    mistake: 'the column e-mail twice',
    files: () => text(`${head};Email`, `${line(right)};`),
    code: 'header-twice',
    column: 'Email',
  },
  ...['BSN', 'PGN', 'Burgerservicenummer', 'onderwijsnummer', 'Adres', 'straat', 'Postcode', 'woonplaats'].map(
    (column): BrokenRoster => ({
      mistake: `a column ${column}`,
      files: () => text(`${head};${column}`, `${line(right)};x`),
      code: 'header-forbidden',
      line: 1,
      column,
    }),
  ),
  { mistake: 'a header and nothing below it', files: () => text(head, '', ';;;'), code: 'no-rows' },
  {
    mistake: 'more than 20,000 pupils',
    files: () => text(head, ...Array.from({ length: 20_001 }, (_, at) => line({ ...right, leerlingnummer: `${at}` }))),
    code: 'too-many-rows',
  },
  { mistake: 'more than 100 columns', files: () => text(head + ';x'.repeat(100), 'x'), code: 'too-many-columns' },
  {
    mistake: 'a line of a million cells',
    files: () => text(head, ';'.repeat(1_000_000)),
    code: 'row-too-long',
    line: 2,
  },
  {
    mistake: 'a cell too many',
    files: () => text(head, line(right), `${line(other)};x`),
    code: 'cells-too-many',
    line: 3,
  },
  {
    mistake: 'a cell too few',
    files: () => text(head, line(right), line(other).slice(0, -1)),
    code: 'cells-too-few',
    line: 3,
  },
  {
    mistake: 'a quote that is never closed',
    files: () =>
      text(head, line(right), line({ ...other, voornaam: '"Daan' }), line({ ...right, leerlingnummer: '3' })),
    code: 'quote-open',
    line: 3,
  },
  {
    mistake: 'a quote that is never closed in a large file',
    files: () => text(head, line({ ...right, voornaam: '"Fatma' }), ...Array.from({ length: 900 }, () => line(other))),
    code: 'row-too-long',
    line: 2,
  },
  {
    mistake: 'a quote in the middle of a cell',
    files: () => second({ voornaam: 'Jan "Jantje" Piet' }),
    code: 'quote-stray',
    line: 3,
  },
  {
    mistake: 'text after a closing quote',
    files: () => second({ voornaam: '"Jan" Piet' }),
    code: 'quote-stray',
    line: 3,
  },
  cell('a cell of more than 1,000 characters', 'mentor', 'a'.repeat(1001), 'cell-too-long'),
  cell('a name of more than 100 characters', 'achternaam', 'a'.repeat(101), 'cell-too-long'),
  cell('no first name', 'voornaam', ' ', 'cell-empty'),
  cell('no leerlingnummer', 'leerlingnummer', '', 'cell-empty'),
  cell('no birth date', 'geboortedatum', '', 'cell-empty'),
  cell('a name that is a formula', 'achternaam', '=1+1', 'cell-formula'),
  cell('a name with a formula behind a space', 'voornaam', ' =HYPERLINK(1)', 'cell-formula'),
  cell('a name that starts with a plus', 'voornaam', '+31', 'cell-formula'),
  cell('a name that starts with a hyphen', 'tussenvoegsel', '-', 'cell-formula'),
  cell('a name that starts with an at sign', 'roepnaam', '@SUM(A1)', 'cell-formula'),
  cell('a name that starts with a tab', 'voornaam', '\tDaan', 'cell-formula'),
  cell('a name that starts with a carriage return', 'voornaam', '"\rDaan"', 'cell-formula'),
  cell('a number that is a formula', 'leerlingnummer', '=5002', 'cell-formula'),
  cell('a line break in a name', 'voornaam', '"Daan\nPiet"', 'cell-control'),
  cell('a control character in a name', 'voornaam', 'Da\u0007an', 'cell-control'),
  cell('a character that turns the text around', 'voornaam', 'Daan\u202Exyz', 'cell-control'),
  cell('letters that were garbled by an earlier export', 'voornaam', 'JosÃ©', 'cell-garbled'),
  cell('a letter that was lost', 'voornaam', 'Jos\uFFFD', 'cell-garbled'),
  cell('a name without letters', 'voornaam', '12?', 'name-wrong'),
  cell('a leerlingnummer with a space', 'leerlingnummer', '50 02', 'pupil-number-wrong'),
  cell('a leerlingnummer that a spreadsheet rounded', 'leerlingnummer', '1,23E+05', 'pupil-number-wrong'),
  cell('the same leerlingnummer twice', 'leerlingnummer', '5001', 'pupil-number-twice'),
  {
    mistake: 'the BSN as leerlingnummer',
    files: () =>
      text(head, line({ ...right, leerlingnummer: '111222333' }), line({ ...other, leerlingnummer: '123456782' })),
    code: 'pupil-number-is-bsn',
    line: null,
    column: 'leerlingnummer',
  },
  cell('31 February', 'geboortedatum', '31-02-2010', 'date-impossible'),
  cell('29 February of a common year', 'geboortedatum', '2011-02-29', 'date-impossible'),
  cell('a 13th month', 'geboortedatum', '01-13-2011', 'date-impossible'),
  cell('a date with slashes', 'geboortedatum', '1/2/2011', 'date-format'),
  cell('a date with a year of two digits', 'geboortedatum', '01-02-11', 'date-format'),
  cell('a date as a number of days', 'geboortedatum', '40575', 'date-format'),
  cell('a birth date in the future', 'geboortedatum', '01-01-2030', 'date-in-future'),
  cell('a pupil of 9', 'geboortedatum', '01-01-2017', 'age-wrong'),
  cell('a pupil of 26', 'geboortedatum', '01-01-2000', 'age-wrong'),
  cell('leerjaar 7', 'leerjaar', '7', 'year-wrong'),
  cell('leerjaar as a class', 'leerjaar', '3B', 'year-wrong'),
  cell('one group in two leerjaren', 'leerjaar', '4', 'group-two-years'),
  cell('an unknown leerweg', 'leerweg', 'havo', 'leerweg-unknown'),
  cell('two leerwegen at once', 'leerweg', 'bb/kb', 'leerweg-unknown'),
  cell('an unknown profiel', 'profiel', 'Natuur en Techniek', 'profiel-unknown'),
  cell('an e-mail address without an at sign', 'e-mail', 'daan.school.nl', 'email-wrong'),
  cell('an e-mail address with a space', 'e-mail', 'daan de@vries.nl', 'email-wrong'),
  cell('a wrong address of the mentor', 'mentor', 'boer@school', 'email-wrong'),
  {
    mistake: 'two pupils with one e-mail address',
    files: () => text(head, line({ ...right, 'e-mail': 'x@y.nl' }), line({ ...other, 'e-mail': 'X@Y.nl' })),
    code: 'email-twice',
    line: 3,
    column: 'e-mail',
  },
  {
    mistake: 'custody that is neither yes nor no',
    files: () => second({ ouder1_naam: 'An Bos', ouder1_gezag: 'deels' }),
    code: 'yes-no-wrong',
    line: 3,
    column: 'ouder1_gezag',
  },
  cell('a guardian with custody and without a name', 'ouder1_gezag', 'ja', 'guardian-without-name'),
  cell('a guardian with an address and without a name', 'ouder2_email', 'a@b.nl', 'guardian-without-name'),
  {
    mistake: 'the same guardian twice',
    files: () => second({ ouder1_naam: 'An Bos', ouder2_naam: 'an  bos' }),
    code: 'guardian-twice',
    line: 3,
  },
  {
    mistake: 'two guardians with one address',
    files: () =>
      second({ ouder1_naam: 'An Bos', ouder1_email: 'bos@x.nl', ouder2_naam: 'Bo Bos', ouder2_email: 'bos@x.nl' }),
    code: 'guardian-email-shared',
    line: 3,
  },
  {
    mistake: "the address of another child's guardian",
    files: () =>
      text(
        head,
        line({ ...right, ouder1_naam: 'Ayşe Yılmaz', ouder1_email: 'a@x.nl' }),
        line({ ...other, ouder1_naam: 'Piet de Vries', ouder1_email: 'a@x.nl' }),
      ),
    code: 'guardian-email-of-other',
    line: 3,
  },

  { mistake: 'OneRoster 2.0', files: swap('manifest.csv', 'version,1.2', 'version,2.0'), code: 'one-roster-version' },
  { mistake: 'a OneRoster delta', files: swap('manifest.csv', ',bulk', ',delta'), code: 'one-roster-delta' },
  {
    mistake: 'a OneRoster export of two schools',
    files: swap('orgs.csv', /$/, 'o-2,,,Andere school,school,99YY,o-0\r\n'),
    code: 'one-roster-schools',
    line: 4,
  },
  {
    mistake: 'a OneRoster export without pupils',
    files: swap('roles.csv', /,student,/g, ',aide,'),
    code: 'one-roster-no-pupils',
  },
  {
    mistake: 'a OneRoster user twice',
    files: swap('users.csv', /(p-100001,.*\r\n)/, '$1$1'),
    code: 'one-roster-id-twice',
    column: 'sourcedId',
  },
  {
    mistake: 'an enrollment of nobody',
    files: swap('enrollments.csv', 'p-100003', 'p-x'),
    code: 'one-roster-reference',
    column: 'userSourcedId',
  },
  {
    mistake: 'an enrollment in no class',
    files: swap('enrollments.csv', 'h-1B1,o-1,p-', 'h-x,o-1,p-'),
    code: 'one-roster-reference',
    column: 'classSourcedId',
  },
  {
    mistake: 'a pupil without a group',
    files: swap('enrollments.csv', /e-\d+,,,h-1B1,o-1,p-100004,student,,,\r\n/, ''),
    code: 'one-roster-no-group',
  },
  {
    mistake: 'a pupil in two homerooms',
    files: swap('enrollments.csv', /$/, 'e-x,,,h-2B1,o-1,p-100004,student,,,\r\n'),
    code: 'one-roster-two-groups',
  },
  {
    mistake: 'a OneRoster export without grades',
    files: oneRoster((files) => {
      files['users.csv'] = (files['users.csv'] ?? '').replace(',grades,', ',gr,');
      files['classes.csv'] = (files['classes.csv'] ?? '').replace(',grades,', ',gr,');
    }),
    code: 'one-roster-no-year',
  },
  {
    mistake: 'a birth date in OneRoster that is no day',
    files: swap('demographics.csv', /\d{4}-\d\d-\d\d/, '2013-02-30'),
    code: 'date-impossible',
  },
  {
    mistake: 'a OneRoster export with a column of addresses',
    files: swap('users.csv', ',phone,', ',metadata.homeAdres,'),
    code: 'header-forbidden',
  },
];
