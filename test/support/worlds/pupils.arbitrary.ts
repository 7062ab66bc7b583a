import fc from 'fast-check';
import { plus, wholeDays } from '../model/time.js';
import { type Moment, type Pupil, purposes, type Section, sections, type Share } from '../model/world.js';
import { chance, few, maybe, type Near, often } from './near.arbitrary.js';
import { noise, type Part } from './parts.js';

const everySubset = Array.from({ length: 2 ** sections.length - 1 }, (_, n) =>
  sections.filter((_section, bit) => (n + 1) & (1 << bit)),
);
/** One condition alone decides only where some sections are shared and others are not. */
const someSections = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Section[]>([...sections]) },
  { weight: 5, arbitrary: fc.constantFrom(...everySubset) },
);

function share(near: Near, part: Part): fc.Arbitrary<(n: number) => Share> {
  const { now, moment, past } = near;
  const purpose = fc.oneof(
    { weight: 8, arbitrary: fc.constant(part.purpose ?? 'intake') },
    { weight: 2, arbitrary: fc.constantFrom(...purposes) },
  );
  return fc
    .record({
      to: fc.constantFrom('mbo', 'mbo', 'mbo', 'mbo', 'mbo2'),
      statutory: chance(30),
      purpose,
      of: someSections,
      since: fc.oneof(
        { weight: 6, arbitrary: past },
        { weight: 1, arbitrary: moment },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      until: fc.oneof(
        { weight: 4, arbitrary: fc.constant(plus(now, 100 * wholeDays)) },
        { weight: 2, arbitrary: moment },
      ),
      endedAt: maybe(10, past),
      asked: fc
        .constantFrom(-20, -14, -13, -1)
        .chain((days) => fc.constantFrom(0, 1, -1).map((ms) => plus(now, days * wholeDays + ms))),
      askedByColleague: chance(30),
    })
    .map(({ to, statutory, purpose: what, of, since, until, endedAt, asked, askedByColleague }) => (n) => {
      const narrow = of.filter((section) => section === 'profile' || section === 'school-career');
      const basis = statutory && what !== 'follow-up' ? 'statutory' : 'consent';
      return {
        id: `share${n}`,
        to,
        basis,
        purpose: what,
        sections: basis === 'statutory' ? (narrow.length > 0 ? narrow : ['profile']) : of,
        since: basis === 'statutory' && since !== null && since < asked ? asked : since,
        until,
        endedAt,
        askedAt: basis === 'statutory' || askedByColleague ? asked : null,
        askedBy: basis === 'statutory' || askedByColleague ? 'colleague' : null,
        answers: [{ by: 'pupil', agreed: true, at: asked }],
      };
    });
}

export function pupil(near: Near, part: Part): fc.Arbitrary<Pupil> {
  const { now, period, term, past, day } = near;
  return fc
    .record({
      bornOn: near.bornOn,
      leftOn: maybe(10, day),
      erased: chance(5),
      disabled: chance(2),
      enrolments: often(
        90,
        fc.tuple(
          fc.constantFrom('group', 'group', 'group', 'group', 'group2', null),
          fc.oneof({ weight: 2, arbitrary: fc.constant({ from: near.today, until: null }) }, period),
        ),
      ),
      mentors: few(part.mentors ?? noise, fc.tuple(fc.constantFrom('actor', 'actor', 'actor', 'colleague'), term)),
      guardians: few(
        part.custody ?? noise,
        fc.constantFrom<boolean | null>(true, true, true, true, true, true, false, null),
      ),
      second: maybe(20, fc.constantFrom<boolean | null>(true, false, null)),
      opened: maybe(
        70,
        fc.tuple(
          fc.subarray<Section>(['profile', 'school-career', 'lob']),
          fc.constantFrom(16, 18, 18, 16),
          fc.constantFrom(0, -1, 1, wholeDays * 40),
        ),
      ),
      applications: few(
        part.applied ?? noise * 2,
        fc.tuple(fc.constantFrom('mbo', 'mbo', 'mbo', 'mbo2'), maybe(12, past)),
      ),
      placements: few(
        part.placed ?? noise * 2,
        fc.tuple(
          fc.constantFrom('mbo', 'mbo', 'mbo', 'mbo', 'mbo2'),
          maybe(25, day),
          few(part.slb ?? noise, fc.tuple(fc.constantFrom('actor', 'actor', 'actor', 'colleague'), term)),
        ),
      ),
      shares: few(part.shared ?? noise * 2, share(near, part)),
      activities: fc.tuple(chance(10), chance(10), chance(10)),
      reflections: fc.array(
        fc.tuple(
          maybe(50, past),
          maybe(50, fc.tuple(fc.constantFrom(16, 18, 18), fc.constantFrom(0, -1, 1, wholeDays * 40))),
          maybe(50, past),
        ),
        { maxLength: 3 },
      ),
      emergencies: few(
        part.emergency ?? noise,
        fc.tuple(
          fc.constantFrom('actor', 'actor', 'actor', 'actor', 'colleague'),
          fc.constantFrom('home', 'mbo', null),
          fc.constantFrom(-1, -59, -60, -61, 0),
          fc.constantFrom(0, 1, -1),
          chance(15),
        ),
      ),
    })
    .map((drawn) => {
      const { bornOn } = drawn;
      const at = ([age, step]: readonly [number, number]): Moment => near.around(bornOn, age, step);
      return {
        id: 'pupil',
        home: 'home',
        bornOn,
        leftOn: drawn.leftOn,
        erasedAt: drawn.erased ? now : null,
        disabled: drawn.disabled,
        enrolments: drawn.enrolments.map(([group, when]) => ({ group, ...when })),
        mentors: drawn.mentors.map(([who, when]) => ({ person: who, ...when })),
        guardians: [
          ...drawn.guardians.slice(0, 1).map((custody) => ({ person: 'actor', custody })),
          ...(drawn.second === null ? [] : [{ person: 'colleague', custody: drawn.second }]),
        ],
        opened: drawn.opened && { sections: drawn.opened[0], at: at([drawn.opened[1], drawn.opened[2]]) },
        applications: drawn.applications.map(([to, withdrawnAt], n) => ({
          id: `application${n}`,
          to,
          plannedStart: '2027-08-01',
          withdrawnAt,
        })),
        placements: drawn.placements.map(([to, endedOn, slbs], n) => ({
          id: `placement${n}`,
          to,
          plannedStart: '2026-08-01',
          endedOn,
          slbs: slbs.map(([who, when]) => ({ person: who, ...when })),
        })),
        shares: drawn.shares.map((make, n) => make(n)),
        activities: [
          { id: 'activity0', by: 'pupil', removed: drawn.activities[0] },
          { id: 'activity1', by: 'actor', removed: drawn.activities[1] },
          { id: 'activity2', by: 'colleague', removed: drawn.activities[2] },
        ],
        reflections: drawn.reflections.map(([toSchool, toGuardian, toMbo], n) => ({
          id: `reflection${n}`,
          activity: `activity${n}`,
          toSchool,
          toGuardian: toGuardian && at(toGuardian),
          toMbo,
        })),
        emergencies: drawn.emergencies.map(([who, school, minute, step, ended]) => ({
          person: who,
          school: school ?? 'home',
          openedAt: plus(now, Math.min(minute * 60_000 + step, 0)),
          endedAt: ended ? plus(now, -1) : null,
        })),
      };
    });
}
