import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { AuditRecord } from '../audit/audit.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { staleVersion } from '../platform/errors/domain-error.js';
import { FamilyReader } from '../pupils/family.reader.js';
import { ErasureRequestsReader } from './erasure-requests.reader.js';
import type {
  ErasureDecisionRequest,
  ErasureRequestResponse,
  ErasureTaskResponse,
  ErasureWishRequest,
} from './erasure.dto.js';
import { erasureAsked, erasureDecided, explain, noParts, onHold } from './erasure.errors.js';
import { sectionsOf } from './erasure.rules.js';
import type { ErasurePart } from './erasure.types.js';
import { keeperRole } from './retention.reader.js';

/** Asking to be forgotten, and what the school decides (AVG art. 17). */
@Injectable()
export class ErasureRequestsService {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
    private readonly reader: ErasureRequestsReader,
    private readonly audit: AuditService,
  ) {}

  /** The school decides within a month. */
  async ask(actor: Actor, pupilId: string, { words }: ErasureWishRequest): Promise<ErasureRequestResponse> {
    const { schoolId } = await this.family.require(actor, pupilId);
    const id = randomUUID();
    const made = await this.db.change(
      `insert into erasure_request (id, pupil_id, school_id, words, asked_by, asked_as, asked_at, due_on)
       values ($1, $2, $3, $4, $5, $6, app_now(), (app_today() + interval '1 month')::date)
       on conflict (pupil_id) where decided_at is null and withdrawn_at is null do nothing`,
      [id, pupilId, schoolId, words, actor.id, actor.kind],
    );
    if (made === 0) throw erasureAsked();
    await this.record(pupilId, { action: 'erasure.asked', ...familyRole(actor), subjectIds: [id] });
    return this.reader.ofFamily(actor, id);
  }

  /** Pupil or guardian takes it back; twice is once. */
  async withdraw(actor: Actor, id: string): Promise<ErasureRequestResponse> {
    const request = await this.reader.ofFamily(actor, id);
    if (request.withdrawnOn) return request;
    const changed = await this.db.change(
      `update erasure_request set withdrawn_at = app_now(), version = version + 1
        where id = $1 and decided_at is null and withdrawn_at is null`,
      [id],
    );
    if (changed === 0) throw erasureDecided();
    await this.record(request.pupilId, { action: 'erasure.withdrawn', ...familyRole(actor), subjectIds: [id] });
    return this.reader.ofFamily(actor, id);
  }

  /**
   * The decision of the school; what is granted is gone when the answer comes. Without everything, or without anything,
   * it says what the law wants kept. What is held does not go.
   */
  async decide(
    actor: Actor,
    id: string,
    { outcome, parts, answer }: ErasureDecisionRequest,
    version: number,
  ): Promise<ErasureTaskResponse> {
    const task = await this.reader.task(actor, id);
    if (task.decidedOn ?? task.withdrawnOn) throw erasureDecided();
    if (outcome === 'part' && parts.length === 0) throw noParts();
    if (outcome !== 'everything' && answer.length < 10) throw explain();
    if (outcome !== 'refused' && task.held) throw onHold();
    const changed = await this.db.change(
      `update erasure_request set outcome = $3, parts = $4, answer = $5, decided_by = $6, decided_at = app_now(),
              version = version + 1
        where id = $1 and version = $2 and decided_at is null and withdrawn_at is null`,
      [id, version, outcome, outcome === 'part' ? parts : [], answer, actor.id],
    );
    if (changed === 0) throw staleVersion();
    const decided = { role: keeperRole(actor), basis: 'request', subjectIds: [id] };
    await this.record(task.pupilId, { action: 'erasure.decided', ...decided, purpose: outcome });
    if (outcome !== 'refused') {
      const row = await this.db.one<{ parts: ErasurePart[] }>('select erase_requested($1) as parts', [id]);
      await this.record(task.pupilId, { action: 'pupil.erased', ...decided, sections: sectionsOf(row!.parts) });
    }
    return this.reader.task(actor, id);
  }

  private async record(pupilId: string, event: Omit<AuditRecord, 'chain' | 'chainId'>): Promise<void> {
    await this.audit.record({ chain: 'pupil', chainId: pupilId, ...event });
  }
}

const familyRole = (actor: Actor) =>
  actor.kind === 'pupil'
    ? ({ role: 'pupil', basis: 'own' } as const)
    : ({ role: 'guardian', basis: 'custody' } as const);
