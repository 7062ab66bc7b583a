import { consent } from './nl/consent.js';
import { errors } from './nl/errors.js';
import { guardian } from './nl/guardian.js';
import { opleidingen } from './nl/opleidingen.js';
import { pupil } from './nl/pupil.js';
import { refusals } from './nl/refusals.js';
import { shell } from './nl/shell.js';
import { terms } from './nl/terms.js';

/**
 * The source language; English is typed against these keys. {name} marks a parameter; of a {one, other} entry the
 * parameter `count` chooses.
 */
export const nl = { ...shell, ...errors, ...refusals, ...terms, ...pupil, ...guardian, ...consent, ...opleidingen };
