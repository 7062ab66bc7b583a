/** The sections that a dossier has: the unit of consent. */
export const sections = ['profile', 'school-career', 'lob', 'reflections'] as const;
export type Section = (typeof sections)[number];

/** What a share is for; a yes for one never serves another. */
export const purposes = ['intake', 'handover', 'follow-up'] as const;
export type Purpose = (typeof purposes)[number];
/** What a receiving school may ask for. */
export const askedPurposes = ['intake', 'handover'] as const satisfies readonly Purpose[];

/** Why a receiving school asks: one of these, in no words of its own. */
export const askReasons = {
  intake: ['shorter-talk', 'no-talk', 'prepare-talk', 'right-programme'],
  handover: ['good-start', 'support'],
} as const satisfies Record<(typeof askedPurposes)[number], readonly string[]>;
export type AskReason = (typeof askReasons)[keyof typeof askReasons][number];
export const allAskReasons: readonly AskReason[] = [...askReasons.intake, ...askReasons.handover];
/** For so long a request that was put off is not on top. */
export const LATER_DAYS = 7;

export const consentStates = [
  'asked',
  'waiting-for-pupil',
  'waiting-for-guardian',
  'blocked',
  'in-force',
  'refused',
  'withdrawn',
  'expired',
] as const;
export type ConsentState = (typeof consentStates)[number];

/**
 * In SQL, of pupil $1: what is said about the shares of one pupil is said one after the other, until the commit. Of a yes
 * and a no at the same moment neither may decide without having heard the other.
 */
export const oneByOneSql = 'select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7516))';
