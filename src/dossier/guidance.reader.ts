import { Injectable } from '@nestjs/common';
import type { ConsentResponse } from '../consent/consent.dto.js';
import { ConsentReader } from '../consent/consent.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { ApplicationResponse } from '../placements/placements.dto.js';
import { PlacementsReader } from '../placements/placements.reader.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { DossierResponse } from './dossier.dto.js';
import { DossierReader } from './dossier.reader.js';
import { OverviewReader } from './overview.reader.js';
import type { OverviewRow } from './overview.types.js';
import { ProfileReader } from './profile.reader.js';

/** One pupil as the school sees him. */
export interface GuidedPupil {
  dossier: DossierResponse;
  /** For whoever guides the pupil: mentor, decaan and LOB-coördinator. Null for other staff. */
  guidance: { progress: OverviewRow | null; consents: ConsentResponse[]; applications: ApplicationResponse[] } | null;
  /** Whether the actor may log an activity for this pupil. */
  mayLog: boolean;
}

/** The page of one pupil for staff of the home school: the dossier, and for who guides what still waits. */
@Injectable()
export class GuidanceReader {
  constructor(
    private readonly dossiers: DossierReader,
    private readonly overview: OverviewReader,
    private readonly consents: ConsentReader,
    private readonly placements: PlacementsReader,
    private readonly access: PupilAccess,
    private readonly profiles: ProfileReader,
  ) {}

  /** As far as the actor may read it now; 404 when that is nothing. */
  async pupil(actor: Actor, pupilId: string): Promise<GuidedPupil> {
    const dossier = await this.dossiers.dossier(actor, pupilId);
    const mayLog = await this.access.may(actor, pupilId, 'lob', 'write');
    // Who may read opened reflections at home is who guides.
    if (!dossier.sections.includes('reflections')) return { dossier, guidance: null, mayLog };
    const guidance = {
      progress: await this.overview.pupil(actor, pupilId),
      consents: await this.consents.ofPupil(actor, pupilId),
      applications: await this.placements.ofPupil(actor, pupilId),
    };
    return { dossier, guidance, mayLog };
  }

  /** Whom an activity is logged for; 404 for who may not log it, also when he reads the name. */
  async toLog(actor: Actor, pupilId: string): Promise<{ id: string; name: string }> {
    await this.access.require(actor, pupilId, 'lob', 'write');
    return this.named(actor, pupilId);
  }

  /** Who a form is about; 404 out of sight. */
  async named(actor: Actor, pupilId: string): Promise<{ id: string; name: string }> {
    const grant = await this.access.require(actor, pupilId, 'profile', 'read');
    const { profile } = await this.profiles.card(pupilId, grant, undefined, null);
    if (!profile) throw notFound();
    return { id: pupilId, name: profile.name };
  }
}
