// Everything in full, one after the other; `npm run prove -- policies` runs the parts whose name has this in it.
import { spawnSync } from 'node:child_process';

const jest = (pattern) => [
  ...['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'],
  ...['--selectProjects', 'product', '--testPathPatterns', `test/(${pattern})\\.`],
];
const parts = [
  { name: 'build', args: ['src/demo/build.mjs'] },
  { name: 'worlds', args: jest('worlds'), env: { PROVE_WORLDS: 1_000_000 } },
  { name: 'table', args: jest('table'), env: { PROVE_CELLS: 24_000 } },
  {
    name: 'properties, lists, answers to shares, records, races',
    args: jest('properties|lists|consent-answers|records|races'),
    env: { PROVE_PROPERTY_WORLDS: 1000, PROVE_LIST_WORLDS: 2000, PROVE_ROUNDS: 20, PROVE_WITHDRAWALS: 2000 },
  },
  {
    name: 'audit, crashes, input',
    args: jest('crash|audit-verify|input'),
    env: { PROVE_KILLS: 12, PROVE_READS: 20_000, PROVE_READ_KILLS: 20, PROVE_EDITS: 1000, PROVE_ROUNDS: 20 },
  },
  { name: 'faults', args: ['--no-warnings', 'test/prove/faults.mjs'] },
  { name: 'policies', args: ['--no-warnings', 'test/prove/policies.mjs'] },
];

const only = process.argv[2] ?? '';
let failed = 0;
for (const { name, args, env = {} } of parts.filter((part) => part.name === 'build' || part.name.includes(only))) {
  const started = Date.now();
  const texts = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, String(value)]));
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...texts, ...process.env } });
  if (status !== 0) failed++;
  process.stdout.write(
    `== ${name}: ${status === 0 ? 'green' : 'RED'}, ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
