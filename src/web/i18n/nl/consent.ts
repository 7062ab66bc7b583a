/** Texts of the pages about who may read a dossier. */
export const consent = {
  'consent.title': 'Wie mag lezen',
} as const;
