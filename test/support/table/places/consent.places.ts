import { may, mayWith, stateOf } from '../../model/deeds.js';
import { standing } from '../../model/standing.js';

import type { Loaded } from '../../worlds/loader.js';
import type { Asked, Outcome, Place, Places, Sent } from '../place.js';
import { deed, does, is, only, page, recent, yesIf } from './words.js';

const shareParts = ['intake', 'handover'] as const;
/** What is passed on on the ground of the law has places of its own. */
const byConsent = ({ pupil }: Asked) => pupil.shares.filter(({ basis }) => basis === 'consent');
const shareOf = (asked: Asked, part: string) => byConsent(asked).find(({ id }) => id === `share for ${part}`);
const byId = (loaded: Loaded, part: string): Sent => ({ ids: { id: loaded.uuid(`share for ${part}`) } });

const answers = (asked: Asked, part: string): Outcome => {
  const share = shareOf(asked, part);
  return yesIf(share !== undefined && mayWith(asked.world, asked.session, asked.pupil.id, share, 'answer') !== 'no');
};
const withdraws = (asked: Asked, part: string): Outcome => {
  const share = shareOf(asked, part);
  return yesIf(share !== undefined && mayWith(asked.world, asked.session, asked.pupil.id, share, 'withdraw') !== 'no');
};
const shown = ({ body }: { body: unknown }): Outcome => ((body as unknown[]).length > 0 ? 'yes' : 'empty');
/** An empty list has the same look whoever may see it. */
const filled = (asked: Asked, what: 'see-shares' | 'see-applications', number: number): Outcome => {
  const verdict = may(asked.world, asked.session, asked.pupil.id, what);
  return verdict === 'yes' && number === 0 ? 'empty' : verdict;
};

/** Nobody in the table did anything out of the ordinary, so none of it is there to look into. */
const nothingUnusual: Place = {
  plain: true,
  expect: () => 'no',
  send: (loaded) => ({
    ids: { kind: 'night', actorId: loaded.uuid('mentor'), day: '2026-11-15' },
    body: { kind: 'night', actorId: loaded.uuid('mentor'), day: '2026-11-15', outcome: 'in-order', note: 'Proef' },
  }),
};

export const consentPlaces: Places = {
  'get /api/v1/pupils/:pupilId/consents': {
    expect: (asked) => filled(asked, 'see-shares', byConsent(asked).length),
    read: shown,
  },
  'post /api/v1/pupils/:pupilId/consents': {
    parts: ['mbo', 'other mbo'],
    changes: true,
    expect: (asked, to) =>
      does(asked, 'give', to) ? 'yes' : does(asked, 'copy') && is(asked, 'pupil') ? 'late' : 'no',
    send: (loaded, to) => ({ body: { toSchoolId: loaded.uuid(to), sections: ['profile'] } }),
  },
  'post /api/v1/consent-requests': {
    changes: true,
    loose: true,
    expect: (asked) => yesIf(does(asked, 'ask')),
    send: (loaded) => ({ body: { pupilId: loaded.uuid('pupil'), sections: ['lob'], reason: 'no-talk' } }),
  },
  'post /api/v1/consents/:id/answers': {
    parts: shareParts,
    changes: true,
    loose: true,
    expect: answers,
    send: (loaded, part) => ({ ...byId(loaded, part), body: { agreed: true } }),
  },
  'post /api/v1/consents/:id/withdrawal': {
    parts: shareParts,
    changes: true,
    loose: true,
    expect: withdraws,
    send: byId,
  },
  'get /api/v1/pupils/:pupilId/applications': {
    expect: (asked) => filled(asked, 'see-applications', asked.pupil.applications.length),
    read: shown,
  },
  'post /api/v1/pupils/:pupilId/applications': deed('apply', {
    changes: true,
    send: (loaded) => ({ body: { opleidingId: loaded.uuid('opleiding 2 of mbo') } }),
  }),
  'post /api/v1/applications/:id/withdrawal': {
    changes: true,
    expect: (asked) => yesIf(asked.pupil.applications.length > 0 && does(asked, 'apply')),
    send: (loaded) => ({ ids: { id: loaded.uuid('application') } }),
  },
  'get /api/v1/pupils/:pupilId/consent-texts': {
    expect: (asked) => yesIf(custody(asked) || (is(asked, 'pupil') && does(asked, 'copy'))),
  },
  'get /api/v1/consents/:id/receipt': { parts: shareParts, expect: keeps, send: byId },
  'get /mijn/toestemming/:id/bewijs': {
    parts: shareParts,
    expect: (asked, part) => (is(asked, 'pupil') ? keeps(asked, part) : 'no'),
    send: byId,
  },
  'get /kind/:pupilId/toestemming/:id/bewijs': {
    parts: shareParts,
    expect: (asked, part) => (is(asked, 'guardian') ? keeps(asked, part) : 'no'),
    send: byId,
  },
  'get /api/v1/pupils/:pupilId/paper-answers': deed('paper-yes'),
  'post /api/v1/pupils/:pupilId/consents/:id/paper-answers': {
    parts: shareParts,
    changes: true,
    loose: true,
    expect: (asked, part) => yesIf(does(asked, 'paper-yes') && onPaper(asked, part)),
    send: (loaded, part) => ({
      ...byId(loaded, part),
      body: {
        guardianId: loaded.uuid('parent'),
        agreed: true,
        signedOn: '2026-11-15',
        secondId: loaded.uuid('decaan'),
      },
    }),
  },
  'get /leerlingen/:pupilId/papier': deed('paper-yes'),
  'post /leerlingen/:pupilId/papier/:id': {
    parts: shareParts,
    expect: (asked) => yesIf(does(asked, 'paper-yes')),
    send: byId,
  },
  'get /leerlingen/:pupilId/papier/:id/formulier': {
    parts: shareParts,
    expect: (asked, part) => yesIf(does(asked, 'paper-yes') && onPaper(asked, part)),
    send: byId,
  },
  'get /api/v1/pupils/:pupilId/copy': deed('copy', { withRemoved: true }),
  'get /api/v1/pupils/:pupilId/statutory-shares': {
    expect: (asked) => filled(asked, 'see-shares', asked.pupil.shares.length - byConsent(asked).length),
    read: shown,
  },
  'get /api/v1/statutory': only('school-administrator', 'coordinator'),
  'put /api/v1/statutory/region': only('coordinator'),
  'put /api/v1/statutory/school': only('school-administrator'),
  'get /wettelijke-overdracht': only('school-administrator', 'coordinator'),
  'post /wettelijke-overdracht/regio': only('coordinator'),
  'post /wettelijke-overdracht/school': only('school-administrator'),
  'get /mijn/overdracht': only('pupil'),
  'get /kind/:pupilId/overdracht': page(['guardian'], (asked) => does(asked, 'copy')),
  'get /api/v1/pupils/:pupilId/who-may': deed('copy'),
  'get /mijn/wie-mag-wat': only('pupil'),
  'get /kind/:pupilId/wie-mag-wat': page(['guardian'], (asked) => does(asked, 'copy')),
  'post /mijn/wie-mag-wat/:id/intrekken': {
    parts: shareParts,
    changes: true,
    expect: (asked, part) => (is(asked, 'pupil') ? withdraws(asked, part) : 'no'),
    send: byId,
  },
  'post /kind/:pupilId/wie-mag-wat/:id/intrekken': {
    parts: shareParts,
    changes: true,
    expect: (asked, part) => (is(asked, 'guardian') ? withdraws(asked, part) : 'no'),
    send: byId,
  },
  'get /mijn/rechten': only('pupil'),
  'get /mijn/kopie': { ...only('pupil'), withRemoved: true },
  'get /mijn/kopie.json': { ...only('pupil'), withRemoved: true },
  'get /kind/:pupilId/rechten': page(['guardian'], (asked) => does(asked, 'copy')),
  'get /kind/:pupilId/kopie': page(['guardian'], (asked) => does(asked, 'copy'), { withRemoved: true }),
  'get /kind/:pupilId/kopie.json': page(['guardian'], (asked) => does(asked, 'copy'), { withRemoved: true }),
  'get /api/v1/pupils/:pupilId/audit-events': deed('who-looked'),
  'get /api/v1/pupils/:pupilId/audit-receipt': deed('who-looked'),
  'get /api/v1/audit-events': only('privacy-officer'),
  'get /api/v1/unusual-access': only('privacy-officer'),
  'put /api/v1/unusual-access/review': nothingUnusual,
  'get /inzage': only('privacy-officer'),
  'post /inzage': only('privacy-officer'),
  'get /inzage/bestand': {
    plain: true,
    expect: (asked) => yesIf(is(asked, 'privacy-officer') && recent(asked)),
  },
  'get /inzage/opvallend': only('privacy-officer'),
  'get /inzage/opvallend/:kind/:actorId/:day': nothingUnusual,
  'post /inzage/opvallend/:kind/:actorId/:day': nothingUnusual,
  'get /mijn/wie-keek': only('pupil'),
  'get /mijn/toestemming': only('pupil'),
  'get /mijn/aanmeldingen': only('pupil'),
  'get /mijn/aanmeldingen/nieuw': only('pupil'),
  'get /mijn/aanmeldingen/nieuw/:schoolId': only('pupil'),
  'post /mijn/aanmeldingen/nieuw/:schoolId': only('pupil'),
  'post /mijn/toestemming/meelezen': only('pupil'),
  'post /mijn/aanmeldingen/:id/intrekken': page(
    ['pupil'],
    (asked) => asked.pupil.applications.length > 0 && asked.session.who === asked.pupil.id,
    { changes: true, send: (loaded) => ({ ids: { id: loaded.uuid('application') } }) },
  ),
  'get /mijn/toestemming/:schoolId': page(['pupil'], (asked) => knowsSchool(asked)),
  'post /mijn/toestemming/:schoolId': page(['pupil'], (asked) => knowsSchool(asked)),
  'post /mijn/toestemming/:schoolId/vraag/:id': page(['pupil'], knowsSchool, { send: (l) => byId(l, 'intake') }),
  'post /mijn/toestemming/:schoolId/vraag/:id/keuze': page(['pupil'], knowsSchool, { send: (l) => byId(l, 'intake') }),
  'post /mijn/toestemming/:schoolId/intrekken/:id': {
    parts: shareParts,
    changes: true,
    expect: (asked, part) => (is(asked, 'pupil') ? withdraws(asked, part) : 'no'),
    send: byId,
  },
  'get /kind/:pupilId/toestemming': page(['guardian'], (asked) => custody(asked)),
  'post /kind/:pupilId/toestemming/:id': {
    parts: shareParts,
    changes: true,
    expect: (asked, part) => (is(asked, 'guardian') ? answers(asked, part) : 'no'),
    send: (loaded, part) => ({ ...byId(loaded, part), body: { agreed: 'ja' } }),
  },
  'post /kind/:pupilId/toestemming/:id/intrekken': {
    parts: shareParts,
    changes: true,
    expect: (asked, part) => (is(asked, 'guardian') ? withdraws(asked, part) : 'no'),
    send: byId,
  },
  'get /kind/:pupilId/wie-keek': page(['guardian'], (asked) => does(asked, 'who-looked')),
  'post /dossiers/:pupilId/vraag': page(['intaker'], (asked) => does(asked, 'ask')),
  'post /leerlingen/:pupilId/aanmelden/:id/intrekken': page(
    ['decaan', 'lob-coordinator', 'mentor'],
    (asked) => asked.pupil.applications.length > 0 && does(asked, 'apply'),
    { changes: true, send: (loaded) => ({ ids: { id: loaded.uuid('application') } }) },
  ),
};

/** A share that somebody can still answer. */
const onPaper = (asked: Asked, part: string): boolean => {
  const share = shareOf(asked, part);
  return share !== undefined && ['waiting', 'in-force'].includes(stateOf(asked.world, asked.pupil, share));
};

/** Whoever answered keeps a receipt, while he has a say. */
function keeps(asked: Asked, part: string): Outcome {
  const share = shareOf(asked, part);
  if (!share || mayWith(asked.world, asked.session, asked.pupil.id, share, 'answer') === 'no') return 'no';
  return yesIf(is(asked, 'pupil') || share.answers.some(({ by }) => by === asked.session.who));
}

/** A school with which there is something: an application, or a share. */
function knowsSchool(asked: Asked): boolean {
  const { pupil, session } = asked;
  if (session.who !== pupil.id) return false;
  return [...pupil.applications, ...byConsent(asked)].some(({ to }) => to === 'mbo');
}
const custody = ({ world, pupil, session }: Asked): boolean =>
  standing(world, session)?.kind === 'guardian' &&
  pupil.erasedAt === null &&
  pupil.guardians.some(({ person, custody: has }) => person === session.who && has === true);
