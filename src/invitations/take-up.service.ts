import { Injectable } from '@nestjs/common';
import type { Holder, StartedSession, Visit } from '../accounts/accounts.types.js';
import { SessionsService } from '../accounts/sessions.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { SignInDb } from '../platform/database/sign-in-db.js';
import { forbidden } from '../platform/errors/domain-error.js';
import { linkCodeDigest } from '../platform/link-code.rules.js';
import { NewPasswordService } from '../sign-in/new-password.service.js';
import type { AcceptRequest, InvitedResponse, JoinedResponse } from './invitations.dto.js';
import { invitationOver, roleBeginsLater } from './invitations.errors.js';

/**
 * What the holder of the link can do with it: look, choose a password, or add the invitation to the account he is signed in
 * with. Looking uses nothing up, so that a scanner that opens links does no harm.
 */
@Injectable()
export class TakeUpService {
  constructor(
    private readonly db: Db,
    private readonly signInDb: SignInDb,
    private readonly passwords: NewPasswordService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** Which school invites, and to be what. */
  async look(code: string): Promise<InvitedResponse> {
    const shown = await this.signInDb.transaction(async (client) => {
      const { rows } = await client.query<InvitedResponse>(
        'select school_name as "schoolName", roles, begins::text from invitation_shown($1)',
        [linkCodeDigest(code)],
      );
      return rows[0];
    });
    if (!shown) throw invitationOver();
    return shown;
  }

  /** An account of its own, with this password; the person is signed in. */
  async accept({ code, password }: AcceptRequest, visit: Visit): Promise<StartedSession> {
    this.passwords.check(password);
    await this.look(code);
    const hash = await this.passwords.hash(password);
    const started = await this.signInDb.transaction(async (client) => {
      // Asked again, because the hashing took time: of two that came with one code the second is too late.
      const { rows } = await client.query<Omit<Holder, 'kind'>>(
        `select person_id as id, account_id as "accountId", account_login as login, school_id as "schoolId"
           from accept_invitation($1, $2)`,
        [linkCodeDigest(code), hash],
      );
      const [taken] = rows;
      if (!taken) throw invitationOver();
      this.passwords.check(password, taken.login);
      const invited: Holder = { ...taken, kind: 'staff' };
      await this.sessions.record(client, invited, invited, { action: 'invitation.accepted' });
      const holder = await this.sessions.holder(client, { accountId: taken.accountId });
      return holder && this.passwords.signIn(client, holder, visit);
    });
    // The password stands; the first role begins another day.
    if (!started) throw roleBeginsLater();
    return started;
  }

  /** By one's own yes: from now on the person who is signed in is the colleague that was invited, too. */
  async join(actor: Actor, code: string): Promise<JoinedResponse> {
    // A pupil's account is a pupil's: nobody works at a school with it.
    if (actor.kind === 'pupil') throw forbidden();
    const joined = await this.db.one<{ invitationId: string; schoolId: string; roleIds: string[] }>(
      `select invitation_id as "invitationId", school_id as "schoolId", role_ids as "roleIds" from join_invitation($1)`,
      [linkCodeDigest(code)],
    );
    if (!joined) throw invitationOver();
    const { invitationId, schoolId, roleIds } = joined;
    await this.audit.record({
      chain: 'school',
      chainId: schoolId,
      action: 'invitation.joined',
      role: actor.roles[0],
      subjectIds: [actor.id, invitationId, ...roleIds],
    });
    return { schoolId };
  }
}
