import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { dayAfter } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { auditCsv } from './audit-copy.rules.js';
import { type EventKey, pageOf, readPage } from './event-page.rules.js';
import type { SchoolAuditEvent, SchoolAuditPage, SchoolEventsFilter, SchoolEventsQuery } from './school-audit.dto.js';
import { asParameters, periodOf } from './unusual.rules.js';

const PAGE = 50;
/** Rows in one file; who needs more asks for a shorter period. */
const COPY = 20_000;

type Row = SchoolAuditEvent & EventKey & Record<string, unknown>;

/**
 * $1 the school, $2 and $3 the moments between which, $4 person, $5 role, $6 school of the person, $7 a pupil's number,
 * $8 action, $9 outcome, $10 only unusual, $11 to $14 what that is, $15 and $16 the days to look for it, $17 to $19 the
 * row to go on from. Family goes without a name: it would give the pupil's away. So a person is found by what he did at
 * work alone: else one reads off which colleague is whose parent.
 */
const family = (role: string): string => `(${role} in ('pupil', 'guardian'))`;
const select = (older: boolean, count: number): string => {
  const [beyond, order] = older ? (['<', 'desc'] as const) : (['>', 'asc'] as const);
  return `with unusual as materialized (
    select u.actor_id, u.role, u.first_at, u.last_at from unusual_access($15::date, $16::date, $11, $12, $13, $14) u where $10::boolean),
  wanted as materialized (select pupil_by_number_for_audit($7) as id where $7 <> ''),
  shown as (
    select e.* from audit_event e
     where e.school_id = $1 and e.at >= $2::timestamptz and e.at < $3::timestamptz
       and (e.at, e.chain_id, e.seq) ${beyond} ($17::timestamptz, $18::uuid, $19::bigint)
       and ($4::uuid is null or (e.actor_id = $4 and not ${family('e.actor_role')})) and ($5::text is null or e.actor_role = $5)
       and ($6::uuid is null or e.actor_school_id = $6) and ($8::text is null or e.action = $8)
       and ($9::text is null or e.outcome = $9)
       and ($7 = '' or e.chain_id = (select id from wanted) or (select id from wanted) = any(e.pupil_ids))
       and (not $10::boolean or exists (select from unusual u
            where ((u.actor_id = e.actor_id and ${family('u.role')} = ${family('e.actor_role')}) or (e.action = 'session.failed' and u.actor_id = e.subject_ids[1])) and e.at between u.first_at and u.last_at))
     order by e.at ${order}, e.chain_id ${order}, e.seq ${order} limit ${count})
  select e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "keyAt", e.chain_id as "keyChain", e.seq as "keySeq",
    case when e.actor_role in ('pupil', 'guardian') then null else s.id end as "actorId",
    case when e.actor_role in ('pupil', 'guardian') then '' else coalesce(${nameIn('s')}, '') end as who,
    e.actor_role as role, (select sc.name from school sc where sc.id = e.actor_school_id) as school,
    case when e.on_behalf_of = e.chain_id then 'pupil' when e.on_behalf_of is not null then 'guardian' end as "onBehalfOf",
    null as "onBehalfOfName", e.action, e.sections, e.basis, e.purpose, e.outcome, e.reason, cardinality(e.pupil_ids) as pupils,
    case when e.chain = 'pupil' then pupil_number_for_audit(e.chain_id) end as "pupilNumber"
  from shown e left join person s on s.id = e.actor_id order by e.at desc, e.chain_id desc, e.seq desc`;
};
const olderSql = select(true, PAGE + 1);
const newerSql = select(false, PAGE + 1);
const copySql = select(true, COPY);

/** The audit of a school, for its privacy officer: facts and numbers, no content and no names of pupils. */
@Injectable()
export class SchoolAuditReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * What is on the chains of the privacy officer's school and its pupils, newest first, refusals included. Of one pupil:
   * also the lists in which the pupil stood. Looking is on record too.
   */
  async events(actor: Actor, query: Partial<SchoolEventsQuery>): Promise<SchoolAuditPage> {
    const start = readPage(query.page);
    const rows = await this.rows(start.older ? olderSql : newerSql, actor, query, start.key);
    await this.recordLook(actor, 'audit.read', query);
    return pageOf(rows, start, PAGE, toEvent);
  }

  /** The same as a file for a spreadsheet: the newest that fit in one. */
  async copy(actor: Actor, filter: Partial<SchoolEventsFilter>): Promise<string> {
    const rows = await this.rows(copySql, actor, filter, readPage(undefined).key);
    await this.recordLook(actor, 'audit.exported', filter);
    return auditCsv(rows.map(toEvent));
  }

  /** Who works at the school, to choose from; also those who left. */
  async staff(actor: Actor): Promise<{ id: string; name: string }[]> {
    return this.db.query<{ id: string; name: string }>(
      `select p.id, ${nameIn('p')} as name from person p
        where p.id in (select r.person_id from role_assignment r where r.school_id = $1)
        order by p.family_name collate "und-x-icu", p.given_name, p.id`,
      [actor.schoolId],
    );
  }

  private rows(sql: string, actor: Actor, filter: Partial<SchoolEventsFilter>, key: EventKey): Promise<Row[]> {
    const { from, until, actorId, role, schoolId, pupilNumber = '', action, outcome, unusual = false } = filter;
    const period = periodOf(filter, this.clock.today());
    const bounds = unusual ? period : { from, until };
    return this.db.query<Row>(sql, [
      actor.schoolId,
      bounds.from ? startOf(bounds.from) : '-infinity',
      bounds.until ? startOf(dayAfter(bounds.until)) : 'infinity',
      actorId ?? null,
      role ?? null,
      schoolId ?? null,
      pupilNumber,
      action ?? null,
      outcome ?? null,
      unusual,
      ...asParameters,
      period.from,
      period.until,
      key.keyAt,
      key.keyChain,
      key.keySeq,
    ]);
  }

  /** Of one pupil the row says whom it was about. */
  private async recordLook(
    actor: Actor,
    action: 'audit.read' | 'audit.exported',
    { pupilNumber }: Partial<SchoolEventsFilter>,
  ): Promise<void> {
    const wanted =
      pupilNumber &&
      (await this.db.one<{ id: string | null }>('select pupil_by_number_for_audit($1) as id', [pupilNumber]));
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action,
      role: 'privacy-officer',
      subjectIds: wanted && wanted.id ? [wanted.id] : [],
    });
  }
}

/** PostgreSQL reads it as a moment in Dutch time. */
const startOf = (day: string): string => `${day} 00:00:00 Europe/Amsterdam`;

const toEvent = (row: Row): SchoolAuditEvent => ({
  at: row.at,
  actorId: row.actorId,
  who: row.who,
  role: row.role,
  school: row.school,
  onBehalfOf: row.onBehalfOf,
  onBehalfOfName: null,
  action: row.action,
  sections: row.sections,
  basis: row.basis,
  purpose: row.purpose,
  outcome: row.outcome,
  reason: row.reason,
  pupils: row.pupils,
  pupilNumber: row.pupilNumber,
});
