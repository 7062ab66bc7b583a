import { account } from './en/account.js';
import { activity } from './en/activity.js';
import { applications } from './en/applications.js';
import { consent } from './en/consent.js';
import { copySchools } from './en/copy-schools.js';
import { erasure } from './en/erasure.js';
import { errors } from './en/errors.js';
import { forgotten } from './en/forgotten.js';
import { handover } from './en/handover.js';
import { guardian } from './en/guardian.js';
import { looked } from './en/looked.js';
import { imports } from './en/imports.js';
import { opleidingen } from './en/opleidingen.js';
import { people } from './en/people.js';
import { pupil } from './en/pupil.js';
import { receipt } from './en/receipt.js';
import { rectify } from './en/rectify.js';
import { refusals } from './en/refusals.js';
import { rights } from './en/rights.js';
import { roster } from './en/roster.js';
import { signOn } from './en/sign-on.js';
import { secondStep } from './en/second-step.js';
import { shell } from './en/shell.js';
import { signIn } from './en/sign-in.js';
import { staff } from './en/staff.js';
import { whoMay } from './en/who-may.js';
import { terms } from './en/terms.js';
import type { Messages } from './message.types.js';

/** Complete by type: a key that is missing here does not compile. */
export const en: Messages = {
  ...shell,
  ...errors,
  ...refusals,
  ...terms,
  ...signIn,
  ...secondStep,
  ...signOn,
  ...account,
  ...forgotten,
  ...people,
  ...pupil,
  ...activity,
  ...applications,
  ...looked,
  ...whoMay,
  ...guardian,
  ...handover,
  ...consent,
  ...copySchools,
  ...receipt,
  ...imports,
  ...opleidingen,
  ...staff,
  ...roster,
  ...rights,
  ...rectify,
  ...erasure,
};
