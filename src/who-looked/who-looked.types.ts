import type { AuditAction } from '../audit/audit.types.js';
import type { Section } from '../consent/consent.types.js';

/** What one person did in a dossier on one day. */
export interface LookedLine {
  /** The last time. */
  at: Date;
  /** `yyyy-mm-dd` */
  day: string;
  times: number;
  /** Empty when it is not known who. */
  who: string;
  /** It was the pupil; null when it is not known who. */
  pupil: boolean | null;
  /** It was the one who asks. */
  self: boolean | null;
  role: string | null;
  school: string | null;
  /** For whom it was done, when somebody else did it. */
  onBehalfOf: 'pupil' | 'guardian' | null;
  onBehalfOfName: string | null;
  action: AuditAction;
  sections: Section[];
  basis: string | null;
  purpose: string | null;
}
export interface LookedPage {
  lines: LookedLine[];
  /** Send as `before` for older lines; absent at the end. */
  nextPage?: string;
}
