import { readdirSync, readFileSync } from 'node:fs';
import { en } from './en.js';
import { nl } from './nl.js';
import { isMessageKey, translator } from './translator.js';

const dutch = translator('nl');
const english = translator('en');

describe('a translator', () => {
  it('fills in parameters and chooses the plural', () => {
    expect(dutch.t('error.summary', { count: 1 })).toBe('Er is 1 ding dat je moet aanpassen');
    expect(dutch.t('error.summary', { count: 3 })).toBe('Er zijn 3 dingen die je moet aanpassen');
    expect(english.t('error.summary', { count: 1 })).toBe('There is 1 thing to put right');
  });

  it('answers a code that it does not know with a general sentence', () => {
    expect(dutch.text('never-heard-of')).toBe('Dat lukte niet. Probeer het nog een keer.');
    expect(dutch.text('invalid.isRfc3339')).toBe('Dit klopt nog niet. Kijk het na.');
    expect(dutch.text('toString')).toBe(dutch.t('error.general'));
    expect(dutch.text('max-300')).toBe('Gebruik hooguit 300 tekens');
    expect(dutch.text('invalid.maxLength', { limit: 300 })).toBe('Gebruik hooguit 300 tekens');
  });

  it('says days as they are in Amsterdam', () => {
    expect(dutch.date('2026-11-22')).toBe('22 november 2026');
    expect(dutch.dateShort(new Date('2026-12-31T23:30:00Z'))).toBe('1 jan 2027');
    expect(dutch.period('2026-03-09', '2026-03-20')).toBe('9–20 mrt 2026');
    expect(dutch.period('2026-03-09', null)).toBe('9 mrt 2026');
    expect(english.date('2026-11-22')).toBe('22 November 2026');
    expect(dutch.dateTime(new Date('2026-11-22T09:31:00Z'))).toBe('22 november 2026 om 10:31');
  });

  it('asks for the same parameters in both languages', () => {
    const names = (message: unknown): string[] =>
      [...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
    for (const key of Object.keys(nl) as (keyof typeof nl)[])
      expect([key, new Set(names(en[key]))]).toEqual([key, new Set(names(nl[key]))]);
  });
});

/** Codes as they stand in the source: of a DomainError, of a field fault, and the message of a rule in a DTO. */
function codesIn(source: string): string[] {
  const patterns = [
    /DomainError\(\s*'([\w-]+)'/g,
    /\bfield: [^{}]*?code: '([\w-]+)'/g,
    /\bmessage: '([\w.-]+)'/g,
    /\bcode\('([\w.-]+)'\)/g,
  ];
  return patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((found) => found[1] ?? ''));
}

describe('every refusal', () => {
  const src = new URL('../../', import.meta.url);
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(service|reader|rules|errors|dto|guard|controller)\.ts$/.test(name),
  );
  // These are pages of their own (ErrorPage says what the status means), or a limit that stands in the code.
  const without = /^(internal|busy|unavailable|if-match-missing|max-\d+|min-\d+)$/;

  it('has a text', () => {
    const found = files.flatMap((name) =>
      codesIn(readFileSync(new URL(name, src), 'utf8')).map((code) => ({ name, code })),
    );
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ code }) => !without.test(code) && !isMessageKey(code))).toEqual([]);
  });
});
