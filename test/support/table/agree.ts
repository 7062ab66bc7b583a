import { expected, type Extent } from '../model/sight.js';
import { sections } from '../model/world.js';
import { newScene, type Scene, thisYear, works } from './scene.js';
import { relations, type AskingRole } from './relations.js';
import { states } from './states.js';

/** What the model says where a row of the table that was written by hand stands, in the letters of that table. */
export function lettersOf(role: AskingRole, relation: string, state: string): string[] {
  const scene = newScene();
  relations[role].find(([name]) => name === relation)![1](scene);
  const more = [...states, ...alsoWritten].find(([name]) => name === state);
  if (!more) throw new Error(`no state "${state}"`);
  more[1](scene);
  const { world, session } = scene;
  return sections.map((section) => {
    const read = letters[expected(world, session, 'pupil', section, 'read')];
    const write = expected(world, session, 'pupil', section, 'write');
    return `${read}${section !== 'profile' && write !== 'no' ? 'w' : ''}` || '-';
  });
}
const letters: Record<Extent, string> = {
  no: '',
  'name-and-group': 'n',
  own: 'o',
  opened: 's',
  roster: 't',
  whole: 'r',
};

const at18 = (of: ('profile' | 'lob')[], at: string) => (scene: Scene) => {
  scene.pupil.bornOn = '2008-03-09';
  scene.pupil.opened = { sections: of, at };
  scene.pupil.reflections.forEach((reflection) => (reflection.toGuardian &&= '2026-02-01T00:00:00.000Z'));
};
const alsoWritten: typeof states = [
  ['18, lob opened at 17', at18(['lob'], '2026-02-01T10:00:00.000Z')],
  ['18, profile and lob opened anew', at18(['profile', 'lob'], '2026-06-01T10:00:00.000Z')],
  [
    'only profile and reflections shared',
    ({ pupil }) => pupil.shares.forEach((share) => (share.sections = ['profile', 'reflections'])),
  ],
  [
    'placed only, ends today',
    ({ pupil, placement }) => ((pupil.applications = []), (placement.endedOn = '2026-11-16')),
  ],
  [
    'placed only, ended yesterday',
    ({ pupil, placement }) => ((pupil.applications = []), (placement.endedOn = '2026-11-15')),
  ],
  ['named as the SLB’er', ({ placement }) => void placement.slbs.push({ person: 'actor', ...thisYear })],
  ['intaker too', (scene) => works(scene, 'intaker', 'mbo')],
  [
    'intaker too, lob for the intake, profile for the handover',
    (scene) => {
      works(scene, 'intaker', 'mbo');
      scene.share('intake').sections = ['lob'];
      scene.share('handover').sections = ['profile'];
    },
  ],
];

/** Where each row of the table that was written by hand stands in this one. */
export const sameAs: Readonly<Record<string, readonly [role: AskingRole, relation: string, state: string]>> = {
  'pupil: own dossier': ['pupil', 'own', 'ordinary'],
  'pupil: of a classmate': ['pupil', 'classmate', 'ordinary'],
  'guardian: custody, pupil 15': ['guardian', 'child, custody', 'ordinary'],
  'guardian: custody, pupil turns 16 tomorrow': ['guardian', 'child, custody', '16 tomorrow'],
  'guardian: custody, pupil 16 today, nothing opened': ['guardian', 'child, custody', '16 today'],
  'guardian: custody, pupil 16, lob opened at 16': ['guardian', 'child, custody', '16, lob opened at 16'],
  'guardian: custody, pupil 16, lob opened at 15': ['guardian', 'child, custody', '16, lob opened at 15'],
  'guardian: custody, pupil 18, lob opened at 17': ['guardian', 'child, custody', '18, lob opened at 17'],
  'guardian: custody, pupil 18, profile and lob opened anew at 18': [
    'guardian',
    'child, custody',
    '18, profile and lob opened anew',
  ],
  'guardian: without custody': ['guardian', 'child, no custody', 'ordinary'],
  'guardian: custody not said by the school': ['guardian', 'child, custody not said', 'ordinary'],
  'guardian: of another pupil': ['guardian', 'other child', 'ordinary'],
  'mentor: of the pupil': ['mentor', 'own pupil, now', 'ordinary'],
  'mentor: of another pupil, same school': ['mentor', 'same school, other group', 'ordinary'],
  'mentor: until yesterday': ['mentor', 'own pupil, until yesterday', 'ordinary'],
  'mentor: until and including today': ['mentor', 'own pupil, until today', 'ordinary'],
  'mentor: from tomorrow': ['mentor', 'own pupil, from tomorrow', 'ordinary'],
  'mentor: substitute, end date ahead': ['mentor', 'own pupil, now', 'ordinary'],
  'mentor: at another school': ['mentor', 'other school of the region', 'ordinary'],
  'decaan: own school': ['decaan', 'own school', 'ordinary'],
  'decaan: other school': ['decaan', 'other school of the region', 'ordinary'],
  'decaan: role ended yesterday': ['decaan', 'role until yesterday', 'ordinary'],
  'decaan: at the receiving mbo': ['decaan', 'receiving school', 'ordinary'],
  'lob-coordinator: own school': ['lob-coordinator', 'own school', 'ordinary'],
  'lob-coordinator: other school': ['lob-coordinator', 'other school of the region', 'ordinary'],
  'teacher: of the group': ['teacher', 'own group, now', 'ordinary'],
  'teacher: of another group': ['teacher', 'same school, other group', 'ordinary'],
  'teacher: of the group until yesterday': ['teacher', 'own group, until yesterday', 'ordinary'],
  'care-coordinator: own school': ['care-coordinator', 'own school', 'ordinary'],
  'care-coordinator: other school': ['care-coordinator', 'other school of the region', 'ordinary'],
  'school-administrator: own school': ['school-administrator', 'own school', 'ordinary'],
  'school-administrator: other school': ['school-administrator', 'other school of the region', 'ordinary'],
  'staff: own school': ['staff', 'own school', 'ordinary'],
  'privacy-officer: own school': ['privacy-officer', 'own school', 'ordinary'],
  'coordinator: of the region': ['coordinator', 'own school', 'ordinary'],
  'intaker: application, all sections shared': ['intaker', 'receiving school', 'ordinary'],
  'intaker: application, only lob shared': ['intaker', 'receiving school', 'only lob shared'],
  'intaker: application, only profile and reflections shared': [
    'intaker',
    'receiving school',
    'only profile and reflections shared',
  ],
  'intaker: application, nothing shared': ['intaker', 'receiving school', 'nothing shared'],
  'intaker: application withdrawn, still shared': [
    'intaker',
    'receiving school',
    'former choice: applied elsewhere since',
  ],
  'intaker: shared without application': ['intaker', 'receiving school', 'neither application nor placement'],
  'intaker: application, share withdrawn': ['intaker', 'receiving school', 'share withdrawn'],
  'intaker: application, share ended a moment ago': ['intaker', 'receiving school', 'share ended now'],
  'intaker: application, share ends in a moment': ['intaker', 'receiving school', 'share ends in a moment'],
  'intaker: application, share waits for a guardian': ['intaker', 'receiving school', 'waits for a guardian'],
  'intaker: application, share asked and not answered': ['intaker', 'receiving school', 'asked, not answered'],
  'intaker: application, shared for another purpose': ['intaker', 'receiving school', 'shared for handover only'],
  'intaker: application here, shared with another mbo': ['intaker', 'receiving school', 'shared with another mbo'],
  'intaker: of an mbo without any tie': ['intaker', 'other mbo', 'ordinary'],
  'slb: at the receiving mbo, shared for the intake': ['slb', 'student of a colleague', 'shared for intake only'],
  'mbo-care: at the receiving mbo, shared for the intake': ['mbo-care', 'receiving school', 'shared for intake only'],
  'staff: at the receiving mbo, shared for the intake': ['staff', 'receiving school', 'shared for intake only'],
  'pupil: own dossier, left today': ['pupil', 'own', 'leaves today'],
  'pupil: own dossier, erased': ['pupil', 'own', 'erased'],
  'guardian: custody, pupil 15 who left': ['guardian', 'child, custody', 'leaves today'],
  'guardian: custody of a pupil who was erased': ['guardian', 'child, custody', 'erased'],
  'mentor: of a pupil who leaves tomorrow': ['mentor', 'own pupil, now', 'leaves tomorrow'],
  'mentor: of a pupil who left today': ['mentor', 'own pupil, now', 'leaves today'],
  'mentor: of a pupil who was erased': ['mentor', 'own pupil, now', 'erased'],
  'decaan: a pupil who leaves tomorrow': ['decaan', 'own school', 'leaves tomorrow'],
  'decaan: a pupil who left today': ['decaan', 'own school', 'leaves today'],
  'decaan: a pupil who left and is placed': ['decaan', 'own school', 'left yesterday'],
  'decaan: a pupil who was erased': ['decaan', 'own school', 'erased'],
  'lob-coordinator: a pupil who left today': ['lob-coordinator', 'own school', 'leaves today'],
  'teacher: of a pupil who left today': ['teacher', 'own group, now', 'leaves today'],
  'teacher: of a group that the pupil left yesterday': ['teacher', 'own group, now', 'left the group yesterday'],
  'care-coordinator: a pupil who left today': ['care-coordinator', 'own school', 'leaves today'],
  'school-administrator: a pupil who left today': ['school-administrator', 'own school', 'leaves today'],
  'intaker: application, all sections shared, pupil left': ['intaker', 'receiving school', 'leaves today'],
  'intaker: application here of a pupil who was erased': ['intaker', 'receiving school', 'erased'],
  'intaker: placement, all sections shared': ['intaker', 'receiving school', 'without application'],
  'intaker: placement, ends today': ['intaker', 'receiving school', 'placed only, ends today'],
  'intaker: placement that ended yesterday': ['intaker', 'receiving school', 'placed only, ended yesterday'],
  'intaker: placement, shared for the handover': ['intaker', 'receiving school', 'shared for handover only'],
  'intaker: placement, shared for the follow-up': ['intaker', 'receiving school', 'shared for follow-up only'],
  'intaker: and SLB’er: placement, lob for the intake, profile for the handover': [
    'slb',
    'own student, now',
    'intaker too, lob for the intake, profile for the handover',
  ],
  'slb: own student, all sections shared': ['slb', 'own student, now', 'ordinary'],
  'slb: own student, only lob shared': ['slb', 'own student, now', 'only lob shared'],
  'slb: own student, pupil left': ['slb', 'own student, now', 'leaves today'],
  'slb: own student, nothing shared': ['slb', 'own student, now', 'nothing shared'],
  'slb: own student, shared for the intake': ['slb', 'own student, now', 'shared for intake only'],
  'slb: own student, shared for the follow-up': ['slb', 'own student, now', 'shared for follow-up only'],
  'slb: own student, share withdrawn': ['slb', 'own student, now', 'share withdrawn'],
  'slb: own student, share ended a moment ago': ['slb', 'own student, now', 'share ended now'],
  'slb: own student, share ends in a moment': ['slb', 'own student, now', 'share ends in a moment'],
  'slb: own student, until and including today': ['slb', 'own student, until today', 'ordinary'],
  'slb: own student, placement ends today': ['slb', 'own student, now', 'placement ends today'],
  'slb: of a student until yesterday': ['slb', 'own student, until yesterday', 'ordinary'],
  'slb: of a student from tomorrow': ['slb', 'own student, from tomorrow', 'ordinary'],
  'slb: of a student whose placement ended yesterday': ['slb', 'own student, now', 'placement ended yesterday'],
  'slb: of a student at another mbo': ['slb', 'own student, now', 'placement at the other mbo'],
  'slb: of a student who was erased': ['slb', 'own student, now', 'erased'],
  'slb: student of a colleague': ['slb', 'student of a colleague', 'ordinary'],
  'slb: an applicant who is not placed': ['slb', 'own student, now', 'without placement'],
  'staff: named as the SLB’er, without the role': ['staff', 'receiving school', 'named as the SLB’er'],
  'school-administrator: at the receiving mbo, placement and all shared': [
    'school-administrator',
    'receiving school',
    'ordinary',
  ],
  'mbo-care: placed student, all sections shared': ['mbo-care', 'receiving school', 'ordinary'],
  'mbo-care: placed student, only lob shared': ['mbo-care', 'receiving school', 'only lob shared'],
  'mbo-care: placed student, shared for the intake': ['mbo-care', 'receiving school', 'shared for intake only'],
  'mbo-care: placed student, shared for the follow-up': ['mbo-care', 'receiving school', 'shared for follow-up only'],
  'mbo-care: placed student, share ended a moment ago': ['mbo-care', 'receiving school', 'share ended now'],
  'mbo-care: placement that ended yesterday': ['mbo-care', 'receiving school', 'placement ended yesterday'],
  'mbo-care: an applicant who is not placed': ['mbo-care', 'receiving school', 'without placement'],
  'guest-teacher: of the group': ['guest-teacher', 'group of the pupil, now', 'ordinary'],
  'guest-teacher: until and including today': ['guest-teacher', 'group of the pupil, until today', 'ordinary'],
  'guest-teacher: until yesterday': ['guest-teacher', 'group of the pupil, until yesterday', 'ordinary'],
  'guest-teacher: from tomorrow': ['guest-teacher', 'group of the pupil, from tomorrow', 'ordinary'],
  'guest-teacher: of another group': ['guest-teacher', 'other group', 'ordinary'],
  'guest-teacher: from another mbo': ['guest-teacher', 'for another school than where he acts', 'ordinary'],
  'guest-teacher: of a pupil who leaves tomorrow': ['guest-teacher', 'group of the pupil, now', 'leaves tomorrow'],
  'guest-teacher: of a pupil who left today': ['guest-teacher', 'group of the pupil, now', 'leaves today'],
  'guest-teacher: of a pupil who was erased': ['guest-teacher', 'group of the pupil, now', 'erased'],
  'guest-teacher: of a group that the pupil left yesterday': [
    'guest-teacher',
    'group of the pupil, now',
    'left the group yesterday',
  ],
  'guest-teacher: and intaker: application, all sections shared': [
    'guest-teacher',
    'group of the pupil, now',
    'intaker too',
  ],
};
