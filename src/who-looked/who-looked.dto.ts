import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

/** Which events of a dossier to list. */
export class PupilEventsQuery {
  /** `nextPage` of the part before. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  before?: string;
}

/** Which events of a school to list. */
export class SchoolEventsQuery {
  /** Only of this pupil, and of lists in which the pupil stood. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(20)
  pupilNumber?: string;

  /** `true`: only refusals. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'on' ? true : value))
  @IsBoolean()
  refused: boolean = false;

  /** `nextPage` or `previousPage` of another part. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  page?: string;
}

/** One line of "wie heeft mijn dossier gezien". */
export class AuditEventResponse {
  /** Moment, ISO 8601 with offset. */
  at: string;
  /** Name of who did or saw it. */
  who: string;
  /** In which role. */
  role: string;
  /** School where he works; null for pupil and guardian. */
  school: string | null;
  action: string;
  /** Sections, and `application` or `consent` for what hangs between them. */
  sections: string[];
  /** On which ground. */
  basis: string | null;
  purpose: string | null;
  outcome: 'allowed' | 'refused';
  /** Only for the privacy officer: the pupil's number at the school. */
  pupilNumber: string | null;
}
export class AuditEventPage {
  items: AuditEventResponse[];
  /** Send as `before` for older events; absent at the end. */
  nextPage?: string;
}

/** One event in the audit of a school. */
export class SchoolAuditEvent extends AuditEventResponse {
  /** How many pupils stood in a list that was shown; 0 for anything else. */
  pupils: number;
}
export class SchoolAuditPage {
  items: SchoolAuditEvent[];
  /** Send as `page`; absent at the beginning. */
  previousPage?: string;
  /** Send as `page`; absent at the end. */
  nextPage?: string;
}
