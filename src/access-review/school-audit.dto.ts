import { ApiHideProperty } from '@nestjs/swagger';
import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { type AuditAction, auditActions } from '../audit/audit.types.js';
import { type Role, roles } from '../platform/access/actor.js';
import { flag, trimmed } from '../platform/fields.decorator.js';
import { AuditEventResponse } from '../who-looked/who-looked.dto.js';

/** Which events of a school to list; what is left out does not narrow it down. */
export class SchoolEventsFilter {
  /** First day, `yyyy-mm-dd`. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  from?: string;

  /** Last day, `yyyy-mm-dd`. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  until?: string;

  /** Only of this person (`actorId` of an event). */
  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** Only in this role. */
  @IsOptional()
  @IsIn(roles)
  role?: Role;

  /** Only of people of this school. */
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  /** Only of this pupil, and of lists in which the pupil stood. */
  @ApiHideProperty()
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(20)
  pupilNumber?: string;

  @IsOptional()
  @IsIn(auditActions)
  action?: AuditAction;

  @IsOptional()
  @IsIn(['allowed', 'refused'])
  outcome?: 'allowed' | 'refused';

  /** `true`: only what is part of unusual access; without a period that of the last thirty days. */
  @IsOptional()
  @flag
  @IsBoolean()
  unusual: boolean = false;
}

export class SchoolEventsQuery extends SchoolEventsFilter {
  /** `nextPage` or `previousPage` of another part. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  page?: string;
}

/** One event in the audit of a school. */
export class SchoolAuditEvent extends AuditEventResponse {
  /** Who did it, to ask for more of the same; null for pupils, guardians and whoever is not known. */
  actorId: string | null;
  /** How many pupils stood in a list that was shown; 0 for anything else. */
  pupils: number;
  /** A code, where the action alone does not say why: the route that was refused, the role that was given. */
  reason: string | null;
}
export class SchoolAuditPage {
  items: SchoolAuditEvent[];
  /** Send as `page`; absent at the beginning. */
  previousPage?: string;
  /** Send as `page`; absent at the end. */
  nextPage?: string;
}
