import type { Leerjaar, Opened, StoryOwnActivity, StoryReflection, StoryStep } from './cast.types.js';
import type { Competence } from './region.types.js';

/** Result, evaluation, follow-up; null where the pupil wrote nothing. */
type OwnWords = [string | null, string | null, string | null];

/** A step in the class programme, in the pupil's own words. */
export const withClass = (
  year: Leerjaar,
  programme: string,
  [result, evaluation, followUp]: OwnWords,
  ...reflections: StoryReflection[]
): StoryStep => ({ year, programme, result, evaluation, followUp, reflections });

/** A step of the pupil's own. */
export const alone = (
  year: Leerjaar,
  on: string,
  own: StoryOwnActivity,
  [result, evaluation, followUp]: OwnWords,
  ...reflections: StoryReflection[]
): StoryStep => ({ year, on, own, result, evaluation, followUp, reflections });

export const thought = (competence: Competence | null, opened: Opened, text: string): StoryReflection => ({
  competence,
  opened,
  text,
});
