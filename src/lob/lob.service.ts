import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/audit.types.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { type Grant, PupilAccess } from '../pupil-access/pupil-access.service.js';
import { stillThere } from '../pupils/pupils.types.js';
import type {
  ActivityFacts,
  ChangedResponse,
  ClassListRequest,
  LogForGroupRequest,
  LogForPupilRequest,
  LoggedResponse,
  OwnWordsRequest,
} from './lob.dto.js';
import { nobodyTicked, opleidingUnknown, pupilsOwn, pupilsTwice, remarksOfAbsent } from './lob.errors.js';
import { correctsLog, logVersion } from './lob.reader.js';
import { checkPeriod, mayCorrect } from './lob.rules.js';

interface ActivityRow {
  id: string;
  pupilId: string;
  loggedBy: string;
}

/** All pupils of a class log in one statement; only those in the group whose lob the actor may write. */
export const logForGroupSql = `insert into activity (id, log_id, pupil_id, school_id, group_id, type, title, place, starts_on, ends_on, beroep,
        opleiding_id, goal, competences, remark, logged_by, logged_at)
 select r.id, $4, p.id, p.school_id, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, r.remark, $3, $15
   from jsonb_to_recordset($16::jsonb) as r(id uuid, "pupilId" uuid, remark text)
   join pupil p on p.id = r."pupilId"
   join enrolment e on e.pupil_id = p.id and e.group_id = $5
  where e.school_id = $1 and ${stillThere}
    and e.valid_from <= app_today() and (e.valid_until is null or e.valid_until >= app_today())
    and ($2::boolean
      or exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $3
                 and app_today() between m.valid_from and m.valid_until)
      or exists (select from teaching_assignment t where t.group_id = $5 and t.person_id = $3
                 and app_today() between t.valid_from and t.valid_until))`;

/** Logging, correcting and removing activities. */
@Injectable()
export class LobService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly access: PupilAccess,
    private readonly audit: AuditService,
  ) {}

  /**
   * Logs one activity for everyone of the group who was there: all rows or none, in one statement whatever the size.
   * Decaan and LOB-coördinator for the school, a mentor for his pupils, a teacher for his groups.
   */
  async logForGroup(actor: Actor, groupId: string, request: LogForGroupRequest): Promise<LoggedResponse> {
    if (request.pupils.length === 0) throw nobodyTicked();
    const twice = repeated(request.pupils.map(({ pupilId }) => pupilId));
    if (twice.length > 0) throw pupilsTwice(twice);
    await this.checkFacts(request);
    const logId = randomUUID();
    const pupils = request.pupils.map(({ pupilId, remark }) => ({ id: randomUUID(), pupilId, remark }));
    const inserted = await this.db.change(logForGroupSql, [
      actor.schoolId,
      hasRole(actor, 'decaan', 'lob-coordinator'),
      actor.id,
      logId,
      groupId,
      ...values(request),
      this.clock.now(),
      JSON.stringify(pupils),
    ]);
    // A pupil who is not in this group for this actor: nothing is logged for anyone.
    if (inserted !== pupils.length) throw notFound();
    await this.audit.record(
      ...pupils.map(({ id, pupilId }) => ({
        chain: 'pupil' as const,
        chainId: pupilId,
        action: 'activity.logged' as const,
        role: writingRole(actor),
        sections: ['lob'],
        subjectIds: [id],
      })),
    );
    return { logId, pupils: inserted };
  }

  /** The same from a class list on which everyone stands, there or not. */
  async logFromList(actor: Actor, groupId: string, list: ClassListRequest): Promise<LoggedResponse> {
    const lost = list.pupils.flatMap(({ present, remark }, row) => (!present && remark !== '' ? [row] : []));
    if (lost.length > 0) throw remarksOfAbsent(lost);
    return this.logForGroup(actor, groupId, { ...list, pupils: list.pupils.filter(({ present }) => present) });
  }

  /** One activity for one pupil, by the pupil or by whoever may write his lob. */
  async logForPupil(actor: Actor, pupilId: string, request: LogForPupilRequest): Promise<LoggedResponse> {
    const grant = await this.access.require(actor, pupilId, 'lob', 'write');
    await this.checkFacts(request);
    const id = randomUUID();
    const remark = actor.kind === 'pupil' ? '' : request.remark;
    await this.db.change(
      `insert into activity (id, log_id, pupil_id, school_id, type, title, place, starts_on, ends_on, beroep,
              opleiding_id, goal, competences, remark, logged_by, logged_at)
       values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [id, pupilId, grant.schoolId, ...values(request), remark, actor.id, this.clock.now()],
    );
    await this.recorded(grant, 'activity.logged', [id]);
    return { logId: id, pupils: 1 };
  }

  /** Corrects the facts of one activity in one dossier. */
  async correct(actor: Actor, id: string, request: LogForPupilRequest, version: number): Promise<ChangedResponse> {
    const grant = await this.grantToCorrect(actor, id);
    await this.checkFacts(request);
    const changed = await this.db.change(
      `update activity set type = $3, title = $4, place = $5, starts_on = $6, ends_on = $7, beroep = $8, opleiding_id = $9,
              goal = $10, competences = $11, remark = $12, version = version + 1
        where id = $1 and version = $2 and removed_at is null`,
      [id, version, ...values(request), actor.kind === 'pupil' ? '' : request.remark],
    );
    if (changed === 0) throw staleVersion();
    await this.recorded(grant, 'activity.changed', [id]);
    return { id, version: version + 1 };
  }

  /** Takes one activity out of one dossier; the reason stays on record. */
  async remove(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    const grant = await this.grantToCorrect(actor, id);
    const changed = await this.db.change(
      `update activity set removed_at = $3, removed_reason = $4, version = version + 1
        where id = $1 and version = $2 and removed_at is null`,
      [id, version, this.clock.now(), reason],
    );
    if (changed === 0) throw staleVersion();
    await this.recorded(grant, 'activity.removed', [id]);
  }

  /** Corrects the facts of a class log in every dossier at once; remarks and the pupils' own words stay. */
  async correctLog(actor: Actor, logId: string, request: ActivityFacts, version: number): Promise<LoggedResponse> {
    await this.checkFacts(request);
    await this.unchanged(actor, logId, version);
    const rows = await this.db.query<ActivityRow>(
      `update activity a set type = $3, title = $4, place = $5, starts_on = $6, ends_on = $7, beroep = $8, opleiding_id = $9,
              goal = $10, competences = $11, version = version + 1
        where ${wholeLog(2, 12)}
       returning id, pupil_id as "pupilId", logged_by as "loggedBy"`,
      [logId, actor.id, ...values(request), mayCorrectLogs(actor)],
    );
    return this.recordedForAll(actor, logId, 'activity.changed', rows);
  }

  /** Takes a class log out of every dossier at once. */
  async removeLog(actor: Actor, logId: string, reason: string, version: number): Promise<LoggedResponse> {
    await this.unchanged(actor, logId, version);
    const rows = await this.db.query<ActivityRow>(
      `update activity a set removed_at = $3, removed_reason = $4, version = version + 1
        where ${wholeLog(2, 5)}
       returning id, pupil_id as "pupilId", logged_by as "loggedBy"`,
      [logId, actor.id, this.clock.now(), reason, mayCorrectLogs(actor)],
    );
    return this.recordedForAll(actor, logId, 'activity.removed', rows);
  }

  /** The pupil's result, evaluation and follow-up on an activity in his dossier. */
  async writeOwnWords(actor: Actor, id: string, request: OwnWordsRequest, version: number): Promise<ChangedResponse> {
    const grant = await this.access.require(actor, actor.id, 'lob', 'write');
    const row = await this.activity(id);
    if (row.pupilId !== actor.id) throw notFound();
    const changed = await this.db.change(
      `update activity set result = $3, evaluation = $4, follow_up = $5, version = version + 1
        where id = $1 and version = $2 and removed_at is null`,
      [id, version, request.result, request.evaluation, request.followUp],
    );
    if (changed === 0) throw staleVersion();
    await this.recorded(grant, 'activity.own-words', [id]);
    return { id, version: version + 1 };
  }

  /** Holds the rows of a class log and refuses when they are not as they were read. */
  private async unchanged(actor: Actor, logId: string, version: number): Promise<void> {
    const values = [logId, actor.id, mayCorrectLogs(actor)];
    await this.db.query(`select 1 from activity a where ${wholeLog(2, 3)} order by a.id for update`, values);
    const row = await this.db.one<{ version: number | null }>(
      `select ${logVersion} as version from activity a where ${wholeLog(2, 3)}`,
      values,
    );
    if (row?.version === null) throw notFound();
    if (row?.version !== version) throw staleVersion();
  }

  private async checkFacts({ startsOn, endsOn, opleidingId }: ActivityFacts): Promise<void> {
    checkPeriod(startsOn, endsOn, this.clock.today());
    if (opleidingId && !(await this.db.one('select from opleiding where id = $1', [opleidingId])))
      throw opleidingUnknown();
  }

  private async grantToCorrect(actor: Actor, id: string): Promise<Grant<'lob'>> {
    const row = await this.activity(id);
    const grant = await this.access.require(actor, row.pupilId, 'lob', 'write');
    if (!mayCorrect(actor, grant.permission, row)) {
      if (actor.kind === 'pupil' || grant.permission.extent !== 'whole') throw notFound();
      throw pupilsOwn();
    }
    return grant;
  }

  private async activity(id: string): Promise<ActivityRow> {
    const row = await this.db.one<ActivityRow>(
      'select id, pupil_id as "pupilId", logged_by as "loggedBy" from activity where id = $1 and removed_at is null',
      [id],
    );
    if (!row) throw notFound();
    return row;
  }

  private async recorded(grant: Grant<'lob'>, action: AuditAction, subjectIds: string[]): Promise<void> {
    const { role, basis } = grant.permission;
    await this.audit.record({
      chain: 'pupil',
      chainId: grant.pupilId,
      action,
      role,
      basis,
      sections: ['lob'],
      subjectIds,
    });
  }

  private async recordedForAll(
    actor: Actor,
    logId: string,
    action: AuditAction,
    rows: ActivityRow[],
  ): Promise<LoggedResponse> {
    if (rows.length === 0) throw notFound();
    await this.audit.record(
      ...rows.map((row) => ({
        chain: 'pupil' as const,
        chainId: row.pupilId,
        action,
        role: writingRole(actor),
        sections: ['lob'],
        subjectIds: [row.id],
      })),
    );
    return { logId, pupils: rows.length };
  }
}

/** Places of the ids that came before. */
const repeated = (ids: string[]): number[] =>
  ids.flatMap((id, row) => (ids.slice(0, row).some((other) => other.toLowerCase() === id.toLowerCase()) ? [row] : []));

/** In the order of the columns in every statement above. */
const values = (facts: ActivityFacts): unknown[] => [
  facts.type,
  facts.title,
  facts.place,
  facts.startsOn,
  facts.endsOn ?? null,
  facts.beroep,
  facts.opleidingId ?? null,
  facts.goal,
  facts.competences,
];

/** The rows of class log $1 that the actor may correct. What a pupil logged himself is no class log. */
const wholeLog = (actor: number, mayAll: number): string =>
  `a.log_id = $1 and a.removed_at is null and a.group_id is not null and a.school_id = app_school()
     and ${correctsLog(actor, mayAll)}`;
const mayCorrectLogs = (actor: Actor): boolean => hasRole(actor, 'decaan', 'lob-coordinator');

const writingRole = (actor: Actor) =>
  (['decaan', 'lob-coordinator', 'mentor', 'teacher'] as const).find((role) => actor.roles.includes(role));
