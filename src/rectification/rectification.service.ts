import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { AuditAction } from '../audit/audit.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound, staleVersion } from '../platform/errors/domain-error.js';
import { FamilyReader } from '../pupils/family.reader.js';
import type {
  RectificationAnswerRequest,
  RectificationRequest,
  RectificationResponse,
  RectificationTaskResponse,
} from './rectification.dto.js';
import { alreadyAnswered, alreadyAsked, answerNeeded, notCorrectedYet } from './rectification.errors.js';
import { answerRole, RectificationReader } from './rectification.reader.js';
import { sectionOf } from './rectification.rules.js';
import { differs } from './rectification.types.js';

/** Saying that something is not right, and what the school does about it (AVG art. 16). */
@Injectable()
export class RectificationService {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
    private readonly reader: RectificationReader,
    private readonly audit: AuditService,
  ) {}

  /** The school answers within a month; what stands there now is kept beside the question. */
  async ask(actor: Actor, pupilId: string, request: RectificationRequest): Promise<RectificationResponse> {
    const relation = await this.family.require(actor, pupilId);
    const item = (await this.reader.correctable(actor, pupilId)).find(
      ({ about, subjectId }) => about === request.about && subjectId === request.subjectId,
    );
    if (!item) throw notFound();
    if (item.asked) throw alreadyAsked();
    const id = randomUUID();
    const section = sectionOf(request.about);
    const made = await this.db.change(
      `insert into rectification (id, pupil_id, school_id, section, about, subject_id, was, wrong, should_be, asked_by,
              asked_as, asked_at, due_on)
       values ($1, $2, $3, $4, $5, $6, item_facts($5, $2, $6), $7, $8, $9, $10, app_now(),
               (app_today() + interval '1 month')::date)
       on conflict (about, subject_id) where answered_at is null and withdrawn_at is null do nothing`,
      [
        id,
        pupilId,
        relation.schoolId,
        section,
        request.about,
        request.subjectId,
        request.wrong,
        request.shouldBe,
        actor.id,
        actor.kind,
      ],
    );
    if (made === 0) throw alreadyAsked(); // in another window, just now
    await this.recorded(actor, 'rectification.asked', { pupilId, section, id });
    return this.reader.ofFamily(actor, id);
  }

  /** Pupil or guardian takes it back; a zienswijze goes with it. Twice is once. */
  async withdraw(actor: Actor, id: string): Promise<RectificationResponse> {
    const request = await this.reader.ofFamily(actor, id);
    const changed = await this.db.change(
      `update rectification set withdrawn_at = app_now(), version = version + 1
        where id = $1 and withdrawn_at is null and outcome is distinct from 'corrected'`,
      [id],
    );
    if (changed === 0) {
      if (request.outcome === 'corrected') throw alreadyAnswered();
      return request;
    }
    await this.recorded(actor, 'rectification.withdrawn', request);
    return this.reader.ofFamily(actor, id);
  }

  /**
   * The answer of the school. "Corrected" is said after it was: what stands there has to be something else than it was.
   * Whoever stays with it says why, and the zienswijze stands beside it from then on.
   */
  async answer(
    actor: Actor,
    id: string,
    { outcome, answer }: RectificationAnswerRequest,
    version: number,
  ): Promise<RectificationTaskResponse> {
    const task = await this.reader.task(actor, id);
    if (task.answeredOn ?? task.withdrawnOn) throw alreadyAnswered();
    if (outcome === 'corrected' && (task.was === null || !differs(task.was, task.now))) throw notCorrectedYet();
    if (outcome === 'kept' && answer.length < 10) throw answerNeeded();
    const changed = await this.db.change(
      `update rectification set outcome = $3, answer = $4, answered_by = $5, answered_at = app_now(), version = version + 1,
              became = case when $3 = 'corrected' then item_facts(about, pupil_id, subject_id) end
        where id = $1 and version = $2 and answered_at is null and withdrawn_at is null`,
      [id, version, outcome, answer, actor.id],
    );
    if (changed === 0) throw staleVersion();
    await this.recorded(actor, 'rectification.answered', task, outcome);
    return this.reader.task(actor, id);
  }

  private async recorded(
    actor: Actor,
    action: AuditAction,
    { pupilId, section, id }: { pupilId: string; section: string; id: string },
    purpose?: string,
  ): Promise<void> {
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action,
      role: actor.kind === 'staff' ? answerRole(actor) : actor.kind,
      basis: actor.kind === 'pupil' ? 'own' : actor.kind === 'guardian' ? 'custody' : 'request',
      purpose,
      sections: [section],
      subjectIds: [id],
    });
  }
}
