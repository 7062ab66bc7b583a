import {
  admissionDeadline,
  daysBetween,
  figuresOf,
  isExamYear,
  matches,
  perGroup,
  waitingFor,
} from './overview.rules.js';
import type { OverviewRow } from './overview.types.js';

const aRow = (wishes: Partial<OverviewRow> = {}): OverviewRow => ({
  pupilId: 'p',
  name: 'Noor Bakker',
  givenName: 'Noor',
  groupId: 'g1',
  group: '4K1',
  year: 4,
  examYear: true,
  activities: 2,
  withOwnWords: 0,
  reflections: 1,
  competences: [],
  appliedFor: ['Kok'],
  consent: 'none',
  states: [],
  ...wishes,
});

describe('what still waits with a pupil', () => {
  const waits = (wishes: Partial<OverviewRow> & { unanswered?: boolean }): string[] =>
    waitingFor({ unanswered: false, ...aRow(wishes), ...wishes });

  it('is nothing when everything is there', () => expect(waits({})).toEqual([]));
  it('is an application in the exam year only', () => {
    expect(waits({ appliedFor: [] })).toEqual(['not-applied']);
    expect(waits({ appliedFor: [], examYear: false })).toEqual([]);
  });
  it('is a reflection once there is something to reflect on', () => {
    expect(waits({ reflections: 0 })).toEqual(['no-reflection']);
    expect(waits({ reflections: 0, activities: 0 })).toEqual(['no-activity']);
  });
  it('is an answer to a school that asked', () => expect(waits({ unanswered: true })).toEqual(['consent-unanswered']));
});

it('counts every pupil of a group in exactly one of reflected, only activities and nothing', () => {
  const rows = [
    aRow(),
    aRow({ reflections: 0, states: ['no-reflection'] }),
    aRow({ reflections: 0, activities: 0, states: ['no-activity'] }),
    aRow({ groupId: 'g2', group: '4K2' }),
  ];
  expect(perGroup(rows)).toMatchObject([
    { group: '4K1', pupils: 3, reflected: 1, onlyActivities: 1, nothing: 1, waiting: { 'no-reflection': 1 } },
    { group: '4K2', pupils: 1, reflected: 1, onlyActivities: 0, nothing: 0 },
  ]);
  expect(figuresOf(rows)).toMatchObject({ pupils: 4, examYear: 4, 'no-reflection': 1, 'no-activity': 1 });
});

it('filters by all that was asked at once', () => {
  const row = aRow({ year: 3, examYear: false, states: ['no-reflection'] });
  expect(matches(row, {})).toBe(true);
  expect(matches(row, { year: 3, groupId: 'g1', state: 'no-reflection' })).toBe(true);
  expect(matches(row, { year: 4 })).toBe(false);
  expect(matches(row, { groupId: 'g2' })).toBe(false);
  expect(matches(row, { state: 'not-applied' })).toBe(false);
  expect(matches(row, { examYear: true })).toBe(false);
});

it('counts the days until 1 April over the change of the clocks', () => {
  expect(admissionDeadline(2026)).toBe('2027-04-01');
  expect(daysBetween('2026-11-16', '2027-04-01')).toBe(136);
  expect(daysBetween('2027-04-02', '2027-04-01')).toBe(-1);
});

it.each([
  [3, false],
  [4, true],
  [5, true],
  [null, false],
])('leerjaar %s is an exam year: %s', (year, expected) => expect(isExamYear(year)).toBe(expected));
