import { ParseEnumPipe, type PipeTransform } from '@nestjs/common';
import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { notFound } from '../platform/errors/domain-error.js';
import { flag, trimmed } from '../platform/fields.decorator.js';
import { reviewOutcomes, type ReviewOutcome, type Unusual, type UnusualKind, unusualKinds } from './unusual.types.js';

/** For a part of an address that names a day, or a kind of finding: anything else is not there. */
export class DayPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const day = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) throw notFound();
    return value;
  }
}
export const KindPipe = new ParseEnumPipe(Object.fromEntries(unusualKinds.map((kind) => [kind, kind])), {
  exceptionFactory: notFound,
});

export class UnusualQuery {
  /** First day, `yyyy-mm-dd`; at most 92 days before the last. Absent: thirty days. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  from?: string;

  /** Last day, `yyyy-mm-dd`; absent: today. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  until?: string;

  /** `true`: also what was looked into and found in order. */
  @IsOptional()
  @flag
  @IsBoolean()
  all: boolean = false;
}

/** What came of looking into it. */
export class ReviewRequest {
  @IsIn(reviewOutcomes, { message: 'choose-an-outcome' })
  outcome: ReviewOutcome;

  /** Why it is in order, or what happens next. For the privacy officers of the school alone. */
  @trimmed
  @IsString({ message: 'write-a-sentence' })
  @MinLength(3, { message: 'write-a-sentence' })
  @MaxLength(500)
  note: string;
}

/** The same with what it is about, as it stands in the list. */
export class KeyedReviewRequest extends ReviewRequest {
  @IsIn(unusualKinds)
  kind: UnusualKind;

  @IsUUID()
  actorId: string;

  /** `yyyy-mm-dd` */
  @IsDateString({ strict: true })
  @MaxLength(10)
  day: string;
}

export class ReviewResponse {
  outcome: ReviewOutcome;
  note: string;
  /** Name of who looked into it. */
  by: string;
  /** Moment, ISO 8601 with offset. */
  at: string;
}

/** What one person did on one day that is out of the ordinary. */
export class UnusualResponse {
  kind: UnusualKind;
  actorId: string;
  /** `yyyy-mm-dd`; for a night the day on which it began. */
  day: string;
  /** Empty for a pupil or guardian. */
  who: string;
  role: string;
  /** Where the person works. */
  school: string | null;
  /** How often. */
  times: number;
  /** How many different pupils. */
  pupils: number;
  /** How many of them are of the privacy officer's school. */
  here: number;
  /** The pupils with the same family name, or with the letters, by their number at the school; empty for other kinds. */
  pupilNumbers: string[];
  /** Moment of the first and the last time, ISO 8601 with offset. */
  firstAt: string;
  lastAt: string;
  review: ReviewResponse | null;
  /** For `If-Match`; 0 while nobody looked into it. */
  version: number;
}
export class UnusualListResponse {
  items: UnusualResponse[];
  /** The period that was looked at. */
  from: string;
  until: string;
}

export const toUnusualResponse = (found: Unusual): UnusualResponse => ({
  kind: found.kind,
  actorId: found.actorId,
  day: found.day,
  who: found.who,
  role: found.role,
  school: found.school,
  times: found.times,
  pupils: found.pupils,
  here: found.here,
  pupilNumbers: found.pupilNumbers,
  firstAt: found.firstAt.toISOString(),
  lastAt: found.lastAt.toISOString(),
  review: found.review && {
    outcome: found.review.outcome,
    note: found.review.note,
    by: found.review.by,
    at: found.review.at.toISOString(),
  },
  version: found.review?.version ?? 0,
});
