import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { asList, yes } from '../platform/fields.decorator.js';
import {
  LONGEST_VIEW,
  type StatutoryPurpose,
  statutoryPurposes,
  type StatutorySection,
  statutorySections,
  type StatutoryState,
} from './statutory.types.js';

/** The school offers pupil and guardians to look at what it will pass on. */
export class StatutoryOfferRequest {
  /** The receiving school, where the pupil applied or is placed. */
  @IsUUID(undefined, { message: 'choose-a-school' })
  toSchoolId: string;

  @asList
  @IsArray({ message: 'choose-a-section' })
  @ArrayNotEmpty({ message: 'choose-a-section' })
  @ArrayUnique()
  @IsIn(statutorySections, { each: true, message: 'choose-a-section' })
  sections: StatutorySection[];

  @IsIn(statutoryPurposes, { message: 'choose-a-purpose' })
  purpose: StatutoryPurpose;
}

/** What the pupil, or a guardian with custody under 16, makes of it. */
export class StatutoryAnswerRequest {
  /** Whether it is right that this is passed on. It is passed on either way. */
  @yes
  @IsBoolean({ message: 'choose-yes-or-no' })
  agreed: boolean;

  /** The own view (zienswijze): the receiving school reads it too. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_VIEW)
  view?: string;
}

/** On or off. */
export class StatutorySwitchRequest {
  @yes
  @IsBoolean({ message: 'choose-yes-or-no' })
  on: boolean;
}

/** Whether handing over on the ground of the law is in use. */
export class StatutorySettingsResponse {
  region: string;
  regionOn: boolean;
  /** `yyyy-mm-dd` */
  regionSince: string | null;
  school: string;
  schoolOn: boolean;
  /** `yyyy-mm-dd` */
  schoolSince: string | null;
}

export class StatutoryViewResponse {
  by: 'pupil' | 'guardian';
  agreed: boolean;
  /** The own words; empty when there are none. */
  view: string;
  /** `yyyy-mm-dd` */
  on: string;
}
export class StatutoryAnswerResponse extends StatutoryViewResponse {
  name: string;
  /** Whether it is the one who asks now. */
  self: boolean;
}

/** What a school passes on on the ground of the law. */
export class StatutoryShareResponse {
  id: string;
  toSchoolId: string;
  toSchool: string;
  sections: StatutorySection[];
  purpose: StatutoryPurpose;
  state: StatutoryState;
  /** `yyyy-mm-dd` */
  offeredOn: string;
  offeredBy: string;
  /** `yyyy-mm-dd`: on this day it counts, also without an answer. */
  countsOn: string;
  /** `yyyy-mm-dd`: since when it counts by the answers. */
  inForceOn: string | null;
  /** `yyyy-mm-dd`: from this day the school no longer reads it. */
  endsOn: string;
  endedOn: string | null;
  answers: StatutoryAnswerResponse[];
}
