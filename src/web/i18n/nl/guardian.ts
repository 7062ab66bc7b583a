/** Texts of the pages of parents and other guardians. */
export const guardian = {
  'guardian.title': 'Mijn kind',
} as const;
