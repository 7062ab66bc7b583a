import { mayWith } from '../../model/deeds.js';
import type { Loaded } from '../../worlds/loader.js';
import type { Asked, Outcome, Place, Places, Sent } from '../place.js';
import { deed, does, is, only, page, yesIf } from './words.js';

/** Asking and putting off, what a receiving school takes over and is told, and passing on on the ground of the law. */
const shareParts = ['intake', 'handover'] as const;
const share = ({ pupil }: Asked, part: string, basis: 'consent' | 'statutory') =>
  pupil.shares.find((one) => one.id === `share for ${part}` && one.basis === basis);
const byId = (loaded: Loaded, part: string): Sent => ({ ids: { id: loaded.uuid(`share for ${part}`) } });

/** A pupil puts off only what a school asked. */
const putsOff = (asked: Asked, part: string): Outcome => {
  const found = share(asked, part, 'consent');
  return yesIf(is(asked, 'pupil') && found?.askedBy != null && may(asked, part, 'consent', 'answer'));
};
const may = (asked: Asked, part: string, basis: 'consent' | 'statutory', deedOf: 'answer' | 'end'): boolean => {
  const found = share(asked, part, basis);
  return found !== undefined && mayWith(asked.world, asked.session, asked.pupil.id, found, deedOf) !== 'no';
};
const withStatutory = (may: (asked: Asked, part: string) => boolean, body?: object): Place => ({
  parts: shareParts,
  changes: true,
  loose: true,
  expect: (asked, part) => yesIf(may(asked, part)),
  send: (loaded, part) => ({ ...byId(loaded, part), ...(body ? { body } : {}) }),
});
const guides = (asked: Asked): boolean => is(asked, 'mentor', 'decaan', 'lob-coordinator') && does(asked, 'apply');
const notThere: Place = { plain: true, expect: () => 'no' };

export const handoverPlaces: Places = {
  'post /api/v1/consents/:id/later': {
    parts: shareParts,
    changes: true,
    loose: true,
    expect: putsOff,
    send: byId,
  },
  'post /mijn/toestemming/:schoolId/vraag/:id/later': {
    parts: shareParts,
    changes: true,
    loose: true,
    expect: putsOff,
    send: byId,
  },
  'get /api/v1/pupils/:pupilId/exports': deed('who-looked'),
  'post /api/v1/dossiers/:pupilId/export': deed('export', { changes: true }),
  'post /dossiers/:pupilId/overnemen': deed('export', { changes: true }),
  'get /api/v1/share-notices': only('intaker', 'slb'),
  'get /wijzigingen': only('intaker', 'slb'),
  'post /api/v1/share-notices/:id/confirmation': notThere,
  'post /wijzigingen/:id': notThere,
  'get /api/v1/share-notices/unconfirmed': only('privacy-officer'),
  'get /niet-bevestigd': only('privacy-officer'),
  'post /api/v1/pupils/:pupilId/statutory-shares': {
    changes: true,
    loose: true,
    expect: (asked) => yesIf(guides(asked)),
    send: (loaded) => ({ body: { toSchoolId: loaded.uuid('mbo'), sections: ['profile'], purpose: 'intake' } }),
  },
  'get /leerlingen/:pupilId/overdracht': page(['mentor', 'decaan', 'lob-coordinator'], guides),
  'post /leerlingen/:pupilId/overdracht': page(['mentor', 'decaan', 'lob-coordinator'], guides),
  'post /api/v1/statutory-shares/:id/answers': withStatutory((asked, part) => may(asked, part, 'statutory', 'answer'), {
    agreed: true,
  }),
  'post /mijn/overdracht/:id': withStatutory(
    (asked, part) => is(asked, 'pupil') && may(asked, part, 'statutory', 'answer'),
    { agreed: 'ja' },
  ),
  'post /kind/:pupilId/overdracht/:id': withStatutory(
    (asked, part) => is(asked, 'guardian') && may(asked, part, 'statutory', 'answer'),
    { agreed: 'ja' },
  ),
  'post /api/v1/statutory-shares/:id/end': withStatutory((asked, part) => may(asked, part, 'statutory', 'end')),
  'post /leerlingen/:pupilId/overdracht/:id/einde': withStatutory((asked, part) =>
    may(asked, part, 'statutory', 'end'),
  ),
};
