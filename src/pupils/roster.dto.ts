import { ApiHideProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { flag, trimmed } from '../platform/fields.decorator.js';
import {
  type CustodyGround,
  custodyGrounds,
  type Leerweg,
  leerwegen,
  type Profiel,
  profielen,
  type SectionForGuardians,
  sectionsForGuardians,
} from './pupils.types.js';

const code = (message: string): { message: string } => ({ message });

/** A page of a list. */
class PageQuery {
  /** `nextPageToken` of the page before. */
  @IsOptional()
  @IsUUID(undefined, code('page-unknown'))
  pageToken?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 50;
}

/** Which pupils to list; what is absent does not matter. */
export class ListPupilsQuery extends PageQuery {
  /** Words, or parts of them, of the name and the leerlingnummer. */
  @ApiHideProperty()
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100, code('invalid.maxLength'))
  search?: string;

  @IsOptional()
  @IsUUID(undefined, code('choose-from-list'))
  groupId?: string;

  /** true: only where leerjaar, leerweg or profiel has still to be said. */
  @IsOptional()
  @flag
  @IsBoolean()
  incomplete: boolean = false;
}

/** Which guardians to list. */
export class ListGuardiansQuery extends PageQuery {
  /** true: only those of whom the school has not said whether they have custody. */
  @IsOptional()
  @flag
  @IsBoolean()
  custodyUnknown: boolean = false;

  /** Only of the pupils of this group. */
  @IsOptional()
  @IsUUID(undefined, code('choose-from-list'))
  groupId?: string;
}

/** The facts of one pupil's enrolment as they will be; what is left out is not known (yet). */
export class EnrolmentRow {
  @IsUUID(undefined, code('choose-from-list'))
  pupilId: string;

  /** The version of the pupil that was read. */
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  version: number;

  /** Leerjaar, 1 to 6. */
  @IsOptional()
  @IsInt(code('choose-from-list'))
  @Min(1, code('choose-from-list'))
  @Max(6, code('choose-from-list'))
  year: number | null = null;

  @IsOptional()
  @IsIn(leerwegen, code('choose-from-list'))
  leerweg: Leerweg | null = null;

  @IsOptional()
  @IsIn(profielen, code('choose-from-list'))
  profiel: Profiel | null = null;
}

/** What OneRoster does not know, for one pupil or for many: all or nothing. */
export class CompleteEnrolmentsRequest {
  @IsArray(code('choose-from-list'))
  @ArrayNotEmpty(code('choose-from-list'))
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => EnrolmentRow)
  rows: EnrolmentRow[];

  /** The year in which the school year began; the current one unless said otherwise. */
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  schoolYear?: number;
}

export class CustodyRequest {
  /** Does this guardian have custody (ouderlijk gezag, or voogdij)? */
  @IsBoolean(code('choose-from-list'))
  custody: boolean;

  /** Where the school has it from; stays on record. */
  @IsOptional()
  @IsIn(custodyGrounds, code('choose-from-list'))
  reason?: CustodyGround;
}

/** What the school says of one guardian in a list; left out is not said. */
export class CustodyRow {
  @IsUUID(undefined, code('choose-from-list'))
  guardianId: string;

  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  version: number;

  @IsOptional()
  @IsBoolean(code('choose-from-list'))
  custody?: boolean;
}

/** Custody of many guardians: all or nothing. */
export class CustodyRowsRequest {
  @IsArray(code('choose-from-list'))
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CustodyRow)
  rows: CustodyRow[];

  /** Where the school has it from; stays on record with each of them. */
  @IsOptional()
  @IsIn(custodyGrounds, code('choose-from-list'))
  reason?: CustodyGround;
}

export class GuardianSectionsRequest {
  /** Everything that is open from now on; what is not named is closed. */
  @IsArray(code('choose-from-list'))
  @ArrayUnique()
  @IsIn(sectionsForGuardians, { each: true, message: 'choose-from-list' })
  sections: SectionForGuardians[] = [];
}

export class RosterPupilResponse {
  id: string;
  pupilNumber: string;
  name: string;
  birthDate: string;
  groupId: string | null;
  groupName: string | null;
  /** Leerjaar. */
  year: number | null;
  leerweg: Leerweg | null;
  profiel: Profiel | null;
  /** Has everything been said that a dossier needs? */
  complete: boolean;
  /** Of how many guardians the school has not said whether they have custody. */
  custodyUnknown: number;
  version: number;
}
export class RosterPageResponse {
  items: RosterPupilResponse[];
  /** For `pageToken`; null on the last page. */
  nextPageToken: string | null;
}
export class CompletedResponse {
  /** For how many pupils something changed. */
  changed: number;
}
export class GuardianResponse {
  id: string;
  pupilId: string;
  pupilName: string;
  groupName: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  /** null: the school has not said; that counts as no. */
  custody: boolean | null;
  /** For `If-Match`. */
  version: number;
}
export class GuardianPageResponse {
  items: GuardianResponse[];
  /** For `pageToken`; null on the last page. */
  nextPageToken: string | null;
}
export class CustodyResponse {
  id: string;
  custody: boolean;
  version: number;
}
export class GuardianSectionsResponse {
  /** From 16 the pupil decides; before that the guardians with custody read along. */
  decidesAlone: boolean;
  /** What is open to the guardians by the pupil's own choice, and still counts. */
  sections: SectionForGuardians[];
  /** When the pupil last chose. */
  openedAt: Date | null;
  /** For `If-Match`. */
  version: number;
}
