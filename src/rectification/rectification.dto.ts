import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Section } from '../consent/consent.types.js';
import { trimmed } from '../platform/fields.decorator.js';
import { type About, abouts, type Facts, type Outcome, outcomes } from './rectification.types.js';

const code = (message: string): { message: string } => ({ message });

/** What is not right, in the words of pupil or guardian. */
export class WrongRequest {
  /** What is not right. */
  @trimmed
  @IsString(code('write-a-sentence'))
  @Length(5, 500, code('write-a-sentence'))
  wrong: string;

  /** What it should be. When the school stays with it, this stands beside it as zienswijze. */
  @trimmed
  @IsString(code('fill-in-should-be'))
  @Length(1, 500, code('fill-in-should-be'))
  shouldBe: string;
}

export class RectificationRequest extends WrongRequest {
  /** What it is about. */
  @IsIn(abouts, code('choose-from-list'))
  about: About;

  /** The activity, the enrolment, or for `profile` the pupil. */
  @IsUUID(undefined, code('choose-from-list'))
  subjectId: string;
}

export class RectificationAnswerRequest {
  /** `corrected`: it was put right, which has to be done first. `kept`: the school stays with it. */
  @IsIn(outcomes, code('choose-answer'))
  outcome: Outcome;

  /** For pupil and guardian; needed when the school stays with it. */
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(1000, code('max-1000'))
  answer: string = '';
}

/** The fields of one item, as they stood or stand; which ones there are follows from what it is about. */
export class FactsResponse implements Facts {
  /** Of an activity, as are the fields down to `competences`. */
  type?: string;
  title?: string;
  place?: string;
  /** `yyyy-mm-dd` */
  startsOn?: string;
  /** `yyyy-mm-dd` */
  endsOn?: string | null;
  beroep?: string;
  opleiding?: string | null;
  goal?: string;
  competences?: string[];
  /** Of an activity or a remark: it was taken out of the dossier. */
  removed?: boolean;
  /** Of a remark. */
  remark?: string;
  /** Of a school year, as are the fields down to `profiel`. */
  schoolYear?: number;
  group?: string | null;
  year?: number | null;
  leerweg?: string | null;
  profiel?: string | null;
  /** Of who the pupil is, as is what follows. */
  givenName?: string;
  registerName?: string | null;
  infix?: string;
  familyName?: string;
  /** `yyyy-mm-dd` */
  birthDate?: string;
  email?: string | null;
  pupilNumber?: string;
}

/** One request to put something right. */
export class RectificationResponse {
  id: string;
  pupilId: string;
  section: Section;
  about: About;
  subjectId: string;
  /** Title of the activity it stands with. */
  title: string | null;
  wrong: string;
  shouldBe: string;
  askedAs: 'pupil' | 'guardian';
  /** Name of who asked. */
  askedBy: string;
  /** `yyyy-mm-dd` */
  askedOn: string;
  /** `yyyy-mm-dd`: the last day of the term for the answer. */
  dueOn: string;
  /** The fields as they stood when it was asked; null for who may not see them. */
  was: FactsResponse | null;
  /** The fields since they were put right. */
  became: FactsResponse | null;
  outcome: Outcome | null;
  answer: string;
  answeredBy: string | null;
  /** `yyyy-mm-dd` */
  answeredOn: string | null;
  /** `yyyy-mm-dd`: taken back by pupil or guardian. */
  withdrawnOn: string | null;
  /** For `If-Match`. */
  version: number;
}

/** The same for whoever answers. */
export class RectificationTaskResponse extends RectificationResponse {
  /** Name of the pupil. */
  pupil: string;
  /** The klas now. */
  group: string | null;
  /** What stands there now. */
  now: FactsResponse | null;
  /** The term has passed. */
  late: boolean;
}
