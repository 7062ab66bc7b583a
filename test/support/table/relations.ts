import type { GivenRole, Id, Role } from '../model/world.js';
import { type Named, now, type Scene, thisYear, works } from './scene.js';

/** How the one who asks stands to the pupil, per role. */
type Put = (scene: Scene) => void;
export type AskingRole = Role | 'nobody';

const at = (scene: Scene, school: Id | null): void => void (scene.session.at = school);
const asPupil = (scene: Scene, who: Id): void => {
  scene.session.who = who;
  at(scene, null);
};

const atSchools = (role: GivenRole, places: [name: string, school: Id][]): Named<Put>[] =>
  places.map(([name, school]) => [
    name,
    (scene) => {
      works(scene, role, school);
      at(scene, school);
    },
  ]);
const until = (role: GivenRole, school: Id): Named<Put>[] =>
  (
    [
      ['role until yesterday', { until: '2026-11-15' }],
      ['role until today', { until: '2026-11-16' }],
      ['role from tomorrow', { from: '2026-11-17' }],
    ] as const
  ).map(([name, when]) => [
    name,
    (scene) => {
      works(scene, role, school, when);
      at(scene, school);
    },
  ]);
const vmbo: [string, Id][] = [
  ['own school', 'home'],
  ['other school of the region', 'other vmbo'],
  ['receiving school', 'mbo'],
];

const terms = [
  ['now', thisYear],
  ['until today', { from: '2026-08-01', until: '2026-11-16' }],
  ['until yesterday', { from: '2026-08-01', until: '2026-11-15' }],
  ['from today', { from: '2026-11-16', until: '2027-07-31' }],
  ['from tomorrow', { from: '2026-11-17', until: '2027-07-31' }],
] as const;

const staffAt = (scene: Scene, school: Id): void => {
  works(scene, 'staff', school);
  at(scene, school);
};
const mentor: Named<Put>[] = [
  ...terms.map(([name, term]): Named<Put> => [
    `own pupil, ${name}`,
    (scene) => {
      staffAt(scene, 'home');
      scene.pupil.mentors.push({ person: 'actor', ...term });
      scene.classmate.mentors.push({ person: 'actor', ...thisYear });
    },
  ]),
  [
    'same school, other group',
    (scene) => {
      staffAt(scene, 'home');
      scene.classmate.mentors.push({ person: 'actor', ...thisYear });
    },
  ],
  [
    'other school of the region',
    (scene) => {
      staffAt(scene, 'other vmbo');
      scene.stranger.mentors.push({ person: 'actor', ...thisYear });
    },
  ],
];
const teaching = (scene: Scene, group: Id, term: { from: string; until: string }): void =>
  void scene.actor.teaches.push({ group, ...term });
const teacher: Named<Put>[] = [
  ...terms.map(([name, term]): Named<Put> => [
    `own group, ${name}`,
    (scene) => {
      staffAt(scene, 'home');
      teaching(scene, 'group', term);
      teaching(scene, 'other group', thisYear);
    },
  ]),
  [
    'same school, other group',
    (scene) => {
      staffAt(scene, 'home');
      teaching(scene, 'other group', thisYear);
    },
  ],
  [
    'other school of the region',
    (scene) => {
      staffAt(scene, 'other vmbo');
      teaching(scene, 'far group', thisYear);
    },
  ],
];
const guest: Named<Put>[] = [
  ...terms.map(([name, term]): Named<Put> => [
    `group of the pupil, ${name}`,
    (scene) => {
      staffAt(scene, 'mbo');
      scene.actor.guests.push({ group: 'group', school: 'mbo', ...term });
      scene.actor.guests.push({ group: 'far group', school: 'mbo', ...thisYear });
    },
  ]),
  [
    'other group',
    (scene) => {
      staffAt(scene, 'mbo');
      scene.actor.guests.push({ group: 'other group', school: 'mbo', ...thisYear });
    },
  ],
  [
    'for another school than where he acts',
    (scene) => {
      staffAt(scene, 'mbo');
      works(scene, 'staff', 'other mbo');
      scene.actor.guests.push({ group: 'group', school: 'other mbo', ...thisYear });
      scene.actor.guests.push({ group: 'far group', school: 'mbo', ...thisYear });
    },
  ],
];
const slb: Named<Put>[] = [
  ...terms.map(([name, term]): Named<Put> => [
    `own student, ${name}`,
    (scene) => {
      works(scene, 'slb', 'mbo');
      at(scene, 'mbo');
      scene.placement.slbs.push({ person: 'actor', ...term });
    },
  ]),
  ...atSchools('slb', [
    ['student of a colleague', 'mbo'],
    ['other mbo', 'other mbo'],
    ['own vmbo', 'home'],
  ]),
];
const guardian = (custody: boolean | null) => (scene: Scene) => {
  at(scene, null);
  scene.pupil.guardians.push({ person: 'actor', custody });
};

/** Asks without any token. */
export const withoutSession = 'without a session';

export const relations: Readonly<Record<AskingRole, readonly Named<Put>[]>> = {
  pupil: [
    ['own', (scene) => asPupil(scene, 'pupil')],
    ['classmate', (scene) => asPupil(scene, 'classmate')],
    ['other school', (scene) => asPupil(scene, 'stranger')],
  ],
  guardian: [
    ['child, custody', guardian(true)],
    ['child, no custody', guardian(false)],
    ['child, custody not said', guardian(null)],
    [
      'child, custody of a sibling only',
      (scene) => {
        guardian(false)(scene);
        scene.classmate.guardians.push({ person: 'actor', custody: true });
      },
    ],
    [
      'other child',
      (scene) => {
        at(scene, null);
        scene.classmate.guardians.push({ person: 'actor', custody: true });
      },
    ],
  ],
  mentor,
  teacher,
  decaan: [...atSchools('decaan', vmbo), ...until('decaan', 'home')],
  'lob-coordinator': [...atSchools('lob-coordinator', vmbo), ...until('lob-coordinator', 'home')],
  'care-coordinator': [...atSchools('care-coordinator', vmbo), ...until('care-coordinator', 'home')],
  'school-administrator': [...atSchools('school-administrator', vmbo), ...until('school-administrator', 'home')],
  staff: atSchools('staff', vmbo),
  'privacy-officer': atSchools('privacy-officer', vmbo),
  coordinator: atSchools('coordinator', vmbo),
  intaker: [
    ...atSchools('intaker', [
      ['receiving school', 'mbo'],
      ['other mbo', 'other mbo'],
      ['own vmbo', 'home'],
    ]),
    ...until('intaker', 'mbo'),
  ],
  slb,
  'mbo-care': [
    ...atSchools('mbo-care', [
      ['receiving school', 'mbo'],
      ['other mbo', 'other mbo'],
      ['own vmbo', 'home'],
    ]),
    ...until('mbo-care', 'mbo'),
  ],
  'guest-teacher': guest,
  nobody: [
    ['session ended', (scene) => ((scene.session.endedAt = now), works(scene, 'decaan', 'home'))],
    [
      'session too old',
      (scene) => ((scene.session.startedAt = '2026-11-16T00:00:00.000Z'), works(scene, 'decaan', 'home')),
    ],
    ['account disabled', (scene) => ((scene.actor.disabled = true), works(scene, 'decaan', 'home'))],
    ['no role', () => undefined],
    [withoutSession, () => undefined],
  ],
};
