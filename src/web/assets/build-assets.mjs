// Sass + esbuild -> dist/public: hashed names, brotli beside, manifest.json. Run from anywhere.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const src = import.meta.dirname;
const root = join(src, '../../..');
const out = join(root, 'dist/public');
const fonts = join(root, 'node_modules/@fontsource-variable/source-sans-3/files');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const manifest = {};

/** Writes a file under a name that changes with its content. */
function emit(name, data, compress = true) {
  const buffer = Buffer.from(data);
  const [base, ext] = name.split(/\.(?=[^.]+$)/);
  const hashed = `${base}.${createHash('sha256').update(buffer).digest('hex').slice(0, 10)}.${ext}`;
  writeFileSync(join(out, hashed), buffer);
  if (compress) writeFileSync(join(out, `${hashed}.br`), brotliCompressSync(buffer));
  manifest[name] = hashed;
  return hashed;
}

const font = (subset) => readFileSync(join(fonts, `source-sans-3-${subset}-wght-normal.woff2`));
const text = emit('text.woff2', font('latin'), false);
const textExt = emit('text-ext.woff2', font('latin-ext'), false);
emit('merk.svg', readFileSync(join(src, 'merk.svg')));

const { css } = sass.compile(join(src, 'app.scss'), {
  importers: [new sass.NodePackageImporter(root)],
  loadPaths: [src],
  quietDeps: true,
});
const named = css.replace('__text.woff2__', text).replace('__text-ext.woff2__', textExt);
const target = ['safari15.4', 'chrome100', 'firefox100'];
emit('app.css', (await esbuild.transform(named, { loader: 'css', minify: true, target })).code);

const js = await esbuild.build({
  entryPoints: [join(src, 'app.ts')],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  write: false,
});
emit('app.js', js.outputFiles[0].contents);
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
