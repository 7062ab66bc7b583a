import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { dayIn } from '../platform/calendar.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { nameIn } from '../pupils/pupil-names.types.js';
import { speaksForFamily } from '../pupils/pupils.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { SightsService } from '../pupils/sights.service.js';
import type { StatutorySettingsResponse, StatutoryShareResponse, StatutoryViewResponse } from './statutory.dto.js';
import { mayOffer, statutoryState, type StatutoryFacts } from './statutory.rules.js';
import { INSPECTION_DAYS } from './statutory.types.js';

type Row = Omit<StatutoryShareResponse, 'state'> & StatutoryFacts & { pupilId: string; [column: string]: unknown };
export interface FoundStatutory {
  pupilId: string;
  share: StatutoryShareResponse;
}
/** A school where something can be passed on to. */
export interface Destination {
  id: string;
  name: string;
}

/** The pupil by the roepnaam, as beside a consent. */
const called = (id: string): string =>
  `coalesce((select ${nameIn('w')} from person w where w.id = ${id}), (select w.given_name from pupil w where w.id = ${id}), '')`;
const until = `(h.offered_at + make_interval(hours => ${INSPECTION_DAYS * 24}))`;
/** $1 who asks. */
const sharesSql = `select h.id, h.pupil_id as "pupilId", h.to_school_id as "toSchoolId", s.name as "toSchool", h.sections, h.purpose,
    ${dayIn('h.offered_at')} as "offeredOn", ${called('h.offered_by')} as "offeredBy", ${dayIn(until)} as "countsOn", ${until} as "offeredUntil",
    h.valid_until as "validUntil", ${dayIn('h.valid_until')} as "endsOn", h.in_force_since as "inForceSince",
    ${dayIn('h.in_force_since')} as "inForceOn", h.ended_at as "endedAt", ${dayIn('h.ended_at')} as "endedOn", statutory_on(h.school_id) as on,
    coalesce((select json_agg(json_build_object('by', a.by_role, 'name', ${called('a.by_id')}, 'agreed', a.agreed, 'view', a.view,
      'on', ${dayIn('a.at')}, 'self', a.by_id = $1) order by a.by_role desc, a.at) from statutory_answer a where a.share_id = h.id), '[]') as answers
  from statutory_share h join school s on s.id = h.to_school_id`;

/** What a school passes on on the ground of the law, and what pupil and guardians made of it. */
@Injectable()
export class StatutoryReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relations: RelationsReader,
    private readonly sights: SightsService,
  ) {}

  /** For the pupil, a guardian with custody (from 16: nothing), and mentor, decaan and LOB-coördinator; the newest first. */
  async ofPupil(actor: Actor, pupilId: string): Promise<StatutoryShareResponse[]> {
    const relation = await this.relations.require(actor, pupilId);
    if (!speaksForFamily(relation) && !mayOffer(relation)) return [];
    await this.sights.seen(actor, relation, 'consent.seen');
    const rows = await this.db.query<Row>(`${sharesSql} where h.pupil_id = $2 order by h.offered_at desc, h.id`, [
      actor.id,
      pupilId,
    ]);
    return rows.map((row) => this.toShare(row));
  }

  /** One, as far as the actor sees it. */
  async find(actor: Actor, id: string): Promise<FoundStatutory | null> {
    const row = await this.db.one<Row>(`${sharesSql} where h.id = $2`, [actor.id, id]);
    return row ? { pupilId: row.pupilId, share: this.toShare(row) } : null;
  }

  /** Where the pupil applied or is placed, for who may pass something on; empty while it is switched off. */
  async destinations(actor: Actor, pupilId: string): Promise<Destination[]> {
    const relation = await this.relations.require(actor, pupilId);
    if (!mayOffer(relation)) throw notFound();
    return this.db.query<Destination & Record<string, unknown>>(
      `select s.id, s.name from school s
        where statutory_on($2) and s.id in (
          select a.to_school_id from application a where a.pupil_id = $1 and a.withdrawn_at is null
          union select l.to_school_id from placement l where l.pupil_id = $1 and coalesce(l.ended_on, 'infinity') >= app_today())
        order by s.name, s.id`,
      [pupilId, relation.schoolId],
    );
  }

  /** What pupil and guardians said of these shares: it goes along to the school that reads them. */
  async views(shareIds: readonly string[]): Promise<StatutoryViewResponse[]> {
    if (shareIds.length === 0) return [];
    return this.db.query<StatutoryViewResponse & Record<string, unknown>>(
      `select a.by_role as by, a.agreed, a.view, ${dayIn('a.at')} as on from statutory_answer a
        where a.share_id = any($1::uuid[]) order by a.by_role desc, a.at, a.id`,
      [shareIds],
    );
  }

  /** For the region and the school where the actor acts. */
  async settings(actor: Actor): Promise<StatutorySettingsResponse> {
    const row = await this.db.one<StatutorySettingsResponse & Record<string, unknown>>(
      `select r.name as region, a.on_at is not null as "regionOn", ${dayIn('a.on_at')} as "regionSince",
              s.name as school, b.on_at is not null as "schoolOn", ${dayIn('b.on_at')} as "schoolSince"
         from school s join samenwerkingsverband r on r.id = s.samenwerkingsverband_id
         left join statutory_switch a on a.samenwerkingsverband_id = r.id and a.off_at is null
         left join statutory_switch b on b.school_id = s.id and b.off_at is null
        where s.id = $1`,
      [actor.schoolId],
    );
    if (!row) throw notFound();
    return row;
  }

  private toShare(row: Row): StatutoryShareResponse {
    const { id, toSchoolId, toSchool, sections, purpose, answers } = row;
    const { offeredOn, offeredBy, countsOn, inForceOn, endsOn, endedOn } = row;
    const days = { offeredOn, offeredBy, countsOn, inForceOn, endsOn, endedOn };
    const state = statutoryState(row, this.clock.now());
    return { id, toSchoolId, toSchool, sections, purpose, state, ...days, answers };
  }
}
