import type { GuardedChild } from '../../pupils/relations.reader.js';

/** Whose rights a page is about: the reader's own, or those of a child. */
export interface Whose {
  /** null: the pupil who reads. */
  child: GuardedChild | null;
  /** Where the pages are: `/mijn` or `/kind/…`. */
  home: string;
}
export const mine: Whose = { child: null, home: '/mijn' };
export const ofChild = (child: GuardedChild): Whose => ({ child, home: `/kind/${child.id}` });
