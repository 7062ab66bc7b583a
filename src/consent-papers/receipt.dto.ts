import type { Section } from '../consent/consent.types.js';

/** One answer, with who gave it, when and how. */
export class ReceiptAnswer {
  by: 'pupil' | 'guardian';
  name: string;
  agreed: boolean;
  /** Moment in UTC, ISO 8601. */
  at: string;
  /** `self`: signed in; `paper`: on paper, recorded by the school. */
  how: 'self' | 'paper';
  /** Who recorded it and who was the second, for an answer on paper. */
  recordedBy: string[];
  /** Day of the signature on paper, `yyyy-mm-dd`. */
  signedOn: string | null;
  /** Version and language of the text that was read; null for answers from before that was kept. */
  textVersion: string | null;
  textLanguage: string | null;
  /** When another answer of the same person took its place; null for the one that stands. */
  replacedAt: string | null;
}

/** The text, word for word, in a language in which somebody answered. */
export class ReceiptText {
  version: string;
  language: string;
  languageName: string;
  direction: 'ltr' | 'rtl';
  title: string;
  paragraphs: string[];
}

export class ReceiptWithdrawal {
  by: 'pupil' | 'guardian';
  name: string;
  at: string;
}

/** The facts of one share. Only what does not change by the passing of time, so that the fingerprint stays the same. */
export class ReceiptFacts {
  /** Form of this document. */
  form: 'doorstroomdossier-receipt-1';
  /** Number of the share. */
  id: string;
  pupil: string;
  homeSchool: string;
  /** Under the name that it had when the share was made. */
  receivingSchool: string;
  sections: Section[];
  purpose: string;
  basis: 'consent';
  madeAt: string;
  /** When the receiving school asked; null when the pupil began. */
  askedAt: string | null;
  inForceSince: string | null;
  /** From this moment on it no longer counts. */
  endsAt: string;
  answers: ReceiptAnswer[];
  withdrawal: ReceiptWithdrawal | null;
  texts: ReceiptText[];
}

export class ReceiptResponse {
  receipt: ReceiptFacts;
  /**
   * SHA-256 over `receipt` as canonical JSON (RFC 8785: keys in order, no spaces), in hexadecimals. The printed receipt
   * carries the same.
   */
  fingerprint: string;
}
