import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { trimmed } from '../platform/fields.decorator.js';
import {
  type ErasureOutcome,
  erasureOutcomes,
  type ErasurePart,
  type GrantedPart,
  grantedParts,
} from './erasure.types.js';

const code = (message: string): { message: string } => ({ message });

/** Asks to be forgotten. */
export class ErasureWishRequest {
  /** What should go, and why, in the words of pupil or guardian. */
  @trimmed
  @IsString(code('write-a-sentence'))
  @Length(5, 500, code('write-a-sentence'))
  words: string;
}

export class ErasureDecisionRequest {
  /** `everything`: nothing but a row without a name is left. `part`: what is ticked. `refused`: with the reason. */
  @IsIn(erasureOutcomes, code('choose-answer'))
  outcome: ErasureOutcome;

  /** Which parts go, with `part`. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(grantedParts, { each: true, message: 'choose-from-list' })
  parts: GrantedPart[] = [];

  /** For pupil and guardian: what the law says must stay, and why. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(1000, code('max-1000'))
  answer: string = '';
}

/** Stops everything from being erased. */
export class HoldRequest {
  /** The pupil's number at the school. */
  @trimmed
  @IsString(code('invalid.required'))
  @Length(1, 20, code('invalid.required'))
  pupilNumber: string;

  /** Why; without what the dispute is about. */
  @trimmed
  @IsString(code('fill-in-reason'))
  @Length(10, 300, code('fill-in-reason'))
  reason: string;
}
export class LiftRequest {
  @trimmed
  @IsString(code('fill-in-reason'))
  @Length(10, 300, code('fill-in-reason'))
  reason: string;
}

/** A request to be forgotten, for the family. */
export class ErasureRequestResponse {
  id: string;
  pupilId: string;
  words: string;
  askedAs: 'pupil' | 'guardian';
  /** `yyyy-mm-dd` */
  askedOn: string;
  /** `yyyy-mm-dd`: the last day of the term for the decision. */
  dueOn: string;
  outcome: ErasureOutcome | null;
  parts: GrantedPart[];
  answer: string;
  /** `yyyy-mm-dd` */
  decidedOn: string | null;
  /** `yyyy-mm-dd` */
  withdrawnOn: string | null;
  /** For `If-Match`. */
  version: number;
}

/** How much there is of a pupil, never what. */
export class ErasureCounts {
  activities: number;
  reflections: number;
  applications: number;
  shares: number;
  guardians: number;
  enrolments: number;
}
/** The same for whoever decides. */
export class ErasureTaskResponse extends ErasureRequestResponse {
  /** The pupil's number; null when the pupil was erased. */
  pupilNumber: string | null;
  counts: ErasureCounts | null;
  /** Nothing can go while this is so. */
  held: boolean;
  /** The term has passed. */
  late: boolean;
}

/** What of one pupil is kept longer than its term. */
export class RetentionItemResponse {
  pupilId: string;
  /** null when the pupil was erased. */
  pupilNumber: string | null;
  parts: ErasurePart[];
  /** `left`, or `last-enrolment` where the school never said that the pupil left. */
  anchor: 'left' | 'last-enrolment';
  /** `yyyy-mm-dd` */
  since: string;
  /** `yyyy-mm-dd`: the first term that ran out. */
  dueOn: string;
  /** On which grounds. */
  basis: string[];
  /** It stays, whatever is confirmed. */
  held: boolean;
  /** `erased`, `held` or `not-due`; null while it waits. */
  outcome: 'erased' | 'held' | 'not-due' | null;
}
export class RetentionReportResponse {
  id: string;
  madeAt: string;
  confirmedAt: string | null;
  /** Name of who confirmed it. */
  confirmedBy: string | null;
  doneAt: string | null;
  /** For `If-Match`: another as soon as the report says something else. */
  version: number;
  items: RetentionItemResponse[];
}
/** A term: what, how long, counted from what, and where that comes from. */
export class RetentionTermResponse {
  part: string;
  /** `left`, `erased` or `made`. */
  anchor: string;
  /** In words of PostgreSQL: `2 years`. */
  term: string;
  basis: string;
  source: string;
}
export class RetentionResponse {
  terms: RetentionTermResponse[];
  /** What waits for confirmation. */
  open: RetentionReportResponse | null;
  /** The last ones that were confirmed. */
  confirmed: RetentionReportResponse[];
}

export class HoldResponse {
  id: string;
  pupilId: string;
  pupilNumber: string | null;
  reason: string;
  setBy: string;
  setAt: string;
  liftedBy: string | null;
  liftedAt: string | null;
  liftedReason: string | null;
}
