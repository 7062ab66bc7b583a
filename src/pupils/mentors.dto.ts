import { IsBoolean, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { flag, trimmed } from '../platform/fields.decorator.js';

const code = (message: string): { message: string } => ({ message });
const day = /^\d{4}-\d{2}-\d{2}$/;

class PeriodRequest {
  /** Who; someone with a role at the school. */
  @IsUUID(undefined, code('choose-from-list'))
  personId: string;

  /** First day of sight, `yyyy-mm-dd`; today, or the first day of a school year that has yet to begin. */
  @IsOptional()
  @Matches(day, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  from?: string;

  /** Last day of sight, `yyyy-mm-dd`; 31 July when it is left out. */
  @IsOptional()
  @Matches(day, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  until?: string;
}

/** A mentor from a day until 31 July; the main mentor before ends on the day before. */
export class MentorRequest extends PeriodRequest {
  /** Comes beside the main mentor, and has to have a last day. */
  @IsOptional()
  @flag
  @IsBoolean()
  substitute: boolean = false;
}

/** A teacher of a group. */
export class TeacherRequest extends PeriodRequest {
  /** The subject, at most 60 characters. */
  @trimmed
  @IsString(code('fill-in-subject'))
  @IsNotEmpty(code('fill-in-subject'))
  @MaxLength(60, code('invalid.maxLength'))
  subject: string;
}

/** Ends sight early. */
export class LastDayRequest {
  /** Last day of sight, `yyyy-mm-dd`; yesterday ends it at once. */
  @Matches(day, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  lastDay: string;
}

export class MentorResponse {
  personId: string;
  name: string;
  substitute: boolean;
  from: string;
  /** Last day of sight. */
  until: string;
  /** Of how many of these pupils. */
  pupils: number;
}
export class MentorsResponse {
  /** How many pupils the group has now or gets; 1 for a pupil. */
  pupils: number;
  /** Now and later, the main mentors first. */
  mentors: MentorResponse[];
}
export class MentoredResponse {
  /** For how many pupils something changed. */
  pupils: number;
}
export class TeacherResponse {
  id: string;
  personId: string;
  name: string;
  subject: string;
  from: string;
  /** Last day of sight. */
  until: string;
}
export class StaffChoiceResponse {
  personId: string;
  name: string;
}
