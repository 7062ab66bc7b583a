import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../src/platform/database/connection.js';
import { type EmbeddedServer, startEmbedded } from '../src/platform/database/embedded-postgres.js';
import { processKey } from '../src/platform/database/processes.js';

const runsNow = (pid: number): boolean => processKey(pid) !== undefined;

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}

describe('the embedded PostgreSQL', () => {
  // Not below the checkout: that may be in the home of root, whose data go elsewhere.
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'embedded-'));
  const dir = path.join(parent, 'postgres');
  let server: EmbeddedServer;

  const rows = (of: EmbeddedServer): Promise<number> =>
    withClient(of.url(), async (client) => {
      const result = await client.query<{ n: string }>('select count(*) as n from kept');
      return Number(result.rows[0]?.n);
    });

  beforeAll(async () => {
    fs.chmodSync(parent, 0o755);
    server = await startEmbedded({ dir });
    await withClient(server.url(), (client) =>
      client.query('create table kept (n int); insert into kept select generate_series(1, 500)'),
    );
  });
  afterAll(async () => {
    await server.stop('immediate');
    fs.rmSync(parent, { recursive: true, force: true });
  });

  test('does not run as root, and keeps its password and data to itself', () => {
    expect(fs.statSync(path.join(server.base, 'data')).uid).not.toBe(0);
    expect(fs.statSync(path.join(server.base, 'superuser.password')).mode & 0o777).toBe(0o600);
    expect(fs.statSync(server.base).mode & 0o777).toBe(0o700);
  });

  test('lets nobody in without the password', async () => {
    const wrong = withClient(server.url('postgres', 'postgres', 'wrong'), (client) => client.query('select 1'));
    await expect(wrong).rejects.toMatchObject({ code: '28P01' });
  });

  test('is shared by a second start, and stops when the last one leaves', async () => {
    const second = await startEmbedded({ dir });
    expect(second).toMatchObject({ reused: true, pid: server.pid, port: server.port });
    expect(await second.stop()).toBe(false);
    expect(await rows(server)).toBe(500);

    const third = await startEmbedded({ dir });
    expect(await server.stop()).toBe(false);
    expect(await rows(third)).toBe(500);
    expect(await third.stop()).toBe(true);
    expect(runsNow(server.pid)).toBe(false);
    server = await startEmbedded({ dir });
    expect(server.reused).toBe(false);
  });

  test('two starts at once end with one server', async () => {
    await server.stop();
    const [one, other] = await Promise.all([startEmbedded({ dir }), startEmbedded({ dir })]);
    expect(one.pid).toBe(other.pid);
    await other.stop();
    server = one;
  });

  test('has every committed row after the server was killed', async () => {
    await withClient(server.url(), (client) => client.query('insert into kept values (501)'));
    process.kill(server.pid, 'SIGKILL');
    const again = await startEmbedded({ dir });
    expect(again).toMatchObject({ reused: false });
    expect(again.pid).not.toBe(server.pid);
    expect(await rows(again)).toBe(501);
    await server.stop(); // signs off; the new server is in use
    server = again;
    expect(await rows(server)).toBe(501);
  });

  test('starts with a pid file that names a process of someone else', async () => {
    const pidFile = path.join(server.base, 'data', 'postmaster.pid');
    const before = fs.readFileSync(pidFile, 'utf8');
    process.kill(server.pid, 'SIGKILL');
    await until(() => !runsNow(server.pid));
    await server.stop();
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => 0, 60000)'], { stdio: 'ignore' });
    try {
      fs.writeFileSync(pidFile, before.replace(/^\d+/, String(other.pid)));
      server = await startEmbedded({ dir });
      expect(server.reused).toBe(false);
      expect(await rows(server)).toBe(501);
      expect(runsNow(other.pid!)).toBe(true);
    } finally {
      other.kill('SIGKILL');
    }
  });

  test('is stopped by the next one when the program that started it was killed', async () => {
    // As a killed program leaves it: signed in under a process that is no more.
    const dead = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
    const key = processKey(dead.pid);
    await new Promise((resolve) => dead.once('exit', resolve));
    fs.writeFileSync(path.join(server.base, 'users', `${key}.0badc0de`), '');
    fs.writeFileSync(path.join(server.base, 'lock'), String(key));
    expect(await server.stop()).toBe(true);
    server = await startEmbedded({ dir });
    expect(fs.readdirSync(path.join(server.base, 'users'))).toHaveLength(1);
  });

  test('makes its cluster anew when the first start was cut short', async () => {
    const cut = path.join(parent, 'cut');
    fs.mkdirSync(path.join(cut, 'data.new', 'base'), { recursive: true });
    fs.writeFileSync(path.join(cut, 'superuser.password'), 'half');
    const fresh = await startEmbedded({ dir: cut, fast: true });
    await withClient(fresh.url(), (client) => client.query('select 1'));
    expect(fs.existsSync(path.join(fresh.base, 'data.new'))).toBe(false);
    await fresh.stop();
  });

  test('refuses data that it does not know rather than remove them', async () => {
    const foreign = path.join(parent, 'foreign');
    fs.mkdirSync(path.join(foreign, 'data'), { recursive: true });
    fs.writeFileSync(path.join(foreign, 'data', 'PG_VERSION'), '9\n');
    await expect(startEmbedded({ dir: foreign })).rejects.toThrow(/was made by PostgreSQL 9/);
    expect(fs.existsSync(path.join(foreign, 'data', 'PG_VERSION'))).toBe(true);
  });
});
