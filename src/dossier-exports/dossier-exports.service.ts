import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Purpose } from '../consent/consent.types.js';
import { DossierReader, type SharedDossier } from '../dossier/dossier.reader.js';
import { OrganisationsReader } from '../organisations/organisations.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { fingerprintOf, type Plain } from '../platform/fingerprint.rules.js';
import type { ExportContent, ExportResponse } from './dossier-exports.dto.js';

const NOTICE =
  'Wat hierin staat is gedeeld voor de doelen bij "grounds" en mag niet worden doorgegeven. Stopt het delen, dan krijgt de ' +
  'school bericht en bevestigt zij wat zij met dit bestand deed.';

/** Taking over what a receiving school may read now. It leaves a receipt without content, which the pupil sees. */
@Injectable()
export class DossierExportsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly dossiers: DossierReader,
    private readonly organisations: OrganisationsReader,
    private readonly audit: AuditService,
  ) {}

  /** By an intaker or SLB'er, of what is shared for his work; 404 when that is nothing. */
  async export(actor: Actor, pupilId: string): Promise<ExportResponse> {
    const shared = await this.dossiers.shared(actor, pupilId);
    const home = await this.organisations.school(shared.schoolId);
    const { grounds, profile, schoolCareer, lob, reflections, views } = shared;
    const content: ExportContent = {
      pupilId,
      homeSchool: home?.name ?? '',
      receivingSchool: actor.schoolName ?? '',
      grounds: grounds.map(({ section, basis, purpose, shareId, endsOn }) => ({
        section,
        basis,
        purpose,
        shareId,
        endsOn,
      })),
      ...(profile ? { profile } : {}),
      ...(schoolCareer ? { schoolCareer } : {}),
      ...(lob ? { lob } : {}),
      ...(reflections ? { reflections } : {}),
      ...(views ? { views } : {}),
    };
    const fingerprint = fingerprintOf(JSON.parse(JSON.stringify(content)) as Plain);
    for (const purpose of new Set(grounds.map((ground) => ground.purpose)))
      await this.receipt(actor, pupilId, shared, purpose, fingerprint); // one purpose, or two
    return {
      format: 'doorstroomdossier-export-1',
      exportedAt: this.clock.now().toISOString(),
      content,
      fingerprint,
      notice: NOTICE,
    };
  }

  /** Pressed twice at once it is one file: the same person, the same fingerprint, within a minute. */
  private async receipt(
    actor: Actor,
    pupilId: string,
    shared: SharedDossier,
    purpose: Purpose,
    fingerprint: string,
  ): Promise<void> {
    const grounds = shared.grounds.filter((ground) => ground.purpose === purpose);
    const { role } = grounds[0]!;
    const id = randomUUID();
    const sections = grounds.map(({ section }) => section);
    await this.db.query('select pg_advisory_xact_lock(hashtextextended($1, 7520))', [`${pupilId} ${actor.id}`]);
    const made = await this.db.change(
      `insert into export_receipt (id, pupil_id, school_id, to_school_id, purpose, sections, basis, share_ids, fingerprint,
              exported_at, exported_by, exported_as)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, app_now(), $10, $11
        where not exists (select from export_receipt e where e.pupil_id = $2 and e.to_school_id = $4 and e.purpose = $5
                and e.fingerprint = $9 and e.exported_by = $10 and e.exported_at > app_now() - interval '1 minute')`,
      [
        id,
        pupilId,
        shared.schoolId,
        actor.schoolId,
        purpose,
        sections,
        [...new Set(grounds.map(({ basis }) => basis))],
        [...new Set(grounds.map(({ shareId }) => shareId))],
        fingerprint,
        actor.id,
        role,
      ],
    );
    if (made === 0) return;
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action: 'section.exported',
      role,
      sections,
      basis: grounds[0]!.basis,
      purpose,
      shareId: grounds[0]!.shareId,
      subjectIds: [id],
    });
  }
}
