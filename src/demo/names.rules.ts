import type { NamePool, Origin } from './cast.types.js';
import { namePools } from './names.data.js';
import type { Key, RegionName } from './region.types.js';
import { type Chance } from './seed.rules.js';

/** In the village schools fewer names come from far. */
const village: Partial<Record<Origin, number>> = { nl: 2, frisian: 3 };

function poolFor(school: Key, luck: Chance): NamePool {
  const weight = (pool: NamePool): number => pool.weight * (school === 'meent' ? (village[pool.origin] ?? 0.4) : 1);
  let left = luck.next() * namePools.reduce((sum, pool) => sum + weight(pool), 0);
  for (const pool of namePools) {
    left -= weight(pool);
    if (left < 0) return pool;
  }
  return namePools[0] as NamePool;
}

/** `van der|Linden` apart. */
export function familyOf(text: string): Pick<RegionName, 'infix' | 'lastName'> {
  const [infix, lastName] = text.includes('|') ? text.split('|') : [null, text];
  return { infix: infix ?? null, lastName: lastName ?? '' };
}

/** A Polish family name has a form for men and one for women: Kowalski, Kowalska. */
export const gendered = (lastName: string, woman: boolean): string =>
  woman ? lastName.replace(/([sc]k|dzk)i$/, '$1a') : lastName.replace(/([sc]k|dzk)a$/, '$1i');

/** The pool that a family name comes from, for the names of the guardians. */
export const poolOf = (lastName: string): NamePool =>
  namePools.find((pool) =>
    pool.families.some((one) => gendered(familyOf(one).lastName, false) === gendered(lastName, false)),
  ) ?? (namePools[0] as NamePool);

/** A name that nobody else has, and a call name that is new in the group. */
export function drawName(
  school: Key,
  luck: Chance,
  taken: ReadonlySet<string>,
  inGroup: ReadonlySet<string>,
  family: Pick<RegionName, 'infix' | 'lastName'> | null,
): RegionName {
  for (let attempt = 0; attempt < 200; attempt++) {
    const pool = family ? poolOf(family.lastName) : poolFor(school, luck);
    const girl = luck.yes(0.5);
    const names = girl ? pool.girls : pool.boys;
    const callName = luck.pick(names);
    const { infix, lastName: root } = family ?? familyOf(luck.pick(pool.families));
    const lastName = pool.origin === 'polish' ? gendered(root, girl) : root;
    if (inGroup.has(callName) || taken.has(`${callName} ${lastName}`)) continue;
    const second = pool.origin === 'nl' && luck.yes(0.3) ? ` ${luck.pick(names)}` : '';
    return { firstNames: `${callName}${second}`, callName, infix, lastName };
  }
  throw new Error('ran out of names');
}
