import type { Section } from '../consent/consent.types.js';
import type { ProfileResponse, SchoolYearResponse } from '../dossier/dossier.dto.js';
import type { StatutoryViewResponse } from '../statutory/statutory.dto.js';
import type { TimelineActivityResponse, TimelineReflectionResponse } from '../lob/timeline.dto.js';

/** On which ground a section is in the file. */
export class ExportGround {
  section: Section;
  /** `consent` or `statutory`. */
  basis: string;
  purpose: string;
  /** Number of the share. */
  shareId: string;
  /** `yyyy-mm-dd`: from this day the school no longer reads it. */
  endsOn: string | null;
}

/** What may be read now, as it is taken over. */
export class ExportContent {
  pupilId: string;
  homeSchool: string;
  receivingSchool: string;
  grounds: ExportGround[];
  profile?: ProfileResponse;
  schoolCareer?: SchoolYearResponse[];
  lob?: TimelineActivityResponse[];
  reflections?: TimelineReflectionResponse[];
  /** What pupil and guardians make of what is passed on on the ground of the law. */
  views?: StatutoryViewResponse[];
}

export class ExportResponse {
  format: 'doorstroomdossier-export-1';
  /** ISO 8601. */
  exportedAt: string;
  content: ExportContent;
  /** SHA-256 over `content` as canonical JSON (RFC 8785). The pupil sees the same. */
  fingerprint: string;
  /** When a share changes the school is told, and says what it did with this file. */
  notice: string;
}
