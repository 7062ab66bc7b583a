// `npm run demo`: builds when something changed, then starts the built demo.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build.mjs';

buildWhenStale();
await import(pathToFileURL(path.resolve('dist/src/demo/demo.command.js')).href);
