import { createHash, randomBytes } from 'node:crypto';

/** What a one-time link carries: 144 bits, so that guessing needs no counting. */
export const newLinkCode = (): string => randomBytes(18).toString('base64url');

/** What is stored, and looked up: of a code that someone pastes, also of the whole link and with blanks around it. */
export const linkCodeDigest = (pasted: string): Buffer =>
  createHash('sha256')
    .update(pasted.replace(/^.*#code=/s, '').replace(/\s/g, ''))
    .digest();
