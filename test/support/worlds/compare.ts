import { may } from '../model/deeds.js';
import { listsWith } from '../model/lists.js';
import { hasLeft, hasTie, isInForce, isPlaced, isShared, isSlb } from '../model/relations.js';
import { activitiesFor, reflectionsFor, rights } from '../model/sight.js';
import { standing } from '../model/standing.js';
import { type Id, one, type Section, sections } from '../model/world.js';
import { aroundByModel } from './around.js';
import type { Answers, Heard } from './look.js';

export interface Difference {
  voice: 'rules' | 'rows';
  question: string;
  said: string;
  expected: string;
}

/** Where a voice says something else than the model. */
export function differences(heard: Heard): Difference[] {
  const found: Difference[] = [];
  const hold = (voice: Difference['voice'], said: Answers, wanted: Answers): void => {
    for (const [question, answer] of Object.entries(said))
      if (answer !== wanted[question])
        found.push({ voice, question, said: answer, expected: wanted[question] ?? 'nothing' });
  };
  hold('rules', heard.rules, rulesByModel(heard));
  hold('rows', heard.rows, rowsByModel(heard));
  return found;
}

export function rulesByModel({ loaded, session, pupil }: Heard): Answers {
  const all = rights(loaded.world, session, pupil);
  const answers: Answers = {};
  for (const section of sections)
    for (const action of ['read', 'write'] as const) answers[`${action} ${section}`] = all[section][action];
  return answers;
}

/** Which rows carry what a section shows, and so have to be there for whoever sees it, and for nobody else. */
export function rowsByModel(heard: Heard): Answers {
  const { loaded, session, pupil: id } = heard;
  const { world } = loaded;
  const pupil = one(world.pupils, id);
  const all = rights(world, session, id);
  const reads = (section: Section): boolean => all[section].read !== 'no';
  const ids = (these: readonly { id: Id }[]): string =>
    these
      .map((each) => each.id)
      .sort()
      .join(', ');
  const written = (['lob', 'reflections', 'profile'] as const).filter(
    (section) => all[section].write !== 'no' || (section === 'profile' && imports(heard)),
  );
  return {
    name: yes(isKnown(heard) || sections.some(reads)),
    enrolments: yes(pupil.enrolments.length > 0 && (reads('profile') || reads('school-career'))),
    lob: ids(activitiesFor(world, session, id)),
    reflections: ids(reflectionsFor(world, session, id)),
    shares: yes(pupil.shares.length > 0 && seesShares(heard)),
    written: written.join(', '),
    ...('sees consent' in heard.rows ? aroundByModel(world, session, id) : {}),
  };
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** By name: in a list of the one who asks, or a child of his. */
function isKnown({ loaded: { world }, session, pupil: id }: Heard): boolean {
  const actor = standing(world, session);
  const pupil = one(world.pupils, id);
  if (!actor || pupil.erasedAt !== null) return false;
  if (actor.kind === 'guardian')
    return pupil.guardians.some(({ person, custody }) => person === actor.id && custody === true);
  return listsWith(world, session, id).size > 0;
}

/** The decaan brings rosters in by import, without a right to write the section by hand. */
function imports({ loaded: { world }, session, pupil: id }: Heard): boolean {
  const actor = standing(world, session);
  const pupil = one(world.pupils, id);
  return actor?.school === pupil.home && actor.roles.has('decaan') && !hasLeft(world, pupil) && pupil.erasedAt === null;
}

/** Whoever may see the shares, and who works with them at the school that they are with. */
function seesShares({ loaded: { world }, session, pupil: id }: Heard): boolean {
  if (may(world, session, id, 'see-shares') === 'yes') return true;
  const actor = standing(world, session);
  const pupil = one(world.pupils, id);
  if (actor?.kind !== 'staff' || actor.school === pupil.home || pupil.erasedAt !== null) return false;
  const school = actor.school!;
  const there = pupil.shares.filter(({ to }) => to === school);
  // What is passed on on the ground of the law is seen there by who reads by it.
  const reads = there.some(
    (share) =>
      share.basis === 'statutory' &&
      isInForce(world, pupil, share) &&
      (share.purpose === 'intake'
        ? actor.roles.has('intaker') && hasTie(world, pupil, school)
        : (actor.roles.has('slb') && isSlb(world, actor, pupil)) ||
          (actor.roles.has('mbo-care') && isPlaced(world, pupil, school) && share.sections.includes('profile'))),
  );
  if (reads) return true;
  const here = there.filter(({ basis }) => basis === 'consent');
  if (here.length > 0 && actor.roles.has('intaker') && hasTie(world, pupil, school)) return true;
  const follows =
    (actor.roles.has('slb') && isSlb(world, actor, pupil)) ||
    (actor.roles.has('mbo-care') &&
      isPlaced(world, pupil, school) &&
      isShared(world, pupil, school, 'handover', 'profile'));
  return follows && here.some(({ purpose }) => purpose === 'handover');
}
