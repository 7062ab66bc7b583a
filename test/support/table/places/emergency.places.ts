import { plus } from '../../model/time.js';
import { standing } from '../../model/standing.js';
import type { Emergency } from '../../model/world.js';
import type { Loaded } from '../../worlds/loader.js';
import type { Asked, Place, Places, Sent } from '../place.js';
import { does, is, only, page, reads, yesIf } from './words.js';

/** Access in a life-threatening situation: whoever may open it, whoever did, and the privacy officer of the home school. */
const isStaff = ({ world, session }: Asked): boolean => standing(world, session)?.kind === 'staff';
const mayOpen = (asked: Asked): boolean => does(asked, 'emergency');
/** What the one who asks has open; that the pupil left since does not keep him from closing it. */
const own = ({ world, session, pupil }: Asked): Emergency | undefined =>
  pupil.emergencies.find(
    ({ person, school, openedAt, endedAt }) =>
      person === session.who && school === session.at && endedAt === null && world.now < plus(openedAt, 60 * 60_000),
  );
const hasOpen = (asked: Asked): boolean => isStaff(asked) && own(asked) !== undefined;

const isOfficer = (asked: Asked): boolean => is(asked, 'privacy-officer') && asked.session.at === asked.pupil.home;
const judges = (asked: Asked): boolean => isOfficer(asked) && asked.pupil.emergencies.length > 0;

const ids = (loaded: Loaded): Sent => ({ ids: { id: loaded.uuid('emergency of pupil') } });
const reason = 'Stuurde een bericht dat hij er een eind aan maakt';
const searched = ({ world: { pupils }, uuid }: { world: Loaded['world']; uuid: string }): Record<string, string> => ({
  familyName: `Van ${parseInt(uuid.slice(0, 8), 16)}`,
  birthDate: pupils[0]!.bornOn,
});
const search = (loaded: Loaded): Sent => ({
  body: searched({ world: loaded.world, uuid: loaded.uuid('pupil') }),
});
const open = (loaded: Loaded): Sent => ({
  body: { pupilId: loaded.uuid('pupil'), reason, ...searched({ world: loaded.world, uuid: loaded.uuid('pupil') }) },
});
const judged: Place = {
  changes: true,
  // Nobody judges what he opened himself; he may know that it is there.
  expect: (asked) =>
    !judges(asked) ? 'no' : asked.pupil.emergencies[0]!.person === asked.session.who ? 'late' : 'yes',
  send: (loaded) => ({ ...ids(loaded), body: { outcome: 'justified', note: 'Gebeld met de melder.' } }),
};

export const emergencyPlaces: Places = {
  'post /api/v1/emergency-access/searches': {
    names: true,
    expect: (asked) => yesIf(mayOpen(asked)),
    send: search,
    read: ({ body }, _part, loaded, asked) => {
      const found = (body as { items: { pupilId: string }[] }).items.map(({ pupilId }) => pupilId);
      const may = asked.world.pupils.filter((pupil) => mayOpen({ ...asked, pupil }));
      const more = found.filter((uuid) => !may.some(({ id }) => loaded.uuid(id) === uuid));
      return more.length > 0 ? `shows ${more.join(', ')}` : yesIf(found.includes(loaded.uuid('pupil')));
    },
  },
  'post /api/v1/emergency-access': {
    changes: true,
    expect: (asked) => yesIf(mayOpen(asked)),
    send: (loaded) => ({ body: { pupilId: loaded.uuid('pupil'), reason } }),
  },
  'post /api/v1/emergency-access/:id/end': { changes: true, expect: (asked) => yesIf(hasOpen(asked)), send: ids },
  'get /api/v1/emergency-access': {
    expect: (asked) => yesIf(judges(asked)),
    read: ({ body }, _part, loaded) =>
      yesIf((body as { items: { id: string }[] }).items.some(({ id }) => id === loaded.uuid('emergency of pupil'))),
  },
  'put /api/v1/emergency-access/:id/review': judged,
  'get /inzage/noodtoegang': only('privacy-officer'),
  'get /inzage/noodtoegang/:id': page(['privacy-officer'], judges, { send: ids }),
  'post /inzage/noodtoegang/:id': {
    ...judged,
    expect: (asked) => yesIf(judges(asked)),
    send: (loaded) => ({ ...ids(loaded), body: { outcome: 'justified', note: 'Gebeld met de melder.', version: '1' } }),
  },
  'get /noodtoegang': { plain: true, expect: (asked) => yesIf(isStaff(asked)) },
  'post /noodtoegang/zoeken': {
    names: true,
    expect: (asked) => yesIf(mayOpen(asked)),
    send: search,
    read: ({ text }, _part, loaded) => yesIf(text.includes(loaded.uuid('pupil'))),
  },
  'post /noodtoegang': { changes: true, expect: (asked) => yesIf(mayOpen(asked)), send: open },
  'get /noodtoegang/:id': {
    names: true,
    expect: (asked) => yesIf(hasOpen(asked) && reads(asked, 'profile')),
    send: ids,
  },
  'post /noodtoegang/:id/sluiten': { changes: true, expect: (asked) => yesIf(hasOpen(asked)), send: ids },
};
