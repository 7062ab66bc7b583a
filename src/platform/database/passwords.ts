import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** The password of a database role. Derived, so that there is one secret to keep and none to hand out. */
export const rolePassword = (secret: string, role: string): string =>
  createHmac('sha256', secret).update(`role:${role}`).digest('base64url');

/**
 * What PostgreSQL stores of a password (RFC 5803). Sent instead of the password itself, which would otherwise stand in
 * the text of a statement, and so perhaps in the log of the server.
 */
export function scramVerifier(password: string, salt = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (label: string): Buffer => createHmac('sha256', salted).update(label).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest();
  const parts = [storedKey, keyed('Server Key')].map((part) => part.toString('base64'));
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${parts.join(':')}`;
}
