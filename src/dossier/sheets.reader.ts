import { Injectable } from '@nestjs/common';
import { LobReader } from '../lob/lob.reader.js';
import type { TimelineActivity, TimelineReflection } from '../lob/lob.types.js';
import type { Actor } from '../platform/access/actor.js';
import { notFound } from '../platform/errors/domain-error.js';
import { PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import { type Grants, PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { ApplicationSummary, ProfileResponse, SchoolYearResponse } from './dossier.dto.js';
import { knowsApplications } from './dossier.rules.js';
import { ProfileReader } from './profile.reader.js';

/** One pupil on one sheet of paper, for a talk with pupil and guardians. */
export interface DossierSheet {
  pupilId: string;
  profile: ProfileResponse;
  career: SchoolYearResponse[];
  activities: TimelineActivity[];
  /** Only what the pupil opened to the school, also when the pupil prints it: it is the same sheet. */
  reflections: TimelineReflection[];
  applications: ApplicationSummary[];
}

/** The printed sheets: for one pupil or a whole group in the same few statements. Each sight is on record per pupil. */
@Injectable()
export class SheetsReader {
  constructor(
    private readonly access: PupilAccess,
    private readonly lists: PupilAccessReader,
    private readonly profiles: ProfileReader,
    private readonly lob: LobReader,
  ) {}

  /** The pupils of a group whose dossier the actor reads; 404 when there is none. */
  async ofGroup(actor: Actor, groupId: string): Promise<{ group: string; sheets: DossierSheet[] }> {
    const { group, pupils } = await this.lists.group(actor, groupId);
    const grants = await this.access.sightOfEach(
      actor,
      pupils.map(({ id }) => id),
    );
    if (grants.length === 0) throw notFound();
    return { group: group.name, sheets: await this.sheets(grants) };
  }

  /** One pupil: for whoever guides him, and for the pupil himself. */
  async ofPupil(actor: Actor, pupilId: string): Promise<DossierSheet> {
    const grants = await this.access.sight(actor, pupilId);
    const [sheet] = grants.profile?.permission.extent === 'whole' ? await this.sheets([grants]) : [];
    if (!sheet) throw notFound();
    return sheet;
  }

  private async sheets(grants: Grants[]): Promise<DossierSheet[]> {
    const cards = await this.profiles.cards(grants);
    const timelines = await this.lob.timelines(grants);
    return grants.flatMap(({ profile }) => {
      const card = profile ? cards.get(profile.pupilId) : undefined;
      if (!profile || !card?.profile) return [];
      const { activities, reflections } = timelines.get(profile.pupilId) ?? { activities: null, reflections: null };
      return {
        pupilId: profile.pupilId,
        profile: card.profile,
        career: card.career ?? [],
        activities: activities ?? [],
        reflections: (reflections ?? []).filter(({ openedTo }) => openedTo.includes('school')),
        applications: knowsApplications(profile.permission) ? card.applications : [],
      };
    });
  }
}
