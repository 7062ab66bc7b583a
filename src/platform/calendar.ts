const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });

/** The calendar day of a moment, `yyyy-mm-dd`, in Europe/Amsterdam. */
export const dayOf = (at: Date): string => day.format(at);

/** The same in SQL, of a column with a moment. */
export const dayIn = (moment: string): string => `(${moment} at time zone 'Europe/Amsterdam')::date::text`;

/** Age in whole years on a day (`yyyy-mm-dd`); someone born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day before, as days on the calendar; no clock and no time zone has a part in it. */
export function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** The day after, likewise. */
export function dayAfter(day: string): string {
  const after = new Date(`${day}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  return after.toISOString().slice(0, 10);
}

/** The year in which the school year of this day began; it begins on 1 August. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
