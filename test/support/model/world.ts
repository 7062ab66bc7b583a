/**
 * A small part of a region, written down as plain facts: what there is, never what may be done with it. The model reads
 * its answers off these facts; the loader puts the same facts into the database, where the product answers for itself.
 */

/** A day of the calendar in Europe/Amsterdam, `yyyy-mm-dd`. */
export type Day = string;
/** A moment as `toISOString()` writes it, so that the order of the texts is the order in time. */
export type Moment = string;
export type Id = string;

export const sections = ['profile', 'school-career', 'lob', 'reflections'] as const;
export type Section = (typeof sections)[number];
export const purposes = ['intake', 'handover', 'follow-up'] as const;
export type Purpose = (typeof purposes)[number];
/** What is given to a person at a school; the other roles follow from assignments, being a pupil or being a guardian. */
export const givenRoles = [
  'staff',
  'decaan',
  'lob-coordinator',
  'care-coordinator',
  'school-administrator',
  'privacy-officer',
  'coordinator',
  'intaker',
  'slb',
  'mbo-care',
] as const;
export type GivenRole = (typeof givenRoles)[number];
export type Role = GivenRole | 'mentor' | 'teacher' | 'guest-teacher' | 'pupil' | 'guardian';

/** First and last day, both counted. Null: no last day. */
export interface Period {
  from: Day;
  until: Day | null;
}
export interface Region {
  id: Id;
  /** Whether the region allows handing over on the ground of the law. */
  statutory: boolean;
}
export interface School {
  id: Id;
  region: Id;
  kind: 'vmbo' | 'mbo';
  statutory: boolean;
}
export interface Group {
  id: Id;
  school: Id;
}
export interface Person {
  id: Id;
  disabled: boolean;
  roles: (Period & { role: GivenRole; school: Id })[];
  teaches: (Period & { group: Id })[];
  /** Teaches a group of another school; `from his own school`, where he acts when he does. */
  guests: (Period & { group: Id; school: Id })[];
}
export interface Enrolment extends Period {
  group: Id | null;
}
export interface Application {
  id: Id;
  to: Id;
  plannedStart: Day;
  withdrawnAt: Moment | null;
}
export interface Placement {
  id: Id;
  to: Id;
  plannedStart: Day;
  endedOn: Day | null;
  /** The SLB'ers by name. */
  slbs: (Period & { person: Id })[];
}
export interface Answer {
  /** The pupil, or a person. */
  by: Id;
  agreed: boolean;
  at: Moment;
}
export interface Share {
  id: Id;
  to: Id;
  basis: 'consent' | 'statutory';
  purpose: Purpose;
  sections: Section[];
  /** In force since: by the last needed yes, or by an answer to the inspection. */
  since: Moment | null;
  until: Moment;
  /** Withdrawn (consent) or ended (statutory). */
  endedAt: Moment | null;
  /** The pupil, unless it says otherwise. */
  endedBy?: Id;
  /** When the school asked for it (consent), or offered it for inspection (statutory). */
  askedAt: Moment | null;
  askedBy: Id | null;
  answers: Answer[];
}
export interface Activity {
  id: Id;
  /** The pupil, or a person. */
  by: Id;
  removed: boolean;
  /** Logged for a whole group. */
  group?: Id;
}
export interface Reflection {
  id: Id;
  activity: Id;
  toSchool: Moment | null;
  toGuardian: Moment | null;
  toMbo: Moment | null;
}
export interface Emergency {
  person: Id;
  school: Id;
  openedAt: Moment;
  endedAt: Moment | null;
}
export interface Pupil {
  id: Id;
  home: Id;
  bornOn: Day;
  leftOn: Day | null;
  erasedAt: Moment | null;
  disabled: boolean;
  enrolments: Enrolment[];
  mentors: (Period & { person: Id })[];
  /** `custody` null: the school has not said. */
  guardians: { person: Id; custody: boolean | null }[];
  /** What the pupil opened to the guardians, all at one moment. */
  opened: { sections: Section[]; at: Moment } | null;
  applications: Application[];
  placements: Placement[];
  shares: Share[];
  activities: Activity[];
  reflections: Reflection[];
  emergencies: Emergency[];
}
export interface Session {
  id: Id;
  /** A pupil or a person. */
  who: Id;
  /** Where a person acts; null: as a guardian. */
  at: Id | null;
  /** Whether the second factor was shown in this session. */
  factor: boolean;
  startedAt: Moment;
  lastSeenAt: Moment;
  endedAt: Moment | null;
}
export interface World {
  now: Moment;
  regions: Region[];
  schools: School[];
  groups: Group[];
  people: Person[];
  pupils: Pupil[];
  sessions: Session[];
}

/** One of its kind; a world that lacks what it names is a mistake in the test. */
export function one<T extends { id: Id }>(all: readonly T[], id: Id): T {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`the world has no ${id}`);
  return found;
}
