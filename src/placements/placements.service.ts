import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { DomainError, invalid, notFound } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { actsAs, type Relation } from '../pupils/pupils.types.js';
import type { ApplicationRequest, ApplicationResponse } from './placements.dto.js';
import { PlacementsReader } from './placements.reader.js';

/** Recording where a pupil applies. No dossier and no consent ever delays it (right of admission, 1 April). */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly relations: RelationsReader,
    private readonly reader: PlacementsReader,
    private readonly audit: AuditService,
  ) {}

  /** By the pupil, the mentor, or decaan and LOB-coördinator of the home school. */
  async apply(actor: Actor, pupilId: string, request: ApplicationRequest): Promise<ApplicationResponse> {
    const relation = await this.relations.require(actor, pupilId);
    if (relation.kind === 'guardian') throw notFound();
    const today = this.clock.today();
    const start = request.plannedStart ?? `${this.clock.schoolYear() + 1}-08-01`;
    if (start < today || start > `${Number(today.slice(0, 4)) + 3}-12-31`)
      throw invalid([{ field: 'plannedStart', code: 'date-too-far' }]);
    const opleiding = await this.db.one<{ schoolId: string; applied: boolean }>(
      `select o.school_id as "schoolId", exists (select from application a where a.pupil_id = $2 and a.opleiding_id = o.id
              and a.withdrawn_at is null) as applied
         from opleiding o where o.id = $1 and o.offered`,
      [request.opleidingId, pupilId],
    );
    if (!opleiding) throw invalid([{ field: 'opleidingId', code: 'choose-opleiding' }]);
    if (opleiding.applied) throw new DomainError('already-applied', 409);
    const id = randomUUID();
    await this.db.change(
      `insert into application (id, pupil_id, school_id, to_school_id, opleiding_id, applied_on, planned_start, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, pupilId, relation.schoolId, opleiding.schoolId, request.opleidingId, today, start, actor.id],
    );
    await this.recorded(actor, relation, 'application.recorded', id);
    return (await this.reader.find(id))!;
  }

  /** The receiving school sees nothing of the pupil from the next request on. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    const application = await this.reader.find(id);
    if (!application) throw notFound();
    const relation = await this.relations.require(actor, application.pupilId);
    if (relation.kind === 'guardian') throw notFound();
    const ended = await this.db.change(
      'update application set withdrawn_at = app_now() where id = $1 and withdrawn_at is null',
      [id],
    );
    if (ended > 0) await this.recorded(actor, relation, 'application.withdrawn', id);
  }

  private async recorded(
    actor: Actor,
    relation: Relation,
    action: 'application.recorded' | 'application.withdrawn',
    id: string,
  ): Promise<void> {
    const { role } = actsAs(actor, relation);
    await this.audit.record({ chain: 'pupil', chainId: relation.pupilId, action, role, subjectIds: [id] });
  }
}
