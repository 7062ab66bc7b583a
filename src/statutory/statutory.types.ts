/** What may be passed on without consent: no reflections, no LOB. */
export const statutorySections = ['profile', 'school-career'] as const;
export type StatutorySection = (typeof statutorySections)[number];
export const statutoryPurposes = ['intake', 'handover'] as const;
export type StatutoryPurpose = (typeof statutoryPurposes)[number];

/** So long pupil and guardian can look at it and say what they think; then it counts also without an answer. */
export const INSPECTION_DAYS = 14;
export const LONGEST_VIEW = 1000;

export const statutoryStates = [
  'offered', // to be looked at; nothing is read yet
  'in-force',
  'off', // region or school switched it off: nothing is read
  'ended', // by the school
  'expired',
] as const;
export type StatutoryState = (typeof statutoryStates)[number];
export const stands = (state: StatutoryState): boolean => state !== 'ended' && state !== 'expired';
