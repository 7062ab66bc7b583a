import type { Leerweg, Profiel } from '../pupils/pupils.types.js';
import type { RosterNotice } from './roster.types.js';

/** A pupil as the school has it now, with the last enrolment. */
export interface CurrentPupil {
  id: string;
  pupilNumber: string;
  givenName: string;
  registerName: string | null;
  infix: string;
  familyName: string;
  birthDate: string;
  email: string | null;
  /** School year of the last enrolment; null when there is none. */
  schoolYear: number | null;
  group: string | null;
  year: number | null;
  leerweg: Leerweg | null;
  profiel: Profiel | null;
  /** Who mentors now, without substitutes; there may be two. */
  mentors: { personId: string; name: string }[];
  guardians: CurrentGuardian[];
  leftOn: string | null;
  version: number;
}

export interface CurrentGuardian {
  personId: string;
  name: string;
  email: string | null;
  custody: boolean | null;
}

export interface CurrentStaff {
  personId: string;
  name: string;
  email: string | null;
  /** Works at this school now; else somewhere else, or here before. */
  active: boolean;
}

export interface CurrentTeaching {
  id: string;
  group: string;
  personId: string;
  name: string;
  subject: string;
}

/** What an import is compared with: one school in one school year. */
export interface SchoolState {
  schoolYear: number;
  pupils: CurrentPupil[];
  staff: CurrentStaff[];
  /** The groups of this school year. */
  groups: { name: string; year: number | null }[];
  /** Who teaches which group now, in this school year. */
  teaching: CurrentTeaching[];
}

/** A person who is there already, or one that this import makes (`key` is then the same wherever it is meant). */
export interface PersonTarget {
  personId: string | null;
  key: string;
  name: string;
}

/** All that the import writes of one pupil; fields that the file does not carry have the value of now. */
export interface PupilValues {
  pupilNumber: string;
  givenName: string;
  registerName: string | null;
  infix: string;
  familyName: string;
  birthDate: string;
  email: string | null;
  group: string;
  year: number;
  leerweg: Leerweg | null;
  profiel: Profiel | null;
  mentor: PersonTarget | null;
}

export type ChangedField =
  | 'givenName'
  | 'registerName'
  | 'infix'
  | 'familyName'
  | 'birthDate'
  | 'email'
  | 'schoolYear'
  | 'group'
  | 'year'
  | 'leerweg'
  | 'profiel'
  | 'mentor'
  | 'guardian'
  | 'guardianEmail';

/** Old and new as a person reads them; null is empty. */
export interface FieldChange {
  field: ChangedField;
  from: string | null;
  to: string | null;
}

export interface NewPupil {
  line: number;
  name: string;
  values: PupilValues;
}
export interface ChangedPupil extends NewPupil {
  pupilId: string;
  changes: FieldChange[];
}
export interface GonePupil {
  pupilId: string;
  pupilNumber: string;
  name: string;
  group: string | null;
}

export interface NewPerson {
  /** Someone who is known from elsewhere and gets a place at this school. */
  personId: string | null;
  key: string;
  name: string;
  email: string | null;
}
export interface NewGuardian {
  pupilNumber: string;
  person: PersonTarget;
  custody: boolean | null;
}
export interface ChangedPerson {
  personId: string;
  from: { name: string; email: string | null };
  to: { name: string; email: string | null };
}
export interface NewTeaching {
  group: string;
  person: PersonTarget;
  subject: string;
}

/** What an import would do to a school. */
export interface RosterDiff {
  new: NewPupil[];
  changed: ChangedPupil[];
  /** Had left, and is back. */
  returned: ChangedPupil[];
  /** At the school now, not in the file. */
  gone: GonePupil[];
  unchanged: number;
  /** Groups to make, or whose leerjaar changes. */
  groups: { name: string; year: number; isNew: boolean }[];
  newStaff: NewPerson[];
  newGuardianPersons: NewPerson[];
  newGuardians: NewGuardian[];
  changedPersons: ChangedPerson[];
  newTeaching: NewTeaching[];
  endedTeaching: CurrentTeaching[];
  notices: RosterNotice[];
}

/** Is there anything to write, apart from pupils who left? */
export function changesNothing(diff: RosterDiff): boolean {
  const people = [diff.newStaff, diff.newGuardianPersons, diff.newGuardians, diff.changedPersons];
  const teaching = [diff.groups, diff.newTeaching, diff.endedTeaching];
  return [diff.new, diff.changed, diff.returned, ...people, ...teaching].every((list) => list.length === 0);
}
