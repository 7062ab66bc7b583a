import { Injectable } from '@nestjs/common';
import { ConsentReader } from '../consent/consent.reader.js';
import { ConsentTextsReader, shownOf } from '../consent-texts/consent-texts.reader.js';
import { LobReader } from '../lob/lob.reader.js';
import type { TimelineReflection } from '../lob/lob.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { notFound } from '../platform/errors/domain-error.js';
import type { ApplicationResponse } from '../placements/placements.dto.js';
import { PlacementsReader } from '../placements/placements.reader.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import { DECIDES_ALONE_AT } from '../pupils/pupils.types.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import type { DossierResponse } from './dossier.dto.js';
import { DossierReader } from './dossier.reader.js';
import { historyOf, sharesOf, toDoOf } from './sharing.rules.js';
import type { ReadableShare, SchoolShare, Sharing, ToDo } from './sharing.types.js';

export interface OwnDossier {
  dossier: DossierResponse;
  sharing: Sharing;
  applications: ApplicationResponse[];
  toDo: ToDo[];
}

/** Who may read a dossier, as pupil and guardian look at it: school by school, with what each of them can do now. */
@Injectable()
export class SharingReader {
  constructor(
    private readonly clock: Clock,
    private readonly relations: RelationsReader,
    private readonly consents: ConsentReader,
    private readonly texts: ConsentTextsReader,
    private readonly placements: PlacementsReader,
    private readonly access: PupilAccess,
    private readonly lob: LobReader,
    private readonly dossiers: DossierReader,
  ) {}

  /** The pupil's own start: dossier, shares, applications and what can be done now. */
  async own(actor: Actor): Promise<OwnDossier> {
    const dossier = await this.dossiers.dossier(actor, actor.id);
    const applications = await this.placements.ofPupil(actor, actor.id);
    const reflections = dossier.reflections ?? [];
    const sharing = await this.assemble(actor, actor.id, applications, reflections);
    return {
      dossier,
      sharing,
      applications,
      toDo: toDoOf(sharing.schools, dossier.lob ?? [], reflections, this.clock.today()),
    };
  }

  /**
   * For the pupil, or a guardian with custody under 16; for a guardian from then on there are no schools in it.
   * @param languages for the texts: the first that there is
   */
  async ofPupil(actor: Actor, pupilId: string, languages: readonly (string | undefined)[] = []): Promise<Sharing> {
    const applications = await this.placements.ofPupil(actor, pupilId);
    if (actor.kind !== 'pupil') return this.assemble(actor, pupilId, applications, null, languages);
    const grants = await this.access.sight(actor, pupilId, ['reflections']);
    const { reflections } = await this.lob.timeline(undefined, grants.reflections);
    return this.assemble(actor, pupilId, applications, reflections, languages);
  }

  /** Where it stands with one receiving school, or 404 when there is nothing with it. */
  async withSchool(
    actor: Actor,
    pupilId: string,
    schoolId: string,
    languages: readonly (string | undefined)[] = [],
  ): Promise<{ sharing: Sharing; share: ReadableShare }> {
    const sharing = await this.ofPupil(actor, pupilId, languages);
    const share = sharing.schools.find((one) => one.schoolId === schoolId && one.purpose === 'intake');
    if (!share) throw notFound();
    return { sharing, share };
  }

  private async assemble(
    actor: Actor,
    pupilId: string,
    applications: ApplicationResponse[],
    reflections: TimelineReflection[] | null,
    languages: readonly (string | undefined)[] = [],
  ): Promise<Sharing> {
    const { age, kind, schoolId } = await this.relations.require(actor, pupilId);
    const consents = await this.consents.ofPupil(actor, pupilId);
    const schools = await this.readable(
      schoolId,
      sharesOf(kind === 'self' ? 'pupil' : 'guardian', consents, applications),
      languages,
    );
    const opened = reflections?.filter(({ openedTo }) => openedTo.includes('mbo')).length ?? 0;
    return {
      age,
      decidesAlone: age >= DECIDES_ALONE_AT,
      schools,
      history: historyOf(consents, schools),
      reflections: reflections && { opened, closed: reflections.length - opened },
    };
  }

  /** Each share with its text. */
  private async readable(
    homeId: string,
    shares: readonly SchoolShare[],
    languages: readonly (string | undefined)[],
  ): Promise<ReadableShare[]> {
    if (shares.length === 0) return [];
    const also = shares.flatMap(({ consent }) =>
      consent ? [{ purpose: consent.purpose, version: consent.textVersion }] : [],
    );
    const versions = await this.texts.versions(homeId, also);
    return shares.map((share) => {
      const { act, consent, school, purpose } = share;
      const wanted = { purpose, standing: act === 'give' ? null : consent, answering: act !== null };
      return { ...share, text: shownOf(versions, { ...wanted, school }, languages) };
    });
  }
}
