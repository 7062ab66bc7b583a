import type { StatutoryState } from '../../statutory/statutory.types.js';
import type { StatutoryShareResponse } from '../../statutory/statutory.dto.js';
import type { TagColour } from '../ui/blocks.js';

export const stateColours: Record<StatutoryState, TagColour> = {
  offered: 'purple',
  'in-force': 'green',
  off: 'grey',
  ended: 'grey',
  expired: 'grey',
};
/** For staff of the home school. */
export const stateWords: Record<StatutoryState, string> = {
  offered: 'Ligt ter inzage',
  'in-force': 'De school leest dit',
  off: 'Staat uit',
  ended: 'Gestopt',
  expired: 'Afgelopen',
};

/** What waits for whoever looks: not answered yet, and not over. */
export const unanswered = ({ state, answers }: StatutoryShareResponse): boolean =>
  (state === 'offered' || state === 'in-force') && !answers.some(({ self }) => self);
