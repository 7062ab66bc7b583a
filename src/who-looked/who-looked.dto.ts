import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Which events of a dossier to list. */
export class PupilEventsQuery {
  /** `nextPage` of the part before. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  before?: string;
}

export class ReceiptQuery {
  /** A code that was kept. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

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
  /** For whom it was done, when somebody else did it. */
  onBehalfOf: 'pupil' | 'guardian' | null;
  /** Name of that person; null for the privacy officer. */
  onBehalfOfName: string | null;
  action: string;
  /** Sections, and `application` or `consent` for what hangs between them. */
  sections: string[];
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

/** Proof of what stood in the log at a moment. */
export class AuditReceiptResponse {
  /** To keep, in groups of four; absent while nothing happened yet. */
  code?: string;
  /** Only for a code that was asked about: the day it belongs to (`yyyy-mm-dd`), null when no row has it. */
  found?: string | null;
}
