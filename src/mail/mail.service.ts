import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Config } from '../platform/config.js';
import { Db } from '../platform/database/db.js';
import { derivedKey, seal, unseal } from '../platform/sealing.rules.js';
import type { LinkKind, MailRecipient, NoticeKind } from './mail.types.js';

/** A message with a one-time link: to whom, for which school, and what the link carries. */
export interface LinkMail {
  personId: string;
  schoolId: string | null;
  code: string;
  expiresAt: Date;
}

const notices = 'select queue_notices($1, $2)';
const link = 'select queue_link_mail($1, $2, $3, $4, $5, $6) as queued';

/**
 * Puts messages down in the transaction of the work: what is rolled back is never sent, and what is committed is sent
 * sooner or later. Names people by id alone; where to, and in which words, is decided here.
 */
@Injectable()
export class MailService {
  private readonly key: Buffer;

  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {
    this.key = derivedKey(config.appSecret, 'mail');
  }

  /** Without a mail server there are letters, and no notices. */
  get available(): boolean {
    return this.config.mail !== 'off';
  }

  /**
   * Tells people that something is there for them: who has an address and can sign in, and of one kind once an hour. Not
   * from a job or from sign-in, which have connections of their own.
   */
  async send(kind: NoticeKind, ...to: MailRecipient[]): Promise<void> {
    if (this.available && to.length > 0) await this.db.query(notices, [kind, JSON.stringify(to)]);
  }

  /** The same in a transaction of sign-in or of a job. */
  async sendFrom(client: PoolClient, kind: NoticeKind, ...to: MailRecipient[]): Promise<void> {
    if (this.available && to.length > 0) await client.query(notices, [kind, JSON.stringify(to)]);
  }

  /** A message with a link; its id, or null where there is no address. */
  async sendLink(kind: LinkKind, mail: LinkMail): Promise<string | null> {
    const id = randomUUID();
    const row = await this.db.one<{ queued: boolean }>(link, this.linkValues(id, kind, mail));
    return row?.queued ? id : null;
  }

  /** The same in a transaction of sign-in. */
  async sendLinkFrom(client: PoolClient, kind: LinkKind, mail: LinkMail): Promise<string | null> {
    const id = randomUUID();
    const { rows } = await client.query<{ queued: boolean }>(link, this.linkValues(id, kind, mail));
    return rows[0]?.queued ? id : null;
  }

  /** What was sealed for this message; null when it cannot be opened any more. */
  open(id: string, secret: Buffer): string | null {
    return unseal(this.key, secret, id);
  }

  private linkValues(id: string, kind: LinkKind, { personId, schoolId, code, expiresAt }: LinkMail): unknown[] {
    return [id, kind, personId, schoolId, seal(this.key, code, id), expiresAt];
  }
}
