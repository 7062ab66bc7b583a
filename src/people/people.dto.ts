import { ApiHideProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDateString,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { type StaffRole, staffRoles } from './roles.rules.js';

export class StaffQuery {
  /** Part of a name, or of an e-mail address. */
  @ApiHideProperty()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  /** From an earlier answer: `nextPageToken`. */
  @IsOptional()
  @IsUUID(undefined, { message: 'page-unknown' })
  pageToken?: string;
}

export class NewStaffRequest {
  /** First name, as colleagues say it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  givenName: string;

  /** Such as `van der`. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  infix: string = '';

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  familyName: string;

  /** Where the invitation goes. */
  @IsEmail()
  @MaxLength(200)
  email: string;

  /** For colleagues at other schools. */
  @IsOptional()
  @Matches(/^[+\d][\d ()-]{5,24}$/, { message: 'phone-format' })
  phone?: string;

  /** What this person may do at the school. */
  @IsArray({ message: 'choose-a-role' })
  @ArrayNotEmpty({ message: 'choose-a-role' })
  @ArrayMaxSize(staffRoles.length)
  @ArrayUnique()
  @IsIn(staffRoles, { each: true, message: 'choose-a-role' })
  roles: StaffRole[];

  /** First day of these roles, `yyyy-mm-dd`; today when absent. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  from?: string;

  /** Last day, `yyyy-mm-dd`; absent: until they are ended. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  until?: string;
}

export class NewRoleRequest {
  @IsIn(staffRoles, { message: 'choose-a-role' })
  role: StaffRole;

  /** First day, `yyyy-mm-dd`; today when absent. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  from?: string;

  /** Last day, `yyyy-mm-dd`; absent: until it is ended. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  until?: string;
}

export class RoleEndRequest {
  /** Last day, `yyyy-mm-dd`; absent: it ends now. */
  @IsOptional()
  @IsDateString({ strict: true })
  @MaxLength(10)
  until?: string;
}

export class ContactRequest {
  /** Where invitations go. An invitation that is still open ends when this changes. */
  @IsEmail()
  @MaxLength(200)
  email: string;

  /** For colleagues at other schools. */
  @IsOptional()
  @Matches(/^[+\d][\d ()-]{5,24}$/, { message: 'phone-format' })
  phone?: string;
}

export class AccountRequest {
  /** true: this person can no longer sign in, and is signed out. */
  @IsBoolean()
  disabled: boolean;
}

export class StaffRoleResponse {
  id: string;
  /** One that a school gives, or `coordinator`, which the region gives. */
  role: StaffRole | 'coordinator';
  /** `yyyy-mm-dd` */
  from: string;
  /** Last day; null while no end is set. */
  until: string | null;
  current: boolean;
  /** Its last day lies behind us. */
  ended: boolean;
}

export class StaffAccountResponse {
  login: string;
  activated: boolean;
  disabled: boolean;
  /** Whether the second step of signing in was set up. */
  secondFactor: boolean;
}

export class StaffResponse {
  id: string;
  givenName: string;
  infix: string;
  familyName: string;
  name: string;
  email: string | null;
  phone: string | null;
  account: StaffAccountResponse | null;
  /** At this school, ended ones too. */
  roles: StaffRoleResponse[];
  /** Mentors pupils now; follows from the roster. */
  mentor: boolean;
  /** Teaches a group now; follows from the roster. */
  teacher: boolean;
}

export class StaffListResponse {
  items: StaffResponse[];
  nextPageToken: string | null;
}

/** For the letter; shown once. */
export class IssuedCodeResponse {
  personId: string;
  name: string;
  login: string;
  /** In groups of four. */
  code: string;
  /** ISO moment. */
  expiresAt: string;
}

export class AddedResponse {
  id: string;
}
