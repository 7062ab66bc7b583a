import { Injectable } from '@nestjs/common';
import type { ConsentState } from '../consent/consent.types.js';
import { LobReader } from '../lob/lob.reader.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import type { OverviewRow } from './dossier.dto.js';

interface Row {
  pupilId: string;
  name: string;
  group: string;
  groupId: string;
  year: number | null;
  applications: number;
  consent: ConsentState | 'none';
  consentUnanswered: boolean;
  [column: string]: unknown;
}

/** What still misses, per pupil: for decaan and LOB-coördinator of the school and for the mentor of the pupils. */
@Injectable()
export class OverviewReader {
  constructor(
    private readonly db: Db,
    private readonly lob: LobReader,
    private readonly lists: PupilAccessReader,
  ) {}

  /** @param year only pupils in this leerjaar */
  async overview(actor: Actor, year?: number): Promise<OverviewRow[]> {
    const rows = await this.db.query<Row>(
      `select p.id as "pupilId", concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name,
              g.name as "group", g.id as "groupId", e.year,
              (select count(*)::int from application a where a.pupil_id = p.id and a.withdrawn_at is null) as applications,
              coalesce(c.state, 'none') as consent, coalesce(c.unanswered, false) as "consentUnanswered"
         from enrolment e join pupil p on p.id = e.pupil_id join pupil_group g on g.id = e.group_id
         left join lateral (
           select bool_or(c.asked_at is not null and not exists (select from consent_answer a where a.consent_id = c.id)) as unanswered,
                  case when bool_or(c.in_force_since <= app_now()) then 'in-force'
                       when bool_or(c.asked_at is not null and not exists (select from consent_answer a where a.consent_id = c.id)) then 'asked'
                       when count(*) > 0 then 'waiting-for-guardian' end as state
             from consent c where c.pupil_id = p.id and c.withdrawn_at is null and c.valid_until > app_now()) c on true
        where e.school_id = $1 and e.school_year = app_school_year() and p.left_on is null
          and e.valid_from <= app_today() and (e.valid_until is null or e.valid_until >= app_today())
          and ($4::int is null or e.year = $4)
          and ($2::boolean or exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $3
               and app_today() between m.valid_from and m.valid_until))
        order by g.name, p.given_name, p.family_name`,
      [actor.schoolId, hasRole(actor, 'decaan', 'lob-coordinator'), actor.id, year ?? null],
    );
    const ids = rows.map((row) => row.pupilId);
    const progress = new Map((await this.lob.progress(ids)).map((row) => [row.pupilId, row]));
    await this.lists.recordList(actor, ids, ['lob', 'consent']);
    return rows.map((row) => {
      const { activities = 0, reflections = 0 } = progress.get(row.pupilId) ?? {};
      return {
        pupilId: row.pupilId,
        name: row.name,
        group: row.group,
        groupId: row.groupId,
        year: row.year,
        activities,
        reflections,
        applications: row.applications,
        consent: row.consent,
        consentUnanswered: row.consentUnanswered,
        noReflection: activities > 0 && reflections === 0,
      };
    });
  }
}
