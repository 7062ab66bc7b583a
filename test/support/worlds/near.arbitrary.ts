import fc from 'fast-check';
import { birthday, dayOf, hours, minutes, plus, plusDays, wholeDays } from '../model/time.js';
import type { Day, Moment, Period } from '../model/world.js';

/** True this often, of a hundred; false is the simpler. */
export const chance = (percent: number): fc.Arbitrary<boolean> => fc.nat(99).map((n) => n >= 100 - percent);
export const maybe = <T>(percent: number, one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: percent, arbitrary: one }, { weight: 100 - percent, arbitrary: fc.constant(null) });
/** One, none, or now and then two. */
export const few = <T>(percent: number, one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: percent, arbitrary: one.map((each) => [each]) },
    { weight: 100 - percent, arbitrary: fc.constant<T[]>([]) },
    { weight: 6, arbitrary: fc.array(one, { minLength: 2, maxLength: 2 }) },
  );

/** The same, and often two. */
export const often = <T>(percent: number, one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: few(percent, one) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 2 }) },
  );

/** Days and moments around now: the bound itself, a step to either side, and far away. */
export class Near {
  readonly today: Day;
  readonly period: fc.Arbitrary<Period>;
  /** With a last day. */
  readonly term: fc.Arbitrary<{ from: Day; until: Day }>;
  readonly day: fc.Arbitrary<Day>;
  readonly past: fc.Arbitrary<Moment>;
  readonly moment: fc.Arbitrary<Moment>;
  readonly bornOn: fc.Arbitrary<Day>;

  constructor(readonly now: Moment) {
    this.today = dayOf(now);
    const day = (offset: number): Day => plusDays(this.today, offset);
    this.day = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(0, -1, 1).map(day) },
      { weight: 2, arbitrary: fc.constantFrom(-400, -30, -2, 2, 30, 400).map(day) },
    );
    const term = (from: number, until: number): { from: Day; until: Day } => ({ from: day(from), until: day(until) });
    this.term = fc.oneof(
      { weight: 8, arbitrary: fc.constant(term(-100, 200)) },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          term(-100, 0),
          term(-100, -1),
          term(-100, 1),
          term(0, 200),
          term(1, 200),
          term(-1, 200),
          term(0, 0),
          term(-400, -300),
        ),
      },
    );
    this.period = fc.oneof(
      { weight: 2, arbitrary: this.term },
      { weight: 1, arbitrary: this.day.map((from) => ({ from, until: null })) },
    );
    const moment = (offset: number): Moment => plus(now, offset);
    this.past = fc.constantFrom(-wholeDays, -100 * wholeDays, -500 * wholeDays, -1, -1000, 0).map(moment);
    this.moment = fc.constantFrom(0, -1, 1, -wholeDays, wholeDays, 100 * wholeDays, -100 * wholeDays).map(moment);
    this.bornOn = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(15, 14, 17, 20).map((age) => born(this.today, age, -100)) },
      {
        weight: 6,
        arbitrary: fc
          .tuple(fc.constantFrom(16, 18), fc.constantFrom(0, 1, -1))
          .map(([age, offset]) => born(this.today, age, offset)),
      },
      { weight: 1, arbitrary: fc.constantFrom('2008-02-29', '2012-02-29') },
    );
  }

  /** A moment on the day, of the day before or of the day itself, on which someone becomes this old. */
  around(bornOn: Day, age: number, step: number): Moment {
    const noon = `${birthday(bornOn, age)}T00:00:00.000Z`;
    // In Amsterdam the day begins an hour or two before it does in UTC.
    const begins =
      dayOf(plus(noon, -2 * hours)) === birthday(bornOn, age) ? plus(noon, -2 * hours) : plus(noon, -hours);
    const at = plus(begins, step);
    return at < this.now ? at : plus(this.now, -1);
  }
}

/** Born so that the birthday of that age is `offset` days from today. */
function born(today: Day, age: number, offset: number): Day {
  const day = plusDays(today, offset);
  const year = Number(day.slice(0, 4)) - age;
  const rest = day.slice(4);
  // A 29 February only in a leap year; whoever has his birthday on 1 March may have been born on either day.
  return rest === '-02-29' && year % 4 !== 0 ? `${year}-03-01` : `${year}${rest}`;
}

/** Moments at which something in the calendar changes, beside ordinary ones. */
export const clocks: readonly Moment[] = [
  '2026-11-16T10:00:00.000Z',
  '2026-02-28T22:59:59.999Z', // the last moment of 28 February of a common year
  '2026-02-28T23:00:00.000Z', // 1 March
  '2027-05-12T08:30:00.000Z',
  '2028-02-28T22:59:59.999Z', // the last moment of 28 February of a leap year
  '2028-02-28T23:00:00.000Z', // 29 February
  '2027-07-31T21:59:59.999Z', // the last moment of a school year
  '2027-07-31T22:00:00.000Z', // the first moment of a school year
  '2026-10-25T00:30:00.000Z', // the hour that comes twice
  '2026-10-25T01:30:00.000Z',
  '2027-03-28T00:59:59.999Z', // before the hour that is left out
  '2026-12-31T23:00:00.000Z', // New Year
  '2026-09-30T22:00:00.000Z', // 1 October
];
export const idle = 30 * minutes;
export const longest = 10 * hours;
