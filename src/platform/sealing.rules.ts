import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const version = 1;
const ivLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/** A key for one purpose, made of the one secret (HKDF, RFC 5869): what is sealed for one purpose opens for no other. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `doorstroomdossier: ${purpose}`, 32));

/** Encrypted and bound to what it belongs to (AES-256-GCM): moved to another row it does not open. */
export function seal(key: Buffer, text: string, boundTo: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), sealed]);
}

/** What was sealed; null when it was changed, belongs elsewhere, or was sealed with another key. */
export function unseal(key: Buffer, sealed: Buffer, boundTo: string): string | null {
  const head = 1 + ivLength;
  if (sealed.length < head + tagLength || sealed[0] !== version) return null;
  const opened = createDecipheriv(algorithm, key, sealed.subarray(1, head), { authTagLength: tagLength });
  opened.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(head, head + tagLength));
  try {
    return Buffer.concat([opened.update(sealed.subarray(head + tagLength)), opened.final()]).toString('utf8');
  } catch {
    return null;
  }
}
