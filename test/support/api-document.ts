import { spawnSync } from 'node:child_process';
import type { TestApp } from './app.js';

/** The little of a JSON schema that the document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  description?: string;
}
export interface Operation {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: Schema }[];
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface ApiDocumentOfBuild {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const script = `
  import 'reflect-metadata';
  import { createApp } from './dist/src/bootstrap.js';
  import { readConfig } from './dist/src/platform/config.js';
  import { ApiDocument } from './dist/src/platform/api-document.js';
  const app = await createApp({ config: readConfig(process.env), urls: JSON.parse(process.env.URLS) });
  await app.init();
  // All of it has to be gone before the process is.
  process.stdout.write(JSON.stringify(app.get(ApiDocument).document), () => process.exit(0));`;

/** The compiler plugin that reads the DTOs works in the build only: so this asks the build. */
export function builtApiDocument({ config, database }: TestApp): ApiDocumentOfBuild {
  spawnSync(process.execPath, ['src/demo/build.mjs']); // nothing to do, as a rule
  const { ownerUrl, appUrl, signinUrl, jobsUrl } = database;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      PORT: '0',
      APP_SECRET: config.appSecret,
      AUDIT_KEY: config.auditKey,
      URLS: JSON.stringify({ ownerUrl, appUrl, signinUrl, jobsUrl }),
    },
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as ApiDocumentOfBuild;
}
