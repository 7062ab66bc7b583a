import { createHash, randomInt } from 'node:crypto';

/** No I, L, O, 0 or 1: what looks alike on paper is typed wrong. 31 signs, so 12 of them are 59 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 12;

export const newActivationCode = (): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** In groups of four, as it stands in the letter. */
export const shownCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? '';

/** What is stored, and what is looked up: however someone types the groups and the capitals. */
export const codeDigest = (typed: string): Buffer =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
