// `npm run mutate`: changes the rules one place at a time, and says which changes no test noticed.
// `npm run mutate -- consent audit.chain`: of a folder, or of a part of one.
import { Stryker } from '@stryker-mutator/core';
import startServer from '../support/global-setup.mjs';
import stopServer from '../support/global-teardown.mjs';
import { parts } from './parts.mjs';

const wanted = process.argv.slice(2);
const all = Object.entries(parts)
  .flatMap(([folder, of]) => Object.entries(of).map(([name, part]) => ({ folder, name: `${folder}.${name}`, ...part })))
  .filter(({ folder, name }) => wanted.length === 0 || wanted.includes(folder) || wanted.includes(name));

const options = ({ folder, files, built = false }) => ({
  mutate: files.map((file) => `src/${folder}/${file}`),
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'kept',
  // Programs of their own, out of the build, take the mutant from their environment; which test reached it they cannot say.
  coverageAnalysis: built ? 'off' : 'perTest',
  ...(built ? { buildCommand: 'node test/mutation/build.mjs' } : {}),
  symlinkNodeModules: !built,
  concurrency: 1,
  timeoutMS: 60_000, // a machine that is busy is no endless loop
  tempDirName: '.data/stryker',
  ignorePatterns: ['dist', '.data', 'coverage'],
  reporters: process.stdout.isTTY ? ['progress'] : ['progress-append-only'],
  allowConsoleColors: false,
  logLevel: 'error',
});

const isFound = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';
function score(mutants) {
  const found = mutants.filter(isFound).length;
  return {
    share: found / mutants.length,
    text: `${((100 * found) / mutants.length).toFixed(1)} % (${found} of ${mutants.length})`,
  };
}
const lineOf = ({ fileName, location: { start }, mutatorName, replacement }) =>
  `  ${fileName.split('/').at(-1)}:${start.line}:${start.column} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;

const results = new Map();
if (all.some(({ database }) => database)) await startServer();
for (const part of all) {
  process.env.MUTATE_TESTS = part.tests.join(' ');
  process.env.MUTATE_BUILT = part.built ? 'yes' : '';
  process.env.MUTATE_FRESH = part.fresh ? 'yes' : '';
  const mutants = (await new Stryker(options(part)).runMutationTest()).filter((one) => isFound(one) || isMissed(one));
  results.set(part.folder, [...(results.get(part.folder) ?? []), ...mutants]);
  console.log([`${part.name}: ${score(mutants).text}`, ...mutants.filter(isMissed).map(lineOf)].join('\n'));
}
await stopServer();

console.log();
for (const [folder, mutants] of results) console.log(`src/${folder}: ${score(mutants).text}`);
if ([...results.values()].some((mutants) => score(mutants).share < 0.95)) process.exitCode = 1;
