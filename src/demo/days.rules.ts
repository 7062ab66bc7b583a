import { addDays } from '../platform/calendar.js';
import type { MonthDay } from './cast.types.js';
import type { Day } from './region.types.js';

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** Days from `from` up to `to`. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);

/** A month and day within a school year. */
export const dayIn = (schoolYear: number, on: MonthDay): Day => `${on >= '08-01' ? schoolYear : schoolYear + 1}-${on}`;

export const firstDay = (schoolYear: number): Day => `${schoolYear}-08-01`;
export const lastDay = (schoolYear: number): Day => `${schoolYear + 1}-07-31`;

/** Monday for a day in the weekend: class activities are on school days. */
export function schoolDay(day: Day): Day {
  const weekday = utc(day).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

/** A period of school days near a day: a week or more starts on Monday, and each ends on a school day. */
export function schoolPeriod(near: Day, days: number): { from: Day; until: Day | null } {
  if (days === 1) return { from: schoolDay(near), until: null };
  const weekday = utc(near).getUTCDay();
  if (days >= 5) {
    const from = addDays(near, weekday === 0 ? 1 : weekday === 6 ? 2 : 1 - weekday);
    const end = addDays(from, days - 1);
    const late = { 6: 1, 0: 2 }[utc(end).getUTCDay()] ?? 0;
    return { from, until: addDays(end, -late) };
  }
  const from = addDays(near, weekday === 0 ? 1 : -Math.max(0, weekday + days - 1 - 5));
  return { from, until: addDays(from, days - 1) };
}

/** Birth date of someone who is so old today: `days` after the last birthday. 29 February becomes the 28th. */
export function bornAgo(today: Day, years: number, days: number): Day {
  const rest = addDays(today, -days);
  const birth = `${Number(rest.slice(0, 4)) - years}${rest.slice(4)}`;
  return birth.endsWith('02-29') ? `${birth.slice(0, 8)}28` : birth;
}

export const earliest = (...days: Day[]): Day => days.reduce((a, b) => (a < b ? a : b));
export const latest = (...days: Day[]): Day => days.reduce((a, b) => (a > b ? a : b));

/** A moment on a school day, in summer or winter time. */
export function at(day: Day | null, time = '14:30'): string | null {
  if (day === null) return null;
  const offset = zone.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === 'timeZoneName')?.value;
  return `${day}T${time}:00${offset === 'GMT+2' ? '+02:00' : '+01:00'}`;
}
const zone = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', timeZoneName: 'shortOffset' });
