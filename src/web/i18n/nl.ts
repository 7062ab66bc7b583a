import { account } from './nl/account.js';
import { activity } from './nl/activity.js';
import { applications } from './nl/applications.js';
import { consent } from './nl/consent.js';
import { copySchools } from './nl/copy-schools.js';
import { erasure } from './nl/erasure.js';
import { errors } from './nl/errors.js';
import { forgotten } from './nl/forgotten.js';
import { handover } from './nl/handover.js';
import { guardian } from './nl/guardian.js';
import { looked } from './nl/looked.js';
import { imports } from './nl/imports.js';
import { opleidingen } from './nl/opleidingen.js';
import { people } from './nl/people.js';
import { pupil } from './nl/pupil.js';
import { receipt } from './nl/receipt.js';
import { rectify } from './nl/rectify.js';
import { refusals } from './nl/refusals.js';
import { rights } from './nl/rights.js';
import { roster } from './nl/roster.js';
import { signOn } from './nl/sign-on.js';
import { secondStep } from './nl/second-step.js';
import { shell } from './nl/shell.js';
import { signIn } from './nl/sign-in.js';
import { staff } from './nl/staff.js';
import { whoMay } from './nl/who-may.js';
import { terms } from './nl/terms.js';

/**
 * The source language; English is typed against these keys. {name} marks a parameter; of a {one, other} entry the
 * parameter `count` chooses.
 */
export const nl = {
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
