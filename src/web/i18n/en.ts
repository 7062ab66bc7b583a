import { consent } from './en/consent.js';
import { errors } from './en/errors.js';
import { guardian } from './en/guardian.js';
import { opleidingen } from './en/opleidingen.js';
import { pupil } from './en/pupil.js';
import { refusals } from './en/refusals.js';
import { shell } from './en/shell.js';
import { terms } from './en/terms.js';
import type { Messages } from './message.types.js';

/** Complete by type: a key that is missing here does not compile. */
export const en: Messages = {
  ...shell,
  ...errors,
  ...refusals,
  ...terms,
  ...pupil,
  ...guardian,
  ...consent,
  ...opleidingen,
};
