import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

interface Report {
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
  numTotalTests: number;
}
export interface Run {
  /** Names of the tests that failed, each with its file. */
  red: string[];
  ran: number;
  log: string;
}

/** Runs some test files of the product, in a copy of the tree or in this one. */
export async function runTests(pattern: string, env: Record<string, string>, cwd = process.cwd()): Promise<Run> {
  const outputFile = path.join(os.tmpdir(), `prove-${randomUUID()}.json`);
  const args = [
    ...['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', 'product'],
    ...['--maxWorkers=1', '--json', `--outputFile=${outputFile}`, '--testPathPatterns', pattern],
  ];
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (text: Buffer) => (log += text.toString()));
  child.stderr.on('data', (text: Buffer) => (log += text.toString()));
  await new Promise((resolve) => child.once('exit', resolve));
  if (!fs.existsSync(outputFile)) return { red: [], ran: 0, log };
  const report = JSON.parse(fs.readFileSync(outputFile, 'utf8')) as Report;
  fs.rmSync(outputFile);
  const red = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.basename(name).replace('.e2e-spec.ts', '')}: ${fullName}`),
  );
  return { red, ran: report.numTotalTests, log };
}
