import 'reflect-metadata';
import { register } from 'node:module';

register('../support/typescript-hooks.mjs', import.meta.url);
const { provePolicies } = await import('./policies/prove.ts');
process.exitCode = (await provePolicies()) ? 0 : 1;
