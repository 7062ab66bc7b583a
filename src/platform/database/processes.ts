import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who a process runs as, where that is not who we are. */
export interface Identity {
  uid: number;
  gid: number;
}

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** The fields of /proc/<pid>/stat from the state on, or undefined when there is no such process. */
function procStat(pid: number): string[] | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process with this number runs. A zombie does not: nothing reaps it where PID 1 is not an init. */
export function runs(pid: number): boolean {
  if (process.platform === 'linux') {
    const state = procStat(pid)?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A name for a running process that stays right when its number is given out again: pid and moment of start. */
export function processKey(pid = process.pid): string | undefined {
  if (!runs(pid)) return undefined;
  return `${pid}.${process.platform === 'linux' ? (procStat(pid)?.[19] ?? '0') : '0'}`;
}

export const keyIsAlive = (key: string): boolean => processKey(Number(key.split('.')[0])) === key;

/** The command line of a process; readable for every process, unlike its working directory. */
export function commandLine(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Linux: the processes that have `dir` as their working directory, as a postmaster and all its backends do. */
export function processesIn(dir: string): number[] {
  const real = fs.realpathSync(dir);
  const owner = fs.statSync(dir).uid;
  const isIn = (pid: number): boolean => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === real;
    } catch (error) {
      // A container's root may not look at another user's process; then its own title has to do.
      if (errorCode(error) !== 'EACCES' && errorCode(error) !== 'EPERM') return false;
      const title = commandLine(pid);
      return isOwnedBy(pid, owner) && (title.includes(real) || title.startsWith('postgres:'));
    }
  };
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => isIn(pid) && runs(pid));
}

function isOwnedBy(pid: number, uid: number): boolean {
  try {
    return fs.statSync(`/proc/${pid}`).uid === uid;
  } catch {
    return false;
  }
}

/** Removes a lock whose holder died, and nothing else: someone may have taken it again in the meantime. */
function breakLock(file: string, seen: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(file, aside);
    if (fs.readFileSync(aside, 'utf8') !== seen) fs.linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

/** Runs `work` while no other process runs under the same lock file. The lock of a process that died is taken over. */
export async function withFileLock<T>(file: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const mine = `${file}.${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(mine, processKey() ?? '', { mode: 0o600 });
  try {
    for (const deadline = performance.now() + waitMs; ; await sleep(50)) {
      try {
        fs.linkSync(mine, file); // with its content at once, so that nobody ever reads a half-written lock
        break;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const holder = readIfThere(file);
      if (holder !== undefined && !keyIsAlive(holder)) breakLock(file, holder);
      else if (performance.now() > deadline) throw new Error(`process ${holder} holds ${file} for too long`);
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Who uses a shared thing now: one file per user, so that a user who was killed is noticed and forgotten. */
export class UserRegister {
  constructor(
    private readonly dir: string,
    private readonly owner?: Identity,
  ) {}

  /** Signs this process in; call the result to sign out. */
  enter(): () => void {
    fs.mkdirSync(this.dir, { recursive: true, mode: 0o700 });
    const file = path.join(this.dir, `${processKey()}.${randomBytes(4).toString('hex')}`);
    fs.writeFileSync(file, '', { mode: 0o600 });
    if (this.owner) for (const made of [this.dir, file]) fs.chownSync(made, this.owner.uid, this.owner.gid);
    return () => fs.rmSync(file, { force: true });
  }

  /** How many users live; forgets the dead. */
  count(): number {
    const names = fs.existsSync(this.dir) ? fs.readdirSync(this.dir) : [];
    const dead = names.filter((name) => !keyIsAlive(name.split('.').slice(0, 2).join('.')));
    for (const name of dead) fs.rmSync(path.join(this.dir, name), { force: true });
    return names.length - dead.length;
  }
}
