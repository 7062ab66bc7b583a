import type { Role } from '../../model/world.js';
import { expected } from '../../model/sight.js';
import { minutes, plus } from '../../model/time.js';
import { standing } from '../../model/standing.js';
import { type Deed, may, type Verdict } from '../../model/deeds.js';
import type { Section } from '../../model/world.js';
import type { Loaded } from '../../worlds/loader.js';
import { type List, listsWith } from '../../model/lists.js';
import type { Asked, Outcome, Place } from '../place.js';

/** Words in which the places of the routes are written. */
export const yesIf = (is: boolean): Verdict => (is ? 'yes' : 'no');
export const is = ({ world, session }: Asked, ...roles: Role[]): boolean => {
  const actor = standing(world, session);
  return actor !== null && roles.some((role) => actor.roles.has(role));
};
export const reads = ({ world, session, pupil }: Asked, ...sections: Section[]): boolean =>
  sections.some((section) => expected(world, session, pupil.id, section, 'read') !== 'no');
export const writes = ({ world, session, pupil }: Asked, section: Section): boolean =>
  expected(world, session, pupil.id, section, 'write') !== 'no';
export const does = ({ world, session, pupil }: Asked, deed: Deed, to: string | null = null): boolean =>
  may(world, session, pupil.id, deed, to) !== 'no';

/** For whoever may do this with the pupil. */
export const deed = (name: Deed, more: Partial<Place> = {}): Place => ({
  expect: (asked) => yesIf(does(asked, name)),
  ...more,
});
/** A page for some roles, where they may. */
export const page = (
  roles: Role[],
  where: (asked: Asked, part: string) => boolean,
  more: Partial<Place> = {},
): Place => ({
  expect: (asked, part) => yesIf(is(asked, ...roles) && where(asked, part)),
  ...more,
});
/** Names nothing of a pupil: for whoever has one of these roles where he acts. */
export const only = (...roles: Role[]): Place => ({ plain: true, expect: (asked) => yesIf(is(asked, ...roles)) });
/** For everyone with a session. */
export const signedIn: Place = {
  plain: true,
  expect: ({ world, session }) => yesIf(standing(world, session) !== null),
};

export const anActivity = { type: 'open-day', title: 'Proef', startsOn: '2026-11-10' };
export const aReason = { reason: 'Twee keer gezet' };

/** For everyone with a session, also who has yet to give the second step. */
export const sessionHolder: Place = {
  plain: true,
  expect: ({ world, session }) => yesIf(standing(world, { ...session, factor: true }) !== null),
};
/** For everyone who proved who he is in the last quarter of an hour. */
export const recent = (asked: Asked): boolean =>
  asked.session.factor || asked.session.startedAt >= plus(asked.world.now, -15 * minutes);

/** Whether a list holds everyone whom it should and nobody else, and says so in its totals. */
export function whole(
  { world, session, pupil }: Asked,
  loaded: Loaded,
  list: List,
  shown: string[],
  totals: number[] = [],
): Outcome {
  const wanted = world.pupils.filter(({ id }) => listsWith(world, session, id).has(list));
  const names = (uuids: string[]): string =>
    uuids
      .map((uuid) => world.pupils.find(({ id }) => loaded.uuid(id) === uuid)?.id ?? uuid)
      .sort()
      .join(', ');
  if (names(shown) !== names(wanted.map(({ id }) => loaded.uuid(id)))) return `shows ${names(shown) || 'nobody'}`;
  const wrong = totals.find((total) => total !== wanted.length);
  if (wrong !== undefined) return `shows a total of ${wrong}`;
  return yesIf(shown.includes(loaded.uuid(pupil.id)));
}
