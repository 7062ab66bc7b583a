import fc from 'fast-check';
import { dayBefore, schoolYearOf } from '../platform/calendar.js';
import {
  firstDay,
  lastDayFault,
  type MentorPeriod,
  periodFault,
  planEnd,
  planMentor,
  yearEnd,
} from './periods.rules.js';

describe('a school year', () => {
  it.each([
    ['2026-07-31', 2025],
    ['2026-08-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
  ])('%s is in the year that began in %s', (day, year) => expect(schoolYearOf(day)).toBe(year));

  it('ends on 31 July', () => expect(yearEnd(2026)).toBe('2027-07-31'));
});

it.each([
  ['2026-11-16', '2026-11-15'],
  ['2027-01-01', '2026-12-31'],
  ['2028-03-01', '2028-02-29'],
  ['2027-03-29', '2027-03-28'], // the clock goes forward in the night before
])('the day before %s is %s', (day, before) => expect(dayBefore(day)).toBe(before));

it('a mentor starts today, or on the first day of a year that has still to come', () => {
  expect(firstDay(2026, '2026-11-16')).toBe('2026-11-16');
  expect(firstDay(2027, '2027-06-20')).toBe('2027-08-01');
});

describe('the period that someone asks for', () => {
  const wish = { from: '2026-11-16', until: null, substitute: false, schoolYear: 2026, today: '2026-11-16' };
  it.each([
    ['runs from today to the end of the year', {}, null],
    ['may start later', { from: '2027-02-01' }, null],
    ['does not rewrite who saw the pupil yesterday', { from: '2026-11-15' }, ['from', 'date-in-past']],
    ['is within the school year', { from: '2027-08-01' }, ['from', 'outside-school-year']],
    ['has an end for a substitute', { substitute: true }, ['until', 'end-required']],
    ['may be one day', { substitute: true, until: '2026-11-16' }, null],
    ['does not end before it starts', { substitute: true, until: '2026-11-15' }, ['until', 'period-backwards']],
    ['lasts until 31 July at most', { substitute: true, until: '2027-07-31' }, null],
    ['never lasts into August', { substitute: true, until: '2027-08-01' }, ['until', 'outside-school-year']],
  ])('%s', (_, change, fault) => {
    const found = periodFault({ ...wish, ...change });
    expect(found && [found.field, found.code]).toEqual(fault);
  });

  it.each([
    ['2026-11-16', true],
    ['2026-11-15', true],
    ['2026-11-14', false],
  ])('a last day of %s on 16 November is fine: %s', (lastDay, fine) =>
    expect(lastDayFault(lastDay, '2026-11-16') === null).toBe(fine),
  );
});

describe('a pupil gets a mentor', () => {
  const year = { from: '2026-08-01', until: '2027-07-31' };
  const main: MentorPeriod = { id: 'main', personId: 'anna', substitute: false, ...year };
  const wish = { personId: 'bram', substitute: false, from: '2027-01-11', until: '2027-07-31' };

  it('for the first time', () => expect(planMentor([], wish)).toEqual({ ends: [], starts: true }));

  it('and the one before sees him for the last time on the day before', () =>
    expect(planMentor([main], wish)).toEqual({ ends: [{ id: 'main', until: '2027-01-10' }], starts: true }));

  it('and a main mentor who was planned for later is called off', () => {
    const later = { ...main, id: 'later', personId: 'cees', from: '2027-03-01' };
    const plan = planMentor([{ ...main, until: '2027-02-28' }, later], wish);
    expect(plan.ends).toEqual([
      { id: 'main', until: '2027-01-10' },
      { id: 'later', until: '2027-01-10' },
    ]);
  });

  it('and nothing happens when it is who it was', () =>
    expect(planMentor([main], { ...wish, personId: 'anna' })).toEqual({ ends: [], starts: false }));

  it('and last year stays what it was', () => {
    const lastYear = { ...main, id: 'last', from: '2025-08-01', until: '2026-07-31' };
    expect(planMentor([lastYear], wish)).toEqual({ ends: [], starts: true });
  });

  it('and a substitute comes beside the main mentor', () =>
    expect(planMentor([main], { ...wish, substitute: true, until: '2027-02-12' })).toEqual({ ends: [], starts: true }));

  it('and a substitute stays when the main mentor changes', () => {
    const substitute = { ...main, id: 'sub', personId: 'dewi', substitute: true };
    expect(planMentor([main, substitute], wish).ends.map(({ id }) => id)).toEqual(['main']);
  });

  it('and a substitute who becomes the main mentor is no substitute any more', () => {
    const substitute = { ...main, id: 'sub', personId: 'bram', substitute: true };
    expect(planMentor([main, substitute], wish).ends.map(({ id }) => id)).toEqual(['main', 'sub']);
  });

  it('and a substitute gets another last day by being asked again', () => {
    const substitute = { ...main, id: 'sub', personId: 'bram', substitute: true, until: '2027-02-12' };
    const longer = { ...wish, substitute: true, until: '2027-04-01' };
    expect(planMentor([substitute], longer)).toEqual({ ends: [{ id: 'sub', until: '2027-01-10' }], starts: true });
  });

  it('and the mentor needs no substitution by himself', () =>
    expect(planMentor([main], { ...wish, personId: 'anna', substitute: true })).toEqual({ ends: [], starts: false }));

  it('and what was called off is not called off again', () => {
    const off = { ...main, id: 'off', from: '2027-03-01', until: '2027-01-10' };
    expect(planMentor([off], wish)).toEqual({ ends: [], starts: true });
  });

  it('so that there is one main mentor on each day, whatever was planned', () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2026, 7, 1 + n)).toISOString().slice(0, 10));
    const wishes = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c'), from: day }), { maxLength: 6 });
    fc.assert(
      fc.property(wishes, day, (list, on) => {
        let all: MentorPeriod[] = [];
        list.forEach(({ personId, from }, n) => {
          const asked = { personId, from, until: '2027-07-31', substitute: false };
          const plan = planMentor(all, asked);
          all = all.map((a) => ({ ...a, until: plan.ends.find(({ id }) => id === a.id)?.until ?? a.until }));
          if (plan.starts) all.push({ id: String(n), ...asked });
        });
        const first = list.map(({ from }) => from).sort()[0];
        const mentors = all.filter(({ from, until }) => from <= on && on <= until);
        expect(mentors).toHaveLength(first !== undefined && first <= on ? 1 : 0);
      }),
    );
  });
});

describe('sight ends early', () => {
  const now = { id: 'now', from: '2026-08-01', until: '2027-07-31' };
  it('on the day that was asked', () =>
    expect(planEnd([now], '2026-12-18')).toEqual([{ id: 'now', until: '2026-12-18' }]));
  it('and never later than it would have', () => expect(planEnd([now], '2027-07-31')).toEqual([]));
  it('and what had yet to begin never begins', () => {
    const later = { ...now, id: 'later', from: '2027-01-04' };
    expect(planEnd([later], '2026-12-18')).toEqual([{ id: 'later', until: '2026-12-18' }]);
  });
});
