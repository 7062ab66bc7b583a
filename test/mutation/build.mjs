// Builds the mutated sources, where Stryker put them; the packages are those of the project.
import fs from 'node:fs';
import path from 'node:path';
import { buildWhenStale } from '../../src/demo/build.mjs';

fs.symlinkSync(path.resolve('../../../node_modules'), 'node_modules');
buildWhenStale();
