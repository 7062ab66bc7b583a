import type { NameParts } from './accounts.types.js';

/** Letters that do not fall apart into a letter and an accent. */
const special: Record<string, string> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' };

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ıłøđðþßæœ]/g, (letter) => special[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

/** `noor.devries`: what people are called, and nothing else of them. */
export function loginFromName({ givenName, infix, familyName }: NameParts): string {
  const parts = [letters(givenName), letters(infix + familyName)].filter(Boolean);
  return parts.length > 0 ? parts.join('.').slice(0, 60) : 'gebruiker';
}
