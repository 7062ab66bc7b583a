import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { trimmed } from '../platform/fields.decorator.js';
import { directionOf } from './consent-texts.rules.js';
import {
  type ConsentTextRow,
  LONGEST_BODY,
  LONGEST_TITLE,
  type TextPurpose,
  textPurposes,
  type TextVersion,
} from './consent-texts.types.js';

const code = (message: string): { message: string } => ({ message });

/** A region adds a language to a version, or begins a version of its own. */
export class NewTextRequest {
  /** What the text is for. */
  @IsIn(textPurposes, code('choose-a-purpose'))
  purpose: TextPurpose;

  /** The version that gets another language. Without it this is a new version, which begins in Dutch. */
  @IsOptional()
  @trimmed
  @IsString()
  @Matches(/^[\w-]{1,40}$/, code('choose-a-version'))
  version?: string;

  /** BCP 47, such as `ar`, `uk` or `zh-Hant`. */
  @trimmed
  @IsString(code('language-code'))
  @MaxLength(20, code('language-code'))
  language: string = 'nl';

  /** What its own readers call the language, such as `العربية`. */
  @trimmed
  @IsString(code('language-name'))
  @IsNotEmpty(code('language-name'))
  @MaxLength(40, code('max-40'))
  languageName: string = 'Nederlands';

  /** Above the text, at most 120 characters. */
  @trimmed
  @IsString(code('fill-in-heading'))
  @IsNotEmpty(code('fill-in-heading'))
  @MaxLength(LONGEST_TITLE, code(`max-${LONGEST_TITLE}`))
  title: string;

  /** Plain text; an empty line ends a paragraph. `{school}` becomes the name of the receiving school. */
  @trimmed
  @IsString(code('write-a-sentence'))
  @IsNotEmpty(code('write-a-sentence'))
  @MaxLength(LONGEST_BODY, code(`max-${LONGEST_BODY}`))
  body: string;

  /** First day of a new version, `yyyy-mm-dd`; without it from this moment on. A translation counts at once. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  validFrom?: string;
}

/** One text, word for word. */
export class ConsentTextResponse {
  id: string;
  purpose: TextPurpose;
  version: string;
  language: string;
  languageName: string;
  direction: 'ltr' | 'rtl';
  title: string;
  /** `{school}` stands for the name of the receiving school. */
  paragraphs: string[];
  /** From when it is shown (ISO 8601). */
  validFrom: string;
  /** Whether the region added it. */
  regional: boolean;
}

/** A version of the text for one purpose, in its languages. */
export class TextVersionResponse {
  purpose: TextPurpose;
  version: string;
  /** The version that a new yes is given to now. */
  newest: boolean;
  /** Whether it has yet to begin. */
  ahead: boolean;
  texts: ConsentTextResponse[];
}

export const toTextResponse = (row: ConsentTextRow): ConsentTextResponse => ({
  id: row.id,
  purpose: row.purpose,
  version: row.version,
  language: row.language,
  languageName: row.languageName,
  direction: directionOf(row.language),
  title: row.title,
  paragraphs: row.paragraphs,
  validFrom: row.validFrom,
  regional: row.regional,
});
export const toVersionResponse = ({ purpose, version, newest, ahead, texts }: TextVersion): TextVersionResponse => ({
  purpose,
  version,
  newest,
  ahead,
  texts: texts.map(toTextResponse),
});
