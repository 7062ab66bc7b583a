import type { ConsentState } from '../consent/consent.types.js';
import type { Competence } from '../lob/lob.types.js';

/** One pupil in the overview of decaan or mentor: what is there and what still waits, never what it says. */
export interface OverviewRow {
  pupilId: string;
  name: string;
  givenName: string;
  groupId: string;
  group: string;
  year: number | null;
  examYear: boolean;
  activities: number;
  /** Activities with result, evaluation and follow-up in the pupil's own words. */
  withOwnWords: number;
  reflections: number;
  competences: Competence[];
  /** Names of the opleidingen where the pupil applied. */
  appliedFor: string[];
  consent: ConsentState | 'none';
  /** What still waits for the pupil. */
  states: OverviewState[];
}

/** What can still be missing with one pupil, in the order of what comes first. */
export const overviewStates = ['not-applied', 'consent-unanswered', 'no-reflection', 'no-activity'] as const;
export type OverviewState = (typeof overviewStates)[number];

export interface OverviewFilter {
  year?: number;
  groupId?: string;
  state?: OverviewState;
  /** Only pupils in their exam year. */
  examYear?: boolean;
}

/** How far a group is; each pupil counts in exactly one of the last three. */
export interface GroupProgress {
  groupId: string;
  group: string;
  year: number | null;
  pupils: number;
  activities: number;
  reflected: number;
  onlyActivities: number;
  nothing: number;
  waiting: Record<OverviewState, number>;
}

export interface Overview {
  rows: OverviewRow[];
  /** Over every pupil in sight, whatever the filter. */
  figures: { pupils: number; examYear: number } & Record<OverviewState, number>;
  groups: GroupProgress[];
  years: number[];
  /** `yyyy-mm-dd`: who applies by this day has the right of admission. */
  deadline: string;
  /** Negative when it is past. */
  daysLeft: number;
}
