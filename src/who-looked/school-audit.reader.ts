import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { SchoolAuditEvent, SchoolAuditPage, SchoolEventsQuery } from './who-looked.dto.js';

const PAGE = 50;

/**
 * $1 the school, $2 a pupil's number, $3 only refusals, $4 how many to skip. The number of a pupil is asked per pupil and
 * not per event, and shown for the rows of one page only. Family goes without a name: it would give the pupil's away.
 */
const eventsSql = `with wanted as materialized (
    select d.chain_id as id from (select distinct chain_id from audit_event where school_id = $1 and chain = 'pupil') d
     where $2 <> '' and pupil_number_for_audit(d.chain_id) = $2),
  shown as (
    select e.* from audit_event e
     where e.school_id = $1 and (not $3::boolean or e.outcome = 'refused')
       and ($2 = '' or e.chain_id in (select id from wanted) or e.pupil_ids && array(select id from wanted))
     order by e.at desc, e.seq desc limit ${PAGE + 1} offset $4)
  select e.at, case when e.actor_role in ('pupil', 'guardian') then '' else coalesce((select
      concat_ws(' ', nullif(s.given_name, ''), nullif(s.infix, ''), s.family_name) from person s where s.id = e.actor_id), '') end as who,
    e.actor_role as role, (select sc.name from school sc where sc.id = e.actor_school_id) as school,
    e.action, e.sections, e.basis, e.purpose, e.outcome, cardinality(e.pupil_ids) as pupils,
    case when e.chain = 'pupil' then pupil_number_for_audit(e.chain_id) end as "pupilNumber"
  from shown e order by e.at desc, e.seq desc`;

/** The audit of a school, for its privacy officer: facts and numbers, no content and no names of pupils. */
@Injectable()
export class SchoolAuditReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  /**
   * Everything on the chains of the privacy officer's school and its pupils, newest first, refusals included. Of one pupil:
   * also the lists in which the pupil stood. Looking is on record too.
   */
  async events(actor: Actor, query: Partial<SchoolEventsQuery>): Promise<SchoolAuditPage> {
    const offset = offsetOf(query.page);
    const rows = await this.db.query<SchoolAuditEvent & Record<string, unknown>>(eventsSql, [
      actor.schoolId,
      query.pupilNumber ?? '',
      query.refused ?? false,
      offset,
    ]);
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'audit.read',
      role: 'privacy-officer',
    });
    return {
      items: rows
        .slice(0, PAGE)
        .map(({ at, who, role, school, action, sections, basis, purpose, outcome, pupils, pupilNumber }) => ({
          at,
          who,
          role,
          school,
          action,
          sections,
          basis,
          purpose,
          outcome,
          pupils,
          pupilNumber,
        })),
      ...(offset > 0 ? { previousPage: token(Math.max(offset - PAGE, 0)) } : {}),
      ...(rows.length > PAGE ? { nextPage: token(offset + PAGE) } : {}),
    };
  }
}

const token = (offset: number): string => Buffer.from(String(offset)).toString('base64url');
function offsetOf(page: string | undefined): number {
  const text = page === undefined ? '0' : Buffer.from(page, 'base64url').toString();
  if (!/^\d{1,9}$/.test(text)) throw new DomainError('page-unknown', 400);
  return Number(text);
}
