import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';

/**
 * The file of signed heads, kept outside the database. It is only ever added to, an entry at a time:
 *
 *     begin heads
 *     <chain> <number of its last row> <hash of that row>
 *     …
 *     seal {"number":7,"at":"…","kind":"heads","heads":2,"digest":"…","previous":"…","key":"…","signature":"…"}
 *
 * An entry lists the chains that moved since the one before. Its seal is signed, and names the seal before it, so that no
 * entry can be taken out or put elsewhere. An entry without a seal was cut short by a crash and counts for nothing.
 */
export interface Seal {
  /** 1, 2, 3 … */
  number: number;
  /** By the clock of the database. */
  at: string;
  /** `restored`: a back-up was put back, and from here on these chains are shorter than they were. */
  kind: SealKind;
  /** How many lines the entry has. */
  heads: number;
  /** SHA-256 of those lines. */
  digest: string;
  /** SHA-256 of the seal before; empty for the first. */
  previous: string;
  /** Which key signed: the beginning of the digest of the public key. */
  key: string;
  signature: string;
}
export type SealKind = 'heads' | 'restored';
export interface Head {
  chain: string;
  seq: number;
  /** Hex; empty where a restored back-up knows nothing of the chain. */
  hash: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const headLine = ({ chain, seq, hash }: Head): string => `${chain} ${seq} ${hash}\n`;
export const beginLine = (kind: SealKind): string => `begin ${kind}\n`;

export function parseHead(line: string): Head | null {
  const found = /^([0-9a-f-]{36}) (\d{1,15}) ([0-9a-f]{64})?$/.exec(line);
  return found && { chain: found[1]!, seq: Number(found[2]), hash: found[3] ?? '' };
}

const signed = (seal: Omit<Seal, 'signature'>): Buffer =>
  Buffer.from(
    ['audit heads 1', seal.number, seal.at, seal.kind, seal.heads, seal.digest, seal.previous, seal.key].join('\n'),
  );

/** The line that closes an entry, without the end of the line. */
export function sealLine(seal: Omit<Seal, 'key' | 'signature'>, key: KeyObject): string {
  const whole = { ...seal, key: keyId(createPublicKey(key)) };
  const signature = signBytes(null, signed(whole), key).toString('base64');
  return `seal ${JSON.stringify({ ...whole, signature } satisfies Seal)}`;
}

export function parseSeal(line: string): Seal | null {
  try {
    const seal = JSON.parse(line.slice('seal '.length)) as Partial<Record<keyof Seal, unknown>>;
    const texts = [seal.at, seal.kind, seal.digest, seal.previous, seal.key, seal.signature];
    const numbers = [seal.number, seal.heads];
    const right = texts.every((text) => typeof text === 'string') && numbers.every((n) => Number.isSafeInteger(n));
    return right ? (seal as Seal) : null;
  } catch {
    return null;
  }
}

/** Signed by one of these keys? */
export function isSigned(seal: Seal, keys: readonly KeyObject[]): boolean {
  const key = keys.find((one) => keyId(one) === seal.key);
  return key !== undefined && verifyBytes(null, signed(seal), key, Buffer.from(seal.signature, 'base64'));
}

/** Of 32 secret bytes; without any, derived from the key of the audit. */
export function signingKey(auditKey: Buffer, secret?: Buffer): KeyObject {
  const seed = secret ?? Buffer.from(hkdfSync('sha256', auditKey, '', 'signed heads of the audit', 32));
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
}

/** 32 bytes in base64, as people hand it on. */
export const publicKeyText = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');

export function readPublicKey(text: string): KeyObject {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(text, 'base64')]);
  return createPublicKey({ key: spki, format: 'der', type: 'spki' });
}

const keyId = (key: KeyObject): string =>
  sha256(key.export({ format: 'der', type: 'spki' }).toString('hex')).slice(0, 16);
