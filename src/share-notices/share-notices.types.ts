export const noticeKinds = [
  'given', // the school may read something
  'widened', // more than before
  'narrowed', // less than before
  'changed', // some of it and some other
  'prolonged', // the same, until another day
  'withdrawn', // taken back, or held up by a no
  'ended', // it ended by itself, or the application or placement did
  'erased', // the pupil was erased
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a school did with what it had taken over. */
export const outcomes = ['removed', 'kept'] as const;
export type Outcome = (typeof outcomes)[number];
/** Why it kept something; no words of its own. */
export const keptReasons = ['legal-duty', 'own-student-file', 'objection'] as const;
export type KeptReason = (typeof keptReasons)[number];

/** So long a school has to confirm, before the privacy officers see that it did not. */
export const CONFIRM_DAYS = 14;
