import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, hasRole } from '../platform/access/actor.js';
import { dayIn } from '../platform/calendar.js';
import { Db } from '../platform/database/db.js';
import { notFound } from '../platform/errors/domain-error.js';
import { FamilyReader } from '../pupils/family.reader.js';
import { whoIs } from '../pupils/pupil-names.types.js';
import type { RectificationResponse, RectificationTaskResponse } from './rectification.dto.js';
import { answering, type Correctable } from './rectification.types.js';

/** What stood and stands there is left out for whoever does not see the item itself. */
const columns = `r.id, r.pupil_id as "pupilId", r.section, r.about, r.subject_id as "subjectId",
  (select a.title from activity a where a.id = r.subject_id) as title, r.wrong, r.should_be as "shouldBe",
  r.asked_as as "askedAs", ${whoIs('r.asked_by')} as "askedBy", ${dayIn('r.asked_at')} as "askedOn", r.due_on::text as "dueOn",
  case when f.facts is not null then r.was end as was, case when f.facts is not null then r.became end as became,
  r.outcome, r.answer, case when r.answered_by is not null then ${whoIs('r.answered_by')} end as "answeredBy",
  ${dayIn('r.answered_at')} as "answeredOn", ${dayIn('r.withdrawn_at')} as "withdrawnOn", r.version`;
const from = `from rectification r cross join lateral (select item_facts(r.about, r.pupil_id, r.subject_id) as facts) f`;

/**
 * Who answers what, as `app_answers` says it too: $1 the school, $2 the actor, $3 decaan or LOB-coördinator, $4 whoever
 * keeps the roster, $5 the administrator, who answers everything of who left. Neither who left nor who was erased is seen in
 * the table, so that the facts tell them apart: for who was erased nobody answers.
 */
const mine = `r.school_id = $1 and case
  when p.id is null then $5::boolean and (select (x->>'leftOn')::date <= app_today() and not (x->>'erased')::boolean
    from pupil_facts(r.pupil_id) x)
  when r.section = 'lob' then $3::boolean or exists (select from mentor_assignment m where m.pupil_id = r.pupil_id
    and m.person_id = $2 and app_today() between m.valid_from and m.valid_until)
  else $4::boolean end`;
const open = 'r.answered_at is null and r.withdrawn_at is null';
const taskFrom = `${from}
  left join pupil p on p.id = r.pupil_id and p.erased_at is null and coalesce(p.left_on, 'infinity') > app_today()
  left join lateral (select g.name from enrolment e join pupil_group g on g.id = e.group_id
    where e.pupil_id = r.pupil_id order by e.school_year desc limit 1) k on true`;
const tasks = `select ${columns}, coalesce(pupil_who_asks(r.pupil_id), '') as pupil, k.name as "group", f.facts as now,
  ${open} and r.due_on < app_today() as late ${taskFrom} where ${mine}`;

@Injectable()
export class RectificationReader {
  constructor(
    private readonly db: Db,
    private readonly family: FamilyReader,
    private readonly audit: AuditService,
  ) {}

  /** The requests of a pupil, newest first: for the pupil, and a guardian with custody under 16. */
  async ofPupil(actor: Actor, pupilId: string): Promise<RectificationResponse[]> {
    await this.family.require(actor, pupilId);
    const rows = await this.db.query<RectificationResponse & Record<string, unknown>>(
      `select ${columns} ${from} where r.pupil_id = $1 order by r.asked_at desc, r.id`,
      [pupilId],
    );
    return rows.map(toResponse);
  }

  /** One request of a pupil, for the family, or 404. */
  async ofFamily(actor: Actor, id: string): Promise<RectificationResponse> {
    const row = await this.db.one<RectificationResponse & Record<string, unknown>>(
      `select ${columns} ${from} where r.id = $1`,
      [id],
    );
    if (!row) throw notFound();
    await this.family.require(actor, row.pupilId);
    return toResponse(row);
  }

  /**
   * Everything in the dossier that the school wrote down and that can be said to be wrong. What the pupil logged himself
   * he corrects himself.
   */
  async correctable(actor: Actor, pupilId: string): Promise<Correctable[]> {
    await this.family.require(actor, pupilId);
    const rows = await this.db.query<Correctable & Record<string, unknown>>(
      `select x.about, x.subject_id as "subjectId", item_facts(x.about, $1, x.subject_id) as facts, x.title,
              ${whoIs('x.by')} as by, exists (select from rectification r where r.about = x.about
                and r.subject_id = x.subject_id and ${open}) as asked
         from (
           select 1 as rank, 'profile' as about, p.id as subject_id, null as title, null::uuid as by, null::date as "on"
             from pupil p where p.id = $1
           union all select 2, 'enrolment', e.id, null, null, e.valid_from from enrolment e where e.pupil_id = $1
           union all select 3, 'activity', a.id, a.title, a.logged_by, a.starts_on from activity a
             where a.pupil_id = $1 and a.logged_by <> $1 and a.removed_at is null
           union all select 4, 'remark', a.id, a.title, a.logged_by, a.starts_on from activity a
             where a.pupil_id = $1 and a.remark <> '' and a.removed_at is null) x
        order by x.rank, x."on" desc, x.subject_id`,
      [pupilId],
    );
    return rows.map(({ about, subjectId, facts, title, by, asked }) => ({ about, subjectId, facts, title, by, asked }));
  }

  /** What the school has to answer, as far as it is this actor's: open ones first, the oldest at the top. On record. */
  async tasks(actor: Actor): Promise<RectificationTaskResponse[]> {
    const rows = await this.db.query<RectificationTaskResponse & Record<string, unknown>>(
      `${tasks} and (${open} or coalesce(r.answered_at, r.withdrawn_at) > app_now() - interval '1 year')
        order by (${open}) desc, case when ${open} then r.asked_at end, r.asked_at desc, r.id`,
      answers(actor),
    );
    if (rows.length > 0)
      await this.audit.record({
        chain: 'school',
        chainId: actor.schoolId!,
        action: 'list.read',
        role: answerRole(actor),
        sections: [...new Set(rows.map(({ section }) => section))],
        pupilIds: [...new Set(rows.map(({ pupilId }) => pupilId))],
      });
    return rows.map(toTask);
  }

  /** One of them, or 404. On record. */
  async task(actor: Actor, id: string): Promise<RectificationTaskResponse> {
    const row = await this.db.one<RectificationTaskResponse & Record<string, unknown>>(`${tasks} and r.id = $6`, [
      ...answers(actor),
      id,
    ]);
    if (!row) throw notFound();
    await this.audit.record({
      chain: 'pupil',
      chainId: row.pupilId,
      action: 'section.read',
      role: answerRole(actor),
      basis: 'request',
      sections: [row.section],
      subjectIds: [id],
    });
    return toTask(row);
  }

  /** How many wait for this actor, to say so where he begins. */
  async waiting(actor: Actor): Promise<number> {
    if (!hasRole(actor, ...answering)) return 0;
    const row = await this.db.one<{ waiting: number }>(
      `select count(*)::int as waiting ${taskFrom} where ${mine} and ${open}`,
      answers(actor),
    );
    return row!.waiting;
  }
}

const answers = (actor: Actor): unknown[] => [
  actor.schoolId,
  actor.id,
  hasRole(actor, 'decaan', 'lob-coordinator'),
  hasRole(actor, 'school-administrator', 'decaan'),
  hasRole(actor, 'school-administrator'),
];
/** Of several roles the one that answers most. */
export const answerRole = (actor: Actor) =>
  (['decaan', 'school-administrator', 'lob-coordinator', 'mentor'] as const).find((role) => hasRole(actor, role));

const toResponse = (row: RectificationResponse): RectificationResponse => ({
  id: row.id,
  pupilId: row.pupilId,
  section: row.section,
  about: row.about,
  subjectId: row.subjectId,
  title: row.title,
  wrong: row.wrong,
  shouldBe: row.shouldBe,
  askedAs: row.askedAs,
  askedBy: row.askedBy,
  askedOn: row.askedOn,
  dueOn: row.dueOn,
  was: row.was,
  became: row.became,
  outcome: row.outcome,
  answer: row.answer,
  answeredBy: row.answeredBy,
  answeredOn: row.answeredOn,
  withdrawnOn: row.withdrawnOn,
  version: row.version,
});
const toTask = (row: RectificationTaskResponse): RectificationTaskResponse => ({
  ...toResponse(row),
  pupil: row.pupil,
  group: row.group,
  now: row.now,
  late: row.late,
});
