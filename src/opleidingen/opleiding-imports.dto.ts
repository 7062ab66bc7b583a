import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { CreboFaultCode } from './crebo-list.types.js';
import type { Choice, ImportLine, LineState } from './import-lines.types.js';
import type { ImportPreview } from './opleiding-imports.service.js';
import { type Leerweg, leerwegen } from './opleidingen.types.js';

const code = (message: string): { message: string } => ({ message });
const flag = Transform(({ value }: { value: unknown }) => (value === 'on' ? true : value));
/** A programme per row of the longest list there can be, in both leerwegen. */
const MOST = 10_000;

/** Goes with the file. */
export class ReadListRequest {
  /** Where the programmes are offered. */
  @IsUUID(undefined, code('location-unknown'))
  locationId: string;
}

/** Which programmes of the list the school offers: the sum of what is named here. */
export class ApplyImportRequest {
  /** `seen` of the preview that was looked at. */
  @IsString()
  @MaxLength(50)
  seen: string;

  /** The whole list. */
  @IsOptional()
  @flag
  @IsBoolean()
  everything: boolean = false;

  /** Domeinen as the list spells them. */
  @IsOptional()
  @IsArray(code('invalid'))
  @ArrayMaxSize(100, code('invalid'))
  @IsString({ each: true })
  domeinen: string[] = [];

  /** Crebo codes. */
  @IsOptional()
  @IsArray(code('invalid'))
  @ArrayMaxSize(MOST, code('invalid'))
  @Matches(/^\d{5}$/, { each: true, message: 'opleiding-crebo' })
  crebos: string[] = [];

  /** Narrows `everything`, `domeinen` and `crebos` to these; none means both. */
  @IsOptional()
  @IsArray(code('invalid'))
  @ArrayMaxSize(2, code('invalid'))
  @IsIn(leerwegen, { each: true, message: 'invalid.isIn' })
  leerwegen: Leerweg[] = [];

  /** Single programmes, as `25180-bol`. */
  @IsOptional()
  @IsArray(code('invalid'))
  @ArrayMaxSize(MOST, code('invalid'))
  @Matches(/^\d{5}-(bol|bbl)$/, { each: true, message: 'not-in-list' })
  opleidingen: string[] = [];
}

/** One line of the list on a form. */
export class TickedLine {
  /** `25180-bol` */
  @Matches(/^\d{5}-(bol|bbl)$/, { message: 'not-in-list' })
  key: string;

  @IsBoolean()
  chosen: boolean = false;
}

/** A form with lines of the list to tick. */
export class TickLinesRequest {
  /** `seen` of the preview that was looked at. */
  @IsString()
  @MaxLength(50)
  seen: string;

  @IsArray(code('invalid'))
  @ArrayMaxSize(MOST, code('invalid'))
  @ValidateNested({ each: true })
  @Type(() => TickedLine)
  opleidingen: TickedLine[] = [];
}

/** A programme as the school has it now. */
export class CurrentOpleidingResponse {
  id: string;
  name: string;
  niveau: number;
  offered: boolean;
}

/** One programme of the list beside what the school has. */
export class ImportLineResponse {
  /** `25180-bol` */
  key: string;
  /** Line in the file. */
  line: number;
  crebo: string;
  name: string;
  niveau: number;
  leerweg: Leerweg;
  domein: string | null;
  state: LineState;
  /** What the school has now; null when it is new. */
  current: CurrentOpleidingResponse | null;
}

/** One fault in the file. */
export class ImportFaultResponse {
  line: number;
  /** Header of the column; null when the whole row is meant. */
  column: string | null;
  found: string;
  code: CreboFaultCode;
  text: string;
  expected: string;
}

export class DomeinCountResponse {
  domein: string | null;
  new: number;
  changed: number;
  unchanged: number;
  faults: number;
}

export class OpleidingImportPreviewResponse {
  id: string;
  fileName: string;
  locationId: string;
  locationName: string;
  /** Send it back when applying. */
  seen: string;
  new: number;
  changed: number;
  unchanged: number;
  /** Rows with a fault. */
  faulty: number;
  domeinen: DomeinCountResponse[];
  lines: ImportLineResponse[];
  /** The first 1000. */
  faults: ImportFaultResponse[];
}

export class OpleidingImportResultResponse {
  added: number;
  changed: number;
  unchanged: number;
}

export function toOpleidingImportPreviewResponse(preview: ImportPreview): OpleidingImportPreviewResponse {
  const count = (state: LineState): number => preview.lines.filter((line) => line.state === state).length;
  return {
    id: preview.id,
    fileName: preview.fileName,
    locationId: preview.location.id,
    locationName: preview.location.name,
    seen: preview.seen,
    new: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    faulty: new Set(preview.faults.map(({ line }) => line)).size,
    domeinen: preview.domeinen,
    lines: preview.lines.map(toLineResponse),
    faults: preview.faults.slice(0, 1000).map(({ line, column, found, code, text, expected }) => ({
      line,
      column,
      found,
      code,
      text,
      expected,
    })),
  };
}

/** What was ticked, as a choice. */
export const toChoice = ({ opleidingen }: TickLinesRequest): Choice => ({
  everything: false,
  domeinen: [],
  crebos: [],
  leerwegen: [],
  opleidingen: opleidingen.filter(({ chosen }) => chosen).map(({ key }) => key),
});

const toLineResponse = ({ current, ...line }: ImportLine): ImportLineResponse => ({
  key: line.key,
  line: line.line,
  crebo: line.crebo,
  name: line.name,
  niveau: line.niveau,
  leerweg: line.leerweg,
  domein: line.domein,
  state: line.state,
  current: current && { id: current.id, name: current.name, niveau: current.niveau, offered: current.offered },
});
