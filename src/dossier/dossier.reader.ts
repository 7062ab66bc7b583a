import { Injectable } from '@nestjs/common';
import { sections } from '../consent/consent.types.js';
import { LobReader } from '../lob/lob.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { dayOf } from '../platform/calendar.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { DossierResponse, ProfileResponse } from './dossier.dto.js';
import { knowsApplications } from './dossier.rules.js';
import { ProfileReader } from './profile.reader.js';

/** The assembled view of a dossier. It stores nothing and decides nothing: pupil-access does. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly access: PupilAccess,
    private readonly lob: LobReader,
    private readonly profiles: ProfileReader,
    private readonly relations: RelationsReader,
  ) {}

  /** One dossier, as far as the actor may read it now; 404 when that is nothing. Two statements for the content. */
  async dossier(actor: Actor, pupilId: string): Promise<DossierResponse> {
    const grants = await this.access.sight(actor, pupilId);
    const given = Object.values(grants);
    const ordinary = given.find((grant) => grant.permission.basis !== 'emergency') ?? given[0]!;
    const { permission, schoolId } = ordinary;
    const away = actor.kind === 'staff' && actor.schoolId !== schoolId;
    const card = await this.profiles.card(
      pupilId,
      grants.profile,
      grants['school-career'],
      away ? actor.schoolId : null,
    );
    const timeline = await this.lob.timeline(grants.lob, grants.reflections);
    return {
      pupilId,
      sections: given.map((grant) => grant.section),
      notShared: sections.filter((section) => !(section in grants)),
      basis: permission.basis,
      endsOn: permission.shareId && permission.until ? dayOf(new Date(permission.until)) : null,
      ...(card.profile ? { profile: card.profile } : {}),
      ...(card.career ? { schoolCareer: card.career } : {}),
      ...(timeline.activities ? { lob: timeline.activities } : {}),
      ...(timeline.reflections ? { reflections: timeline.reflections } : {}),
      applications: knowsApplications(permission) ? card.applications : [],
    };
  }

  /** Who it is and whom one can call, and nothing else. */
  async profile(actor: Actor, pupilId: string): Promise<ProfileResponse | null> {
    const { profile } = await this.access.sight(actor, pupilId, ['profile']);
    return (await this.profiles.card(pupilId, profile, undefined, actor.schoolId)).profile;
  }

  /**
   * The same for a guardian with custody who reads along: null while the pupil, who decides alone from 16, opened nothing.
   * That is no refusal: he may know that there is nothing to read.
   */
  async readAlong(actor: Actor, pupilId: string): Promise<DossierResponse | null> {
    try {
      return await this.dossier(actor, pupilId);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status !== 404) throw error;
      await this.relations.require(actor, pupilId).catch(() => {
        throw error; // a stranger: the refusal is recorded
      });
      return null;
    }
  }
}
