import { exampleCsv } from './example.rules.js';
import { Faults } from './faults.rules.js';
import { readSimpleCsv, simpleColumns } from './simple-csv.rules.js';
import type { RosterPupil } from './roster.types.js';

function read(...lines: string[]): { pupils: RosterPupil[]; fields: string[]; faults: Faults } {
  const faults = new Faults();
  const roster = readSimpleCsv('klassen.csv', lines.join('\n'), '2026-11-22', faults);
  return { pupils: roster?.pupils ?? [], fields: roster?.fields ?? [], faults };
}
const head = 'leerlingnummer;voornaam;achternaam;geboortedatum;klas;leerjaar';

describe('our own CSV', () => {
  it('reads all its columns', () => {
    const { pupils, faults } = read(
      simpleColumns.map((column) => column.label).join(';'),
      'L12;Fatma Nur;;van den Berg;31-01-2012;3KB1;3;kader;Z&W;Anna Boer <A.Boer@school.nl>;f@school.nl;Nur;' +
        'Ayşe Yılmaz;ayse@thuis.nl;ja;Jeugdbescherming Gelderland;;nee',
    );
    expect(faults.items).toEqual([]);
    expect(pupils).toEqual([
      {
        file: 'klassen.csv',
        line: 2,
        pupilNumber: 'L12',
        firstName: 'Fatma Nur',
        callName: 'Nur',
        infix: 'van den',
        familyName: 'Berg',
        birthDate: '2012-01-31',
        email: 'f@school.nl',
        group: '3KB1',
        year: 3,
        leerweg: 'kb',
        profiel: 'ZW',
        mentor: { email: 'a.boer@school.nl', name: 'Anna Boer' },
        guardians: [
          { name: 'Ayşe Yılmaz', email: 'ayse@thuis.nl', custody: true },
          { name: 'Jeugdbescherming Gelderland', email: null, custody: false },
        ],
      },
    ]);
  });

  it('knows a column by its name in other spellings and in any order', () => {
    const { pupils, faults } = read(
      'Leerjaar,KLAS,Geboorte-datum,Achternaam,Voor naam,Leerlingnr.,E-mailadres,"Ouder 1 naam",Gezag ouder 1,naam_mentor',
      '4,4T1,2011-02-28,"Bos, van",Daan,7,d@x.nl,"Bos, An",onbekend?,A. Boer',
    );
    expect(faults.items.map(({ code, column }) => [code, column])).toEqual([['yes-no-wrong', 'Gezag ouder 1']]);
    expect(pupils).toEqual([]);
  });

  it('tells which fields the file does not carry, so that they stay as they are', () => {
    const { pupils, fields } = read(head, '1;Daan;Bos;2011-02-28;4T1;4');
    expect(fields).toEqual(['birthDate']);
    expect(pupils[0]).toMatchObject({ leerweg: null, mentor: null, guardians: [], callName: null });
  });

  it('skips a column that it does not know and says so once', () => {
    const { pupils, faults } = read(
      `${head};Sportclub;;`,
      '1;Daan;Bos;2011-02-28;4T1;4;DVV;;',
      '2;An;Bos;2011-02-28;4T1;4;DVV;;x',
    );
    expect(faults.items).toEqual([]);
    expect(pupils).toHaveLength(2);
    expect(faults.notices.map((notice) => notice.text)).toEqual([
      'De kolom "Sportclub" kennen we niet en is overgeslagen.',
      'Kolom 9 heeft geen naam en is overgeslagen.',
    ]);
  });

  it('says how it read a leerweg of two kinds', () => {
    const { faults } = read(`${head};leerweg`, '1;Daan;Bos;2011-02-28;4T1;4;GTL', '2;An;Bos;2011-02-28;4T1;4;GTL');
    expect(faults.notices.map((notice) => notice.text)).toEqual(['De leerweg "GTL" is gelezen als gl.']);
  });

  it('counts lines as an editor does, past line breaks in cells, empty lines and the first line of Excel', () => {
    const wrong = '9;Daan;Bos;31-02-2011;4T1;4';
    const lines = (...rows: string[]): (number | null)[] => read(...rows).faults.items.map((fault) => fault.line);
    expect(lines(head, '', wrong)).toEqual([3]);
    expect(lines('sep=;', head, wrong)).toEqual([3]);
    expect(lines(`${head};opmerking`, '1;An;Bos;2011-02-28;4T1;4;"een\ntwee\n\ndrie"', `${wrong};`)).toEqual([6]);
    expect(lines(`${head};opmerking`, '1;An;Bos;2011-02-28;4T1;4;"een\r\ntwee"\r', `${wrong};\r`)).toEqual([4]);
    expect(lines(`${head};opmerking`, `${wrong};"een\ntwee"`)).toEqual([2]);
    expect(lines('', '', head, wrong)).toEqual([4]);
    expect(lines(head, '1;An;Bos;2011-02-28;4T1;4', '', '2;"An;Bos;2011-02-28;4T1;4')).toEqual([4]);
  });

  it('gives every fault of a row, not the first one only', () => {
    const { faults } = read(head, ';=Daan;Bos;31-02-2011;4T1;9');
    expect(faults.items.map(({ column, found, code }) => [column, found, code])).toEqual([
      ['leerlingnummer', '', 'cell-empty'],
      ['voornaam', '=Daan', 'cell-formula'],
      ['geboortedatum', '31-02-2011', 'date-impossible'],
      ['leerjaar', '9', 'year-wrong'],
    ]);
  });

  it('shows what was found in at most 40 characters and without control characters', () => {
    const { faults } = read(head, `1;${'a\u0007'.repeat(40)};Bos;2011-02-28;4T1;4`);
    expect(faults.items[0]?.found).toBe(`${'a·'.repeat(19)}a…`);
  });

  it('is not fooled by headers that JavaScript objects have', () => {
    const { pupils, faults } = read(`${head};__proto__;constructor`, '1;Daan;Bos;2011-02-28;4T1;4;x;y');
    expect(pupils).toHaveLength(1);
    expect(faults.notices).toHaveLength(2);
  });

  it('lets brothers and sisters share a guardian, also when the initials differ', () => {
    const { pupils, faults } = read(
      `${head};ouder1_naam;ouder1_email`,
      '1;Elif;Yılmaz;2011-02-28;4T1;4;Ayşe Yılmaz;a@x.nl',
      '2;Emir;Yılmaz;2012-02-28;4T1;4;A. Yılmaz;a@x.nl',
    );
    expect(faults.items).toEqual([]);
    expect(pupils).toHaveLength(2);
  });
});

describe('the example that schools can download', () => {
  it('is right', () => {
    const { pupils, fields, faults } = read(exampleCsv().slice(1));
    expect([faults.items, faults.notices]).toEqual([[], []]);
    expect(pupils.map((pupil) => [pupil.callName, pupil.infix, pupil.guardians.length])).toEqual([
      ['Nur', '', 2],
      [null, 'van den', 1],
    ]);
    expect(fields).toHaveLength(7);
  });
});
