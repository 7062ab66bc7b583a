import { hasLeft } from '../../model/relations.js';
import type { Loaded } from '../../worlds/loader.js';
import type { Asked, Outcome, Place, Places, Sent } from '../place.js';
import { deed, does, is, only, page, yesIf } from './words.js';

const answering = ['mentor', 'decaan', 'lob-coordinator', 'school-administrator'] as const;
const keepers = ['school-administrator', 'privacy-officer'] as const;
const aboutWhat = ['school-career', 'lob'];
const request = (loaded: Loaded, part: string): Sent => ({ ids: { id: loaded.uuid(`request about ${part}`) } });
const wish = (loaded: Loaded): Sent => ({ ids: { id: loaded.uuid('wish') } });

const ofPupil = (more: Partial<Place> = {}): Place => page(['pupil'], (asked) => does(asked, 'copy'), more);
const ofChild = (more: Partial<Place> = {}): Place => page(['guardian'], (asked) => does(asked, 'copy'), more);
const atHome = ({ session, pupil }: Asked): boolean => session.at === pupil.home;

/** Of who left nobody at school sees the dossier, so there the administrator answers. */
function answers(asked: Asked, part: string): Outcome {
  if (!atHome(asked) || asked.pupil.erasedAt !== null) return 'no';
  if (hasLeft(asked.world, asked.pupil)) return yesIf(is(asked, 'school-administrator'));
  if (part === 'lob') return yesIf(does(asked, 'apply') && is(asked, 'mentor', 'decaan', 'lob-coordinator'));
  return yesIf(is(asked, 'decaan', 'school-administrator'));
}
const answered = (more: Partial<Place> = {}): Place => ({
  parts: aboutWhat,
  // Also of who left, whose name nobody at school sees otherwise.
  names: true,
  expect: answers,
  send: request,
  ...more,
});
const kept = (more: Partial<Place> = {}): Place => ({
  expect: (asked) => yesIf(atHome(asked) && is(asked, ...keepers)),
  ...more,
});
const aboutProfile = (loaded: Loaded): Sent => ({ ids: { what: 'gegevens', id: loaded.uuid('pupil') } });
const lift: Place = {
  changes: true,
  expect: (asked) => yesIf(atHome(asked) && is(asked, 'privacy-officer')),
  send: (loaded) => ({ ids: { id: loaded.uuid('hold') }, body: { reason: 'De klacht is klaar.' } }),
};

/** What a pupil can ask of the school about his data, and the school's work on it. */
export const rightsPlaces: Places = {
  'get /api/v1/pupils/:pupilId/rectifications': deed('copy'),
  'post /api/v1/pupils/:pupilId/rectifications': deed('copy', {
    changes: true,
    send: (loaded) => ({
      body: { about: 'profile', subjectId: loaded.uuid('pupil'), wrong: 'Zo heet ik niet.', shouldBe: 'Anders' },
    }),
  }),
  'post /api/v1/rectifications/:id/withdrawal': deed('copy', { parts: aboutWhat, changes: true, send: request }),
  'get /api/v1/rectifications': only(...answering),
  'get /api/v1/rectifications/:id': answered(),
  'post /api/v1/rectifications/:id/answer': answered({
    changes: true,
    send: (loaded, part) => ({ ...request(loaded, part), body: { outcome: 'kept', answer: 'Zo staat het er goed.' } }),
  }),
  'get /verzoeken': only(...answering),
  'get /verzoeken/:id': answered(),
  'post /verzoeken/:id': answered(),
  'get /mijn/rechten/klopt-niet': only('pupil'),
  'get /mijn/rechten/klopt-niet/:what/:id': ofPupil({ send: aboutProfile }),
  'post /mijn/rechten/klopt-niet/:what/:id': ofPupil({ send: aboutProfile }),
  'post /mijn/rechten/verzoek/:id/intrekken': ofPupil({ parts: aboutWhat, changes: true, send: request }),
  'get /kind/:pupilId/rechten/klopt-niet': ofChild(),
  'get /kind/:pupilId/rechten/klopt-niet/:what/:id': ofChild({ send: aboutProfile }),
  'post /kind/:pupilId/rechten/klopt-niet/:what/:id': ofChild({ send: aboutProfile }),
  'post /kind/:pupilId/rechten/verzoek/:id/intrekken': ofChild({ parts: aboutWhat, changes: true, send: request }),

  'get /api/v1/pupils/:pupilId/erasure-requests': deed('copy'),
  'post /api/v1/pupils/:pupilId/erasure-requests': deed('copy', {
    changes: true,
    loose: true, // there is one already
    send: () => ({ body: { words: 'Alles moet weg.' } }),
  }),
  'post /api/v1/erasure-requests/:id/withdrawal': deed('copy', { changes: true, send: wish }),
  'get /mijn/rechten/wissen': only('pupil'),
  'post /mijn/rechten/wissen': only('pupil'),
  'post /mijn/rechten/wissen/:id/intrekken': ofPupil({ changes: true, send: wish }),
  'get /kind/:pupilId/rechten/wissen': ofChild(),
  'post /kind/:pupilId/rechten/wissen': ofChild(),
  'post /kind/:pupilId/rechten/wissen/:id/intrekken': ofChild({ changes: true, send: wish }),

  'get /api/v1/erasure-requests': only(...keepers),
  'post /api/v1/erasure-requests/:id/decision': kept({
    changes: true,
    send: (loaded) => ({ ...wish(loaded), body: { outcome: 'refused', answer: 'Wij hebben het nodig.' } }),
  }),
  'get /api/v1/retention': only(...keepers),
  'post /api/v1/retention/reports': only(...keepers),
  'post /api/v1/retention/reports/:id/confirmation': kept({
    changes: true,
    send: (loaded) => ({ ids: { id: loaded.uuid('report') } }),
  }),
  'get /api/v1/legal-holds': only(...keepers),
  'post /api/v1/legal-holds': only('privacy-officer'),
  'post /api/v1/legal-holds/:id/end': lift,
  'get /bewaren': only(...keepers),
  'get /bewaren/verzoek/:id': kept({ send: wish }),
  'post /bewaren/verzoek/:id': kept({ send: wish }),
  'get /bewaren/termijnen': only(...keepers),
  'post /bewaren/termijnen': only(...keepers),
  'post /bewaren/termijnen/:id': kept({ send: (loaded) => ({ ids: { id: loaded.uuid('report') } }) }),
  'get /bewaren/vasthouden': only(...keepers),
  'post /bewaren/vasthouden': only('privacy-officer'),
  'post /bewaren/vasthouden/:id/opheffen': lift,
};
