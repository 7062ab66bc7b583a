import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { publicKeyText, signingKey } from '../src/audit/heads-file.rules.js';
import { withClient } from '../src/platform/database/connection.js';
import { startApp, type TestApp } from './support/app.js';

/** `npm run audit:seal` and `npm run audit:verify`, as they are built. */
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-programs-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
/** Which mutant is looked for, when this runs for `npm run mutate`. */
const mutant = (): [string, string | undefined][] =>
  Object.entries(process.env).filter(([name]) => name.startsWith('__STRYKER'));
const newFile = (): string => path.join(dir, `${randomUUID()}.heads`);

describe('the programs', () => {
  let app: TestApp;
  let file: string;
  const run = (
    command: string,
    args: string[] = [],
    env: Record<string, string> = {},
  ): { status: number | null; out: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`dist/src/audit/${command}.command.js`, ...args], {
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(mutant()),
        NODE_ENV: 'test',
        DATABASE_URL: app.database.ownerUrl,
        APP_SECRET: app.config.appSecret,
        AUDIT_KEY: app.config.auditKey,
        AUDIT_HEADS_FILE: file,
        ...env,
      },
      encoding: 'utf8',
    });
    return { status, out: `${stdout}${stderr}` };
  };
  beforeAll(async () => {
    app = await startApp();
    file = newFile();
    const school = await app.given.aSchool();
    const decaan = await app.asActor(await app.given.aPerson({ school, roles: ['decaan'] }));
    for (const pupil of await app.given.pupils(3, { school })) {
      await decaan.get(`/api/v1/dossiers/${pupil.id}`).expect(200);
      await decaan.get(`/api/v1/dossiers/${randomUUID()}`).expect(404);
    }
  });
  afterAll(() => app.close());

  test('seal, and verify with the table, the key and the file alone', () => {
    expect(run('seal')).toEqual({ status: 0, out: 'Entry 1: where the chains end, 4 chains.\n' });
    expect(run('seal')).toEqual({ status: 0, out: 'Nothing to add on where the chains end.\n' });
    for (const command of ['verify', 'verify-here'])
      expect(run(command)).toMatchObject({
        status: 0,
        out: expect.stringContaining('All is as it was written.') as string,
      });
    const key = run('seal', ['--public-key']).out.trim();
    expect(run('verify', ['--public-key', key], { APP_SECRET: '' }).status).toBe(0);
    expect(run('verify', ['--public-key', publicKeyText(signingKey(randomBytes(32)))])).toMatchObject({
      status: 1,
      out: expect.stringContaining('signature does not fit') as string,
    });
  });

  test('tell chain, row and kind, with a status to act on', async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      `select chain_id as id from audit_event where chain = 'pupil' limit 1`,
    );
    const hash = `set_byte(hash, 1, 255 - get_byte(hash, 1))`;
    await app.owner.query(`update audit_event set hash = ${hash} where chain_id = $1 and seq = 1`, [rows[0]!.id]);
    const { status, out } = run('verify');
    await app.owner.query(`update audit_event set hash = ${hash} where chain_id = $1 and seq = 1`, [rows[0]!.id]);
    expect(status).toBe(1);
    expect(out).toContain(`chain ${rows[0]!.id} from row 1: changed`);
    expect(JSON.parse(run('verify', ['--json']).out.trim().split('\n').at(-1)!)).toMatchObject({
      faults: 0,
      entries: 1,
    });
    expect(run('verify').status).toBe(0);
  });

  test('say so when it cannot be checked', () => {
    for (const [name, value] of [
      ['AUDIT_KEY', ''],
      ['DATABASE_URL', ''],
      ['AUDIT_HEADS_FILE', path.join(dir, 'nowhere')],
    ] as const)
      expect(run('verify', [], { [name]: value })).toMatchObject({
        status: 2,
        out: expect.stringContaining('could not be checked') as string,
      });
  });

  test('a copy of the tables will do', async () => {
    const folder = path.join(dir, 'copies');
    fs.mkdirSync(folder);
    fs.chmodSync(dir, 0o755);
    fs.chmodSync(folder, 0o777); // the server writes it, as a user of its own
    const copyOf = async (table: string, order: string): Promise<string> => {
      const copy = path.join(folder, `${randomUUID()}.csv`);
      await withClient(app.database.superuserUrl, async (client) => {
        await client.query(`set timezone = 'Asia/Kolkata'`);
        await client.query(`copy (select * from ${table} order by ${order}) to '${copy}' csv header`);
      });
      return copy;
    };
    const rows = await copyOf('audit_event', 'chain_id, seq');
    const heads = await copyOf('audit_head', 'chain_id');
    const without = { DATABASE_URL: '' };
    expect(run('verify', ['--rows', rows, '--heads', heads], without)).toMatchObject({
      status: 0,
      out: expect.stringContaining('All is as it was written.') as string,
    });
    const spoilt = path.join(folder, 'spoilt.csv');
    fs.writeFileSync(spoilt, fs.readFileSync(rows, 'utf8').replace('decaan', 'mentor'));
    expect(run('verify', ['--rows', spoilt, '--heads', heads], without).status).toBe(1);
    const shuffled = await copyOf('audit_event', 'chain_id, seq desc');
    expect(run('verify', ['--rows', shuffled, '--heads', heads], without).out).toContain('is not in order');

    // Written after the copy was made: what was signed since then is left out.
    const moment = new Date().toISOString();
    await app.http().post('/api/v1/session').send({ login: 'nobody', password: 'x' });
    const decaan = await app.asActor(await app.given.aPerson({ school: await app.given.aSchool(), roles: ['decaan'] }));
    await decaan.get(`/api/v1/dossiers/${randomUUID()}`).expect(404);
    expect(run('seal').status).toBe(0);
    expect(run('verify', ['--rows', rows, '--heads', heads], without).status).toBe(1);
    expect(run('verify', ['--rows', rows, '--heads', heads, '--until', moment], without).status).toBe(0);
  });
});
