import { createPublicKey, randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/index.js';
import { headsOf, rowsOf } from '../src/audit/audit-rows.reader.js';
import type { Fault } from '../src/audit/chain-check.rules.js';
import { readHeadsFile } from '../src/audit/heads-file.reader.js';
import { signingKey } from '../src/audit/heads-file.rules.js';
import { sealHeads, type SealOutcome, sealRestored } from '../src/audit/seal.service.js';
import { type Counts, verifyAll } from '../src/audit/verification.rules.js';
import { withClient } from '../src/platform/database/connection.js';
import { migrate } from '../src/platform/database/migrate.js';
import { type EditContext, makeEdit } from './support/audit-edits.js';
import { cloneDatabase, emptyDatabase, type TestDatabase } from './support/database.js';
import { randomFrom, seed } from './support/seed.js';

/** `npm run prove` makes a thousand; the seed says which, so that a run can be repeated. */
const edits = Number(process.env.PROVE_EDITS ?? 60);

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'doorstroomdossier-audit-'));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));
const newFile = (): string => path.join(dir, `${randomUUID()}.heads`);

const key = randomBytes(32);
const signing = signingKey(key);
const publicKeys = [createPublicKey(signing)];

const sections = ['profile', 'school-career', 'lob', 'reflections'];
/** Rows as the service writes them, on a few chains at once; the values of every column differ. */
async function append(client: pg.ClientBase, chains: readonly string[], rows: number): Promise<void> {
  for (let i = 0; i < rows; i++)
    await client.query('select audit_append($1, $2, $3)', [
      key,
      randomUUID(),
      JSON.stringify(
        chains.map((chainId, n) => ({
          chain: n % 3 ? 'pupil' : 'school',
          chainId,
          action: ['section.read', 'list.read', 'consent.answered'][(i + n) % 3],
          outcome: (i + n) % 7 ? 'allowed' : 'refused',
          role: ['intaker', 'mentor', 'guardian'][i % 3],
          sections: sections.slice(0, (i + n) % 5),
          ...(i % 2 ? { basis: 'consent', purpose: 'intake', shareId: randomUUID() } : { reason: 'not-allowed' }),
          ...(i % 3 ? {} : { onBehalfOf: randomUUID() }),
          pupilIds: Array.from({ length: i % 3 }, () => randomUUID()),
          subjectIds: Array.from({ length: n % 2 }, () => randomUUID()),
        })),
      ),
    ]);
}
/** Rows as they were hashed before the row was kept in full. */
const appendOld = (client: pg.ClientBase, chain: string, rows: number): Promise<unknown> =>
  client.query(
    `do $do$ declare r audit_event; begin
       for n in 1..${rows} loop
         r := null;
         r.chain_id := '${chain}'; r.seq := n; r.chain := 'pupil'; r.at := clock_timestamp(); r.request_id := gen_random_uuid();
         r.actor_role := 'mentor'; r.action := 'section.read'; r.outcome := 'allowed'; r.sections := '{profile,lob}';
         r.basis := 'mentor'; r.pupil_ids := '{}'; r.subject_ids := '{}'; r.form := 1;
         r.prev_hash := coalesce((select hash from audit_event where chain_id = r.chain_id and seq = n - 1), '');
         r.hash := hmac(r.prev_hash || audit_canonical(r), '\\x${key.toString('hex')}', 'sha256');
         insert into audit_event select r.*;
       end loop;
       insert into audit_head values (r.chain_id, r.seq, audit_head_mac(r.chain_id, r.seq, r.hash, '\\x${key.toString('hex')}'));
     end $do$`,
  );
const newChains = (n: number): string[] => Array.from({ length: n }, () => randomUUID());
const seal = (database: TestDatabase, file: string, all = false): Promise<SealOutcome> =>
  withClient(database.jobsUrl, async (client) => {
    await client.query('begin');
    const outcome = await sealHeads(client, { file, key: signing, all });
    await client.query('commit');
    return outcome;
  });
const headsNow = async (client: pg.ClientBase): Promise<EditContext['oldHeads']> =>
  new Map(
    (await client.query<{ chain_id: string; seq: string; mac: Buffer }>('select * from audit_head')).rows.map((row) => [
      row.chain_id,
      { seq: Number(row.seq), mac: row.mac },
    ]),
  );

interface Verified extends Counts {
  found: Fault[];
  file: string[];
  lost: number;
  torn: number;
}
/** The verifier, in the transaction of this connection. */
async function verify(client: pg.Client, file?: string, auditKey = key): Promise<Verified> {
  const signed = file ? await readHeadsFile(file, publicKeys) : null;
  const found: Fault[] = [];
  const counts = await verifyAll(
    {
      rows: rowsOf(client),
      heads: headsOf(client),
      sealed: signed?.sealed ?? (async function* () {})(),
      sealedAt: signed?.newest ? Date.parse(signed.newest.at) / 1000 : null,
      key: auditKey,
    },
    (fault) => found.push(fault),
  );
  return { ...counts, found, file: signed?.faults ?? [], lost: signed?.lost ?? 0, torn: signed?.torn ?? 0 };
}
const inTransaction = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
};

describe('what a superuser does to the audit', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let chains: string[];
  let oldHeads: EditContext['oldHeads'];
  const file = newFile();

  beforeAll(async () => {
    database = await cloneDatabase();
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    chains = newChains(24);
    for (const chain of chains.slice(0, 4)) await appendOld(client, chain, 6);
    await append(client, chains, 8);
    oldHeads = await headsNow(client);
    await seal(database, file);
    for (let i = 0; i < 6; i++) await append(client, chains.slice(i * 4), 3);
    await seal(database, file);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  test('untouched there is nothing to find', async () => {
    const all = await inTransaction(client, () => verify(client, file));
    expect(all).toMatchObject({ found: [], file: [], faults: 0, faultyChains: 0, chains: 24, torn: 0, lost: 0 });
    expect(all.rows).toBeGreaterThan(250);
  });

  test('with another key nothing of it is right', async () => {
    const all = await inTransaction(client, () => verify(client, file, randomBytes(32)));
    expect(all.faultyChains).toBe(24);
  });

  test(
    `is found, each of ${edits} random edits (seed ${seed})`,
    async () => {
      const context = { client, random: randomFrom(), key, chains, oldHeads };
      const seen: Record<string, number> = {};
      const missed: string[] = [];
      for (let n = 0; n < edits; n++)
        await inTransaction(client, async () => {
          const edit = await makeEdit(context);
          seen[edit.name] = (seen[edit.name] ?? 0) + 1;
          const { found } = await verify(client, file);
          const told = new Set(found.map(({ chain }) => chain));
          const elsewhere =
            edit.name === 'chain_id changed' ? false : [...told].some((id) => !edit.chains.includes(id));
          if (!edit.chains.some((id) => told.has(id)) || elsewhere)
            missed.push(`${n}: ${edit.name} ${JSON.stringify(found)}`);
        });
      process.stdout.write(
        `${edits - missed.length} of ${edits} edits found, of ${Object.keys(seen).length} kinds (seed ${seed})\n`,
      );
      expect(missed).toEqual([]);
    },
    60_000 + edits * 500,
  );

  test.each<[what: string, sql: string, kind: string, row: number]>([
    ['a changed row', `update audit_event set basis = 'x' where chain_id = $1 and seq = 3`, 'changed', 3],
    ['a removed row', `delete from audit_event where chain_id = $1 and seq = 3`, 'removed', 3],
    ['a cut tail', `delete from audit_event where chain_id = $1 and seq >= 5`, 'cut off', 5],
    ['a chain that vanished', `delete from audit_event where chain_id = $1`, 'gone', 1],
    [
      'a row put behind the end',
      `insert into audit_event select (jsonb_populate_record(e, '{"seq": 99}')).* from audit_event e where chain_id = $1 and seq = 3`,
      'inserted',
      99,
    ],
    ['a head that is gone', `delete from audit_head where chain_id = $1`, 'head missing', 14],
    ['a head that was changed', `update audit_head set mac = '' where chain_id = $1`, 'head changed', 14],
  ])('is told with chain, row and kind: %s', async (_, sql, kind, row) => {
    const chain = chains[5]!;
    const { found } = await inTransaction(client, async () => {
      await client.query(sql, [chain]);
      return verify(client, file);
    });
    expect(found).toContainEqual(expect.objectContaining({ chain, kind, row }));
  });

  test('rows in each other’s place are told as moved', async () => {
    const chain = chains[5]!;
    const { found } = await inTransaction(client, async () => {
      await client.query('update audit_event set seq = -3 where chain_id = $1 and seq = 3', [chain]);
      await client.query('update audit_event set seq = 3 where chain_id = $1 and seq = 9', [chain]);
      await client.query('update audit_event set seq = 9 where chain_id = $1 and seq = -3', [chain]);
      return verify(client, file);
    });
    expect(found[0]).toMatchObject({ chain, kind: 'moved', row: 3, text: 'was written as row 9' });
  });

  test('the signed heads find what the key alone does not: an old state put back, a chain gone with its head', async () => {
    const chain = chains[23]!;
    const old = oldHeads.get(chain)!;
    const { rows: now } = await client.query<{ n: string }>('select seq as n from audit_head where chain_id = $1', [
      chain,
    ]);
    for (const [sql, values] of [
      [
        `with h as (update audit_head set seq = $2, mac = $3 where chain_id = $1) delete from audit_event where chain_id = $1 and seq > $2`,
        [chain, old.seq, old.mac],
      ],
      [`with h as (delete from audit_head where chain_id = $1) delete from audit_event where chain_id = $1`, [chain]],
    ] as const)
      await inTransaction(client, async () => {
        await client.query(sql, [...values]);
        expect((await verify(client)).faults).toBe(0);
        const { found } = await verify(client, file);
        expect(found).toEqual([
          expect.objectContaining({ chain, kind: expect.stringMatching('cut off|gone') as string }),
        ]);
        expect(found[0]!.text).toContain(String(now[0]!.n));
      });
  });

  test('a chain that was kept out of the signed heads is found once it is ten minutes old', async () => {
    const [chain] = newChains(1);
    await inTransaction(client, async () => {
      await append(client, [chain!], 2);
      expect((await verify(client, file)).faults).toBe(0);
    });
    // Older than the newest heads, and whole: written with the key, and hidden from whoever seals.
    await inTransaction(client, async () => {
      await client.query(
        `create or replace function clock_timestamp_then() returns timestamptz language sql as $$ select now() - interval '11 minutes' $$`,
      );
      const { rows } = await client.query<{ def: string }>(
        `select replace(pg_get_functiondef('audit_append(bytea,uuid,jsonb)'::regprocedure), 'clock_timestamp()', 'public.clock_timestamp_then()') as def`,
      );
      await client.query(rows[0]!.def);
      await append(client, [chain!], 2);
      expect((await verify(client, file)).found).toEqual([
        expect.objectContaining({ chain, kind: 'never sealed', row: 1 }),
      ]);
    });
  });
});

test('rows of before the row was kept in full stay whole, and the chain goes on', async () => {
  const database = await emptyDatabase();
  const source = new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    migrations,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    migrationsTransactionMode: 'each',
  });
  try {
    await migrate(database.ownerUrl);
    await source.initialize();
    const isInFull = async (): Promise<boolean> =>
      (
        await source.query<unknown[]>(
          `select from information_schema.columns where table_name = 'audit_event' and column_name = 'form'`,
        )
      ).length > 0;
    while (await isInFull()) await source.undoLastMigration();
    const chains = newChains(3);
    await withClient(database.ownerUrl, (client) => append(client, chains, 4));
    await source.runMigrations();
    await withClient(database.ownerUrl, async (client) => {
      const count = async (sql: string): Promise<unknown> => (await client.query<{ n: unknown }>(sql)).rows[0]!.n;
      expect(await count('select array_agg(distinct form) as n from audit_event')).toEqual([1]);
      await append(client, chains, 3);
      expect(await count('select array_agg(distinct form) as n from audit_event')).toEqual([1, 2]);
      expect(await inTransaction(client, () => verify(client))).toMatchObject({ faults: 0, rows: 21, chains: 3 });
      for (const chain of chains)
        expect(await count(`select audit_verify('\\x${key.toString('hex')}', '${chain}') as n`)).toBeNull();
      // What an old row could not say, it does not say now either.
      for (const change of ['on_behalf_of = chain_id', 'share_id = chain_id', `reason = 'x'`, 'form = 2'])
        await inTransaction(client, async () => {
          await client.query(`update audit_event set ${change} where chain_id = $1 and seq = 2`, [chains[0]]);
          expect((await verify(client)).found).toEqual([expect.objectContaining({ kind: 'changed', row: 2 })]);
          expect(await count(`select audit_verify('\\x${key.toString('hex')}', '${chains[0]}') as n`)).toBe('2');
        });
    });
  } finally {
    if (source.isInitialized) await source.destroy();
    await database.drop();
  }
});

describe('the file of signed heads', () => {
  let database: TestDatabase;
  let client: pg.Client;
  let chains: string[];
  beforeAll(async () => {
    database = await cloneDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    chains = newChains(5);
    await append(client, chains, 2);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  const check = (file: string): Promise<Verified> => inTransaction(client, () => verify(client, file));

  test('gets what moved since the last time, and nothing when nothing did', async () => {
    const file = newFile();
    expect(await seal(database, file)).toEqual({ entry: 1, heads: 5, shorter: [] });
    expect(await seal(database, file)).toEqual({ entry: null, heads: 0, shorter: [] });
    await append(client, chains.slice(0, 2), 1);
    expect(await seal(database, file)).toEqual({ entry: 2, heads: 2, shorter: [] });
    expect(await seal(database, file, true)).toEqual({ entry: 3, heads: 5, shorter: [] });
    expect(await check(file)).toMatchObject({ faults: 0, file: [] });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readFileSync(file, 'utf8')).not.toMatch(/pupil|school|section/);
  });

  test('of two that seal at once one waits, and both are in it', async () => {
    const file = newFile();
    await append(client, chains, 1);
    const outcomes = await Promise.all([
      seal(database, file, true),
      seal(database, file, true),
      seal(database, file, true),
    ]);
    expect(outcomes.map(({ entry }) => entry).sort()).toEqual([1, 2, 3]);
    expect(await check(file)).toMatchObject({ faults: 0, file: [] });
  });

  test('while rows are written nothing is found that is not there', async () => {
    const file = newFile();
    let stop = false;
    const writing = withClient(database.ownerUrl, async (writer) => {
      while (!stop) await append(writer, chains, 1);
    });
    for (let i = 0; i < 8; i++) {
      await seal(database, file);
      // As the program does: first the file, then a snapshot.
      const signed = await readHeadsFile(file, publicKeys);
      await client.query('begin isolation level repeatable read read only');
      const found: Fault[] = [];
      const given = { rows: rowsOf(client), heads: headsOf(client), sealed: signed.sealed, key };
      await verifyAll({ ...given, sealedAt: Date.parse(signed.newest!.at) / 1000 }, (fault) => found.push(fault));
      await client.query('commit');
      expect([found, signed.faults]).toEqual([[], []]);
    }
    stop = true;
    await writing;
  });

  describe('spoilt', () => {
    const file = newFile();
    let lines: string[];
    beforeAll(async () => {
      for (let i = 0; i < 4; i++) {
        await append(client, chains.slice(i), 1);
        await seal(database, file, i === 0);
      }
      lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
    });
    const spoilt = async (change: (lines: string[]) => string[]): Promise<Verified> => {
      const other = newFile();
      fs.writeFileSync(other, `${change([...lines]).join('\n')}\n`);
      return check(other);
    };
    const entry = (n: number): [from: number, to: number] => {
      const begins = lines.flatMap((line, i) => (line.startsWith('begin ') ? [i] : []));
      return [begins[n - 1]!, begins[n] ?? lines.length];
    };

    test('as it is there is nothing wrong with it', async () => {
      expect(await spoilt((all) => all)).toMatchObject({ faults: 0, file: [] });
    });

    test.each<[what: string, change: (all: string[]) => string[]]>([
      ['an entry taken out', (all) => [...all.slice(0, entry(2)[0]), ...all.slice(entry(2)[1])]],
      ['the first entry taken out', (all) => all.slice(entry(2)[0])],
      [
        'two entries in each other’s place',
        (all) => [
          ...all.slice(0, entry(2)[0]),
          ...all.slice(...entry(3)),
          ...all.slice(...entry(2)),
          ...all.slice(entry(4)[0]),
        ],
      ],
      ['an entry twice', (all) => [...all, ...all.slice(...entry(4))]],
      ['a line taken out', (all) => all.filter((_, i) => i !== entry(2)[0] + 1)],
      [
        'a line changed',
        (all) => all.map((line, i) => (i === entry(2)[0] + 1 ? line.replace(/ (\d+) /, ' 1 ') : line)),
      ],
      ['a line added', (all) => all.toSpliced(entry(2)[0] + 1, 0, `${randomUUID()} 1 ${'0'.repeat(64)}`)],
      ['another time', (all) => all.map((line) => line.replace(/"at":"2/, '"at":"1'))],
      ['another number', (all) => all.map((line) => line.replace('"number":3', '"number":2'))],
      ['another kind', (all) => all.map((line) => line.replace('"kind":"heads"', '"kind":"restored"'))],
      ['another signature', (all) => all.map((line) => line.replace(/"signature":"..../, '"signature":"AAAA'))],
      ['a seal spoilt', (all) => all.map((line) => (line.includes('"number":2') ? line.slice(0, -4) : line))],
    ])('%s', async (_, change) => {
      expect((await spoilt(change)).file.length).toBeGreaterThan(0);
    });

    test('signed by someone else', async () => {
      const other = newFile();
      await inTransaction(client, () =>
        sealHeads(client, { file: other, key: signingKey(randomBytes(32)), all: true }),
      );
      expect((await check(other)).file).toEqual(['signed heads, entry 1: the signature does not fit']);
    });

    test('an entry that a crash cut short counts for nothing, and the next one holds the same again', async () => {
      const whole = fs.readFileSync(file, 'utf8');
      for (const cut of [3, 40, 200, whole.length - whole.lastIndexOf('begin ') - 2]) {
        const other = newFile();
        fs.writeFileSync(other, whole.slice(0, -cut));
        const { entry: next } = await seal(database, other, true);
        expect(next).toBe(4);
        expect(await check(other)).toMatchObject({ faults: 0, file: [], torn: cut > 200 ? 0 : 1 });
      }
    });
  });

  test('whoever seals sees that a chain got shorter, and does not sign that', async () => {
    const file = newFile();
    await append(client, chains, 1);
    await seal(database, file, true);
    const chain = chains[0]!;
    await client.query('begin');
    await client.query('delete from audit_event where chain_id = $1 and seq > 2', [chain]);
    await client.query('update audit_head set seq = 2 where chain_id = $1', [chain]);
    const outcome = await sealHeads(client, { file, key: signing, all: true });
    await client.query('rollback');
    expect(outcome.shorter).toEqual([chain]);
    expect(
      fs
        .readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(`${chain} 2 `)),
    ).toEqual([]);
  });

  test('after a back-up was put back: what was lost is known, and everything else is still found', async () => {
    const backup = await cloneDatabase();
    try {
      const file = newFile();
      await withClient(backup.ownerUrl, async (restored) => {
        const lasting = newChains(3);
        for (let i = 0; i < 2; i++) {
          await append(restored, lasting, 2);
          await seal(backup, file);
        }
        const before = await restored.query('select * from audit_head');
        await append(restored, lasting.slice(0, 2), 2);
        await seal(backup, file);
        const lost = newChains(1);
        await append(restored, lost, 3);
        await seal(backup, file);
        // The back-up of a while ago: two rows of two chains are not in it, and one chain not at all.
        await restored.query('delete from audit_event where seq > 4 or chain_id = $1', [lost[0]]);
        for (const table of ['audit_head', 'audit_sealed'])
          await restored.query(`delete from ${table} where chain_id = $1`, [lost[0]]);
        for (const row of before.rows as { chain_id: string; mac: Buffer }[])
          await restored.query('update audit_head set seq = 4, mac = $2 where chain_id = $1', [row.chain_id, row.mac]);
        await restored.query('update audit_sealed set seq = 4');
        await append(restored, lasting.slice(0, 1), 3); // work went on before anyone told

        const look = (): Promise<Verified> => inTransaction(restored, () => verify(restored, file));
        const silent = await look();
        expect(silent.found.map(({ kind }) => kind).sort()).toEqual(['cut off', 'gone', 'not as sealed']);
        expect(await sealRestored(restored, { file, key: signing })).toEqual({ entry: 5, heads: 3, shorter: [] });
        await seal(backup, file, true);
        expect(await look()).toMatchObject({ found: [], file: [], lost: 2 + 2 + 3 });
        await restored.query('delete from audit_event where chain_id = $1 and seq = 7', [lasting[0]]);
        expect((await look()).found).toContainEqual(expect.objectContaining({ kind: 'cut off', row: 7 }));
      });
    } finally {
      await backup.drop();
    }
  });
});
