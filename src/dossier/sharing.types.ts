import type { ConsentResponse } from '../consent/consent.dto.js';
import type { Purpose } from '../consent/consent.types.js';
import type { ShownText } from '../consent-texts/consent-texts.types.js';
import type { ActivityType } from '../lob/lob.types.js';

/**
 * What the one who looks can do now: give a share, answer a request (or, as a guardian, the pupil's yes), confirm once
 * what waited for a guardian until the 16th birthday, or take an own no back.
 */
export type ShareAct = 'give' | 'answer' | 'confirm' | 'lift';

/** Where things stand between one pupil and one receiving school, for one purpose. */
export interface SchoolShare {
  schoolId: string;
  school: string;
  purpose: Purpose;
  /** What the pupil applied for there; empty when every application was withdrawn. */
  opleidingen: string[];
  /** What stands now; null when nothing was asked or given, or when it ended. */
  consent: ConsentResponse | null;
  /** Withdrawn or expired last, to give the same again. */
  last: ConsentResponse | null;
  act: ShareAct | null;
  mayWithdraw: boolean;
}

/** With the text to read before answering, or under which it was given; null when it was not kept. */
export type ReadableShare = SchoolShare & { text: ShownText | null };

export interface Sharing {
  age: number;
  /** From 16 the pupil decides alone. */
  decidesAlone: boolean;
  schools: ReadableShare[];
  /** What ended, newest first. */
  history: ConsentResponse[];
  /** How many reflections the pupil opened to the mbo and how many not: only the pupil may know that. */
  reflections: { opened: number; closed: number } | null;
}

export type ToDo =
  | { kind: 'answer' | 'confirm' | 'share' | 'waiting' | 'blocked'; schoolId: string; school: string }
  | { kind: 'reflect'; activityId: string; type: ActivityType; title: string; on: string };
