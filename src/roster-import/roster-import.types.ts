import type { RosterDiff, SchoolState } from './diff.types.js';
import type { HistoryRow, ParsedRoster, RosterNotice, RowFault } from './roster.types.js';

export type ImportKind = 'roster' | 'lob-history';

/**
 * refused: faults in the file. previewed: can be applied. applying: on its way, while someone waits at the page.
 * expired: not applied within a day, and emptied.
 */
export type ImportStatus = 'refused' | 'previewed' | 'applying' | 'applied' | 'expired';

/** What reading a LOB history gave. */
export interface ParsedHistory {
  file: string;
  rows: HistoryRow[];
}

/** What is wrong or worth knowing, as it is kept and shown. */
export interface Findings {
  faults: RowFault[];
  /** All faults; `faults` has the first thousand. */
  faultTotal: number;
  notices: RosterNotice[];
}

/** What an import did. Numbers only: it is kept for good. Of a LOB history the pupils are activities. */
export interface ImportResult {
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

/** What was read, beside the school as it is now. */
export interface ComparedRoster {
  kind: 'roster';
  diff: RosterDiff;
  state: SchoolState;
}
export interface ComparedHistory {
  kind: 'lob-history';
  new: HistoryRow[];
  known: number;
}

export interface ImportHead {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  fileName: string;
  schoolYear: number;
  createdAt: Date;
  appliedAt: Date | null;
}

export interface ImportRow extends ImportHead {
  parsed: ParsedRoster | ParsedHistory | null;
  findings: Findings | null;
  result: ImportResult | null;
}

/** An import as a person looks at it. */
export interface ImportView extends ImportHead, Findings {
  /** Names what is shown: applying asks for it, so that nothing is applied that was not seen. */
  seen: string | null;
  compared: ComparedRoster | ComparedHistory | null;
  result: ImportResult | null;
  /** While it is being applied: parts done. */
  progress: { done: number; of: number } | null;
  /** Code of what stopped an earlier attempt to apply; nothing of that attempt was kept. */
  failure: string | null;
}

export interface ApplyChoice {
  seen: string;
  /** Pupils who are not in the file left the school. */
  confirmGone: boolean;
}
/** Called after each part, for whoever waits. */
export type Progress = (done: number, of: number) => void;
