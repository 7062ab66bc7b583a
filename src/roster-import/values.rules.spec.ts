import fc from 'fast-check';
import {
  areBsns,
  clean,
  isFormula,
  isGarbled,
  looksLikeBsn,
  parseBirthDate,
  parseDate,
  parseEmail,
  parseLeerweg,
  parseProfiel,
  parseYesNo,
  yearOfGrade,
} from './values.rules.js';

const value = (read: { ok: boolean; value?: unknown; code?: string }): unknown => (read.ok ? read.value : read.code);

describe('a date', () => {
  it.each([
    ['2010-01-31', '2010-01-31'],
    ['31-01-2010', '2010-01-31'],
    ['1-2-2010', '2010-02-01'],
    ['29-02-2012', '2012-02-29'],
    ['31-02-2010', 'date-impossible'],
    ['29-02-2011', 'date-impossible'],
    ['00-01-2010', 'date-impossible'],
    ['2010-1-31', 'date-format'],
    ['31/01/2010', 'date-format'],
    ['31-01-10', 'date-format'],
    ['31-01-2010 00:00', 'date-format'],
    ['0010-01-01', 'date-impossible'],
  ])('%s is %s', (text, expected) => {
    expect(value(parseDate(text))).toBe(expected);
  });

  it('is read back as it was written, whichever day it is', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const dutch = iso.split('-').reverse().join('-');
          expect([value(parseDate(iso)), value(parseDate(dutch))]).toEqual([iso, iso]);
        },
      ),
    );
  });

  it('of birth makes a pupil 10 to 25 years old', () => {
    const today = '2026-11-22';
    expect(value(parseBirthDate('22-11-2016', today))).toBe('2016-11-22');
    expect(value(parseBirthDate('23-11-2016', today))).toBe('age-wrong');
    expect(value(parseBirthDate('23-11-2000', today))).toBe('2000-11-23');
    expect(value(parseBirthDate('22-11-2000', today))).toBe('age-wrong');
    expect(value(parseBirthDate('23-11-2026', today))).toBe('date-in-future');
  });
});

describe('a leerweg', () => {
  it.each([
    ['bb', 'bb basis B BBL vmbo-b vmbo-bb Basisberoepsgericht basisberoepsgerichte_leerweg bb-lwoo LWT'],
    ['kb', 'kb kader K KBL vmbo-kb kaderberoepsgericht'],
    ['gl', 'gl gemengd G vmbo-gl GTL gt'],
    ['tl', 'tl T mavo vmbo-t theoretisch'],
    ['pro', 'pro PrO praktijkonderwijs'],
    ['vso', 'vso VSO'],
    ['leerweg-unknown', 'havo bk vwo x bb/kb kgt 3'],
  ])('is %s for %s', (leerweg, spellings) => {
    for (const spelling of spellings.split(' '))
      expect([spelling, value(parseLeerweg(spelling))]).toEqual([spelling, leerweg]);
  });
});

describe('a profiel', () => {
  it.each([
    ['BWI', 'BWI|Bouwen, wonen en interieur'],
    ['MET', 'M&T|MeT|Mobiliteit en transport'],
    ['MAT', 'MaT|Maritiem en techniek'],
    ['EO', 'E&O|Economie en ondernemen'],
    ['DP', 'D&P|Dienstverlening en producten'],
    ['GROEN', 'Groen|groen'],
    ['ZW', 'Z&W|ZW|Zorg en welzijn'],
    ['PIE', 'PIE|Produceren, installeren en energie'],
  ])('is %s for %s', (profiel, spellings) => {
    for (const spelling of spellings.split('|')) expect(value(parseProfiel(spelling, 'kb'))).toBe(profiel);
  });

  it('zorg en welzijn is a sector at tl and a profiel elsewhere', () => {
    expect(value(parseProfiel('Zorg en Welzijn', 'tl'))).toBe('zorg-en-welzijn');
    expect(value(parseProfiel('Z&W', 'tl'))).toBe('zorg-en-welzijn');
    expect(value(parseProfiel('Zorg en Welzijn', null))).toBe('ZW');
    expect(value(parseProfiel('sector techniek', 'tl'))).toBe('techniek');
    expect(value(parseProfiel('NT', 'tl'))).toBe('profiel-unknown');
  });
});

describe('other cells', () => {
  it('an e-mail address has a name, an at sign and a domain', () => {
    expect(value(parseEmail('A.de-Boer+x@School.example.nl'))).toBe('a.de-boer+x@school.example.nl');
    for (const wrong of ['a@b', 'a b@c.nl', 'a@b..nl', '.a@b.nl', 'a.@b.nl', 'a@b.nl,c@d.nl', '<a@b.nl>', 'a@@b.nl']) {
      expect([wrong, value(parseEmail(wrong))]).toEqual([wrong, 'email-wrong']);
    }
  });

  it('custody is said with yes or no in several ways', () => {
    for (const word of ['ja', 'J', 'TRUE', '1', 'Yes']) expect(value(parseYesNo(word))).toBe(true);
    for (const word of ['nee', 'N', 'false', '0', 'geen']) expect(value(parseYesNo(word))).toBe(false);
    for (const word of ['?', 'deels', 'onbekend']) expect(value(parseYesNo(word))).toBe('yes-no-wrong');
  });

  it('a grade of OneRoster is a leerjaar when it is one', () => {
    expect(['3', '03', 'leerjaar 3', 'LJ3', '3,03', '3,4', '07', '', 'vmbo'].map(yearOfGrade)).toEqual([
      ...[3, 3, 3, 3, 3, null, null, null, null],
    ]);
  });

  it('a formula is what a spreadsheet would calculate', () => {
    for (const cell of ['=1', '+1', '-1', '@x', '\tx', '\rx', ' =1', '＝1'])
      expect([cell, isFormula(cell)]).toEqual([cell, true]);
    for (const cell of ["'t Hoen", 'Jan-Piet', 'a=b', 'x@y.nl', ''])
      expect([cell, isFormula(cell)]).toEqual([cell, false]);
  });

  it('garbled letters are told from rare ones', () => {
    for (const text of ['JosÃ©', 'Ã‡aÄŸla', 'Oâ€™Connor', 'Jos\uFFFD'])
      expect([text, isGarbled(text)]).toEqual([text, true]);
    for (const text of ['José', 'Çağla', 'Ångström', 'ÄNNE', 'Łukasz', 'Ãna'])
      expect([text, isGarbled(text)]).toEqual([text, false]);
  });

  it('a cell is cleaned of what nobody sees', () => {
    expect(clean(' \u00A0 Fatma\u200B \u00A0 El  Amrani ')).toBe('Fatma El Amrani');
    expect(clean('Jose\u0301')).toBe('José');
  });

  it('a burgerservicenummer is known by its sum, and a column by nearly all of its numbers', () => {
    expect(['111222333', '123456782', '123456789', '12345', '101234567'].map(looksLikeBsn)).toEqual([
      ...[true, true, false, false, false],
    ]);
    const counted = Array.from({ length: 2000 }, (_, at) => String(100_000_000 + at * 7));
    expect(areBsns(counted)).toBe(false);
    expect(areBsns(counted.filter(looksLikeBsn))).toBe(true);
    expect(areBsns(['111222333'])).toBe(false);
  });
});
