import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { Form } from '../kit/form.js';

/** Which part of "wie keek": what the family did itself, or from where on. */
export class LookedQuery {
  @IsOptional()
  @IsString()
  @MaxLength(10)
  wie?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  voor?: string;

  /** A code that was kept, to hold against the log. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

/** `?wie=zelf&voor=…`; nonsense is the first part of what others did. */
export const partOf = (query: Form<LookedQuery>): { own: boolean; before?: string; code?: string } =>
  query.valid ? { own: query.value.wie === 'zelf', before: query.value.voor, code: query.value.code } : { own: false };
