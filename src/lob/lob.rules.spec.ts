import { type DomainError } from '../platform/errors/domain-error.js';
import { checkPeriod } from './lob.rules.js';

const TODAY = '2026-11-16';
const faultOf = (startsOn: string, endsOn?: string): string | null => {
  try {
    checkPeriod(startsOn, endsOn, TODAY);
    return null;
  } catch (error) {
    const [fault] = (error as DomainError).fields;
    return `${fault!.field} ${fault!.code}`;
  }
};

test.each([
  ['today', TODAY, undefined, null],
  ['a period of one day', TODAY, TODAY, null],
  ['backwards', TODAY, '2026-11-15', 'endsOn period-backwards'],
  ['a year ahead', '2027-11-16', undefined, null],
  ['more than a year ahead', '2027-11-17', undefined, 'startsOn date-too-far'],
  ['that ends two years from now', TODAY, '2028-11-16', null],
  ['that ends later', TODAY, '2028-11-17', 'endsOn date-too-far'],
  ['fifteen years ago', '2011-11-16', undefined, null],
  ['longer ago', '2011-11-15', undefined, 'startsOn date-too-long-ago'],
])('an activity %s', (_, startsOn, endsOn, expected) => {
  expect(faultOf(startsOn, endsOn)).toBe(expected);
});
