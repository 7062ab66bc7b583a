import { Controller, Get, Headers, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Public } from '../../platform/access/allow.decorator.js';
import { notFound } from '../../platform/errors/domain-error.js';

interface Asset {
  raw: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  type: string;
}
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml; charset=utf-8',
};
/** Built: dist/public, seen from dist/src/web/kit; in tests the same folder, seen from src/web/kit. */
const folders = [new URL('../../../public/', import.meta.url), new URL('../../../dist/public/', import.meta.url)];

function load(): { files: Map<string, Asset>; manifest: Record<string, string> } {
  const files = new Map<string, Asset>();
  const folder = folders.find((url) => existsSync(new URL('manifest.json', url)));
  if (!folder) return { files, manifest: {} };
  const read = (name: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(name, folder)));
  const names = new Set(readdirSync(folder));
  for (const name of names) {
    const type = types[name.split('.').at(-1) ?? ''];
    if (type) files.set(name, { raw: read(name), br: names.has(`${name}.br`) ? read(`${name}.br`) : undefined, type });
  }
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Record<string, string>;
  return { files, manifest };
}
const { files, manifest } = load();

/** asset('app.css') -> '/assets/app.3f2a9c1b.css' */
export const asset = (name: string): string => `/assets/${manifest[name] ?? name}`;

/** A handful of hashed files, kept in memory, compressed at build time. */
@Public()
@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  /** The name changes with the content, so a browser may keep a file for ever. */
  @Get(':name')
  get(@Param('name') name: string, @Headers('accept-encoding') accepts = ''): Response {
    const file = files.get(name);
    if (!file) throw notFound();
    const br = /\bbr\b/.test(accepts) ? file.br : undefined;
    return new Response(br ?? file.raw, {
      headers: {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        ...(file.br ? { vary: 'accept-encoding' } : {}),
        ...(br ? { 'content-encoding': 'br' } : {}),
      },
    });
  }
}
