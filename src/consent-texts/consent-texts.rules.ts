import { BASE_LANGUAGE, type ConsentTextRow, type ShownText, type TextVersion } from './consent-texts.types.js';

const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** `AR-latn` becomes `ar-Latn`; null for what is no language. */
export function languageCode(text: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(text)) return null;
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return null;
  }
}

/** In which direction a language is read: of Kurdish, Kurmanji from the left and Sorani from the right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const code = languageCode(language);
  return code && rightToLeft.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** An empty line ends a paragraph. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');

/** The name of a new version of a region, after the month in which it begins; one of ours never has such a name. */
export function regionalVersion(month: string, taken: readonly string[]): string {
  const names = [`${month}-regio`, ...taken.map((_, i) => `${month}-regio-${i + 2}`)];
  return names.find((name) => !taken.includes(name))!;
}

/** Everyone says yes to the same words: while somebody else's yes stands, an answer is to the text of that yes. */
export const keepsVersion = (answers: readonly { self: boolean; agreed: boolean | null }[]): boolean =>
  answers.some(({ self, agreed }) => !self && agreed === true);

/** The text in the language that was asked for, else in that of the page, else in Dutch; with the school's name in it. */
export function shown(
  { purpose, version, texts }: TextVersion,
  wanted: readonly (string | undefined)[],
  school: string,
): ShownText | null {
  const found = [...wanted, BASE_LANGUAGE]
    .map((language) => texts.find((text) => text.language === language))
    .find((text) => text !== undefined);
  const text = found ?? texts[0];
  if (!text) return null;
  const filled = filledIn(text, school);
  return {
    id: text.id,
    purpose,
    version,
    ...languageOf(text),
    title: filled.title,
    paragraphs: filled.paragraphs,
    languages: texts.map(languageOf),
  };
}

export const filledIn = (
  { title, paragraphs }: Pick<ConsentTextRow, 'title' | 'paragraphs'>,
  school: string,
): { title: string; paragraphs: string[] } => ({
  title: title.replaceAll('{school}', () => school),
  paragraphs: paragraphs.map((paragraph) => paragraph.replaceAll('{school}', () => school)),
});

const languageOf = ({ language, languageName }: ConsentTextRow): ShownText['languages'][number] => ({
  language,
  languageName,
  direction: directionOf(language),
});
