import { Injectable } from '@nestjs/common';
import { ConsentReader } from '../consent/consent.reader.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { DomainError, notFound } from '../platform/errors/domain-error.js';
import { offsetOf, pagesAround } from '../platform/page-token.js';
import { PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import type {
  ApplicantCounts,
  ApplicantPage,
  ApplicantQuery,
  ApplicantResponse,
  DossierResponse,
} from './dossier.dto.js';
import { DossierReader } from './dossier.reader.js';
import { summarise } from './summary.rules.js';
import type { DossierSummary } from './summary.types.js';

const PAGE = 50;

/** An applicant as an intaker meets him. Dossier and summary are null while nothing is shared. */
export interface Received {
  applicant: ApplicantResponse;
  dossier: DossierResponse | null;
  summary: DossierSummary | null;
  /** Whether the school may ask the pupil to share: not while something stands, nor soon after a no. */
  mayAsk: boolean;
}

/**
 * $1 the receiving school, $2 part of a name or opleiding, $3 state of the share, $4 how many to skip. All of them, or one: a
 * condition that may be absent would let the planner expect a handful where there are thousands.
 * Of what was asked and not answered only the day is told: not what the family said so far.
 */
const applicantsSql = (which: string): string => `with tie as (
    select a.pupil_id, a.applied_on as since, o.name, a.planned_start as start, a.id,
           json_build_object('opleiding', o.name, 'niveau', o.niveau, 'leerweg', o.leerweg, 'location', l.place,
             'appliedOn', a.applied_on, 'plannedStart', a.planned_start) as application, null::json as placement
      from application a join opleiding o on o.id = a.opleiding_id join location l on l.id = o.location_id
     where a.to_school_id = $1 and a.school_id <> $1 and a.withdrawn_at is null and a.pupil_id ${which}
    union all
    select a.pupil_id, (a.recorded_at at time zone 'Europe/Amsterdam')::date, o.name, a.starts_on, a.id, null,
           json_build_object('opleiding', o.name, 'niveau', o.niveau, 'leerweg', o.leerweg, 'location', l.place,
             'startsOn', a.starts_on)
      from placement a join opleiding o on o.id = a.opleiding_id join location l on l.id = o.location_id
     where a.to_school_id = $1 and a.school_id <> $1 and (a.ended_on is null or a.ended_on >= app_today())
       and a.pupil_id ${which}),
  applicant as (
    select pupil_id, min(since) as applied_on, string_agg(name, ' ') as opleidingen,
           coalesce(json_agg(application order by since, id) filter (where application is not null), '[]') as applications,
           coalesce(json_agg(placement order by start, id) filter (where placement is not null), '[]') as placements
      from tie group by pupil_id),
  share as (
    select c.pupil_id, bool_or(c.in_force_since <= app_now()) as shared,
           array_agg(distinct section) filter (where c.in_force_since <= app_now()) as sections,
           max(c.valid_until) filter (where c.in_force_since <= app_now()) as until, max(c.asked_at) as asked_at
      from (
        select c.pupil_id, c.sections, c.in_force_since, c.valid_until, c.asked_at from consent c
         where c.to_school_id = $1 and c.purpose = 'intake' and c.withdrawn_at is null and c.valid_until > app_now()
           and (c.in_force_since is not null or c.asked_at is not null) and c.pupil_id ${which}
        union all
        select h.pupil_id, h.sections, h.offered_at, h.valid_until, null from statutory_share h
         where h.to_school_id = $1 and h.purpose = 'intake' and h.pupil_id ${which} and app_reads_by(h.id)) c
      cross join unnest(c.sections) as section
     group by c.pupil_id),
  found as (
    select p.id, p.family_name, concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name, p.birth_date,
           a.applications, a.placements, a.applied_on, s.sections, s.until, s.asked_at,
           case when s.shared then 'shared' when s.pupil_id is not null then 'asked' else 'none' end as share
      from applicant a join pupil p on p.id = a.pupil_id and p.erased_at is null left join share s on s.pupil_id = a.pupil_id
     where $2 = '' or concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name, a.opleidingen) ilike '%' || $2 || '%')
  select coalesce((select json_agg(x) from (
      select f.id as "pupilId", f.name, f.birth_date as "birthDate", f.applications, f.placements, f.applied_on as "appliedOn", f.share,
             coalesce(f.sections, '{}') as sections, (f.until at time zone 'Europe/Amsterdam')::date as "endsOn",
             (f.asked_at at time zone 'Europe/Amsterdam')::date as "askedOn"
        from found f where $3 = '' or f.share = $3
       order by f.applied_on, f.family_name, f.id limit ${PAGE} offset $4) x), '[]') as items,
    (select json_build_object('all', count(*), 'shared', count(*) filter (where share = 'shared'),
        'asked', count(*) filter (where share = 'asked'), 'none', count(*) filter (where share = 'none')) from found) as counts`;

const everyoneSql = applicantsSql('is not null');
const oneSql = applicantsSql('= $5::uuid');

/** Who applied or is placed at a receiving school, and what may be read of them there. */
@Injectable()
export class ApplicantsReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lists: PupilAccessReader,
    private readonly dossiers: DossierReader,
    private readonly consents: ConsentReader,
  ) {}

  /**
   * Everyone who applied or is placed at the actor's school, who came first on top: name, birth date and opleiding come from the
   * application itself; of the dossier only whether it was shared.
   */
  async applicants(actor: Actor, query: ApplicantQuery): Promise<ApplicantPage> {
    const offset = offsetOf(query.page);
    const { items, counts } = await this.find(actor, query, offset, null);
    const total = counts[query.share ?? 'all'];
    return {
      items,
      total,
      counts,
      from: items.length > 0 ? offset + 1 : 0,
      ...pagesAround(offset, PAGE, offset + PAGE < total),
    };
  }

  /**
   * One applicant, with the dossier and its summary where something is shared with the actor's school. That nothing is
   * shared yet is no refusal: the application itself may be seen. Without a tie here: 404, and on record.
   */
  async received(actor: Actor, pupilId: string): Promise<Received> {
    let refusal: DomainError | undefined;
    const dossier = await this.dossiers.dossier(actor, pupilId).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.status !== 404) throw error;
      refusal = error;
      return null;
    });
    const applicant = (await this.find(actor, {}, 0, pupilId)).items[0];
    if (!applicant) throw refusal ?? notFound();
    const mayAsk = dossier === null && (await this.consents.mayAsk(actor, pupilId, 'intake'));
    return { applicant, dossier, summary: dossier && summarise(dossier, this.clock.today()), mayAsk };
  }

  /** One statement; what was shown is on record as a list. */
  private async find(actor: Actor, query: ApplicantQuery, offset: number, pupilId: string | null): Promise<Found> {
    const values = [actor.schoolId, escaped(query.text ?? ''), query.share ?? '', offset];
    const sql = pupilId === null ? everyoneSql : oneSql;
    const found = (await this.db.one<Found & Record<string, unknown>>(sql, pupilId ? [...values, pupilId] : values))!;
    const ids = found.items.map((item) => item.pupilId);
    if (pupilId === null || ids.length > 0) await this.lists.recordList(actor, ids, ['application']);
    return found;
  }
}

interface Found {
  items: ApplicantResponse[];
  counts: ApplicantCounts;
}

/** A text to look for with LIKE, as it stands. */
const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
