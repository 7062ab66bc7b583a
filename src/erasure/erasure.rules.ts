import type { ErasurePart } from './erasure.types.js';

const sections: Record<ErasurePart, string[]> = {
  lob: ['lob'],
  reflections: ['reflections'],
  applications: ['application'],
  contact: ['profile'],
  roster: ['profile', 'school-career', 'lob', 'reflections', 'application'],
};

/** What went, as the record says it. */
export const sectionsOf = (parts: readonly ErasurePart[]): string[] => [
  ...new Set(parts.flatMap((part) => sections[part])),
];
