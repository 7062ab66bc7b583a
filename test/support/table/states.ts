import { plus, minutes } from '../model/time.js';
import type { Section } from '../model/world.js';
import { ago, type Named, narrow, now, type Scene } from './scene.js';

/** What may be the case with the pupil, what is shared of him and how one signed in. The first one is the ordinary one. */
type Put = (scene: Scene) => void;

const born = (day: string) => (scene: Scene) => void (scene.pupil.bornOn = day);
const opened = (bornOn: string, at: string, sections: Section[]) => (scene: Scene) => {
  scene.pupil.bornOn = bornOn;
  scene.pupil.opened = { sections, at };
};
const shares = (put: (share: Scene['pupil']['shares'][number]) => void) => (scene: Scene) =>
  scene.pupil.shares.forEach(put);
const statutory = (put: (share: Scene['pupil']['shares'][number]) => void) => (scene: Scene) =>
  scene.pupil.shares.forEach((share) => {
    share.basis = 'statutory';
    share.sections = ['profile', 'school-career'];
    share.askedAt = ago(20);
    share.askedBy = 'decaan';
    share.since = ago(10);
    share.answers = [];
    put(share);
  });
const emergency =
  (openedAt: string, put: (e: Scene['pupil']['emergencies'][number]) => void = () => undefined) =>
  (scene: Scene) => {
    const one = { person: 'actor', school: scene.session.at ?? 'home', openedAt, endedAt: null };
    scene.pupil.emergencies.push(one);
    put(one);
  };

/** Of how one signed in: also what names nothing of a pupil is asked in these. */
const ofSession: readonly Named<Put>[] = [
  ['ordinary', () => undefined],
  ['without second factor', ({ session }) => (session.factor = false)],
  ['session used almost half an hour ago', ({ session }) => (session.lastSeenAt = plus(now, -30 * minutes + 1))],
  ['session used half an hour ago', ({ session }) => (session.lastSeenAt = plus(now, -30 * minutes))],
  ['session of almost ten hours', ({ session }) => (session.startedAt = plus(now, -600 * minutes + 1))],
  ['session of ten hours', ({ session }) => (session.startedAt = plus(now, -600 * minutes))],
];
export const isOfSession = (state: string): boolean => ofSession.some(([name]) => name === state);

export const states: readonly Named<Put>[] = [
  ...ofSession,
  ['16 tomorrow', born('2010-11-17')],
  ['16 today', born('2010-11-16')],
  ['16, lob opened at 16', opened('2010-03-09', '2026-06-01T10:00:00.000Z', ['lob'])],
  ['16, lob opened at 15', opened('2010-03-09', '2026-02-01T10:00:00.000Z', ['lob'])],
  [
    '18, everything opened at 17',
    opened('2008-03-09', '2026-02-01T10:00:00.000Z', ['profile', 'school-career', 'lob']),
  ],
  ['18, profile opened anew', opened('2008-03-09', '2026-06-01T10:00:00.000Z', ['profile'])],
  [
    'no reflection opened',
    ({ pupil }) => pupil.reflections.forEach((r) => (r.toSchool = r.toGuardian = r.toMbo = null)),
  ],
  [
    'every reflection opened',
    ({ pupil }) => pupil.reflections.forEach((r) => (r.toSchool = r.toGuardian = r.toMbo = ago(1))),
  ],
  ['every activity removed', ({ pupil }) => pupil.activities.forEach((a) => (a.removed = true))],
  ['left yesterday', ({ pupil }) => (pupil.leftOn = '2026-11-15')],
  ['leaves today', ({ pupil }) => (pupil.leftOn = '2026-11-16')],
  ['leaves tomorrow', ({ pupil }) => (pupil.leftOn = '2026-11-17')],
  ['erased', ({ pupil }) => (pupil.erasedAt = ago(1))],
  ['account of the pupil disabled', ({ pupil }) => (pupil.disabled = true)],
  ['in no group', ({ pupil }) => (pupil.enrolments[0]!.group = null)],
  ['left the group yesterday', ({ pupil }) => (pupil.enrolments[0]!.until = '2026-11-15')],
  ['in the group until today', ({ pupil }) => (pupil.enrolments[0]!.until = '2026-11-16')],
  ['in the group from tomorrow', ({ pupil }) => (pupil.enrolments[0]!.from = '2026-11-17')],
  ['moved to the other group', ({ pupil }) => (pupil.enrolments[0]!.group = 'other group')],
  ['without application', ({ pupil }) => (pupil.applications = [])],
  ['application withdrawn', ({ pupil }) => (pupil.applications[0]!.withdrawnAt = ago(1))],
  [
    'former choice: applied elsewhere since',
    ({ pupil }) => {
      pupil.applications[0]!.withdrawnAt = ago(1);
      pupil.placements = [];
      pupil.applications.push({ id: 'second', to: 'other mbo', plannedStart: '2027-08-01', withdrawnAt: null });
    },
  ],
  ['without placement', ({ pupil }) => (pupil.placements = [])],
  ['placement ended yesterday', ({ placement }) => (placement.endedOn = '2026-11-15')],
  ['placement ends today', ({ placement }) => (placement.endedOn = '2026-11-16')],
  ['neither application nor placement', ({ pupil }) => ((pupil.applications = []), (pupil.placements = []))],
  ['placement at the other mbo', ({ placement }) => (placement.to = 'other mbo')],
  ['nothing shared', ({ pupil }) => (pupil.shares = [])],
  ['shared with another mbo', shares((share) => (share.to = 'other mbo'))],
  ['only profile shared', (scene) => narrow(scene, 'profile')],
  ['only school career shared', (scene) => narrow(scene, 'school-career')],
  ['only lob shared', (scene) => narrow(scene, 'lob')],
  ['only reflections shared', (scene) => narrow(scene, 'reflections')],
  [
    'shared for intake only',
    ({ pupil }) => (pupil.shares = pupil.shares.filter(({ purpose }) => purpose === 'intake')),
  ],
  [
    'shared for handover only',
    ({ pupil }) => (pupil.shares = pupil.shares.filter(({ purpose }) => purpose === 'handover')),
  ],
  [
    'shared for follow-up only',
    ({ pupil }) => {
      pupil.shares = pupil.shares.slice(0, 1);
      pupil.shares[0]!.purpose = 'follow-up';
    },
  ],
  [
    'asked, not answered',
    shares((share) => {
      share.since = null;
      share.askedAt = ago(2);
      share.askedBy = 'intaker';
      share.answers = [];
    }),
  ],
  [
    'waits for a guardian',
    shares((share) => {
      share.since = null;
      share.answers = share.answers.slice(0, 1);
    }),
  ],
  [
    'waits for the pupil',
    shares((share) => {
      share.since = null;
      share.answers = share.answers.slice(1);
    }),
  ],
  [
    'refused by a guardian',
    shares((share) => {
      share.since = null;
      share.answers[1]!.agreed = false;
    }),
  ],
  ['share begins in a moment', shares((share) => (share.since = plus(now, 1000)))],
  ['share began now', shares((share) => (share.since = now))],
  ['share ends in a moment', shares((share) => (share.until = plus(now, 1)))],
  ['share ended now', shares((share) => (share.until = now))],
  ['share withdrawn', shares((share) => (share.endedAt = plus(now, -1000)))],
  ['one share withdrawn, one in force', (scene) => void (scene.share('intake').endedAt = ago(0.5))],
  ['statutory, in force', statutory(() => undefined)],
  ['statutory, offered, not answered', statutory((share) => ((share.since = null), (share.askedAt = ago(13))))],
  ['statutory, offered fourteen days ago', statutory((share) => ((share.since = null), (share.askedAt = ago(14))))],
  [
    'statutory, offered a moment later',
    statutory((share) => ((share.since = null), (share.askedAt = plus(ago(14), 1)))),
  ],
  ['statutory, ended', statutory((share) => (share.endedAt = ago(1)))],
  [
    'statutory, off in the region',
    (scene) => (statutory(() => undefined)(scene), (scene.world.regions[0]!.statutory = false)),
  ],
  [
    'statutory, off at the school',
    (scene) => (statutory(() => undefined)(scene), (scene.world.schools[0]!.statutory = false)),
  ],
  ['emergency opened', emergency(plus(now, -minutes))],
  ['emergency opened 60 minutes ago', emergency(plus(now, -60 * minutes))],
  ['emergency opened almost 60 minutes ago', emergency(plus(now, -60 * minutes + 1))],
  ['emergency ended', emergency(plus(now, -minutes), (one) => (one.endedAt = now))],
  ['emergency opened by a colleague', emergency(plus(now, -minutes), (one) => (one.person = 'mentor'))],
  ['emergency, pupil left', (scene) => (emergency(plus(now, -minutes))(scene), (scene.pupil.leftOn = '2026-11-15'))],
];
