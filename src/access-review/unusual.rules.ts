import { addDays } from '../platform/calendar.js';

/** What counts as much. Set so that an ordinary day of a decaan or an intaker stays under it. */
export const limits = {
  /** Dossiers in a day on the ground of a role alone: more than one class. */
  outside: 40,
  /** Dossiers in a day by one account: more than this. */
  many: 200,
  /** Refusals of one person in a day. */
  refused: 5,
  /** Wrong passwords for one account in a day. */
  failed: 10,
} as const;
export const asParameters = [limits.outside, limits.many, limits.refused, limits.failed] as const;

const DAYS = 30;
/** Longer is too much to work out while somebody waits. */
export const LONGEST_DAYS = 92;

/** The period to look at: what was asked, at most three months of it; else the last thirty days. */
export function periodOf(asked: { from?: string; until?: string }, today: string): { from: string; until: string } {
  const until = asked.until ?? (asked.from ? earlier(addDays(asked.from, LONGEST_DAYS - 1), today) : today);
  const from = asked.from ?? addDays(until, -(DAYS - 1));
  const earliest = addDays(until, -(LONGEST_DAYS - 1));
  return { from: from < earliest ? earliest : from, until };
}
const earlier = (a: string, b: string): string => (a < b ? a : b);
