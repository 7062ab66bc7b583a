import { expect } from 'expect';
import { bind } from 'jest-each';

/** A test that hangs has failed; it may have left anything behind. */
const PATIENCE = 20_000;

/** Reads a spec: its tests in their order, each with what has to be done before and after it. Enough of Jest for ours. */
export async function readSpec(url) {
  const root = { name: '', parent: null, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [], began: null };
  const tests = [];
  let suite = root;
  const test = (name, work) => {
    const id = [...above(suite).map((one) => one.name), name].filter(Boolean).join(' › ');
    tests.push({ id: tests.some((one) => one.id === id) ? `${id} (${tests.length})` : id, suite, work });
  };
  const describe = (name, body) => {
    const outer = suite;
    suite = { ...root, name, parent: outer, beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
    suites.push(suite);
    body();
    suite = outer;
  };
  const suites = [root];
  test.each = bind(test);
  describe.each = bind(describe);
  const hooks = Object.fromEntries(
    ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'].map((name) => [name, (work) => suite[name].push(work)]),
  );
  Object.assign(globalThis, { describe, test, it: test, expect, ...hooks });
  await import(url);
  return {
    tests: tests.map(({ id, suite: of, work }) => ({
      id,
      run: () => inTime(leave(suites.slice(1), above(of)).then(() => runTest(of, work))),
    })),
    /** The outermost goes on, for the next mutant. */
    pause: () => inTime(leave(suites.slice(1), [])).catch(() => undefined),
    end: () => inTime(leave(suites, [])).catch(() => undefined),
  };
}

/** From the outermost to the one itself. */
const above = (suite) => (suite.parent ? [...above(suite.parent), suite] : [suite]);

/** Ends those that began and that the next test is not in; the innermost first. */
async function leave(suites, stay) {
  for (const suite of suites.toReversed()) {
    if (!suite.began || stay.includes(suite)) continue;
    suite.began = null;
    await inOrder(suite.afterAll);
  }
}

async function runTest(suite, work) {
  const all = above(suite);
  for (const one of all) await (one.began ??= inOrder(one.beforeAll));
  for (const one of all) await inOrder(one.beforeEach);
  try {
    await work();
  } finally {
    for (const one of all.reverse()) await inOrder(one.afterEach);
  }
}
async function inOrder(all) {
  for (const work of all) await work();
}
async function inTime(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.close();
  }
}
