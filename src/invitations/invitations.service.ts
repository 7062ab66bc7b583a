import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { linkCodeDigest, newLinkCode } from '../platform/link-code.rules.js';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/audit.types.js';
import { MailService } from '../mail/mail.service.js';
import { PeopleReader } from '../people/people.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { noAddress, noMail, signsInAlready } from './invitations.errors.js';

const days = 7;

/** The administrator invites colleagues by mail, again when that is needed, and takes it back. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mail: MailService,
    private readonly people: PeopleReader,
    private readonly audit: AuditService,
  ) {}

  /** A new link; earlier ones end. The message goes out after the commit, and waits where mail is down. */
  async invite(actor: Actor, personId: string): Promise<{ id: string }> {
    const member = await this.people.member(actor, personId);
    if (!this.mail.available) throw noMail();
    if (!member.email) throw noAddress();
    if (member.account?.activated || member.account?.disabled) throw signsInAlready();
    await this.endAll(actor, personId);
    const id = randomUUID();
    const code = newLinkCode();
    const expiresAt = new Date(this.clock.now().getTime() + days * 86_400_000);
    const mailId = await this.mail.sendLink('staff-invitation', {
      personId,
      schoolId: actor.schoolId,
      code,
      expiresAt,
    });
    await this.db.change(
      `insert into invitation (id, person_id, school_id, code_hash, invited_by, created_at, expires_at, mail_id)
       values ($1, $2, $3, $4, $5, app_now(), app_now() + make_interval(days => ${days}), $6)`,
      [id, personId, actor.schoolId, linkCodeDigest(code), actor.id, mailId],
    );
    await this.record(actor, 'invitation.sent', [personId, id]);
    return { id };
  }

  /** The link leads nowhere any more, and a message that waits is not sent. */
  async withdraw(actor: Actor, personId: string): Promise<void> {
    await this.people.member(actor, personId);
    const ended = await this.endAll(actor, personId);
    if (ended.length === 0) throw notFound();
    await this.record(actor, 'invitation.withdrawn', [personId, ...ended]);
  }

  private async endAll(actor: Actor, personId: string): Promise<string[]> {
    const ended = await this.db.query<{ id: string }>(
      `update invitation set withdrawn_at = app_now()
        where person_id = $1 and school_id = $2 and used_at is null and withdrawn_at is null
       returning id, cancel_mail(mail_id)`,
      [personId, actor.schoolId],
    );
    return ended.map(({ id }) => id);
  }

  private record(actor: Actor, action: AuditAction, subjectIds: string[]): Promise<void> {
    return this.audit.record({
      chain: 'school',
      chainId: actor.schoolId ?? actor.id,
      action,
      role: 'school-administrator',
      subjectIds,
    });
  }
}
