import { IsString, IsUUID, MaxLength, MinLength, ValidateIf } from 'class-validator';
import type { Role } from '../platform/access/actor.js';

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

/** A school where the person has a role now. */
export class PlaceResponse {
  schoolId: string;
  name: string;
}

export class MeResponse {
  /** A person, or a pupil. */
  id: string;
  kind: 'staff' | 'pupil' | 'guardian';
  name: string;
  /** Where the person acts now; null for a guardian. */
  schoolId: string | null;
  schoolName: string | null;
  roles: Role[];
  /** The schools where the person can act. */
  places: PlaceResponse[];
  /** Whether the person can act as a guardian. */
  guardian: boolean;
}

export class SessionResponse {
  /** For `Authorization: Bearer`. Shown once. */
  token: string;
  /** The latest end, as an ISO moment; half an hour without a request ends it earlier. */
  expiresAt: string;
  me: MeResponse;
}
