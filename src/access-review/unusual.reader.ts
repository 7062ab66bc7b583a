import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import type { UnusualQuery } from './unusual.dto.js';
import { asParameters, periodOf } from './unusual.rules.js';
import { type Unusual, type UnusualKey, type UnusualList, unusualKinds } from './unusual.types.js';

type Row = Omit<Unusual, 'review'> & {
  outcome: NonNullable<Unusual['review']>['outcome'] | null;
  note: string;
  by: string;
  reviewedAt: Date;
  version: number;
};

/** $1 the first day, $3 to $6 what counts as much, $7 the school; `until` is made of the last day, $2. */
const findings = (
  until: string,
): string => `select u.kind, u.actor_id as "actorId", u.day::text as day, u.role, u.times, u.pupils, u.here,
    u.pupil_numbers as "pupilNumbers", u.first_at as "firstAt", u.last_at as "lastAt",
    case when u.role in ('pupil', 'guardian') then '' else coalesce(${nameIn('s')}, '') end as who,
    (select sc.name from school sc where sc.id = u.school_id) as school,
    r.outcome, r.note, r.reviewed_at as "reviewedAt", r.version,
    (select ${nameIn('b')} from person b where b.id = r.reviewed_by) as by
  from unusual_access($1::date, ${until}, $3, $4, $5, $6) u
  left join person s on s.id = u.actor_id
  left join access_review r on r.school_id = $7 and r.kind = u.kind and r.actor_id = u.actor_id and r.day = u.day`;

/** Unusual access to the pupils of a school, for its privacy officer: worked out from the audit each time. */
@Injectable()
export class UnusualReader {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** By day, the newest first; what was found in order is left out unless it is asked for. Looking is on record. */
  async list(actor: Actor, query: Partial<UnusualQuery>): Promise<UnusualList> {
    const { from, until } = periodOf(query, this.clock.today());
    const rows = await this.db.query<Row>(
      `${findings('$2::date')} order by u.day desc, array_position($8::text[], u.kind), u.actor_id`,
      [from, until, ...asParameters, actor.schoolId, unusualKinds],
    );
    const all = rows.map(toUnusual);
    const items = query.all ? all : all.filter(({ review }) => review?.outcome !== 'in-order');
    await this.recordLook(actor, []);
    return { items, from, until, inOrder: all.filter(({ review }) => review?.outcome === 'in-order').length };
  }

  /** One finding; 404 when the audit does not say so. */
  async one(actor: Actor, key: UnusualKey): Promise<Unusual> {
    const found = await this.find(actor, key);
    await this.recordLook(actor, [key.actorId]);
    return found;
  }

  /** The same without a word of it on record: for who is about to write. */
  async find(actor: Actor, { kind, actorId, day }: UnusualKey): Promise<Unusual> {
    // The night of a day goes on into the next one.
    const row = await this.db.one<Row>(
      `${findings('$2::date + 1')} where u.kind = $8 and u.actor_id = $9 and u.day = $1::date`,
      [day, day, ...asParameters, actor.schoolId, kind, actorId],
    );
    if (!row) throw notFound();
    return toUnusual(row);
  }

  private recordLook(actor: Actor, subjectIds: string[]): Promise<void> {
    return this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'audit.read',
      role: 'privacy-officer',
      reason: 'unusual',
      subjectIds,
    });
  }
}

const toUnusual = ({ outcome, note, by, reviewedAt, version, ...found }: Row): Unusual => ({
  kind: found.kind,
  actorId: found.actorId,
  day: found.day,
  who: found.who,
  role: found.role,
  school: found.school,
  times: found.times,
  pupils: found.pupils,
  here: found.here,
  pupilNumbers: found.pupilNumbers,
  firstAt: found.firstAt,
  lastAt: found.lastAt,
  review: outcome && { outcome, note, by, at: reviewedAt, version },
});
