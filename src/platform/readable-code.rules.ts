import { randomInt } from 'node:crypto';

/** No I, L, O, 0 or 1: what looks alike on paper is typed wrong. 31 signs, so 12 of them are 59 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code that people copy from paper. */
export const readableCode = (length = 12): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** In groups of four, as it stands on paper. */
export const inGroups = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? '';

/** However someone types the groups and the capitals. */
export const asMeant = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
