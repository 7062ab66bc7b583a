import { mayCorrect, mayCorrectLog, mayLog } from '../../model/lob.js';
import { activitiesFor } from '../../model/sight.js';
import { standing } from '../../model/standing.js';
import { one } from '../../model/world.js';
import type { Loaded } from '../../worlds/loader.js';
import type { Asked, Outcome, Places, Sent } from '../place.js';
import { aReason, anActivity, is, writes, yesIf } from './words.js';

/** Activities of the pupil, each a thing of its own. */
const activities = ['of the pupil', 'of the one who asks', 'of a colleague', 'removed'] as const;
const logs = ['of the one who asks', 'of a colleague', 'removed'] as const;
const activity = ({ pupil }: Asked, part: string): ReturnType<typeof one<Asked['pupil']['activities'][number]>> =>
  one(pupil.activities, part);

const byId = (loaded: Loaded, part: string): Sent => ({ ids: { id: loaded.uuid(part) } });
const ofLog = (loaded: Loaded, part: string): Sent => ({ ids: { logId: loaded.uuid(`log of ${part}`) } });

const correct = ({ world, session, pupil }: Asked, part: string): boolean =>
  mayCorrect(world, session, pupil.id, one(pupil.activities, part));
/** What the pupil logged is his own: the school reads it, and hears so. */
const corrects = (asked: Asked, part: string): Outcome =>
  correct(asked, part) ? 'yes' : shown(asked, part) && writes(asked, 'lob') ? 'late' : 'no';
const correctLog = ({ world, session, pupil }: Asked, part: string): boolean =>
  mayCorrectLog(world, session, pupil.id, one(pupil.activities, part));
/** Staff with the page of an activity, as far as they read it. */
const shown = (asked: Asked, part: string): boolean =>
  standing(asked.world, asked.session)?.kind === 'staff' &&
  is(asked, 'decaan', 'lob-coordinator', 'mentor', 'teacher') &&
  activitiesFor(asked.world, asked.session, asked.pupil.id).some(({ id }) => id === part);
const own = (asked: Asked, part: string): boolean =>
  asked.session.who === asked.pupil.id && is(asked, 'pupil') && !activity(asked, part).removed;
const ownLogged = (asked: Asked, part: string): boolean =>
  own(asked, part) && activity(asked, part).by === asked.pupil.id;
const own2 = ({ world, session, pupil }: Asked): boolean =>
  session.who === pupil.id && standing(world, session) !== null;

const version = 1;

export const lobPlaces: Places = {
  'post /api/v1/groups/:groupId/activities': {
    changes: true,
    expect: ({ world, session, pupil }) => yesIf(mayLog(world, session, pupil.id, 'group')),
    send: (loaded) => ({ body: { ...anActivity, pupils: [{ pupilId: loaded.uuid('pupil') }] } }),
  },
  'post /api/v1/pupils/:pupilId/activities': {
    changes: true,
    expect: ({ world, session, pupil }) => yesIf(mayLog(world, session, pupil.id)),
    send: () => ({ body: anActivity }),
  },
  'patch /api/v1/activities/:id': {
    parts: activities,
    changes: true,
    expect: corrects,
    send: (loaded, part) => ({ ...byId(loaded, part), body: anActivity }),
  },
  'delete /api/v1/activities/:id': {
    parts: activities,
    changes: true,
    expect: corrects,
    send: (loaded, part) => ({ ...byId(loaded, part), body: aReason }),
  },
  'get /api/v1/activity-logs/:logId': {
    parts: logs,
    expect: (asked, part) => yesIf(correctLog(asked, part)),
    send: ofLog,
  },
  'patch /api/v1/activity-logs/:logId': {
    parts: logs,
    expect: (asked, part) => (correctLog(asked, part) ? 'late' : 'no'), // on the version of the whole log
    send: (loaded, part) => ({ ...ofLog(loaded, part), body: anActivity }),
  },
  'delete /api/v1/activity-logs/:logId': {
    parts: logs,
    expect: (asked, part) => (correctLog(asked, part) ? 'late' : 'no'),
    send: (loaded, part) => ({ ...ofLog(loaded, part), body: aReason }),
  },
  'put /api/v1/activities/:id/own-words': {
    parts: activities,
    changes: true,
    expect: (asked, part) => yesIf(own(asked, part)),
    send: (loaded, part) => ({ ...byId(loaded, part), body: { result: 'Ik weet nu meer' } }),
  },
  'post /api/v1/pupils/:pupilId/reflections': {
    parts: ['without reflection', 'removed'],
    changes: true,
    expect: (asked, part) => yesIf(own(asked, part)),
    send: (loaded, part) => ({ body: { activityId: loaded.uuid(part), text: 'Dit is wat ik ervan vond.' } }),
  },
  'patch /api/v1/reflections/:id': {
    parts: ['closed', 'for school'],
    changes: true,
    expect: (asked) => yesIf(own2(asked)),
    send: (loaded, part) => ({ ...byId(loaded, part), body: { text: 'Dit is wat ik er nu van vind.' } }),
  },
  'get /activiteiten/:id': { parts: activities, expect: (asked, part) => yesIf(shown(asked, part)), send: byId },
  'post /activiteiten/:id': { parts: activities, expect: (asked, part) => yesIf(shown(asked, part)), send: byId },
  'post /activiteiten/:id/weghalen': {
    parts: activities,
    expect: (asked, part) => yesIf(shown(asked, part)),
    send: byId,
  },
  'get /logboek/:logId': { parts: logs, expect: (asked, part) => yesIf(correctLog(asked, part)), send: ofLog },
  'post /logboek/:logId': { parts: logs, expect: (asked, part) => yesIf(correctLog(asked, part)), send: ofLog },
  'post /logboek/:logId/weghalen': {
    parts: logs,
    expect: (asked, part) => yesIf(correctLog(asked, part)),
    send: ofLog,
  },
  'get /mijn/activiteiten/nieuw': { plain: true, expect: (asked) => yesIf(is(asked, 'pupil')) },
  'post /mijn/activiteiten/nieuw': { plain: true, expect: (asked) => yesIf(is(asked, 'pupil')) },
  'get /mijn/activiteiten/:id': { parts: activities, expect: (asked, part) => yesIf(own(asked, part)), send: byId },
  'post /mijn/activiteiten/:id/eigen-woorden': {
    parts: activities,
    changes: true,
    expect: (asked, part) => yesIf(own(asked, part)),
    send: (loaded, part) => ({ ...byId(loaded, part), body: { version } }),
  },
  'post /mijn/activiteiten/:id/reflectie': {
    parts: activities,
    expect: (asked, part) => yesIf(own(asked, part)),
    send: byId,
  },
  'post /mijn/activiteiten/:id/reflectie/:reflectionId': {
    parts: ['of the pupil'],
    expect: (asked, part) => yesIf(own(asked, part)),
    send: (loaded, part) => ({ ids: { id: loaded.uuid(part), reflectionId: loaded.uuid('closed') } }),
  },
  'get /mijn/activiteiten/:id/verbeteren': {
    parts: activities,
    expect: (a, part) => yesIf(ownLogged(a, part)),
    send: byId,
  },
  'post /mijn/activiteiten/:id/verbeteren': {
    parts: activities,
    expect: (a, part) => yesIf(ownLogged(a, part)),
    send: byId,
  },
  'post /mijn/activiteiten/:id/weghalen': { parts: activities, expect: (a, part) => yesIf(own(a, part)), send: byId },
};
