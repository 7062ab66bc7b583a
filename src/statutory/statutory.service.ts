import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { noApplication } from '../consent/consent.errors.js';
import { oneByOneSql } from '../consent/consent.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { actsAs, type Relation, speaksForFamily } from '../pupils/pupils.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import type { StatutoryAnswerRequest, StatutoryOfferRequest, StatutoryShareResponse } from './statutory.dto.js';
import { statutoryEnded, statutoryExists, statutoryOff } from './statutory.errors.js';
import { StatutoryReader } from './statutory.reader.js';
import { mayOffer } from './statutory.rules.js';
import { INSPECTION_DAYS, stands } from './statutory.types.js';

/**
 * Passing on what is necessary without consent, where region and school use that: first pupil and guardians look at it and
 * say what they think, then it counts, whatever they said. What counts is decided by a `where` on the time, never by a job.
 */
@Injectable()
export class StatutoryService {
  constructor(
    private readonly db: Db,
    private readonly relations: RelationsReader,
    private readonly reader: StatutoryReader,
    private readonly audit: AuditService,
  ) {}

  /** Mentor, decaan or LOB-coördinator lets pupil and guardians look at what will be passed on. */
  async offer(actor: Actor, pupilId: string, request: StatutoryOfferRequest): Promise<StatutoryShareResponse> {
    const relation = await this.relations.require(actor, pupilId);
    if (!mayOffer(relation)) throw notFound();
    const { toSchoolId, sections, purpose } = request;
    await this.db.query(oneByOneSql, [pupilId]);
    const stand = await this.db.one<{ on: boolean; tied: boolean; exists: boolean }>(
      `select statutory_on($2) as on, app_tied_to($1, $3) as tied, exists (select from statutory_share h
          where h.pupil_id = $1 and h.to_school_id = $3 and h.purpose = $4 and h.ended_at is null and app_now() < h.valid_until) as exists`,
      [pupilId, relation.schoolId, toSchoolId, purpose],
    );
    if (!stand?.on) throw statutoryOff();
    if (!stand.tied) throw noApplication();
    if (stand.exists) throw statutoryExists();
    const id = randomUUID();
    await this.db.change(
      `insert into statutory_share (id, pupil_id, school_id, to_school_id, sections, purpose, offered_at, offered_by, valid_until)
       values ($1, $2, $3, $4, $5, $6, app_now(), $7, app_share_until($2, $4, $6))`,
      [id, pupilId, relation.schoolId, toSchoolId, sections, purpose, actor.id],
    );
    return this.recorded(actor, relation, 'statutory.offered', id);
  }

  /** What the pupil, or a guardian with custody under 16, makes of it; with the last answer that is waited for it counts. */
  async answer(actor: Actor, id: string, { agreed, view }: StatutoryAnswerRequest): Promise<StatutoryShareResponse> {
    const relation = await this.standing(actor, id, speaksForFamily);
    await this.db.change(
      `insert into statutory_answer (id, share_id, pupil_id, school_id, by_role, by_id, agreed, view, at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, app_now())
       on conflict (share_id, by_id) do update set agreed = excluded.agreed, view = excluded.view, at = excluded.at`,
      [id, relation.pupilId, relation.schoolId, actor.kind, actor.id, agreed, (view ?? '').trim()],
    );
    await this.db.change(
      `update statutory_share set in_force_since = app_now() where id = $1 and in_force_since is null
          and app_now() < offered_at + make_interval(hours => $2) and statutory_answered(id)`,
      [id, INSPECTION_DAYS * 24],
    );
    return this.recorded(actor, relation, 'statutory.answered', id);
  }

  /** The school stops it; from the next request on it is not read any more. */
  async end(actor: Actor, id: string): Promise<StatutoryShareResponse> {
    const relation = await this.standing(actor, id, mayOffer);
    await this.db.change('update statutory_share set ended_at = app_now(), ended_by = $2 where id = $1', [
      id,
      actor.id,
    ]);
    return this.recorded(actor, relation, 'statutory.ended', id);
  }

  /** For the region (coordinator) or the school (administrator) where the actor acts. Twice the same is once. */
  async turn(actor: Actor, of: 'region' | 'school', on: boolean): Promise<void> {
    const column = of === 'region' ? 'samenwerkingsverband_id' : 'school_id';
    const place = of === 'region' ? '(select s.samenwerkingsverband_id from school s where s.id = $1)' : '$1';
    const changed = on
      ? await this.db.change(
          `insert into statutory_switch (id, ${column}, on_at, on_by) values (gen_random_uuid(), ${place}, app_now(), $2)
           on conflict do nothing`,
          [actor.schoolId, actor.id],
        )
      : await this.db.change(
          `update statutory_switch set off_at = app_now(), off_by = $2 where ${column} = ${place} and off_at is null`,
          [actor.schoolId, actor.id],
        );
    if (changed === 0) return;
    await this.audit.record({
      chain: 'school',
      chainId: actor.schoolId!,
      action: 'statutory.switched',
      role: of === 'region' ? 'coordinator' : 'school-administrator',
      reason: `${of}-${on ? 'on' : 'off'}`,
    });
  }

  /** How the actor stands to the pupil of one that is not over, if he may do this; its turn has come when this answers. */
  private async standing(actor: Actor, id: string, may: (relation: Relation) => boolean): Promise<Relation> {
    const before = await this.reader.find(actor, id);
    if (!before) throw notFound();
    const relation = await this.relations.require(actor, before.pupilId);
    if (!may(relation)) throw notFound();
    await this.db.query(oneByOneSql, [before.pupilId]);
    const found = await this.reader.find(actor, id);
    if (!found) throw notFound();
    if (!stands(found.share.state)) throw statutoryEnded();
    return relation;
  }

  private async recorded(
    actor: Actor,
    relation: Relation,
    action: 'statutory.offered' | 'statutory.answered' | 'statutory.ended',
    id: string,
  ): Promise<StatutoryShareResponse> {
    const { share } = (await this.reader.find(actor, id))!;
    const { kind, pupilId } = relation;
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      ...actsAs(actor, relation),
      sections: share.sections,
      purpose: share.purpose,
      ...(kind === 'guardian' ? { onBehalfOf: pupilId } : {}),
      shareId: id,
      subjectIds: [id],
    });
    return share;
  }
}
