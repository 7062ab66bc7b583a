import type { Section } from '../consent/consent.types.js';

/** A guardian with custody, and whether an answer is there: given by himself, or recorded from paper. Never what it says. */
export interface PaperGuardian {
  id: string;
  name: string;
  said: 'self' | 'paper' | null;
}

/** A share that a guardian can still answer on paper. */
export interface PaperShare {
  id: string;
  toSchool: string;
  sections: Section[];
  purpose: string;
  textVersion: string;
  /** `yyyy-mm-dd`: no signature is from before this day. */
  madeOn: string;
  guardians: PaperGuardian[];
}

/** Everything to record an answer on paper with. */
export interface PaperDesk {
  pupil: { id: string; name: string; schoolId: string };
  shares: PaperShare[];
  /** Who works at the school today, except the one who asks. */
  staff: { id: string; name: string }[];
}
