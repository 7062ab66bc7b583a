import { type EnrolmentFacts, isComplete } from './roster.rules.js';

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
