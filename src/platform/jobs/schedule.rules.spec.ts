import { lastMoment, readSchedule } from './schedule.rules.js';

const last = (schedule: string, now: string): string | undefined =>
  lastMoment(readSchedule(schedule), new Date(now))?.toISOString();

describe('the last moment of a schedule', () => {
  it.each([
    ['* * * * *', '2026-11-16T10:00:59Z', '2026-11-16T10:00:00.000Z'],
    ['*/15 * * * *', '2026-11-16T10:14:59Z', '2026-11-16T10:00:00.000Z'],
    ['*/15 * * * *', '2026-11-16T10:15:00Z', '2026-11-16T10:15:00.000Z'],
    ['17 2 * * *', '2026-11-16T02:16:59Z', '2026-11-15T02:17:00.000Z'],
    ['17 2 * * *', '2026-11-16T02:17:00Z', '2026-11-16T02:17:00.000Z'],
    ['0 6,18 * * *', '2026-11-16T17:59:00Z', '2026-11-16T06:00:00.000Z'],
    ['0 8-10/2 * * *', '2026-11-16T09:59:00Z', '2026-11-16T08:00:00.000Z'],
    ['0 3 * * 1', '2026-11-22T12:00:00Z', '2026-11-16T03:00:00.000Z'], // mondays
    ['0 3 1 8 *', '2026-07-31T12:00:00Z', '2025-08-01T03:00:00.000Z'],
    ['0 3 31 * *', '2026-12-01T00:00:00Z', '2026-10-31T03:00:00.000Z'],
    ['0 3 1 1 *', '2027-01-01T02:59:59Z', '2026-01-01T03:00:00.000Z'],
  ])('%s, at %s: %s', (schedule, now, moment) => {
    expect(last(schedule, now)).toBe(moment);
  });

  it('never comes on a day that is not there', () => {
    expect(last('0 3 31 2 *', '2026-11-16T10:00:00Z')).toBeUndefined();
  });
});

it.each([
  '',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '5-1 * * * *',
  '*/0 * * * *',
  'a * * * *',
  '1.5 * * * *',
])('refuses %j as a schedule', (text) => {
  expect(() => readSchedule(text)).toThrow(/schedule/);
});
