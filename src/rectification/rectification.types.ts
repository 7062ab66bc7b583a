/** What a request can be about: facts of an activity, a remark, who the pupil is, or a school year. */
export const abouts = ['activity', 'remark', 'profile', 'enrolment'] as const;
export type About = (typeof abouts)[number];

/** corrected: it was put right. kept: the school stays with it, and the zienswijze stands beside it. */
export const outcomes = ['corrected', 'kept'] as const;
export type Outcome = (typeof outcomes)[number];

/** Who of a school answers; what exactly follows from what it is about. */
export const answering = ['mentor', 'decaan', 'lob-coordinator', 'school-administrator'] as const;

/** The fields of one item, as they stood or stand; which ones there are follows from what it is about. */
export interface Facts {
  /** Of an activity. */
  type?: string;
  title?: string;
  place?: string;
  startsOn?: string;
  endsOn?: string | null;
  beroep?: string;
  opleiding?: string | null;
  goal?: string;
  competences?: string[];
  /** Of an activity and of a remark: it was taken out. */
  removed?: boolean;
  remark?: string;
  /** Of a school year. */
  schoolYear?: number;
  group?: string | null;
  year?: number | null;
  leerweg?: string | null;
  profiel?: string | null;
  /** Of who the pupil is. */
  givenName?: string;
  registerName?: string | null;
  infix?: string;
  familyName?: string;
  birthDate?: string;
  email?: string | null;
  pupilNumber?: string;
}

/** Whether something was put right: the database gives the fields of both in the same order. */
export const differs = (was: Facts, now: Facts | null): boolean => JSON.stringify(was) !== JSON.stringify(now);

/** Something in the dossier of which can be said that it is not right. */
export interface Correctable {
  about: About;
  subjectId: string;
  facts: Facts;
  /** Title of the activity it stands with. */
  title: string | null;
  /** Name of who wrote it down. */
  by: string | null;
  /** There is an open request about it. */
  asked: boolean;
}
