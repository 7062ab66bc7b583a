import { createHmac } from 'node:crypto';
import { asMeant, readableCode } from '../platform/readable-code.rules.js';
import { derivedKey } from '../platform/sealing.rules.js';

const howMany = 10;

export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, () => readableCode());

/** What is stored: keyed, so that whoever has the database alone cannot look for codes that fit. */
export const recoveryDigest = (appSecret: string, accountId: string, typed: string): Buffer =>
  createHmac('sha256', derivedKey(appSecret, 'recovery codes'))
    .update(`${accountId} ${asMeant(typed)}`)
    .digest();
