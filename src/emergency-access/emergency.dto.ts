import { IsDateString, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { trimmed } from '../platform/fields.decorator.js';
import {
  type EmergencyOutcome,
  emergencyOutcomes,
  type FoundPupil,
  type OwnEmergency,
  type ReviewedEmergency,
} from './emergency.types.js';

export class EmergencySearchRequest {
  /** The whole family name, with or without what stands before it. */
  @trimmed
  @IsString({ message: 'fill-in-family-name' })
  @MinLength(1, { message: 'fill-in-family-name' })
  @MaxLength(100)
  familyName: string;

  /** `yyyy-mm-dd` */
  @IsDateString({ strict: true }, { message: 'date' })
  @MaxLength(10)
  birthDate: string;
}

export class EmergencyRequest {
  @IsUUID()
  pupilId: string;

  /** What the life-threatening situation is. The privacy officer reads it. */
  @trimmed
  @IsString({ message: 'emergency-reason' })
  @MinLength(20, { message: 'emergency-reason' })
  @MaxLength(500)
  reason: string;
}

export class EmergencyReviewRequest {
  @IsIn(emergencyOutcomes, { message: 'choose-an-outcome' })
  outcome: EmergencyOutcome;

  /** What was found, or what happens next. For the privacy officers of the school alone. */
  @trimmed
  @IsString({ message: 'write-a-sentence' })
  @MinLength(3, { message: 'write-a-sentence' })
  @MaxLength(500)
  note: string;
}

export class FoundPupilResponse {
  pupilId: string;
  name: string;
  school: string;
  group: string | null;
}
export class FoundPupilsResponse {
  items: FoundPupilResponse[];
}

/** What someone opened himself, as long as it lasts. */
export class OwnEmergencyResponse {
  id: string;
  pupilId: string;
  /** Moments, ISO 8601 with offset. */
  openedAt: string;
  until: string;
}

export class EmergencyReviewResponse {
  outcome: EmergencyOutcome;
  note: string;
  /** Name of who reviewed it. */
  by: string;
  /** Moment, ISO 8601 with offset. */
  at: string;
}
/** What was opened in an emergency, for the privacy officer of the pupil's home school. */
export class EmergencyResponse {
  id: string;
  /** Empty when the pupil was erased. */
  pupilNumber: string;
  /** Name of who opened it. */
  who: string;
  role: string;
  /** Where that person works. */
  school: string;
  reason: string;
  openedAt: string;
  /** When it ended, or will by itself. */
  until: string;
  open: boolean;
  /** Last day on which it has to be reviewed, `yyyy-mm-dd`. */
  reviewBy: string;
  /** Nobody reviewed it, and that day has passed. */
  overdue: boolean;
  review: EmergencyReviewResponse | null;
  /** For `If-Match`. */
  version: number;
}
export class EmergencyListResponse {
  items: EmergencyResponse[];
}

export const toFoundPupil = ({ pupilId, name, school, group }: FoundPupil): FoundPupilResponse => ({
  pupilId,
  name,
  school,
  group,
});
export const toOwnEmergency = ({ id, pupilId, openedAt, until }: OwnEmergency): OwnEmergencyResponse => ({
  id,
  pupilId,
  openedAt: openedAt.toISOString(),
  until: until.toISOString(),
});
export const toEmergency = (one: ReviewedEmergency): EmergencyResponse => ({
  id: one.id,
  pupilNumber: one.pupilNumber,
  who: one.who,
  role: one.role,
  school: one.school,
  reason: one.reason,
  openedAt: one.openedAt.toISOString(),
  until: one.until.toISOString(),
  open: one.open,
  reviewBy: one.reviewBy,
  overdue: one.overdue,
  review: one.review && {
    outcome: one.review.outcome,
    note: one.review.note,
    by: one.review.by,
    at: one.review.at.toISOString(),
  },
  version: one.version,
});
