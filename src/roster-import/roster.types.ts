import type { Leerweg, Profiel } from '../pupils/pupils.types.js';
import type { FaultCode, NoticeCode } from './fault-texts.types.js';

/** What is wrong at one place of a file: enough to find it, to understand it and to mend it. */
export interface RowFault {
  file: string;
  /** Line in the file as an editor counts it; null when the fault is about the whole file. */
  line: number | null;
  /** Header of the column as the file spells it. */
  column: string | null;
  /** What stands there, at most 40 characters. */
  found: string;
  code: FaultCode;
  /** What should stand there, in plain Dutch. */
  expected: string;
}

/** Something to know before applying; it stops nothing. */
export interface RosterNotice {
  code: NoticeCode;
  /** In plain Dutch. */
  text: string;
  file: string | null;
  line: number | null;
}

/** What a roster may or may not carry. A field that a file does not carry is never touched. */
export type RosterField =
  'callName' | 'birthDate' | 'email' | 'leerweg' | 'profiel' | 'mentor' | 'guardians' | 'teaching';

/** A member of staff as a file names one: by e-mail address, by name, or both. */
export interface StaffRef {
  email: string | null;
  name: string | null;
}

export interface RosterGuardian {
  name: string;
  email: string | null;
  /** null: the file does not say. */
  custody: boolean | null;
}

export interface RosterPupil {
  file: string;
  line: number;
  pupilNumber: string;
  /** First name as in the register. */
  firstName: string;
  callName: string | null;
  infix: string;
  familyName: string;
  birthDate: string | null;
  email: string | null;
  group: string;
  year: number;
  leerweg: Leerweg | null;
  profiel: Profiel | null;
  mentor: StaffRef | null;
  guardians: RosterGuardian[];
}

/** Someone teaches a subject to a whole group. */
export interface RosterTeaching {
  group: string;
  staff: StaffRef;
  subject: string;
}

export type RosterFormat = 'simple-csv' | 'one-roster';

export interface ParsedRoster {
  format: RosterFormat;
  fields: RosterField[];
  pupils: RosterPupil[];
  teaching: RosterTeaching[];
}

/** One file as it came in: sent by itself, or out of a zip. */
export interface RosterFile {
  name: string;
  bytes: Buffer;
}

/** One line of a school's LOB history. */
export interface HistoryRow {
  line: number;
  pupilNumber: string;
  date: string;
  type: string;
  title: string;
  place: string;
  competences: string[];
}
