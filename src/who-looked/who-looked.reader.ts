import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { DomainError, notFound } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { AuditEventPage, AuditEventResponse } from './who-looked.dto.js';
import type { LookedPage, LookedLine } from './who-looked.types.js';

const PAGE = 50;
const LINES = 30;
type Row = AuditEventResponse & { seq: string };

const eventSql = `select e.seq, e.at, coalesce(
      (select concat_ws(' ', nullif(s.given_name, ''), nullif(s.infix, ''), s.family_name) from person s where s.id = e.actor_id),
      (select p.given_name from pupil p where p.id = e.actor_id), '') as who,
    e.actor_role as role, sc.name as school, e.action, e.sections, e.basis, e.purpose, e.outcome`;

/** Who looked: for the pupil, and a guardian under 16. */
@Injectable()
export class WhoLookedReader {
  constructor(
    private readonly db: Db,
    private readonly relations: RelationsReader,
  ) {}

  /** Who did or saw what in this pupil's dossier, newest first. Refusals are for the privacy officer only. */
  async ofPupil(actor: Actor, pupilId: string, before?: string): Promise<AuditEventPage> {
    await this.requireFamily(actor, pupilId);
    const rows = await this.db.query<Row & Record<string, unknown>>(
      `${eventSql}, null as "pupilNumber"
         from audit_event e left join school sc on sc.id = e.actor_school_id
        where e.chain_id = $1 and e.outcome = 'allowed' and e.action <> 'audit.read' and ($2::bigint is null or e.seq < $2)
        order by e.seq desc limit ${PAGE + 1}`,
      [pupilId, sequence(before)],
    );
    return toPage(rows);
  }

  /**
   * The same for a page to read: what one person did several times on a day is one line, newest first.
   * @param own what the pupil (and the guardian who asks) did; otherwise what everyone else did
   */
  async lines(actor: Actor, pupilId: string, own: boolean, before?: string): Promise<LookedPage> {
    await this.requireFamily(actor, pupilId);
    const rows = await this.db.query<LookedLine & { seq: string; [column: string]: unknown }>(
      `select max(e.seq)::text as seq, max(e.at) as at, (e.at at time zone 'Europe/Amsterdam')::date::text as day,
              count(distinct e.seq)::int as times, e.actor_id = $1 as pupil, e.actor_id = $2 as self, e.actor_role as role, e.action,
              coalesce(array_agg(distinct x.section) filter (where x.section is not null), '{}') as sections, e.basis, e.purpose,
              coalesce((select concat_ws(' ', nullif(s.given_name, ''), nullif(s.infix, ''), s.family_name) from person s
                         where s.id = e.actor_id), (select p.given_name from pupil p where p.id = e.actor_id), '') as who,
              (select sc.name from school sc where sc.id = e.actor_school_id) as school
         from audit_event e left join lateral unnest(e.sections) as x(section) on true
        where e.chain_id = $1 and e.outcome = 'allowed' and e.action <> 'audit.read'
          and coalesce(e.actor_id in ($1, $2), false) = $3::boolean
        group by day, e.actor_id, e.actor_role, e.actor_school_id, e.action, e.basis, e.purpose
       having $4::bigint is null or max(e.seq) < $4
        order by max(e.seq) desc limit ${LINES + 1}`,
      [pupilId, actor.id, own, sequence(before)],
    );
    const shown = rows.slice(0, LINES);
    return {
      lines: shown.map(({ at, day, times, pupil, self, role, action, sections, basis, purpose, who, school }) => ({
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
      })),
      ...(rows.length > LINES ? { nextPage: encode(shown.at(-1)!.seq) } : {}),
    };
  }

  private async requireFamily(actor: Actor, pupilId: string): Promise<void> {
    const relation = await this.relations.require(actor, pupilId);
    const allowed = relation.kind === 'self' || (relation.kind === 'guardian' && relation.age < DECIDES_ALONE_AT);
    if (!allowed) throw notFound();
  }
}

function toPage(rows: Row[]): AuditEventPage {
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map(({ at, who, role, school, action, sections, basis, purpose, outcome, pupilNumber }) => ({
      at,
      who,
      role,
      school,
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
