import type { Section } from '../consent/consent.types.js';

/** One line of "wie heeft mijn dossier gezien". */
export class AuditEventResponse {
  /** Moment, ISO 8601 with offset. */
  at: string;
  /** Name of who did or saw it. */
  who: string;
  /** In which role. */
  role: string;
  /** School where he works; null for pupil and guardian. */
  school: string | null;
  action: string;
  sections: Section[];
  /** On which ground. */
  basis: string | null;
  purpose: string | null;
  outcome: 'allowed' | 'refused';
  /** Only for the privacy officer: the pupil's number at the school. */
  pupilNumber: string | null;
}
export class AuditEventPage {
  items: AuditEventResponse[];
  /** Send as `before` for older events; absent at the end. */
  nextPage?: string;
}
