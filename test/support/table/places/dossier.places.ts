import { listsWith, type List } from '../../model/lists.js';
import { isInGroup } from '../../model/relations.js';
import { activitiesFor, expected, reflectionsFor } from '../../model/sight.js';
import { type Section, sections } from '../../model/world.js';
import { wordsOf } from '../../worlds/loader.js';
import type { Asked, Outcome, Places } from '../place.js';
import { does, is, page, reads, whole, writes, yesIf, only } from './words.js';

const listed =
  (list: List) =>
  ({ world, session, pupil }: Asked): Outcome =>
    yesIf(listsWith(world, session, pupil.id).has(list));
/** Whoever sees the pupil in the group that the pupil of the table is in. */
export const seesInGroup = (asked: Asked): boolean =>
  isInGroup(asked.world, asked.pupil, 'group') && listed('group')(asked) === 'yes';
/** Whoever sees anyone in it, that is, the pupil of the table: nobody else is there. */
const staffAtHome = (asked: Asked): boolean => asked.session.at === asked.pupil.home;

const guides = ['decaan', 'lob-coordinator', 'mentor'] as const;
const logging = [...guides, 'teacher'] as const;
const home = [...logging, 'care-coordinator', 'school-administrator'] as const;

export const dossierPlaces: Places = {
  'get /api/v1/dossiers/:pupilId': {
    parts: sections,
    expect: ({ world, session, pupil }, part) => expected(world, session, pupil.id, part as Section, 'read'),
    read: ({ body }, part, _loaded, asked) => extentOf(body as Record<string, unknown>, part as Section, asked),
  },
  'get /api/v1/dossiers': {
    expect: listed('applicants'),
    read: ({ body }, _part, loaded, asked) => {
      const { items, total, counts } = body as { items: { pupilId: string }[]; total: number; counts: { all: number } };
      return whole(
        asked,
        loaded,
        'applicants',
        items.map(({ pupilId }) => pupilId),
        [total, counts.all],
      );
    },
  },
  'get /api/v1/groups': {
    expect: (asked) => yesIf(seesInGroup(asked)),
    read: ({ body }, _part, loaded, asked) => {
      const groups = body as { id: string; pupils: number }[];
      for (const { id, pupils } of groups) {
        const { world, session } = asked;
        const group = world.groups.find((each) => loaded.uuid(each.id) === id)!;
        const wanted = world.pupils.filter(
          (pupil) => isInGroup(world, pupil, group.id) && listsWith(world, session, pupil.id).has('group'),
        );
        if (pupils !== wanted.length) return `shows ${pupils} in ${group.id}`;
      }
      return yesIf(groups.some(({ id }) => id === loaded.uuid('group')));
    },
  },
  'get /api/v1/groups/:groupId/pupils': {
    expect: (asked) => yesIf(seesInGroup(asked)),
    read: ({ body }, _part, loaded) => {
      const { group, pupils } = body as { group: { pupils: number }; pupils: { id: string }[] };
      if (group.pupils !== pupils.length || pupils.length !== 1) return `shows ${pupils.length} of ${group.pupils}`;
      return yesIf(pupils[0]!.id === loaded.uuid('pupil'));
    },
  },
  'get /dossiers': { ...page(['intaker'], (asked) => is(asked, 'intaker')), plain: true },
  'post /dossiers': only('intaker'),
  'get /dossiers/:pupilId': page(['intaker'], (asked) => listed('applicants')(asked) === 'yes'),
  'get /overzicht': { ...page([...guides], () => true), plain: true },
  'get /overzicht/herinnering': { ...page([...guides], () => true), plain: true },
  'get /klassen': { ...page([...home], () => true), plain: true },
  'get /klassen/:groupId': page([...home], seesInGroup),
  'get /klassen/:groupId/vastleggen': page([...logging], seesInGroup),
  'post /klassen/:groupId/vastleggen': page([...logging], seesInGroup),
  'get /klassen/:groupId/afdruk': page([...guides], (asked) => seesInGroup(asked) && reads(asked, 'reflections')),
  'get /leerlingen/:pupilId': page([...home], (asked) => staffAtHome(asked) && reads(asked, ...sections)),
  'get /leerlingen/:pupilId/vastleggen': page([...logging], (asked) => staffAtHome(asked) && writes(asked, 'lob')),
  'post /leerlingen/:pupilId/vastleggen': page([...logging], (asked) => staffAtHome(asked) && writes(asked, 'lob')),
  'get /leerlingen/:pupilId/aanmelden': page([...guides], (asked) => does(asked, 'see-applications')),
  'post /leerlingen/:pupilId/aanmelden': page([...guides], (asked) => does(asked, 'apply')),
  'get /leerlingen/:pupilId/afdruk': page([...guides], (asked) => staffAtHome(asked) && reads(asked, 'reflections')),
  'get /mijn': page(['pupil'], () => true, { plain: true }),
  'get /mijn/afdruk': page(['pupil'], () => true, { plain: true }),
  'get /kind': page(['guardian'], () => true, { plain: true }),
  'get /kind/:pupilId': page(
    ['guardian'],
    ({ session, pupil }) =>
      pupil.erasedAt === null &&
      pupil.guardians.some(({ person, custody }) => person === session.who && custody === true),
  ),
};
/** What a dossier says of itself: how much of a section is in it. */
function extentOf(body: Record<string, unknown>, section: Section, { world, session, pupil }: Asked): string {
  const name = { profile: 'profile', 'school-career': 'schoolCareer', lob: 'lob', reflections: 'reflections' }[section];
  const part = body[name];
  if (part === undefined) return 'no';
  const extent = expected(world, session, pupil.id, section, 'read');
  const same = (shown: string[], all: { id: string }[]): string => {
    const wanted = all.map(({ id }) => wordsOf(id)).sort();
    return shown.sort().join() === wanted.join() ? extent : `shows ${shown.join(', ')}`;
  };
  if (section === 'lob')
    return same(
      (part as { title: string }[]).map(({ title }) => title),
      activitiesFor(world, session, pupil.id),
    );
  if (section === 'reflections')
    return same(
      (part as { text: string }[]).map(({ text }) => text),
      reflectionsFor(world, session, pupil.id),
    );
  if (section === 'school-career') return 'whole';
  const { birthDate, contacts } = part as { birthDate: string | null; contacts: unknown[] };
  return birthDate === null ? 'name-and-group' : contacts.length === 0 ? 'roster' : 'whole';
}
