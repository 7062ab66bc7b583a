import { type Answer, type ConsentFacts, consentState, intakeEnd, mayAnswer } from './consent.rules.js';

const TODAY = '2026-11-16';
const FIFTEEN = '2010-11-17';
const SIXTEEN = '2010-11-16';
const YESTERDAY = '2026-11-15';

const pupil = (agreed: boolean, on = TODAY): Answer => ({ by: 'pupil', agreed, on, custody: false });
const guardian = (agreed: boolean, custody = true, on = TODAY): Answer => ({ by: 'guardian', agreed, on, custody });
const state = (birthDate: string, answers: Answer[], facts: Partial<ConsentFacts> = {}, today = TODAY): string =>
  consentState(
    { birthDate, answers, withdrawn: false, inForce: false, asked: false, endsOn: '2027-10-01', ...facts },
    today,
  );

describe('under 16', () => {
  test.each([
    ['nobody answered', [], 'waiting-for-pupil'],
    ['only the pupil said yes', [pupil(true)], 'waiting-for-guardian'],
    ['only a guardian said yes', [guardian(true)], 'waiting-for-pupil'],
    ['both said yes', [pupil(true), guardian(true)], 'in-force'],
    ['a guardian without custody said yes', [pupil(true), guardian(true, false)], 'waiting-for-guardian'],
    ['one guardian yes, one no', [pupil(true), guardian(true), guardian(false)], 'blocked'],
    ['a no of someone without custody', [pupil(true), guardian(true), guardian(false, false)], 'in-force'],
    ['a guardian said no before the pupil answered', [guardian(false)], 'blocked'],
    ['the pupil said no', [pupil(false), guardian(true)], 'refused'],
    ['the pupil and a guardian said no', [pupil(false), guardian(false)], 'refused'],
  ])('%s', (_, answers, expected) => {
    expect(state(FIFTEEN, answers)).toBe(expected);
  });
});

describe('from the 16th birthday on', () => {
  test.each([
    ['the pupil says yes', [pupil(true)], 'in-force'],
    ['a yes of the day before is to be confirmed once', [pupil(true, YESTERDAY)], 'waiting-for-pupil'],
    ['also with a guardian', [pupil(true, YESTERDAY), guardian(true, true, YESTERDAY)], 'waiting-for-pupil'],
    ['a guardian alone is not enough', [guardian(true)], 'waiting-for-pupil'],
    ['a no of a guardian no longer blocks', [pupil(true), guardian(false, true, YESTERDAY)], 'in-force'],
    ['the pupil said no', [pupil(false, YESTERDAY)], 'refused'],
  ])('%s', (_, answers, expected) => {
    expect(state(SIXTEEN, answers)).toBe(expected);
  });
});

test('asked is only for as long as nobody answered', () => {
  expect(state(FIFTEEN, [], { asked: true })).toBe('asked');
  expect(state(SIXTEEN, [], { asked: true })).toBe('asked');
  expect(state(FIFTEEN, [guardian(true)], { asked: true })).toBe('waiting-for-pupil');
});

test('what was in force stays in force, until it is withdrawn or ends', () => {
  const inForce = { inForce: true };
  expect(state(SIXTEEN, [pupil(true, YESTERDAY)], inForce)).toBe('in-force');
  expect(state(FIFTEEN, [pupil(true), guardian(true, false)], inForce)).toBe('in-force');
  expect(state(FIFTEEN, [], inForce, '2027-09-30')).toBe('in-force');
  expect(state(FIFTEEN, [], inForce, '2027-10-01')).toBe('expired');
  expect(state(FIFTEEN, [], { inForce: true, withdrawn: true })).toBe('withdrawn');
});

test('a guardian answers until the day before the 16th birthday, the pupil always', () => {
  expect([mayAnswer('guardian', FIFTEEN, TODAY), mayAnswer('guardian', SIXTEEN, TODAY)]).toEqual([true, false]);
  expect([mayAnswer('pupil', FIFTEEN, TODAY), mayAnswer('pupil', SIXTEEN, TODAY)]).toEqual([true, true]);
});

test.each([
  ['2027-08-01', '2027-10-01'],
  ['2027-09-30', '2027-10-01'],
  ['2027-10-01', '2028-10-01'],
  ['2028-02-01', '2028-10-01'],
])('an intake that is to start on %s is shared until %s', (start, end) => {
  expect(intakeEnd(start)).toBe(end);
});
