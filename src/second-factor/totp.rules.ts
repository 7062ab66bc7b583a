import { Secret, TOTP } from 'otpauth';
import { derivedKey, seal, unseal } from '../platform/sealing.rules.js';

/** What every authenticator app knows: SHA-1, six digits, a new code every half minute. */
const period = 30;
/** A clock that is half a minute off, either way, does no harm. */
const drift = 1;

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says. */
export const totpUri = (secret: string, issuer: string, login: string): string =>
  new TOTP({ issuer, label: login, secret }).toString();

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / period);

/** The step that a code belongs to, if it is right now. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = TOTP.validate({
    secret: Secret.fromBase32(secret),
    token: code,
    timestamp: now.getTime(),
    period,
    window: drift,
  });
  return delta === null ? null : stepAt(now) + delta;
}

/** The code that would be taken now, when those up to `lastStep` were used; null: wait for the next half minute. */
export function codeNow(secret: string, now: Date, lastStep: number | null): string | null {
  const step = Math.max(stepAt(now), (lastStep ?? 0) + 1);
  if (step > stepAt(now) + drift) return null;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: step * period * 1000, period });
}

/** As people type it: with a space in the middle. Anything else may be a recovery code. */
export function totpCode(typed: string): string | null {
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

const keyFor = (appSecret: string): Buffer => derivedKey(appSecret, 'second factor');
const boundTo = (accountId: string): string => `second_factor ${accountId}`;

/** As it stands in the database: worth nothing without the secret of the installation, and in no other row. */
export const sealTotp = (appSecret: string, accountId: string, secret: string): Buffer =>
  seal(keyFor(appSecret), secret, boundTo(accountId));
export const unsealTotp = (appSecret: string, accountId: string, sealed: Buffer): string | null =>
  unseal(keyFor(appSecret), sealed, boundTo(accountId));

/** A new secret that waits in the form for its first code. */
export interface Enrolment {
  secret: string;
  /** Milliseconds. */
  until: number;
}
const minutes = 30;
const enrolmentOf = (accountId: string): string => `enrolment ${accountId}`;

/** Travels through the browser and back, unread and unchanged: until the first code is right nothing is stored. */
export function sealEnrolment(appSecret: string, accountId: string, secret: string, now: Date): string {
  const enrolment: Enrolment = { secret, until: now.getTime() + minutes * 60_000 };
  return seal(keyFor(appSecret), JSON.stringify(enrolment), enrolmentOf(accountId)).toString('base64url');
}

/** Null when it is not ours, for another account, or too old. */
export function openEnrolment(appSecret: string, accountId: string, sent: string, now: Date): string | null {
  const opened = unseal(keyFor(appSecret), Buffer.from(sent, 'base64url'), enrolmentOf(accountId));
  if (opened === null) return null;
  const { secret, until } = JSON.parse(opened) as Enrolment;
  return now.getTime() < until ? secret : null;
}
