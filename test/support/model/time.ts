import type { Day, Moment, Period, World } from './world.js';

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const days = new Map<Moment, Day>();

/** The calendar day on which a moment falls. */
export function dayOf(at: Moment): Day {
  let day = days.get(at);
  if (day === undefined) {
    if (days.size > 10_000) days.clear();
    days.set(at, (day = inAmsterdam.format(new Date(at))));
  }
  return day;
}
export const today = (world: World): Day => dayOf(world.now);

/** Whether a period of days contains today. */
export const isCurrent = (world: World, { from, until }: Period): boolean =>
  from <= today(world) && (until === null || today(world) <= until);

/** The day on which someone becomes `age`; born on 29 February: 1 March of a common year. */
export function birthday(bornOn: Day, age: number): Day {
  const [year, month, day] = bornOn.split('-').map(Number) as [number, number, number];
  const leap = (y: number): boolean => y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const y = year + age;
  if (month === 2 && day === 29 && !leap(y)) return `${y}-03-01`;
  return `${y}${bornOn.slice(4)}`;
}
export const hasTurned = (age: number, bornOn: Day, on: Day): boolean => birthday(bornOn, age) <= on;

export const plus = (at: Moment, ms: number): Moment => new Date(Date.parse(at) + ms).toISOString();
export const minutes = 60_000;
export const hours = 60 * minutes;
export const wholeDays = 24 * hours;

export function plusDays(day: Day, number: number): Day {
  return new Date(Date.parse(`${day}T12:00:00Z`) + number * wholeDays).toISOString().slice(0, 10);
}
