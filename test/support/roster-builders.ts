import { diffRoster } from '../../src/roster-import/diff.rules.js';
import type { CurrentGuardian, CurrentPupil, RosterDiff, SchoolState } from '../../src/roster-import/diff.types.js';
import { Faults } from '../../src/roster-import/faults.rules.js';
import type { ParsedRoster, RosterField, RosterGuardian, RosterPupil } from '../../src/roster-import/roster.types.js';

export const allFields: RosterField[] = ['callName', 'birthDate', 'email', 'leerweg', 'profiel', 'mentor', 'guardians'];

/** A pupil as a roster names one. */
export const inFile = (values: Partial<RosterPupil> = {}): RosterPupil => ({
  file: 'klassen.csv',
  line: 2,
  pupilNumber: '1',
  firstName: 'Fatma',
  callName: null,
  infix: '',
  familyName: 'Yılmaz',
  birthDate: '2012-01-31',
  email: 'f@x.nl',
  group: '3KB1',
  year: 3,
  leerweg: 'kb',
  profiel: 'ZW',
  mentor: { email: 'boer@x.nl', name: null },
  guardians: [],
  ...values,
});
/** The same pupil as the school has it. */
export const atSchool = (values: Partial<CurrentPupil> = {}): CurrentPupil => ({
  id: `id-${values.pupilNumber ?? '1'}`,
  pupilNumber: '1',
  givenName: 'Fatma',
  registerName: null,
  infix: '',
  familyName: 'Yılmaz',
  birthDate: '2012-01-31',
  email: 'f@x.nl',
  schoolYear: 2026,
  group: '3KB1',
  year: 3,
  leerweg: 'kb',
  profiel: 'ZW',
  mentors: [{ personId: 'boer', name: 'Anna Boer' }],
  guardians: [],
  leftOn: null,
  version: 1,
  ...values,
});
export const ayse: CurrentGuardian = { personId: 'ayse', name: 'Ayşe Yılmaz', email: 'ayse@x.nl', custody: true };
export const ayseInFile: RosterGuardian = { name: 'Ayşe Yılmaz', email: 'ayse@x.nl', custody: true };

/** A school with that one pupil. */
export const school = (values: Partial<SchoolState> = {}): SchoolState => ({
  schoolYear: 2026,
  pupils: [atSchool()],
  staff: [
    { personId: 'boer', name: 'Anna Boer', email: 'boer@x.nl', active: true },
    { personId: 'smit', name: 'Bas Smit', email: null, active: true },
    { personId: 'elders', name: 'Cor Vos', email: 'vos@x.nl', active: false },
  ],
  groups: [{ name: '3KB1', year: 3 }],
  teaching: [],
  ...values,
});

/** What a roster of these pupils would do, and what is wrong with it. */
export function diff(
  pupils: RosterPupil[],
  state: SchoolState = school(),
  roster: Partial<ParsedRoster> = {},
  bringsBack = true,
): { diff: RosterDiff; faults: Faults; codes: string[] } {
  const faults = new Faults();
  const result = diffRoster(
    { format: 'simple-csv', fields: allFields, pupils, teaching: [], ...roster },
    state,
    faults,
    bringsBack,
  );
  return { diff: result, faults, codes: faults.items.map((fault) => fault.code) };
}
export const changes = (result: { diff: RosterDiff }): (string | null)[][] =>
  [...result.diff.changed, ...result.diff.returned].flatMap((pupil) =>
    pupil.changes.map(({ field, from, to }) => [field, from, to]),
  );
export const notices = (result: { faults: Faults }): string[] => result.faults.notices.map((notice) => notice.code);
