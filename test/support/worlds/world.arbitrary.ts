import fc from 'fast-check';
import type { Moment, World } from '../model/world.js';
import { chance, maybe, Near } from './near.arbitrary.js';
import { otherPupil } from './other-pupil.arbitrary.js';
import { type Part, parts } from './parts.js';
import { person, session } from './people.arbitrary.js';
import { pupil } from './pupils.arbitrary.js';

/** Worlds at one moment. */
export function worldsAt(now: Moment): fc.Arbitrary<World> {
  const near = new Near(now);
  // By itself fast-check would rather draw what lies at the ends of a list, and a right hangs on ten conditions together.
  return fc.noBias(
    fc.oneof(...Object.values(parts).map(({ weight, part }) => ({ weight, arbitrary: worldOf(near, part) }))),
  );
}

function worldOf(near: Near, part: Part): fc.Arbitrary<World> {
  const { now } = near;
  return fc
    .record({
      regions: fc.tuple(chance(85), chance(50)),
      statutory: fc.tuple(chance(85), chance(50)),
      at: fc.constantFrom(...part.at),
      actor: person(near, 'actor', part),
      colleague: person(near, 'colleague', { at: ['home'], roles: ['staff', 'decaan', 'intaker'] }),
      pupil: pupil(near, part),
      other: maybe(50, otherPupil(near)),
      session: session(near),
      more: fc.tuple(chance(25), chance(20), chance(15), session(near)),
    })
    .map(({ regions, statutory, at, actor, colleague, pupil: first, other, session: own, more }) => {
      const [asPupil, asColleague, elsewhere, spare] = more;
      return {
        now,
        regions: [
          { id: 'region', statutory: regions[0] },
          { id: 'region2', statutory: regions[1] },
        ],
        schools: [
          { id: 'home', region: 'region', kind: 'vmbo', statutory: statutory[0] },
          { id: 'vmbo2', region: 'region', kind: 'vmbo', statutory: statutory[1] },
          { id: 'mbo', region: 'region2', kind: 'mbo', statutory: statutory[1] },
          { id: 'mbo2', region: 'region', kind: 'mbo', statutory: true },
        ],
        groups: [
          { id: 'group', school: 'home' },
          { id: 'group2', school: 'home' },
          { id: 'group3', school: 'vmbo2' },
        ],
        people: [actor(at), colleague('home')],
        pupils: other ? [first, other] : [first],
        sessions: [
          { ...own, id: 'session', who: 'actor', at },
          ...(asPupil ? [{ ...spare, id: 'of the pupil', who: 'pupil', at: null }] : []),
          ...(asPupil && other ? [{ ...spare, id: 'of the other pupil', who: 'other', at: null }] : []),
          ...(asColleague ? [{ ...own, id: 'of the colleague', who: 'colleague', at: 'home' }] : []),
          ...(elsewhere ? [{ ...spare, id: 'elsewhere', who: 'actor', at: at === 'home' ? 'mbo' : 'home' }] : []),
        ],
      };
    });
}
