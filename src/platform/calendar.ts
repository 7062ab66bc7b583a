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

/** So many days later, as days on the calendar; no clock and no time zone has a part in it. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const dayBefore = (day: string): string => addDays(day, -1);
export const dayAfter = (day: string): string => addDays(day, 1);

/** The year in which the school year of this day began; it begins on 1 August. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
