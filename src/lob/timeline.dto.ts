import type { ActivityType, Competence, ReflectionReader } from './lob.types.js';

/** How the pupil sees something that the school stays with. */
export class ZienswijzeResponse {
  /** What is not right. */
  wrong: string;
  /** What it should be. */
  shouldBe: string;
  /** `yyyy-mm-dd`: since when it stands there. */
  on: string;
}

/** The same beside an activity: of its facts, or of the remark. */
export class ActivityZienswijzeResponse extends ZienswijzeResponse {
  about: 'activity' | 'remark';
}

/** An activity in a dossier. */
export class TimelineActivityResponse {
  id: string;
  /** The same for everyone for whom it was logged at once. */
  logId: string;
  type: ActivityType;
  title: string;
  place: string;
  /** `yyyy-mm-dd` */
  startsOn: string;
  /** `yyyy-mm-dd`; null when it took one day. */
  endsOn: string | null;
  beroep: string;
  /** Name of the opleiding that it was about. */
  opleiding: string | null;
  opleidingId: string | null;
  goal: string;
  competences: Competence[];
  /** What the school remarked on this pupil. */
  remark: string;
  /** The pupil's own words, as are the evaluation and what comes next. */
  result: string;
  evaluation: string;
  followUp: string;
  loggedBy: string;
  loggedById: string;
  version: number;
  zienswijzen: ActivityZienswijzeResponse[];
}

/** What a pupil thought of an activity, opened to the one who reads. */
export class TimelineReflectionResponse {
  id: string;
  activityId: string;
  text: string;
  /** To whom the pupil opened it. */
  openedTo: ReflectionReader[];
  /** `yyyy-mm-dd` */
  writtenOn: string;
  version: number;
}
