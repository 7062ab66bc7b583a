/** Kinds of LOB activity that the field uses, in the order of the list that a decaan chooses from. */
export const activityTypes = [
  'open-day',
  'trial-day',
  'trial-lesson',
  'taster-placement',
  'lightning-placement',
  'placement',
  'company-visit',
  'guest-lesson',
  'careers-fair',
  'meet-and-greet',
  'professional-interview',
  'information-evening',
  'career-conversation',
  'interest-test',
  'ppo-lesson',
  'company-assignment',
  'mbo-module',
  'skills-lab',
  'job-or-volunteering',
  'home-assignment',
  'profielschets-studied',
] as const;
export type ActivityType = (typeof activityTypes)[number];

/** The five loopbaancompetenties of Kuijpers, as in exam programme C1 (SLO). */
export const competences = [
  'kwaliteitenreflectie',
  'motievenreflectie',
  'werkexploratie',
  'loopbaansturing',
  'netwerken',
] as const;
export type Competence = (typeof competences)[number];

/** To whom the pupil opened a reflection; each apart. */
export const readers = ['school', 'guardian', 'mbo'] as const;
export type ReflectionReader = (typeof readers)[number];

/** How the pupil sees something that the school stays with: it stands beside it for every reader. */
export interface Zienswijze {
  about: 'activity' | 'remark';
  wrong: string;
  shouldBe: string;
  /** `yyyy-mm-dd`: since when it stands there. */
  on: string;
}

export interface TimelineActivity {
  id: string;
  logId: string;
  type: ActivityType;
  title: string;
  place: string;
  startsOn: string;
  endsOn: string | null;
  beroep: string;
  opleiding: string | null;
  opleidingId: string | null;
  goal: string;
  competences: Competence[];
  remark: string;
  result: string;
  evaluation: string;
  followUp: string;
  loggedBy: string;
  loggedById: string;
  version: number;
  zienswijzen: Zienswijze[];
}
export interface TimelineReflection {
  id: string;
  activityId: string;
  text: string;
  openedTo: ReflectionReader[];
  writtenOn: string;
  version: number;
}
export interface Timeline {
  activities: TimelineActivity[] | null;
  reflections: TimelineReflection[] | null;
}

/** What of a pupil's LOB is there, without any of its content. */
export interface LobProgress {
  pupilId: string;
  activities: number;
  withOwnWords: number;
  reflections: number;
  /** Which of the five were worked on. */
  competences: Competence[];
  lastOn: string | null;
}

/** One activity that was logged for a group. */
export interface ClassLogSummary {
  logId: string;
  type: ActivityType;
  title: string;
  place: string;
  startsOn: string;
  endsOn: string | null;
  pupils: number;
  loggedBy: string;
  /** Whether the actor may correct or remove it for everyone at once. */
  mayCorrect: boolean;
}

/** The same with all its facts and its pupils, to correct or to use again. */
export interface ClassLog {
  logId: string;
  groupId: string;
  group: string;
  type: ActivityType;
  title: string;
  place: string;
  startsOn: string;
  endsOn: string | null;
  beroep: string;
  opleidingId: string | null;
  goal: string;
  competences: Competence[];
  loggedBy: string;
  pupils: { id: string; activityId: string; name: string; remark: string }[];
  /** For how many pupils there are own words, and a reflection; never what they say. */
  withOwnWords: number;
  reflections: number;
  version: number;
}
