import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createApp } from './bootstrap.js';
import { openDatabase } from './platform/database/database-server.js';
import { loadConfig } from './platform/local-secrets.js';
import { JsonLogger } from './platform/logging.js';

/** `npm start`: serves what the configuration says. The database has been migrated by `npm run migrate`. */
async function start(): Promise<void> {
  const config = loadConfig();
  const logger = new JsonLogger(config.logLevel);
  const database = await openDatabase(config);
  for (const note of database.notes) logger.warn(note);
  try {
    const app = await createApp({ config, urls: database, closeDatabase: () => database.close() });
    await app.listen(config.port, config.host);
    const { port } = app.getHttpServer().address() as AddressInfo;
    logger.event('info', 'listening', { port });
  } catch (error) {
    await database.close();
    throw error;
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : `The start failed: ${String(error)}`);
  process.exitCode = 1;
});
