import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { ConfirmationRequest } from './share-notices.dto.js';
import { chooseKeptReason, confirmedAlready, nothingToConfirm } from './share-notices.errors.js';
import { handlesAs, reasonFits } from './share-notices.rules.js';

/** The receiving school says what it did with what it had taken over. Once: it is an answer, not a setting. */
@Injectable()
export class ShareNoticesService {
  constructor(
    private readonly db: Db,
    private readonly audit: AuditService,
  ) {}

  async confirm(actor: Actor, id: string, { outcome, keptReason }: ConfirmationRequest): Promise<void> {
    const notice = await this.db.one<{
      pupilId: string;
      purpose: string;
      shareId: string;
      lost: string[];
      confirmed: boolean;
      asks: boolean;
    }>(
      `select pupil_id as "pupilId", purpose, share_id as "shareId", lost, confirmed_at is not null as confirmed, notice_asks(id) as asks
         from share_notice where id = $1 and to_school_id = $2 and at <= app_now() for update`,
      [id, actor.schoolId],
    );
    const role = notice && handlesAs(actor, notice.purpose);
    if (!notice || !role) throw notFound();
    if (notice.confirmed) throw confirmedAlready();
    if (!notice.asks) throw nothingToConfirm();
    if (!reasonFits(outcome, keptReason)) throw chooseKeptReason();
    await this.db.change(
      `update share_notice set confirmed_at = app_now(), confirmed_by = $2, outcome = $3, kept_reason = $4 where id = $1`,
      [id, actor.id, outcome, keptReason ?? null],
    );
    await this.audit.record({
      chain: 'pupil',
      chainId: notice.pupilId,
      action: 'share.confirmed',
      role,
      sections: notice.lost,
      purpose: notice.purpose,
      shareId: notice.shareId,
      reason: keptReason ?? outcome,
      subjectIds: [id],
    });
  }
}
