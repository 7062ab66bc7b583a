import { rmSync } from 'node:fs';
import type pg from 'pg';
import { type Config } from '../config.js';
import { describeUrl, locks, withClient, withDatabase, withLock, withLogin } from './connection.js';
import { type EmbeddedServer, startEmbedded } from './embedded-postgres.js';
import { rolePassword } from './passwords.js';
import { runs } from './processes.js';
import { ensureOwner, ensureRoles, type LoginRole, ownerRole } from './roles.js';

/** A login per kind of work on the one database. */
export interface DatabaseUrls {
  ownerUrl: string;
  appUrl: string;
  signinUrl: string;
  jobsUrl: string;
}

export interface OpenDatabase extends DatabaseUrls {
  /** What an operator should know, in sentences. */
  notes: string[];
  /** Stops the embedded server, when it is ours and nobody else uses it. */
  close(): Promise<void>;
}

const databaseName = 'doorstroomdossier';

/** The urls of the logins on the database that `ownerUrl` points at. */
export function urlsFor(ownerUrl: string, secret: string): DatabaseUrls {
  const as = (role: LoginRole): string => withLogin(ownerUrl, role, rolePassword(secret, role));
  return { ownerUrl, appUrl: as('dsd_app'), signinUrl: as('dsd_signin'), jobsUrl: as('dsd_jobs') };
}

/** Opens the database of the configuration: the given one, or a server of our own. Roles are there afterwards. */
export function openDatabase(config: Config): Promise<OpenDatabase> {
  return config.databaseUrl ? openGiven(config.databaseUrl, config.appSecret) : openEmbedded(config);
}

async function openGiven(ownerUrl: string, secret: string): Promise<OpenDatabase> {
  const notes = await withClient(ownerUrl, async (client) => {
    await ensureExtension(client);
    const { rows } = await client.query<{ me: string }>(
      `select rolname as me from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)`,
    );
    return rows.map(
      ({ me }) =>
        `The login ${me} of DATABASE_URL is not bound by row-level security. A plain owner of the database is enough.`,
    );
  }).catch((error: unknown) => {
    throw unreachable(ownerUrl, error);
  });
  notes.push(...(await ensureRoles(ownerUrl, secret)));
  return { ...urlsFor(ownerUrl, secret), notes, close: () => Promise.resolve() };
}

async function openEmbedded({ databaseDir, appSecret, production }: Config): Promise<OpenDatabase> {
  const server = await startEmbedded({ dir: databaseDir });
  try {
    const ownerUrl = await ensureDatabase(server.url(), databaseName, appSecret);
    // As the superuser: the owner of the database needs no right to make roles.
    const notes = await ensureRoles(server.url(databaseName), appSecret);
    if (production) notes.push('The embedded PostgreSQL is meant for trying out. Set DATABASE_URL in production.');
    return { ...urlsFor(ownerUrl, appSecret), notes, close: keepRunning(databaseDir, server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Starts the server again, on the same port, when it dies under us; answers how to stop for good. */
function keepRunning(dir: string, first: EmbeddedServer): () => Promise<void> {
  let server = first;
  let starting: Promise<void> | undefined;
  const watch = setInterval(() => {
    if (runs(server.pid)) return;
    starting ??= startEmbedded({ dir, port: first.port })
      .then(async (next) => {
        const before = server;
        server = next;
        await before.stop(); // signs off the use of the one that died
      })
      .catch(() => undefined) // the next round tries again
      .finally(() => (starting = undefined));
  }, 500);
  watch.unref();
  return async () => {
    clearInterval(watch);
    await starting;
    await server.stop();
  };
}

/** Throws the embedded data away, wherever they are kept. */
export async function forgetEmbedded({ databaseDir }: Config): Promise<void> {
  const server = await startEmbedded({ dir: databaseDir });
  if (!(await server.stop())) throw new Error('Another process still uses these data; stop it first.');
  rmSync(server.base, { recursive: true, force: true });
}

/** Makes the owner role and a database that it owns, where they are missing; answers the owner's url. */
export async function ensureDatabase(superuserUrl: string, name: string, secret: string): Promise<string> {
  await withClient(superuserUrl, (client) =>
    withLock(client, locks.database, async () => {
      await ensureOwner(client, secret);
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
      if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)} owner ${ownerRole}`);
    }),
  );
  const url = withDatabase(superuserUrl, name);
  await withClient(url, async (client) => {
    await client.query(`alter schema public owner to ${ownerRole}`);
    await ensureExtension(client);
  });
  return withLogin(url, ownerRole, rolePassword(secret, ownerRole));
}

async function ensureExtension(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_extension where extname = 'pgcrypto'`);
  if (!rowCount) await client.query('create extension if not exists pgcrypto');
}

/** One sentence for the mistakes that everyone makes once, without login or password. */
function unreachable(url: string, error: unknown): Error {
  const code = (error as { code?: string }).code ?? '';
  const why: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    '28P01': 'the login or its password is wrong',
    '28000': 'the login is refused',
    '3D000': 'there is no such database',
    '42501':
      'the login may not make the extension pgcrypto; let an administrator run there: CREATE EXTENSION pgcrypto;',
  };
  return new Error(`DATABASE_URL (${describeUrl(url)}): ${why[code] ?? (error as Error).message}`, { cause: error });
}
