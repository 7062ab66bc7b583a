import type { Thought, Words } from './cast.types.js';
import type { Competence, Key, RegionActivity } from './region.types.js';
import { type Chance } from './seed.rules.js';
import { proThoughts, thoughts } from './thoughts.data.js';
import { words } from './words.data.js';

/** Hands out texts so that no two pupils of a class say the same, and few in a school do. */
export class WordBook {
  private readonly used = new Map<string, number>();

  /** Own words that fit the activity, new in the pupil's classes and rare in the school; null when there are none left. */
  wordsFor(
    activity: Pick<RegionActivity, 'type' | 'school'>,
    programme: string | null,
    classes: Key[],
    luck: Chance,
  ): Words | null {
    const exact = words.filter((one) => programme !== null && one.fits.includes(programme));
    const fits = exact.length > 0 ? exact : words.filter((one) => one.fits.includes(activity.type));
    // In the praktijkschool only words that were written for it: the others are too long-winded.
    const own = activity.school === 'tolders' ? exact : fits;
    const fresh = own.filter((one) => !classes.some((key) => this.used.has(`${key} ${one.result}`)));
    const chosen = this.rarest(fresh, (one) => one.result, activity.school, 3, luck);
    for (const key of chosen ? classes : []) this.used.set(`${key} ${chosen?.result}`, 1);
    return chosen;
  }

  /** A reflection that nobody at the school wrote yet. */
  thoughtFor(competences: Competence[], school: Key, luck: Chance): Thought | null {
    const fits = (school === 'tolders' ? proThoughts : thoughts).filter((one) => competences.includes(one.competence));
    return this.rarest(fits, (one) => one.text, school, 1, luck);
  }

  private rarest<T>(list: T[], text: (one: T) => string, school: Key, most: number, luck: Chance): T | null {
    const count = (one: T): number => this.used.get(`${school} ${text(one)}`) ?? 0;
    const open = list.filter((one) => count(one) < most);
    if (open.length === 0) return null;
    const fewest = Math.min(...open.map(count));
    const chosen = luck.pick(open.filter((one) => count(one) === fewest));
    this.used.set(`${school} ${text(chosen)}`, fewest + 1);
    return chosen;
  }
}
