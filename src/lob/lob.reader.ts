import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { PupilAccessReader } from '../pupil-access/pupil-access.reader.js';
import { type Grant, type Grants, PupilAccess } from '../pupil-access/pupil-access.service.js';
import { stillThere } from '../pupils/pupils.types.js';
import { mayCorrect } from './lob.rules.js';
import type {
  ClassLog,
  ClassLogSummary,
  LobProgress,
  ReflectionReader,
  Timeline,
  TimelineActivity,
  TimelineReflection,
  Zienswijze,
} from './lob.types.js';

const activityJson = `json_build_object('id', a.id, 'logId', a.log_id, 'type', a.type, 'title', a.title, 'place', a.place,
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'beroep', a.beroep, 'opleiding', o.name, 'opleidingId', a.opleiding_id,
  'goal', a.goal, 'competences', a.competences, 'remark', a.remark, 'result', a.result, 'evaluation', a.evaluation,
  'followUp', a.follow_up, 'loggedById', a.logged_by, 'version', a.version,
  'loggedBy', coalesce((select concat_ws(' ', s.given_name, nullif(s.infix, ''), s.family_name) from person s where s.id = a.logged_by),
    (select p.given_name from pupil p where p.id = a.logged_by), ''))`;

/** What the pupil says of facts and remarks that the school stays with; `activityId` says where it belongs. */
const zienswijzen = (
  where: string,
): string => `coalesce((select json_agg(json_build_object('activityId', z.subject_id, 'about', z.about,
     'wrong', z.wrong, 'shouldBe', z.should_be, 'on', (z.answered_at at time zone 'Europe/Amsterdam')::date) order by z.answered_at)
   from rectification z where ${where} and z.section = 'lob' and z.outcome = 'kept' and z.withdrawn_at is null), '[]')`;

/** Which opening counts for this reader; the pupil reads everything he wrote. */
const openedTo = (reader: string): string => `case ${reader} when 'own' then true
  when 'school' then r.opened_to_school_at is not null when 'mbo' then r.opened_to_mbo_at is not null
  when 'guardian' then r.opened_to_guardian_at is not null and (select app_age(p.birth_date, app_today()) < 18
     or app_age(p.birth_date, (r.opened_to_guardian_at at time zone 'Europe/Amsterdam')::date) >= 18 from pupil p where p.id = r.pupil_id)
  else false end`;

/** The database builds the timeline and the reflections as far as the grants go, for one pupil or for many alike. */
const timeline = (of: Record<'pupil' | 'lob' | 'own' | 'reflections' | 'reader', string>): string => `
  case when ${of.lob} then coalesce((select json_agg(${activityJson} order by a.starts_on desc, a.logged_at desc)
     from activity a left join opleiding o on o.id = a.opleiding_id
    where a.pupil_id = ${of.pupil} and a.removed_at is null and (not ${of.own} or a.logged_by = app_actor())), '[]') end as activities,
  case when ${of.lob} then ${zienswijzen(`z.pupil_id = ${of.pupil}`)} end as zienswijzen,
  case when ${of.reflections} then coalesce((select json_agg(json_build_object('id', r.id, 'activityId', r.activity_id, 'text', r.text,
       'openedTo', array_remove(array[case when r.opened_to_school_at is not null then 'school' end,
          case when r.opened_to_guardian_at is not null then 'guardian' end,
          case when r.opened_to_mbo_at is not null then 'mbo' end], null),
       'writtenOn', (r.written_at at time zone 'Europe/Amsterdam')::date, 'version', r.version) order by r.written_at desc)
     from reflection r where r.pupil_id = ${of.pupil} and ${openedTo(of.reader)}), '[]') end as reflections`;
export const timelineSql = `select ${timeline({ pupil: '$1', lob: '$2::boolean', own: '$3::boolean', reflections: '$4::boolean', reader: '$5::text' })}`;
const timelinesSql = `select t.pupil as "pupilId", ${timeline({ pupil: 't.pupil', lob: 't.lob', own: 't.own', reflections: 't.reflections', reader: 't.reader' })}
  from unnest($1::uuid[], $2::boolean[], $3::boolean[], $4::boolean[], $5::text[]) as t(pupil, lob, own, reflections, reader)`;

type PlacedZienswijze = Zienswijze & { activityId: string };
type TimelineRow = Timeline & { zienswijzen: PlacedZienswijze[] | null; [column: string]: unknown };

const withZienswijzen = (activity: TimelineActivity, said: readonly PlacedZienswijze[]): TimelineActivity => ({
  ...activity,
  zienswijzen: said.flatMap(({ activityId, about, wrong, shouldBe, on }) =>
    activityId === activity.id ? [{ about, wrong, shouldBe, on }] : [],
  ),
});
const toTimeline = ({ activities, reflections, zienswijzen: said }: TimelineRow): Timeline => ({
  activities: activities?.map((activity) => withZienswijzen(activity, said ?? [])) ?? null,
  reflections,
});

/** What most rows of a class log say: one pupil's row may have been corrected on its own. */
const most = (column: string): string => `mode() within group (order by a.${column})`;
const staffName = `(select concat_ws(' ', s.given_name, nullif(s.infix, ''), s.family_name) from person s where s.id = a.logged_by)`;

@Injectable()
export class LobReader {
  constructor(
    private readonly db: Db,
    private readonly access: PupilAccess,
    private readonly lists: PupilAccessReader,
  ) {}

  /** The LOB timeline and the reflections, as far as there is a Grant for each; null where there is none. */
  async timeline(lob: Grant<'lob'> | undefined, reflections: Grant<'reflections'> | undefined): Promise<Timeline> {
    const any = lob ?? reflections;
    if (!any) return { activities: null, reflections: null };
    const row = await this.db.one<TimelineRow>(timelineSql, timelineValues(any, lob, reflections));
    return row ? toTimeline(row) : { activities: null, reflections: null };
  }

  /** The same for several pupils, in one statement. */
  async timelines(of: readonly Grants[]): Promise<Map<string, Timeline>> {
    const values = of.flatMap(({ lob, reflections }) => {
      const any = lob ?? reflections;
      return any ? [timelineValues(any, lob, reflections)] : [];
    });
    const columns = [0, 1, 2, 3, 4].map((i) => values.map((row) => row[i]));
    const rows = await this.db.query<TimelineRow & { pupilId: string }>(timelinesSql, columns);
    return new Map(rows.map((row) => [row.pupilId, toTimeline(row)]));
  }

  /** One activity of the pupil who asks, with the reflection on it. */
  async withReflection(actor: Actor, id: string): Promise<ActivityWithReflection> {
    const { pupilId, activity } = await this.activity(actor, id);
    if (pupilId !== actor.id) throw notFound();
    const { reflections } = await this.timeline(
      undefined,
      await this.access.require(actor, actor.id, 'reflections', 'read'),
    );
    return { activity, reflection: reflections?.find(({ activityId }) => activityId === id) ?? null };
  }

  /** One that the pupil logged himself, to correct; 404 for what the school logged. */
  async ownActivity(actor: Actor, id: string): Promise<TimelineActivity> {
    const { activity } = await this.withReflection(actor, id);
    if (activity.loggedById !== actor.id) throw notFound();
    return activity;
  }

  /** One activity to work on, with the pupil it belongs to and whether the actor may change what it says. */
  async activity(
    actor: Actor,
    id: string,
  ): Promise<{ pupilId: string; pupilName: string; activity: TimelineActivity; mayCorrect: boolean }> {
    const row = await this.db.one<{
      pupilId: string;
      pupilName: string;
      activity: TimelineActivity;
      zienswijzen: PlacedZienswijze[];
    }>(
      `select a.pupil_id as "pupilId", ${activityJson} as activity,
              ${zienswijzen('z.pupil_id = a.pupil_id and z.subject_id = a.id')} as zienswijzen,
              (select concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name) from pupil p where p.id = a.pupil_id) as "pupilName"
         from activity a left join opleiding o on o.id = a.opleiding_id where a.id = $1 and a.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    const { pupilId, pupilName, zienswijzen: said } = row;
    const activity = withZienswijzen(row.activity, said);
    const { permission } = await this.access.require(actor, pupilId, 'lob', 'read');
    if (permission.extent === 'own' && activity.loggedById !== actor.id) throw notFound();
    const writes = await this.access.may(actor, pupilId, 'lob', 'write');
    const may = writes && mayCorrect(actor, permission, { loggedBy: activity.loggedById, pupilId });
    return { pupilId, pupilName, activity, mayCorrect: may };
  }

  /** Per pupil what is there, never what it says. The ids come from a list that the actor may see. */
  progress(pupilIds: string[]): Promise<LobProgress[]> {
    return this.db.query<LobProgress & Record<string, unknown>>(
      `select ids.id as "pupilId", count(a.id)::int as activities,
              count(a.id) filter (where a.result <> '' and a.evaluation <> '' and a.follow_up <> '')::int as "withOwnWords",
              coalesce(max(w.written), 0)::int as reflections,
              array(select distinct c from activity b, unnest(b.competences) c
                     where b.pupil_id = ids.id and b.removed_at is null) as competences,
              max(a.starts_on)::text as "lastOn"
         from unnest($1::uuid[]) as ids(id)
         left join activity a on a.pupil_id = ids.id and a.removed_at is null
         left join reflections_written($1::uuid[]) w on w.pupil_id = ids.id
        group by ids.id`,
      [pupilIds],
    );
  }

  /**
   * The class logs of a group, newest first: of the whole school for decaan and LOB-coördinator, else of the actor's own
   * pupils and what he logged for the groups that he teaches.
   */
  logs(actor: Actor, groupId: string): Promise<ClassLogSummary[]> {
    return this.db.query<ClassLogSummary & Record<string, unknown>>(
      `select a.log_id as "logId", ${most('type')} as type, ${most('title')} as title, ${most('place')} as place,
              ${most('starts_on')}::text as "startsOn", ${most('ends_on')}::text as "endsOn", count(*)::int as pupils,
              ${staffName} as "loggedBy", a.logged_by = $3 or $2::boolean as "mayCorrect"
         from activity a join pupil p on p.id = a.pupil_id
        where a.group_id = $4 and a.school_id = $1 and a.removed_at is null and ${stillThere}
          and ($2::boolean
            or exists (select from mentor_assignment m where m.pupil_id = a.pupil_id and m.person_id = $3
                       and app_today() between m.valid_from and m.valid_until)
            or (a.logged_by = $3 and exists (select from teaching_assignment t where t.group_id = $4 and t.person_id = $3
                       and app_today() between t.valid_from and t.valid_until)))
        group by a.log_id, a.logged_by order by ${most('starts_on')} desc, a.log_id`,
      [actor.schoolId, hasRole(actor, 'decaan', 'lob-coordinator'), actor.id, groupId],
    );
  }

  /** One class log with its facts and pupils, for whoever may correct it; 404 for anyone else. The list is on record. */
  async classLog(actor: Actor, logId: string): Promise<ClassLog> {
    const row = await this.db.one<ClassLog & Record<string, unknown>>(
      `select a.log_id as "logId", a.group_id as "groupId", g.name as "group", ${most('type')} as type,
              ${most('title')} as title, ${most('place')} as place, ${most('starts_on')}::text as "startsOn",
              ${most('ends_on')}::text as "endsOn", ${most('beroep')} as beroep, ${most('opleiding_id')} as "opleidingId",
              ${most('goal')} as goal, ${most('competences')} as competences, ${staffName} as "loggedBy",
              count(*) filter (where concat(a.result, a.evaluation, a.follow_up) <> '')::int as "withOwnWords",
              reflections_on(a.log_id) as reflections, ${logVersion} as version,
              json_agg(json_build_object('id', p.id, 'activityId', a.id, 'remark', a.remark,
                'name', concat_ws(' ', p.given_name, nullif(p.infix, ''), p.family_name)) order by p.given_name collate "und-x-icu", p.family_name collate "und-x-icu") as pupils
         from activity a join pupil p on p.id = a.pupil_id join pupil_group g on g.id = a.group_id
        where a.log_id = $1 and a.removed_at is null and a.school_id = $2 and ${correctsLog(3, 4)}
        group by a.log_id, a.group_id, g.name, a.logged_by`,
      [logId, actor.schoolId, actor.id, hasRole(actor, 'decaan', 'lob-coordinator')],
    );
    if (!row) throw notFound();
    await this.lists.recordList(
      actor,
      row.pupils.map(({ id }) => id),
      ['lob'],
    );
    return row;
  }
}

/** An activity as the pupil works on it. */
export interface ActivityWithReflection {
  activity: TimelineActivity;
  reflection: TimelineReflection | null;
}

/**
 * A class log is corrected by decaan and LOB-coördinator of the school, and by whoever logged it: for the pupils whom he
 * still mentors or teaches today; of those who left nobody does. Of `activity a`; the numbers of the parameters with the actor and with whether he may all.
 */
export const correctsLog = (actor: number, mayAll: number): string => `exists (
  select from pupil p where p.id = a.pupil_id and ${stillThere}) and ($${mayAll}::boolean or (a.logged_by = $${actor}
  and (exists (select from mentor_assignment m where m.pupil_id = a.pupil_id and m.person_id = $${actor}
               and app_today() between m.valid_from and m.valid_until)
    or exists (select from enrolment e join teaching_assignment t on t.group_id = e.group_id
                where e.pupil_id = a.pupil_id and t.person_id = $${actor} and app_today() between t.valid_from and t.valid_until
                  and e.valid_from <= app_today() and (e.valid_until is null or e.valid_until >= app_today())))))`;

/** Changes when any fact of any row of a class log does; what pupils write themselves does not count. */
export const logVersion = `('x' || left(md5(string_agg(concat_ws('|', a.id, a.type, a.title, a.place, a.starts_on, a.ends_on, a.beroep,
  a.opleiding_id, a.goal, a.competences::text), '~' order by a.id)), 7))::bit(28)::int`;

const timelineValues = (
  any: Grant,
  lob: Grant<'lob'> | undefined,
  reflections: Grant<'reflections'> | undefined,
): unknown[] => [
  any.pupilId,
  lob !== undefined,
  lob?.permission.extent === 'own',
  reflections !== undefined,
  reflections ? readerOf(reflections) : 'none',
];

function readerOf({ permission }: Grant<'reflections'>): ReflectionReader | 'own' {
  if (permission.role === 'pupil') return 'own';
  if (permission.role === 'guardian') return 'guardian';
  return permission.role === 'intaker' || permission.role === 'slb' ? 'mbo' : 'school';
}
