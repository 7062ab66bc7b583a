const infixes = new Set(
  "van de den der het 't 's ten ter te in op aan uit bij over onder von zu du des la le lo da dos del della di d' l'".split(
    ' ',
  ),
);
const isInfix = (word: string | undefined): boolean =>
  word !== undefined && infixes.has(word.toLowerCase().replace('\u2019', "'"));

export interface Name {
  givenName: string;
  infix: string;
  familyName: string;
}

/** `van den Berg` or `Berg, van den` to infix and name. A name that consists of infixes alone stays whole. */
export function splitFamilyName(text: string): { infix: string; familyName: string } {
  const [family = '', behind] = text.split(',', 2).map((word) => word.trim());
  if (behind && behind.split(' ').every(isInfix)) return { infix: behind, familyName: family };
  const words = text.split(' ');
  let at = 0;
  while (at < words.length - 1 && isInfix(words[at])) at += 1;
  return { infix: words.slice(0, at).join(' '), familyName: words.slice(at).join(' ') };
}

/** One cell with a whole name: `Fatma El Amrani`, `Jan van den Berg`, `Berg, Jan van den`. */
export function splitFullName(text: string): Name {
  const [behind = '', before = '', ...more] = text.split(',').map((word) => word.trim());
  if (behind && before && more.length === 0) {
    const words = before.split(' ');
    let end = words.length;
    while (end > 1 && isInfix(words[end - 1])) end -= 1;
    const given = words.slice(0, end).join(' ');
    return { givenName: given, infix: words.slice(end).join(' '), familyName: behind };
  }
  const words = text.split(' ');
  if (words.length === 1) return { givenName: '', infix: '', familyName: text };
  // `de Vries`, and also `Jansen-de Vries`: a double name is not a first name.
  const starts = (word: string): boolean => isInfix(word) || (word.includes('-') && isInfix(word.split('-').at(-1)));
  const first = words.findIndex((word, at) => at > 0 && at < words.length - 1 && starts(word));
  if (first > 0)
    return { givenName: words.slice(0, first).join(' '), ...splitFamilyName(words.slice(first).join(' ')) };
  return { givenName: words.slice(0, -1).join(' '), infix: '', familyName: words.at(-1) ?? '' };
}

export const fullName = (name: Name): string =>
  [name.givenName, name.infix, name.familyName].filter((part) => part !== '').join(' ');

/** Two spellings of one name are equal here: case, accents, dots and hyphens do not count. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The same, of a whole name in whichever order it was written. */
export const fullNameKey = (text: string): string => nameKey(fullName(splitFullName(text)));

/** Do two names share a word of the family name? `M. Jansen-de Vries` and `Mia de Vries` do. */
export function sameFamily(one: string, other: string): boolean {
  const words = (text: string): string[] => nameKey(splitFullName(text).familyName).split(' ');
  const others = new Set(words(other));
  return words(one).some((word) => !isInfix(word) && others.has(word));
}

/** Groups are told apart by letters and digits: `3 kb-1` is `3KB1`. */
export const groupKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
