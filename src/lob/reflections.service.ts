import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { NewReflectionRequest, ReflectionRequest, ReflectionResponse } from './lob.dto.js';
import { alreadyWritten } from './lob.errors.js';
import type { ReflectionReader } from './lob.types.js';

/** The pupil's reflections: private until he opens one, to school, guardian and mbo apart. */
@Injectable()
export class ReflectionsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly access: PupilAccess,
    private readonly audit: AuditService,
  ) {}

  async write(actor: Actor, pupilId: string, request: NewReflectionRequest): Promise<ReflectionResponse> {
    const grant = await this.access.require(actor, pupilId, 'reflections', 'write');
    const own = await this.db.one<{ written: boolean }>(
      `select exists (select from reflection r where r.activity_id = a.id) as written
         from activity a where a.id = $1 and a.pupil_id = $2 and a.removed_at is null`,
      [request.activityId, pupilId],
    );
    if (!own) throw notFound();
    if (own.written) throw alreadyWritten();
    const id = randomUUID();
    const now = this.clock.now();
    await this.db.change(
      `insert into reflection (id, activity_id, pupil_id, school_id, text, opened_to_school_at, opened_to_guardian_at,
              opened_to_mbo_at, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, request.activityId, pupilId, grant.schoolId, request.text, ...openings(request, now), now],
    );
    await this.recorded(pupilId, 'reflection.written', id);
    return { id, activityId: request.activityId, version: 1, openedTo: openedTo(request) };
  }

  /** Changes the words or who may read them. An opening that stays keeps its date; closing works on the next request. */
  async change(actor: Actor, id: string, request: ReflectionRequest, version: number): Promise<ReflectionResponse> {
    await this.access.require(actor, actor.id, 'reflections', 'write');
    const now = this.clock.now();
    const row = await this.db.one<{ activityId: string; before: boolean[] }>(
      `update reflection r set text = $3, version = r.version + 1, written_at = case when r.text = $3 then r.written_at else $7 end,
              opened_to_school_at = case when $4 then coalesce(r.opened_to_school_at, $7) end,
              opened_to_guardian_at = case when $5 then coalesce(r.opened_to_guardian_at, $7) end,
              opened_to_mbo_at = case when $6 then coalesce(r.opened_to_mbo_at, $7) end
         from reflection old
        where r.id = $1 and r.version = $2 and r.pupil_id = $8 and old.id = r.id
       returning r.activity_id as "activityId", array[old.opened_to_school_at is not null,
              old.opened_to_guardian_at is not null, old.opened_to_mbo_at is not null] as before`,
      [id, version, request.text, request.openToSchool, request.openToGuardian, request.openToMbo, now, actor.id],
    );
    if (!row) throw (await this.isOwn(actor, id)) ? staleVersion() : notFound();
    const after = [request.openToSchool, request.openToGuardian, request.openToMbo];
    const opened = after.some((open, i) => open !== row.before[i]);
    await this.recorded(actor.id, opened ? 'reflection.opened' : 'reflection.written', id);
    return { id, activityId: row.activityId, version: version + 1, openedTo: openedTo(request) };
  }

  private async isOwn(actor: Actor, id: string): Promise<boolean> {
    return (await this.db.one('select from reflection where id = $1 and pupil_id = $2', [id, actor.id])) !== undefined;
  }

  private async recorded(
    pupilId: string,
    action: 'reflection.written' | 'reflection.opened',
    id: string,
  ): Promise<void> {
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      role: 'pupil',
      basis: 'own',
      sections: ['reflections'],
      subjectIds: [id],
    });
  }
}

const openings = (request: ReflectionRequest, now: Date): (Date | null)[] =>
  [request.openToSchool, request.openToGuardian, request.openToMbo].map((open) => (open ? now : null));

const openedTo = (request: ReflectionRequest): ReflectionReader[] => [
  ...(request.openToSchool ? (['school'] as const) : []),
  ...(request.openToGuardian ? (['guardian'] as const) : []),
  ...(request.openToMbo ? (['mbo'] as const) : []),
];
