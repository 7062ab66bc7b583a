// Builds when something changed since the last build. Plain JavaScript, because it runs before the build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const stampFile = 'dist/.built-from';
const inputs = ['src', 'migrations', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Path, size and time of every source: enough to see a change, quick enough for each start. */
function stamp() {
  const hash = createHash('sha256');
  const add = (name) => {
    const stat = statSync(name);
    if (stat.isDirectory()) for (const entry of readdirSync(name).sort()) add(path.join(name, entry));
    else hash.update(`${name} ${stat.size} ${stat.mtimeMs}\n`);
  };
  inputs.forEach(add);
  return hash.digest('hex');
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

export function buildWhenStale() {
  const now = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  process.stderr.write('Building (once, about half a minute) …\n');
  run('node_modules/@nestjs/cli/bin/nest.js', 'build');
  run('src/web/assets/build-assets.mjs');
  mkdirSync('dist', { recursive: true });
  writeFileSync(stampFile, now);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) buildWhenStale();
