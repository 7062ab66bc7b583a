import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { JobRegistry } from '../platform/jobs/job-registry.js';
import { JobsDb } from '../platform/jobs/jobs-db.js';
import { MailError, type MailFault, MailTransport } from '../platform/mail/mail-transport.js';
import { isMailKind, mailText } from './mail-texts.rules.js';
import { afterFault, isServerFault } from './mail-tries.rules.js';
import { MailService } from './mail.service.js';
import type { MailReason } from './mail.types.js';

interface Claimed {
  id: string;
  kind: string;
  secret: Buffer | null;
  tries: number;
  expired: boolean;
  address: string | null;
  schoolName: string | null;
}

const atOnce = 10;

/**
 * Sends what waits: at once when it was put down, and every minute what has to be tried again. A message is claimed before
 * and crossed off after: whoever dies in between leaves it to the next, so it may come twice, under the same message id.
 */
@Injectable()
export class MailSender implements OnModuleInit {
  private readonly log = new Logger('Mail');

  constructor(
    private readonly db: JobsDb,
    private readonly jobs: JobRegistry,
    private readonly transport: MailTransport,
    private readonly mail: MailService,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (!this.mail.available) return;
    this.jobs.addTask({ name: 'mail.send', run: (ids) => this.sendDue(ids) });
    this.jobs.addRepeating({ name: 'mail.due', schedule: '* * * * *', run: () => this.sendDue(null) });
    this.jobs.addRepeating({ name: 'mail.tidy', schedule: '17 2 * * *', run: () => this.tidy() });
  }

  private async sendDue(ids: string[] | null): Promise<void> {
    for (;;) {
      const claimed = await this.claim(ids);
      let down: MailFault | undefined;
      for (const message of claimed) {
        const fault: MailFault | undefined = down ? await this.again(message, down) : await this.sendOne(message);
        if (fault && isServerFault(fault)) down = fault;
      }
      if (down || claimed.length < atOnce) return;
    }
  }

  private claim(ids: string[] | null): Promise<Claimed[]> {
    return this.db.transaction(async (client) => {
      const { rows } = await client.query<Claimed>(
        `update mail_message m set claimed_until = app_now() + interval '5 minutes', tries = m.tries + 1
          where m.id in (select d.id from mail_message d where d.status = 'waiting' and d.next_try_at <= app_now()
                  and (d.claimed_until is null or d.claimed_until <= app_now()) and ($1::uuid[] is null or d.id = any($1))
                order by d.next_try_at limit ${atOnce} for update skip locked)
         returning m.id, m.kind, m.secret, m.tries, coalesce(m.expires_at <= app_now(), false) as expired,
                   mail_address(m.id) as address, (select s.name from school s where s.id = m.school_id) as "schoolName"`,
        [ids],
      );
      return rows;
    });
  }

  /** Sends it and crosses it off; answers what went wrong with it. */
  private async sendOne(message: Claimed): Promise<MailFault | undefined> {
    const { id, kind, secret, expired, address, schoolName } = message;
    const code = secret ? this.mail.open(id, secret) : undefined;
    if (expired) return this.fail(message, 'expired');
    if (!address) return this.fail(message, 'no-address');
    // Sealed with another secret, or of a kind that this version does not know: nobody can send it any more.
    if (code === null || !isMailKind(kind)) return this.fail(message, 'unreadable');
    const facts = { site: this.config.publicUrl, code, schoolName: schoolName ?? undefined };
    try {
      await this.transport.send({ id, to: address, ...mailText(kind, facts) });
    } catch (error) {
      return this.again(message, error instanceof MailError ? error.fault : 'unreachable');
    }
    await this.end(id, 'sent', null);
    return undefined;
  }

  private async again(message: Claimed, fault: MailFault): Promise<MailFault> {
    const next = afterFault(message.tries, fault);
    if ('failed' in next) {
      await this.fail(message, next.failed);
      return fault;
    }
    this.log.warn('a message has to wait', { code: fault });
    await this.db.transaction((client) =>
      client.query(
        `update mail_message set next_try_at = app_now() + make_interval(secs => $2), claimed_until = null, reason = $3
          where id = $1 and status = 'waiting'`,
        [message.id, next.wait, fault],
      ),
    );
    return fault;
  }

  private async fail({ id }: Claimed, reason: MailReason): Promise<undefined> {
    this.log.error('a message was not sent', { code: reason });
    await this.end(id, 'failed', reason);
    return undefined;
  }

  /** What the link carried is wiped: it is in the mailbox now, or nowhere. */
  private async end(id: string, status: 'sent' | 'failed', reason: MailReason | null): Promise<void> {
    await this.db.transaction((client) =>
      client.query(
        `update mail_message set status = $2, reason = $3, secret = null, claimed_until = null, ended_at = app_now()
          where id = $1 and status = 'waiting'`,
        [id, status, reason],
      ),
    );
  }

  /** That somebody got a message is of no use after three months. */
  private async tidy(): Promise<void> {
    await this.db.transaction((client) =>
      client.query(`delete from mail_message where status <> 'waiting' and ended_at < app_now() - interval '90 days'`),
    );
  }
}
