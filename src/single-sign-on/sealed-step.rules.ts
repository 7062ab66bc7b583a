import { createHash } from 'node:crypto';
import { derivedKey, seal, unseal } from '../platform/sealing.rules.js';
import type { Identity, Purpose } from './single-sign-on.types.js';

/** Under way to the provider: what its answer is held against. */
export interface Flow {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  purpose: Purpose;
  /** Signing in afresh was asked for, so that a proof is no older than this, in seconds. */
  maxAge?: number;
}
/** Back from the provider as someone we do not know: waits for the code of a letter. */
export type Unknown = Pick<Identity, 'provider' | 'issuer' | 'subject' | 'brin'> & {
  factorAt: number | null;
  authenticatedAt: number | null;
};

/** A form of the account page was sent to link it: a link on another site cannot begin that. */
export interface Intent {
  sessionId: string;
}

const minutes = { intent: 10, flow: 10, unknown: 15 };
type Kind = keyof typeof minutes;
export interface Steps {
  intent: Intent;
  flow: Flow;
  unknown: Unknown;
}
const boundTo = (kind: Kind): string => `single sign-on ${kind}`;
const keyFor = (appSecret: string): Buffer => derivedKey(appSecret, 'single sign-on');

/** For the cookie of this browser: nobody reads it, changes it, or brings it from another browser. */
export function sealStep<K extends Kind>(appSecret: string, kind: K, step: Steps[K], now: Date): string {
  const until = now.getTime() + minutes[kind] * 60_000;
  return seal(keyFor(appSecret), JSON.stringify({ step, until }), boundTo(kind)).toString('base64url');
}

/** Null when there is none, when it is not ours, or too old. */
export function openStep<K extends Kind>(
  appSecret: string,
  kind: K,
  sealed: string | undefined,
  now: Date,
): Steps[K] | null {
  const opened = sealed ? unseal(keyFor(appSecret), Buffer.from(sealed, 'base64url'), boundTo(kind)) : null;
  if (opened === null) return null;
  const { step, until } = JSON.parse(opened) as { step: Steps[K]; until: number };
  return now.getTime() < until ? step : null;
}

export const maxAgeOf = (kind: Kind): number => minutes[kind] * 60;

/** By which a flow is known to have ended. */
export const stateDigest = ({ state }: Flow): Buffer => createHash('sha256').update(state).digest();
