import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { sections } from '../consent/consent.types.js';
import type { Actor } from '../platform/access/actor.js';
import { Clock } from '../platform/clock.js';
import { Db } from '../platform/database/db.js';
import { PupilAccess } from '../pupil-access/pupil-access.service.js';
import { FamilyReader } from '../pupils/family.reader.js';
import { nameIn, whoIs } from '../pupils/pupil-names.types.js';
import { COPY_VERSION, type OwnCopyResponse } from './own-copy.dto.js';

type Part<K extends keyof OwnCopyResponse> = Pick<OwnCopyResponse, K> & Record<string, unknown>;

const list = (columns: string, order: string, from: string): string =>
  `coalesce((select json_agg(json_build_object(${columns}) order by ${order}) from ${from}), '[]')`;

const profileSql = `select json_build_object('name', ${nameIn('p')}, 'givenName', p.given_name, 'registerName', p.register_name,
    'infix', p.infix, 'familyName', p.family_name, 'birthDate', p.birth_date, 'email', p.email, 'pupilNumber', p.pupil_number,
    'school', s.name, 'leftOn', p.left_on, 'openedToGuardians', p.guardian_sections,
    'openedToGuardiansAt', p.guardian_sections_at) as profile,
  ${list(`'name', ${nameIn('d')}, 'custody', g.custody`, 'd.family_name, g.id', 'guardian g join person d on d.id = g.person_id where g.pupil_id = p.id')} as guardians,
  ${list(
    `'schoolYear', e.school_year, 'school', es.name, 'group', g.name, 'year', e.year, 'leerweg', e.leerweg, 'profiel', e.profiel,
     'from', e.valid_from, 'until', e.valid_until`,
    'e.valid_from, e.id',
    `enrolment e left join pupil_group g on g.id = e.group_id join school es on es.id = coalesce(g.school_id, e.school_id)
     where e.pupil_id = p.id`,
  )} as enrolments,
  ${list(
    `'name', ${nameIn('d')}, 'substitute', m.substitute, 'from', m.valid_from, 'until', m.valid_until`,
    'm.valid_from, m.id',
    'mentor_assignment m join person d on d.id = m.person_id where m.pupil_id = p.id',
  )} as mentors,
  account_for_copy(p.id) as account
  from pupil p join school s on s.id = p.school_id where p.id = $1`;

/** $2: the guardian who asks reads only what was opened to guardians. */
const lobSql = `select ${list(
  `'id', a.id, 'type', a.type, 'title', a.title, 'place', a.place, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
   'beroep', a.beroep, 'opleiding', o.name, 'goal', a.goal, 'competences', a.competences, 'remark', a.remark,
   'result', a.result, 'evaluation', a.evaluation, 'followUp', a.follow_up, 'group', g.name, 'loggedBy', ${whoIs('a.logged_by')},
   'loggedAt', a.logged_at, 'removedAt', a.removed_at, 'removedReason', a.removed_reason`,
  'a.starts_on, a.logged_at, a.id',
  `activity a left join opleiding o on o.id = a.opleiding_id left join pupil_group g on g.id = a.group_id where a.pupil_id = $1`,
)} as activities,
  ${list(
    `'activityId', r.activity_id, 'text', r.text, 'writtenAt', r.written_at, 'openedToSchoolAt', r.opened_to_school_at,
     'openedToGuardianAt', r.opened_to_guardian_at, 'openedToMboAt', r.opened_to_mbo_at`,
    'r.written_at, r.id',
    'reflection r where r.pupil_id = $1 and (not $2::boolean or r.opened_to_guardian_at is not null)',
  )} as reflections`;

const said = 'id, consent_id, by_role, by_id, agreed, at, text_id, recorded_by, second_id, signed_on';
const sharingSql = `select ${list(
  `'school', s.name, 'opleiding', o.name, 'crebo', o.crebo, 'niveau', o.niveau, 'leerweg', o.leerweg, 'place', l.place,
   'appliedOn', a.applied_on, 'plannedStart', a.planned_start, 'recordedBy', ${whoIs('a.recorded_by')}, 'withdrawnAt', a.withdrawn_at`,
  'a.applied_on, a.id',
  `application a join school s on s.id = a.to_school_id join opleiding o on o.id = a.opleiding_id
   join location l on l.id = o.location_id where a.pupil_id = $1`,
)} as applications,
  ${list(
    `'school', s.name, 'opleiding', o.name, 'startsOn', l.starts_on, 'endedOn', l.ended_on, 'recordedBy', ${whoIs('l.recorded_by')},
     'recordedAt', l.recorded_at, 'slb', ${list(
       `'name', ${whoIs('b.person_id')}, 'from', b.valid_from, 'until', b.valid_until, 'recordedBy', ${whoIs('b.recorded_by')}`,
       'b.valid_from, b.id',
       'slb_assignment b where b.placement_id = l.id',
     )}`,
    'l.starts_on, l.id',
    'placement l join school s on s.id = l.to_school_id join opleiding o on o.id = l.opleiding_id where l.pupil_id = $1',
  )} as placements,
  ${list(
    `'toSchool', s.name, 'toSchoolNamed', c.to_school_named, 'sections', c.sections, 'purpose', c.purpose, 'textVersion', c.text_version, 'createdAt', c.created_at,
     'askedAt', c.asked_at, 'askedBy', case when c.asked_by is not null then ${whoIs('c.asked_by')} end,
     'askedReason', c.asked_reason, 'laterUntil', c.later_until,
     'inForceSince', c.in_force_since, 'validUntil', c.valid_until, 'withdrawnAt', c.withdrawn_at,
     'withdrawnBy', case when c.withdrawn_by is not null then ${whoIs('c.withdrawn_by')} end,
     'answers', ${list(
       `'by', n.by_role, 'name', ${whoIs('n.by_id')}, 'agreed', n.agreed, 'at', n.at, 'text', (select json_build_object(
       'language', x.language, 'title', x.title, 'body', x.body) from consent_text x where x.id = n.text_id),
       'signedOn', n.signed_on, 'recordedBy', case when n.recorded_by is not null then json_build_array(${whoIs('n.recorded_by')},
       ${whoIs('n.second_id')}) end, 'replacedAt', n.replaced_at`,
       'n.at, n.id',
       `(select ${said}, null::timestamptz as replaced_at from consent_answer
        union all select ${said}, replaced_at from consent_answer_past) n
      where n.consent_id = c.id`,
     )}`,
    'c.created_at, c.id',
    'consent c join school s on s.id = c.to_school_id where c.pupil_id = $1',
  )} as shares`;

const schoolsSql = `select ${list(
  `'toSchool', s.name, 'sections', h.sections, 'purpose', h.purpose, 'offeredAt', h.offered_at, 'offeredBy', ${whoIs('h.offered_by')},
   'inForceSince', h.in_force_since, 'validUntil', h.valid_until, 'endedAt', h.ended_at,
   'endedBy', case when h.ended_by is not null then ${whoIs('h.ended_by')} end,
   'answers', ${list(
     `'by', n.by_role, 'name', ${whoIs('n.by_id')}, 'agreed', n.agreed, 'view', n.view, 'at', n.at`,
     'n.at, n.id',
     'statutory_answer n where n.share_id = h.id',
   )}`,
  'h.offered_at, h.id',
  'statutory_share h join school s on s.id = h.to_school_id where h.pupil_id = $1',
)} as handovers,
  ${list(
    `'school', s.name, 'by', ${whoIs('e.exported_by')}, 'role', e.exported_as, 'purpose', e.purpose, 'basis', e.basis,
     'sections', e.sections, 'at', e.exported_at, 'fingerprint', e.fingerprint`,
    'e.exported_at, e.id',
    'export_receipt e join school s on s.id = e.to_school_id where e.pupil_id = $1',
  )} as "takenOver",
  ${list(
    `'school', s.name, 'purpose', n.purpose, 'kind', n.kind, 'sections', n.sections, 'lost', n.lost, 'until', n.until, 'at', n.at,
     'outcome', n.outcome, 'keptReason', n.kept_reason, 'confirmedAt', n.confirmed_at,
     'confirmedBy', case when n.confirmed_by is not null then ${whoIs('n.confirmed_by')} end`,
    'n.at, n.seq',
    'share_notice n join school s on s.id = n.to_school_id where n.pupil_id = $1',
  )} as "schoolsTold"`;

const rightsSql = `select ${list(
  `'about', r.about, 'title', (select a.title from activity a where a.id = r.subject_id), 'wrong', r.wrong, 'shouldBe', r.should_be,
   'was', r.was, 'askedBy', ${whoIs('r.asked_by')}, 'askedAs', r.asked_as, 'askedAt', r.asked_at, 'dueOn', r.due_on,
   'outcome', r.outcome, 'answer', r.answer, 'became', r.became,
   'answeredBy', case when r.answered_by is not null then ${whoIs('r.answered_by')} end, 'answeredAt', r.answered_at,
   'withdrawnAt', r.withdrawn_at`,
  'r.asked_at, r.id',
  'rectification r where r.pupil_id = $1',
)} as rectifications,
  ${list(
    `'words', r.words, 'askedBy', ${whoIs('r.asked_by')}, 'askedAs', r.asked_as, 'askedAt', r.asked_at, 'dueOn', r.due_on,
     'outcome', r.outcome, 'parts', r.parts, 'answer', r.answer,
     'decidedBy', case when r.decided_by is not null then ${whoIs('r.decided_by')} end, 'decidedAt', r.decided_at,
     'withdrawnAt', r.withdrawn_at`,
    'r.asked_at, r.id',
    'erasure_request r where r.pupil_id = $1',
  )} as "erasureRequests",
  ${list(
    `'reason', h.reason, 'setBy', ${whoIs('h.set_by')}, 'setAt', h.set_at,
     'liftedBy', case when h.lifted_by is not null then ${whoIs('h.lifted_by')} end, 'liftedAt', h.lifted_at,
     'liftedReason', h.lifted_reason`,
    'h.set_at, h.id',
    'legal_hold h where h.pupil_id = $1',
  )} as holds`;

/** Whoever is in the log is looked up once, not once per event. */
const logSql = `with log as materialized (select * from audit_event where chain_id = $1 and outcome = 'allowed'),
  who as materialized (select distinct actor_id as id from log where actor_id is not null),
  named as materialized (select id, ${whoIs('who.id')} as name from who)
  select coalesce(json_agg(json_build_object('at', e.at, 'who', coalesce(n.name, ''), 'role', e.actor_role, 'school', s.name,
      'action', e.action, 'sections', e.sections, 'basis', e.basis, 'purpose', e.purpose, 'reason', e.reason) order by e.seq), '[]') as "whoLooked"
    from log e left join named n on n.id = e.actor_id left join school s on s.id = e.actor_school_id`;

/** Everything that is known of one pupil: a statement per group of parts, whatever is in it. */
@Injectable()
export class OwnCopyReader {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly access: PupilAccess,
    private readonly family: FamilyReader,
    private readonly audit: AuditService,
  ) {}

  /** For the pupil, and a guardian with custody under 16; 404 for everyone else. On record. */
  async copy(actor: Actor, pupilId: string): Promise<OwnCopyResponse> {
    const relation = await this.family.require(actor, pupilId);
    const { reflections } = await this.access.sight(actor, pupilId);
    const opened = reflections?.permission.extent !== 'whole';
    const [person, lob, sharing, schools, rights, log] = [
      await this.part<'profile' | 'guardians' | 'enrolments' | 'mentors' | 'account'>(profileSql, [pupilId]),
      await this.part<'activities' | 'reflections'>(lobSql, [pupilId, opened]),
      await this.part<'applications' | 'placements' | 'shares'>(sharingSql, [pupilId]),
      await this.part<'handovers' | 'takenOver' | 'schoolsTold'>(schoolsSql, [pupilId]),
      await this.part<'rectifications' | 'erasureRequests' | 'holds'>(rightsSql, [pupilId]),
      await this.part<'whoLooked'>(logSql, [pupilId]),
    ];
    const own = relation.kind === 'self';
    await this.audit.record({
      chain: 'pupil',
      chainId: pupilId,
      action: 'copy.taken',
      role: own ? 'pupil' : 'guardian',
      basis: own ? 'own' : 'custody',
      sections,
    });
    return {
      format: 'doorstroomdossier-own-copy',
      formatVersion: COPY_VERSION,
      takenAt: this.clock.now().toISOString(),
      profile: person.profile,
      guardians: person.guardians,
      enrolments: person.enrolments,
      mentors: person.mentors,
      activities: lob.activities,
      reflections: lob.reflections,
      applications: sharing.applications,
      placements: sharing.placements,
      shares: sharing.shares,
      handovers: schools.handovers,
      takenOver: schools.takenOver,
      schoolsTold: schools.schoolsTold,
      rectifications: rights.rectifications,
      erasureRequests: rights.erasureRequests,
      holds: rights.holds,
      account: person.account,
      whoLooked: log.whoLooked,
    };
  }

  private async part<K extends keyof OwnCopyResponse>(sql: string, values: unknown[]): Promise<Part<K>> {
    return (await this.db.one<Part<K>>(sql, values))!;
  }
}
