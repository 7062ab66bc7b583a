/** The sections that a dossier has: the unit of consent. */
export const sections = ['profile', 'school-career', 'lob', 'reflections'] as const;
export type Section = (typeof sections)[number];

/** What a share is for; a yes for one never serves another. */
export const purposes = ['intake', 'handover', 'follow-up'] as const;
export type Purpose = (typeof purposes)[number];
/** What a receiving school may ask for. */
export const askedPurposes = ['intake', 'handover'] as const satisfies readonly Purpose[];

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
