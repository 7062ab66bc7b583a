import fs from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import config from '../../jest.config.mjs';

/** Module hooks: sources are translated as for the tests, and with another `?run=` in the address they are loaded anew. */
const [, swcOptions] = config.projects[0].transform['^.+\\.tsx?$'];
const translated = new Map();

export async function resolve(specifier, context, next) {
  const run = context.parentURL && new URL(context.parentURL).search;
  if (!run || !/^\.{1,2}\//.test(specifier)) return next(specifier, context);
  const source = specifier.replace(/\.js$/, '.ts');
  const found = await next(source, context)
    .catch(() => next(`${source}x`, context))
    .catch(() => next(specifier, context));
  return { ...found, url: `${found.url}${run}` };
}

export async function load(url, context, next) {
  const { pathname, search } = new URL(url);
  if (!search || !/\.tsx?$/.test(pathname)) return next(url, context);
  const filename = fileURLToPath(new URL(pathname, url));
  let code = translated.get(filename);
  if (code === undefined) {
    const options = { ...swcOptions, sourceMaps: false, filename };
    ({ code } = await transform(await fs.readFile(filename, 'utf8'), options));
    translated.set(filename, code);
  }
  return { format: 'module', source: code, shortCircuit: true };
}
