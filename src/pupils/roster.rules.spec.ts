import { type EnrolmentFacts, isComplete, openingCounts } from './roster.rules.js';

describe('a pupil is complete', () => {
  it.each<[string, EnrolmentFacts, boolean]>([
    ['with leerweg and profiel', { year: 3, leerweg: 'kb', profiel: 'ZW' }, true],
    ['not without profiel in year 3', { year: 3, leerweg: 'kb', profiel: null }, false],
    ['without profiel in year 2, where nobody has chosen one', { year: 2, leerweg: 'kb', profiel: null }, true],
    ['without profiel at a praktijkschool', { year: 4, leerweg: 'pro', profiel: null }, true],
    ['not without leerweg', { year: 1, leerweg: null, profiel: null }, false],
    ['not without leerjaar', { year: null, leerweg: 'pro', profiel: null }, false],
  ])('%s', (_, facts, complete) => expect(isComplete(facts)).toBe(complete));
});

describe('what a pupil of 9 March 2010 opened to the guardians', () => {
  it.each([
    ['under 16', '2026-03-08', '2026-03-01', false],
    ['at 16', '2026-11-16', '2026-03-09', true],
    ['before the 16th birthday', '2026-11-16', '2026-03-08', false],
    ['at 17, asked at 17', '2028-03-08', '2027-05-01', true],
    ['at 17, asked at 18', '2028-03-09', '2027-05-01', false],
    ['anew at 18', '2028-03-10', '2028-03-09', true],
  ])('%s', (_, today, openedOn, counts) => expect(openingCounts('2010-03-09', openedOn, today)).toBe(counts));

  it('is nothing when he never opened', () => expect(openingCounts('2010-03-09', null, '2026-11-16')).toBe(false));
});
