import { Injectable } from '@nestjs/common';
import type { ConsentState } from '../consent/consent.types.js';
import { LobReader } from '../lob/lob.reader.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { stillThere } from '../pupils/pupils.types.js';
import { type GroupPupil, type GroupSummary, PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import {
  admissionDeadline,
  daysBetween,
  figuresOf,
  isExamYear,
  isReminded,
  matches,
  perGroup,
  waitingFor,
} from './overview.rules.js';
import type { Overview, OverviewFilter, OverviewRow } from './overview.types.js';

interface Row {
  pupilId: string;
  name: string;
  givenName: string;
  group: string;
  groupId: string;
  year: number | null;
  appliedFor: string[];
  consent: ConsentState | 'none';
  unanswered: boolean;
  [column: string]: unknown;
}

/** A pupil on the list of a group; progress only of pupils whom the actor guides. */
export type ListedProgress = GroupPupil & { progress: OverviewRow | null };

/** Where a pupil with several requests stands: the first of these. */
const order: readonly ConsentState[] = [
  'in-force',
  'asked',
  'waiting-for-pupil',
  'waiting-for-guardian',
  'blocked',
  'refused',
];

/** Every pupil in sight with what the database knows of application and consent; $4 one group, $5 one pupil. */
const overviewSql = `select p.id as "pupilId", concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) as name,
    p.given_name as "givenName", g.name as "group", g.id as "groupId", coalesce(e.year, g.year) as year,
    array(select o.name from application a join opleiding o on o.id = a.opleiding_id
           where a.pupil_id = p.id and a.withdrawn_at is null order by a.applied_on) as "appliedFor",
    coalesce(($6::text[])[c.best], 'none') as consent, coalesce(c.unanswered, false) as unanswered
  from enrolment e join pupil p on p.id = e.pupil_id join pupil_group g on g.id = e.group_id
  left join lateral (
    select min(array_position($6::text[], s.state)) as best, bool_or(s.state in ('asked', 'waiting-for-pupil')) as unanswered
      from consent c cross join lateral (
        select count(*) as given, bool_or(x.agreed) filter (where x.by_role = 'pupil') as pupil,
               bool_or(not x.agreed) filter (where x.by_role = 'guardian' and exists (select from guardian w
                 where w.pupil_id = p.id and w.person_id = x.by_id and w.custody))
                 or exists (select from guardian w where w.pupil_id = p.id and w.custody
                   and consent_no_before(c.id, w.person_id) is not null) as blocked
          from consent_answer x where x.consent_id = c.id) a
      cross join lateral (select case
        when c.in_force_since <= app_now() then 'in-force'
        when not a.pupil then 'refused'
        when app_age(p.birth_date, app_today()) < 16 and a.blocked then 'blocked'
        when c.asked_at is not null and a.given = 0 then 'asked'
        when a.pupil and app_age(p.birth_date, app_today()) < 16 then 'waiting-for-guardian'
        else 'waiting-for-pupil' end as state) s
     where c.pupil_id = p.id and c.purpose = 'intake' and c.withdrawn_at is null and c.valid_until > app_now()) c on true
 where e.school_id = $1 and e.school_year = app_school_year() and ${stillThere}
   and e.valid_from <= app_today() and (e.valid_until is null or e.valid_until >= app_today())
   and ($4::uuid is null or e.group_id = $4) and ($5::uuid is null or p.id = $5)
   and ($2::boolean or exists (select from mentor_assignment m where m.pupil_id = p.id and m.person_id = $3
        and app_today() between m.valid_from and m.valid_until))
 order by year nulls last, g.name, p.given_name collate "und-x-icu", p.family_name collate "und-x-icu"`;

/** What still misses, per pupil: for decaan and LOB-coördinator of the school and for the mentor of the pupils. */
@Injectable()
export class OverviewReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly lob: LobReader,
    private readonly lists: PupilAccessReader,
  ) {}

  /** Figures over everyone in sight, and the rows that fit the filter. */
  async overview(actor: Actor, filter: OverviewFilter = {}): Promise<Overview> {
    const rows = await this.rows(actor);
    const deadline = admissionDeadline(this.clock.schoolYear());
    return {
      rows: rows.filter((row) => matches(row, filter)),
      figures: figuresOf(rows),
      groups: perGroup(rows),
      years: [...new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])))],
      deadline,
      daysLeft: daysBetween(this.clock.today(), deadline),
    };
  }

  /** Every pupil of a group whom the actor may see, with the progress of those whom he guides; 404 when there is none. */
  async group(actor: Actor, groupId: string): Promise<{ group: GroupSummary; pupils: ListedProgress[] }> {
    const { group, pupils } = await this.lists.group(actor, groupId);
    const progress = new Map((await this.rows(actor, groupId)).map((row) => [row.pupilId, row]));
    return { group, pupils: pupils.map((pupil) => ({ ...pupil, progress: progress.get(pupil.id) ?? null })) };
  }

  /** The pupils of a group who have not answered a request or not written a reflection: that, never what. */
  async toRemind(actor: Actor, groupId: string): Promise<{ group: GroupSummary; rows: OverviewRow[] }> {
    const { group, pupils } = await this.group(actor, groupId);
    const rows = pupils.flatMap(({ progress }) => (progress && isReminded(progress) ? [progress] : []));
    return { group, rows };
  }

  /** One pupil, or null when the actor does not guide him or he is in no group now. */
  async pupil(actor: Actor, pupilId: string): Promise<OverviewRow | null> {
    return (await this.rows(actor, null, pupilId))[0] ?? null;
  }

  private async rows(
    actor: Actor,
    groupId: string | null = null,
    pupilId: string | null = null,
  ): Promise<OverviewRow[]> {
    const all = hasRole(actor, 'decaan', 'lob-coordinator');
    const rows = await this.db.query<Row>(overviewSql, [actor.schoolId, all, actor.id, groupId, pupilId, order]);
    if (rows.length === 0) return [];
    const ids = rows.map((row) => row.pupilId);
    const progress = new Map((await this.lob.progress(ids)).map((row) => [row.pupilId, row]));
    await this.lists.recordList(actor, ids, ['lob', 'consent']);
    return rows.map(({ pupilId: id, name, givenName, group, groupId: own, year, appliedFor, consent, unanswered }) => {
      const { activities = 0, withOwnWords = 0, reflections = 0, competences = [] } = progress.get(id) ?? {};
      const examYear = isExamYear(year);
      const facts = { examYear, activities, reflections, appliedFor, consent };
      const states = waitingFor({ ...facts, unanswered });
      return { pupilId: id, name, givenName, groupId: own, group, year, withOwnWords, competences, ...facts, states };
    });
  }
}
