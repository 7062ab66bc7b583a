import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { dayIn } from '../platform/calendar.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { FamilyReader } from '../pupils/family.reader.js';
import type { ErasureRequestResponse, ErasureTaskResponse } from './erasure.dto.js';
import { keepers } from './erasure.types.js';
import { keeperRole } from './retention.reader.js';

const columns = `r.id, r.pupil_id as "pupilId", r.words, r.asked_as as "askedAs", ${dayIn('r.asked_at')} as "askedOn",
  r.due_on::text as "dueOn", r.outcome, r.parts, r.answer, ${dayIn('r.decided_at')} as "decidedOn",
  ${dayIn('r.withdrawn_at')} as "withdrawnOn", r.version`;
const open = 'r.decided_at is null and r.withdrawn_at is null';
const tasks = `select ${columns}, kept_number(r.pupil_id) as "pupilNumber", erasure_counts(r.pupil_id) as counts,
    exists (select from legal_hold h where h.pupil_id = r.pupil_id and h.lifted_at is null) as held,
    ${open} and r.due_on < app_today() as late
  from erasure_request r where r.school_id = $1`;

/** Requests to be forgotten. */
@Injectable()
export class ErasureRequestsReader {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
    private readonly audit: AuditService,
  ) {}

  /** The requests of a pupil, newest first: for the pupil, and a guardian with custody under 16. */
  async ofPupil(actor: Actor, pupilId: string): Promise<ErasureRequestResponse[]> {
    await this.family.require(actor, pupilId);
    const rows = await this.db.query<ErasureRequestResponse & Record<string, unknown>>(
      `select ${columns} from erasure_request r where r.pupil_id = $1 order by r.asked_at desc, r.id`,
      [pupilId],
    );
    return rows.map(toResponse);
  }

  /** One request, for the family, or 404. */
  async ofFamily(actor: Actor, id: string): Promise<ErasureRequestResponse> {
    const row = await this.db.one<ErasureRequestResponse & Record<string, unknown>>(
      `select ${columns} from erasure_request r where r.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    await this.family.require(actor, row.pupilId);
    return toResponse(row);
  }

  /** What the school has to decide, the oldest first, and what was decided in the last year. On record. */
  async tasks(actor: Actor): Promise<ErasureTaskResponse[]> {
    const rows = await this.db.query<ErasureTaskResponse & Record<string, unknown>>(
      `${tasks} and (${open} or coalesce(r.decided_at, r.withdrawn_at) > app_now() - interval '1 year')
        order by (${open}) desc, case when ${open} then r.asked_at end, r.asked_at desc, r.id`,
      [actor.schoolId],
    );
    if (rows.length > 0)
      await this.audit.record({
        chain: 'school',
        chainId: actor.schoolId!,
        action: 'list.read',
        role: keeperRole(actor),
        basis: 'request',
        pupilIds: [...new Set(rows.map(({ pupilId }) => pupilId))],
      });
    return rows.map(toTask);
  }

  /** One of them, or 404. */
  async task(actor: Actor, id: string): Promise<ErasureTaskResponse> {
    const row = await this.db.one<ErasureTaskResponse & Record<string, unknown>>(`${tasks} and r.id = $2`, [
      actor.schoolId,
      id,
    ]);
    if (!row) throw notFound();
    await this.audit.record({
      chain: 'pupil',
      chainId: row.pupilId,
      action: 'section.read',
      role: keeperRole(actor),
      basis: 'request',
      subjectIds: [id],
    });
    return toTask(row);
  }

  /** How many wait for this actor, to say so where he begins. */
  async waiting(actor: Actor): Promise<number> {
    if (!hasRole(actor, ...keepers)) return 0;
    const row = await this.db.one<{ waiting: number }>(
      `select count(*)::int as waiting from erasure_request r where r.school_id = $1 and ${open}`,
      [actor.schoolId],
    );
    return row!.waiting;
  }
}

const toResponse = (row: ErasureRequestResponse): ErasureRequestResponse => ({
  id: row.id,
  pupilId: row.pupilId,
  words: row.words,
  askedAs: row.askedAs,
  askedOn: row.askedOn,
  dueOn: row.dueOn,
  outcome: row.outcome,
  parts: row.parts,
  answer: row.answer,
  decidedOn: row.decidedOn,
  withdrawnOn: row.withdrawnOn,
  version: row.version,
});
const toTask = (row: ErasureTaskResponse): ErasureTaskResponse => ({
  ...toResponse(row),
  pupilNumber: row.pupilNumber,
  counts: row.counts,
  held: row.held,
  late: row.late,
});
