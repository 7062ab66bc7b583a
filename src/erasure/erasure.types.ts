/** What can be erased apart; `roster` is who the pupil is, and takes everything along. */
export type ErasurePart = 'lob' | 'reflections' | 'applications' | 'contact' | 'roster';

/** What a school can grant of a pupil who is still there. */
export const grantedParts = ['lob', 'reflections', 'applications'] as const;
export type GrantedPart = (typeof grantedParts)[number];

/** everything: nothing but a row without a name is left. part: what is ticked. refused: with the reason. */
export const erasureOutcomes = ['everything', 'part', 'refused'] as const;
export type ErasureOutcome = (typeof erasureOutcomes)[number];

/** Who decides on requests, confirms reports and sees what is held. */
export const keepers = ['school-administrator', 'privacy-officer'] as const;
