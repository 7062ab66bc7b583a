import type { World } from '../model/world.js';

/** Parts of the specification that the product does not have yet; worlds are made without them. Empty at the end. */
export type Feature =
  'placements' | 'statutory' | 'guests' | 'emergency' | 'left pupils' | 'erased pupils' | 'roles of an mbo at a vmbo';
export const notYet: readonly Feature[] = [
  'placements',
  'statutory',
  'guests',
  'emergency',
  'left pupils',
  'erased pupils',
  'roles of an mbo at a vmbo',
];

const leaveOut: Record<Feature, (world: World) => void> = {
  placements: ({ pupils }) => pupils.forEach((pupil) => (pupil.placements = [])),
  statutory: ({ pupils }) =>
    pupils.forEach((pupil) => (pupil.shares = pupil.shares.filter(({ basis }) => basis === 'consent'))),
  guests: ({ people }) => people.forEach((person) => (person.guests = [])),
  emergency: ({ pupils }) => pupils.forEach((pupil) => (pupil.emergencies = [])),
  'left pupils': ({ pupils }) => pupils.forEach((pupil) => (pupil.leftOn = null)),
  'erased pupils': ({ pupils }) => pupils.forEach((pupil) => (pupil.erasedAt = null)),
  'roles of an mbo at a vmbo': ({ people, schools }) =>
    people.forEach((person) => {
      person.roles = person.roles.filter(
        ({ role, school }) =>
          !['intaker', 'slb', 'mbo-care'].includes(role) || schools.find(({ id }) => id === school)?.kind === 'mbo',
      );
    }),
};

/** The same world without what the product does not have yet. */
export function within(world: World): World {
  if (notYet.length === 0) return world;
  const copy = structuredClone(world);
  for (const feature of notYet) leaveOut[feature](copy);
  return copy;
}
