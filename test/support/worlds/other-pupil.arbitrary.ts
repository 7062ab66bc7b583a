import fc from 'fast-check';
import { plus, wholeDays } from '../model/time.js';
import { type Pupil, sections } from '../model/world.js';
import { chance, type Near } from './near.arbitrary.js';

/** Somebody whose everything is open to others than the first one's: what leaks over from one pupil to the next shows. */
export function otherPupil(near: Near): fc.Arbitrary<Pupil> {
  const { now } = near;
  const always = { from: plusYears(near.today, -2), until: plusYears(near.today, 2) };
  return fc
    .record({
      home: fc.constantFrom('home', 'vmbo2'),
      mentor: chance(50),
      guardian: chance(30),
      placed: chance(50),
      slb: chance(50),
      guest: chance(50),
      bornOn: near.bornOn,
    })
    .map(({ home, mentor, guardian, placed, slb, guest, bornOn }) => ({
      id: 'other',
      home,
      bornOn,
      leftOn: null,
      erasedAt: null,
      disabled: false,
      enrolments: [{ group: home === 'home' ? (guest ? 'group' : 'group2') : 'group3', ...always }],
      mentors: mentor && home === 'home' ? [{ person: 'actor', ...always }] : [],
      guardians: guardian ? [{ person: 'actor', custody: true }] : [],
      opened: null,
      applications: [{ id: 'application', to: 'mbo', plannedStart: '2027-08-01', withdrawnAt: null }],
      placements: placed
        ? [
            {
              id: 'placement',
              to: 'mbo',
              plannedStart: '2026-08-01',
              endedOn: null,
              slbs: slb ? [{ person: 'actor', ...always }] : [],
            },
          ]
        : [],
      shares: (['intake', 'handover'] as const).map((purpose) => ({
        id: `of the other, ${purpose}`,
        to: 'mbo',
        basis: 'consent',
        purpose,
        sections: [...sections],
        since: plus(now, -wholeDays),
        until: plus(now, wholeDays),
        endedAt: null,
        askedAt: null,
        askedBy: null,
        answers: [{ by: 'other', agreed: true, at: plus(now, -wholeDays) }],
      })),
      activities: [{ id: 'activity of the other', by: 'other', removed: false }],
      reflections: [
        {
          id: 'reflection of the other',
          activity: 'activity of the other',
          toSchool: plus(now, -1),
          toGuardian: plus(now, -1),
          toMbo: plus(now, -1),
        },
      ],
      emergencies: [],
    }));
}

const plusYears = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}-06-01`;
