import { listsWith } from '../../model/lists.js';
import { hasLeft } from '../../model/relations.js';
import type { Asked, Places } from '../place.js';
import { deed, does, is, page, whole, yesIf } from './words.js';

const keepers = ['decaan', 'school-administrator'] as const;
/** The group itself is no secret of a pupil: for who keeps the roster of its school. */
const keepsGroup = (asked: Asked): boolean => is(asked, ...keepers) && asked.session.at === 'home';
const onRoster = ({ world, session, pupil }: Asked): boolean => listsWith(world, session, pupil.id).has('roster');
const ofGroup = page([...keepers], keepsGroup);
/** The mentors of a group are those of who is in it, now or later, and has not left. */
const ofPerson = page([...keepers], (asked) => keepsGroup(asked) && isInGroupSoon(asked));

export const rosterPlaces: Places = {
  'get /api/v1/pupils': {
    expect: (asked) => yesIf(onRoster(asked)),
    read: ({ body }, _part, loaded, asked) => {
      const { items } = body as { items: { id: string }[] };
      return whole(
        asked,
        loaded,
        'roster',
        items.map(({ id }) => id),
      );
    },
  },
  'patch /api/v1/enrolments': {
    changes: true,
    expect: (asked) => yesIf(does(asked, 'guardians')),
    send: (loaded) => ({ body: { rows: [{ pupilId: loaded.uuid('pupil'), version: 1, year: 3 }] } }),
  },
  'get /api/v1/guardians': {
    expect: (asked) => yesIf(does(asked, 'guardians')),
    read: ({ text }, _part, loaded) => yesIf(text.includes(loaded.uuid('parent as guardian of pupil'))),
  },
  'get /api/v1/pupils/:pupilId/guardians': deed('guardians'),
  'patch /api/v1/guardians': {
    changes: true,
    expect: (asked) => yesIf(does(asked, 'guardians')),
    send: (loaded) => ({
      body: { rows: [{ guardianId: loaded.uuid('parent as guardian of pupil'), version: 1, custody: false }] },
    }),
  },
  'patch /api/v1/guardians/:id': deed('guardians', {
    changes: true,
    send: (loaded) => ({ ids: { id: loaded.uuid('parent as guardian of pupil') }, body: { custody: false } }),
  }),
  'get /api/v1/pupils/:pupilId/guardian-sections': {
    expect: (asked) => yesIf(does(asked, 'copy') && is(asked, 'pupil')),
  },
  'put /api/v1/pupils/:pupilId/guardian-sections': {
    changes: true,
    expect: (asked) =>
      does(asked, 'open-to-guardians') ? 'yes' : does(asked, 'copy') && is(asked, 'pupil') ? 'late' : 'no',
    send: () => ({ body: { sections: ['lob'] } }),
  },
  'get /api/v1/staff-choices': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'get /api/v1/groups/:groupId/mentors': ofGroup,
  'post /api/v1/groups/:groupId/mentors': {
    ...ofGroup,
    changes: true,
    loose: true,
    send: (loaded) => ({ body: { personId: loaded.uuid('decaan') } }),
  },
  'patch /api/v1/groups/:groupId/mentors/:personId': {
    ...ofPerson,
    changes: true,
    send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') }, body: { lastDay: '2026-11-16' } }),
  },
  'get /api/v1/pupils/:pupilId/mentors': deed('mentors'),
  'post /api/v1/pupils/:pupilId/mentors': deed('mentors', {
    changes: true,
    send: (loaded) => ({ body: { personId: loaded.uuid('decaan') } }),
  }),
  'patch /api/v1/pupils/:pupilId/mentors/:personId': deed('mentors', {
    changes: true,
    send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') }, body: { lastDay: '2026-11-16' } }),
  }),
  'get /api/v1/groups/:groupId/teachers': ofGroup,
  'post /api/v1/groups/:groupId/teachers': {
    ...ofGroup,
    changes: true,
    send: (loaded) => ({ body: { personId: loaded.uuid('decaan'), subject: 'Wiskunde' } }),
  },
  'patch /api/v1/teaching-assignments/:id': {
    expect: () => 'no', // nobody teaches in the table, so there is none to end
    send: () => ({ body: { lastDay: '2026-11-16' } }),
  },
  'get /api/v1/groups/:groupId/activation-letters': {
    expect: (asked) => yesIf(isInGroupSoon(asked) && does(asked, 'letters')),
  },
  'post /api/v1/groups/:groupId/activation-letters': {
    changes: true,
    expect: (asked) => yesIf(isInGroupSoon(asked) && does(asked, 'letters')),
    send: (loaded) => ({ body: { recipients: [loaded.uuid('pupil')], reset: true } }),
  },
  'get /api/v1/pupils/:pupilId/activation-letters': deed('letters'),
  'post /api/v1/pupils/:pupilId/activation-letters': deed('letters', {
    changes: true,
    send: (loaded) => ({ body: { recipients: [loaded.uuid('pupil')], reset: true } }),
  }),
  'get /leerlingen': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'post /leerlingen': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'get /gezag': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'get /gezag/alle': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'post /gezag': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'post /gezag/alle': { plain: true, expect: (asked) => yesIf(is(asked, ...keepers)) },
  'get /leerlingen/:pupilId/gezag': page([...keepers], (asked) => does(asked, 'guardians')),
  'post /leerlingen/:pupilId/gezag': page([...keepers], (asked) => does(asked, 'guardians')),
  'get /klassen/:groupId/aanvullen': ofGroup,
  'post /klassen/:groupId/aanvullen': ofGroup,
  'get /klassen/:groupId/mentoren': ofGroup,
  'post /klassen/:groupId/mentoren': ofGroup,
  'get /klassen/:groupId/mentoren/:personId/einde': {
    ...ofPerson,
    send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') } }),
  },
  'post /klassen/:groupId/mentoren/:personId/einde': {
    ...ofPerson,
    send: (loaded) => ({ ids: { personId: loaded.uuid('mentor') } }),
  },
  'get /klassen/:groupId/docenten': ofGroup,
  'post /klassen/:groupId/docenten': ofGroup,
  'get /klassen/:groupId/docenten/:id/einde': { expect: () => 'no' },
  'post /klassen/:groupId/docenten/:id/einde': { expect: () => 'no' },
  'get /klassen/:groupId/brieven': page(
    ['mentor', ...keepers],
    (asked) => isInGroupSoon(asked) && does(asked, 'letters'),
  ),
  'post /klassen/:groupId/brieven': page(
    ['mentor', ...keepers],
    (asked) => isInGroupSoon(asked) && does(asked, 'letters'),
  ),
  'get /leerlingen/:pupilId/brief': page(['mentor', ...keepers], (asked) => does(asked, 'letters')),
  'post /leerlingen/:pupilId/brief': page(['mentor', ...keepers], (asked) => does(asked, 'letters')),
  'get /leerlingen/:pupilId/code': page(['mentor', ...keepers], (asked) => does(asked, 'letters')),
  'post /leerlingen/:pupilId/code': page(['mentor', ...keepers], (asked) => does(asked, 'letters'), { changes: true }),
  'post /leerlingen/:pupilId/brief/nieuw-wachtwoord': page(['mentor', ...keepers], (asked) => does(asked, 'letters'), {
    changes: true,
    send: (loaded) => ({ body: { recipientId: loaded.uuid('pupil') } }),
  }),
};

const isInGroupSoon = ({ world, pupil }: Asked): boolean =>
  pupil.erasedAt === null &&
  !hasLeft(world, pupil) &&
  pupil.enrolments.some(({ group, until }) => group === 'group' && (until ?? '9') >= '2026-11-16');
