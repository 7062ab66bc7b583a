import { dayBefore, schoolYearOf } from '../platform/calendar.js';

/** First and last day, both included: the last day of a mentor or teacher is the last day on which he sees the pupil. */
export interface Period {
  from: string;
  until: string;
}

/** One assignment as it stands; one whose end lies before its beginning was called off and never counts. */
export interface MentorPeriod extends Period {
  id: string;
  personId: string;
  substitute: boolean;
}
export type MentorWish = Omit<MentorPeriod, 'id'>;

/** What has to change: assignments that get an earlier last day, and whether the new one has to be written down. */
export interface MentorPlan {
  ends: { id: string; until: string }[];
  starts: boolean;
}

export const yearStart = (schoolYear: number): string => `${schoolYear}-08-01`;
/** Nobody mentors or teaches a group beyond this day: sight ends with the school year, without anyone doing a thing. */
export const yearEnd = (schoolYear: number): string => `${schoolYear + 1}-07-31`;

/** From today, or from the first day of a school year that has still to come. */
export const firstDay = (schoolYear: number, today: string): string =>
  today < yearStart(schoolYear) ? yearStart(schoolYear) : today;

export type PeriodFault =
  | { field: 'from'; code: 'date-in-past' | 'outside-school-year' }
  | { field: 'until'; code: 'end-required' | 'period-backwards' | 'outside-school-year' }
  | { field: 'lastDay'; code: 'date-in-past' };

/**
 * A period starts today or later: who saw the pupil before today is history, and is not rewritten. It stays within one
 * school year, and a substitute has an end of his own.
 */
export function periodFault(wish: {
  from: string;
  until: string | null;
  substitute: boolean;
  schoolYear: number;
  today: string;
}): PeriodFault | null {
  const { from, until, substitute, schoolYear, today } = wish;
  if (from < today) return { field: 'from', code: 'date-in-past' };
  if (schoolYearOf(from) !== schoolYear) return { field: 'from', code: 'outside-school-year' };
  if (until === null) return substitute ? { field: 'until', code: 'end-required' } : null;
  if (until < from) return { field: 'until', code: 'period-backwards' };
  return until > yearEnd(schoolYear) ? { field: 'until', code: 'outside-school-year' } : null;
}

/** Ending sight: with today as the last day, a later one, or yesterday (from this moment on). */
export const lastDayFault = (lastDay: string, today: string): PeriodFault | null =>
  lastDay < dayBefore(today) ? { field: 'lastDay', code: 'date-in-past' } : null;

const counts = (period: Period): boolean => period.until >= period.from;
const overlap = (a: Period, b: Period): boolean => a.from <= b.until && b.from <= a.until;
const covers = (outer: Period, inner: Period): boolean => outer.from <= inner.from && inner.until <= outer.until;

/**
 * How one pupil gets a mentor. A main mentor takes over from whoever was main mentor: that one's last day is the day
 * before, and what was planned for later is called off. A substitute comes beside the main mentor. Someone who is the
 * mentor for all of that time already stays so.
 */
export function planMentor(assignments: readonly MentorPeriod[], wish: MentorWish): MentorPlan {
  const touching = assignments.filter((assignment) => counts(assignment) && overlap(assignment, wish));
  const same = touching.find(
    (a) => a.personId === wish.personId && covers(a, wish) && (!a.substitute || wish.substitute),
  );
  const replaced = touching.filter(
    (a) =>
      a !== same &&
      (wish.substitute ? a.substitute && a.personId === wish.personId : !a.substitute || a.personId === wish.personId),
  );
  return { ends: replaced.map(({ id }) => ({ id, until: dayBefore(wish.from) })), starts: !same };
}

/** The assignments that get an earlier last day when sight ends on this day; one that had yet to begin is called off. */
export const planEnd = <P extends Period & { id: string }>(
  periods: readonly P[],
  lastDay: string,
): { id: string; until: string }[] =>
  periods.filter((p) => counts(p) && p.until > lastDay).map(({ id }) => ({ id, until: lastDay }));
