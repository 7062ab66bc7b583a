import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../platform/database/database-server.js';
import { loadConfig } from '../platform/local-secrets.js';

/**
 * `npm run audit:verify`: runs the verifier on the database of the configuration, also when that is the embedded one.
 * Where nothing of the application is to be trusted, run verify.command.js by itself.
 */
async function run(): Promise<void> {
  const config = loadConfig();
  const database = await openDatabase(config);
  try {
    const verifier = fileURLToPath(new URL('./verify.command.js', import.meta.url));
    const { status } = spawnSync(process.execPath, [verifier, ...process.argv.slice(2)], {
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        AUDIT_KEY: config.auditKey,
        AUDIT_SIGNING_KEY: config.auditSigningKey,
        AUDIT_HEADS_FILE: config.auditHeadsFile,
      },
      stdio: 'inherit',
    });
    process.exitCode = status ?? 2;
  } finally {
    await database.close();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : String(error));
  process.exitCode = 2;
});
