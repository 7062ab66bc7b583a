import fc from 'fast-check';
import { ageOn } from '../platform/calendar.js';
import { type Answer, type ConsentFacts, consentState, mayAnswer, shareEnd } from './consent.rules.js';

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
  ['intake', '2027-08-01', '2027-10-01'],
  ['intake', '2027-09-30', '2027-10-01'],
  ['intake', '2027-10-01', '2028-10-01'],
  ['intake', '2028-02-01', '2028-10-01'],
  ['handover', '2027-07-31', '2027-08-01'],
  ['handover', '2027-08-01', '2028-08-01'],
  ['handover', '2028-02-01', '2028-08-01'],
  ['follow-up', '2027-08-01', '2029-08-01'],
  ['follow-up', '2028-02-29', '2030-02-28'],
] as const)('a share for %s, where the start is to be on %s, ends on %s at the latest', (purpose, start, end) => {
  expect(shareEnd(purpose, start)).toBe(end);
});

describe('whatever was said, by whom and when', () => {
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-09-30'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const birth = fc
    .date({ min: new Date('2008-01-01'), max: new Date('2013-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const answer = fc.record<Answer>({
    by: fc.constant('guardian'),
    agreed: fc.boolean(),
    on: day,
    custody: fc.boolean(),
  });
  const own = fc.option(
    fc.record<Answer>({ by: fc.constant('pupil'), agreed: fc.boolean(), on: day, custody: fc.constant(false) }),
  );
  const said = fc.record({
    birthDate: birth,
    today: day,
    own,
    guardians: fc.array(answer, { maxLength: 4 }),
    asked: fc.boolean(),
  });
  type Said = typeof said extends fc.Arbitrary<infer S> ? S : never;
  const reached = ({ birthDate, today, own, guardians, asked }: Said, more: Partial<ConsentFacts> = {}): string =>
    state(birthDate, [...(own ? [own] : []), ...guardians], { asked, ...more }, today);
  const always = (check: (one: Said) => void): void => fc.assert(fc.property(said, check), { numRuns: 2000 });

  test('under 16 it is in force exactly with the yes of the pupil, the yes of one with custody, and no no of one with custody', () => {
    always((one) => {
      if (ageOn(one.birthDate, one.today) >= 16) return;
      const voices = one.guardians.filter(({ custody }) => custody);
      const all = one.own?.agreed === true && voices.length > 0 && voices.every(({ agreed }) => agreed);
      expect(reached(one) === 'in-force').toBe(all);
    });
  });

  test('from 16 it is in force exactly with a yes of the pupil from since then; nobody else counts', () => {
    always((one) => {
      if (ageOn(one.birthDate, one.today) < 16) return;
      const alone = one.own?.agreed === true && ageOn(one.birthDate, one.own.on) >= 16;
      expect(reached(one) === 'in-force').toBe(alone);
      const others = reached({ ...one, guardians: [] });
      expect([others, 'asked', 'waiting-for-pupil']).toContain(reached(one));
      if (others === 'in-force' || others === 'refused') expect(reached(one)).toBe(others);
    });
  });

  test('one more no of somebody with custody never puts it in force, and taking it back leaves what was there', () => {
    always((one) => {
      const no: Answer = { by: 'guardian', agreed: false, on: one.today, custody: true };
      const blocked = reached({ ...one, guardians: [...one.guardians, no] });
      if (ageOn(one.birthDate, one.today) < 16) expect(blocked).not.toBe('in-force');
      const lifted = reached({ ...one, guardians: [...one.guardians, { ...no, agreed: true }] });
      if (reached(one) === 'in-force') expect(lifted).toBe('in-force');
    });
  });

  test('the order of the answers makes no difference, and who has no custody makes none', () => {
    always((one) => {
      expect(reached({ ...one, guardians: [...one.guardians].reverse() })).toBe(reached(one));
      const without = one.guardians.filter(({ custody }) => custody);
      if (one.own !== null) expect(reached({ ...one, guardians: without })).toBe(reached(one));
    });
  });

  test('what is withdrawn or over is so whatever was said; what is in force stays so until then', () => {
    always((one) => {
      expect(reached(one, { withdrawn: true, inForce: true })).toBe('withdrawn');
      expect(reached(one, { inForce: true, endsOn: one.today })).toBe('expired');
      expect(reached(one, { inForce: true, endsOn: '2027-10-01' })).toBe('in-force');
    });
  });
});

test('someone is 16 on the birthday and not a day before, also when born on 29 February', () => {
  const birth = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const leap = fc.constantFrom('1996-02-29', '2008-02-29', '2012-02-29', '2084-02-29');
  fc.assert(
    fc.property(fc.oneof(birth, leap), (born) => {
      const year = Number(born.slice(0, 4)) + 16;
      const common = !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
      const birthday = born.endsWith('02-29') && common ? `${year}-03-01` : `${year}${born.slice(4)}`;
      const before = new Date(`${birthday}T00:00:00Z`);
      before.setUTCDate(before.getUTCDate() - 1);
      const eve = before.toISOString().slice(0, 10);
      expect([ageOn(born, eve), ageOn(born, birthday)]).toEqual([15, 16]);
      expect([mayAnswer('guardian', born, eve), mayAnswer('guardian', born, birthday)]).toEqual([true, false]);
    }),
  );
});

test('an intake share ends on a first of October, after the start and within a year of it', () => {
  const start = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(start, (planned) => {
      const end = shareEnd('intake', planned);
      expect(end).toMatch(/^\d{4}-10-01$/);
      expect(end > planned).toBe(true);
      expect(`${Number(end.slice(0, 4)) - 1}-10-01` <= planned).toBe(true);
    }),
  );
});
