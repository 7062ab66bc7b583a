import { Faults } from './faults.rules.js';
import { diffHistory, historyKey, readHistory } from './lob-history.rules.js';
import type { HistoryRow } from './roster.types.js';

const context = {
  today: '2026-11-22',
  knownTypes: { 'Open dag': 'open-day', Bedrijfsbezoek: 'company-visit' },
  knownCompetences: { Werkexploratie: 'werkexploratie', Netwerken: 'netwerken' },
};
function read(...lines: string[]): { rows: HistoryRow[] | null; faults: Faults } {
  const faults = new Faults();
  return { rows: readHistory('lob.csv', lines.join('\n'), context, faults), faults };
}
const head = 'leerlingnummer;datum;soort;titel;plaats;competentie';

describe('the LOB history of a school', () => {
  it('reads what pupils did', () => {
    const { rows, faults } = read(
      head,
      '5001;31-03-2025;open dag;Open dag Graafschap;Doetinchem;werkexploratie, Netwerken',
      '5001;2025-04-01;company-visit;"Bakkerij ""De Ark""";;',
    );
    expect(faults.items).toEqual([]);
    expect(rows).toEqual([
      {
        line: 2,
        pupilNumber: '5001',
        date: '2025-03-31',
        type: 'open-day',
        title: 'Open dag Graafschap',
        place: 'Doetinchem',
        competences: ['werkexploratie', 'netwerken'],
      },
      expect.objectContaining({
        line: 3,
        type: 'company-visit',
        title: 'Bakkerij "De Ark"',
        place: '',
        competences: [],
      }),
    ]);
  });

  it.each([
    ['an unknown type', '1;31-03-2025;Uitje;Titel;;', 'type-unknown', 'soort'],
    ['no type', '1;31-03-2025;;Titel;;', 'cell-empty', 'soort'],
    [
      'an unknown competence',
      '1;31-03-2025;Open dag;Titel;;Werkexploratie, koken',
      'competence-unknown',
      'competentie',
    ],
    ['a day to come', '1;31-03-2027;Open dag;Titel;;', 'date-in-future', 'datum'],
    ['a day of long ago', '1;31-03-2010;Open dag;Titel;;', 'date-too-old', 'datum'],
    ['a day that is not there', '1;31-02-2025;Open dag;Titel;;', 'date-impossible', 'datum'],
    ['no title', '1;31-03-2025;Open dag;;;', 'cell-empty', 'titel'],
    ['a title that is a formula', '1;31-03-2025;Open dag;=1+1;;', 'cell-formula', 'titel'],
    ['a title of more than 200 characters', `1;31-03-2025;Open dag;${'a'.repeat(201)};;`, 'cell-too-long', 'titel'],
    ['no pupil', ';31-03-2025;Open dag;Titel;;', 'cell-empty', 'leerlingnummer'],
  ])('refuses %s', (_mistake, line, code, column) => {
    const { faults } = read(head, line);
    expect(faults.items).toMatchObject([{ line: 2, code, column }]);
    expect(faults.items[0]?.expected).not.toMatch(/[{}]/);
  });

  it('refuses the same activity twice and names the first line', () => {
    const row = '1;31-03-2025;Open dag;Bij ons;;';
    const { faults } = read(head, row, '2;31-03-2025;Open dag;Bij ons;;', row.replace('Bij', 'bij'));
    expect(faults.items).toMatchObject([{ line: 4, code: 'row-twice' }]);
    expect(faults.items[0]?.expected).toMatch(/regel 2$/);
  });

  it('refuses a column for a BSN here too', () => {
    expect(read(`${head};BSN`, '1;31-03-2025;Open dag;T;;;x').faults.items).toMatchObject([
      { code: 'header-forbidden' },
    ]);
  });

  it('adds what is not there yet, and refuses a pupil of elsewhere', () => {
    const rows =
      read(head, '1;31-03-2025;Open dag;A;;', '1;31-03-2025;Open dag;B;;', '7;31-03-2025;Open dag;A;;').rows ?? [];
    const faults = new Faults();
    const activityKeys = new Set([historyKey({ pupilNumber: '1', date: '2025-03-31', type: 'open-day', title: 'a' })]);
    const diff = diffHistory('lob.csv', rows, { pupilNumbers: new Set(['1']), activityKeys }, faults);
    expect(diff.new.map((row) => row.title)).toEqual(['B']);
    expect(diff.known).toBe(1);
    expect(faults.items).toMatchObject([{ line: 4, code: 'pupil-unknown', found: '7' }]);
  });
});
