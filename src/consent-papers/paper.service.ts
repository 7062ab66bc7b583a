import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { oneByOneSql } from '../consent/consent.types.js';
import { ConsentTextsReader } from '../consent-texts/consent-texts.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { DomainError, invalid, notFound } from '../platform/errors/domain-error.js';
import type { PaperAnswerRequest } from './paper.dto.js';
import { PaperReader } from './paper.reader.js';
import { paperFaults } from './paper.rules.js';
import type { PaperDesk } from './paper.types.js';

/** Writing down what a guardian signed. It counts as his answer, and never takes the place of one that he gave himself. */
@Injectable()
export class PaperService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reader: PaperReader,
    private readonly texts: ConsentTextsReader,
    private readonly audit: AuditService,
  ) {}

  async record(actor: Actor, pupilId: string, consentId: string, request: PaperAnswerRequest): Promise<PaperDesk> {
    await this.db.query(oneByOneSql, [pupilId]);
    const { pupil, shares, staff, role } = await this.reader.find(actor, pupilId);
    const share = shares.find(({ id }) => id === consentId);
    if (!share) throw notFound();
    const { guardianId, secondId, signedOn, agreed, textId } = request;
    const ids = staff.map(({ id }) => id);
    const faults = paperFaults(request, share, ids, actor.id, this.clock.today());
    if (faults.length > 0) throw invalid(faults);
    if (share.guardians.some(({ id, said }) => id === guardianId && said === 'self'))
      throw new DomainError('guardian-answered-himself', 409);
    const standing = { purpose: share.purpose, version: share.textVersion };
    const text = await this.texts.agreedTo(pupil.schoolId, standing, textId);
    await this.db.query('select record_paper_answer($1, $2, $3, $4, $5, $6)', [
      consentId,
      guardianId,
      agreed,
      signedOn,
      secondId,
      text.id,
    ]);
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action: 'consent.recorded-on-paper',
      role,
      onBehalfOf: guardianId,
      sections: share.sections,
      purpose: share.purpose,
      subjectIds: [consentId, secondId],
    });
    return this.reader.find(actor, pupilId);
  }
}
