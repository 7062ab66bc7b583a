import type { Holder, StartedSession } from '../accounts/accounts.types.js';

/** Where someone stands with the second step. */
export interface FactorState {
  holder: Holder;
  setAt: Date | null;
  /** The step of the last code. */
  lastStep: number | null;
  recoveryCodesLeft: number;
}

/** A secret to put into an app, which counts once its first code was right. */
export interface NewSecret {
  secret: string;
  uri: string;
  /** Send it back with the first code. */
  enrolment: string;
}

export interface FactorSet {
  started: StartedSession;
  /** Shown once. */
  recoveryCodes: string[];
}

/** With what the second step was given. */
export type ProvenBy = 'totp' | 'recovery-code';
