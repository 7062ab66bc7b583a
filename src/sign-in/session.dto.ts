import { IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';

export class SignInRequest {
  /** Login name or e-mail address; capitals do not matter. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  username: string;

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;

  /** Of the second step: six digits from the app, or a recovery code. Leave it out to give it later. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code?: string;
}

export class ActivationRequest {
  /** The login name in the letter. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  login: string;

  /** The one-time code in the letter; spaces and capitals do not matter. */
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code: string;

  /** The new password: at least 10 characters, no well-known one, not the login name. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}

export class SwitchRequest {
  /** The school where the person goes on; null: as a guardian. */
  @ValidateIf((request: SwitchRequest) => request.schoolId !== null)
  @IsUUID()
  schoolId: string | null;
}
