import 'reflect-metadata';
import { register } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { readSpec } from './specs.mjs';

/**
 * A test runner for Stryker that keeps the product running from mutant to mutant: a mutant takes milliseconds, where
 * starting Jest and the product takes seconds. What only shows at the start (a constant of a module) is loaded anew.
 */
class Runner {
  run = 0;
  specs = [];

  async init() {
    register('./fresh-modules.mjs', import.meta.url);
    globalThis.__stryker__ ??= {};
  }
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const stryker = globalThis.__stryker__;
    await this.reload();
    const tests = [];
    for (const { id, run } of this.tests()) {
      stryker.currentTestId = id;
      tests.push(await outcome(id, run));
      stryker.currentTestId = undefined;
    }
    await this.pause();
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    Object.assign(globalThis.__stryker__, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    const { MUTATE_BUILT: isBuilt, MUTATE_FRESH: isFresh } = process.env;
    const isStatic = isFresh || (mutantActivation === 'static' && !isBuilt);
    let tests = await this.withMutant(activeMutant.id, testFilter, isStatic);
    const last = tests.at(-1);
    if (last?.status === TestStatus.Failed && !isStatic) {
      // Was it the mutant, or what an earlier one left behind?
      const again = this.tests().find(({ id }) => id === last.id);
      if (!again || (await outcome(last.id, again.run)).status === TestStatus.Failed) {
        await this.reload();
        tests = await this.withMutant(activeMutant.id, testFilter, false);
      }
    }
    if (isStatic && !isFresh) await this.reload();
    await this.pause();
    return toMutantRunResult({ status: DryRunStatus.Complete, tests });
  }

  /** Until one fails. */
  async withMutant(mutant, only, isStatic) {
    const stryker = globalThis.__stryker__;
    stryker.activeMutant = process.env.__STRYKER_ACTIVE_MUTANT__ = mutant; // also for programs that a test starts
    try {
      if (isStatic || this.specs.length === 0) await this.reload();
      const tests = [];
      for (const { id, run } of this.tests()) {
        if (only && !only.includes(id)) continue;
        tests.push(await outcome(id, run));
        if (tests.at(-1).status === TestStatus.Failed) break;
      }
      return tests;
    } catch (error) {
      return [await outcome('loading', () => Promise.reject(error))];
    } finally {
      stryker.activeMutant = undefined;
      delete process.env.__STRYKER_ACTIVE_MUTANT__;
    }
  }

  async pause() {
    for (const { pause } of this.specs) await pause();
  }
  tests() {
    return this.specs.flatMap(({ tests }) => tests);
  }
  async reload() {
    const before = this.specs;
    this.specs = [];
    for (const { end } of before) await end();
    this.run++;
    for (const file of process.env.MUTATE_TESTS.split(' '))
      this.specs.push(await readSpec(`${pathToFileURL(path.resolve(file)).href}?run=${this.run}`));
  }
}

async function outcome(id, run) {
  const started = performance.now();
  const done = (more) => ({ id, name: id, timeSpentMs: performance.now() - started, ...more });
  try {
    await run();
    return done({ status: TestStatus.Success });
  } catch (error) {
    return done({ status: TestStatus.Failed, failureMessage: String(error?.message ?? error) });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'kept', Runner)];
