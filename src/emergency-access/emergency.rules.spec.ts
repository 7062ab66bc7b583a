import { workingDaysAfter } from './emergency.rules.js';

test.each([
  ['2026-11-16', '2026-11-23'], // Monday
  ['2026-11-20', '2026-11-27'], // Friday
  ['2026-11-21', '2026-11-27'], // Saturday
  ['2026-11-22', '2026-11-27'], // Sunday
  ['2026-12-30', '2027-01-06'], // over the year; a holiday is a day like others
])('five working days after %s is %s', (day, expected) => expect(workingDaysAfter(day, 5)).toBe(expected));
