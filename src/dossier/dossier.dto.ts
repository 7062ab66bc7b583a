import type { ConsentState, Section } from '../consent/consent.types.js';
import type { TimelineActivity, TimelineReflection } from '../lob/lob.types.js';

/** Who may be called about a pupil. */
export class ContactResponse {
  name: string;
  /** `mentor` or `decaan`. */
  role: string;
  phone: string | null;
  email: string | null;
}

export class ProfileResponse {
  name: string;
  givenName: string;
  /** `yyyy-mm-dd`; null when only name and group may be seen. */
  birthDate: string | null;
  school: string;
  group: string | null;
  contacts: ContactResponse[];
}

export class SchoolYearResponse {
  /** The year in which the school year started. */
  schoolYear: number;
  school: string;
  group: string | null;
  year: number | null;
  leerweg: string | null;
  profiel: string | null;
}

export class ApplicationSummary {
  opleiding: string;
  niveau: number;
  leerweg: string;
  location: string;
  appliedOn: string;
  plannedStart: string;
}

export class DossierResponse {
  pupilId: string;
  /** Sections that may be read now. Every other section is simply not here, whether it exists or not. */
  sections: Section[];
  /** Sections that are not shared with the one who reads. */
  notShared: Section[];
  /** On which ground it is read: own, custody, opened, mentor, school-role, teaching or consent. */
  basis: string;
  /** `yyyy-mm-dd`: from this day a receiving school no longer reads it. */
  endsOn: string | null;
  profile?: ProfileResponse;
  schoolCareer?: SchoolYearResponse[];
  lob?: TimelineActivity[];
  reflections?: TimelineReflection[];
  /** Applications at the school that reads; at home all. */
  applications: ApplicationSummary[];
}

/** One applicant at a receiving school. */
export class ApplicantResponse {
  pupilId: string;
  name: string;
  birthDate: string;
  opleidingen: string[];
  appliedOn: string;
  /** Whether a dossier is shared now, was asked, or nothing yet. */
  share: 'shared' | 'asked' | 'none';
  sections: Section[];
  endsOn: string | null;
}
export class ApplicantPage {
  items: ApplicantResponse[];
  total: number;
  /** Send as `page` for the next part; absent at the end. */
  nextPage?: string;
}

/** One pupil in the overview of decaan or mentor: what is there and what still waits, never what it says. */
export class OverviewRow {
  pupilId: string;
  name: string;
  group: string;
  groupId: string;
  year: number | null;
  activities: number;
  reflections: number;
  applications: number;
  consent: ConsentState | 'none';
  /** A school asked to share and the pupil did not answer yet. */
  consentUnanswered: boolean;
  /** There are activities and no reflection was written. */
  noReflection: boolean;
}
