import { dayOf } from '../../platform/calendar.js';
import type { OwnCopyResponse } from '../../privacy-rights/own-copy.dto.js';

/** The copy to keep. The name of a file ends up in places where nobody looks after it, so it says nothing of anyone. */
export const copyFile = (copy: OwnCopyResponse): Response =>
  new Response(JSON.stringify(copy, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="doorstroomdossier-kopie-${dayOf(new Date(copy.takenAt))}.json"`,
      'cache-control': 'no-store',
    },
  });
