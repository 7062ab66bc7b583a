import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { SessionResponse } from '../accounts/me.dto.js';

export class FactorStateResponse {
  /** Whether a second step was set up. */
  set: boolean;
  /** Since when, as an ISO moment. */
  setAt: string | null;
  recoveryCodesLeft: number;
}

export class NewSecretResponse {
  /** For the app, in base 32: SHA-1, six digits, half a minute. */
  secret: string;
  /** The same as `otpauth://…`, for a QR code. */
  uri: string;
  /** Send it back with the first code, within half an hour. */
  enrolment: string;
}

export class FactorCodeRequest {
  /** Six digits from the app, or a recovery code; spaces and capitals do not matter. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code: string;
}

export class SetFactorRequest {
  /** As it was given with the secret. */
  @IsString()
  @MaxLength(300)
  @Matches(/^[\w-]+$/)
  enrolment: string;

  /** The first code that the app makes: six digits. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code: string;
}

export class RecoveryCodesResponse {
  /** Ten codes that each work once, for who lost the phone. Shown once. */
  recoveryCodes: string[];
}

export class FactorSetResponse extends SessionResponse {
  /** Ten codes that each work once, for who lost the phone. Shown once. */
  recoveryCodes: string[];
}
