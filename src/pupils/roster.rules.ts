import { ageOn } from '../platform/calendar.js';
import { DECIDES_ALONE_AT, type Leerweg, OF_AGE, type Profiel } from './pupils.types.js';

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

/** Does what a pupil opened to the guardians still count? What he opened before his 16th or 18th birthday does not after it. */
export function openingCounts(birthDate: string, openedOn: string | null, today: string): boolean {
  const age = ageOn(birthDate, today);
  if (age < DECIDES_ALONE_AT || openedOn === null) return false;
  return ageOn(birthDate, openedOn) >= (age >= OF_AGE ? OF_AGE : DECIDES_ALONE_AT);
}
