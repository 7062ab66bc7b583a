import type { ActivityType, Competence, TimelineActivity, TimelineReflection } from '../lob/lob.types.js';

/** One of the five loopbaancompetenties: whether activities worked on it, and the last one that did. Never a score. */
export interface CompetenceTouched {
  competence: Competence;
  latest: TimelineActivity | null;
}
/** A beroep or opleiding that activities were about. */
export interface Interest {
  name: string;
  times: number;
}
/** Own words, short enough to read in one breath; `whole` when nothing was cut off. */
export interface Words {
  reflectionId: string;
  text: string;
  whole: boolean;
  writtenOn: string;
  /** What it is about; null when the activity itself may not be seen. */
  about: TimelineActivity | null;
}
export interface LobYear {
  /** The year in which the school year started. */
  schoolYear: number;
  /** Newest first. */
  activities: TimelineActivity[];
}
export interface LobSummary {
  /** How many there have been, and how many are still to come. */
  done: number;
  planned: number;
  /** Of each kind how many there have been, most first. */
  kinds: { type: ActivityType; count: number }[];
  /** All five, in their fixed order. */
  competences: CompetenceTouched[];
  /** What came up most, most first. */
  interests: Interest[];
  last: TimelineActivity | null;
  years: LobYear[];
}

/** A dossier on one screen; what is not shared is null, as if it were not there. */
export interface DossierSummary {
  lob: LobSummary | null;
  /** The most recent reflections. */
  words: Words[] | null;
  /** Reflections by the activity they stand with. */
  byActivity: ReadonlyMap<string, TimelineReflection>;
  /** Reflections of which the activity may not be seen. */
  loose: TimelineReflection[];
}
