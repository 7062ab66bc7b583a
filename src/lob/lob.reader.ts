import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { type Grant, PupilAccess } from '../pupil-access/pupil-access.service.js';
import type { LobProgress, ReflectionReader, Timeline, TimelineActivity } from './lob.types.js';

const activityJson = `json_build_object('id', a.id, 'logId', a.log_id, 'type', a.type, 'title', a.title, 'place', a.place,
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'beroep', a.beroep, 'opleiding', o.name, 'opleidingId', a.opleiding_id,
  'goal', a.goal, 'competences', a.competences, 'remark', a.remark, 'result', a.result, 'evaluation', a.evaluation,
  'followUp', a.follow_up, 'loggedById', a.logged_by, 'version', a.version,
  'loggedBy', coalesce((select concat_ws(' ', s.given_name, nullif(s.infix, ''), s.family_name) from person s where s.id = a.logged_by),
    (select p.given_name from pupil p where p.id = a.logged_by), ''))`;

/** Which opening counts for this reader; the pupil reads everything he wrote. */
const openedToReader = `case $5::text when 'own' then true when 'school' then r.opened_to_school_at is not null
  when 'mbo' then r.opened_to_mbo_at is not null
  when 'guardian' then r.opened_to_guardian_at is not null and (select app_age(p.birth_date, app_today()) < 18
     or app_age(p.birth_date, (r.opened_to_guardian_at at time zone 'Europe/Amsterdam')::date) >= 18 from pupil p where p.id = r.pupil_id)
  else false end`;

/** One statement: the database builds the timeline and the reflections as far as the grants go. */
const timelineSql = `select
  case when $2::boolean then coalesce((select json_agg(${activityJson} order by a.starts_on desc, a.logged_at desc)
     from activity a left join opleiding o on o.id = a.opleiding_id
    where a.pupil_id = $1 and a.removed_at is null and (not $3::boolean or a.logged_by = app_actor())), '[]') end as activities,
  case when $4::boolean then coalesce((select json_agg(json_build_object('id', r.id, 'activityId', r.activity_id, 'text', r.text,
       'openedTo', array_remove(array[case when r.opened_to_school_at is not null then 'school' end,
          case when r.opened_to_guardian_at is not null then 'guardian' end,
          case when r.opened_to_mbo_at is not null then 'mbo' end], null),
       'writtenOn', (r.written_at at time zone 'Europe/Amsterdam')::date, 'version', r.version) order by r.written_at desc)
     from reflection r where r.pupil_id = $1 and ${openedToReader}), '[]') end as reflections`;

@Injectable()
export class LobReader {
  constructor(
    private readonly db: Db,
    private readonly access: PupilAccess,
  ) {}

  /** The LOB timeline and the reflections, as far as there is a Grant for each; null where there is none. */
  async timeline(lob: Grant<'lob'> | undefined, reflections: Grant<'reflections'> | undefined): Promise<Timeline> {
    const any = lob ?? reflections;
    if (!any) return { activities: null, reflections: null };
    const row = await this.db.one<Timeline & Record<string, unknown>>(timelineSql, [
      any.pupilId,
      lob !== undefined,
      lob?.permission.extent === 'own',
      reflections !== undefined,
      reflections ? readerOf(reflections) : 'none',
    ]);
    return { activities: row?.activities ?? null, reflections: row?.reflections ?? null };
  }

  /** One activity to work on, with the pupil it belongs to. */
  async activity(actor: Actor, id: string): Promise<{ pupilId: string; activity: TimelineActivity }> {
    const row = await this.db.one<{ pupilId: string; activity: TimelineActivity }>(
      `select a.pupil_id as "pupilId", ${activityJson} as activity
         from activity a left join opleiding o on o.id = a.opleiding_id where a.id = $1 and a.removed_at is null`,
      [id],
    );
    if (!row) throw notFound();
    const grant = await this.access.require(actor, row.pupilId, 'lob', 'read');
    if (grant.permission.extent === 'own' && row.activity.loggedById !== actor.id) throw notFound();
    return row;
  }

  /** Per pupil what is there, never what it says. The ids come from a list that the actor may see. */
  progress(pupilIds: string[]): Promise<LobProgress[]> {
    return this.db.query<LobProgress & Record<string, unknown>>(
      `select ids.id as "pupilId", count(a.id)::int as activities,
              count(a.id) filter (where a.result <> '' and a.evaluation <> '' and a.follow_up <> '')::int as "withOwnWords",
              coalesce(max(w.written), 0)::int as reflections,
              (select count(distinct c)::int from activity b, unnest(b.competences) c
                where b.pupil_id = ids.id and b.removed_at is null) as competences,
              max(a.starts_on)::text as "lastOn"
         from unnest($1::uuid[]) as ids(id)
         left join activity a on a.pupil_id = ids.id and a.removed_at is null
         left join reflections_written($1::uuid[]) w on w.pupil_id = ids.id
        group by ids.id`,
      [pupilIds],
    );
  }

  /** The class logs of a group, newest first, for whoever may correct them. */
  logs(groupId: string): Promise<ClassLog[]> {
    return this.db.query<ClassLog & Record<string, unknown>>(
      `select log_id as "logId", min(type) as type, min(title) as title, min(starts_on)::text as "startsOn",
              min(place) as place, count(*)::int as pupils, min(logged_by::text) as "loggedById"
         from activity where group_id = $1 and removed_at is null group by log_id order by min(starts_on) desc, log_id`,
      [groupId],
    );
  }
}

export interface ClassLog {
  logId: string;
  type: TimelineActivity['type'];
  title: string;
  startsOn: string;
  place: string;
  pupils: number;
  loggedById: string;
}

function readerOf({ permission }: Grant<'reflections'>): ReflectionReader | 'own' {
  if (permission.role === 'pupil') return 'own';
  if (permission.role === 'guardian') return 'guardian';
  return permission.basis === 'consent' ? 'mbo' : 'school';
}
