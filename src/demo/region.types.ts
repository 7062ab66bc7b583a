import type { Role } from '../platform/access/actor.js';
import type { RegionShowcase } from './showcase.types.js';

/** A readable key, unique within its list; the loader maps it to an id. */
export type Key = string;
/** A calendar day, `yyyy-mm-dd`. */
export type Day = string;

export type Leerweg = 'bb' | 'kb' | 'gl' | 'tl' | 'pro' | 'vso';
export type Profiel = 'BWI' | 'PIE' | 'MET' | 'MVI' | 'MAT' | 'ZW' | 'EO' | 'HBR' | 'GROEN' | 'DP';
export type Competence =
  'kwaliteitenreflectie' | 'motievenreflectie' | 'werkexploratie' | 'loopbaansturing' | 'netwerken';
export type Section = 'profile' | 'school-career' | 'lob' | 'reflections';
export type ActivityType =
  | 'open-day'
  | 'trial-day'
  | 'trial-lesson'
  | 'taster-placement'
  | 'lightning-placement'
  | 'placement'
  | 'company-visit'
  | 'guest-lesson'
  | 'careers-fair'
  | 'meet-and-greet'
  | 'professional-interview'
  | 'information-evening'
  | 'career-conversation'
  | 'interest-test'
  | 'ppo-lesson'
  | 'company-assignment'
  | 'mbo-module'
  | 'skills-lab'
  | 'job-or-volunteering'
  | 'home-assignment'
  | 'profielschets-studied';

export interface RegionName {
  /** As in the register: `Anna Maria`. */
  firstNames: string;
  /** Roepnaam. */
  callName: string;
  /** Tussenvoegsel. */
  infix: string | null;
  lastName: string;
}

export interface RegionLocation {
  key: Key;
  name: string;
  town: string;
  phone: string;
  email: string;
}

export interface RegionSchool {
  key: Key;
  kind: 'vmbo' | 'pro' | 'mbo';
  name: string;
  /** `99` and two letters: a BRIN that cannot exist. */
  brin: string;
  /** Domain of the mail addresses, ends in `.example`. */
  domain: string;
  /** The first one is the main location. */
  locations: RegionLocation[];
}

/** A role at a school; the regional coordinator has none. `mentor` and `teacher` also follow from `Group`. */
export interface RegionRole {
  role: Role;
  school: Key | null;
}

/** Someone who works at a school or for the region. */
export interface RegionPerson extends RegionName {
  key: Key;
  email: string;
  phone: string | null;
  roles: RegionRole[];
}

export interface RegionOpleiding {
  key: Key;
  school: Key;
  location: Key;
  crebo: string;
  name: string;
  niveau: 1 | 2 | 3 | 4;
  leerweg: 'bol' | 'bbl';
}

/** Someone stands before a group between two days; `until` is null while it lasts. */
export interface RegionAssignment {
  person: Key;
  from: Day;
  until: Day | null;
  /** Stands in for the mentor, with an end date. */
  substitute: boolean;
}

/** A class in one school year (2026 is the year that starts on 1 August 2026). */
export interface RegionGroup {
  key: Key;
  school: Key;
  location: Key;
  schoolYear: number;
  name: string;
  /** Leerjaar. */
  year: 1 | 2 | 3 | 4 | 5;
  leerweg: Leerweg;
  profiel: Profiel | null;
  mentors: RegionAssignment[];
  teachers: (RegionAssignment & { subject: string })[];
}

export interface RegionEnrolment {
  group: Key;
  school: Key;
  schoolYear: number;
  from: Day;
  /** Last day; null for the enrolment that still runs. */
  until: Day | null;
}

export interface RegionPupil extends RegionName {
  key: Key;
  /** The school where the pupil is now. */
  school: Key;
  leerlingnummer: string;
  birthDate: Day;
  email: string;
  /** Oldest first, one per school year; the last one is the present group. */
  enrolments: RegionEnrolment[];
  /** In contact order. */
  guardians: RegionGuardianship[];
}

export type Custody = 'yes' | 'no' | 'unknown';
export interface RegionGuardianship {
  guardian: Key;
  relation: 'parent' | 'carer' | 'institution';
  custody: Custody;
}

/** A guardian: a person, or an institution (voogdij-instelling) with a contact person's name. */
export interface RegionGuardian extends RegionName {
  key: Key;
  /** Name of the institution; null for a person. */
  institution: string | null;
  email: string | null;
  phone: string | null;
}

/** What one pupil has of an activity: a remark of the teacher, and the pupil's own words. */
export interface RegionPresence {
  pupil: Key;
  remark: string | null;
  result: string | null;
  evaluation: string | null;
  followUp: string | null;
}

/** One activity, for a whole group or for one pupil (`group` is null). */
export interface RegionActivity {
  key: Key;
  school: Key;
  schoolYear: number;
  group: Key | null;
  /** Who wrote it down: a person, or the pupil. */
  loggedBy: { person: Key } | { pupil: Key };
  type: ActivityType;
  title: string;
  from: Day;
  /** Last day of a period; null for one day. */
  until: Day | null;
  place: string | null;
  beroep: string | null;
  opleiding: Key | null;
  goal: string | null;
  competences: Competence[];
  present: RegionPresence[];
  absent: Key[];
}

export interface RegionReflection {
  key: Key;
  pupil: Key;
  /** The activity it is about; null when it stands alone. */
  activity: Key | null;
  on: Day;
  competence: Competence | null;
  text: string;
  /** Since when school, guardians and mbo may read it, each apart; all null: private. */
  opened: { school: Day | null; guardian: Day | null; mbo: Day | null };
}

/** An aanmelding. `withdrawnOn` is null while it is live. */
export interface RegionApplication {
  key: Key;
  pupil: Key;
  opleiding: Key;
  /** The mbo school of the opleiding. */
  school: Key;
  appliedOn: Day;
  /** Planned start: 1 August. */
  startsOn: Day;
  withdrawnOn: Day | null;
}

export interface RegionAnswer {
  /** `null`: the pupil; else the guardian who answered. */
  guardian: Key | null;
  answer: 'yes' | 'no';
  on: Day;
  /** Two staff members who saw the yes on paper; null when it was given in the product. */
  onPaper: [Key, Key] | null;
}

/** What state a consent is in today, by the rules of the design; the loader stores the facts, this is what to expect. */
export type ConsentState =
  | 'in-force'
  | 'waiting-for-guardian'
  | 'waiting-for-pupil'
  | 'confirm-once'
  | 'blocked'
  | 'asked'
  | 'refused'
  | 'withdrawn'
  | 'expired';

export interface RegionConsent {
  key: Key;
  pupil: Key;
  /** The receiving mbo school. */
  school: Key;
  purpose: 'intake' | 'handover' | 'follow-up';
  sections: Section[];
  /** Staff of the mbo who asked; null when the family began it. */
  requestedBy: Key | null;
  requestedOn: Day;
  validFrom: Day;
  /** Last day. */
  validUntil: Day;
  /** In the order in which they came; nobody answers twice. */
  answers: RegionAnswer[];
  withdrawn: { guardian: Key | null; on: Day } | null;
  state: ConsentState;
}

/** A demo account; the loader makes the password. Exactly one of person, pupil and guardian is set. */
export interface RegionLogin {
  username: string;
  role: Role;
  school: Key | null;
  person: Key | null;
  pupil: Key | null;
  guardian: Key | null;
}

export interface Region {
  today: Day;
  /** The running school year. */
  schoolYear: number;
  samenwerkingsverband: { key: Key; name: string };
  schools: RegionSchool[];
  persons: RegionPerson[];
  opleidingen: RegionOpleiding[];
  groups: RegionGroup[];
  guardians: RegionGuardian[];
  pupils: RegionPupil[];
  activities: RegionActivity[];
  reflections: RegionReflection[];
  applications: RegionApplication[];
  consents: RegionConsent[];
  showcases: RegionShowcase[];
  logins: RegionLogin[];
}
