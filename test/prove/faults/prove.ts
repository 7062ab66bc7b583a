import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runTests } from '../jest.js';
import { type Fault, faults, preamble } from './faults.js';

/** `npm run prove:faults -- cache` tries those whose name has this in it. */
const only = process.argv[2] ?? '';
const tree = path.resolve('.data/faults');

/** A copy of the product and its tests, with the packages and the test server of this one. */
function copyTree(): void {
  fs.rmSync(tree, { recursive: true, force: true });
  fs.mkdirSync(tree, { recursive: true });
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  for (const file of files
    .split('\0')
    .filter((name) => name !== '' && fs.existsSync(name) && fs.statSync(name).isFile())) {
    fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    fs.copyFileSync(file, path.join(tree, file));
  }
  fs.symlinkSync(path.resolve('node_modules'), path.join(tree, 'node_modules'));
  fs.mkdirSync(path.join(tree, '.data'));
}

/** Puts the fault into the copy; answers how to take it out again. */
function put({ name, file, from, to }: Fault): () => void {
  if (file === undefined) return () => undefined;
  const at = path.join(tree, file);
  const text = fs.readFileSync(at, 'utf8');
  if (text.split(from!).length !== 2)
    throw new Error(`${name}: ${file} has "${from}" ${text.split(from!).length - 1} times`);
  const above = to!.includes('cached.') || to!.includes('remembered.') ? (preamble[file] ?? '') : '';
  fs.writeFileSync(at, above + text.replace(from!, () => to!));
  return () => fs.writeFileSync(at, text);
}

const build = (): void => void execFileSync(process.execPath, ['src/demo/build.mjs'], { cwd: tree, stdio: 'ignore' });

export async function proveFaults(): Promise<boolean> {
  const tried = faults.filter(({ name }) => name.includes(only));
  copyTree();
  const rows: string[] = [];
  let missed = 0;
  for (const fault of tried) {
    const takeOut = put(fault);
    if (fault.built) build();
    const { red, ran, log } = await runTests(
      fault.tests,
      {
        TEST_PG_DIR: path.resolve('.data/test-pg'),
        ...fault.env,
        ...(fault.mutant ? { SQL_MUTANT: JSON.stringify(fault.mutant) } : {}),
      },
      tree,
    );
    takeOut();
    if (ran === 0) throw new Error(`${fault.name}: no test ran\n${log.slice(-3000)}`);
    if (red.length === 0) missed++;
    rows.push(
      `${red.length > 0 ? 'red  ' : 'GREEN'} ${fault.name}\n      ${red.length > 0 ? red.slice(0, 3).join('; ') : `${ran} tests, none saw it`}`,
    );
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  fs.rmSync(tree, { recursive: true, force: true });
  process.stdout.write(`${tried.length} faults, ${tried.length - missed} turned the proof red, ${missed} did not\n`);
  return missed === 0 && tried.length > 0;
}
