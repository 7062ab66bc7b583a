import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { dayOf } from '../platform/calendar.js';
import { Db } from '../platform/database/db.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { FamilyReader } from '../pupils/family.reader.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { readReceipt, receiptCode } from './receipt.rules.js';
import type { AuditEventPage, AuditEventResponse, AuditReceiptResponse } from './who-looked.dto.js';
import type { LookedPage, LookedLine } from './who-looked.types.js';

const PAGE = 50;
const LINES = 30;
type Row = AuditEventResponse & { seq: string };

/** In whose place somebody acted: $1 is the pupil of the chain. */
const onBehalf = `case when e.on_behalf_of = $1 then 'pupil' when e.on_behalf_of is not null then 'guardian' end as "onBehalfOf",
  (select coalesce((select p.given_name from pupil p where p.id = e.on_behalf_of),
     (select ${nameIn('g')} from person g where g.id = e.on_behalf_of))) as "onBehalfOfName"`;

/** Who it was, the pupil by roepnaam alone; empty when it is not known. */
const actorName = `coalesce((select ${nameIn('s')} from person s where s.id = e.actor_id),
  (select p.given_name from pupil p where p.id = e.actor_id), '')`;

const eventSql = `select e.seq, e.at, ${actorName} as who,
    e.actor_role as role, sc.name as school, ${onBehalf}, e.action, e.sections, e.basis, e.purpose, e.outcome`;

/** Who looked: for the pupil, and a guardian under 16. */
@Injectable()
export class WhoLookedReader {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
    private readonly audit: AuditService,
  ) {}

  /** Who did or saw what in this pupil's dossier, newest first. Refusals are for the privacy officer only. Looking is on record too. */
  async ofPupil(actor: Actor, pupilId: string, before?: string): Promise<AuditEventPage> {
    await this.family.require(actor, pupilId);
    const rows = await this.db.query<Row & Record<string, unknown>>(
      `${eventSql}, null as "pupilNumber"
         from audit_event e left join school sc on sc.id = e.actor_school_id
        where e.chain_id = $1 and e.outcome = 'allowed' and ($2::bigint is null or e.seq < $2)
        order by e.seq desc limit ${PAGE + 1}`,
      [pupilId, sequence(before)],
    );
    await this.recordLook(actor, pupilId);
    return toPage(rows);
  }

  /**
   * A code that says how the log stands now, to keep; and whether an earlier one still belongs to it.
   * @param kept what somebody wrote down earlier
   */
  async receipt(actor: Actor, pupilId: string, kept?: string): Promise<AuditReceiptResponse> {
    await this.family.require(actor, pupilId);
    const find = (code: string | null): Promise<{ code: string; at: Date } | undefined> =>
      this.db.one<{ code: string; at: Date }>('select * from audit_receipt($1, $2)', [pupilId, code]);
    const last = await find(null);
    const code = last && { code: receiptCode(last.code) };
    if (kept === undefined) return { ...code };
    const wanted = readReceipt(kept);
    const row = wanted === null ? undefined : await find(wanted);
    return { ...code, found: row ? dayOf(row.at) : null };
  }

  /**
   * The same for a page to read: what one person did several times on a day is one line, newest first.
   * @param own what the pupil (and the guardian who asks) did; otherwise what everyone else did
   */
  async lines(actor: Actor, pupilId: string, own: boolean, before?: string): Promise<LookedPage> {
    await this.family.require(actor, pupilId);
    const rows = await this.db.query<LookedLine & { seq: string; [column: string]: unknown }>(
      `select max(e.seq)::text as seq, max(e.at) as at, (e.at at time zone 'Europe/Amsterdam')::date::text as day,
              count(distinct e.seq)::int as times, e.actor_id = $1 as pupil, e.actor_id = $2 as self, e.actor_role as role, ${onBehalf}, e.action,
              coalesce(array_agg(distinct x.section) filter (where x.section is not null), '{}') as sections, e.basis, e.purpose,
              ${actorName} as who,
              (select sc.name from school sc where sc.id = e.actor_school_id) as school
         from audit_event e left join lateral unnest(e.sections) as x(section) on true
        where e.chain_id = $1 and e.outcome = 'allowed'
          and coalesce(e.actor_id in ($1, $2), false) = $3::boolean
        group by day, e.actor_id, e.actor_role, e.actor_school_id, e.on_behalf_of, e.action, e.basis, e.purpose
       having $4::bigint is null or max(e.seq) < $4
        order by max(e.seq) desc limit ${LINES + 1}`,
      [pupilId, actor.id, own, sequence(before)],
    );
    const shown = rows.slice(0, LINES);
    await this.recordLook(actor, pupilId);
    return {
      lines: shown.map(
        ({ at, day, times, pupil, self, role, action, sections, basis, purpose, who, school, ...more }) => ({
          at,
          day,
          times,
          pupil,
          self,
          role,
          action,
          sections,
          basis,
          purpose,
          who,
          school,
          onBehalfOf: more.onBehalfOf,
          onBehalfOfName: more.onBehalfOfName,
        }),
      ),
      ...(rows.length > LINES ? { nextPage: encode(shown.at(-1)!.seq) } : {}),
    };
  }

  private recordLook(actor: Actor, pupilId: string): Promise<void> {
    const basis = actor.kind === 'pupil' ? 'own' : 'custody';
    return this.audit.record({ chain: 'pupil', chainId: pupilId, action: 'audit.read', role: actor.roles[0], basis });
  }
}

function toPage(rows: Row[]): AuditEventPage {
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map(({ at, who, role, school, action, sections, basis, purpose, outcome, pupilNumber, ...more }) => ({
      at,
      who,
      role,
      school,
      onBehalfOf: more.onBehalfOf,
      onBehalfOfName: more.onBehalfOfName,
      action,
      sections,
      basis,
      purpose,
      outcome,
      pupilNumber,
    })),
    ...(rows.length > PAGE ? { nextPage: encode(shown.at(-1)!.seq) } : {}),
  };
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
function sequence(page: string | undefined): string | null {
  if (page === undefined) return null;
  const text = Buffer.from(page, 'base64url').toString();
  if (!/^\d{1,15}$/.test(text)) throw new DomainError('page-unknown', 400);
  return text;
}
