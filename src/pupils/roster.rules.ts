import type { Leerweg, Profiel } from './pupils.types.js';

/** pro and vso have no profiel, and in year 1 and 2 a pupil has not chosen one yet. */
const WITHOUT_PROFIEL: readonly Leerweg[] = ['pro', 'vso'];
export const PROFIEL_FROM_YEAR = 3;

export interface EnrolmentFacts {
  year: number | null;
  leerweg: Leerweg | null;
  profiel: Profiel | null;
}

/** Has the school said of this pupil what a dossier needs? The list of pupils asks the same in SQL. */
export function isComplete({ year, leerweg, profiel }: EnrolmentFacts): boolean {
  if (year === null || leerweg === null) return false;
  return profiel !== null || year < PROFIEL_FROM_YEAR || WITHOUT_PROFIEL.includes(leerweg);
}
