import { ageOn, schoolYearOf } from '../platform/calendar.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { ConsentState, Purpose } from './consent.types.js';

/** One standing answer, as far as it counts. */
export interface Answer {
  by: 'pupil' | 'guardian';
  agreed: boolean;
  /** Day of the answer, `yyyy-mm-dd`. */
  on: string;
  /** Whether the guardian has custody now. */
  custody: boolean;
}
export interface ConsentFacts {
  birthDate: string;
  withdrawn: boolean;
  /** Already in force: every needed yes was given. */
  inForce: boolean;
  /** A receiving school asked and nobody answered yet. */
  asked: boolean;
  /** `yyyy-mm-dd`: the first day on which it no longer counts. */
  endsOn: string;
  answers: Answer[];
}

/**
 * Where a consent stands. Under 16 the pupil and one guardian with custody must say yes, and a no of another guardian
 * with custody blocks. From 16 the pupil alone; what was in force stays, what waited for a guardian waits for the pupil
 * to confirm once (GDPR art. 7 and 8, UAVG art. 5).
 */
export function consentState(facts: ConsentFacts, today: string): ConsentState {
  if (facts.withdrawn) return 'withdrawn';
  if (today >= facts.endsOn) return 'expired';
  if (facts.inForce) return 'in-force';
  const pupil = facts.answers.find((answer) => answer.by === 'pupil');
  if (pupil && !pupil.agreed) return 'refused';
  const alone = ageOn(facts.birthDate, today) >= DECIDES_ALONE_AT;
  if (alone) return pupil && ageOn(facts.birthDate, pupil.on) >= DECIDES_ALONE_AT ? 'in-force' : waitForPupil(facts);
  const guardians = facts.answers.filter((answer) => answer.by === 'guardian' && answer.custody);
  if (guardians.some((answer) => !answer.agreed)) return 'blocked';
  if (!pupil) return waitForPupil(facts);
  return guardians.length > 0 ? 'in-force' : 'waiting-for-guardian';
}

const waitForPupil = (facts: ConsentFacts): ConsentState =>
  facts.asked && facts.answers.length === 0 ? 'asked' : 'waiting-for-pupil';

/** May this person give an answer, or withdraw, today? From 16 the pupil alone. */
export const mayAnswer = (by: 'pupil' | 'guardian', birthDate: string, today: string): boolean =>
  by === 'pupil' || ageOn(birthDate, today) < DECIDES_ALONE_AT;

/**
 * The day from which a share no longer counts, at the latest, by the start that is planned: for the intake 1 October after
 * it, for the handover 1 August after the first school year at the mbo, for word back two years (design, section 4).
 */
export function shareEnd(purpose: Purpose, plannedStart: string): string {
  const year = Number(plannedStart.slice(0, 4));
  switch (purpose) {
    case 'intake':
      return `${plannedStart.slice(5) < '10-01' ? year : year + 1}-10-01`;
    case 'handover':
      return `${schoolYearOf(plannedStart) + 1}-08-01`;
    case 'follow-up':
      // Two years after a 29 February there is none.
      return `${year + 2}-${plannedStart.slice(5) === '02-29' ? '02-28' : plannedStart.slice(5)}`;
  }
}
