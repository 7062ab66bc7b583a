/** How long it lasts, in minutes; the database holds it too. */
export const MINUTES = 60;
/** Working days in which the privacy officer has to say what it was. */
export const REVIEW_DAYS = 5;

export const emergencyOutcomes = ['justified', 'not-justified'] as const;
export type EmergencyOutcome = (typeof emergencyOutcomes)[number];

/** A pupil who was found by family name and birth date. */
export interface FoundPupil {
  pupilId: string;
  name: string;
  school: string;
  group: string | null;
}

/** What someone opened himself, as long as it lasts. */
export interface OwnEmergency {
  id: string;
  pupilId: string;
  openedAt: Date;
  until: Date;
}

/** For the privacy officer of the pupil's home school: everything but who the pupil is by name. */
export interface ReviewedEmergency {
  id: string;
  /** Empty when the pupil was erased. */
  pupilNumber: string;
  who: string;
  role: string;
  school: string;
  reason: string;
  openedAt: Date;
  /** When it ended, or will by itself. */
  until: Date;
  open: boolean;
  /** Last day on which it has to be reviewed, `yyyy-mm-dd`. */
  reviewBy: string;
  /** Nobody reviewed it, and that day has passed. */
  overdue: boolean;
  /** Who asks opened it himself, and so cannot review it. */
  own: boolean;
  /** Another privacy officer reviewed it already. */
  byAnother: boolean;
  review: { outcome: EmergencyOutcome; note: string; by: string; at: Date } | null;
  version: number;
}

/** For the family: that it happened. Why is between the school and the privacy officer: it may be about home. */
export interface EmergencyNotice {
  openedAt: Date;
  who: string;
  role: string;
  school: string;
}
