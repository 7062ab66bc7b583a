import { Injectable } from '@nestjs/common';
import { sections } from '../consent/consent.types.js';
import { LobReader } from '../lob/lob.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RelationsReader } from '../pupils/relations.reader.js';
import { PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { ApplicantPage, ApplicantResponse, DossierResponse } from './dossier.dto.js';
import { ProfileReader } from './profile.reader.js';

const PAGE = 50;

export interface ApplicantFilter {
  text?: string;
  share?: 'shared' | 'asked' | 'none';
  page?: string;
}

/** The assembled view of a dossier. It stores nothing and decides nothing: pupil-access does. */
@Injectable()
export class DossierReader {
  constructor(
    private readonly db: Db,
    private readonly access: PupilAccess,
    private readonly lists: PupilAccessReader,
    private readonly lob: LobReader,
    private readonly profiles: ProfileReader,
    private readonly relations: RelationsReader,
  ) {}

  /** One dossier, as far as the actor may read it now; 404 when that is nothing. Two statements for the content. */
  async dossier(actor: Actor, pupilId: string): Promise<DossierResponse> {
    const grants = await this.access.sight(actor, pupilId);
    const given = Object.values(grants);
    const { permission, schoolId } = given[0]!;
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
      endsOn: permission.until?.slice(0, 10) ?? null,
      ...(card.profile ? { profile: card.profile } : {}),
      ...(card.career ? { schoolCareer: card.career } : {}),
      ...(timeline.activities ? { lob: timeline.activities } : {}),
      ...(timeline.reflections ? { reflections: timeline.reflections } : {}),
      applications: card.applications,
    };
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

  /**
   * Everyone who applied at the actor's school: name, birth date and opleiding come from the application itself; of the
   * dossier only whether it was shared.
   */
  async applicants(actor: Actor, filter: ApplicantFilter, pupilId: string | null = null): Promise<ApplicantPage> {
    const offset = pageOffset(filter.page);
    const rows = await this.db.query<ApplicantResponse & { total: number; endsOn: string | null }>(
      `with applicant as (
         select a.pupil_id, array_agg(o.name order by a.applied_on) as opleidingen, min(a.applied_on)::text as applied_on
           from application a join opleiding o on o.id = a.opleiding_id
          where a.to_school_id = $1 and a.withdrawn_at is null and ($5::uuid is null or a.pupil_id = $5) group by a.pupil_id),
       share as (
         select c.pupil_id, bool_or(c.in_force_since <= app_now()) as shared,
                array_agg(distinct section) filter (where c.in_force_since <= app_now()) as sections,
                max(c.valid_until) filter (where c.in_force_since <= app_now()) as until
           from consent c cross join unnest(c.sections) as section
          where c.to_school_id = $1 and c.purpose = 'intake' and c.withdrawn_at is null and c.valid_until > app_now()
            and (c.in_force_since is not null or c.asked_at is not null)
          group by c.pupil_id)
       select p.id as "pupilId", concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name,
              p.birth_date::text as "birthDate", a.opleidingen, a.applied_on as "appliedOn",
              case when s.shared then 'shared' when s.pupil_id is not null then 'asked' else 'none' end as share,
              coalesce(s.sections, '{}') as sections, (s.until at time zone 'Europe/Amsterdam')::date::text as "endsOn",
              count(*) over ()::int as total
         from applicant a join pupil p on p.id = a.pupil_id left join share s on s.pupil_id = a.pupil_id
        where ($2 = '' or concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name, array_to_string(a.opleidingen, ' '))
                 ilike '%' || $2 || '%')
          and ($3 = '' or $3 = case when s.shared then 'shared' when s.pupil_id is not null then 'asked' else 'none' end)
        order by a.applied_on, p.family_name, p.id limit ${PAGE} offset $4`,
      [actor.schoolId, (filter.text ?? '').replace(/[\\%_]/g, '\\$&'), filter.share ?? '', offset, pupilId],
    );
    await this.lists.recordList(
      actor,
      rows.map((row) => row.pupilId),
      ['application'],
    );
    const total = rows[0]?.total ?? 0;
    return {
      items: rows.map(({ pupilId, name, birthDate, opleidingen, appliedOn, share, sections, endsOn }) => ({
        pupilId,
        name,
        birthDate,
        opleidingen,
        appliedOn,
        share,
        sections,
        endsOn,
      })),
      total,
      ...(offset + PAGE < total ? { nextPage: Buffer.from(String(offset + PAGE)).toString('base64url') } : {}),
    };
  }

  /** One applicant from the application itself: for the page that asks to share. Null when there is no application here. */
  async applicant(actor: Actor, pupilId: string): Promise<ApplicantResponse | null> {
    return (await this.applicants(actor, {}, pupilId)).items[0] ?? null;
  }
}

function pageOffset(page: string | undefined): number {
  if (page === undefined) return 0;
  const offset = Number(Buffer.from(page, 'base64url').toString());
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > 1_000_000) throw new DomainError('page-unknown', 400);
  return offset;
}
