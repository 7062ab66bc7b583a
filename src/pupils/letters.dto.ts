import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsOptional, IsUUID, ValidateNested } from 'class-validator';

const code = (message: string): { message: string } => ({ message });

/** Whose letters to make. */
export class LettersRequest {
  /** Only for these: ids of pupils and of guardians' persons. Everyone in reach when it is left out. */
  @IsOptional()
  @IsArray(code('choose-from-list'))
  @ArrayUnique()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true, message: 'choose-from-list' })
  recipients?: string[];

  /** Also for those of `recipients` who have a password: for someone who lost it. It works until the code is used. */
  @IsOptional()
  @IsBoolean(code('choose-from-list'))
  reset: boolean = false;
}

/** Someone in the list of who may get a letter. */
export class LetterRow {
  /** pupil.id, or person.id of a guardian. */
  @IsUUID(undefined, code('choose-from-list'))
  recipientId: string;

  @IsBoolean(code('choose-from-list'))
  print: boolean = false;
}

/** The list with who was ticked. */
export class LetterListRequest {
  @IsArray(code('choose-a-person'))
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LetterRow)
  rows: LetterRow[];
}

/** A new code for one person who lost the password. */
export class ResetRequest {
  @IsUUID(undefined, code('choose-from-list'))
  recipientId: string;
}

/**
 * `custody-unsaid`: the school has still to say whether this guardian has custody; until then there is no letter · `new`: no
 * code yet · `invited`: has a code that was not used · `activated`: chose a password · `works-at-school`: a guardian who is
 * staff somewhere, and signs in as such · `ask-administrator`: a guardian whose account opens more than a mentor's own
 * pupils · `by-mail`: one whose account opens more than this school; a new password goes by mail · `disabled`: the account
 * was closed.
 */
export type LetterState =
  'custody-unsaid' | 'new' | 'invited' | 'activated' | 'works-at-school' | 'ask-administrator' | 'by-mail' | 'disabled';

/** Someone who may get a letter. */
export class RecipientResponse {
  /** pupil.id, or person.id of a guardian. */
  id: string;
  kind: 'pupil' | 'guardian';
  name: string;
  /** The pupil, or those of these pupils whose guardian it is. */
  pupilIds: string[];
  pupils: string[];
  /** Of the (first) pupil, this school year. */
  groupName: string | null;
  state: LetterState;
  /** Names of those of these pupils over whom the school has still to say whether this guardian has custody. */
  custodyUnsaid: string[];
}

/** What is printed; the code is shown here, and never again. */
export class LetterResponse {
  recipientId: string;
  kind: 'pupil' | 'guardian';
  name: string;
  /** What to call someone in a letter: a pupil by the roepnaam, a guardian by the whole name. */
  salutation: string;
  pupils: string[];
  groupName: string | null;
  login: string;
  /** In groups of four. */
  code: string;
  /** Moment, ISO 8601. */
  expiresAt: string;
}
export class SkippedResponse {
  recipientId: string;
  name: string;
  /** Why there is no letter. */
  reason: LetterState;
}
export class LettersResponse {
  letters: LetterResponse[];
  /** Who got none, and why. */
  skipped: SkippedResponse[];
}
