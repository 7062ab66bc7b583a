import { expected, type Extent } from '../model/sight.js';
import { sections } from '../model/world.js';
import { newScene, type Scene } from './scene.js';
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
};
