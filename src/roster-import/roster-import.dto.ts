import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FaultCode, NoticeCode } from './fault-texts.types.js';
import { faultTexts } from './fault-texts.types.js';
import type { ChangedField, ChangedPupil, FieldChange, GonePupil, NewPupil } from './diff.types.js';
import type { HistoryRow, RosterNotice, RowFault } from './roster.types.js';
import type {
  ComparedHistory,
  ComparedRoster,
  ImportHead,
  ImportKind,
  ImportResult,
  ImportStatus,
  ImportView,
} from './roster-import.types.js';

export class ApplyRosterRequest {
  /** `seen` of the preview that was looked at. */
  @IsString()
  @MaxLength(60)
  seen: string;

  /** Pupils who are not in the file left the school. Without it they stay. */
  @IsOptional()
  @IsBoolean()
  confirmGone: boolean = false;
}

/** One fault in a file. */
export class RosterFaultResponse {
  file: string;
  /** null: the whole file. */
  line: number | null;
  column: string | null;
  /** What stands there, at most 40 characters. */
  found: string;
  code: FaultCode;
  /** What is wrong, in plain Dutch. */
  text: string;
  /** What should stand there, in plain Dutch. */
  expected: string;
}

/** Something to know before applying; it stops nothing. */
export class RosterNoticeResponse {
  code: NoticeCode;
  text: string;
  file: string | null;
  line: number | null;
}

/** How many pupils, and how much around them. */
export class RosterCountsResponse {
  new: number;
  changed: number;
  returned: number;
  /** At the school, not in the file. */
  gone: number;
  unchanged: number;
  newGroups: number;
  newStaff: number;
  newGuardians: number;
  newLessons: number;
  endedLessons: number;
}

export class FieldChangeResponse {
  field: ChangedField;
  from: string | null;
  to: string | null;
}
export class NewPupilResponse {
  line: number;
  pupilNumber: string;
  name: string;
  group: string;
  year: number;
  leerweg: string | null;
  mentor: string | null;
}
export class ChangedPupilResponse {
  pupilId: string;
  line: number;
  pupilNumber: string;
  name: string;
  changes: FieldChangeResponse[];
}
export class GonePupilResponse {
  pupilId: string;
  pupilNumber: string;
  name: string;
  group: string | null;
}
export class NewStaffResponse {
  name: string;
  email: string | null;
}
export class HistoryLineResponse {
  line: number;
  pupilNumber: string;
  date: string;
  type: string;
  title: string;
}

export class ImportHeadResponse {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  /** The year in which the school year began. */
  schoolYear: number;
  createdAt: Date;
  appliedAt: Date | null;
}

/** What an import did; of a LOB history the numbers are of activities. */
export class RosterImportResultResponse {
  new: number;
  changed: number;
  returned: number;
  left: number;
  /** Not in the file, and nobody said that they left. */
  notLeft: number;
  unchanged: number;
  newGroups: number;
  newStaff: number;
  newGuardians: number;
  /** Rows in the database that were written. */
  rows: number;
}
export class HistoryPreviewResponse {
  new: number;
  /** Lines that are in the dossiers already. */
  known: number;
  lines: HistoryLineResponse[];
}
export class ImportListResponse {
  items: ImportHeadResponse[];
}

/** An import: what it would change, what is wrong with it, or what it did. Of each list the first 500. */
export class RosterImportResponse extends ImportHeadResponse {
  /** Send it back when applying; null when it cannot be applied. */
  seen: string | null;
  faultTotal: number;
  /** The first 1000. */
  faults: RosterFaultResponse[];
  notices: RosterNoticeResponse[];
  counts: RosterCountsResponse | null;
  new: NewPupilResponse[];
  changed: ChangedPupilResponse[];
  returned: ChangedPupilResponse[];
  gone: GonePupilResponse[];
  newStaff: NewStaffResponse[];
  /** Of a LOB history: what is new, and how many lines are in the dossiers already. */
  history: HistoryPreviewResponse | null;
  result: RosterImportResultResponse | null;
}

const SHOWN = 500;

export function toImportResponse(view: ImportView): RosterImportResponse {
  const roster = view.compared?.kind === 'roster' ? view.compared : null;
  const history = view.compared?.kind === 'lob-history' ? view.compared : null;
  const first = <T, R>(list: readonly T[] | undefined, to: (one: T) => R): R[] => (list ?? []).slice(0, SHOWN).map(to);
  return {
    ...toHeadResponse(view),
    seen: view.seen,
    faultTotal: view.faultTotal,
    faults: view.faults.map(toFault),
    notices: view.notices.map(toNotice),
    counts: roster && countsOf(roster),
    new: first(roster?.diff.new, toNew),
    changed: first(roster?.diff.changed, toChanged),
    returned: first(roster?.diff.returned, toChanged),
    gone: first(roster?.diff.gone, toGone),
    newStaff: first(roster?.diff.newStaff, ({ name, email }) => ({ name, email })),
    history: history && toHistory(history),
    result: view.result && toResultResponse(view.result),
  };
}

export const toHeadResponse = (head: ImportHead): ImportHeadResponse => ({
  id: head.id,
  kind: head.kind,
  status: head.status,
  fileName: head.fileName,
  schoolYear: head.schoolYear,
  createdAt: head.createdAt,
  appliedAt: head.appliedAt,
});

export const toResultResponse = (result: ImportResult): RosterImportResultResponse => ({
  new: result.new,
  changed: result.changed,
  returned: result.returned,
  left: result.left,
  notLeft: result.notLeft,
  unchanged: result.unchanged,
  newGroups: result.newGroups,
  newStaff: result.newStaff,
  newGuardians: result.newGuardians,
  rows: result.rows,
});

export const countsOf = ({ diff }: ComparedRoster): RosterCountsResponse => ({
  new: diff.new.length,
  changed: diff.changed.length,
  returned: diff.returned.length,
  gone: diff.gone.length,
  unchanged: diff.unchanged,
  newGroups: diff.groups.filter((group) => group.isNew).length,
  newStaff: diff.newStaff.length,
  newGuardians: diff.newGuardians.length,
  newLessons: diff.newTeaching.length,
  endedLessons: diff.endedTeaching.length,
});

const toFault = ({ file, line, column, found, code, expected }: RowFault): RosterFaultResponse => ({
  file,
  line,
  column,
  found,
  code,
  text: faultTexts[code].text,
  expected,
});
const toNotice = ({ code, text, file, line }: RosterNotice): RosterNoticeResponse => ({ code, text, file, line });
const toChange = ({ field, from, to }: FieldChange): FieldChangeResponse => ({ field, from, to });
const toNew = ({ line, name, values }: NewPupil): NewPupilResponse => ({
  line,
  pupilNumber: values.pupilNumber,
  name,
  group: values.group,
  year: values.year,
  leerweg: values.leerweg,
  mentor: values.mentor?.name ?? null,
});
const toChanged = ({ pupilId, line, name, values, changes }: ChangedPupil): ChangedPupilResponse => ({
  pupilId,
  line,
  pupilNumber: values.pupilNumber,
  name,
  changes: changes.map(toChange),
});
const toGone = ({ pupilId, pupilNumber, name, group }: GonePupil): GonePupilResponse => ({
  pupilId,
  pupilNumber,
  name,
  group,
});
const toLine = ({ line, pupilNumber, date, type, title }: HistoryRow): HistoryLineResponse => ({
  line,
  pupilNumber,
  date,
  type,
  title,
});
const toHistory = (history: ComparedHistory): HistoryPreviewResponse => ({
  new: history.new.length,
  known: history.known,
  lines: history.new.slice(0, SHOWN).map(toLine),
});
