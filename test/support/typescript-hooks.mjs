import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import config from '../../jest.config.mjs';

/**
 * Module hooks with which Node reads this project's TypeScript itself. Jest translates the tests, but not an ES module
 * that is its global setup. The translation is the one that jest.config.mjs describes.
 */
const [, swcOptions] = config.projects[0].transform['^.+\\.tsx?$'];

/** An import says `.js`, as the built program needs; here the source beside it is meant. */
export async function resolve(specifier, context, next) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !/\.tsx?$/.test(context.parentURL ?? '')) return next(specifier, context);
  const source = specifier.replace(/\.js$/, '.ts');
  return next(source, context).catch(() => next(`${source}x`, context).catch(() => next(specifier, context)));
}

export async function load(url, context, next) {
  if (!/^file:.*\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await fs.readFile(filename, 'utf8'), { ...swcOptions, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
