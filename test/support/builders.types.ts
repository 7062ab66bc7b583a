import type { Role } from '../../src/platform/access/actor.js';

export interface GivenPerson {
  id: string;
  name: string;
  accountId: string;
  login: string;
}
export interface GivenPupil extends GivenPerson {
  schoolId: string;
  guardians: GivenPerson[];
}
export interface GivenRole {
  role: Role;
  school?: string;
  from?: string;
  until?: string | null;
}
export interface PersonWishes {
  /** Where the roles are, when a role does not say it itself. */
  school?: string;
  roles?: (Role | GivenRole)[];
  givenName?: string;
  infix?: string;
  familyName?: string;
  email?: string | null;
  phone?: string | null;
  login?: string;
}
export interface GuardianWishes extends PersonWishes {
  /** null: the school has not said yet. */
  custody?: boolean | null;
  /** Someone who is there already. */
  person?: string;
}
export interface PupilWishes {
  school: string;
  /** A group of the current school year; without it there is no enrolment. */
  group?: string;
  year?: number | null;
  leerweg?: string | null;
  profiel?: string | null;
  birthDate?: string;
  givenName?: string;
  infix?: string;
  familyName?: string;
  number?: string;
  login?: string;
  /** person ids */
  mentor?: string;
  guardians?: GuardianWishes[];
  guardianSections?: string[];
  guardianSectionsAt?: string;
  leftOn?: string;
  erasedAt?: string;
}
export interface ConsentWishes {
  pupil: GivenPupil;
  /** The receiving school. */
  to: string;
  sections?: string[];
  purpose?: 'intake' | 'handover' | 'follow-up';
  /** null: not in force yet. */
  inForceSince?: string | null;
  validUntil?: string;
  withdrawnAt?: string;
  askedBy?: string;
  /** Who answered: guardians by their person id, the pupil by its own. */
  answers?: { by: string; role: 'pupil' | 'guardian'; agreed: boolean }[];
}

export interface ActivityWishes {
  log?: string;
  group?: string;
  type?: string;
  title?: string;
  place?: string;
  on?: string;
  until?: string;
  beroep?: string;
  opleiding?: string;
  goal?: string;
  competences?: string[];
  remark?: string;
  result?: string;
  evaluation?: string;
  followUp?: string;
  /** person or pupil id; the pupil itself, unless said otherwise. */
  by?: string;
  removedAt?: string;
}
