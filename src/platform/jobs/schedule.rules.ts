/** Which minutes, hours, days, months and weekdays a schedule names. */
export interface Schedule {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
}

const ranges = [
  ['minutes', 0, 59],
  ['hours', 0, 23],
  ['days', 1, 31],
  ['months', 1, 12],
  ['weekdays', 0, 6],
] as const;
const dayMs = 86_400_000;

/**
 * The five fields of a crontab, in UTC: `*`, `5`, `1-5`, a list of these, and a step behind a slash. A day and a weekday
 * that are both named have both to fit.
 */
export function readSchedule(text: string): Schedule {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== ranges.length) throw new Error(`a schedule has five fields: ${text}`);
  return Object.fromEntries(
    ranges.map(([name, least, most], at) => [name, readField(fields[at]!, least, most)]),
  ) as unknown as Schedule;
}

function readField(field: string, least: number, most: number): Set<number> {
  const named = new Set<number>();
  for (const part of field.split(',')) {
    const [, range, from, to, step] = /^(\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const first = range === '*' ? least : Number(from);
    const last = range === '*' ? most : Number(to ?? from);
    if (!range || first < least || last > most || first > last || step === '0')
      throw new Error(`not a part of a schedule: ${part}`);
    for (let value = first; value <= last; value += Number(step ?? 1)) named.add(value);
  }
  return named;
}

/** The last moment of a schedule that is not after `now`; none within a year means: never. */
export function lastMoment(schedule: Schedule, now: Date): Date | undefined {
  const today = Math.floor(now.getTime() / dayMs) * dayMs;
  for (let day = today; day > today - 366 * dayMs; day -= dayMs) {
    const at = new Date(day);
    if (!schedule.days.has(at.getUTCDate()) || !schedule.months.has(at.getUTCMonth() + 1)) continue;
    if (!schedule.weekdays.has(at.getUTCDay())) continue;
    const moments = [...schedule.hours].flatMap((hour) => [...schedule.minutes].map((minute) => hour * 60 + minute));
    const latest = moments.map((minute) => day + minute * 60_000).filter((moment) => moment <= now.getTime());
    if (latest.length > 0) return new Date(Math.max(...latest));
  }
  return undefined;
}
