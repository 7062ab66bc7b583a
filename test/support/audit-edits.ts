import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/**
 * What someone with all power over the database can do to the audit: each edit is made in an open transaction and answers
 * the chains that it touched. `random` makes it repeatable.
 */
export interface EditContext {
  client: pg.Client;
  random: () => number;
  key: Buffer;
  /** Chains with at least six rows each. */
  chains: string[];
  /** Heads of an earlier moment, with the seal of that moment. */
  oldHeads: Map<string, { seq: number; mac: Buffer }>;
}
type Edit = (c: EditContext) => Promise<string[]>;

const int = ({ random }: EditContext, below: number): number => Math.floor(random() * below);
const pick = <T>(c: EditContext, of: readonly T[]): T => of[int(c, of.length)]!;
const run = async ({ client }: EditContext, sql: string, values: unknown[] = []): Promise<void> => {
  await client.query(sql, values);
};
const lengthOf = async ({ client }: EditContext, chain: string): Promise<number> =>
  Number(
    (await client.query<{ n: string }>('select max(seq) as n from audit_event where chain_id = $1', [chain])).rows[0]!
      .n,
  );
/** A chain and a row of it. */
async function aRow(c: EditContext): Promise<[chain: string, seq: number, last: number]> {
  const chain = pick(c, c.chains);
  const last = await lengthOf(c, chain);
  return [chain, 1 + int(c, last), last];
}
function twoChains(c: EditContext): [string, string] {
  const one = pick(c, c.chains);
  return [
    one,
    pick(
      c,
      c.chains.filter((chain) => chain !== one),
    ),
  ];
}

/** Other values for each column. What leaves a row as it was is tried again. */
const values: Record<string, readonly string[]> = {
  chain_id: ['gen_random_uuid()'],
  seq: ['seq + 1000', '-seq', '0', 'seq + 1000000000000'],
  chain: [`'school'`, `'pupil'`, `'Pupil'`, `chain || ' '`],
  at: [`at + interval '1 microsecond'`, `at - interval '1 hour'`, `date_trunc('second', at)`, `'infinity'`],
  request_id: ['gen_random_uuid()', 'chain_id'],
  actor_id: ['gen_random_uuid()', 'null', 'chain_id'],
  actor_role: [`'decaan'`, `'intaker'`, `''`, `upper(actor_role)`],
  actor_school_id: ['gen_random_uuid()', 'null'],
  action: [`'list.read'`, `'audit.read'`, `action || '"'`, `reverse(action)`],
  outcome: [`'refused'`, `'allowed'`, `''`],
  sections: [
    `'{}'`,
    `array_append(sections, 'care')`,
    `array_append(sections, null)`,
    `sections[2:]`,
    `array[array_to_string(sections, ',')]`,
    `array(select unnest(sections) order by 1 desc)`,
    `('[0:' || cardinality(sections) - 1 || ']=' || sections::text)::text[]`,
    `array[sections]`,
  ],
  basis: [`'consent'`, `'own'`, 'null', `''`, `basis || E'\\n'`],
  purpose: [`'handover'`, 'null', `''`, 'basis'],
  pupil_ids: [`'{}'`, 'array_append(pupil_ids, gen_random_uuid())', 'subject_ids', 'array[pupil_ids]'],
  subject_ids: [`'{}'`, 'array_append(subject_ids, chain_id)', 'array_append(subject_ids, null)'],
  school_id: ['gen_random_uuid()', 'null'],
  prev_hash: ['hash', `''`, `set_byte(hash, 0, 255 - get_byte(hash, 0))`, `prev_hash || '\\x00'`],
  hash: [`set_byte(hash, 31, 255 - get_byte(hash, 31))`, `''`, 'prev_hash', `hash || '\\x00'`],
  form: ['1', '2', '3', '0', '-1'],
  on_behalf_of: ['gen_random_uuid()', 'null', 'actor_id'],
  share_id: ['gen_random_uuid()', 'null', 'request_id'],
  reason: [`'wrong-password'`, 'null', `''`],
};

const updates: Edit[] = Object.entries(values).map(([column, others]) => async (c) => {
  const [chain, seq] = await aRow(c);
  await run(c, `update audit_event set ${column} = ${pick(c, others)} where chain_id = $1 and seq = $2`, [chain, seq]);
  return [chain];
});

/** Everything from a row on is written again, as the service would have, by someone who has its key. */
async function rehash(c: EditContext, chain: string, from: number, head = true): Promise<void> {
  await run(
    c,
    `do $do$ declare r audit_event; before bytea := (select hash from audit_event where chain_id = '${chain}' and seq = ${from - 1});
     k bytea := '\\x${c.key.toString('hex')}';
     begin
       for r in select * from audit_event where chain_id = '${chain}' and seq >= ${from} order by seq loop
         r.prev_hash := coalesce(before, '');
         r.hash := hmac(r.prev_hash || audit_canonical(r), k, 'sha256');
         update audit_event set prev_hash = r.prev_hash, hash = r.hash where chain_id = r.chain_id and seq = r.seq;
         before := r.hash;
         if ${head} then
           update audit_head set seq = r.seq, mac = audit_head_mac(r.chain_id, r.seq, r.hash, k) where chain_id = r.chain_id;
         end if;
       end loop;
     end $do$`,
  );
}

const others: Record<string, Edit> = {
  'a row deleted': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq = $2', [chain, seq]);
    return [chain];
  },
  'rows deleted': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq between $2 and $3', [
      chain,
      seq,
      seq + 1 + int(c, 5),
    ]);
    return [chain];
  },
  'the first rows deleted': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq <= $2', [chain, seq]);
    return [chain];
  },
  'deleted and renumbered': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq = $2', [chain, seq]);
    await run(c, 'update audit_event set seq = seq + 10000 where chain_id = $1 and seq > $2', [chain, seq]);
    await run(c, 'update audit_event set seq = seq - 10001 where chain_id = $1 and seq > 10000', [chain]);
    await run(c, 'update audit_head set seq = seq - 1 where chain_id = $1', [chain]);
    return [chain];
  },
  'inserted at the end': async (c) => {
    const [chain, seq, last] = await aRow(c);
    await run(c, copy(`'{"seq": ${last + 1}}'`), [chain, seq]);
    return [chain];
  },
  'inserted before the first': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, copy(`'{"seq": ${-int(c, 3)}}'`), [chain, seq]);
    return [chain];
  },
  'inserted in between, renumbered': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'update audit_event set seq = seq + 10000 where chain_id = $1 and seq > $2', [chain, seq]);
    await run(c, 'update audit_event set seq = seq - 9999 where chain_id = $1 and seq > 10000', [chain]);
    await run(c, copy(`'{"seq": ${seq + 1}}'`), [chain, seq]);
    return [chain];
  },
  'the same row twice, without the primary key': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'alter table audit_event drop constraint audit_event_pkey');
    await run(c, copy(`'{}'`), [chain, seq]);
    return [chain];
  },
  'inserted in a chain of its own': async (c) => {
    const [chain, seq] = await aRow(c);
    const made = randomUUID();
    await run(c, copy(`'{"seq": 1, "chain_id": "${made}"}'`), [chain, seq]);
    return [made];
  },
  'two rows in each other’s place': async (c) => {
    const [chain, seq, last] = await aRow(c);
    const other = (seq % last) + 1;
    await run(c, 'update audit_event set seq = -1 where chain_id = $1 and seq = $2', [chain, seq]);
    await run(c, 'update audit_event set seq = $2 where chain_id = $1 and seq = $3', [chain, seq, other]);
    await run(c, 'update audit_event set seq = $2 where chain_id = $1 and seq = -1', [chain, other]);
    return [chain];
  },
  'the whole chain in reverse': async (c) => {
    const [chain, , last] = await aRow(c);
    await run(c, 'update audit_event set seq = -seq where chain_id = $1', [chain]);
    await run(c, 'update audit_event set seq = $2 + seq + 1 where chain_id = $1', [chain, last]);
    return [chain];
  },
  'the tail cut': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq >= $2', [chain, seq]);
    return [chain];
  },
  'the tail cut, and the head says so': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, 'delete from audit_event where chain_id = $1 and seq >= $2', [chain, seq]);
    await run(c, 'update audit_head set seq = $2 where chain_id = $1', [chain, seq - 1]);
    return [chain];
  },
  'an old head put back with its rows': async (c) => {
    const chain = pick(c, [...c.oldHeads.keys()]);
    const old = c.oldHeads.get(chain)!;
    await run(c, 'delete from audit_event where chain_id = $1 and seq > $2', [chain, old.seq]);
    await run(c, 'update audit_head set seq = $2, mac = $3 where chain_id = $1', [chain, old.seq, old.mac]);
    await run(c, 'update audit_sealed set seq = $2 where chain_id = $1', [chain, old.seq]);
    return [chain];
  },
  'an old head put back alone': async (c) => {
    const chain = pick(c, [...c.oldHeads.keys()]);
    const old = c.oldHeads.get(chain)!;
    await run(c, 'update audit_head set seq = $2, mac = $3 where chain_id = $1', [chain, old.seq, old.mac]);
    return [chain];
  },
  'a chain emptied': async (c) => {
    const chain = pick(c, c.chains);
    await run(c, 'delete from audit_event where chain_id = $1', [chain]);
    return [chain];
  },
  'a chain gone with its head': async (c) => {
    const chain = pick(c, c.chains);
    for (const table of ['audit_event', 'audit_head', 'audit_sealed'])
      await run(c, `delete from ${table} where chain_id = $1`, [chain]);
    return [chain];
  },
  'everything gone': async (c) => {
    await run(c, 'truncate audit_event, audit_head, audit_sealed');
    return c.chains;
  },
  'a head taken away': async (c) => {
    const chain = pick(c, c.chains);
    await run(c, 'delete from audit_head where chain_id = $1', [chain]);
    return [chain];
  },
  'a head with another number or seal': async (c) => {
    const chain = pick(c, c.chains);
    const change = pick(c, [
      'seq = seq + 1',
      'seq = seq - 1',
      `mac = ''`,
      'mac = set_byte(mac, 3, 255 - get_byte(mac, 3))',
    ]);
    await run(c, `update audit_head set ${change} where chain_id = $1`, [chain]);
    return [chain];
  },
  'the heads of two chains swapped': async (c) => {
    const [a, b] = twoChains(c);
    await run(
      c,
      'update audit_head h set (seq, mac) = (select o.seq, o.mac from audit_head o where o.chain_id = case when h.chain_id = $1 then $2 else $1 end) where chain_id in ($1, $2)',
      [a, b],
    );
    return [a, b];
  },
  'what two rows of two chains say swapped': async (c) => {
    const [a, b] = twoChains(c);
    const said =
      'chain, at, request_id, actor_id, actor_role, actor_school_id, action, outcome, sections, basis, purpose, pupil_ids, subject_ids, school_id, form, on_behalf_of, share_id, reason';
    const from = said.replaceAll(/\w+/g, 'o.$&');
    await run(
      c,
      `update audit_event e set (${said}) = (select ${from} from audit_event o where o.seq = e.seq and o.chain_id = case when e.chain_id = $1 then $2 else $1 end) where chain_id in ($1, $2) and seq = $3`,
      [a, b, 1 + int(c, 5)],
    );
    return [a, b];
  },
  'two rows of two chains swapped whole': async (c) => {
    const [a, b] = twoChains(c);
    const seq = 1 + int(c, 5);
    await swapIds(c, a, b, `and seq = ${seq}`);
    return [a, b];
  },
  'two chains swapped, with their heads': async (c) => {
    const [a, b] = twoChains(c);
    await swapIds(c, a, b, '');
    await run(
      c,
      'update audit_head h set (seq, mac) = (select o.seq, o.mac from audit_head o where o.chain_id = case when h.chain_id = $1 then $2 else $1 end) where chain_id in ($1, $2)',
      [a, b],
    );
    return [a, b];
  },
  'the last row of one chain put behind another': async (c) => {
    const [a, b] = twoChains(c);
    const [lastA, lastB] = [await lengthOf(c, a), await lengthOf(c, b)];
    await run(c, 'update audit_event set chain_id = $3, seq = $4 where chain_id = $1 and seq = $2', [
      a,
      lastA,
      b,
      lastB + 1,
    ]);
    return [a, b];
  },
  'one chain put in the place of another': async (c) => {
    const [a, b] = twoChains(c);
    await run(c, 'delete from audit_event where chain_id = $1', [b]);
    await run(
      c,
      `insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('chain_id', $2::text))).* from audit_event e where chain_id = $1`,
      [a, b],
    );
    return [b];
  },
  'two chains made one': async (c) => {
    const [a, b] = twoChains(c);
    await run(c, 'update audit_event set chain_id = $2, seq = seq + $3 where chain_id = $1', [
      a,
      b,
      await lengthOf(c, b),
    ]);
    await run(c, 'delete from audit_head where chain_id = $1', [a]);
    return [a, b];
  },
  'with the key: a row changed and everything after it written again': async (c) => {
    const [chain, seq] = await aRow(c);
    await run(c, `update audit_event set actor_id = gen_random_uuid() where chain_id = $1 and seq = $2`, [chain, seq]);
    await rehash(c, chain, seq);
    return [chain];
  },
  'with the key: a row changed and hashed again': async (c) => {
    const [chain, seq, last] = await aRow(c);
    await run(c, `update audit_event set outcome = outcome || '.' where chain_id = $1 and seq = $2`, [chain, seq]);
    await run(
      c,
      `update audit_event e set hash = hmac(prev_hash || audit_canonical(e), $3, 'sha256') where chain_id = $1 and seq = $2`,
      [chain, Math.min(seq, last), c.key],
    );
    return [chain];
  },
  'with the key: the tail cut and the head sealed again': async (c) => {
    const [chain, seq, last] = await aRow(c);
    const from = Math.max(2, Math.min(seq, last));
    await run(c, 'delete from audit_event where chain_id = $1 and seq >= $2', [chain, from]);
    await rehash(c, chain, 1);
    return [chain];
  },
  'with the key: a row taken out and the rest written again': async (c) => {
    const [chain, seq, last] = await aRow(c);
    const gone = Math.min(seq, last - 1);
    await run(c, 'delete from audit_event where chain_id = $1 and seq = $2', [chain, gone]);
    await run(c, 'update audit_event set seq = seq + 10000 where chain_id = $1 and seq > $2', [chain, gone]);
    await run(c, 'update audit_event set seq = seq - 10001 where chain_id = $1 and seq > 10000', [chain]);
    await rehash(c, chain, gone);
    return [chain];
  },
};

const copy = (changes: string): string =>
  `insert into audit_event select (jsonb_populate_record(e, ${changes})).* from audit_event e where chain_id = $1 and seq = $2`;
async function swapIds(c: EditContext, a: string, b: string, which: string): Promise<void> {
  const between = randomUUID();
  for (const [from, to] of [
    [a, between],
    [b, a],
    [between, b],
  ])
    await run(c, `update audit_event set chain_id = $2 where chain_id = $1 ${which}`, [from, to]);
}

const fingerprint = async ({ client }: EditContext): Promise<string> =>
  JSON.stringify(
    (
      await client.query(
        `select (select md5(string_agg(e::text, '|' order by e::text)) from audit_event e) as rows,
                (select md5(string_agg(h::text, '|' order by h::text)) from audit_head h) as heads`,
      )
    ).rows,
  );

export interface MadeEdit {
  name: string;
  chains: string[];
}
/** Half of the edits change a column, the other half do one of the rest; one that changed nothing is made again. */
export async function makeEdit(c: EditContext): Promise<MadeEdit> {
  const before = await fingerprint(c);
  for (;;) {
    const which = int(c, updates.length);
    const [name, edit] = int(c, 2)
      ? ([`${Object.keys(values)[which]} changed`, updates[which]!] as const)
      : pick(c, Object.entries(others));
    await run(c, 'savepoint edit');
    try {
      const chains = await edit(c);
      if ((await fingerprint(c)) !== before) return { name, chains };
    } catch (error) {
      // Not even the owner of everything can: a number that is taken, a value that does not fit.
      if (!/^2[23]/.test((error as { code?: string }).code ?? '')) throw new Error(name, { cause: error });
    }
    await run(c, 'rollback to savepoint edit');
  }
}
