import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { Findings, ImportHead, ImportKind, ImportResult, ImportRow } from './roster-import.types.js';

const head = `id, kind, status, file_name as "fileName", school_year as "schoolYear", created_at as "createdAt",
              applied_at as "appliedAt"`;

/** What was read, kept until it is applied, and no longer than a day: it is full of names. */
@Injectable()
export class ImportStore {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async add(
    actor: Actor,
    read: { kind: ImportKind; fileName: string; parsed: object | null; findings: Findings },
  ): Promise<string> {
    await this.expire(actor);
    const id = randomUUID();
    await this.db.change(
      `insert into roster_import (id, school_id, kind, status, file_name, school_year, parsed, preview, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        actor.schoolId,
        read.kind,
        read.parsed ? 'previewed' : 'refused',
        read.fileName,
        this.clock.schoolYear(),
        read.parsed && JSON.stringify(read.parsed),
        JSON.stringify(read.findings),
        actor.id,
        this.clock.now(),
      ],
    );
    return id;
  }

  /** One import of the actor's school, or 404. */
  async get(actor: Actor, id: string): Promise<ImportRow> {
    await this.expire(actor);
    const row = await this.db.one<ImportRow & Record<string, unknown>>(
      `select ${head}, parsed, preview as findings, result from roster_import where id = $1 and school_id = $2`,
      [id, actor.schoolId],
    );
    if (!row) throw notFound();
    return row;
  }

  /** The same for who is going to apply it: whoever else wants to at this school waits. */
  async lock(actor: Actor, id: string): Promise<ImportRow> {
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7514))', [actor.schoolId]);
    await this.db.query('select from roster_import where id = $1 and school_id = $2 for update', [id, actor.schoolId]);
    return this.get(actor, id);
  }

  /** The latest imports of the school, newest first. */
  async latest(actor: Actor): Promise<ImportHead[]> {
    await this.expire(actor);
    return this.db.query<ImportHead & Record<string, unknown>>(
      `select ${head} from roster_import where school_id = $1 order by created_at desc, id limit 10`,
      [actor.schoolId],
    );
  }

  private async expire(actor: Actor): Promise<void> {
    await this.db.change(
      `update roster_import set status = 'expired', parsed = null, preview = null
        where school_id = $1 and status in ('previewed', 'refused', 'applying') and created_at < app_now() - interval '1 day'`,
      [actor.schoolId],
    );
  }

  async applying(actor: Actor, id: string): Promise<void> {
    await this.db.change(
      `update roster_import set status = 'applying' where id = $1 and school_id = $2 and status = 'previewed'`,
      [id, actor.schoolId],
    );
  }

  async notApplied(actor: Actor, id: string): Promise<void> {
    await this.db.change(
      `update roster_import set status = 'previewed' where id = $1 and school_id = $2 and status = 'applying'`,
      [id, actor.schoolId],
    );
  }

  /** Done: the numbers stay, the names go. */
  async applied(actor: Actor, id: string, result: ImportResult): Promise<void> {
    await this.db.change(
      `update roster_import set status = 'applied', parsed = null, preview = null, result = $3, applied_at = $4
        where id = $1 and school_id = $2`,
      [id, actor.schoolId, JSON.stringify(result), this.clock.now()],
    );
  }
}
