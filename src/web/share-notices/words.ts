import type { KeptReason, NoticeKind } from '../../share-notices/share-notices.types.js';
import type { TagColour } from '../ui/blocks.js';

/** What happened, for staff. */
export const kinds: Record<NoticeKind, [TagColour, string]> = {
  given: ['green', 'Mag je nu lezen'],
  widened: ['green', 'Je mag meer lezen'],
  narrowed: ['yellow', 'Je mag minder lezen'],
  changed: ['yellow', 'Je mag iets anders lezen'],
  prolonged: ['blue', 'Andere einddatum'],
  withdrawn: ['red', 'Ingetrokken'],
  ended: ['grey', 'Afgelopen'],
  erased: ['grey', 'Gewist'],
};
/** Why something was kept, for staff. */
export const keptBecause: Record<KeptReason, string> = {
  'legal-duty': 'De wet verplicht ons het te bewaren',
  'own-student-file': 'Het hoort nu bij ons eigen studentdossier, op een eigen grond',
  objection: 'Er loopt een klacht of bezwaar waarvoor het nodig is',
};
