import type { ChangedField, FieldChange } from '../../roster-import/diff.types.js';
import type { ImportStatus } from '../../roster-import/roster-import.types.js';
import type { TagColour } from '../ui/blocks.js';

export const fieldWords: Record<ChangedField, string> = {
  givenName: 'Roepnaam',
  registerName: 'Voornaam',
  infix: 'Tussenvoegsel',
  familyName: 'Achternaam',
  birthDate: 'Geboortedatum',
  email: 'E-mail',
  schoolYear: 'Schooljaar',
  group: 'Klas',
  year: 'Leerjaar',
  leerweg: 'Leerweg',
  profiel: 'Profiel',
  mentor: 'Mentor',
  guardian: 'Ouder',
  guardianEmail: 'E-mail van ouder',
};

export const schoolYearWords = (year: number): string => `${year}-${year + 1}`;

/** A value of a field as a person writes it. */
export function valueWords({ field }: FieldChange, value: string | null): string {
  if (value === null) return 'leeg';
  if (field === 'birthDate') return value.split('-').reverse().join('-');
  if (field === 'schoolYear') return schoolYearWords(Number(value));
  if (field === 'profiel') return value.replaceAll('-', ' ');
  return value;
}

export const statusWords: Record<ImportStatus, { text: string; colour: TagColour }> = {
  refused: { text: 'fouten in het bestand', colour: 'red' },
  previewed: { text: 'nog niet verwerkt', colour: 'yellow' },
  applying: { text: 'bezig', colour: 'blue' },
  applied: { text: 'verwerkt', colour: 'green' },
  expired: { text: 'niet verwerkt', colour: 'grey' },
};

/** `3 nieuwe klassen, 1 nieuwe medewerker`: the counts that are not zero. */
export const countWords = (counts: readonly (readonly [count: number, one: string, more: string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, one, more]) => `${count} ${count === 1 ? one : more}`)
    .join(', ');
