import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropFunctions, putBack, replacePolicy } from './replace.js';

const NAME = 'AccessPolicies1796000600002';
const OWN_SCHOOL = 'school_id = (select app_school())';
const HERE = 'to_school_id = (select app_school()) and school_id <> (select app_school())';
const has = (...roles: string[]): string => `(select app_has(${roles.map((role) => `'${role}'`).join(', ')}))`;

/** The policies of one table, whose pupil stands in `column`. Home comes first: it costs least and is asked most. */
function policiesOf(table: string, column = 'pupil_id') {
  const pupil = `${table}.${column}`;
  const among = (view: string, more = ''): string =>
    `exists (select from ${view} x where x.pupil_id = ${pupil}${more} offset 0)`;
  const there = `not exists (select from app_gone x where x.id = ${pupil} offset 0)`;
  const relates = (...sights: string[]): string =>
    `app_relates(${column}, school_id, ${sights.map((one) => `'${one}'`).join(', ')})`;
  const self = `${column} = (select app_self())`;
  return {
    self,
    among,
    relates,
    /** Who sees this of every pupil at home. */
    wide: (sight: string): string => `(${OWN_SCHOOL} and (select app_wide('${sight}')) and ${there})`,
    decides: `((select app_kind()) = 'guardian' and app_guards(${column}, false, null))`,
    /** An intaker, of rows of which there are many. */
    received: (section: string): string =>
      `(${has('intaker')} and ${among('app_shared_for_intake', ` and '${section}' = any(x.sections)`)})`,
    keeps: `${OWN_SCHOOL} and (select app_keeps_roster()) and ${there}`,
    /** Decaan, LOB-coördinator and mentor of a pupil who is still there. */
    guides: `(${OWN_SCHOOL} and ((${has('decaan', 'lob-coordinator')} and ${there}) or app_mentors(${column})))`,
  };
}

type Clauses = { using?: string; check?: string };
const or = (...arms: string[]): string => arms.join('\n      or ');

function replacements(): Record<string, Record<string, Clauses>> {
  const p = policiesOf('pupil', 'id');
  const e = policiesOf('enrolment');
  const m = policiesOf('mentor_assignment');
  const g = policiesOf('guardian');
  const a = policiesOf('activity');
  const r = policiesOf('reflection');
  const c = policiesOf('consent');
  const x = policiesOf('consent_answer');
  const n = policiesOf('application');
  const present = `(left_on is null or left_on > (select app_today()))`;
  const answers = `by_id = (select app_actor()) and by_role = (select app_kind()) and at = (select app_now())
    and (${x.self} or ${x.decides})`;
  const ownReflection = { using: r.self, check: r.self };
  const ownApplication = `(${n.self} or ${n.guides})`;
  const writesActivity = `app_writes_lob(pupil_id, school_id) and (${a.self}
    or ${has('decaan', 'lob-coordinator')} or app_mentors(pupil_id) or logged_by = (select app_actor()))`;
  const changesPupil = `erased_at is null and ((${OWN_SCHOOL} and ${present} and ((select app_keeps_roster())
    or app_mentors(id))) or ${p.self})`;
  const changesConsent = or(c.self, c.decides);
  const keeps = (of: { keeps: string }) => ({
    insert: { check: of.keeps },
    update: { using: of.keeps, check: of.keeps },
  });
  const notErased = 'not exists (select from app_erased x where x.id = pupil_id offset 0)';
  return {
    pupil: {
      select: {
        using: `erased_at is null and (${or(
          `(${OWN_SCHOOL} and (select app_wide('roster')) and ${present})`,
          p.self,
          `(school_id <> (select app_school()) and ${has('intaker')} and ${p.among('app_tied')})`,
          p.relates('roster'),
        )})`,
      },
      update: { using: changesPupil, check: changesPupil },
    },
    enrolment: {
      select: {
        using: or(
          e.wide('enrolment'),
          e.self,
          e.relates('enrolment', 'profile', 'school-career'),
          `(${has('guest-teacher')} and ${e.among('app_guests', ' and x.enrolment_id = enrolment.id')})`,
        ),
      },
      ...keeps(e),
    },
    mentor_assignment: {
      select: { using: or(m.wide('mentor'), m.self, m.relates('mentor', 'profile')) },
      ...keeps(m),
    },
    guardian: {
      select: { using: or(g.wide('guardians'), 'person_id = (select app_actor())', g.self, g.relates('guardians')) },
      ...keeps(g),
    },
    activity: {
      select: {
        using: or(
          a.wide('lob'),
          a.self,
          a.received('lob'),
          a.relates('lob'),
          `(logged_by = (select app_actor()) and app_teaches(pupil_id))`,
        ),
      },
      update: { using: writesActivity, check: writesActivity },
    },
    reflection: {
      select: {
        using: or(
          r.self,
          `(opened_to_school_at is not null and (${r.wide('reflections')} or app_mentors(pupil_id)))`,
          `(opened_to_mbo_at is not null and ${r.received('reflections')})`,
          `(opened_to_mbo_at is not null and ${has('slb')} and school_id <> (select app_school()) and ${r.relates('reflections')})`,
          `(opened_to_guardian_at is not null and (select app_kind()) = 'guardian'
             and app_guards(pupil_id, true, opened_to_guardian_at))`,
        ),
      },
      insert: { check: r.self },
      update: ownReflection,
    },
    consent: {
      select: {
        using: or(
          c.wide('consents'),
          c.self,
          `(${HERE} and ${has('intaker')} and ${c.among('app_tied')} and ${notErased})`,
          `(${HERE} and purpose = 'handover' and ${c.relates('handover')})`,
          c.relates('consents'),
        ),
      },
      insert: {
        check: `in_force_since is null and withdrawn_at is null and purpose in ('intake', 'handover', 'follow-up')
          and valid_until <= app_share_until(pupil_id, to_school_id, purpose)
          and ((${c.self} and asked_by is null)
            or (${HERE} and purpose <> 'follow-up' and app_receives(pupil_id) and asked_by = (select app_actor())))`,
      },
      update: { using: changesConsent, check: changesConsent },
    },
    consent_answer: {
      select: { using: or(x.wide('consents'), x.self, x.relates('consents')) },
      insert: { check: answers },
      update: { using: `by_id = (select app_actor()) and (${x.self} or ${x.decides})`, check: answers },
    },
    application: {
      select: {
        using: or(
          n.wide('consents'),
          n.self,
          `(${HERE} and withdrawn_at is null and ${has('intaker')} and ${notErased})`,
          n.relates('consents'),
        ),
      },
      insert: { check: `recorded_by = (select app_actor()) and withdrawn_at is null and ${ownApplication}` },
      update: {
        using: `withdrawn_at is null and ${ownApplication}`,
        check: `withdrawn_at is not null and ${ownApplication}`,
      },
    },
  };
}

/** What was sight of a pupil stays so while he is there, and comes to hold for a placement, its SLB'er and a guest. */
export class AccessPolicies1796000600002 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const [table, policies] of Object.entries(replacements()))
      for (const [command, clauses] of Object.entries(policies))
        await replacePolicy(q, NAME, table, `${table}_${command}`, clauses);
    await dropFunctions(q, NAME, ['app_applied_here(uuid)', 'app_intake_until(uuid,uuid)']);
  }

  async down(q: QueryRunner): Promise<void> {
    await putBack(q, NAME);
  }
}
