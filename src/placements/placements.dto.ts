import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';

export class ApplicationRequest {
  /** Where the pupil applies. */
  @IsUUID(undefined, { message: 'choose-opleiding' })
  opleidingId: string;

  /** When the opleiding would start, `yyyy-mm-dd`; without it 1 August of the next school year. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'date' })
  @IsISO8601({ strict: true }, { message: 'date' })
  plannedStart?: string;
}

export class ApplicationResponse {
  id: string;
  pupilId: string;
  toSchoolId: string;
  toSchool: string;
  opleidingId: string;
  opleiding: string;
  niveau: number;
  leerweg: string;
  /** `yyyy-mm-dd` */
  appliedOn: string;
  plannedStart: string;
  withdrawnOn: string | null;
}
