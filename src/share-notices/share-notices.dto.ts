import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Section } from '../consent/consent.types.js';
import { type KeptReason, keptReasons, type NoticeKind, type Outcome, outcomes } from './share-notices.types.js';

/** Which part of the list. */
export class NoticesQuery {
  /** `nextPage` or `previousPage` of another part. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  page?: string;
}

/** What the school did with what it had taken over. */
export class ConfirmationRequest {
  @IsIn(outcomes, { message: 'choose-outcome' })
  outcome: Outcome;

  /** Why something was kept. */
  @IsOptional()
  @IsIn(keptReasons, { message: 'choose-kept-reason' })
  keptReason?: KeptReason;
}

/** A file that was taken over, as far as a notice is about it. */
export class TakenOverResponse {
  /** ISO 8601. */
  exportedAt: string;
  sections: Section[];
  /** SHA-256 of the file. */
  fingerprint: string;
}

/** What changed in what a school may read of somebody. */
export class NoticeResponse {
  id: string;
  /** To talk about it without a name. */
  reference: string;
  /** Only while the pupil has an application or placement here (an SLB'er: own students). */
  name: string | null;
  pupilId: string | null;
  purpose: string;
  kind: NoticeKind;
  /** What may be read from then on. */
  sections: Section[];
  /** What may no longer be read. */
  lost: Section[];
  /** ISO 8601. */
  at: string;
  /** Files with something in it that may no longer be read. */
  taken: TakenOverResponse[];
  /** Whether the school has to say what it did with them. */
  mustConfirm: boolean;
  confirmedAt: string | null;
  outcome: Outcome | null;
  keptReason: KeptReason | null;
}
export class NoticePage {
  items: NoticeResponse[];
  /** How many still have to be confirmed. */
  toConfirm: number;
  /** Send as `page`; absent at the beginning. */
  previousPage?: string;
  /** Send as `page`; absent at the end. */
  nextPage?: string;
}

/** What a school was told about a file, and what it said. */
export class ExportNoticeResponse {
  kind: NoticeKind;
  lost: Section[];
  at: string;
  confirmedAt: string | null;
  outcome: Outcome | null;
  keptReason: KeptReason | null;
}
/** A file that a school took over, for the family. */
export class PupilExportResponse {
  id: string;
  school: string;
  /** Who took it over. */
  by: string;
  purpose: string;
  /** `consent` or `statutory`. */
  basis: string[];
  sections: Section[];
  exportedAt: string;
  fingerprint: string;
  /** What the school was told afterwards, as far as it is about this file. */
  notices: ExportNoticeResponse[];
}

/** What a school has not confirmed in time, for the privacy officers of both schools. */
export class UnconfirmedResponse {
  reference: string;
  /** Only for the officer of the home school. */
  pupilNumber: string | null;
  homeSchool: string;
  receivingSchool: string;
  purpose: string;
  kind: NoticeKind;
  lost: Section[];
  at: string;
  /** Whole days since then. */
  days: number;
  taken: TakenOverResponse[];
}
