import { ApiHideProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Section } from '../consent/consent.types.js';
import { trimmed } from '../platform/fields.decorator.js';
import type { StatutoryViewResponse } from '../statutory/statutory.dto.js';
import type { TimelineActivityResponse, TimelineReflectionResponse, ZienswijzeResponse } from '../lob/timeline.dto.js';

export const shareStates = ['shared', 'asked', 'none'] as const;
export type ShareState = (typeof shareStates)[number];

/** Which applicants to list. */
export class ApplicantQuery {
  /** Part of a name or opleiding. */
  @ApiHideProperty()
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(80, { message: 'invalid.maxLength' })
  text?: string;

  /** Only dossiers that are shared, asked for, or neither. */
  @IsOptional()
  @IsIn(shareStates)
  share?: ShareState;

  /** `nextPage` or `previousPage` of another part. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  page?: string;
}

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
  zienswijzen: ZienswijzeResponse[];
}

export class SchoolYearResponse {
  /** The year in which the school year started. */
  schoolYear: number;
  school: string;
  group: string | null;
  year: number | null;
  leerweg: string | null;
  profiel: string | null;
  zienswijzen: ZienswijzeResponse[];
}

export class ApplicationSummary {
  opleiding: string;
  niveau: number;
  leerweg: string;
  location: string;
  appliedOn: string;
  plannedStart: string;
}

/** Admitted at a receiving school, for an opleiding. */
export class PlacementSummary {
  opleiding: string;
  niveau: number;
  leerweg: string;
  location: string;
  /** `yyyy-mm-dd` */
  startsOn: string;
}

export class DossierResponse {
  pupilId: string;
  /** Sections that may be read now. Every other section is simply not here, whether it exists or not. */
  sections: Section[];
  /** Sections that are not shared with the one who reads. */
  notShared: Section[];
  /** On which ground it is read: own, custody, opened, mentor, school-role, teaching, consent, statutory or emergency. */
  basis: string;
  /** `yyyy-mm-dd`: from this day a receiving school no longer reads it. */
  endsOn: string | null;
  profile?: ProfileResponse;
  schoolCareer?: SchoolYearResponse[];
  lob?: TimelineActivityResponse[];
  reflections?: TimelineReflectionResponse[];
  /** What pupil and guardians make of what is passed on on the ground of the law. */
  views?: StatutoryViewResponse[];
  /** Applications at the school that reads; at home all. */
  applications: ApplicationSummary[];
}

/** One applicant or placed student at a receiving school. */
export class ApplicantResponse {
  pupilId: string;
  name: string;
  birthDate: string;
  /** The applications at this school, the first one first. */
  applications: ApplicationSummary[];
  /** The live placements at this school. */
  placements: PlacementSummary[];
  /** Day of the first application, or of the placement where there is none. */
  appliedOn: string;
  /** Whether a dossier is shared now, was asked, or nothing yet. */
  share: ShareState;
  /** What is shared now. */
  sections: Section[];
  /** `yyyy-mm-dd`: from this day the school no longer reads it. */
  endsOn: string | null;
  /** Since when the school waits for an answer; null when it did not ask. */
  askedOn: string | null;
}
/** How many applicants there are in each state, of those that fit the text. */
export class ApplicantCounts {
  all: number;
  shared: number;
  asked: number;
  none: number;
}
export class ApplicantPage {
  items: ApplicantResponse[];
  /** How many fit the text and the state. */
  total: number;
  counts: ApplicantCounts;
  /** Which of the total the first item is; 0 when there are none. */
  from: number;
  /** Send as `page` for the part before; absent at the beginning. */
  previousPage?: string;
  /** Send as `page` for the next part; absent at the end. */
  nextPage?: string;
}
