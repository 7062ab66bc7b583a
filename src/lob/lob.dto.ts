import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { trimmed } from '../platform/fields.decorator.js';
import {
  type ActivityType,
  activityTypes,
  type ClassLog,
  type Competence,
  competences,
  type ReflectionReader,
} from './lob.types.js';

const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? (value as unknown[]) : [value],
);
const code = (message: string): { message: string } => ({ message });
const day = /^\d{4}-\d{2}-\d{2}$/;

/** The facts of one activity. */
export class ActivityFacts {
  /** Kind of activity. */
  @IsIn(activityTypes, code('choose-type'))
  type: ActivityType;

  /** What it is called in the dossier, at most 120 characters. */
  @trimmed
  @IsString(code('fill-in-title'))
  @IsNotEmpty(code('fill-in-title'))
  @MaxLength(120, code('max-120'))
  title: string;

  /** Where it was. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(120, code('max-120'))
  place: string = '';

  /** First day, `yyyy-mm-dd`. */
  @Matches(day, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  startsOn: string;

  /** Last day of a period, `yyyy-mm-dd`. */
  @IsOptional()
  @Matches(day, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  endsOn?: string;

  /** The occupation it was about. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(80, code('max-80'))
  beroep: string = '';

  /** The opleiding it was about. */
  @IsOptional()
  @IsUUID(undefined, code('choose-from-list'))
  opleidingId?: string;

  /** What it is for; the pupil reads it. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(500, code('max-500'))
  goal: string = '';

  /** Which of the five loopbaancompetenties it works on. */
  @IsOptional()
  @asList
  @IsArray()
  @ArrayUnique()
  @IsIn(competences, { each: true, message: 'choose-from-list' })
  competences: Competence[] = [];
}

/** One pupil who was there. */
export class PresentPupil {
  @IsUUID(undefined, code('choose-from-list'))
  pupilId: string;

  /** A remark on this pupil; pupil and guardian can read it. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(300, code('max-300'))
  remark: string = '';
}

/** One activity for everyone in the group who was there. */
export class LogForGroupRequest extends ActivityFacts {
  @IsArray(code('nobody-ticked'))
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => PresentPupil)
  pupils: PresentPupil[];
}

/** One pupil on the class list, there or not. */
export class ListedPupil extends PresentPupil {
  /** Whether the pupil was there. */
  @IsBoolean()
  present: boolean = false;
}

/** The class list as a form sends it: everyone of the group, with who was there ticked. */
export class ClassListRequest extends ActivityFacts {
  @IsArray(code('nobody-ticked'))
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ListedPupil)
  pupils: ListedPupil[];
}

/** One activity for one pupil. */
export class LogForPupilRequest extends ActivityFacts {
  /** A remark on this pupil; pupil and guardian can read it. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(300, code('max-300'))
  remark: string = '';
}

export class RemovalRequest {
  /** Why it is removed; kept on record. */
  @trimmed
  @IsString(code('fill-in-reason'))
  @Length(5, 200, code('fill-in-reason'))
  reason: string;
}

/** What the pupil says of an activity (exam programme C2: result, evaluation, follow-up). */
export class OwnWordsRequest {
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(1000, code('max-1000'))
  result: string = '';

  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(1000, code('max-1000'))
  evaluation: string = '';

  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(1000, code('max-1000'))
  followUp: string = '';
}

const flag = Transform(({ value }: { value: unknown }) => (value === 'on' ? true : value));

/** The pupil's own words and who may read them; each reader apart. */
export class ReflectionRequest {
  @trimmed
  @IsString(code('write-a-sentence'))
  @Length(10, 2000, code('write-a-sentence'))
  text: string;

  @IsOptional()
  @flag
  @IsBoolean()
  openToSchool: boolean = false;

  @IsOptional()
  @flag
  @IsBoolean()
  openToGuardian: boolean = false;

  @IsOptional()
  @flag
  @IsBoolean()
  openToMbo: boolean = false;
}

export class NewReflectionRequest extends ReflectionRequest {
  @IsUUID()
  activityId: string;
}

export class LoggedResponse {
  /** Shared by all rows of one class log. */
  logId: string;
  /** For how many pupils it was logged. */
  pupils: number;
}
/** One pupil in a class log. */
export class LoggedPupilResponse {
  id: string;
  activityId: string;
  name: string;
  remark: string;
}
/** One activity that was logged for a group. */
export class ClassLogResponse {
  logId: string;
  groupId: string;
  group: string;
  type: ActivityType;
  title: string;
  place: string;
  startsOn: string;
  endsOn: string | null;
  beroep: string;
  opleidingId: string | null;
  goal: string;
  competences: Competence[];
  /** Name of who logged it. */
  loggedBy: string;
  pupils: LoggedPupilResponse[];
  /** For `If-Match`: another as soon as any fact of any of its rows changed. */
  version: number;
}
export const toClassLogResponse = (log: ClassLog): ClassLogResponse => ({
  logId: log.logId,
  groupId: log.groupId,
  group: log.group,
  type: log.type,
  title: log.title,
  place: log.place,
  startsOn: log.startsOn,
  endsOn: log.endsOn,
  beroep: log.beroep,
  opleidingId: log.opleidingId,
  goal: log.goal,
  competences: log.competences,
  loggedBy: log.loggedBy,
  pupils: log.pupils.map(({ id, activityId, name, remark }) => ({ id, activityId, name, remark })),
  version: log.version,
});
export class ChangedResponse {
  id: string;
  version: number;
}
export class ReflectionResponse {
  id: string;
  activityId: string;
  version: number;
  openedTo: ReflectionReader[];
}
