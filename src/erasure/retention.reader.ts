import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { whoIs } from '../pupils/pupil-names.types.js';
import type {
  HoldResponse,
  RetentionItemResponse,
  RetentionReportResponse,
  RetentionResponse,
  RetentionTermResponse,
} from './erasure.dto.js';
import { keepers } from './erasure.types.js';

type Row = RetentionReportResponse & Record<string, unknown>;

/** A report with its pupils, the ones that wait longest first; by number, and of who was erased without. */
const reportSql = `select r.id, r.made_at as "madeAt", r.confirmed_at as "confirmedAt",
    case when r.confirmed_by is not null then ${whoIs('r.confirmed_by')} end as "confirmedBy", r.done_at as "doneAt", r.version,
    coalesce((select json_agg(json_build_object('pupilId', i.pupil_id, 'pupilNumber', kept_number(i.pupil_id), 'parts', i.parts,
        'anchor', i.anchor, 'since', i.since, 'dueOn', i.due_on, 'basis', i.basis, 'held', i.held, 'outcome', i.outcome)
        order by i.due_on, i.pupil_id)
      from (select n.pupil_id, n.anchor, n.since, n.outcome, min(n.due_on) as due_on, array_agg(n.part order by t.position) as parts,
                   array_agg(distinct n.basis) as basis,
                   exists (select from legal_hold h where h.pupil_id = n.pupil_id and h.lifted_at is null) as held
              from retention_item n join retention_term t on t.part = n.part
             where n.report_id = r.id group by n.pupil_id, n.anchor, n.since, n.outcome) i), '[]') as items
  from retention_report r where r.school_id = $1`;

/** What a school keeps longer than it may, and what it holds on purpose. */
@Injectable()
export class RetentionReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  /** The terms, the report that waits, and the last ones that were confirmed. The pupils in it are on record. */
  async ofSchool(actor: Actor): Promise<RetentionResponse> {
    const terms = await this.db.query<RetentionTermResponse & Record<string, unknown>>(
      'select part, anchor, term::text as term, basis, source from retention_term order by position',
    );
    const [open] = await this.db.query<Row>(`${reportSql} and r.confirmed_at is null`, [actor.schoolId]);
    const confirmed = await this.db.query<Row>(
      `${reportSql} and r.confirmed_at is not null order by r.confirmed_at desc, r.id limit 5`,
      [actor.schoolId],
    );
    await this.recordList(
      actor,
      [open, ...confirmed].flatMap((report) => report?.items ?? []),
    );
    return {
      terms: terms.map(({ part, anchor, term, basis, source }) => ({ part, anchor, term, basis, source })),
      open: open ? toReport(open) : null,
      confirmed: confirmed.map(toReport),
    };
  }

  /** Who is held at the school, and who was in the last year. */
  async holds(actor: Actor): Promise<HoldResponse[]> {
    const rows = await this.db.query<HoldResponse & Record<string, unknown>>(
      `select h.id, h.pupil_id as "pupilId", kept_number(h.pupil_id) as "pupilNumber", h.reason, ${whoIs('h.set_by')} as "setBy",
              h.set_at as "setAt", case when h.lifted_by is not null then ${whoIs('h.lifted_by')} end as "liftedBy",
              h.lifted_at as "liftedAt", h.lifted_reason as "liftedReason"
         from legal_hold h where h.school_id = $1 and coalesce(h.lifted_at, app_now()) > app_now() - interval '1 year'
        order by h.lifted_at is not null, h.set_at desc, h.id`,
      [actor.schoolId],
    );
    await this.recordList(actor, rows);
    return rows.map(toHold);
  }

  private async recordList(actor: Actor, rows: readonly { pupilId: string }[]): Promise<void> {
    if (rows.length === 0) return;
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'list.read',
      role: keeperRole(actor),
      basis: 'school-role',
      pupilIds: [...new Set(rows.map(({ pupilId }) => pupilId))],
    });
  }
}

export const keeperRole = (actor: Actor) => keepers.find((role) => hasRole(actor, role));

const toReport = (row: Row): RetentionReportResponse => ({
  id: row.id,
  madeAt: row.madeAt,
  confirmedAt: row.confirmedAt,
  confirmedBy: row.confirmedBy,
  doneAt: row.doneAt,
  version: row.version,
  items: row.items.map(toItem),
});
const toItem = (item: RetentionItemResponse): RetentionItemResponse => ({
  pupilId: item.pupilId,
  pupilNumber: item.pupilNumber,
  parts: item.parts,
  anchor: item.anchor,
  since: item.since,
  dueOn: item.dueOn,
  basis: item.basis,
  held: item.held,
  outcome: item.outcome,
});
const toHold = (row: HoldResponse): HoldResponse => ({
  id: row.id,
  pupilId: row.pupilId,
  pupilNumber: row.pupilNumber,
  reason: row.reason,
  setBy: row.setBy,
  setAt: row.setAt,
  liftedBy: row.liftedBy,
  liftedAt: row.liftedAt,
  liftedReason: row.liftedReason,
});
