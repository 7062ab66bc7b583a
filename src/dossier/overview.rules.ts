import type { GroupProgress, Overview, OverviewFilter, OverviewRow, OverviewState } from './overview.types.js';
import { overviewStates } from './overview.types.js';

/** Leerjaar from which a pupil leaves for the mbo: the exam year of the vmbo, the leaving years of pro and vso. */
export const EXAM_YEAR = 4;
export const isExamYear = (year: number | null): boolean => year !== null && year >= EXAM_YEAR;

/** Who applies by 1 April has the right of admission (WEB art. 8.0.1). */
export const admissionDeadline = (schoolYear: number): string => `${schoolYear + 1}-04-01`;

/** Whole days from one day to another, both `yyyy-mm-dd`. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);

/** What still waits with a pupil; only that, never what was written. */
export function waitingFor(
  row: Pick<OverviewRow, 'examYear' | 'activities' | 'reflections' | 'appliedFor' | 'consent'> & {
    unanswered: boolean;
  },
): OverviewState[] {
  const holds: Record<OverviewState, boolean> = {
    'not-applied': row.examYear && row.appliedFor.length === 0,
    'consent-unanswered': row.unanswered,
    'no-reflection': row.activities > 0 && row.reflections === 0,
    'no-activity': row.activities === 0,
  };
  return overviewStates.filter((state) => holds[state]);
}

/** Who gets a reminder on paper: what waits is for the pupil to do, today. */
export const isReminded = ({ states }: OverviewRow): boolean =>
  states.includes('consent-unanswered') || states.includes('no-reflection');

export const matches = (row: OverviewRow, { year, groupId, state, examYear }: OverviewFilter): boolean =>
  (year === undefined || row.year === year) &&
  (groupId === undefined || row.groupId === groupId) &&
  (state === undefined || row.states.includes(state)) &&
  (!examYear || row.examYear);

const count = (rows: readonly OverviewRow[], state: OverviewState): number =>
  rows.filter((row) => row.states.includes(state)).length;
const counts = (rows: readonly OverviewRow[]): Record<OverviewState, number> => ({
  'not-applied': count(rows, 'not-applied'),
  'consent-unanswered': count(rows, 'consent-unanswered'),
  'no-reflection': count(rows, 'no-reflection'),
  'no-activity': count(rows, 'no-activity'),
});

export const figuresOf = (rows: readonly OverviewRow[]): Overview['figures'] => ({
  pupils: rows.length,
  examYear: rows.filter(({ examYear }) => examYear).length,
  ...counts(rows),
});

/** Per group, in the order in which the groups come. */
export function perGroup(rows: readonly OverviewRow[]): GroupProgress[] {
  const groups = new Map<string, OverviewRow[]>();
  for (const row of rows) groups.set(row.groupId, [...(groups.get(row.groupId) ?? []), row]);
  return [...groups.values()].map((own) => {
    const { groupId, group, year } = own[0]!;
    const reflected = own.filter(({ reflections }) => reflections > 0).length;
    const nothing = own.filter((row) => row.reflections === 0 && row.activities === 0).length;
    return {
      groupId,
      group,
      year,
      pupils: own.length,
      activities: own.reduce((sum, row) => sum + row.activities, 0),
      reflected,
      onlyActivities: own.length - reflected - nothing,
      nothing,
      waiting: counts(own),
    };
  });
}
