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

/** An account for someone who gets a letter; without an e-mail address the login is made of the name. */
export interface WantedAccount extends NameParts {
  /** The caller's own word for the person; the answer carries it. */
  holderId: string;
  /** Is the login, where there is one and nobody has it. Leave it out for pupils. */
  email?: string | null;
}

export interface IssuedCode {
  accountId: string;
  login: string;
  /** In groups of four, for the letter. Shown once: only its digest is stored. */
  code: string;
  expiresAt: Date;
}
