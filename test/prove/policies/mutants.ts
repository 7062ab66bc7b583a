import type { Mutant } from './mutant.js';
import { otherMutants } from './other.mutants.js';
import { relationMutants } from './relation.mutants.js';
import { sightMutants } from './sight.mutants.js';
import { writeMutants } from './write.mutants.js';

/** The hand-made mistakes; at least one for each table with data of pupils and each class that it can have. */
export const mutants: readonly Mutant[] = [...sightMutants, ...relationMutants, ...writeMutants, ...otherMutants];
