import fc from 'fast-check';
import {
  directionOf,
  keepsVersion,
  languageCode,
  paragraphsOf,
  regionalVersion,
  shown,
} from './consent-texts.rules.js';
import type { ConsentTextRow, TextVersion } from './consent-texts.types.js';

test.each([
  ['nl', 'nl', 'ltr'],
  ['AR', 'ar', 'rtl'],
  ['fa', 'fa', 'rtl'],
  ['he', 'he', 'rtl'],
  ['ps-AF', 'ps-AF', 'rtl'],
  ['ku', 'ku', 'ltr'],
  ['ckb', 'ckb', 'rtl'],
  ['ku-arab', 'ku-Arab', 'rtl'],
  ['ti', 'ti', 'ltr'],
  ['zh-hant', 'zh-Hant', 'ltr'],
  ['x', null, 'ltr'],
  ['geen taal', null, 'ltr'],
  ['', null, 'ltr'],
  ['"><script>', null, 'ltr'],
])('%s is the language %s, read %s', (text, code, direction) => {
  expect([languageCode(text), directionOf(text)]).toEqual([code, direction]);
});

test('any text is a language or it is none, and is never a crash', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const code = languageCode(text);
      if (code !== null) expect(languageCode(code)).toBe(code);
      expect(['ltr', 'rtl']).toContain(directionOf(text));
    }),
  );
});

test('an empty line ends a paragraph; a line end does not', () => {
  expect(paragraphsOf('een\nregel\n\n\n twee \n \t\ndrie')).toEqual(['een regel', 'twee', 'drie']);
  expect(paragraphsOf(' \n\n ')).toEqual([]);
});

test('a new version has a name that none has yet', () => {
  expect(regionalVersion('2026-11', ['2026-11'])).toBe('2026-11-regio');
  fc.assert(
    fc.property(fc.nat(20), (n) => {
      const taken: string[] = [];
      for (let i = 0; i < n; i++) {
        const name = regionalVersion('2026-11', taken);
        expect(taken).not.toContain(name);
        expect(name).toMatch(/-regio(-[0-9]+)?$/);
        taken.push(name);
      }
    }),
  );
});

test('the words stay while somebody else said yes to them', () => {
  const own = (agreed: boolean | null) => ({ self: true, agreed });
  const other = (agreed: boolean | null) => ({ self: false, agreed });
  expect(keepsVersion([])).toBe(false);
  expect(keepsVersion([own(true), other(null), other(false)])).toBe(false);
  expect(keepsVersion([own(null), other(true)])).toBe(true);
});

test('a text is shown in the language asked for, else in that of the page, else in Dutch, with the name of the school', () => {
  const text = (language: string): ConsentTextRow => ({
    id: language,
    purpose: 'intake',
    version: '1',
    language,
    languageName: language,
    title: 'Over {school}',
    paragraphs: ['{school} en {school}'],
    validFrom: '',
    regional: false,
  });
  const version: TextVersion = {
    purpose: 'intake',
    version: '1',
    newest: true,
    ahead: false,
    texts: ['nl', 'ar', 'en'].map(text),
  };
  const id = (...wanted: (string | undefined)[]) => shown(version, wanted, 'Het $& roc')?.id;
  expect([id('ar', 'en'), id('pl', 'en'), id(undefined, 'pl'), id()]).toEqual(['ar', 'en', 'nl', 'nl']);
  expect(shown(version, ['ar'], 'Het $& roc')).toMatchObject({
    direction: 'rtl',
    title: 'Over Het $& roc',
    paragraphs: ['Het $& roc en Het $& roc'],
  });
  expect(shown({ ...version, texts: [text('pl')] }, [], 'x')?.id).toBe('pl');
  expect(shown({ ...version, texts: [] }, [], 'x')).toBeNull();
});
