import type { Actor } from '../platform/access/actor.js';

/** What someone is called, in parts. */
export interface NameParts {
  givenName: string;
  infix: string;
  familyName: string;
}

/** Who an account belongs to, and as what and where the person begins. */
export interface Holder {
  accountId: string;
  login: string;
  kind: Actor['kind'];
  /** person.id, or pupil.id. */
  id: string;
  /** Where the person acts: the school of the first current role; a pupil's home school; null for a guardian. */
  schoolId: string | null;
}

/** Where a request to sign in comes from. */
export interface Visit {
  /** The address of the client. */
  ip: string;
  /** The session that the browser already had; it ends with the new one. */
  earlier: Buffer | null;
  /** A browser and a system in a word each. */
  device: string;
}

export interface StartedSession {
  /** Shown once: only its digest is stored. */
  token: string;
  expiresAt: Date;
  holder: Holder;
}

/**
 * An account for someone who gets a letter. The login is made of the name and never is the address: one that is taken would
 * tell of an account elsewhere.
 */
export interface WantedAccount extends NameParts {
  /** The caller's own word for the person; the answer carries it. */
  holderId: string;
}

export interface IssuedCode {
  accountId: string;
  login: string;
  /** In groups of four, for the letter. Shown once: only its digest is stored. */
  code: string;
  expiresAt: Date;
}
