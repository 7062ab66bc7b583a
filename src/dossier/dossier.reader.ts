import { Injectable } from '@nestjs/common';
import { type Purpose, type Section, sections } from '../consent/consent.types.js';
import { LobReader } from '../lob/lob.reader.js';
import type { Actor, Role } from '../platform/access/actor.js';
import { dayOf } from '../platform/calendar.js';
import { DomainError, notFound } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { type Grant, type Grants, PupilAccess } from '../pupil-access/pupil-access.service.js';
import { StatutoryReader } from '../statutory/statutory.reader.js';
import type { DossierResponse, ProfileResponse } from './dossier.dto.js';
import { knowsApplications } from './dossier.rules.js';
import { ProfileReader } from './profile.reader.js';

/** On which share a section is read away from home. */
export interface SharedGround {
  section: Section;
  role: Role;
  basis: string;
  purpose: Purpose;
  shareId: string;
  /** `yyyy-mm-dd` */
  endsOn: string | null;
}
export interface SharedDossier extends Pick<
  DossierResponse,
  'profile' | 'schoolCareer' | 'lob' | 'reflections' | 'views'
> {
  /** Home school. */
  schoolId: string;
  grounds: SharedGround[];
}

/** The assembled view of a dossier. It stores nothing and decides nothing: pupil-access does. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly access: PupilAccess,
    private readonly lob: LobReader,
    private readonly profiles: ProfileReader,
    private readonly relations: RelationsReader,
    private readonly statutory: StatutoryReader,
  ) {}

  /** One dossier, as far as the actor may read it now; 404 when that is nothing. Two statements for the content, and a third for the views. */
  async dossier(actor: Actor, pupilId: string): Promise<DossierResponse> {
    const grants = await this.access.sight(actor, pupilId);
    const given = Object.values(grants);
    const ordinary = given.find((grant) => grant.permission.basis !== 'emergency') ?? given[0]!;
    const { permission } = ordinary;
    const { applications, ...content } = await this.content(actor, pupilId, grants);
    return {
      pupilId,
      sections: given.map((grant) => grant.section),
      notShared: sections.filter((section) => !(section in grants)),
      basis: permission.basis,
      endsOn: permission.shareId && permission.until ? dayOf(new Date(permission.until)) : null,
      ...content,
      applications: knowsApplications(permission) ? applications : [],
    };
  }

  /**
   * What is shared with the actor's school for his work as intaker or SLB'er, with the ground of each section: what may be
   * taken over. Nothing that he sees in another way is in it; 404 when that leaves nothing.
   */
  async shared(actor: Actor, pupilId: string): Promise<SharedDossier> {
    const grants = await this.access.sight(actor, pupilId);
    const grounds = groundsOf(Object.values(grants));
    const [first] = Object.values(grants);
    if (grounds.length === 0 || !first) throw notFound();
    const kept = new Set(grounds.map(({ section }) => section));
    const wanted = Object.fromEntries(Object.entries(grants).filter(([section]) => kept.has(section as Section)));
    const { profile, schoolCareer, lob, reflections, views } = await this.content(actor, pupilId, wanted);
    return { schoolId: first.schoolId, grounds, profile, schoolCareer, lob, reflections, views };
  }

  private async content(
    actor: Actor,
    pupilId: string,
    grants: Grants,
  ): Promise<Pick<DossierResponse, 'profile' | 'schoolCareer' | 'lob' | 'reflections' | 'views' | 'applications'>> {
    const { schoolId } = Object.values(grants)[0]!;
    const away = actor.kind === 'staff' && actor.schoolId !== schoolId;
    const card = await this.profiles.card(
      pupilId,
      grants.profile,
      grants['school-career'],
      away ? actor.schoolId : null,
    );
    const byLaw = Object.values(grants).filter(({ permission }) => permission.basis === 'statutory');
    const views = await this.statutory.views(byLaw.flatMap(({ permission }) => permission.shareId ?? []));
    const timeline = await this.lob.timeline(grants.lob, grants.reflections);
    return {
      ...(card.profile ? { profile: card.profile } : {}),
      ...(card.career ? { schoolCareer: card.career } : {}),
      ...(timeline.activities ? { lob: timeline.activities } : {}),
      ...(timeline.reflections ? { reflections: timeline.reflections } : {}),
      ...(byLaw.length > 0 ? { views } : {}),
      applications: card.applications,
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

/** Of an intaker or SLB'er, by a share. What is seen by another role, or in an emergency, is not taken along. */
const groundsOf = (grants: readonly Grant[]): SharedGround[] =>
  grants.flatMap(({ section, permission: { role, basis, purpose, shareId, until } }) =>
    (role === 'intaker' || role === 'slb') && shareId && purpose
      ? [{ section, role, basis, purpose, shareId, endsOn: until ? dayOf(new Date(until)) : null }]
      : [],
  );
