import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Browsers accept the __Host- prefix only over https. */
export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

export function cookie(request: IncomingMessage, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** What a program sends: `Authorization: Bearer`. No page of another site can make a browser send that. */
export const bearerToken = (request: IncomingMessage): string | undefined =>
  /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];

/** The opaque session token of a request: `Authorization: Bearer` for programs, the cookie for browsers. */
export function requestToken(request: IncomingMessage, secure: boolean): Buffer | null {
  const token = bearerToken(request) ?? cookie(request, sessionCookie(secure));
  return token ? tokenDigest(token) : null;
}
