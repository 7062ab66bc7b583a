import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { dayIn } from '../platform/calendar.js';
import { Db } from '../platform/database/db.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { SightsService } from '../pupils/sights.service.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import type { ApplicationResponse } from './placements.dto.js';

const applicationSql = `select a.id, a.pupil_id as "pupilId", a.to_school_id as "toSchoolId", s.name as "toSchool",
    a.opleiding_id as "opleidingId", o.name as opleiding, o.niveau, o.leerweg, a.applied_on::text as "appliedOn",
    a.planned_start::text as "plannedStart", ${dayIn('a.withdrawn_at')} as "withdrawnOn"
  from application a join opleiding o on o.id = a.opleiding_id join school s on s.id = a.to_school_id`;
type Row = ApplicationResponse & Record<string, unknown>;

@Injectable()
export class PlacementsReader {
  constructor(
    private readonly db: Db,
    private readonly relations: RelationsReader,
    private readonly sights: SightsService,
  ) {}

  /** Where this pupil applied: for the pupil, a guardian under 16, the mentor, decaan and LOB-coördinator. On record. */
  async ofPupil(actor: Actor, pupilId: string): Promise<ApplicationResponse[]> {
    const relation = await this.relations.require(actor, pupilId);
    if (relation.kind === 'guardian' && relation.age >= DECIDES_ALONE_AT) return [];
    await this.sights.seen(actor, relation, 'application.seen');
    return this.db.query<Row>(`${applicationSql} where a.pupil_id = $1 order by a.applied_on, a.id`, [pupilId]);
  }

  /** For the use case that has yet to ask who may. */
  find(id: string): Promise<ApplicationResponse | undefined> {
    return this.db.one<Row>(`${applicationSql} where a.id = $1`, [id]);
  }
}
