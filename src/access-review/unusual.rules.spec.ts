import { periodOf } from './unusual.rules.js';

const today = '2026-11-16';
test.each([
  [{}, '2026-10-18', '2026-11-16'],
  [{ until: '2026-03-30' }, '2026-03-01', '2026-03-30'],
  [{ from: '2026-11-01' }, '2026-11-01', '2026-11-16'],
  [{ from: '2026-01-01' }, '2026-01-01', '2026-04-02'],
  [{ from: '2026-01-01', until: '2026-11-16' }, '2026-08-17', '2026-11-16'],
  [{ from: '2026-11-16', until: '2026-11-16' }, '2026-11-16', '2026-11-16'],
  [{ from: '2026-11-16', until: '2026-11-01' }, '2026-11-16', '2026-11-01'],
])('the period of %j is from %s until and including %s', (asked, from, until) => {
  expect(periodOf(asked, today)).toEqual({ from, until });
});
