import type { Role } from '../platform/access/actor.js';
import type { Key } from './region.types.js';

/** Who can sign in to the demo. A guardian is named by the pupil and the place in the list of guardians. */
export interface LoginMould {
  username: string;
  role: Role;
  school: Key | null;
  /** A member of staff by role: the first one at the school who has it. */
  person?: Role;
  /** The person who is mentor of this pupil's group. */
  mentorOf?: Key;
  pupil?: Key;
  guardianOf?: [Key, number];
}

const at = (school: Key, domain: string, ...roles: [string, Role][]): LoginMould[] =>
  roles.map(([name, role]) => ({ username: `${name}@${domain}`, role, school, person: role }));

export const loginMoulds: LoginMould[] = [
  ...at(
    'sluis',
    'sluiswachter.example',
    ['decaan', 'decaan'],
    ['lob', 'lob-coordinator'],
    ['vakdocent', 'teacher'],
    ['zorg', 'care-coordinator'],
    ['administratie', 'school-administrator'],
    ['fg', 'privacy-officer'],
    ['medewerker', 'staff'],
  ),
  { username: 'mentor@sluiswachter.example', role: 'mentor', school: 'sluis', mentorOf: 'noor' },
  { username: 'mentor@brandelaarcollege.example', role: 'mentor', school: 'brand', mentorOf: 'li-mei' },
  ...at('brand', 'brandelaarcollege.example', ['decaan', 'decaan']),
  ...at('meent', 'lagemeent.example', ['decaan', 'decaan']),
  ...at('tolders', 'toldersgilde.example', ['decaan', 'decaan']),
  { username: 'noor@leerling.example', role: 'pupil', school: 'sluis', pupil: 'noor' },
  { username: 'yusuf@leerling.example', role: 'pupil', school: 'sluis', pupil: 'yusuf' },
  { username: 'limei@leerling.example', role: 'pupil', school: 'brand', pupil: 'li-mei' },
  { username: 'daan@leerling.example', role: 'pupil', school: 'meent', pupil: 'daan' },
  { username: 'sem@leerling.example', role: 'pupil', school: 'tolders', pupil: 'sem' },
  { username: 'ouder.noor@post.example', role: 'guardian', school: null, guardianOf: ['noor', 0] },
  { username: 'ouder.daan@post.example', role: 'guardian', school: null, guardianOf: ['daan', 0] },
  { username: 'zondergezag@post.example', role: 'guardian', school: null, guardianOf: ['chayenne', 1] },
  ...at(
    'roc',
    'rocvaarlanden.example',
    ['intake', 'intaker'],
    ['slb', 'slb'],
    ['ondersteuning', 'mbo-care'],
    ['administratie', 'school-administrator'],
    ['fg', 'privacy-officer'],
  ),
  ...at('vak', 'vakcollegeheidrecht.example', ['intake', 'intaker'], ['slb', 'slb']),
  { username: 'regio@doorstroomvaarlanden.example', role: 'coordinator', school: null, person: 'coordinator' },
];
