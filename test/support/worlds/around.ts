import { may, mayWith } from '../model/deeds.js';
import {
  hasCustody,
  hasLeft,
  hasTie,
  isInForce,
  isMentor,
  isPlaced,
  isShared,
  isSlb,
  isYounger,
} from '../model/relations.js';
import { rights } from '../model/sight.js';
import { type Standing, standing } from '../model/standing.js';
import { isCurrent, today } from '../model/time.js';
import { type Id, one, type Pupil, type Role, type Session, type World } from '../model/world.js';

/**
 * What hangs around a dossier, table by table: which rows row-level security shows of a pupil, and how many it lets change.
 * `tails` names the rows, `count` counts them.
 */
const seen: Record<string, string> = {
  enrolment: 'select count(*)::text from enrolment x where x.pupil_id = p',
  guardian: `select ${tails('x.id')} from guardian x where x.pupil_id = p`,
  'guardian by name': `select ${tails('x.id')} from person x where x.id in (select g.person_id from proof_guardians g where g.pupil_id = p)`,
  mentor_assignment: 'select count(*)::text from mentor_assignment x where x.pupil_id = p',
  application: `select ${tails('x.id')} from application x where x.pupil_id = p`,
  placement: `select ${tails('x.id')} from placement x where x.pupil_id = p`,
  slb_assignment: 'select count(*)::text from slb_assignment x where x.pupil_id = p',
  consent: `select ${tails('x.id')} from consent x where x.pupil_id = p`,
  consent_answer: 'select count(*)::text from consent_answer x where x.pupil_id = p',
  consent_answer_past: 'select count(*)::text from consent_answer_past x where x.pupil_id = p',
  statutory_share: `select ${tails('x.id')} from statutory_share x where x.pupil_id = p`,
  statutory_answer: 'select count(*)::text from statutory_answer x where x.pupil_id = p',
  account: 'select count(*)::text from account x where x.id = acc',
  activation_code: 'select count(*)::text from activation_code x where x.account_id = acc',
};
const named = new Set(['guardian', 'guardian by name', 'application', 'placement', 'consent', 'statutory_share']);

/** Each is undone at once, and counts what it touched; none changes anything that a write guard would refuse. */
const written: Record<string, string> = {
  enrolment: 'update enrolment set leerweg = leerweg where pupil_id = p',
  guardian: 'update guardian set custody = custody where pupil_id = p',
  mentor_assignment: 'update mentor_assignment set valid_until = valid_until where pupil_id = p',
  application: 'update application set withdrawn_at = app_now() where pupil_id = p and withdrawn_at is null',
  consent: `update consent set withdrawn_at = app_now(), withdrawn_by = app_actor()
             where pupil_id = p and withdrawn_at is null`,
  placement: `update placement set ended_on = app_today()
               where pupil_id = p and coalesce(ended_on, 'infinity') >= app_today()`,
  slb_assignment: `update slb_assignment set valid_until = app_today()
                    where pupil_id = p and valid_from <= app_today() and coalesce(valid_until, 'infinity') >= app_today()`,
  reflection: `update reflection set text = 'x' where pupil_id = p`,
  activity: `update activity set remark = 'x' where pupil_id = p and removed_at is null and logged_by <> p`,
  account: 'update account set disabled_at = app_now() where id = acc',
  activation_code: `insert into activation_code (id, account_id, code_hash, issued_at, expires_at)
    values (gen_random_uuid(), acc, decode(md5(random()::text), 'hex'), app_now(), app_now())`,
};

function tails(id: string): string {
  return `coalesce(string_agg(right(${id}::text, 4), ' ' order by ${id}), '')`;
}

/** Runs with the rights of whoever calls it: the application. */
export const aroundFunction = `
  create view proof_guardians as select pupil_id, person_id from guardian;
  create view proof_accounts as select id as pupil_id, account_id from pupil;
  grant select on proof_guardians, proof_accounts to dsd_app;
  create function proof_around(p uuid) returns jsonb language plpgsql security invoker as $$
  declare said jsonb; n int; acc uuid;
  begin
    select x.account_id into acc from proof_accounts x where x.pupil_id = p;
    said := jsonb_build_object(${Object.entries(seen)
      .map(([table, sql]) => `'sees ${table}', (${sql})`)
      .join(', ')});
    ${Object.entries(written)
      .map(
        ([table, sql]) => `
    begin
      n := 0;
      ${sql};
      get diagnostics n = row_count;
      raise sqlstate 'PRF02';
    exception when sqlstate 'PRF02' then said := said || jsonb_build_object('changes ${table}', n::text);
      when insufficient_privilege then said := said || jsonb_build_object('changes ${table}', '0');
      when integrity_constraint_violation then said := said || jsonb_build_object('changes ${table}', 'some');
    end;`,
      )
      .join('')}
    return said;
  end $$;
  grant execute on function proof_around(uuid) to dsd_app;`;

/** What the database said, with names instead of ids. */
export const aroundSaid = (said: Record<string, string>, name: (tails: string) => string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said).map(([question, answer]) => [
      question,
      question.startsWith('sees ') && named.has(question.slice(5)) ? name(answer) : answer,
    ]),
  );

/** Decaan, coordinators and administrator see who is at school and who is called at home. */
const atSchool: readonly Role[] = ['decaan', 'lob-coordinator', 'care-coordinator', 'school-administrator'];

const seesGuardians = (world: World, actor: Standing | null, pupil: Pupil): boolean => {
  if (!actor || pupil.erasedAt !== null) return false;
  if (actor.kind === 'pupil') return actor.id === pupil.id;
  if (actor.kind === 'guardian') return hasCustody(pupil, actor.id) && isYounger(world, pupil, 16);
  if (actor.school !== pupil.home || hasLeft(world, pupil)) return false;
  return atSchool.some((role) => actor.roles.has(role)) || (actor.roles.has('mentor') && isMentor(world, actor, pupil));
};

/** The enrolment in the group in which he is a guest. */
const guest = (world: World, { id, school }: Standing, enrolment: Pupil['enrolments'][number]): boolean =>
  isCurrent(world, enrolment) &&
  one(world.people, id).guests.some(
    (each) => each.school === school && each.group === enrolment.group && isCurrent(world, each),
  );

/** What the model says of the same questions. */
export function aroundByModel(world: World, session: Session, id: Id): Record<string, string> {
  const pupil = one(world.pupils, id);
  const actor = standing(world, session);
  const there = pupil.erasedAt === null;
  const all = rights(world, session, id);
  const does = (deed: Parameters<typeof may>[3]): boolean => may(world, session, id, deed) === 'yes';
  const away = there && actor?.kind === 'staff' && actor.school !== pupil.home ? actor : null;
  const admits = away !== null && (away.roles.has('intaker') || away.roles.has('school-administrator'));
  const here = <T extends { to: Id }>(rows: readonly T[]): T[] => rows.filter(({ to }) => to === away?.school);
  const cares =
    away !== null &&
    away.roles.has('mbo-care') &&
    isPlaced(world, pupil, away.school!) &&
    isShared(world, pupil, away.school!, 'handover', 'profile');
  const follows = (away !== null && away.roles.has('slb') && isSlb(world, away, pupil)) || cares;
  const everything = does('see-shares');

  const applications = does('see-applications')
    ? pupil.applications
    : away?.roles.has('intaker')
      ? here(pupil.applications).filter(({ withdrawnAt }) => withdrawnAt === null)
      : [];
  const placements = everything ? pupil.placements : admits || follows ? here(pupil.placements) : [];
  const slbs = everything
    ? pupil.placements.flatMap((placement) => placement.slbs)
    : here(pupil.placements).flatMap((placement) =>
        placement.slbs.filter(({ person }) => admits || (away!.roles.has('slb') && person === away!.id)),
      );
  const consents = pupil.shares.filter(({ basis }) => basis === 'consent');
  const shares = everything
    ? consents
    : here(consents).filter(
        ({ purpose }) =>
          (away!.roles.has('intaker') && hasTie(world, pupil, away!.school!)) || (follows && purpose === 'handover'),
      );
  // What is passed on on the ground of the law is seen by who reads by it; with it the views of the family.
  const byLaw = pupil.shares.filter(({ basis }) => basis === 'statutory');
  const passedOn = everything
    ? byLaw
    : here(byLaw).filter(
        (share) =>
          isInForce(world, pupil, share) &&
          (share.purpose === 'intake'
            ? away!.roles.has('intaker') && hasTie(world, pupil, away!.school!)
            : (away!.roles.has('slb') && isSlb(world, away!, pupil)) ||
              (away!.roles.has('mbo-care') &&
                isPlaced(world, pupil, away!.school!) &&
                share.sections.includes('profile'))),
      );
  const guardians = pupil.guardians.filter(({ person }) => person === actor?.id || seesGuardians(world, actor, pupil));
  // Who works at a school is no secret.
  const byName = pupil.guardians.filter(
    ({ person }) =>
      person === actor?.id ||
      one(world.people, person).roles.length > 0 ||
      world.pupils.some(
        (other) => other.guardians.some((each) => each.person === person) && seesGuardians(world, actor, other),
      ),
  );
  const custody = there && actor?.kind === 'guardian' && hasCustody(pupil, actor.id);
  const knowsMentor = custody || ['whole', 'roster'].includes(all.profile.read);
  const answers = everything ? consents.flatMap((share) => share.answers).length : 0;
  const own = actor?.kind === 'pupil' && actor.id === id && there;

  const group = all.profile.read === 'name-and-group' && away !== null;
  const enrolments =
    all.profile.read === 'no' && all['school-career'].read === 'no'
      ? []
      : pupil.enrolments.filter((each) => !group || all['school-career'].read !== 'no' || guest(world, away, each));

  const running = admits ? here(pupil.placements).filter(({ endedOn }) => (endedOn ?? '9') >= today(world)) : [];
  const remarks =
    actor?.kind === 'staff' && all.lob.write !== 'no'
      ? pupil.activities.filter(
          ({ by, removed }) => !removed && by !== id && (all.lob.write === 'whole' || by === actor.id),
        )
      : [];
  const keeps = does('guardians');
  const names = (rows: readonly string[]): string => [...rows].sort().join(', ');
  return {
    'sees enrolment': String(enrolments.length),
    'sees guardian': names(guardians.map(({ person }) => `${person} as guardian of ${id}`)),
    'sees guardian by name': names([...new Set(byName.map(({ person }) => person))]),
    'sees mentor_assignment': String(knowsMentor ? pupil.mentors.length : 0),
    'sees application': names(applications.map((each) => each.id)),
    'sees placement': names(placements.map((each) => each.id)),
    'sees slb_assignment': String(slbs.length),
    'sees consent': names(shares.map((each) => each.id)),
    'sees consent_answer': String(answers),
    'sees consent_answer_past': String(answers),
    'sees statutory_share': names(passedOn.map((each) => each.id)),
    'sees statutory_answer': String(passedOn.flatMap((share) => share.answers).length),
    'sees account': String(Number(own || does('letters'))),
    'sees activation_code': String(Number(does('letters'))),
    'changes enrolment': String(keeps ? pupil.enrolments.length : 0),
    'changes guardian': String(keeps ? pupil.guardians.length : 0),
    'changes mentor_assignment': String(keeps ? pupil.mentors.length : 0),
    'changes application': String(
      does('apply') ? pupil.applications.filter(({ withdrawnAt }) => withdrawnAt === null).length : 0,
    ),
    'changes consent': String(
      pupil.shares.filter((share) => share.endedAt === null && mayWith(world, session, id, share, 'withdraw') === 'yes')
        .length,
    ),
    'changes placement': String(running.length),
    'changes slb_assignment': String(
      (admits ? here(pupil.placements) : []).flatMap(({ slbs: each }) => each.filter((slb) => isCurrent(world, slb)))
        .length,
    ),
    'changes reflection': String(own ? pupil.reflections.length : 0),
    'changes activity': String(remarks.length),
    'changes account': String(Number(does('letters'))),
    'changes activation_code': String(does('letters') ? 1 : 0),
  };
}
