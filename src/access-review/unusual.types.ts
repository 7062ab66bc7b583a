/** What is out of the ordinary, and so looked into. */
export const unusualKinds = [
  'many', // one account opened more dossiers in a day than anyone needs
  'outside', // many dossiers on the ground of a role alone, of pupils whom the person does not mentor or teach
  'night', // between ten in the evening and six in the morning
  'weekend',
  'namesake', // a dossier of a pupil with the family name of who opened it
  'refused', // again and again something that was not allowed
  'searched', // several searches for an emergency on a day on which none was opened
  'failed', // again and again a wrong password for one account
  'letters', // codes for a pupil and a guardian by one person, and an answer about consent soon after
] as const;
export type UnusualKind = (typeof unusualKinds)[number];

export const reviewOutcomes = ['in-order', 'follow-up'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What one person did on one day that is out of the ordinary. */
export interface Unusual {
  kind: UnusualKind;
  actorId: string;
  /** `yyyy-mm-dd`; for a night the day on which it began. */
  day: string;
  /** Empty for a pupil or guardian. */
  who: string;
  role: string;
  school: string | null;
  times: number;
  /** Different pupils. */
  pupils: number;
  /** Those of them of this school. */
  here: number;
  /** Numbers at the school, of a namesake and of letters only. */
  pupilNumbers: string[];
  firstAt: Date;
  lastAt: Date;
  review: Review | null;
}
export interface Review {
  outcome: ReviewOutcome;
  note: string;
  by: string;
  at: Date;
  version: number;
}
/** What was found in a period. */
export interface UnusualList {
  items: Unusual[];
  /** First and last day, `yyyy-mm-dd`. */
  from: string;
  until: string;
  /** How many were looked into and found in order, whether they are in it or not. */
  inOrder: number;
}
/** The name of a finding: it is worked out anew each time, and has no row. */
export type UnusualKey = Pick<Unusual, 'kind' | 'actorId' | 'day'>;
