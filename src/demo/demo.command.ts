import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { createApp } from '../bootstrap.js';
import type { DemoAccount } from '../accounts/demo-accounts.types.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { forgetEmbedded, openDatabase, type OpenDatabase } from '../platform/database/database-server.js';
import { migrate } from '../platform/database/migrate.js';
import { loadConfig } from '../platform/local-secrets.js';
import { giveKnownFactors } from '../second-factor/known-factors.service.js';
import { demoOptions, type DemoOptions } from './demo-options.rules.js';
import { loadHistory } from './history-loader.service.js';
import { demoLogins, loadRegion, whatIsThere } from './region-loader.service.js';
import { region } from './region.rules.js';

/** `npm run demo`: the product with an invented region, on a database of its own. */
async function demo(): Promise<void> {
  const options = demoOptions(process.argv.slice(2));
  const config = loadConfig({
    ...process.env,
    DEMO: 'true',
    DATABASE_DIR: process.env.DATABASE_DIR ?? '.data/demo',
    LOG_LEVEL: process.env.LOG_LEVEL ?? (options.json ? 'silent' : 'warn'),
    ...(options.port === null ? {} : { PORT: String(options.port) }),
  });
  if (options.reset) await forget(config);
  const database = await openDatabase(config);
  try {
    await migrate(database.ownerUrl);
    const accounts = await fill(database, config);
    const app = await createApp({
      config,
      urls: database,
      closeDatabase: () => database.close(),
      demo: accounts,
    });
    await app.listen(config.port, config.host).catch(async (error: unknown) => {
      // Asked for a port: then that one or none. The usual one is taken: any free one will do.
      if (options.port !== null || (error as { code?: string }).code !== 'EADDRINUSE') throw error;
      await app.listen(0, config.host);
    });
    const { port } = app.getHttpServer().address() as AddressInfo;
    announce(options, `http://${config.host}:${port}`, accounts);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Starts afresh: the embedded data go; in a given database nothing is ever thrown away. */
async function forget(config: Config): Promise<void> {
  if (config.databaseUrl)
    throw new Error('--reset works with the embedded database only; empty the given one yourself.');
  await forgetEmbedded(config);
  rmSync(config.auditHeadsFile, { force: true }); // signed heads of what is no more
}

async function fill(database: OpenDatabase, config: Config): Promise<DemoAccount[]> {
  // One password for all, made from this installation's own secret: the same at each start, and nowhere in the source.
  const password = `demo-${createHmac('sha256', config.appSecret).update('demo password').digest('hex').slice(0, 10)}`;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const made = region(new Clock().today());
    const there = await whatIsThere(owner, made);
    if (there === 'something else') throw new Error('This database holds other data; the demo does not touch it.');
    if (there === 'nothing') {
      await loadRegion(owner, made, await hash(password));
      await loadHistory(owner, config.auditKeyBytes);
    }
    const logins = made.logins.map(({ username }) => username);
    return demoLogins(made, password, await giveKnownFactors(owner, config.appSecret, logins));
  } finally {
    await owner.end();
  }
}

function announce({ json }: DemoOptions, url: string, accounts: DemoAccount[]): void {
  if (json) return void process.stdout.write(`${JSON.stringify({ url, accounts })}\n`);
  const width = (key: 'role' | 'school' | 'username'): number => Math.max(...accounts.map((one) => one[key].length));
  const lines = accounts.map(
    (one) =>
      `  ${one.role.padEnd(width('role'))}  ${one.username.padEnd(width('username'))}  ${one.school.padEnd(width('school'))}${one.totpSecret ? '  *' : ''}`,
  );
  process.stdout.write(
    `\nDoorstroomdossier draait op ${url}\n\nInloggen met wachtwoord ${accounts[0]?.password ?? ''} als:\n${lines.join('\n')}\n\n* Daarna vraagt de site een code van de telefoon. In deze demo staat die code er op de pagina zelf bij.\n\nStoppen: Ctrl+C\n`,
  );
}

demo().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error && error.message ? error.message : `The demo failed: ${String(error)}`}\n`,
  );
  process.exit(1);
});
