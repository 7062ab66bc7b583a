import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { flag, trimmed } from '../platform/fields.decorator.js';
import type { OpleidingenPage } from './opleidingen.reader.js';
import { type Leerweg, leerwegen, type OfferedOpleiding } from './opleidingen.types.js';

const code = (message: string): { message: string } => ({ message });
/** At least one letter, on one line, and nothing that a spreadsheet would calculate. */
const nameText = /^(?![=+\-@])(?=\P{L}*\p{L})\P{Cc}*$/u;

/** Which programmes to list; what is absent does not matter. */
export class ListOpleidingenQuery {
  /** Words, or parts of them, of the name and the crebo code. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(100, code('invalid.maxLength'))
  text?: string;

  /** 1 (entree) to 4. */
  @IsOptional()
  @Type(() => Number)
  @IsIn([1, 2, 3, 4], code('invalid.isIn'))
  niveau?: number;

  @IsOptional()
  @IsIn(leerwegen, code('invalid.isIn'))
  leerweg?: Leerweg;

  @IsOptional()
  @IsUUID(undefined, code('invalid.isIn'))
  schoolId?: string;

  @IsOptional()
  @IsUUID(undefined, code('invalid.isIn'))
  locationId?: string;

  /** true: also what is no longer offered. */
  @IsOptional()
  @flag
  @IsBoolean()
  withdrawn: boolean = false;

  /** `nextPageToken` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  pageToken?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  pageSize: number = 50;
}

/** What can be corrected of a programme that is there. */
export class CorrectOpleidingRequest {
  /** As the school calls it, at most 150 characters. */
  @trimmed
  @IsString(code('opleiding-name'))
  @IsNotEmpty(code('opleiding-name'))
  @MaxLength(150, code('opleiding-name'))
  @Matches(nameText, code('opleiding-name'))
  name: string;

  /** 1 (entree) to 4. */
  @IsInt(code('invalid.isIn'))
  @IsIn([1, 2, 3, 4], code('invalid.isIn'))
  niveau: number;
}

/** One programme to add at one of the school's locations. */
export class AddOpleidingRequest extends CorrectOpleidingRequest {
  /** Five digits. */
  @trimmed
  @Matches(/^\d{5}$/, code('opleiding-crebo'))
  crebo: string;

  @IsIn(leerwegen, code('invalid.isIn'))
  leerweg: Leerweg;

  @IsUUID(undefined, code('location-unknown'))
  locationId: string;
}

/** A programme as a school offers it at a location. */
export class OpleidingResponse {
  id: string;
  schoolId: string;
  schoolName: string;
  locationId: string;
  locationName: string;
  place: string;
  /** Five digits. */
  crebo: string;
  name: string;
  /** 1 (entree) to 4. */
  niveau: number;
  leerweg: Leerweg;
  /** false: no longer offered. */
  offered: boolean;
  /** For `If-Match`. */
  version: number;
}

export class OpleidingenPageResponse {
  items: OpleidingResponse[];
  /** For `pageToken`; null on the last page. */
  nextPageToken: string | null;
}

export const toOpleidingResponse = (row: OfferedOpleiding): OpleidingResponse => ({
  id: row.id,
  schoolId: row.schoolId,
  schoolName: row.schoolName,
  locationId: row.locationId,
  locationName: row.locationName,
  place: row.place,
  crebo: row.crebo,
  name: row.name,
  niveau: row.niveau,
  leerweg: row.leerweg,
  offered: row.offered,
  version: row.version,
});

export const toOpleidingenPageResponse = ({ items, nextPageToken }: OpleidingenPage): OpleidingenPageResponse => ({
  items: items.map(toOpleidingResponse),
  nextPageToken,
});
