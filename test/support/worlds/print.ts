import type { World } from '../model/world.js';

/** A world as a reader takes it in: a line for each fact that is there. */
export function print(world: World): string {
  const line = (name: string, fact: object): string =>
    `  ${name.padEnd(9)} ${Object.entries(fact)
      .filter(([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0))
      .map(([key, value]) => `${key}: ${plain(value)}`)
      .join(', ')}`;
  return [
    `now ${world.now}`,
    ...world.regions.map((each) => line('region', each)),
    ...world.schools.map((each) => line('school', each)),
    ...world.groups.map((each) => line('group', each)),
    ...world.people.map((each) => line('person', each)),
    ...world.pupils.flatMap(({ id, ...facts }) => {
      const own = Object.entries(facts).filter(([, value]) => !Array.isArray(value));
      const lists = Object.entries(facts).filter(([, value]) => Array.isArray(value)) as [string, object[]][];
      return [
        line('pupil', { id, ...Object.fromEntries(own) }),
        ...lists.flatMap(([name, all]) => all.map((each) => `  ${line(name, each)}`)),
      ];
    }),
    ...world.sessions.map((each) => line('session', each)),
  ].join('\n');
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '');
