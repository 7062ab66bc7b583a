import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { asList, yes } from '../platform/fields.decorator.js';
import {
  askedPurposes,
  type ConsentState,
  type Purpose,
  purposes,
  type Section,
  sections,
  allAskReasons,
  type AskReason,
} from './consent.types.js';

/** The sections that the pupil chooses, at least one. */
export class ChosenSections {
  /** What the school may read. */
  @asList
  @IsArray({ message: 'choose-a-section' })
  @ArrayNotEmpty({ message: 'choose-a-section' })
  @ArrayUnique()
  @IsIn(sections, { each: true, message: 'choose-a-section' })
  sections: Section[];

  /** The text that was read (`consent-texts`); without it the Dutch one that counts now. */
  @IsOptional()
  @IsUUID()
  textId?: string;
}

/** The form of the pupil, who may have had it open for a while. */
export class ChosenForm extends ChosenSections {
  /** The share that was on the screen and that this one takes the place of. */
  @IsOptional()
  @IsUUID()
  instead?: string;
}

/** The pupil shares sections with a school. */
export class ConsentRequest extends ChosenForm {
  /** The receiving school. */
  @IsUUID()
  toSchoolId: string;

  /** For what: a yes for one purpose never serves another. Without it the intake. */
  @IsOptional()
  @IsIn(purposes)
  purpose: Purpose = 'intake';
}

/** The form of an intaker. */
export class AskForm {
  @asList
  @IsArray({ message: 'choose-a-section' })
  @ArrayNotEmpty({ message: 'choose-a-section' })
  @ArrayUnique()
  @IsIn(sections, { each: true, message: 'choose-a-section' })
  sections: Section[];

  /** Why: one of the reasons that go with the purpose. */
  @IsIn(allAskReasons, { message: 'choose-a-reason' })
  reason: AskReason;
}

/** A receiving school asks to share. */
export class AskRequest extends AskForm {
  @IsUUID()
  pupilId: string;

  /** For what. Without it the intake. */
  @IsOptional()
  @IsIn(askedPurposes)
  purpose: (typeof askedPurposes)[number] = 'intake';
}

/** The request stands. */
export class AskedResponse {
  id: string;
}

/** The answer of the pupil or of a guardian with custody. */
export class AnswerRequest {
  /** true: yes. */
  @yes
  @IsBoolean({ message: 'choose-yes-or-no' })
  agreed: boolean;

  /** The pupil may say yes to fewer sections than were asked. */
  @IsOptional()
  @asList
  @IsArray({ message: 'choose-a-section' })
  @ArrayUnique()
  @IsIn(sections, { each: true, message: 'choose-a-section' })
  sections?: Section[];

  /** The text that was read (`consent-texts`); without it the Dutch one that counts now. */
  @IsOptional()
  @IsUUID()
  textId?: string;
}

/** Who wrote an answer down from paper. */
export class PaperResponse {
  /** Day of the signature, `yyyy-mm-dd`. */
  signedOn: string;
  /** Who recorded it, and who was the second. */
  recordedBy: string[];
}

export class ConsentAnswerResponse {
  by: 'pupil' | 'guardian';
  /** Name of the guardian; the pupil's roepnaam. */
  name: string;
  agreed: boolean | null;
  /** `yyyy-mm-dd` */
  on: string | null;
  /** Language of the text that was on the screen; null when that was not kept. */
  language: string | null;
  /** Null for an answer that was given in person. */
  paper: PaperResponse | null;
  /** Whether it is the one who asks now. */
  self: boolean;
}

export class ConsentResponse {
  id: string;
  toSchoolId: string;
  toSchool: string;
  sections: Section[];
  purpose: Purpose;
  state: ConsentState;
  /** `yyyy-mm-dd`: from this day the school no longer reads it. */
  endsOn: string;
  /** Since when the school may read it, `yyyy-mm-dd`. */
  inForceOn: string | null;
  withdrawnOn: string | null;
  askedOn: string | null;
  /** Why the school asks. */
  askedReason: AskReason | null;
  /** `yyyy-mm-dd`: the pupil put the request off until this day. */
  laterUntil: string | null;
  /** Version of the text that everyone says yes to. */
  textVersion: string;
  version: number;
  answers: ConsentAnswerResponse[];
  /** Whether the one who asks may answer or withdraw now. */
  mayAnswer: boolean;
}
