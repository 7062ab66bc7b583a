import type { CastPupil } from './cast.types.js';
import { dutchParents } from './names.data.js';
import { familyOf, gendered, poolOf } from './names.rules.js';
import type { Custody, Key, RegionGuardian, RegionGuardianship, RegionName } from './region.types.js';
import { institutions } from './schools.data.js';
import { type Chance } from './seed.rules.js';
import { letters } from './text.rules.js';

/** Collects the guardians while the pupils are made, and keeps their addresses apart. */
export class GuardianBook {
  readonly all: RegionGuardian[] = institutions.map((one) => ({ ...one }));
  private readonly addresses = new Set<string>();

  add(name: RegionName, withEmail: boolean): Key {
    const base = `${letters(name.callName)}.${letters(name.infix ?? '')}${letters(name.lastName)}`.slice(0, 48);
    let local = base;
    for (let turn = 2; this.addresses.has(local); turn++) local = `${base}${turn}`;
    this.addresses.add(local);
    const guardian: RegionGuardian = {
      ...name,
      key: `guardian-${local}`,
      institution: null,
      email: withEmail ? `${local}@post.example` : null,
      phone: `099 555 ${6000 + this.all.length}`,
    };
    this.all.push(guardian);
    return guardian.key;
  }
}

export const castGuardians = (pupil: CastPupil, book: GuardianBook): RegionGuardianship[] =>
  pupil.guardians.map(({ name, relation, custody, institution, noEmail }) => ({
    guardian: institution ?? book.add(name, !noEmail),
    relation,
    custody,
  }));

/** One or two guardians; custody is mostly yes, sometimes no or not filled in yet; a few have an institution. */
export function drawGuardians(pupil: RegionName, luck: Chance, book: GuardianBook): RegionGuardianship[] {
  if (luck.yes(0.012)) {
    return [{ guardian: luck.pick(institutions).key, relation: 'institution', custody: 'yes' }];
  }
  const pool = poolOf(pupil.lastName);
  const dutch = pool.origin === 'nl';
  const draw = (woman: boolean, ownName: boolean): RegionName => {
    const callName = luck.pick(
      woman ? (dutch ? dutchParents.women : pool.girls) : dutch ? dutchParents.men : pool.boys,
    );
    const family = ownName ? pupil : familyOf(luck.pick(pool.families));
    const lastName = pool.origin === 'polish' ? gendered(family.lastName, woman) : family.lastName;
    return { firstNames: callName, callName, infix: family.infix, lastName };
  };
  const motherFirst = luck.yes(0.7);
  const count = luck.yes(0.7) ? 2 : 1;
  return Array.from({ length: count }, (_, place): RegionGuardianship => {
    const woman = (place === 0) === motherFirst;
    const name = draw(woman, !woman || luck.yes(0.5));
    const dice = luck.next();
    const custody: Custody =
      dice < (place === 0 ? 0.96 : 0.86) ? 'yes' : dice < (place === 0 ? 0.96 : 0.92) ? 'no' : 'unknown';
    return {
      guardian: book.add(name, luck.yes(0.93)),
      relation: luck.yes(0.97) ? 'parent' : 'carer',
      custody,
    };
  });
}
