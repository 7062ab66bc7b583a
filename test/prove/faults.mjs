import 'reflect-metadata';
import { register } from 'node:module';

register('../support/typescript-hooks.mjs', import.meta.url);
const { proveFaults } = await import('./faults/prove.ts');
process.exitCode = (await proveFaults()) ? 0 : 1;
