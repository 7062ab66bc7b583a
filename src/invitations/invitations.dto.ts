import { IsString, MaxLength, MinLength } from 'class-validator';
import type { MailReason } from '../mail/mail.types.js';
import type { StaffRoleResponse } from '../people/people.dto.js';

/**
 * `waiting`: the message waits to be sent, or is tried again · `sent`: the mail server took it · `failed`: it will not be
 * sent any more · `accepted` · `withdrawn` · `expired`: seven days went by.
 */
export type InvitationState = 'waiting' | 'sent' | 'failed' | 'accepted' | 'withdrawn' | 'expired';

export class InvitationResponse {
  id: string;
  personId: string;
  state: InvitationState;
  /** Moments, ISO 8601. */
  createdAt: string;
  expiresAt: string;
  /** When the message was sent or failed, the invitation was accepted or withdrawn. */
  changedAt: string | null;
  /** Of a message that waits: when it is tried (again). */
  nextTryAt: string | null;
  /** Why a message waits longer than usual, or failed: `unreachable`, `refused`, `no-address` … */
  reason: MailReason | null;
}

/** What stands behind the link in the message, or the link itself. */
export class LinkCodeRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(400)
  code: string;
}

export class AcceptRequest extends LinkCodeRequest {
  /** The new password: at least 10 characters, no well-known one, not the login name. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  password: string;
}

/** What the holder of the link is told before he says yes. */
export class InvitedResponse {
  schoolName: string;
  roles: StaffRoleResponse['role'][];
  /** The first day of the roles, `yyyy-mm-dd`; a later day means that signing in works from then on. */
  begins: string;
}

export class JoinedResponse {
  /** The school where the person can act now as well. */
  schoolId: string;
}
