import type { Session, World } from '../model/world.js';
import { within } from '../worlds/features.js';
import type { Outcome, Places } from './place.js';
import { consentPlaces } from './places/consent.places.js';
import { handoverPlaces } from './places/handover.places.js';
import { emergencyPlaces } from './places/emergency.places.js';
import { dossierPlaces } from './places/dossier.places.js';
import { lobPlaces } from './places/lob.places.js';
import { ownPlaces } from './places/own.places.js';
import { rightsPlaces } from './places/rights.places.js';
import { rosterPlaces } from './places/roster.places.js';
import { type AskingRole, relations } from './relations.js';
import { newScene } from './scene.js';
import { isOfSession, states } from './states.js';

export const places: Places = {
  ...dossierPlaces,
  ...lobPlaces,
  ...consentPlaces,
  ...handoverPlaces,
  ...emergencyPlaces,
  ...rosterPlaces,
  ...rightsPlaces,
  ...ownPlaces,
};

/** One cell of the table: who, how he stands to the pupil, in which state, for what part, by which route. */
export interface Cell {
  role: AskingRole;
  relation: string;
  state: string;
  part: string;
  route: string;
  expected: Outcome;
  situation: Situation;
}
/** A role in a relation and a state: the world in which several cells are asked. */
export interface Situation {
  name: string;
  world: World;
  session: Session;
}
export const keyOf = ({ role, relation, state, part, route }: Cell): string =>
  [role, relation, state, part, route].join(' | ');

const kindOf = (outcome: Outcome): 'yes' | 'no' => (outcome === 'no' ? 'no' : 'yes');
export const isYes = ({ expected }: Cell): boolean => kindOf(expected) === 'yes';

export interface Situated {
  role: AskingRole;
  relation: string;
  state: string;
}
/** Every role in every relation and state. */
export const situated: readonly Situated[] = (Object.keys(relations) as AskingRole[]).flatMap((role) =>
  relations[role].flatMap(([relation]) => states.map(([state]) => ({ role, relation, state }))),
);

const made = new Map<string, Situation>();
export function situationOf({ role, relation, state }: Situated): Situation {
  const name = `${role} | ${relation} | ${state}`;
  let situation = made.get(name);
  if (situation) return situation;
  const scene = newScene();
  find(relations[role], relation)(scene);
  find(states, state)(scene);
  const world = within(scene.world);
  made.set(name, (situation = { name, world, session: world.sessions[0]! }));
  return situation;
}
const find = <T>(all: readonly (readonly [string, T])[], name: string): T => all.find(([each]) => each === name)![1];

/** The cells of one route in one situation, with what the model expects. */
export function cellsAt(at: Situated, route: string): Cell[] {
  const place = places[route]!;
  if (place.plain && !isOfSession(at.state)) return [];
  const situation = situationOf(at);
  const { world, session } = situation;
  const pupil = world.pupils[0]!;
  return (place.parts ?? [''])
    .filter((part) => part === '' || !isMissing(world, part))
    .map((part) => ({ ...at, part, route, situation, expected: place.expect({ world, session, pupil }, part) }));
}
/** A share that this state does not have. */
const isMissing = ({ pupils }: World, part: string): boolean =>
  (part === 'intake' || part === 'handover') && !pupils[0]!.shares.some(({ id }) => id === `share for ${part}`);
