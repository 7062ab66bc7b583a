import type { Place, Places } from '../place.js';
import { deed, does, only, page, yesIf } from './words.js';

const answering = ['mentor', 'decaan', 'lob-coordinator', 'school-administrator'] as const;
/** Nobody in the table has asked for anything to be put right, so there is none to look at, answer or take back. */
const none: Place = { plain: true, expect: () => 'no' };

/** What somebody says is not right in a dossier. */
export const rectificationPlaces: Places = {
  'get /api/v1/pupils/:pupilId/rectifications': deed('copy'),
  'post /api/v1/pupils/:pupilId/rectifications': {
    changes: true,
    loose: true,
    expect: (asked) =>
      yesIf(
        does(asked, 'copy') && asked.pupil.activities.some(({ id, removed }) => id === 'of a colleague' && !removed),
      ),
    send: (loaded) => ({
      body: {
        about: 'activity',
        subjectId: loaded.uuid('of a colleague'),
        wrong: 'Dit was een andere dag.',
        shouldBe: 'Het was een dag later.',
      },
    }),
  },
  'post /api/v1/rectifications/:id/withdrawal': none,
  'get /api/v1/rectifications': only(...answering),
  'get /api/v1/rectifications/:id': none,
  'post /api/v1/rectifications/:id/answer': {
    ...none,
    send: () => ({ body: { outcome: 'kept', answer: 'Zo is het gegaan.' } }),
  },
  'get /mijn/rechten/klopt-niet': only('pupil'),
  'get /mijn/rechten/klopt-niet/:what/:id': none,
  'post /mijn/rechten/klopt-niet/:what/:id': none,
  'post /mijn/rechten/verzoek/:id/intrekken': none,
  'get /kind/:pupilId/rechten/klopt-niet': page(['guardian'], (asked) => does(asked, 'copy')),
  'get /kind/:pupilId/rechten/klopt-niet/:what/:id': none,
  'post /kind/:pupilId/rechten/klopt-niet/:what/:id': none,
  'post /kind/:pupilId/rechten/verzoek/:id/intrekken': none,
  'get /verzoeken': only(...answering),
  'get /verzoeken/:id': none,
  'post /verzoeken/:id': none,
};
