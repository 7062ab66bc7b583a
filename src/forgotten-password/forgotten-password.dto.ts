import { IsString, MaxLength, MinLength } from 'class-validator';

export class ForgottenRequest {
  /** The e-mail address, or the login name. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  username: string;
}

export class ChoosePasswordRequest {
  /** What stands behind the link in the message, or the link itself. */
  @IsString()
  @MinLength(1)
  @MaxLength(400)
  code: string;

  /** The new password: at least 10 characters, no well-known one, not the login name. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}
