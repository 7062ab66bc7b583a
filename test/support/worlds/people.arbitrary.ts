import fc from 'fast-check';
import { plus } from '../model/time.js';
import { givenRoles, type Id, type Moment, type Person, type Session } from '../model/world.js';
import { chance, few, idle, longest, type Near } from './near.arbitrary.js';
import { noise, type Part } from './parts.js';

export function session(near: Near): fc.Arbitrary<Pick<Session, 'factor' | 'startedAt' | 'lastSeenAt' | 'endedAt'>> {
  const { now } = near;
  const live = { startedAt: plus(now, -longest / 2), lastSeenAt: plus(now, -1), endedAt: null };
  return fc
    .record({
      times: fc.oneof(
        { weight: 30, arbitrary: fc.constant(live) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<{ startedAt: Moment; lastSeenAt: Moment; endedAt: Moment | null }>(
            { ...live, lastSeenAt: plus(now, -idle) },
            { ...live, lastSeenAt: plus(now, -idle + 1) },
            { ...live, startedAt: plus(now, -longest) },
            { ...live, startedAt: plus(now, -longest + 1) },
            { ...live, endedAt: now },
          ),
        },
      ),
      factor: chance(92),
    })
    .map(({ times, factor }) => ({ ...times, factor }));
}

export function person(near: Near, id: Id, part: Part): fc.Arbitrary<(at: Id | null) => Person> {
  const { term, period } = near;
  const role = fc.constantFrom(...(part.roles.length > 0 ? part.roles : givenRoles));
  return fc
    .record({
      disabled: chance(2),
      main: fc.tuple(role, fc.oneof({ weight: 5, arbitrary: fc.constant({ from: near.today, until: null }) }, period)),
      more: few(
        noise,
        fc.tuple(fc.constantFrom(...givenRoles), fc.constantFrom('home', 'mbo', 'vmbo2', 'mbo2'), period),
      ),
      teaches: few(
        part.teaches ?? noise,
        fc.tuple(fc.constantFrom('group', 'group', 'group', 'group2', 'group3'), term),
      ),
      guests: few(
        part.guest ?? noise,
        fc.tuple(
          fc.constantFrom('group', 'group', 'group', 'group2', 'group3'),
          fc.constantFrom('mbo', 'vmbo2', 'mbo2'),
          chance(85),
          term,
        ),
      ),
    })
    .map(({ disabled, main, more, teaches, guests }) => (at) => ({
      id,
      disabled,
      roles: [
        ...(at !== null || part.roles.length > 0 ? [{ role: main[0], school: at ?? 'home', ...main[1] }] : []),
        ...more.map(([name, school, when]) => ({ role: name, school, ...when })),
      ],
      teaches: teaches.map(([group, when]) => ({ group, ...when })),
      guests: guests
        .map(([group, school, own, when]) => ({ group, school: own && at !== null ? at : school, ...when }))
        .filter(({ group, school }) => school !== 'home' && (group !== 'group3' || school !== 'vmbo2')),
    }));
}
