/** Texts of the pupil's own pages. */
export const pupil = {
  'pupil.title': 'Mijn dossier',
  'pupil.looked': 'Wie heeft gekeken',
} as const;
