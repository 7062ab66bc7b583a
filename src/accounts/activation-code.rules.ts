import { createHash } from 'node:crypto';
import { asMeant, inGroups, readableCode } from '../platform/readable-code.rules.js';

export const newActivationCode = (): string => readableCode();

/** In groups of four, as it stands in the letter. */
export const shownCode = inGroups;

/** What is stored, and what is looked up: however someone types the groups and the capitals. */
export const codeDigest = (typed: string): Buffer => createHash('sha256').update(asMeant(typed)).digest();
