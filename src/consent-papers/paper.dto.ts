import { IsBoolean, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import type { Section } from '../consent/consent.types.js';
import { yes } from '../platform/fields.decorator.js';
import type { PaperDesk } from './paper.types.js';

const code = (message: string): { message: string } => ({ message });

/** What a guardian with custody signed on paper. */
export class PaperAnswerRequest {
  /** The guardian who signed. */
  @IsUUID(undefined, code('choose-guardian'))
  guardianId: string;

  /** true: yes. */
  @yes
  @IsBoolean(code('choose-yes-or-no'))
  agreed: boolean;

  /** Day of the signature, `yyyy-mm-dd`. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, code('date'))
  @IsISO8601({ strict: true }, code('date'))
  signedOn: string;

  /** A second member of staff of the school, who saw the paper too. */
  @IsUUID(undefined, code('choose-second'))
  secondId: string;

  /** The text on the paper; without it the Dutch one of the share. */
  @IsOptional()
  @IsUUID()
  textId?: string;
}

export class PaperGuardianResponse {
  id: string;
  name: string;
  /** `self`: answered in person, which stands; `paper`: recorded before; null: nothing yet. Never yes or no. */
  said: 'self' | 'paper' | null;
}
export class PaperShareResponse {
  id: string;
  toSchool: string;
  sections: Section[];
  purpose: string;
  textVersion: string;
  /** `yyyy-mm-dd`: no signature is from before this day. */
  madeOn: string;
  guardians: PaperGuardianResponse[];
}
export class PaperStaffResponse {
  id: string;
  name: string;
}
/** What can be answered on paper, by whom, and who can be the second name. */
export class PaperDeskResponse {
  shares: PaperShareResponse[];
  staff: PaperStaffResponse[];
}

export const toDeskResponse = ({ shares, staff }: PaperDesk): PaperDeskResponse => ({
  shares: shares.map(({ id, toSchool, sections, purpose, textVersion, madeOn, guardians }) => ({
    id,
    toSchool,
    sections,
    purpose,
    textVersion,
    madeOn,
    guardians: guardians.map((guardian) => ({ id: guardian.id, name: guardian.name, said: guardian.said })),
  })),
  staff: staff.map(({ id, name }) => ({ id, name })),
});
